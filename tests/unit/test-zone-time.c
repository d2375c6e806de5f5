/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-zone-time.h"

#define BERLIN "Europe/Berlin"

/* In 2026 the clocks of Germany jump from 02:00 to 03:00 on 29 March, from 03:00 back to 02:00 on 25 October. */
static void
test_check (void)
{
  static const struct { const char *date, *time; MappeZoneTime expected; } cases[] = {
    { "2026-03-28", "02:30", MAPPE_ZONE_TIME_FINE },
    { "2026-03-29", "00:00", MAPPE_ZONE_TIME_FINE },
    { "2026-03-29", "01:59", MAPPE_ZONE_TIME_FINE },
    { "2026-03-29", "02:00", MAPPE_ZONE_TIME_SKIPPED },
    { "2026-03-29", "02:30", MAPPE_ZONE_TIME_SKIPPED },
    { "2026-03-29", "02:59", MAPPE_ZONE_TIME_SKIPPED },
    { "2026-03-29", "03:00", MAPPE_ZONE_TIME_FINE },
    { "2026-03-29", "23:59", MAPPE_ZONE_TIME_FINE },
    { "2026-03-30", "02:30", MAPPE_ZONE_TIME_FINE },
    { "2026-10-24", "02:30", MAPPE_ZONE_TIME_FINE },
    { "2026-10-25", "01:59", MAPPE_ZONE_TIME_FINE },
    { "2026-10-25", "02:00", MAPPE_ZONE_TIME_TWICE },
    { "2026-10-25", "02:30", MAPPE_ZONE_TIME_TWICE },
    { "2026-10-25", "02:59", MAPPE_ZONE_TIME_TWICE },
    { "2026-10-25", "03:00", MAPPE_ZONE_TIME_FINE },
    { "2026-10-26", "02:30", MAPPE_ZONE_TIME_FINE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (mappe_zone_time_check (cases[i].date, cases[i].time, BERLIN), ==, cases[i].expected);
      g_assert_cmpint (mappe_zone_time_check (cases[i].date, cases[i].time, "UTC"), ==, MAPPE_ZONE_TIME_FINE);
    }
}

/* A whole day that never was: Samoa crossed the date line. */
static void
test_skipped_day (void)
{
  g_assert_cmpint (mappe_zone_time_check ("2011-12-29", "12:00", "Pacific/Apia"), ==, MAPPE_ZONE_TIME_FINE);
  g_assert_cmpint (mappe_zone_time_check ("2011-12-30", "12:00", "Pacific/Apia"), ==, MAPPE_ZONE_TIME_SKIPPED);
  g_assert_cmpint (mappe_zone_time_check ("2011-12-31", "12:00", "Pacific/Apia"), ==, MAPPE_ZONE_TIME_FINE);
}

static void
test_unknown (void)
{
  static const struct { const char *date, *time, *zone; } cases[] = {
    { "2026-10-27", "15:30", "Europe/Musterhausen" }, { "2026-10-27", "15:30", "" }, { "2026-10-27", "15:30", NULL },
    { "2026-02-29", "15:30", BERLIN }, { "", "15:30", BERLIN }, { NULL, "15:30", BERLIN },
    { "2026-10-27", "24:00", BERLIN }, { "2026-10-27", "", BERLIN }, { "2026-10-27", NULL, BERLIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mappe_zone_time_check (cases[i].date, cases[i].time, cases[i].zone), ==, MAPPE_ZONE_TIME_UNKNOWN);
}

/* How often the clock of the zone shows each minute of the day, by going through all minutes around it. */
static void
count_minutes (const char *date, GTimeZone *zone, guint shown[24 * 60])
{
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00Z", date);
  g_autoptr (GDateTime) middle = g_date_time_new_from_iso8601 (noon, NULL);

  for (int minute = -36 * 60; minute < 36 * 60; minute++)
    {
      g_autoptr (GDateTime) utc = g_date_time_add_minutes (middle, minute);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
      g_autofree char *day = g_date_time_format (local, "%Y-%m-%d");

      if (g_str_equal (day, date))
        shown[g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local)]++;
    }
}

/* Every minute of the nights in which clocks change, of usual days and of a day that never was: as the clock shows. */
static void
test_every_minute (void)
{
  static const struct { const char *date, *zone; } days[] = {
    { "2026-03-29", BERLIN }, { "2026-10-25", BERLIN }, { "2037-07-01", BERLIN }, { "2040-07-01", BERLIN },
    { "2026-03-08", "America/New_York" }, { "2026-11-01", "America/New_York" }, { "2028-02-29", "Asia/Kolkata" },
    { "2011-12-30", "Pacific/Apia" },
  };
  static const MappeZoneTime expected[] = { MAPPE_ZONE_TIME_SKIPPED, MAPPE_ZONE_TIME_FINE, MAPPE_ZONE_TIME_TWICE };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (days[i].zone);
      guint shown[24 * 60] = { 0 };

      count_minutes (days[i].date, zone, shown);
      for (int minute = 0; minute < 24 * 60; minute++)
        {
          g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

          g_assert_cmpuint (shown[minute], <, G_N_ELEMENTS (expected));
          g_assert_cmpint (mappe_zone_time_check (days[i].date, time, days[i].zone), ==, expected[shown[minute]]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone-time/check", test_check);
  g_test_add_func ("/zone-time/skipped-day", test_skipped_day);
  g_test_add_func ("/zone-time/unknown", test_unknown);
  g_test_add_func ("/zone-time/every-minute", test_every_minute);
  return g_test_run ();
}
