/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A natural event reaches more than one area.
 * Field numbers of the kind "event-area", in the order of its form. */
enum {
  MAPPE_EVENT_AREA_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_EVENT_AREA_EVENT,
  MAPPE_EVENT_AREA_AREA,
  MAPPE_EVENT_AREA_NOTE,
};

extern const MappeKind mappe_event_area_kind;

G_END_DECLS
