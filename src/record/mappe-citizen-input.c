/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-citizen-input.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "input_id"),
  [MAPPE_CITIZEN_INPUT_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Contribution"), .group = N_("Contribution"),
  },
  [MAPPE_CITIZEN_INPUT_CATEGORY] = {
    .name = "category", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Category"),
    .code_list = "input_category",
  },
  [MAPPE_CITIZEN_INPUT_PARTICIPATION] = {
    .name = "participation", .alias = "participation_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Citizen participation"),
    .target = "participation-event", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_CITIZEN_INPUT_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Area"),
    .target = "area", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_CITIZEN_INPUT_RECEIVED_ON] = {
    .name = "received_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Received on"),
  },
  [MAPPE_CITIZEN_INPUT_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"), .group = N_("Answer"),
    .code_list = "input_status", .preset = "new",
  },
  [MAPPE_CITIZEN_INPUT_ANSWER] = {
    .name = "answer", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Answer"),
  },
  [MAPPE_CITIZEN_INPUT_ANSWERED_ON] = {
    .name = "answered_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Answered on"),
  },
  [MAPPE_CITIZEN_INPUT_MEASURE] = {
    .name = "measure", .alias = "measure_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Realised by the measure"),
    .target = "measure", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_CITIZEN_INPUT_ANONYMOUS] = {
    .name = "anonymous", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("Anonymous"), .group = N_("Sender"),
    .preset = "1",
  },
  [MAPPE_CITIZEN_INPUT_CONTACT] = {
    .name = "contact", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_PERSONAL,
    .label = N_("Reply to"),
    .unless = "anonymous",
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_CITIZEN_INPUT_NOTE),
};

static const int title_fields[] = { MAPPE_CITIZEN_INPUT_TEXT, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_CITIZEN_INPUT_RECEIVED_ON, MAPPE_CITIZEN_INPUT_ANSWERED_ON, field,
                            error);
}

MAPPE_DEFINE_RECORD (MappeCitizenInput, mappe_citizen_input, "citizen-input",
                     "citizen_input", N_("Contribution"), N_("Contributions"),
                     "CI-", 3, fields, title_fields, check)
