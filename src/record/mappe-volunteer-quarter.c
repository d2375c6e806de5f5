/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteer-quarter.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_VOLUNTEER_QUARTER_PROGRAMME] = {
    .name = "programme", .alias = "programme_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Volunteer programme"), .group = N_("Quarter"),
    .target = "volunteer-programme", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_VOLUNTEER_QUARTER_PERIOD] = {
    .name = "period", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Period"),
  },
  [MAPPE_VOLUNTEER_QUARTER_ACTIVE] = {
    .name = "active", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Active"), .group = N_("Counts"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_VOLUNTEER_QUARTER_JOINED] = {
    .name = "joined", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Joined"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_VOLUNTEER_QUARTER_DEPARTED] = {
    .name = "departed", .alias = "left", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Left"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_VOLUNTEER_QUARTER_HOURS] = {
    .name = "hours", .type = MAPPE_FIELD_REAL, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Hours"),
    .minimum = 0, .maximum = 1e7,
  },
  [MAPPE_VOLUNTEER_QUARTER_TRAINED] = {
    .name = "trained", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Trained"),
    .minimum = 0, .maximum = 1e9,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_VOLUNTEER_QUARTER_NOTE),
};

static const int title_fields[] = { MAPPE_VOLUNTEER_QUARTER_PERIOD, -1 };

MAPPE_DEFINE_RECORD (MappeVolunteerQuarter, mappe_volunteer_quarter, "volunteer-quarter",
                     "volunteer_quarter", N_("Quarter of volunteers"), N_("Quarters of volunteers"),
                     "VQ", 3, fields, title_fields, NULL)
