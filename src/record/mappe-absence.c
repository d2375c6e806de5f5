/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-absence.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (2, NULL),
  [MAPPE_ABSENCE_ATTENDANCE] = {
    .name = "attendance", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Attendance"), .group = N_("Temporary absence"),
    .target = "attendance", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_ABSENCE_LEFT_AT] = {
    .name = "left_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Left at"),
  },
  [MAPPE_ABSENCE_RETURNED_AT] = {
    .name = "returned_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Returned at"),
  },
  MAPPE_NOTE_FIELD_SINCE (2, MAPPE_ABSENCE_NOTE),
};

static const int title_fields[] = { MAPPE_ABSENCE_REFERENCE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_ABSENCE_LEFT_AT, MAPPE_ABSENCE_RETURNED_AT, field, error);
}

MAPPE_DEFINE_RECORD (MappeAbsence, mappe_absence, "absence", "absence",
                     N_("Temporary absence"), N_("Temporary absences"),
                     "AB", 3, fields, title_fields, check)
