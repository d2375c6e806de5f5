/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteer-programme.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "programme_id"),
  [MAPPE_VOLUNTEER_PROGRAMME_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Volunteer programme"),
  },
  [MAPPE_VOLUNTEER_PROGRAMME_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_VOLUNTEER_PROGRAMME_ORGANISATION] = {
    .name = "organisation", .alias = "org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_VOLUNTEER_PROGRAMME_SINCE] = {
    .name = "since", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Since"),
  },
  [MAPPE_VOLUNTEER_PROGRAMME_TRAINING_EVERY_MONTHS] = {
    .name = "training_every_months", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Training every"),
    .unit = N_("months"), .minimum = 1, .maximum = 240,
  },
  [MAPPE_VOLUNTEER_PROGRAMME_HOURLY_RATE_EUR] = {
    .name = "hourly_rate_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .label = N_("Rate per hour"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_VOLUNTEER_PROGRAMME_NOTE),
};

static const int title_fields[] = { MAPPE_VOLUNTEER_PROGRAMME_NAME, -1 };

MAPPE_DEFINE_RECORD (MappeVolunteerProgramme, mappe_volunteer_programme, "volunteer-programme",
                     "volunteer_programme", N_("Volunteer programme"), N_("Volunteer programmes"),
                     "VP-", 2, fields, title_fields, NULL)
