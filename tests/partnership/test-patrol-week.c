/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-area.h"
#include "mappe-field-work-error.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-patrol-acts.h"
#include "mappe-patrol-file.h"
#include "mappe-patrol-fill.h"
#include "mappe-patrol.h"
#include "mappe-test-demo.h"
#include "mappe-test-edit.h"

/* Weeks of the demo council; the figures were counted by hand in data/sample/patrols.csv. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer day, GError **error)
{
  return mappe_patrol_week_load (snapshot, day, error);
}

static MappePatrolWeek *
week_of (MappeTestStore *test, const char *day)
{
  g_autoptr (GError) error = NULL;
  MappePatrolWeek *week = mappe_store_read (test->store, load_cb, (gpointer) day, &error);

  g_assert_no_error (error);
  return week;
}

static MappeRow *
patrol_of (MappeTestStore *test, const char *reference)
{
  g_autoptr (GError) error = NULL;
  MappeRow *row = mappe_store_load (test->store, &mappe_patrol_kind, mappe_test_id (test->store, "patrol", reference),
                                    &error);

  g_assert_no_error (error);
  return row;
}

static void
undo (MappeTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo (test->store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
test_names (void)
{
  static const struct { const char *day, *week, *monday; } cases[] = {
    { "2026-11-25", "2026-W48", "2026-11-23" }, { "2026-12-31", "2026-W53", "2026-12-28" },
    { "2027-01-03", "2026-W53", "2026-12-28" }, { "2024-12-30", "2025-W01", "2024-12-30" },
  };
  static const char *const wrong[] = { "2027-W53", "2026-W00", "2026-W54", "2026W48", "2026-W48x", "x", "",
  "9999-W52", "0001-W01" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = mappe_patrol_week_name (cases[i].day);
      g_autofree char *monday = mappe_patrol_week_parse (cases[i].week);

      g_assert_cmpstr (name, ==, cases[i].week);
      g_assert_cmpstr (monday, ==, cases[i].monday);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (mappe_patrol_week_parse (wrong[i]));
}

static void
test_week (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappePatrolWeek) week = week_of (test, "2026-10-25");
  gint64 zone = mappe_test_id (test->store, "area", "AR-04");
  g_autoptr (GPtrArray) all = mappe_patrol_week_find (week, 0, week->days[0], week->days[6]);
  g_autoptr (GPtrArray) saturday = mappe_patrol_week_find (week, zone, "2026-10-24", "2026-10-24");
  MappePatrolSum sum = mappe_patrol_week_sum (week, 0, week->days[0]);
  MappePatrolSum none = { 0 };

  g_assert_cmpstr (week->days[0], ==, "2026-10-19");
  g_assert_cmpstr (week->days[6], ==, "2026-10-25");
  g_assert_cmpstr (week->mondays[0], ==, "2026-08-03");
  g_assert_cmpstr (week->mondays[MAPPE_PATROL_WEEKS - 1], ==, "2026-10-19");
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (saturday->len, ==, 1);
  g_assert_cmpuint (sum.held, ==, 1);
  g_assert_cmpuint (sum.cancelled, ==, 1);
  g_assert_cmpuint (sum.minutes, ==, 120);
  g_assert_cmpfloat (mappe_patrol_sum_lost (&sum), ==, 50.0);
  g_assert_true (isnan (mappe_patrol_sum_lost (&none)));
  g_assert_true (mappe_patrol_week_visits (week, zone));
  g_assert_false (mappe_patrol_week_visits (week, mappe_test_id (test->store, "area", "AR-05")));
}

static void
test_held (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeRow) patrol = patrol_of (test, "PT-025");
  MappePatrolCounts counts = { "14", "2", "", NULL };
  MappePatrolCounts wrong = { "some", NULL, NULL, NULL };
  g_autoptr (MappeRow) after = NULL;
  g_autoptr (MappeRow) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_patrol_held (patrol, &counts, "2026-11-24", &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (mappe_patrol_held (patrol, &wrong, "2026-11-25", &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_MISSING);
  mappe_test_accept (test->store, mappe_patrol_held (patrol, &counts, "2026-11-25", NULL));
  after = patrol_of (test, "PT-025");
  g_assert_cmpstr (mappe_row_get_text (after, MAPPE_PATROL_STATUS), ==, "held");
  g_assert_cmpint (mappe_row_get_int (after, MAPPE_PATROL_CITIZEN_TALKS), ==, 14);
  g_assert_cmpint (mappe_row_get_int (after, MAPPE_PATROL_WARNINGS), ==, 2);
  g_assert_true (mappe_row_is_null (after, MAPPE_PATROL_DISPERSAL_ORDERS));
  undo (test);
  again = patrol_of (test, "PT-025");
  g_assert_cmpstr (mappe_row_get_text (again, MAPPE_PATROL_STATUS), ==, "planned");
  g_assert_true (mappe_row_is_null (again, MAPPE_PATROL_CITIZEN_TALKS));
}

static void
test_cancel (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeRow) patrol = patrol_of (test, "PT-024");
  g_autoptr (MappeRow) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_patrol_cancel (patrol, "  ", &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_MISSING);
  mappe_test_accept (test->store, mappe_patrol_cancel (patrol, " Illness ", NULL));
  after = patrol_of (test, "PT-024");
  g_assert_cmpstr (mappe_row_get_text (after, MAPPE_PATROL_STATUS), ==, "cancelled");
  g_assert_cmpstr (mappe_row_get_text (after, MAPPE_PATROL_CANCEL_REASON), ==, "Illness");
  g_assert_true (mappe_row_is_null (after, MAPPE_PATROL_CITIZEN_TALKS));
}

static void
test_roster (void)
{
  g_autofree char *next = mappe_patrol_roster_of ("DP-KW47", "2026-W47", "2026-W48");
  g_autofree char *year = mappe_patrol_roster_of ("KW53", "2026-W53", "2027-W01");

  g_assert_cmpstr (next, ==, "DP-KW48");
  g_assert_cmpstr (year, ==, "KW01");
  g_assert_null (mappe_patrol_roster_of ("DP-KW46", "2026-W47", "2026-W48"));
  g_assert_null (mappe_patrol_roster_of ("Plan 147", "2026-W47", "2026-W48"));
  g_assert_null (mappe_patrol_roster_of (NULL, "2026-W47", "2026-W48"));
}

static void
test_copy (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappePatrolWeek) week = week_of (test, "2026-12-07");
  g_autoptr (MappePatrolWeek) after = NULL;
  g_autoptr (MappePatrolWeek) again = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  const MappeListed *first;
  guint n;

  mappe_test_accept (test->store, mappe_patrol_copy_week (week, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  after = week_of (test, "2026-12-07");
  copies = mappe_patrol_week_find (after, 0, "2026-12-07", "2026-12-13");
  g_assert_cmpuint (copies->len, ==, 2);
  first = g_ptr_array_index (copies, 0);
  g_assert_cmpstr (mappe_row_get_text (first->row, MAPPE_PATROL_DATE), ==, "2026-12-09");
  g_assert_cmpstr (mappe_row_get_text (first->row, MAPPE_PATROL_START_AT), ==, "18:00");
  g_assert_cmpstr (mappe_row_get_text (first->row, MAPPE_PATROL_DUTY_ROSTER_REF), ==, "DP-KW50");
  g_assert_cmpstr (mappe_row_get_text (first->row, MAPPE_PATROL_STATUS), ==, "planned");
  g_assert_cmpint (mappe_row_get_int (first->row, MAPPE_PATROL_AREA), ==, mappe_test_id (test->store, "area", "AR-01"));
  g_assert_null (mappe_patrol_copy_week (after, &n, &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_NOTHING);
  undo (test);
  again = week_of (test, "2026-12-07");
  left = mappe_patrol_week_find (again, 0, "2026-12-07", "2026-12-13");
  g_assert_cmpuint (left->len, ==, 0);
}

/* A week with a cancelled patrol: what was planned is planned again, without reason and counts. */
static void
test_copy_cancelled (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeRow) last = patrol_of (test, "PT-028");
  g_autoptr (MappePatrolWeek) week = NULL;
  g_autoptr (MappePatrolWeek) after = NULL;
  g_autoptr (GPtrArray) saturday = NULL;
  const MappeListed *copy;
  guint n;

  mappe_test_accept (test->store, mappe_patrol_cancel (last, "Storm", NULL));
  week = week_of (test, "2026-12-12");
  mappe_test_accept (test->store, mappe_patrol_copy_week (week, &n, NULL));
  g_assert_cmpuint (n, ==, 2);
  after = week_of (test, "2026-12-12");
  saturday = mappe_patrol_week_find (after, 0, "2026-12-12", "2026-12-12");
  g_assert_cmpuint (saturday->len, ==, 1);
  copy = g_ptr_array_index (saturday, 0);
  g_assert_cmpstr (mappe_row_get_text (copy->row, MAPPE_PATROL_STATUS), ==, "planned");
  g_assert_true (mappe_row_is_null (copy->row, MAPPE_PATROL_CANCEL_REASON));
}

/* --- moving --- */

static void
test_move (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeRow) patrol = patrol_of (test, "PT-028"), held = patrol_of (test, "PT-022");
  g_autofree char *roster = g_strdup (mappe_row_get_text (patrol, MAPPE_PATROL_DUTY_ROSTER_REF));
  gint64 park = mappe_test_id (test->store, "area", "AR-01");
  g_autoptr (MappeRow) moved = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (mappe_row_get_text (patrol, MAPPE_PATROL_DATE), ==, "2026-12-05");
  g_assert_cmpstr (roster, ==, "DP-KW49");
  g_assert_null (mappe_patrol_move (patrol, mappe_row_get_int (patrol, MAPPE_PATROL_AREA), "2026-12-05", &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (mappe_patrol_move (held, park, "2026-12-05", &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_STATE);
  mappe_test_accept (test->store, mappe_patrol_move (patrol, park, "2026-12-08", NULL));
  moved = patrol_of (test, "PT-028");
  g_assert_cmpstr (mappe_row_get_text (moved, MAPPE_PATROL_DATE), ==, "2026-12-08");
  g_assert_cmpint (mappe_row_get_int (moved, MAPPE_PATROL_AREA), ==, park);
  g_assert_cmpstr (mappe_row_get_text (moved, MAPPE_PATROL_DUTY_ROSTER_REF), ==, "DP-KW50");
  undo (test);
  again = patrol_of (test, "PT-028");
  g_assert_cmpstr (mappe_row_get_text (again, MAPPE_PATROL_DATE), ==, "2026-12-05");
  g_assert_cmpstr (mappe_row_get_text (again, MAPPE_PATROL_DUTY_ROSTER_REF), ==, "DP-KW49");
}

static gpointer
unreported_cb (MappeSnapshot *snapshot, gpointer today, GError **error)
{
  return mappe_patrols_unreported (snapshot, today, error);
}

/* PT-025 and PT-026 of week 48; on the 28th the second of them is still of today. */
static void
test_unreported (MappeTestStore *test, gconstpointer data)
{
  static const struct { const char *today; guint n; } days[] = {
    { "2026-11-25", 0 }, { "2026-11-26", 1 }, { "2026-11-28", 1 }, { "2026-11-29", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) patrols = mappe_store_read (test->store, unreported_cb, (gpointer) days[i].today, NULL);

      g_assert_cmpuint (patrols->len, ==, days[i].n);
    }
}

/* --- calendars --- */

/* What the calendar of the week says of the patrol: its sequence, and whether it is called off. */
static gint64
sequence_of (MappeTestStore *test, gint64 id, gboolean *cancelled)
{
  g_autoptr (MappePatrolWeek) week = week_of (test, "2026-12-01");
  g_autofree char *ics = mappe_patrol_file_ics (week, "council", 0);
  g_autofree char *uid = g_strdup_printf ("UID:patrol-%" G_GINT64_FORMAT "@council", id);
  g_auto (GStrv) events = g_strsplit (ics, "BEGIN:VEVENT", -1);
  gint64 sequence = -1;

  for (guint i = 1; events[i] != NULL; i++)
    if (strstr (events[i], uid) != NULL)
      {
        g_assert_cmpint (sequence, ==, -1);
        sequence = g_ascii_strtoll (strstr (events[i], "SEQUENCE:") + strlen ("SEQUENCE:"), NULL, 10);
        *cancelled = strstr (events[i], "STATUS:CANCELLED") != NULL;
      }
  return sequence;
}

/* Planned, deleted, back by undo, deleted by redo: the sequence grows with each step. */
static void
test_deleted (MappeTestStore *test, gconstpointer data)
{
  gint64 id = mappe_test_id (test->store, "patrol", "PT-028");
  g_autofree char *text = mappe_test_text_of (id), *label = NULL;
  gboolean cancelled;
  gint64 before = sequence_of (test, id, &cancelled), after;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (before, >=, 0);
  g_assert_false (cancelled);
  mappe_test_accept (test->store, mappe_test_deletion ("patrol", text));
  after = sequence_of (test, id, &cancelled);
  g_assert_true (cancelled);
  g_assert_cmpint (after, >, before);
  before = after;
  undo (test);
  after = sequence_of (test, id, &cancelled);
  g_assert_false (cancelled);
  g_assert_cmpint (after, >, before);
  before = after;
  label = mappe_store_redo (test->store, &error);
  g_assert_no_error (error);
  after = sequence_of (test, id, &cancelled);
  g_assert_true (cancelled);
  g_assert_cmpint (after, >, before);
}

/* A patrol that was planned and taken back was perhaps sent meanwhile. */
static void
test_taken_back (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *area = mappe_test_text_of (mappe_test_id (test->store, "area", "AR-01"));
  g_autofree char *office = mappe_test_text_of (mappe_test_id (test->store, "organisation", "U-02"));
  gint64 id = mappe_test_add (test->store, "patrol", "date", "2026-12-01", "start_at", "10:00", "area", area,
                              "police_organisation", office, NULL);
  gboolean cancelled;
  gint64 before = sequence_of (test, id, &cancelled);

  g_assert_false (cancelled);
  undo (test);
  g_assert_cmpint (sequence_of (test, id, &cancelled), >, before);
  g_assert_true (cancelled);
}

/* --- an indicator that is counted from the log --- */

typedef struct {
  gint64      indicator;
  const char *today;
} Wanted;

static gpointer
fill_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return mappe_patrol_fill_load (snapshot, wanted->indicator, wanted->today, error);
}

static gint64
add_indicator (MappeTestStore *test, const char *counted, const char *frequency)
{
  g_autofree char *area = mappe_test_text_of (mappe_test_id (test->store, "area", "AR-04"));

  return mappe_test_add (test->store, "indicator", "name", "Presence", "counts", counted, "frequency", frequency,
                         "area", area, NULL);
}

static MappePatrolFill *
fill_of (MappeTestStore *test, gint64 indicator, const char *today)
{
  g_autoptr (GError) error = NULL;
  Wanted wanted = { indicator, today };
  MappePatrolFill *fill = mappe_store_read (test->store, fill_cb, &wanted, &error);

  g_assert_no_error (error);
  return fill;
}

static void
assert_value (const MappePatrolFill *fill, guint n, const char *period, double value, const char *status)
{
  const MappeRow *row = g_ptr_array_index (fill->given, n);

  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD), ==, period);
  g_assert_cmpfloat (mappe_row_get_real (row, MAPPE_INDICATOR_VALUE_VALUE), ==, value);
  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_STATUS), ==, status);
}

/* Pedestrian zone: held on 2, 12, 16, 30 September; 10, 14, 28 October; 7, 11, 21 November; 25 November is planned. */
static void
test_fill (MappeTestStore *test, gconstpointer data)
{
  gint64 indicator = add_indicator (test, "patrol_hours", "monthly");
  g_autoptr (MappePatrolFill) fill = fill_of (test, indicator, "2026-12-01");
  g_autoptr (MappePatrolFill) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (fill->given->len, ==, 3);
  assert_value (fill, 0, "2026-09", 8, "final");
  assert_value (fill, 1, "2026-10", 6, "final");
  assert_value (fill, 2, "2026-11", 6, NULL);
  g_assert_cmpuint (fill->n_added, ==, 3);
  g_assert_cmpuint (fill->n_changed, ==, 0);
  g_assert_cmpuint (fill->n_unreported, ==, 1);
  g_assert_null (fill->left_out);
  mappe_test_accept (test->store, mappe_patrol_fill_edit (fill, FALSE, NULL));
  again = fill_of (test, indicator, "2026-12-01");
  g_assert_cmpuint (again->n_added, ==, 0);
  g_assert_cmpuint (again->n_changed, ==, 0);
  g_assert_null (mappe_patrol_fill_edit (again, TRUE, &error));
  g_assert_nonnull (error);
}

/* A value of somebody else stays unless it is to be replaced. */
static void
test_fill_replaces (MappeTestStore *test, gconstpointer data)
{
  gint64 indicator = add_indicator (test, "citizen_talks", "monthly");
  g_autofree char *owner = mappe_test_text_of (indicator);
  g_autoptr (MappePatrolFill) fill = NULL;
  g_autoptr (MappePatrolFill) kept = NULL;
  g_autoptr (MappePatrolFill) replaced = NULL;

  mappe_test_add (test->store, "indicator-value", "indicator", owner, "period", "2026-10", "value", "5", NULL);
  fill = fill_of (test, indicator, "2026-11-01");
  g_assert_cmpuint (fill->n_added, ==, 1);
  g_assert_cmpuint (fill->n_changed, ==, 1);
  mappe_test_accept (test->store, mappe_patrol_fill_edit (fill, FALSE, NULL));
  kept = fill_of (test, indicator, "2026-11-01");
  g_assert_cmpuint (kept->n_changed, ==, 1);
  assert_value (kept, 0, "2026-09", 12 + 17 + 16 + 9, NULL);
  assert_value (kept, 1, "2026-10", 10 + 7 + 16, NULL);
  mappe_test_accept (test->store, mappe_patrol_fill_edit (kept, TRUE, NULL));
  replaced = fill_of (test, indicator, "2026-11-01");
  g_assert_cmpuint (replaced->n_changed, ==, 0);
}

/* The log begins in September: that is not the third quarter. */
static void
test_fill_part (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappePatrolFill) fill = fill_of (test, add_indicator (test, "patrols_held", "quarterly"), "2027-01-01");
  g_autoptr (GError) error = NULL;
  Wanted none = { add_indicator (test, NULL, "monthly"), "2026-12-01" };

  g_assert_cmpstr (fill->left_out, ==, "2026Q3");
  g_assert_cmpstr (fill->begins, ==, "2026-09-02");
  g_assert_cmpuint (fill->given->len, ==, 1);
  assert_value (fill, 0, "2026Q4", 6, NULL);
  g_assert_null (mappe_store_read (test->store, fill_cb, &none, &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_MISSING);
}

#define CASE(path, function) \
  g_test_add (path, MappeTestStore, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patrol-week/names", test_names);
  g_test_add_func ("/patrol-week/roster", test_roster);
  CASE ("/patrol-week/week", test_week);
  CASE ("/patrol-week/held", test_held);
  CASE ("/patrol-week/cancel", test_cancel);
  CASE ("/patrol-week/copy", test_copy);
  CASE ("/patrol-week/copy-cancelled", test_copy_cancelled);
  CASE ("/patrol-week/move", test_move);
  CASE ("/patrol-week/unreported", test_unreported);
  CASE ("/patrol-week/deleted", test_deleted);
  CASE ("/patrol-week/taken-back", test_taken_back);
  CASE ("/patrol-week/fill", test_fill);
  CASE ("/patrol-week/fill-replaces", test_fill_replaces);
  CASE ("/patrol-week/fill-part", test_fill_part);
  return g_test_run ();
}
