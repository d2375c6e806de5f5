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

/* A zone is never further than a day from UTC, so one of the offsets a day before and after is the right one. */
static MappeZoneTime
find_instant (const char *date, const char *hhmm, const char *zone_name, gint64 *unix_seconds)
{
  g_autoptr (GTimeZone) zone = zone_name != NULL ? g_time_zone_new_identifier (zone_name) : NULL;
  gint64 local, before, after;
  gboolean fits_before, fits_after;

  if (zone == NULL || !local_seconds (date, hhmm, &local))
    return MAPPE_ZONE_TIME_UNKNOWN;
  before = local - offset_at (zone, local - DAY_SECONDS);
  after = local - offset_at (zone, local + DAY_SECONDS);
  fits_before = before + offset_at (zone, before) == local;
  fits_after = after + offset_at (zone, after) == local;
  if (!fits_before && !fits_after)
    {
      /* The clock jumps over it: reckoned on by the offset before the jump, so that nothing goes backwards. */
      *unix_seconds = before;
      return MAPPE_ZONE_TIME_SKIPPED;
    }
  *unix_seconds = fits_before && fits_after ? MIN (before, after) : fits_before ? before : after;
  return fits_before && fits_after && before != after ? MAPPE_ZONE_TIME_TWICE : MAPPE_ZONE_TIME_FINE;
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
  gint64 unix_seconds;

  return find_instant (date, hhmm, zone, &unix_seconds);
}

/**
 * mappe_zone_time_to_utc:
 * @unix_seconds: (out): the instant, for programs that need one; a time that exists twice is the first, one that the
 *   clock jumps over is reckoned on from before the jump
 *
 * Returns: %FALSE when zone, date or time are unknown
 */
gboolean
mappe_zone_time_to_utc (const char *date, const char *hhmm, const char *zone, gint64 *unix_seconds)
{
  return find_instant (date, hhmm, zone, unix_seconds) != MAPPE_ZONE_TIME_UNKNOWN;
}

/** mappe_zone_time_minutes: Returns: real minutes between two local times of a day; G_MININT when one is unknown */
int
mappe_zone_time_minutes (const char *date, const char *from, const char *to, const char *zone)
{
  gint64 start, end;

  if (!mappe_zone_time_to_utc (date, from, zone, &start) || !mappe_zone_time_to_utc (date, to, zone, &end))
    return G_MININT;
  return (int) ((end - start) / 60);
}
