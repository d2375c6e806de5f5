/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Counts and hours of a volunteer programme in a quarter.
 * Field numbers of the kind "volunteer-quarter", in the order of its form. */
enum {
  MAPPE_VOLUNTEER_QUARTER_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_VOLUNTEER_QUARTER_PROGRAMME,
  MAPPE_VOLUNTEER_QUARTER_PERIOD,
  MAPPE_VOLUNTEER_QUARTER_ACTIVE,
  MAPPE_VOLUNTEER_QUARTER_JOINED,
  MAPPE_VOLUNTEER_QUARTER_DEPARTED,
  MAPPE_VOLUNTEER_QUARTER_HOURS,
  MAPPE_VOLUNTEER_QUARTER_TRAINED,
  MAPPE_VOLUNTEER_QUARTER_NOTE,
};

extern const MappeKind mappe_volunteer_quarter_kind;

G_END_DECLS
