/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-period.h"

static void
test_stored (void)
{
  static const char *const good[][3] = {
    { "2026", "2026-01-01", "2026-12-31" },   { "2024H1", "2024-01-01", "2024-06-30" },
    { "2024H2", "2024-07-01", "2024-12-31" }, { "2026Q3", "2026-07-01", "2026-09-30" },
    { "2024-02", "2024-02-01", "2024-02-29" }, { "2100-02", "2100-02-01", "2100-02-28" },
  };
  static const char *const bad[] = {
    NULL,      "",        "202",     "2026Q5", "2026Q0", "2026H3",  "2026-13",
    "2026-00", "2026-1",  "2026q1",  "0000",   "2026Q12", " 2026", "x026",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      MappePeriod period = mappe_period_parse (good[i][0]);
      g_autofree char *text = mappe_period_to_text (period);
      g_autofree char *first = mappe_period_first_day (period);
      g_autofree char *last = mappe_period_last_day (period);

      g_assert_cmpstr (text, ==, good[i][0]);
      g_assert_cmpstr (first, ==, good[i][1]);
      g_assert_cmpstr (last, ==, good[i][2]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (mappe_period_parse (bad[i]).kind, ==, MAPPE_PERIOD_NONE);
}

static void
test_typed (void)
{
  static const char *const cases[][2] = {
    { "Q3 2026", "2026Q3" },         { "3. Quartal 2026", "2026Q3" }, { "III/2026", "2026Q3" },
    { "2026/Q3", "2026Q3" },         { "1. Hj. 2026", "2026H1" },     { "2. Halbjahr 2026", "2026H2" },
    { "07/2026", "2026-07" },        { "2026-07", "2026-07" },        { "Juli 2026", "2026-07" },
    { "März 2025", "2025-03" },      { "Mrz 2025", "2025-03" },       { "Dec 2024", "2024-12" },
    { "Dez. 2024", "2024-12" },      { "2026", "2026" },              { "Jahr 2026", "2026" },
    { "2026-07-15", "2026-07" },     { "13/2026", NULL },             { "Q5 2026", NULL },
    { "Juli", NULL },                { "Summe", NULL },               { "3", NULL },
    { "", NULL },                    { "2025 2026", NULL },           { "Q1 H1 2026", NULL },
    { "2026-1", "2026-01" },         { "2026-Q1", "2026Q1" },         { "2026-01-01..2026-01-31", "2026-01" },
    { "2026-01-01 bis 2026-03-31", "2026Q1" }, { "2026-07-01–2026-12-31", "2026H2" },
    { "2026-01-01 to 2026-12-31", "2026" },    { "2026-01-01..2026-02-28", NULL },
    { "2026-01-02..2026-01-31", NULL },        { "2026-03-31..2026-01-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mappe_period_to_text (mappe_period_parse_typed (cases[i][0]));

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_days (void)
{
  static const char *const cases[][3] = {
    { "2026Q1", "2026-01-01", "2026-03-31" },
    { "2026-2", "2026-02-01", "2026-02-28" },
    { " 2026-04-03 .. 2026-04-06 ", "2026-04-03", "2026-04-06" },
    { "2026-04-03 bis 2026-04-06", "2026-04-03", "2026-04-06" },
    { "2026-04-06..2026-04-03", NULL, NULL },
    { "2026-04-03..2026-04-31", NULL, NULL },
    { "2026-04-03..", NULL, NULL },
    { "2026-04-03 2026-04-06", NULL, NULL },
    { "Ostern", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      g_assert_cmpint (mappe_period_days (cases[i][0], &first, &last), ==, cases[i][1] != NULL);
      g_assert_cmpstr (first, ==, cases[i][1]);
      g_assert_cmpstr (last, ==, cases[i][2]);
    }
}

/* The first days of a period lead back to it, in each year that a period can have. */
static void
test_far_years (void)
{
  static const MappePeriodKind kinds[] = { MAPPE_PERIOD_MONTH, MAPPE_PERIOD_QUARTER, MAPPE_PERIOD_HALF,
                                           MAPPE_PERIOD_YEAR };
  static const char *const none[] = { "0000-12-01", "0999-13-01", "0999-02-29", "0999-02-00", "0999-02-1", "999-02-01",
                                      "0999-02-01x", "0999/02/01", "" };

  for (int year = 1; year <= 9999; year += year < 1600 ? 1 : 97)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        g_autofree char *day = g_strdup_printf ("%04d-12-31", year);
        MappePeriod period = mappe_period_at (day, kinds[i]);
        g_autofree char *first = mappe_period_first_day (period);
        g_autofree char *last = mappe_period_last_day (period);

        g_assert_cmpint (period.year, ==, year);
        g_assert_cmpint (period.month, ==, 13 - (int) kinds[i]);
        g_assert_cmpstr (last, ==, day);
        g_assert_cmpint (mappe_period_at (first, kinds[i]).month, ==, period.month);
      }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (mappe_period_at (none[i], MAPPE_PERIOD_MONTH).kind, ==, MAPPE_PERIOD_NONE);
}

static void
test_steps (void)
{
  static const char *const texts[] = { "2025-11", "2025Q4", "2025H2", "2025" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int n = -30; n <= 30; n++)
      {
        MappePeriod from = mappe_period_parse (texts[i]);
        MappePeriod to = mappe_period_add (from, n);
        g_autofree char *first = mappe_period_first_day (to);
        MappePeriod again = mappe_period_at (first, from.kind);

        g_assert_cmpint (mappe_period_distance (from, to), ==, n);
        g_assert_cmpint (again.year, ==, to.year);
        g_assert_cmpint (again.month, ==, to.month);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/stored", test_stored);
  g_test_add_func ("/period/typed", test_typed);
  g_test_add_func ("/period/days", test_days);
  g_test_add_func ("/period/far-years", test_far_years);
  g_test_add_func ("/period/steps", test_steps);
  return g_test_run ();
}
