/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-closures.h"
#include "mappe-field-work-error.h"
#include "mappe-road-closure.h"
#include "mappe-test-demo.h"

/* The road closures of the demo council; the figures were counted by hand in data/sample/road_closures.csv. */

#define NOW "2026-11-23T10:00"

static void
test_lead_times (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeClosures) closures = mappe_closures_load (test->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (closures->listed->len, ==, 5);
  g_assert_cmpuint (closures->n_open, ==, 1);
  g_assert_cmpstr (((MappeListed *) g_ptr_array_index (closures->listed, 0))->title, ==, "Domstraße");
  /* 12, 25, 180, 2880, 14400 */
  g_assert_cmpuint (closures->all.n, ==, 5);
  g_assert_cmpfloat (closures->all.median, ==, 180);
  g_assert_cmpint (closures->all.least, ==, 12);
  g_assert_cmpint (closures->all.most, ==, 14400);
  /* Without the two for events: 12, 25, 180 */
  g_assert_cmpuint (closures->short_notice.n, ==, 3);
  g_assert_cmpfloat (closures->short_notice.median, ==, 25);
  g_assert_cmpint (closures->short_notice.least, ==, 12);
  g_assert_cmpint (closures->short_notice.most, ==, 180);
}

static void
test_states (void)
{
  static const struct { const char *status, *from, *to; MappeClosureState state; } cases[] = {
    { "active", "2026-11-20T10:00", "2026-12-22T21:00", MAPPE_CLOSURE_ACTIVE },
    { "active", "2026-11-20T10:00", NULL, MAPPE_CLOSURE_ACTIVE },
    { "active", "2026-11-20T10:00", "2026-11-23T09:59", MAPPE_CLOSURE_OVER },
    { "planned", "2026-11-23T10:01", NULL, MAPPE_CLOSURE_PLANNED },
    { "planned", "2026-11-23T10:00", NULL, MAPPE_CLOSURE_ACTIVE },
    { "lifted", "2026-11-20T10:00", NULL, MAPPE_CLOSURE_LIFTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeRow) row = mappe_test_row (&mappe_road_closure_kind, "status", cases[i].status, "from_at",
                                                 cases[i].from, "to_at", cases[i].to, NULL);

      g_assert_cmpint (mappe_closure_state (row, NOW), ==, cases[i].state);
    }
}

static void
test_minutes (void)
{
  static const struct { const char *asked, *from, *typed; gint64 minutes; } cases[] = {
    { "2026-07-18T19:30", "2026-07-18T19:42", NULL, 12 }, { "2026-12-31T23:50", "2027-01-01T00:20", NULL, 30 },
    { "2026-07-18T19:30", "2026-07-18T19:42", "9", 9 },   { "2026-07-18T19:30", "2026-07-18T19:29", NULL, -1 },
    { NULL, "2026-07-18T19:29", NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeRow) row = mappe_row_new (&mappe_road_closure_kind);

      mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_REQUESTED_AT, cases[i].asked, NULL);
      mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_FROM_AT, cases[i].from, NULL);
      mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES, cases[i].typed, NULL);
      mappe_closure_complete (row);
      if (cases[i].minutes < 0)
        g_assert_true (mappe_row_is_null (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES));
      else
        g_assert_cmpint (mappe_row_get_int (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES), ==, cases[i].minutes);
    }
}

static void
test_lift (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  gint64 id = mappe_test_id (test->store, "road-closure", "RC-05");
  g_autoptr (MappeRow) row = mappe_store_load (test->store, &mappe_road_closure_kind, id, NULL);
  g_autoptr (MappeRow) lifted = NULL;
  MappeEdit *edit = mappe_closure_lift (row, NOW, &error);
  g_autoptr (MappeApplied) applied = mappe_store_apply (test->store, edit, NULL, &error);

  g_assert_no_error (error);
  lifted = mappe_store_load (test->store, &mappe_road_closure_kind, id, NULL);
  g_assert_cmpstr (mappe_row_get_text (lifted, MAPPE_ROAD_CLOSURE_STATUS), ==, "lifted");
  g_assert_cmpstr (mappe_row_get_text (lifted, MAPPE_ROAD_CLOSURE_TO_AT), ==, NOW);
  g_assert_null (mappe_closure_lift (lifted, NOW, &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_STATE);
  g_clear_error (&error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/closures/lead-times", MappeTestStore, "de", mappe_test_demo_set_up, test_lead_times,
              mappe_test_store_tear_down);
  g_test_add_func ("/closures/states", test_states);
  g_test_add_func ("/closures/minutes", test_minutes);
  g_test_add ("/closures/lift", MappeTestStore, "de", mappe_test_demo_set_up, test_lift, mappe_test_store_tear_down);
  return g_test_run ();
}
