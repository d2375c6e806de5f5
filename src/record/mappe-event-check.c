/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-check.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_EVENT_CHECK_EVENT] = {
    .name = "event", .alias = "event_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Event"), .group = N_("Check list"),
    .target = "event", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_EVENT_CHECK_PHASE] = {
    .name = "phase", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Phase"),
    .code_list = "plan_phase", .preset = "preparation",
  },
  [MAPPE_EVENT_CHECK_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Point"),
  },
  [MAPPE_EVENT_CHECK_FINDING] = {
    .name = "finding", .alias = "finding_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("From the finding"),
    .target = "debrief-finding", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_CHECK_RESPONSIBLE_ORGANISATION] = {
    .name = "responsible_organisation", .alias = "responsible_organisation_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Responsible"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_CHECK_DONE] = {
    .name = "done", .type = MAPPE_FIELD_BOOL, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Done"),
    .preset = "0",
  },
  [MAPPE_EVENT_CHECK_DONE_ON] = {
    .name = "done_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Done on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_EVENT_CHECK_NOTE),
};

static const int title_fields[] = { MAPPE_EVENT_CHECK_TEXT, -1 };

MAPPE_DEFINE_RECORD (MappeEventCheck, mappe_event_check, "event-check",
                     "event_check", N_("Point of the check list"), N_("Points of the check list"),
                     "EK", 3, fields, title_fields, NULL)
