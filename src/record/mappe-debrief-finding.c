/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-debrief-finding.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "finding_id"),
  [MAPPE_DEBRIEF_FINDING_EVENT] = {
    .name = "event", .alias = "event_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Event"), .group = N_("Finding"),
    .target = "event", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_DEBRIEF_FINDING_CATEGORY] = {
    .name = "category", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Category"),
    .code_list = "finding_category",
  },
  [MAPPE_DEBRIEF_FINDING_RATING] = {
    .name = "rating", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Rating"),
    .code_list = "finding_rating", .preset = "improve",
  },
  [MAPPE_DEBRIEF_FINDING_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Finding"),
  },
  [MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION] = {
    .name = "responsible_organisation", .alias = "responsible_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Responsible"), .group = N_("Follow-up"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DEBRIEF_FINDING_DUE_ON] = {
    .name = "due_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Due on"),
  },
  [MAPPE_DEBRIEF_FINDING_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "finding_status", .preset = "open",
  },
  [MAPPE_DEBRIEF_FINDING_TASK] = {
    .name = "task", .alias = "task_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Task"),
    .target = "task", .on_delete = MAPPE_DELETE_CLEAR,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_DEBRIEF_FINDING_NOTE),
};

static const int title_fields[] = { MAPPE_DEBRIEF_FINDING_TEXT, -1 };

MAPPE_DEFINE_RECORD (MappeDebriefFinding, mappe_debrief_finding, "debrief-finding",
                     "debrief_finding", N_("Finding of a debrief"), N_("Findings of debriefs"),
                     "FI-", 2, fields, title_fields, NULL)
