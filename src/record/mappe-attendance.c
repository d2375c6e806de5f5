/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attendance.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_ATTENDANCE_MEETING] = {
    .name = "meeting", .alias = "meeting_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Meeting"), .group = N_("Attendance"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_ATTENDANCE_PERSON] = {
    .name = "person", .alias = "member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Person"),
    .target = "person", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_ATTENDANCE_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "attendance_status", .preset = "no_reply",
  },
  [MAPPE_ATTENDANCE_VOTING] = {
    .name = "voting", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Entitled to vote"),
    .preset = "0",
  },
  [MAPPE_ATTENDANCE_DEPUTY_NAME] = {
    .name = "deputy_name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_PERSONAL,
    .label = N_("Deputy"),
  },
  [MAPPE_ATTENDANCE_DEPUTY] = {
    .name = "deputy", .type = MAPPE_FIELD_REF, .since = 2,
    .label = N_("Deputy in the register"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  /* Before, the member was there; without a time the deputy was there all along. */
  [MAPPE_ATTENDANCE_DEPUTY_FROM] = {
    .name = "deputy_from", .type = MAPPE_FIELD_TIME, .since = 3,
    .label = N_("Deputy since"),
  },
  [MAPPE_ATTENDANCE_ARRIVED_AT] = {
    .name = "arrived_at", .type = MAPPE_FIELD_TIME, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Arrived at"), .group = N_("Presence"),
  },
  [MAPPE_ATTENDANCE_LEFT_AT] = {
    .name = "left_at", .type = MAPPE_FIELD_TIME, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Left at"),
  },
  MAPPE_NOTE_FIELD (MAPPE_ATTENDANCE_NOTE),
};

static const int title_fields[] = { MAPPE_ATTENDANCE_REFERENCE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_ATTENDANCE_ARRIVED_AT, MAPPE_ATTENDANCE_LEFT_AT, field, error)
         && mappe_check_order (row, MAPPE_ATTENDANCE_ARRIVED_AT, MAPPE_ATTENDANCE_DEPUTY_FROM, field, error)
         && mappe_check_order (row, MAPPE_ATTENDANCE_DEPUTY_FROM, MAPPE_ATTENDANCE_LEFT_AT, field, error);
}

MAPPE_DEFINE_RECORD (MappeAttendance, mappe_attendance, "attendance",
                     "attendance", N_("Attendance"), N_("Attendance"),
                     "AT", 4, fields, title_fields, check)
