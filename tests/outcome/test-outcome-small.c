/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-write.h"
#include "mappe-outcome-chart.h"
#include "outcome-test.h"

/* Small counts: hidden wherever a figure can be read (OUTCOMES 8). */

typedef MappeTestStore Fixture;

static const char *
flags_of (const MappeEvaluation *evaluation)
{
  static char flags[64];
  const GPtrArray *points = evaluation->of->series->points;

  for (guint i = 0; i < points->len; i++)
    flags[i] = ((MappePoint *) g_ptr_array_index (points, i))->hidden ? 'x' : '.';
  flags[points->len] = '\0';
  return flags;
}

static MappeEvaluation *
evaluate (Fixture *fixture, const double *values, gsize n)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");

  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, TRUE), "2019-05", values, n);
  return outcome_test_evaluate (fixture->store, measure);
}

/* Eight before and eight after; the sum is shown, so a single hidden one needs a second. */
static void
test_protected (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 12, 9, 3, 14, 8, 11, 17, 10, 0, 6, 2, 4, 13, 7, 15, 16 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, values, G_N_ELEMENTS (values));

  g_assert_cmpstr (flags_of (evaluation), ==, "..x.x.....xx....");
}

/* Together with their sum two hidden ones of 1 are known: a third one goes as well. */
static void
test_two_ones (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 12, 9, 1, 14, 8, 1, 17, 10, 9, 6, 8, 9, 13, 7, 15, 16 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, values, G_N_ELEMENTS (values));

  g_assert_cmpstr (flags_of (evaluation), ==, "..x.xx..........");
}

/* What is left out is not in the sum, so it protects nothing: another one is hidden instead. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 12, 9, 3, 14, 8, 2, 17, 10, 9, 6, 8, 9, 13, 7, 15, 16 };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  g_autofree char *of = outcome_test_id (measure);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, TRUE), "2019-05", values,
                       G_N_ELEMENTS (values));
  mappe_test_add (fixture->store, "series-mark", "title", "Fair", "kind", "event", "measure", of, "begins_on",
                  "2019-10-01", "ends_on", "2019-10-31", "excluded", "1", NULL);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  g_assert_cmpstr (flags_of (evaluation), ==, "..x.xx..........");
}

/* Three that make 12 are all 4: a fourth one goes as well. */
static void
test_three_fours (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 12, 9, 4, 14, 4, 4, 17, 10, 9, 6, 8, 9, 13, 7, 15, 16 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, values, G_N_ELEMENTS (values));

  g_assert_cmpstr (flags_of (evaluation), ==, ".xx.xx..........");
}

/* Everything that anybody gets to see: sentences, figures, and each chart as a table and as a picture. */
static char *
everything (const MappeEvaluation *evaluation)
{
  MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];
  guint n = mappe_outcome_chart_kinds (evaluation, kinds);
  GString *all = g_string_new (NULL);
  g_autofree char *words = outcome_test_words (evaluation);

  g_string_append (all, words);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MappeChart) chart = mappe_outcome_chart_new (evaluation, kinds[i], mappe_language_get ("en"));
      g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
      g_autoptr (GBytes) csv = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_CSV, 1, NULL);
      g_autoptr (GBytes) svg = NULL;

      mappe_chart_view_set_size (view, 800, 500);
      svg = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_SVG, 1, NULL);
      g_string_append_printf (all, "%s\n%.*s\n%.*s\n", mappe_outcome_chart_word (kinds[i]),
                              (int) g_bytes_get_size (csv), (const char *) g_bytes_get_data (csv, NULL),
                              (int) g_bytes_get_size (svg), (const char *) g_bytes_get_data (svg, NULL));
    }
  return g_string_free (all, FALSE);
}

static char *
everything_of (Fixture *fixture, const char *start, const double *values, gsize n)
{
  gint64 measure = outcome_test_measure (fixture->store, start);
  g_autoptr (MappeEvaluation) evaluation = NULL;

  outcome_test_values (fixture->store, outcome_test_indicator (fixture->store, measure, TRUE), "2018-01", values, n);
  evaluation = outcome_test_evaluate (fixture->store, measure);
  return everything (evaluation);
}

/* Figures that are reckoned from hidden counts give them away: median, limits, phi, lines, models. So whoever sees all
 * of it cannot tell 1 and 4 from 2 and 3, nor the order. */
static void
test_not_worked_back (Fixture *fixture, gconstpointer data)
{
  static const double pairs[][2] = { { 1, 4 }, { 2, 3 }, { 4, 1 } };
  static const char *const starts[] = { "2020-01-01", "2021-01-01", NULL };

  for (guint s = 0; s < G_N_ELEMENTS (starts); s++)
    {
      g_autofree char *first = NULL;

      for (guint pair = 0; pair < G_N_ELEMENTS (pairs); pair++)
        {
          double values[36];
          g_autofree char *seen = NULL;

          for (guint i = 0; i < G_N_ELEMENTS (values); i++)
            values[i] = 6 + (i * 7) % 5;
          values[3] = pairs[pair][0];
          values[20] = pairs[pair][1];
          values[28] = pairs[pair][1];
          values[35] = pairs[pair][0];
          seen = everything_of (fixture, starts[s], values, G_N_ELEMENTS (values));
          if (first == NULL)
            first = g_steal_pointer (&seen);
          else
            g_assert_true (g_str_equal (seen, first));
        }
      g_assert_nonnull (strstr (first, "Hidden counts: reckoned with as their mean"));
    }
}

/* A median of one small count is that count; where not even the sum is shown there is no line at all. */
static void
test_no_median (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  for (guint hidden = 1; hidden <= 4; hidden++)
    {
      double values[] = { hidden };
      g_autofree char *seen = everything_of (fixture, "2018-02-01", values, G_N_ELEMENTS (values));

      if (first == NULL)
        first = g_steal_pointer (&seen);
      else
        g_assert_true (g_str_equal (seen, first));
    }
}

static void
test_sum (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 0, 0, 3, 0, 0, 0, 0, 0, 12, 9, 14, 8, 11, 17, 10, 6 };
  g_autoptr (MappeEvaluation) evaluation = evaluate (fixture, values, G_N_ELEMENTS (values));

  g_assert_false (evaluation->before[0].shown);
  g_assert_true (evaluation->after[0].shown);
  outcome_test_says (evaluation, "The counts are too small to be shown.");
  outcome_test_is_silent (evaluation, "3 before");
  outcome_test_is_silent (evaluation, "84 fewer");
  outcome_test_is_silent (evaluation, "Ratio");
}

/* No chart, as text or table, tells a hidden count. */
static void
test_charts (Fixture *fixture, gconstpointer data)
{
  double values[36];
  g_autoptr (MappeEvaluation) evaluation = NULL;
  MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];
  guint n;

  for (guint i = 0; i < 36; i++)
    values[i] = 30 + i;
  values[5] = 3;
  values[20] = 4;
  evaluation = evaluate (fixture, values, 36);
  n = mappe_outcome_chart_kinds (evaluation, kinds);
  g_assert_cmpuint (n, >=, 3);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MappeChart) chart = mappe_outcome_chart_new (evaluation, kinds[i], mappe_language_get ("en"));
      g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
      g_autoptr (GBytes) csv = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_CSV, 1, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
      g_auto (GStrv) cells = g_strsplit_set (text, ",\n\r", -1);

      g_test_message ("%s", mappe_outcome_chart_word (kinds[i]));
      g_assert_cmpint (kinds[i], !=, MAPPE_OUTCOME_CHART_CUMULATED);
      g_assert_false (g_strv_contains ((const char *const *) cells, "3"));
      g_assert_false (g_strv_contains ((const char *const *) cells, "4"));
    }
}

static gpointer
load_alone (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_outcome_of (snapshot, *(gint64 *) data, error);
}

/* The comparison lacks a month here and there, so that its sums as a comparison are others than by itself; what is
 * hidden must be the same on both pages, or they give each other away. */
static void
test_both_pages (Fixture *fixture, gconstpointer data)
{
  const double here[] = { 12, 9, -1, 14, 8, 11, 17, 10, 9, 6, 8, 9, 13, 7, 15, 16 };
  const double there[] = { 12, 9, 3, 14, 3, 11, 17, 10, 9, 6, 8, 9, 13, 7, 15, 16 };
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = outcome_test_indicator (fixture->store, measure, FALSE);
  g_autofree char *of = outcome_test_id (series);
  gint64 comparison = mappe_test_add (fixture->store, "indicator", "name", "There", "scale", "count", "area_role",
                                      "comparison", "measure_series", of, "suppress_below_5", "1", NULL);
  g_autoptr (MappeEvaluation) compared = NULL;
  g_autoptr (MappeOutcome) alone = NULL;
  g_autoptr (GError) error = NULL;
  const GPtrArray *one, *other;
  guint hidden = 0;

  outcome_test_values (fixture->store, series, "2019-05", here, G_N_ELEMENTS (here));
  outcome_test_values (fixture->store, comparison, "2019-05", there, G_N_ELEMENTS (there));
  compared = outcome_test_evaluate (fixture->store, measure);
  alone = mappe_store_read (fixture->store, load_alone, &comparison, &error);
  g_assert_no_error (error);
  one = mappe_evaluation_get_series (compared, MAPPE_AREA_COMPARISON)->points;
  other = ((MappeOutcomeCase *) g_ptr_array_index (alone->cases, 0))->series->points;
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const MappePoint *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (other, i);

      g_assert_cmpint (a->hidden, ==, b->hidden);
      g_assert_cmpint (a->excluded, ==, b->excluded);
      hidden += a->hidden ? 1 : 0;
    }
  /* The one that is left out, the small one and the one that protects it. */
  g_assert_cmpuint (hidden, ==, 3);
}

/* The rate of all areas and that of the other one would tell the rate of a single hidden one. */
static void
test_funnel (Fixture *fixture, gconstpointer data)
{
  gint64 measure = outcome_test_measure (fixture->store, "2020-01-01");
  gint64 series = outcome_test_indicator (fixture->store, measure, TRUE);
  g_autofree char *of = outcome_test_id (series);
  g_autofree char *place = outcome_test_id (mappe_test_add (fixture->store, "area", "name", "Here", "residents", "900",
                                                            NULL));
  gint64 other = mappe_test_add (fixture->store, "indicator", "name", "There", "scale", "count", "area", place,
                                 "area_role", "comparison", "measure_series", of, "suppress_below_5", "1", NULL);
  gint64 third = mappe_test_add (fixture->store, "indicator", "name", "Elsewhere", "scale", "count", "area", place,
                                 "area_role", "buffer", "measure_series", of, "suppress_below_5", "1", NULL);
  double few[24] = { 0 }, some[24], many[24];
  g_autoptr (MappeEvaluation) evaluation = NULL;
  g_autoptr (MappeChart) chart = NULL;
  g_autoptr (MappeChartView) view = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      some[i] = 6;
      many[i] = 9;
    }
  few[23] = 2;
  mappe_test_set (fixture->store, &mappe_indicator_kind, series, "area", place);
  outcome_test_values (fixture->store, series, "2019-01", few, G_N_ELEMENTS (few));
  outcome_test_values (fixture->store, other, "2019-01", many, G_N_ELEMENTS (many));
  outcome_test_values (fixture->store, third, "2019-01", some, G_N_ELEMENTS (some));
  evaluation = outcome_test_evaluate (fixture->store, measure);
  chart = mappe_outcome_chart_new (evaluation, MAPPE_OUTCOME_CHART_FUNNEL, mappe_language_get ("en"));
  g_assert_nonnull (chart);
  view = mappe_chart_view_new (chart);
  csv = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_CSV, 1, NULL);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  /* 108 and 72 of 900. */
  g_assert_nonnull (strstr (text, "120.0"));
  g_assert_null (strstr (text, "80.0"));
}

#define ADD(path, func) \
  g_test_add ("/outcome-small/" path, Fixture, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("protected", test_protected);
  ADD ("sum", test_sum);
  ADD ("two-ones", test_two_ones);
  ADD ("three-fours", test_three_fours);
  ADD ("not-worked-back", test_not_worked_back);
  ADD ("no-median", test_no_median);
  ADD ("left-out", test_left_out);
  ADD ("charts", test_charts);
  ADD ("both-pages", test_both_pages);
  ADD ("funnel", test_funnel);
  return g_test_run ();
}
