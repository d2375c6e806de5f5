/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Events that come again: what was found at one is asked before the next.
 * Field numbers of the kind "event-series", in the order of its form. */
enum {
  MAPPE_EVENT_SERIES_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_EVENT_SERIES_TITLE,
  MAPPE_EVENT_SERIES_AREA,
  MAPPE_EVENT_SERIES_NOTE,
};

extern const MappeKind mappe_event_series_kind;

G_END_DECLS
