/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A road that is closed, mostly at short notice.
 * Field numbers of the kind "road-closure", in the order of its form. */
enum {
  MAPPE_ROAD_CLOSURE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_ROAD_CLOSURE_ROAD,
  MAPPE_ROAD_CLOSURE_AREA,
  MAPPE_ROAD_CLOSURE_CAUSE,
  MAPPE_ROAD_CLOSURE_STATUS,
  MAPPE_ROAD_CLOSURE_FROM_AT,
  MAPPE_ROAD_CLOSURE_TO_AT,
  MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES,
  MAPPE_ROAD_CLOSURE_REQUESTED_BY,
  MAPPE_ROAD_CLOSURE_ORDERED_BY,
  MAPPE_ROAD_CLOSURE_EVENT,
  MAPPE_ROAD_CLOSURE_DIVERSION,
  MAPPE_ROAD_CLOSURE_NOTE,
};

extern const MappeKind mappe_road_closure_kind;

G_END_DECLS
