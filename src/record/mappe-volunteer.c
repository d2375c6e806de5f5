/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteer.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "volunteer_id"),
  [MAPPE_VOLUNTEER_FIRST_NAME] = {
    .name = "first_name", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST | MAPPE_FIELD_PERSONAL,
    .label = N_("First name"), .group = N_("Volunteer"),
  },
  [MAPPE_VOLUNTEER_LAST_NAME] = {
    .name = "last_name", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT |
             MAPPE_FIELD_LIST | MAPPE_FIELD_PERSONAL,
    .label = N_("Last name"),
  },
  [MAPPE_VOLUNTEER_PROGRAMME] = {
    .name = "programme", .alias = "programme_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Volunteer programme"),
    .target = "volunteer-programme", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_VOLUNTEER_EMAIL] = {
    .name = "email", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_PERSONAL,
    .label = N_("E-mail"),
  },
  [MAPPE_VOLUNTEER_PHONE] = {
    .name = "phone", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_PERSONAL,
    .label = N_("Phone"),
  },
  [MAPPE_VOLUNTEER_OF_AGE] = {
    .name = "of_age", .type = MAPPE_FIELD_BOOL, .since = 4,
    .label = N_("Of age, or consent on file"),
    .preset = "1",
  },
  [MAPPE_VOLUNTEER_BEGINS_ON] = {
    .name = "begins_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Begins on"), .group = N_("Appointment"),
  },
  [MAPPE_VOLUNTEER_ENDS_ON] = {
    .name = "ends_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Ends on"),
  },
  [MAPPE_VOLUNTEER_UNDERTAKING_ON] = {
    .name = "undertaking_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Undertaking on"),
  },
  [MAPPE_VOLUNTEER_APPOINTED_BY] = {
    .name = "appointed_by", .alias = "appointed_by_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Appointed by"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_VOLUNTEER_EXPENSE_RULE] = {
    .name = "expense_rule", .type = MAPPE_FIELD_TEXT, .since = 4,
    .label = N_("Expenses"),
  },
  [MAPPE_VOLUNTEER_TRAINED_ON] = {
    .name = "trained_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Last training on"), .group = N_("Training and thanks"),
  },
  [MAPPE_VOLUNTEER_TRAINING_DUE_ON] = {
    .name = "training_due_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Training due on"),
  },
  [MAPPE_VOLUNTEER_THANKED_ON] = {
    .name = "thanked_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Thanked on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_VOLUNTEER_NOTE),
};

static const int title_fields[] = { MAPPE_VOLUNTEER_LAST_NAME, MAPPE_VOLUNTEER_FIRST_NAME, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_VOLUNTEER_BEGINS_ON, MAPPE_VOLUNTEER_ENDS_ON, field,
                            error);
}

MAPPE_DEFINE_RECORD (MappeVolunteer, mappe_volunteer, "volunteer",
                     "volunteer", N_("Volunteer"), N_("Volunteers"),
                     "VO-", 3, fields, title_fields, check)
