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

static void
test_to_utc (void)
{
  static const struct { const char *date, *time, *zone, *utc; } cases[] = {
    { "2026-10-27", "15:30", BERLIN, "2026-10-27T14:30:00Z" },
    { "2026-07-01", "15:30", BERLIN, "2026-07-01T13:30:00Z" },
    { "2026-01-01", "00:15", BERLIN, "2025-12-31T23:15:00Z" },
    { "2026-03-29", "01:59", BERLIN, "2026-03-29T00:59:00Z" },
    { "2026-03-29", "02:30", BERLIN, "2026-03-29T01:30:00Z" },  /* shown as 03:30 */
    { "2026-03-29", "03:00", BERLIN, "2026-03-29T01:00:00Z" },
    { "2026-10-25", "01:59", BERLIN, "2026-10-24T23:59:00Z" },
    { "2026-10-25", "02:00", BERLIN, "2026-10-25T00:00:00Z" },  /* the first */
    { "2026-10-25", "02:59", BERLIN, "2026-10-25T00:59:00Z" },
    { "2026-10-25", "03:00", BERLIN, "2026-10-25T02:00:00Z" },
    { "2026-10-27", "15:30", "UTC", "2026-10-27T15:30:00Z" },
    { "2026-03-08", "03:00", "America/New_York", "2026-03-08T07:00:00Z" },
    { "2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z" },
    { "2028-02-29", "12:00", "Asia/Kolkata", "2028-02-29T06:30:00Z" },
    { "2011-12-31", "00:00", "Pacific/Apia", "2011-12-30T10:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (cases[i].utc, NULL);
      gint64 unix_seconds = 0;

      g_assert_true (mappe_zone_time_to_utc (cases[i].date, cases[i].time, cases[i].zone, &unix_seconds));
      g_assert_cmpint (unix_seconds, ==, g_date_time_to_unix (expected));
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
test_minutes (void)
{
  g_assert_cmpint (mappe_zone_time_minutes ("2026-10-27", "15:30", "17:35", BERLIN), ==, 125);
  g_assert_cmpint (mappe_zone_time_minutes ("2026-10-27", "17:35", "15:30", BERLIN), ==, -125);
  g_assert_cmpint (mappe_zone_time_minutes ("2026-10-27", "15:30", "15:30", BERLIN), ==, 0);
  g_assert_cmpint (mappe_zone_time_minutes ("2026-03-29", "01:30", "03:30", BERLIN), ==, 60);
  g_assert_cmpint (mappe_zone_time_minutes ("2026-10-25", "01:30", "03:30", BERLIN), ==, 180);
  g_assert_cmpint (mappe_zone_time_minutes ("2026-10-25", "02:30", "03:30", BERLIN), ==, 120);
  g_assert_cmpint (mappe_zone_time_minutes ("2026-03-29", "00:00", "23:59", BERLIN), ==, 22 * 60 + 59);
  g_assert_cmpint (mappe_zone_time_minutes ("2026-10-25", "00:00", "23:59", BERLIN), ==, 24 * 60 + 59);
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
    {
      MappeZoneTime found = mappe_zone_time_check (cases[i].date, cases[i].time, cases[i].zone);
      gint64 unix_seconds;

      g_assert_cmpint (found, ==, MAPPE_ZONE_TIME_UNKNOWN);
      g_assert_false (mappe_zone_time_to_utc (cases[i].date, cases[i].time, cases[i].zone, &unix_seconds));
      g_assert_cmpint (mappe_zone_time_minutes (cases[i].date, cases[i].time, "16:00", cases[i].zone), ==, G_MININT);
      g_assert_cmpint (mappe_zone_time_minutes (cases[i].date, "16:00", cases[i].time, cases[i].zone), ==, G_MININT);
    }
}

/* Every minute of both nights, and a far summer: what exists, is found again on the clock of the zone. */
static void
test_there_and_back (void)
{
  static const char *const days[] = { "2026-03-29", "2026-10-25", "2037-07-01", "2040-07-01" };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (BERLIN);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    for (int minute = 0; minute < 24 * 60; minute++)
      {
        g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
        g_autofree char *expected = g_strdup_printf ("%s %s", days[i], time);
        g_autofree char *shown = NULL;
        g_autoptr (GDateTime) utc = NULL, local = NULL;
        gint64 unix_seconds = 0;

        if (mappe_zone_time_check (days[i], time, BERLIN) == MAPPE_ZONE_TIME_SKIPPED)
          continue;
        g_assert_true (mappe_zone_time_to_utc (days[i], time, BERLIN, &unix_seconds));
        utc = g_date_time_new_from_unix_utc (unix_seconds);
        local = g_date_time_to_timezone (utc, zone);
        shown = g_date_time_format (local, "%Y-%m-%d %H:%M");
        g_assert_cmpstr (shown, ==, expected);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone-time/check", test_check);
  g_test_add_func ("/zone-time/to-utc", test_to_utc);
  g_test_add_func ("/zone-time/skipped-day", test_skipped_day);
  g_test_add_func ("/zone-time/minutes", test_minutes);
  g_test_add_func ("/zone-time/unknown", test_unknown);
  g_test_add_func ("/zone-time/there-and-back", test_there_and_back);
  return g_test_run ();
}
