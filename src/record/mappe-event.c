/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "event_id"),
  [MAPPE_EVENT_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Event"),
  },
  [MAPPE_EVENT_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "event_kind", .preset = "large_event",
  },
  [MAPPE_EVENT_SERIES] = {
    .name = "series", .alias = "series_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Event series"),
    .target = "event-series", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Area"),
    .target = "area", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_START_ON] = {
    .name = "start_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Begins on"), .group = N_("Time and visitors"),
  },
  [MAPPE_EVENT_END_ON] = {
    .name = "end_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Ends on"),
  },
  [MAPPE_EVENT_EXPECTED_VISITORS] = {
    .name = "expected_visitors", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Visitors expected"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_EVENT_ACTUAL_VISITORS] = {
    .name = "actual_visitors", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Visitors counted"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_EVENT_RISK_CLASS] = {
    .name = "risk_class", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Risk class"),
    .code_list = "risk_class",
  },
  [MAPPE_EVENT_WARNING_LEVEL] = {
    .name = "warning_level", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT,
    .label = N_("Warning level"),
  },
  [MAPPE_EVENT_LEAD_ORGANISATION] = {
    .name = "lead_organisation", .alias = "lead_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED,
    .label = N_("Lead"), .group = N_("Who does what"),
    .target = "organisation", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_EVENT_ORGANISER_ORGANISATION] = {
    .name = "organiser_organisation", .alias = "organiser_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Organiser"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_COORDINATING_ORGANISATION] = {
    .name = "coordinating_organisation", .alias = "coordinating_organisation_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Coordinating body"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_CLAUSE] = {
    .name = "clause", .alias = "clause_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Clause"),
    .target = "agreement-clause", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_CONCEPT_STATUS] = {
    .name = "concept_status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Safety concept"), .group = N_("Concept and deployment plan"),
    .code_list = "concept_status", .preset = "none",
  },
  [MAPPE_EVENT_CONCEPT_REASON] = {
    .name = "concept_reason", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Released without all consents because"),
  },
  [MAPPE_EVENT_PLAN_VERSION] = {
    .name = "plan_version", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Version of the deployment plan"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_EVENT_PLAN_RELEASED_ON] = {
    .name = "plan_released_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .label = N_("Deployment plan released on"),
  },
  [MAPPE_EVENT_PLAN_RELEASED_BY] = {
    .name = "plan_released_by", .alias = "plan_released_by_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Released by"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_EVENT_DEBRIEF_DUE_ON] = {
    .name = "debrief_due_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Debrief due on"), .group = N_("Debrief"),
  },
  [MAPPE_EVENT_DEBRIEF_ON] = {
    .name = "debrief_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .label = N_("Debrief held on"),
  },
  [MAPPE_EVENT_DEBRIEF_STATUS] = {
    .name = "debrief_status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Debrief"),
    .code_list = "debrief_status", .preset = "planned",
  },
  [MAPPE_EVENT_DEBRIEF_PARTICIPANTS] = {
    .name = "debrief_participants", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .label = N_("Took part in the debrief"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_EVENT_NOTE),
};

static const int title_fields[] = { MAPPE_EVENT_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_EVENT_START_ON, MAPPE_EVENT_END_ON, field,
                            error);
}

MAPPE_DEFINE_RECORD (MappeEvent, mappe_event, "event",
                     "event", N_("Event"), N_("Events"),
                     "EV-", 2, fields, title_fields, check)
