/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "area", in the order of its form. */
enum {
  MAPPE_AREA_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_AREA_NAME,
  MAPPE_AREA_KIND,
  MAPPE_AREA_DISTRICT,
  MAPPE_AREA_OWNER_ORGANISATION,
  MAPPE_AREA_OBJECTIVE_DEFICIT,
  MAPPE_AREA_SUBJECTIVE_DEFICIT,
  MAPPE_AREA_RESIDENTS,
  MAPPE_AREA_RESIDENTS_ON,
  MAPPE_AREA_MAP_X_PCT,
  MAPPE_AREA_MAP_Y_PCT,
  MAPPE_AREA_NOTE,
};

extern const MappeKind mappe_area_kind;

G_END_DECLS
