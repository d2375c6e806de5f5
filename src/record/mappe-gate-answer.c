/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-gate-answer.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_GATE_ANSWER_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Project"), .group = N_("Gate question"),
    .target = "project", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_GATE_ANSWER_QUESTION] = {
    .name = "question", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Question"),
    .code_list = "gate_question",
  },
  [MAPPE_GATE_ANSWER_ANSWER] = {
    .name = "answer", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Answer"),
    .code_list = "gate_answer", .preset = "no",
  },
  [MAPPE_GATE_ANSWER_ANSWERED_ON] = {
    .name = "answered_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Answered on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_GATE_ANSWER_NOTE),
};

static const int title_fields[] = { MAPPE_GATE_ANSWER_QUESTION, -1 };

MAPPE_DEFINE_RECORD (MappeGateAnswer, mappe_gate_answer, "gate-answer",
                     "gate_answer", N_("Answer to a gate question"), N_("Answers to gate questions"),
                     "GA", 3, fields, title_fields, NULL)
