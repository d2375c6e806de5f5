/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "attendance", in the order of its form. */
enum {
  MAPPE_ATTENDANCE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_ATTENDANCE_MEETING,
  MAPPE_ATTENDANCE_PERSON,
  MAPPE_ATTENDANCE_STATUS,
  MAPPE_ATTENDANCE_VOTING,
  MAPPE_ATTENDANCE_DEPUTY_NAME,
  MAPPE_ATTENDANCE_DEPUTY,
  MAPPE_ATTENDANCE_ARRIVED_AT,
  MAPPE_ATTENDANCE_LEFT_AT,
  MAPPE_ATTENDANCE_NOTE,
};

extern const MappeKind mappe_attendance_kind;

G_END_DECLS
