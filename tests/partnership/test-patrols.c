/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol.h"
#include "mappe-patrols.h"
#include "mappe-test-demo.h"

/* The patrols of the demo council; the figures were counted by hand in data/sample/patrols.csv. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_patrols_load (snapshot, "2026-09-01", "2026-12-31", error);
}

static void
test_sums (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappePatrols) patrols = mappe_store_read (test->store, load_cb, NULL, &error);
  MappePatrolSum all = mappe_patrols_sum (patrols, 0, "2026-09-01", "2026-12-31");
  MappePatrolSum september = mappe_patrols_sum (patrols, 0, "2026-09-01", "2026-09-30");
  MappePatrolSum park = mappe_patrols_sum (patrols, mappe_test_id (test->store, "area", "AR-01"), "2026-09-01",
                                           "2026-09-30");

  g_assert_no_error (error);
  g_assert_cmpuint (patrols->rows->len, ==, 28);
  g_assert_cmpuint (all.held, ==, 22);
  g_assert_cmpuint (all.cancelled, ==, 2);
  g_assert_cmpuint (all.planned, ==, 4);
  g_assert_cmpuint (all.minutes, ==, 22 * 120);
  g_assert_cmpuint (september.held, ==, 8);
  g_assert_cmpint (september.talks, ==, 12 + 11 + 13 + 17 + 16 + 16 + 16 + 9);
  g_assert_cmpint (september.warnings, ==, 3 + 1 + 3 + 1 + 0 + 0 + 3 + 0);
  g_assert_cmpint (september.dispersal_orders, ==, 0 + 1 + 1 + 1 + 1 + 2 + 0 + 1);
  g_assert_cmpuint (park.held, ==, 2);
  g_assert_cmpint (park.talks, ==, 13 + 16);
}

static void
test_minutes (void)
{
  static const struct { const char *start, *end; guint minutes; } cases[] = {
    { "18:00", "20:00", 120 }, { "22:30", "00:15", 105 }, { "00:00", "00:00", 0 }, { "08:05", "08:06", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeRow) row = mappe_test_row (&mappe_patrol_kind, "start_at", cases[i].start, "end_at", cases[i].end,
                                                 NULL);

      g_assert_cmpuint (mappe_patrol_minutes (row), ==, cases[i].minutes);
    }
}

static void
test_monday (void)
{
  static const char *const cases[][2] = {
    { "2026-11-30", "2026-11-30" }, { "2026-12-06", "2026-11-30" }, { "2027-01-01", "2026-12-28" },
    { "2024-03-01", "2024-02-26" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *monday = mappe_patrol_monday (cases[i][0]);

      g_assert_cmpstr (monday, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/patrols/sums", MappeTestStore, "de", mappe_test_demo_set_up, test_sums, mappe_test_store_tear_down);
  g_test_add_func ("/patrols/minutes", test_minutes);
  g_test_add_func ("/patrols/monday", test_monday);
  return g_test_run ();
}
