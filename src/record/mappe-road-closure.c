/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-road-closure.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "closure_id"),
  [MAPPE_ROAD_CLOSURE_ROAD] = {
    .name = "road", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Road"), .group = N_("Road closure"),
  },
  [MAPPE_ROAD_CLOSURE_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Area"),
    .target = "area", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_ROAD_CLOSURE_CAUSE] = {
    .name = "cause", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Cause"),
    .code_list = "closure_cause",
  },
  [MAPPE_ROAD_CLOSURE_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "closure_status", .preset = "active",
  },
  [MAPPE_ROAD_CLOSURE_FROM_AT] = {
    .name = "from_at", .type = MAPPE_FIELD_DATETIME, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("From"), .group = N_("Time"),
  },
  [MAPPE_ROAD_CLOSURE_TO_AT] = {
    .name = "to_at", .type = MAPPE_FIELD_DATETIME, .since = 4,
    .label = N_("To"),
  },
  [MAPPE_ROAD_CLOSURE_REQUESTED_AT] = {
    .name = "requested_at", .type = MAPPE_FIELD_DATETIME, .since = 4,
    .label = N_("Requested at"),
  },
  [MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES] = {
    .name = "lead_time_minutes", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Lead time"),
    .unit = N_("min"), .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_ROAD_CLOSURE_REQUESTED_BY] = {
    .name = "requested_by", .alias = "requested_by_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Requested by"), .group = N_("Who does what"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_ROAD_CLOSURE_ORDERED_BY] = {
    .name = "ordered_by", .alias = "ordered_by_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Ordered by"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_ROAD_CLOSURE_EVENT] = {
    .name = "event", .alias = "event_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Event"),
    .target = "event", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_ROAD_CLOSURE_DIVERSION] = {
    .name = "diversion", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Diversion"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_ROAD_CLOSURE_NOTE),
};

static const int title_fields[] = { MAPPE_ROAD_CLOSURE_ROAD, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_ROAD_CLOSURE_FROM_AT, MAPPE_ROAD_CLOSURE_TO_AT, field,
                            error);
}

MAPPE_DEFINE_RECORD (MappeRoadClosure, mappe_road_closure, "road-closure",
                     "road_closure", N_("Road closure"), N_("Road closures"),
                     "RC-", 2, fields, title_fields, check)
