/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Something that happened in the time of a series: roll-out, another definition, an event.
 * Field numbers of the kind "series-mark", in the order of its form. */
enum {
  MAPPE_SERIES_MARK_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_SERIES_MARK_TITLE,
  MAPPE_SERIES_MARK_KIND,
  MAPPE_SERIES_MARK_INDICATOR,
  MAPPE_SERIES_MARK_MEASURE,
  MAPPE_SERIES_MARK_BEGINS_ON,
  MAPPE_SERIES_MARK_ENDS_ON,
  MAPPE_SERIES_MARK_EXCLUDED,
  MAPPE_SERIES_MARK_NOTE,
};

extern const MappeKind mappe_series_mark_kind;

G_END_DECLS
