/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "absence", in the order of its form. */
enum {
  MAPPE_ABSENCE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_ABSENCE_ATTENDANCE,
  MAPPE_ABSENCE_LEFT_AT,
  MAPPE_ABSENCE_RETURNED_AT,
  MAPPE_ABSENCE_NOTE,
};

extern const MappeKind mappe_absence_kind;

G_END_DECLS
