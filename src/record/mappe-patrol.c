/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "patrol_id"),
  [MAPPE_PATROL_DATE] = {
    .name = "date", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Day"), .group = N_("Joint foot patrol"),
  },
  [MAPPE_PATROL_START_AT] = {
    .name = "start_at", .type = MAPPE_FIELD_TIME, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("From"),
  },
  [MAPPE_PATROL_END_AT] = {
    .name = "end_at", .type = MAPPE_FIELD_TIME, .since = 4,
    .label = N_("To"),
  },
  [MAPPE_PATROL_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Area"),
    .target = "area", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_PATROL_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "patrol_status", .preset = "planned",
  },
  [MAPPE_PATROL_CANCEL_REASON] = {
    .name = "cancel_reason", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Reason of the cancellation"),
  },
  [MAPPE_PATROL_POLICE_ORGANISATION] = {
    .name = "police_organisation", .alias = "police_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Police"), .group = N_("Staff"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PATROL_POLICE_STAFF] = {
    .name = "police_staff", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Police staff"),
    .minimum = 0, .maximum = 1000,
  },
  [MAPPE_PATROL_MUNICIPAL_ORGANISATION] = {
    .name = "municipal_organisation", .alias = "municipal_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Municipal service"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PATROL_MUNICIPAL_STAFF] = {
    .name = "municipal_staff", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Municipal staff"),
    .minimum = 0, .maximum = 1000,
  },
  [MAPPE_PATROL_DUTY_ROSTER_REF] = {
    .name = "duty_roster_ref", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Duty roster"),
  },
  [MAPPE_PATROL_CITIZEN_TALKS] = {
    .name = "citizen_talks", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Talks with citizens"), .group = N_("Counts"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_PATROL_WARNINGS] = {
    .name = "warnings", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Warnings"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_PATROL_DISPERSAL_ORDERS] = {
    .name = "dispersal_orders", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Dispersal orders"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_PATROL_INCIDENTS] = {
    .name = "incidents", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Incidents"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_PATROL_CLAUSE] = {
    .name = "clause", .alias = "clause_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Clause"), .group = N_("Belongs to"),
    .target = "agreement-clause", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PATROL_MEASURE] = {
    .name = "measure", .alias = "measure_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Measure"),
    .target = "measure", .on_delete = MAPPE_DELETE_CLEAR,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_PATROL_NOTE),
};

static const int title_fields[] = { MAPPE_PATROL_DATE, MAPPE_PATROL_AREA, -1 };

enum { MINUTES_OF_DAY = 24 * 60, MOST_MINUTES = 12 * 60 };

/* @time: as it is stored, "18:30" */
static int
minutes_of (const char *time)
{
  return 60 * (int) g_ascii_strtoll (time, NULL, 10) + (int) g_ascii_strtoll (time + 3, NULL, 10);
}

/* A patrol may go on after midnight, yet nobody walks for more than half a day: then the end is a slip. */
static gboolean
ends_before_start (const MappeRow *row)
{
  const char *start = mappe_row_get_text (row, MAPPE_PATROL_START_AT);
  const char *end = mappe_row_get_text (row, MAPPE_PATROL_END_AT);

  return start != NULL && end != NULL && g_strcmp0 (end, start) <= 0
         && minutes_of (end) + MINUTES_OF_DAY - minutes_of (start) > MOST_MINUTES;
}

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  if (ends_before_start (row))
    return mappe_check_fail (row, MAPPE_PATROL_END_AT, "is before start_at", field, error);
  if (g_strcmp0 (mappe_row_get_text (row, MAPPE_PATROL_STATUS), "cancelled") == 0
      && mappe_row_is_null (row, MAPPE_PATROL_CANCEL_REASON))
    return mappe_check_fail (row, MAPPE_PATROL_CANCEL_REASON, "is missing: why was the patrol cancelled?", field,
                             error);
  if (mappe_row_is_null (row, MAPPE_PATROL_POLICE_ORGANISATION)
      && mappe_row_is_null (row, MAPPE_PATROL_MUNICIPAL_ORGANISATION))
    return mappe_check_fail (row, MAPPE_PATROL_POLICE_ORGANISATION, "is missing: who is on patrol?", field, error);
  return TRUE;
}

MAPPE_DEFINE_RECORD (MappePatrol, mappe_patrol, "patrol",
                     "patrol", N_("Joint foot patrol"), N_("Joint foot patrols"),
                     "PT-", 3, fields, title_fields, check)
