/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-reduce.h"
#include "mappe-chart-scale.h"
#include "mappe-chart-text.h"

#define NEAR 1e-9

static void
assert_ticks (GArray *ticks, guint n, const double *wanted)
{
  g_assert_cmpuint (ticks->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (ticks, double, i), wanted[i], NEAR);
  g_array_unref (ticks);
}

static void
test_map (void)
{
  MappeChartScale linear = { 10, 30, 100, 300, FALSE }, up = { 0, 50, 400, 0, FALSE };
  MappeChartScale log = { 0.25, 4, 0, 80, TRUE }, point = { 5, 5, 0, 10, FALSE };

  g_assert_cmpfloat (mappe_chart_scale_map (&linear, 10), ==, 100);
  g_assert_cmpfloat (mappe_chart_scale_map (&linear, 25), ==, 250);
  g_assert_cmpfloat (mappe_chart_scale_map (&linear, 40), ==, 400);
  g_assert_cmpfloat (mappe_chart_scale_map (&up, 50), ==, 0);
  g_assert_cmpfloat_with_epsilon (mappe_chart_scale_map (&log, 1), 40, NEAR);
  g_assert_cmpfloat_with_epsilon (mappe_chart_scale_map (&log, 2), 60, NEAR);
  g_assert_true (isnan (mappe_chart_scale_map (&log, 0)));
  g_assert_true (isnan (mappe_chart_scale_map (&log, -1)));
  g_assert_cmpfloat (mappe_chart_scale_map (&point, 5), ==, 5);
  for (double at = 0; at <= 80; at += 7)
    {
      g_assert_cmpfloat_with_epsilon (mappe_chart_scale_map (&log, mappe_chart_scale_unmap (&log, at)), at, NEAR);
      g_assert_cmpfloat_with_epsilon (mappe_chart_scale_map (&up, mappe_chart_scale_unmap (&up, at)), at, NEAR);
    }
}

static void
test_step (void)
{
  static const struct {
    double span;
    guint most;
    gboolean whole;
    double step;
    guint digits;
  } cases[] = {
    { 10, 10, FALSE, 1, 0 }, { 10, 5, FALSE, 2, 0 }, { 10, 4, FALSE, 5, 0 }, { 10, 1, FALSE, 10, 0 },
    { 1, 5, FALSE, 0.2, 1 }, { 1, 5, TRUE, 1, 0 }, { 3, 10, TRUE, 1, 0 }, { 0.07, 4, FALSE, 0.02, 2 },
    { 1234567, 6, FALSE, 500000, 0 }, { 99, 5, TRUE, 20, 0 }, { 0.3, 3, FALSE, 0.1, 1 }, { 7, 0, FALSE, 10, 0 },
    { 0, 5, FALSE, 1, 0 }, { INFINITY, 5, FALSE, 1, 0 }, { NAN, 5, TRUE, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double step = mappe_chart_tick_step (cases[i].span, cases[i].most, cases[i].whole);

      g_assert_cmpfloat_with_epsilon (step, cases[i].step, cases[i].step * NEAR);
      g_assert_cmpuint (mappe_chart_tick_digits (step), ==, cases[i].digits);
    }
}

static void
test_limits (void)
{
  static const struct {
    double from, to;
    guint most;
    gboolean whole;
    double nice_from, nice_to;
  } cases[] = {
    { 0, 41, 5, TRUE, 0, 50 }, { 0, 50, 5, TRUE, 0, 50 }, { -3, 17, 5, FALSE, -5, 20 }, { 0, 0, 5, TRUE, 0, 1 },
    { 7, 7, 5, TRUE, 6, 8 }, { 0, 0.3, 3, FALSE, 0, 0.3 }, { 5, 2, 5, FALSE, 0, 1 }, { NAN, 3, 5, FALSE, 0, 1 },
    { INFINITY, -INFINITY, 5, TRUE, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double from = cases[i].from, to = cases[i].to;

      mappe_chart_nice_limits (&from, &to, cases[i].most, cases[i].whole);
      g_assert_cmpfloat_with_epsilon (from, cases[i].nice_from, NEAR);
      g_assert_cmpfloat_with_epsilon (to, cases[i].nice_to, NEAR);
    }
}

static void
test_linear_ticks (void)
{
  const double fives[] = { 0, 5, 10, 15, 20 }, around[] = { -0.2, 0, 0.2 }, inside[] = { 10, 20 };

  assert_ticks (mappe_chart_ticks_linear (0, 20, 5, TRUE), 5, fives);
  assert_ticks (mappe_chart_ticks_linear (-0.25, 0.25, 3, FALSE), 3, around);
  assert_ticks (mappe_chart_ticks_linear (7, 23, 3, TRUE), 2, inside);
}

/* Whatever the limits: in order, within them, not too many, multiples of one step. */
static void
test_random_ticks (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double from = g_test_rand_double_range (-1e4, 1e4), to = from + pow (10, g_test_rand_double_range (-3, 6));
      guint most = (guint) g_test_rand_int_range (1, 12);
      g_autoptr (GArray) ticks = mappe_chart_ticks_linear (from, to, most, FALSE);
      double step = mappe_chart_tick_step (to - from, most, FALSE);

      g_assert_cmpuint (ticks->len, <=, most + 1);
      for (guint j = 0; j < ticks->len; j++)
        {
          double value = g_array_index (ticks, double, j);

          g_assert_cmpfloat (value, >=, from - step * 1e-6);
          g_assert_cmpfloat (value, <=, to + step * 1e-6);
          g_assert_cmpfloat_with_epsilon (value / step, round (value / step), 1e-6);
          if (j > 0)
            g_assert_cmpfloat_with_epsilon (value - g_array_index (ticks, double, j - 1), step, step * 1e-6);
        }
    }
}

static void
test_log_ticks (void)
{
  const double ratios[] = { 0.25, 0.5, 1, 2, 4 }, decades[] = { 1, 10, 100, 1000 }, wide[] = { 0.1, 1, 10, 100 };

  assert_ticks (mappe_chart_ticks_log (0.2, 5, 6), 5, ratios);
  assert_ticks (mappe_chart_ticks_log (0.9, 1200, 5), 4, decades);
  assert_ticks (mappe_chart_ticks_log (0.05, 300, 4), 4, wide);
  for (guint i = 0; i < 500; i++)
    {
      double from = pow (10, g_test_rand_double_range (-6, 5)), to = from * pow (10, g_test_rand_double_range (0.1, 8));
      guint most = (guint) g_test_rand_int_range (2, 9);
      g_autoptr (GArray) ticks = mappe_chart_ticks_log (from, to, most);

      g_assert_cmpuint (ticks->len, <=, most);
      for (guint j = 0; j < ticks->len; j++)
        {
          g_assert_cmpfloat (g_array_index (ticks, double, j), >=, from * (1 - 1e-6));
          g_assert_cmpfloat (g_array_index (ticks, double, j), <=, to * (1 + 1e-6));
          g_assert_true (j == 0 || g_array_index (ticks, double, j) > g_array_index (ticks, double, j - 1));
        }
    }
}

/* --- time --- */

static char *
time_labels (double from, double to, guint step, double month_width)
{
  MappeChartTimeFit fit = { month_width, 8, 26, 20, 36 };
  g_autoptr (GArray) ticks = mappe_chart_ticks_time (from, to, step, &fit, mappe_language_get ("en"));
  GString *rows[2] = { g_string_new (NULL), g_string_new (NULL) };
  char *text;

  for (guint i = 0; i < ticks->len; i++)
    {
      const MappeChartTick *tick = &g_array_index (ticks, MappeChartTick, i);

      g_assert_cmpuint (tick->row, <, 2);
      g_assert_true (tick->text == NULL || (tick->label_at >= from && tick->label_at <= to));
      if (tick->text != NULL)
        g_string_append_printf (rows[tick->row], " %s", tick->text);
    }
  text = g_strconcat (rows[0]->str, " |", rows[1]->str, NULL);
  g_string_free (rows[0], TRUE);
  g_string_free (rows[1], TRUE);
  return text;
}

static void
assert_time (int from_year, int from_month, guint months, guint step, double width, const char *wanted)
{
  double from = mappe_chart_month (from_year, from_month);
  g_autofree char *text = time_labels (from, from + months, step, width);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_time_ticks (void)
{
  assert_time (2026, 1, 6, 1, 30, " Jan Feb Mar Apr May Jun | 2026");
  assert_time (2025, 11, 4, 1, 30, " Nov Dec Jan Feb | 2025 2026");
  assert_time (2026, 1, 6, 1, 10, " J F M A M J | 2026");
  assert_time (2025, 10, 9, 1, 7, " Q4 Q1 Q2 | 2026");
  assert_time (2025, 1, 24, 3, 30, " Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 | 2025 2026");
  assert_time (2020, 1, 60, 12, 30, " 2020 2021 2022 2023 2024 |");
  assert_time (2020, 1, 60, 1, 4, " 2020 2021 2022 2023 2024 |");
  assert_time (2010, 1, 120, 1, 1.6, " 2012 2014 2016 2018 |");
  assert_time (1950, 1, 900, 12, 0.3, " 1960 1970 1980 1990 2000 2010 2020 |");
  assert_time (1950, 1, 900, 12, 0.2, " 1960 1980 2000 2020 |");
}

/* No label is nearer to the next one than its width. */
static void
test_time_labels_fit (void)
{
  MappeChartTimeFit fit = { 0, 8, 26, 20, 36 };

  for (guint i = 0; i < 3000; i++)
    {
      double from = mappe_chart_month (g_test_rand_int_range (1900, 2050), g_test_rand_int_range (1, 13));
      guint step = (guint[]) { 1, 3, 6, 12 }[g_test_rand_int_range (0, 4)];
      double to = from + g_test_rand_int_range (1, 600), last[2] = { -INFINITY, -INFINITY };
      g_autoptr (GArray) ticks = NULL;

      fit.month_width = g_test_rand_double_range (100, 1800) / (to - from);
      ticks = mappe_chart_ticks_time (from, to, step, &fit, mappe_language_get ("en"));
      for (guint j = 0; j < ticks->len; j++)
        {
          const MappeChartTick *tick = &g_array_index (ticks, MappeChartTick, j);
          double width;

          if (tick->text == NULL)
            continue;
          width = g_utf8_strlen (tick->text, -1) == 1 ? 8 : tick->text[0] == 'Q' ? 20 : tick->row == 1 ? 36 : 26;
          g_assert_cmpfloat (tick->label_at * fit.month_width - last[tick->row], >=, width - 1e-6);
          last[tick->row] = tick->label_at * fit.month_width;
        }
    }
}

/* --- reduction --- */

typedef struct {
  gsize n;
  double *x, *y;
} Series;

static Series
random_series (gboolean regular)
{
  Series series = { (gsize) g_test_rand_int_range (0, 4000), NULL, NULL };
  double at = g_test_rand_double_range (-50, 50);

  series.y = g_new (double, series.n + 1);
  series.x = regular ? NULL : g_new (double, series.n + 1);
  for (gsize i = 0; i < series.n; i++)
    {
      at += g_test_rand_int_range (0, 4) == 0 ? 0 : g_test_rand_double_range (0, 2);
      if (!regular)
        series.x[i] = at;
      series.y[i] = g_test_rand_int_range (0, 9) == 0 ? NAN : g_test_rand_int_range (-20, 20);
    }
  return series;
}

static double
x_of (const Series *series, gsize i)
{
  return series->x != NULL ? series->x[i] : (double) i;
}

static void
add_once (GArray *indices, gsize i)
{
  for (guint j = 0; j < indices->len; j++)
    if (g_array_index (indices, gsize, j) == i)
      return;
  g_array_append_val (indices, i);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  gsize one = *(const gsize *) a, other = *(const gsize *) b;

  return one < other ? -1 : one > other;
}

/* Slowly, as it is said: for each column all points that are in it, of which four are kept. */
static GArray *
keep_slowly (const Series *series, const MappeChartScale *across, gsize first, gsize end)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize start = first; start < end;)
    {
      double column = floor (mappe_chart_scale_map (across, x_of (series, start)));
      double edge = mappe_chart_scale_unmap (across, column + 1);
      gsize next = start + 1, low = G_MAXSIZE, high = G_MAXSIZE, earliest = G_MAXSIZE, latest = G_MAXSIZE;

      while (next < end && x_of (series, next) < edge)
        next++;
      for (gsize i = start; i < next; i++)
        if (!isnan (series->y[i]))
          {
            earliest = earliest == G_MAXSIZE ? i : earliest;
            latest = i;
            low = low == G_MAXSIZE || series->y[i] < series->y[low] ? i : low;
            high = high == G_MAXSIZE || series->y[i] > series->y[high] ? i : high;
          }
      if (earliest != G_MAXSIZE)
        {
          add_once (kept, earliest);
          add_once (kept, low);
          add_once (kept, high);
          add_once (kept, latest);
        }
      start = next;
    }
  g_array_sort (kept, compare_indices);
  return kept;
}

static void
assert_same_reduction (const Series *series, const MappeChartScale *across, const MappeChartScale *up)
{
  g_autoptr (GArray) vertices = mappe_chart_reduce (series->x, series->y, series->n, across, up);
  g_autoptr (GArray) kept = NULL;
  gsize first = 0, end = series->n;

  while (first < series->n && x_of (series, first) < across->from)
    first++;
  while (end > 0 && x_of (series, end - 1) > across->to)
    end--;
  first -= first > 0;
  end += end < series->n;
  kept = keep_slowly (series, across, first, end);
  g_assert_cmpuint (vertices->len, ==, kept->len);
  for (guint i = 0; i < kept->len; i++)
    {
      gsize nth = g_array_index (kept, gsize, i);
      const MappeChartVertex *vertex = &g_array_index (vertices, MappeChartVertex, i);

      g_assert_cmpfloat (vertex->x, ==, mappe_chart_scale_map (across, x_of (series, nth)));
      g_assert_cmpfloat (vertex->y, ==, mappe_chart_scale_map (up, series->y[nth]));
    }
}

static void
test_reduce (void)
{
  for (guint i = 0; i < 400; i++)
    {
      Series series = random_series (i % 2 == 0);
      double last = series.n > 0 ? x_of (&series, series.n - 1) : 1, from = g_test_rand_double_range (-60, 10);
      MappeChartScale across = { from, from + g_test_rand_double_range (1, MAX (last, 2)), 17.25,
                                 g_test_rand_double_range (30, 500), FALSE };
      MappeChartScale up = { -20, 20, 300, 0, FALSE };

      assert_same_reduction (&series, &across, &up);
      g_free (series.x);
      g_free (series.y);
    }
}

static void
test_reduce_gaps (void)
{
  double y[] = { 1, 2, NAN, 3, 4, NAN, NAN, 5 };
  const gboolean begins[] = { TRUE, FALSE, TRUE, FALSE, TRUE };
  MappeChartScale across = { 0, 7, 0, 700, FALSE }, up = { 0, 5, 100, 0, FALSE };
  g_autoptr (GArray) vertices = mappe_chart_reduce (NULL, y, G_N_ELEMENTS (y), &across, &up);

  g_assert_cmpuint (vertices->len, ==, G_N_ELEMENTS (begins));
  for (guint i = 0; i < vertices->len; i++)
    g_assert_cmpint (g_array_index (vertices, MappeChartVertex, i).begins, ==, begins[i]);
}

/* A million points leave no more than four for each column, and the extremes are among them. */
static void
test_reduce_many (void)
{
  gsize n = 1000000;
  g_autofree double *y = g_new (double, n);
  MappeChartScale across = { 0, n - 1, 50, 1150, FALSE }, up = { -1, 1, 500, 0, FALSE };
  g_autoptr (GArray) vertices = NULL;
  double top = INFINITY, bottom = -INFINITY;

  for (gsize i = 0; i < n; i++)
    y[i] = sin ((double) i / 1000) * 0.5;
  y[123456] = 0.9;
  y[654321] = -0.9;
  vertices = mappe_chart_reduce (NULL, y, n, &across, &up);
  g_assert_cmpuint (vertices->len, <=, 4 * 1101);
  g_assert_cmpuint (vertices->len, >, 1100);
  for (guint i = 0; i < vertices->len; i++)
    {
      top = MIN (top, g_array_index (vertices, MappeChartVertex, i).y);
      bottom = MAX (bottom, g_array_index (vertices, MappeChartVertex, i).y);
    }
  g_assert_cmpfloat_with_epsilon (top, 25, 1e-6);
  g_assert_cmpfloat_with_epsilon (bottom, 475, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/map", test_map);
  g_test_add_func ("/chart/scale/step", test_step);
  g_test_add_func ("/chart/scale/limits", test_limits);
  g_test_add_func ("/chart/scale/linear-ticks", test_linear_ticks);
  g_test_add_func ("/chart/scale/random-ticks", test_random_ticks);
  g_test_add_func ("/chart/scale/log-ticks", test_log_ticks);
  g_test_add_func ("/chart/scale/time-ticks", test_time_ticks);
  g_test_add_func ("/chart/scale/time-labels-fit", test_time_labels_fit);
  g_test_add_func ("/chart/reduce/random", test_reduce);
  g_test_add_func ("/chart/reduce/gaps", test_reduce_gaps);
  g_test_add_func ("/chart/reduce/many", test_reduce_many);
  return g_test_run ();
}
