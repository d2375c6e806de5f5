/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date.h"
#include "mappe-test-edit.h"

/* Series that outcomes are reckoned from: what breaks a rule is refused with the field at fault, what just keeps it is
 * saved. */

typedef struct {
  MappeTestStore test;
  char          *indicator;
} Fixture;

#define VALUE(fixture, ...) (ROW ("indicator-value", "indicator", (fixture)->indicator, __VA_ARGS__))
#define NEW_VALUE(fixture, ...) (mappe_test_insertion (VALUE (fixture, __VA_ARGS__)))

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->indicator = ADD (fixture, "indicator", "name", "Offences", "scale", "count");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->indicator);
  mappe_test_store_tear_down (&fixture->test, data);
}

static void
assert_refused (Fixture *fixture, MappeEdit *edit, const char *kind, const char *field)
{
  mappe_test_refuse_at (fixture->test.store, edit, kind, field);
}

static void
assert_saved (Fixture *fixture, MappeEdit *edit)
{
  mappe_test_accept (fixture->test.store, edit);
}

static MappeEdit *
change (Fixture *fixture, const char *kind, const char *id, const char *field, const char *canonical)
{
  return mappe_test_change (fixture->test.store, NULL, kind, id, field, canonical, NULL);
}

/* --- periods --- */

static void
test_duplicate_period (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = NULL;

  g_free (ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026Q1", "value", "4"));
  assert_refused (fixture, NEW_VALUE (fixture, "period", "2026Q1", "value", "5"), "indicator-value", "period");
  other = ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026Q2", "value", "5");
  assert_refused (fixture, change (fixture, "indicator-value", other, "period", "2026Q1"), "indicator-value",
                  "period");
  g_assert_cmpint (mappe_test_count (fixture->test.store, "indicator-value"), ==, 2);
}

/* The same period of another series is no duplicate. */
static void
test_period_of_another_series (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = ADD (fixture, "indicator", "name", "Comparison", "scale", "count");

  g_free (ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026Q1", "value", "4"));
  assert_saved (fixture, INSERT ("indicator-value", "indicator", other, "period", "2026Q1", "value", "4"));
}

/* Values may change places within one edit, because rules are asked at its end. */
static void
test_periods_change_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026Q1",
                                "value", "4");
  MappeEdit *edit = change (fixture, "indicator-value", first, "period", "2026Q2");

  mappe_edit_insert (edit, VALUE (fixture, "period", "2026Q1", "value", "9"));
  assert_saved (fixture, edit);
}

static void
test_overlap (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *period, *start, *end; gboolean overlaps; } cases[] = {
    { "2026-03", "2026-03-01", "2026-03-31", TRUE },  { "2025-12", "2025-12-01", "2025-12-31", FALSE },
    { "2026-04", "2026-04-01", "2026-04-30", FALSE }, { "2026", "2026-01-01", "2026-12-31", TRUE },
    { "Easter", "2026-03-31", "2026-04-06", TRUE },
  };

  g_free (ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026Q1", "period_start",
               "2026-01-01", "period_end", "2026-03-31", "value", "4"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MappeEdit *edit = NEW_VALUE (fixture, "period", cases[i].period, "period_start", cases[i].start,
                                   "period_end", cases[i].end, "value", "1");

      if (cases[i].overlaps)
        assert_refused (fixture, edit, "indicator-value", "period_start");
      else
        assert_saved (fixture, edit);
    }
}

/* The same days, however they are written; each is refused beside the month of January 2026. */
static void
test_duplicate_writing (Fixture *fixture, gconstpointer data)
{
  static const char *const same[] = { "2026-1", "01/2026", "Januar 2026", "Jan 2026", "2026-01-01..2026-01-31",
                                      "2026-01-01 to 2026-01-31", "2026-01-01 – 2026-01-31", "2026-01-17" };
  static const char *const around[] = { "2026Q1", "1. Quartal 2026", "2026", "2026H1", "2025-12-30..2026-01-02" };
  static const char *const beside[] = { "2026-2", "2025-12-01..2025-12-31", "März 2026", "2026Q2" };

  g_free (ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026-01", "value", "4"));
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    assert_refused (fixture, NEW_VALUE (fixture, "period", same[i], "value", "5"), "indicator-value",
                    "period");
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    assert_refused (fixture, NEW_VALUE (fixture, "period", around[i], "value", "5"), "indicator-value",
                    "period");
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    assert_saved (fixture, NEW_VALUE (fixture, "period", beside[i], "value", "5"));
}

/* Three months fill the quarter that comes last, and within one edit as well. */
static void
test_quarter_of_months (Fixture *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("all at once");

  mappe_edit_insert (edit, VALUE (fixture, "period", "2026-02", "value", "1"));
  mappe_edit_insert (edit, VALUE (fixture, "period", "2026-04", "value", "1"));
  mappe_edit_insert (edit, VALUE (fixture, "period", "2026-Q1", "value", "3"));
  assert_refused (fixture, edit, "indicator-value", "period");
  g_free (ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026-02", "value", "4"));
  assert_refused (fixture, NEW_VALUE (fixture, "period", "2026-Q1", "value", "5"), "indicator-value",
                  "period");
}

/* A day that the record knows as a day is no month; a period that tells its days leaves the record no choice. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeApplied) fault = NULL;

  assert_saved (fixture, NEW_VALUE (fixture, "period", "2026-01-17", "period_start", "2026-01-17", "period_end",
                                           "2026-01-17", "value", "5"));
  assert_saved (fixture, NEW_VALUE (fixture, "period", "2026-01-18", "period_start", "2026-01-18", "value",
                                           "5"));
  assert_refused (fixture, NEW_VALUE (fixture, "period", "2026-01", "value", "5"), "indicator-value",
                  "period");
  fault = mappe_test_refuse (fixture->test.store,
                             NEW_VALUE (fixture, "period", "2026-3", "period_start", "2026-04-01", "value",
                                               "1"), MAPPE_STORE_ERROR_INVALID);
  g_assert_nonnull (fault->fault_kind);
}

/* Of a time that nobody can tell the days of, the text is compared. */
static void
test_text_period (Fixture *fixture, gconstpointer data)
{
  g_free (ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "Easter", "value", "4"));
  assert_refused (fixture, NEW_VALUE (fixture, "period", "Easter", "value", "5"), "indicator-value",
                  "period");
  assert_saved (fixture, NEW_VALUE (fixture, "period", "Whitsun", "value", "5"));
}

/* A value of a day, the @nth one since 1999. */
static MappeRow *
day_value (Fixture *fixture, int nth)
{
  g_autofree char *day = mappe_date_add_days ("1999-01-01", nth);

  return VALUE (fixture, "period", day, "period_start", day, "period_end", day, "value", "1");
}

/* An edit with more values than are read at once, of which a late one is at fault. */
static void
test_long_series (Fixture *fixture, gconstpointer data)
{
  MappeEdit *fine = mappe_edit_new ("fine"), *twice = mappe_edit_new ("twice"), *within = mappe_edit_new ("within");

  for (int i = 0; i < 700; i++)
    {
      mappe_edit_insert (fine, day_value (fixture, i));
      mappe_edit_insert (twice, day_value (fixture, i % 699));
      mappe_edit_insert (within, day_value (fixture, i));
    }
  mappe_edit_insert (within, VALUE (fixture, "period", "ten years", "period_start", "1999-01-01", "period_end",
                                    "2009-12-31", "value", "1"));
  assert_refused (fixture, twice, "indicator-value", "period");
  assert_refused (fixture, within, "indicator-value", "period_start");
  assert_saved (fixture, fine);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "indicator-value"), ==, 700);
}

/* Values of an indicator that comes with them, in an edit that brings other records in between. */
static void
test_in_one_edit (Fixture *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("three records");
  MappeRow *value = VALUE (fixture, "period", "2026Q1", "value", "101");
  gint64 indicator;

  mappe_edit_insert (edit, VALUE (fixture, "period", "2026Q1", "value", "4"));
  indicator = mappe_edit_insert (edit, ROW ("indicator", "name", "Share", "scale", "percent"));
  mappe_value_set_int (&value->values[mappe_kind_find_field (value->kind, "indicator")], indicator);
  mappe_edit_insert (edit, value);
  assert_refused (fixture, edit, "indicator-value", "value");
  g_assert_cmpint (mappe_test_count (fixture->test.store, "indicator-value"), ==, 0);
}

static void
test_end_before_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeApplied) fault =
      mappe_test_refuse (fixture->test.store,
                         NEW_VALUE (fixture, "period", "Easter", "period_start", "2026-04-06", "period_end",
                                    "2026-03-31", "value", "1"),
                         MAPPE_STORE_ERROR_INVALID);

  g_assert_nonnull (fault->fault_kind);
}

/* --- values --- */

static void
test_ranges (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *scale, *good[3], *bad[4]; } cases[] = {
    { "count", { "0", "12", NULL }, { "-1", "-0.001", "2.5" } },
    { "rate", { "0", "150.5", NULL }, { "-0.1", NULL } },
    { "percent", { "0", "100", NULL }, { "-0.1", "100.01", NULL } },
    { "scale_1_4", { "1", "4", NULL }, { "0.99", "4.01", NULL } },
    { "scale_1_5", { "1", "5", NULL }, { "0", "5.01", NULL } },
    { "value", { "-12", "1000", NULL }, { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = ADD (fixture, "indicator", "name", "Of a scale", "scale", cases[i].scale);

      for (guint j = 0; cases[i].good[j] != NULL; j++)
        {
          g_autofree char *period = g_strdup_printf ("202%uQ1", j);

          assert_saved (fixture,
                        INSERT ("indicator-value", "indicator", id, "period", period, "value", cases[i].good[j]));
        }
      for (guint j = 0; cases[i].bad[j] != NULL; j++)
        assert_refused (fixture,
                        INSERT ("indicator-value", "indicator", id, "period", "2029Q4", "value", cases[i].bad[j]),
                        "indicator-value", "value");
    }
}

/* A value that is moved to a series of another scale must suit that one. */
static void
test_range_after_move (Fixture *fixture, gconstpointer data)
{
  g_autofree char *share = ADD (fixture, "indicator", "name", "Share", "scale", "percent");
  g_autofree char *value = ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026Q1",
                                "value", "250");

  assert_refused (fixture, change (fixture, "indicator-value", value, "indicator", share), "indicator-value",
                  "value");
}

/* --- answers --- */

static MappeRow *
pairs (Fixture *fixture, const char *answered, const char *favourable, const char *a, const char *b, const char *c,
       const char *d)
{
  return mappe_test_row (mappe_test_kind ("survey-result"), "indicator", fixture->indicator, "wave", "after", "held_on",
                         "2026-06-01", "answered", answered, "favourable", favourable, "stayed_favourable", a,
                         "became_favourable", b, "became_unfavourable", c, "stayed_unfavourable", d, NULL);
}

/* Numbers of the same persons: stayed favourable, became so, became unfavourable, stayed so. */
static void
test_same_persons (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *n[6], *field; } bad[] = {
    { { "40", "24", "18", "6", "2", "15" }, "stayed_favourable" },
    { { "40", "24", "18", "7", "2", "5" }, "became_favourable" },
    { { "40", "24", "10", "6", "2", "15" }, "stayed_unfavourable" },
    { { "40", "24", "18", "6", "2", NULL }, "stayed_unfavourable" },
    { { "40", "24", NULL, "6", "2", "14" }, "stayed_favourable" },
    { { NULL, NULL, "18", "6", "2", "14" }, "answered" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (fixture, mappe_test_insertion (pairs (fixture, bad[i].n[0], bad[i].n[1], bad[i].n[2], bad[i].n[3],
                                               bad[i].n[4], bad[i].n[5])), "survey-result", bad[i].field);
  /* Some were asked only once. */
  assert_saved (fixture, mappe_test_insertion (pairs (fixture, "50", "30", "18", "6", "2", "14")));
  assert_saved (fixture, mappe_test_insertion (pairs (fixture, "40", "24", "18", "6", "2", "14")));
}

static void
test_same_persons_before (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = ADD (fixture, "survey-result", "indicator", fixture->indicator, "wave", "before",
                                 "held_on", "2025-06-01", "answered", "45", "favourable", "20");

  assert_refused (fixture, mappe_test_insertion (pairs (fixture, "40", "23", "18", "5", "3", "14")), "survey-result",
                  "became_unfavourable");
  assert_refused (fixture, mappe_test_insertion (pairs (fixture, "60", "40", "10", "14", "2", "12")), "survey-result",
                  "became_unfavourable");
  assert_saved (fixture, mappe_test_insertion (pairs (fixture, "40", "24", "18", "6", "2", "14")));
  assert_refused (fixture, change (fixture, "survey-result", before, "favourable", "19"), "survey-result",
                  "favourable");
  assert_saved (fixture, change (fixture, "survey-result", before, "favourable", "21"));
}

/* --- what is counted --- */

static void
test_changed_definition (Fixture *fixture, gconstpointer data)
{
  /* Without values everything may change; the first definition may be written later as well. */
  assert_saved (fixture, change (fixture, "indicator", fixture->indicator, "scale", "rate"));
  assert_saved (fixture, change (fixture, "indicator", fixture->indicator, "scale", "count"));
  g_free (ADD (fixture, "indicator-value", "indicator", fixture->indicator, "period", "2026Q1", "value", "4"));
  assert_saved (fixture, change (fixture, "indicator", fixture->indicator, "definition", "Cases the police recorded"));
  assert_refused (fixture, change (fixture, "indicator", fixture->indicator, "definition", "Cases people reported"),
                  "indicator", "definition");
  assert_refused (fixture, change (fixture, "indicator", fixture->indicator, "definition", NULL), "indicator",
                  "definition");
  assert_refused (fixture, change (fixture, "indicator", fixture->indicator, "scale", "rate"), "indicator",
                  "definition");
  assert_saved (fixture, change (fixture, "indicator", fixture->indicator, "name", "Offences at night"));
}

/* --- goals --- */

static void
test_judged_goal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *measure = NULL;
  g_autofree char *project = ADD (fixture, "project", "title", "Park");
  g_autofree char *goal = NULL;

  measure = ADD (fixture, "measure", "title", "Lamps", "project", project);
  goal = ADD (fixture, "measure-goal", "title", "Light", "measure", measure, "expected", "10 lx", "more", "15 lx");
  assert_saved (fixture, change (fixture, "measure-goal", goal, "expected", "12 lx"));
  assert_saved (fixture, change (fixture, "measure-goal", goal, "reached_level", "1"));
  assert_refused (fixture, change (fixture, "measure-goal", goal, "expected", "8 lx"), "measure-goal", "expected");
  assert_refused (fixture, change (fixture, "measure-goal", goal, "more", NULL), "measure-goal", "expected");
  assert_saved (fixture, change (fixture, "measure-goal", goal, "reached_level", "0"));
}

#define CASE(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("/guard-series/duplicate-period", test_duplicate_period);
  CASE ("/guard-series/another-series", test_period_of_another_series);
  CASE ("/guard-series/change-places", test_periods_change_places);
  CASE ("/guard-series/overlap", test_overlap);
  CASE ("/guard-series/duplicate-writing", test_duplicate_writing);
  CASE ("/guard-series/quarter-of-months", test_quarter_of_months);
  CASE ("/guard-series/days", test_days);
  CASE ("/guard-series/text-period", test_text_period);
  CASE ("/guard-series/same-persons", test_same_persons);
  CASE ("/guard-series/same-persons-before", test_same_persons_before);
  CASE ("/guard-series/long-series", test_long_series);
  CASE ("/guard-series/in-one-edit", test_in_one_edit);
  CASE ("/guard-series/end-before-start", test_end_before_start);
  CASE ("/guard-series/ranges", test_ranges);
  CASE ("/guard-series/range-after-move", test_range_after_move);
  CASE ("/guard-series/changed-definition", test_changed_definition);
  CASE ("/guard-series/judged-goal", test_judged_goal);
  return g_test_run ();
}
