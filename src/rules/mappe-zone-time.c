/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-zone-time.h"

#include "mappe-date.h"
#include "mappe-presence.h"

#define DAY_SECONDS (24 * 60 * 60)

/* Seconds of the local clock, as if it had no zone. */
static gboolean
local_seconds (const char *date, const char *hhmm, gint64 *seconds)
{
  int minute = mappe_minute_parse (hhmm);
  g_autoptr (GDateTime) midnight = NULL;
  GDate day;

  if (minute == MAPPE_MINUTE_NONE || !mappe_date_parse_iso (date, &day))
    return FALSE;
  midnight = g_date_time_new_utc (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);
  *seconds = g_date_time_to_unix (midnight) + (gint64) minute * 60;
  return TRUE;
}

static gint64
offset_at (GTimeZone *zone, gint64 unix_seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, unix_seconds));
}

/**
 * mappe_zone_time_check:
 * @date: (nullable): local date, "YYYY-MM-DD"
 * @hhmm: (nullable): local time, "HH:MM"
 * @zone: (nullable): zone of the place, e.g. "Europe/Berlin"
 *
 * Returns: whether that time exists there on that day, and how often
 */
MappeZoneTime
mappe_zone_time_check (const char *date, const char *hhmm, const char *zone)
{
  g_autoptr (GTimeZone) place = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  gint64 local, before, after;
  gboolean fits_before, fits_after;

  if (place == NULL || !local_seconds (date, hhmm, &local))
    return MAPPE_ZONE_TIME_UNKNOWN;
  /* A zone is never further than a day from UTC, so one of the offsets a day before and after is the right one. */
  before = local - offset_at (place, local - DAY_SECONDS);
  after = local - offset_at (place, local + DAY_SECONDS);
  fits_before = before + offset_at (place, before) == local;
  fits_after = after + offset_at (place, after) == local;
  if (!fits_before && !fits_after)
    return MAPPE_ZONE_TIME_SKIPPED;
  return fits_before && fits_after && before != after ? MAPPE_ZONE_TIME_TWICE : MAPPE_ZONE_TIME_FINE;
}
