/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-date.h"
#include "mappe-holiday.h"

#define STATE(code) MAPPE_FEDERAL_STATE_##code
#define LAST_STATE MAPPE_FEDERAL_STATE_TH

static void
test_states (void)
{
  static const struct { const char *name; MappeFederalState state; } cases[] = {
    { "RP", STATE (RP) }, { "rp", STATE (RP) }, { "RLP", STATE (RP) }, { "Rheinland-Pfalz", STATE (RP) },
    { "Rhineland-Palatinate", STATE (RP) }, { " rheinland-pfalz ", STATE (RP) }, { "BADEN-WÜRTTEMBERG", STATE (BW) },
    { "Thüringen", STATE (TH) }, { "NRW", STATE (NW) }, { "Berlin", STATE (BE) }, { "Saarland", STATE (SL) },
    { "", STATE (NONE) }, { "Rheinland", STATE (NONE) }, { "XX", STATE (NONE) }, { NULL, STATE (NONE) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mappe_federal_state_parse (cases[i].name), ==, cases[i].state);
}

/* Easter Sunday is a holiday in Brandenburg. */
static void
assert_easter (const char *iso)
{
  g_autofree char *before = mappe_date_add_days (iso, -7);
  g_autofree char *after = mappe_date_add_days (iso, 7);
  GDate day;

  g_assert_cmpstr (mappe_holiday_name (iso, STATE (BB)), ==, "Easter Sunday");
  g_assert_cmpstr (mappe_holiday_name (before, STATE (BB)), !=, "Easter Sunday");
  g_assert_cmpstr (mappe_holiday_name (after, STATE (BB)), !=, "Easter Sunday");
  g_assert_true (mappe_date_parse_iso (iso, &day));
  g_assert_cmpint (g_date_get_weekday (&day), ==, G_DATE_SUNDAY);
}

static void
test_easter (void)
{
  static const char *const days[] = { "1583-04-10", "1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23",
                                      "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                                      "2038-04-25" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    assert_easter (days[i]);
}

/* Gauss's rule as Lichtenberg completed it: another way to the same day. */
static int
march_day_of_gauss (int year)
{
  int k = year / 100, m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25, s = 2 - (3 * k + 3) / 4;
  int a = year % 19, d = (19 * a + m) % 30, r = (d + a / 11) / 29;
  int moon = 21 + d - r, first_sunday = 7 - (year + year / 4 + s) % 7;

  return moon + 7 - (moon - first_sunday) % 7;
}

static void
test_easter_by_gauss (void)
{
  for (int year = 1583; year <= 9999; year++)
    {
      g_autofree char *march = g_strdup_printf ("%04d-03-01", year);
      g_autofree char *easter = mappe_date_add_days (march, march_day_of_gauss (year) - 1);

      assert_easter (easter);
    }
}

typedef struct {
  const char *iso;
  const char *name;
  const char *states;  /* NULL for everywhere */
} Day;

static const Day days_of_2026[] = {
  { "2026-01-01", "New Year’s Day", NULL },
  { "2026-01-06", "Epiphany", "BW BY ST" },
  { "2026-03-08", "International Women’s Day", "BE MV" },
  { "2026-04-03", "Good Friday", NULL },
  { "2026-04-05", "Easter Sunday", "BB" },
  { "2026-04-06", "Easter Monday", NULL },
  { "2026-05-01", "Labour Day", NULL },
  { "2026-05-14", "Ascension Day", NULL },
  { "2026-05-24", "Whit Sunday", "BB" },
  { "2026-05-25", "Whit Monday", NULL },
  { "2026-06-04", "Corpus Christi", "BW BY HE NW RP SL" },
  { "2026-08-15", "Assumption Day", "BY SL" },
  { "2026-09-20", "World Children’s Day", "TH" },
  { "2026-10-03", "Day of German Unity", NULL },
  { "2026-10-31", "Reformation Day", "BB HB HH MV NI SH SN ST TH" },
  { "2026-11-01", "All Saints’ Day", "BW BY NW RP SL" },
  { "2026-11-18", "Day of Repentance and Prayer", "SN" },
  { "2026-12-25", "Christmas Day", NULL },
  { "2026-12-26", "St Stephen’s Day", NULL },
};

static const char *const state_codes[] = { "", "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL",
                                           "SN", "ST", "SH", "TH" };

static const char *
expected_name (const char *iso, MappeFederalState state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days_of_2026); i++)
    if (g_str_equal (days_of_2026[i].iso, iso) &&
        (days_of_2026[i].states == NULL ||
         (state != STATE (NONE) && strstr (days_of_2026[i].states, state_codes[state]) != NULL)))
      return days_of_2026[i].name;
  return NULL;
}

/* Each day of the year in each state. */
static void
test_year (void)
{
  for (int state = STATE (NONE); state <= LAST_STATE; state++)
    for (int i = 0; i < 365; i++)
      {
        g_autofree char *iso = mappe_date_add_days ("2026-01-01", i);

        g_assert_cmpstr (mappe_holiday_name (iso, (MappeFederalState) state), ==,
                         expected_name (iso, (MappeFederalState) state));
      }
  for (int state = STATE (BW); state <= LAST_STATE; state++)
    g_assert_cmpint (mappe_federal_state_parse (state_codes[state]), ==, state);
}

static void
test_corpus_christi (void)
{
  g_assert_cmpstr (mappe_holiday_name ("2026-06-04", STATE (RP)), ==, "Corpus Christi");
  g_assert_null (mappe_holiday_name ("2026-06-04", STATE (BE)));
  g_assert_null (mappe_holiday_name ("2026-06-04", STATE (NONE)));
  g_assert_null (mappe_holiday_name ("2026-06-03", STATE (RP)));
  g_assert_cmpstr (mappe_holiday_name ("2038-06-24", STATE (RP)), ==, "Corpus Christi");  /* as late as can be */
}

/* Laws have a first year. */
static void
test_since (void)
{
  g_assert_null (mappe_holiday_name ("2018-03-08", STATE (BE)));
  g_assert_nonnull (mappe_holiday_name ("2019-03-08", STATE (BE)));
  g_assert_null (mappe_holiday_name ("2022-03-08", STATE (MV)));
  g_assert_nonnull (mappe_holiday_name ("2023-03-08", STATE (MV)));
  g_assert_null (mappe_holiday_name ("2018-09-20", STATE (TH)));
  g_assert_nonnull (mappe_holiday_name ("2019-09-20", STATE (TH)));
  g_assert_null (mappe_holiday_name ("1989-10-03", STATE (RP)));
  g_assert_nonnull (mappe_holiday_name ("1990-10-03", STATE (RP)));
  g_assert_null (mappe_holiday_name ("2016-10-31", STATE (NI)));
  g_assert_nonnull (mappe_holiday_name ("2018-10-31", STATE (NI)));
  /* once everywhere, in 2017 */
  g_assert_null (mappe_holiday_name ("2016-10-31", STATE (RP)));
  g_assert_cmpstr (mappe_holiday_name ("2017-10-31", STATE (RP)), ==, "Reformation Day");
  g_assert_cmpstr (mappe_holiday_name ("2017-10-31", STATE (NONE)), ==, "Reformation Day");
  g_assert_null (mappe_holiday_name ("2018-10-31", STATE (RP)));
  /* and single years in Berlin */
  g_assert_cmpstr (mappe_holiday_name ("2020-05-08", STATE (BE)), ==, "Liberation Day");
  g_assert_cmpstr (mappe_holiday_name ("2025-05-08", STATE (BE)), ==, "Liberation Day");
  g_assert_cmpstr (mappe_holiday_name ("2028-06-17", STATE (BE)), ==, "Anniversary of the 1953 uprising");
  g_assert_null (mappe_holiday_name ("2026-05-08", STATE (BE)));
  g_assert_null (mappe_holiday_name ("2025-05-08", STATE (BB)));
  g_assert_null (mappe_holiday_name ("2028-06-17", STATE (NONE)));
}

/* The Wednesday before 23 November: the 16th at the earliest, the 22nd at the latest. */
static void
test_repentance (void)
{
  static const char *const days[] = { "2022-11-16", "2023-11-22", "2024-11-20", "2025-11-19", "2026-11-18" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *week_before = mappe_date_add_days (days[i], -7);
      g_autofree char *week_after = mappe_date_add_days (days[i], 7);

      g_assert_cmpstr (mappe_holiday_name (days[i], STATE (SN)), ==, "Day of Repentance and Prayer");
      g_assert_null (mappe_holiday_name (days[i], STATE (RP)));
      g_assert_null (mappe_holiday_name (week_before, STATE (SN)));
      g_assert_null (mappe_holiday_name (week_after, STATE (SN)));
    }
}

static void
test_no_day (void)
{
  g_assert_null (mappe_holiday_name (NULL, STATE (RP)));
  g_assert_null (mappe_holiday_name ("", STATE (RP)));
  g_assert_null (mappe_holiday_name ("2026-02-30", STATE (RP)));
  g_assert_null (mappe_holiday_name ("25.12.2026", STATE (RP)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holiday/states", test_states);
  g_test_add_func ("/holiday/easter", test_easter);
  g_test_add_func ("/holiday/easter-by-gauss", test_easter_by_gauss);
  g_test_add_func ("/holiday/year", test_year);
  g_test_add_func ("/holiday/corpus-christi", test_corpus_christi);
  g_test_add_func ("/holiday/since", test_since);
  g_test_add_func ("/holiday/repentance", test_repentance);
  g_test_add_func ("/holiday/no-day", test_no_day);
  return g_test_run ();
}
