/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-area.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("area_id"),
  [MAPPE_AREA_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Area"),
  },
  [MAPPE_AREA_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "area_kind",
  },
  [MAPPE_AREA_DISTRICT] = {
    .name = "district", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("District"),
  },
  [MAPPE_AREA_OWNER_ORGANISATION] = {
    .name = "owner_organisation", .alias = "owner_org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Owner"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_AREA_OBJECTIVE_DEFICIT] = {
    .name = "objective_deficit", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Deficit in recorded safety"), .group = N_("Safety"),
    .code_list = "deficit_level",
  },
  [MAPPE_AREA_SUBJECTIVE_DEFICIT] = {
    .name = "subjective_deficit", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Deficit in perceived safety"),
    .code_list = "deficit_level",
  },
  [MAPPE_AREA_RESIDENTS] = {
    .name = "residents", .type = MAPPE_FIELD_INT, .since = 3,
    .label = N_("Residents"), .group = N_("Residents"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_AREA_RESIDENTS_ON] = {
    .name = "residents_on", .type = MAPPE_FIELD_DATE, .since = 3,
    .label = N_("Residents counted on"),
  },
  [MAPPE_AREA_MAP_X_PCT] = {
    .name = "map_x_pct", .type = MAPPE_FIELD_REAL, .since = 1,
    .label = N_("Position on the plan from the left"), .group = N_("Plan"),
    .unit = "%", .minimum = 0, .maximum = 100,
  },
  [MAPPE_AREA_MAP_Y_PCT] = {
    .name = "map_y_pct", .type = MAPPE_FIELD_REAL, .since = 1,
    .label = N_("Position on the plan from the top"),
    .unit = "%", .minimum = 0, .maximum = 100,
  },
  MAPPE_NOTE_FIELD (MAPPE_AREA_NOTE),
};

static const int title_fields[] = { MAPPE_AREA_NAME, -1 };

MAPPE_DEFINE_RECORD (MappeArea, mappe_area, "area", "area", N_("Area"), N_("Areas"),
                     "AR-", 2, fields, title_fields, NULL)
