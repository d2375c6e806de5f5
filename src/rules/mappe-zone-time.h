/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Planned times are local date, local time and zone of the place; see ARCHITECTURE section 9. */

typedef enum {
  MAPPE_ZONE_TIME_FINE,
  MAPPE_ZONE_TIME_SKIPPED,   /* the clock is put forward over this time: it does not exist */
  MAPPE_ZONE_TIME_TWICE,     /* the clock is put back: it exists twice, the first is meant */
  MAPPE_ZONE_TIME_UNKNOWN,   /* no such zone, date or time */
} MappeZoneTime;

MappeZoneTime  mappe_zone_time_check (const char *date, const char *hhmm, const char *zone);

G_END_DECLS
