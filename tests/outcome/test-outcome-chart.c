/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-area-chart.h"
#include "mappe-area.h"
#include "mappe-chart-table.h"
#include "mappe-chart-write.h"
#include "mappe-outcome-chart.h"
#include "outcome-test.h"

/* Each chart that data allow can be drawn, carries the limit sentence, and one that they do not allow is not made. */

typedef MappeTestStore Fixture;

static MappeEvaluation *
demo_evaluation (Fixture *fixture, const char *measure, gboolean goals)
{
  gint64 id = mappe_test_id (fixture->store, "measure", measure);
  g_autoptr (MappeOutcome) outcome = outcome_test_outcome (fixture->store, id);

  return mappe_evaluation_new (outcome, goals ? NULL : g_ptr_array_index (outcome->cases, 0));
}

static void
check_charts (const MappeEvaluation *evaluation, guint least)
{
  MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];
  guint n = mappe_outcome_chart_kinds (evaluation, kinds);
  g_autofree char *finding = mappe_evaluation_finding (evaluation, mappe_language_get ("en"));
  g_autofree char *said = mappe_evaluation_text (evaluation, mappe_language_get ("en"));

  g_assert_cmpuint (n, >=, least);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MappeChart) chart = mappe_outcome_chart_new (evaluation, kinds[i], mappe_language_get ("en"));
      g_autofree char *summary = mappe_chart_get_summary (chart);
      g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
      g_autoptr (GBytes) svg = NULL;

      g_test_message ("%s", mappe_outcome_chart_word (kinds[i]));
      if (kinds[i] != MAPPE_OUTCOME_CHART_FUNNEL && kinds[i] != MAPPE_OUTCOME_CHART_MULTIPLES)
        {
          g_assert_cmpstr (mappe_chart_get_title (chart), ==, finding);
          g_assert_nonnull (strstr (summary, said));
        }
      mappe_chart_view_set_size (view, 320, 240);
      svg = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_SVG, 1, NULL);
      g_assert_cmpuint (g_bytes_get_size (svg), >, 1000);
    }
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) compared = demo_evaluation (fixture, "MS-P11-1", FALSE);
  g_autoptr (MappeEvaluation) survey = demo_evaluation (fixture, "MS-P01-1", FALSE);
  g_autoptr (MappeEvaluation) goals = demo_evaluation (fixture, "MS-P02-1", TRUE);

  check_charts (compared, 10);
  check_charts (survey, 2);
  check_charts (goals, 1);
  g_assert_null (mappe_outcome_chart_new (goals, MAPPE_OUTCOME_CHART_RUN, NULL));
  g_assert_null (mappe_outcome_chart_new (survey, MAPPE_OUTCOME_CHART_DISPLACEMENT, NULL));
}

static void
test_words (void)
{
  for (MappeOutcomeChart kind = 0; kind < MAPPE_OUTCOME_CHART_N; kind++)
    {
      MappeOutcomeChart again;

      g_assert_true (mappe_outcome_chart_from_word (mappe_outcome_chart_word (kind), &again));
      g_assert_cmpint (again, ==, kind);
      g_assert_cmpstr (mappe_outcome_chart_label (kind, mappe_language_get ("en")), !=, "");
    }
}

static gpointer
load_map (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_area_chart_map (snapshot, mappe_language_get ("en"), error);
}

static gpointer
load_pairing (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_area_chart_pairing (snapshot, *(gint64 *) data, mappe_language_get ("en"), error);
}

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 with = mappe_test_id (fixture->store, "area", "AR-01");
  gint64 without = mappe_test_id (fixture->store, "area", "AR-03");
  g_autoptr (MappeChart) map = mappe_store_read (fixture->store, load_map, NULL, &error);
  g_autoptr (MappeChart) pairing = mappe_store_read (fixture->store, load_pairing, &with, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (mappe_chart_get_title (map), "of 9 areas"));
  g_assert_cmpstr (mappe_chart_get_title (pairing), ==,
                   "Schlossgarten park: no change beyond chance in the cases recorded (81, then 53 in twelve months); "
                   "people feel safer (33.1%, then 54.0%)");
  g_assert_null (mappe_store_read (fixture->store, load_pairing, &without, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND);
}

/* --- the finding of a pairing --- */

static gint64
add_series (Fixture *fixture, gint64 area, const char *nature, const char *scale, const double *values, gsize n)
{
  g_autofree char *of = outcome_test_id (area);
  gint64 id = mappe_test_add (fixture->store, "indicator", "name", nature, "area", of, "nature", nature, "kind",
                              "outcome", "scale", scale, "frequency", "monthly", "direction",
                              g_str_equal (nature, "subjective") ? "higher" : "lower", "suppress_below_5", "1", NULL);

  outcome_test_values (fixture->store, id, "2022-01", values, n);
  return id;
}

static void
assert_pairing (Fixture *fixture, const double *recorded, const double *perceived, const char *title)
{
  gint64 area = mappe_test_add (fixture->store, "area", "name", "Park", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeChart) chart = NULL;
  g_autofree char *summary = NULL;

  add_series (fixture, area, "objective", "count", recorded, 24);
  add_series (fixture, area, "subjective", "percent", perceived, 24);
  chart = mappe_store_read (fixture->store, load_pairing, &area, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mappe_chart_get_title (chart), ==, title);
  /* Never without its limit, and never as an effect. */
  summary = mappe_chart_get_summary (chart);
  g_assert_nonnull (strstr (summary, "neither explains the other"));
  g_assert_null (strstr (summary, "because"));
}

/* @first in each month of 2022, @last in each month of 2023. */
static const double *
two_years (double *values, double first, double last)
{
  for (guint i = 0; i < 24; i++)
    values[i] = i < 12 ? first : last;
  return values;
}

static void
test_pairing (Fixture *fixture, gconstpointer data)
{
  double recorded[24], perceived[24];

  assert_pairing (fixture, two_years (recorded, 30, 10), two_years (perceived, 60, 40),
                  "Park: fewer cases recorded (360, then 120 in twelve months); people feel less safe (60%, then 40%)");
  assert_pairing (fixture, two_years (recorded, 10, 30), two_years (perceived, 50, 50),
                  "Park: more cases recorded (120, then 360 in twelve months); people feel as safe as before (50%, "
                  "then 50%)");
  assert_pairing (fixture, two_years (recorded, 10, 11), two_years (perceived, 40, 60),
                  "Park: no change beyond chance in the cases recorded (120, then 132 in twelve months); people feel "
                  "safer (40%, then 60%)");
  /* A gap, or too few to be told: nothing is said of what was recorded. */
  recorded[20] = NAN;
  assert_pairing (fixture, recorded, perceived, "Park: people feel safer (40%, then 60%)");
  two_years (recorded, 0, 10);
  recorded[3] = 3;
  assert_pairing (fixture, recorded, perceived, "Park: people feel safer (40%, then 60%)");
}

/* --- each area of an indicator --- */

static void
test_multiples (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeEvaluation) compared = demo_evaluation (fixture, "MS-P11-1", FALSE);
  g_autoptr (MappeEvaluation) alone = demo_evaluation (fixture, "MS-P01-2", FALSE);
  g_autoptr (MappeChart) chart = mappe_outcome_chart_new (compared, MAPPE_OUTCOME_CHART_MULTIPLES,
                                                          mappe_language_get ("en"));
  g_autoptr (MappeChartTable) table = mappe_chart_table_new (chart);
  g_autofree char *first = mappe_chart_table_get_cell (table, 0, 1);
  g_autofree char *rate = NULL;
  double residents = (double) mappe_row_get_int (compared->of->series->area, MAPPE_AREA_RESIDENTS);

  g_assert_cmpstr (mappe_chart_get_title (chart), ==,
                   "In 2 of 4 areas single periods lie beyond what chance explains");
  g_assert_cmpuint (mappe_chart_table_n_columns (table), ==, 5);
  rate = g_strdup_printf ("%.1f", ((MappePoint *) g_ptr_array_index (compared->of->series->points, 0))->value * 1000
                                      / residents);
  g_assert_cmpstr (first, ==, rate);
  g_assert_null (mappe_outcome_chart_new (alone, MAPPE_OUTCOME_CHART_MULTIPLES, NULL));
}

#define ADD(path, func) \
  g_test_add ("/outcome-chart/" path, Fixture, "en", mappe_test_demo_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kinds", test_kinds);
  g_test_add_func ("/outcome-chart/words", test_words);
  ADD ("areas", test_areas);
  ADD ("pairing", test_pairing);
  ADD ("multiples", test_multiples);
  return g_test_run ();
}
