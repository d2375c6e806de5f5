/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-autocorrelation.h"
#include "mappe-control-chart.h"
#include "mappe-cusum.h"
#include "mappe-interrupted.h"
#include "mappe-order.h"
#include "mappe-run-chart.h"
#include "mappe-season.h"
#include "mappe-signals.h"
#include "mappe-trend.h"

/* Properties of the methods for series, on random series of fixed seeds, and fast ways against slow and obvious
 * ones. */

#define SEED 20261130
#define ROUNDS 200
#define MOST 120

typedef struct {
  double values[MOST];
  gsize n;
} Series;

static Series
random_series (GRand *rand, gsize least, int highest, double gaps)
{
  Series series = { .n = (gsize) g_rand_int_range (rand, (int) least, MOST) };

  for (gsize i = 0; i < series.n; i++)
    series.values[i] = g_rand_double (rand) < gaps ? NAN : g_rand_int_range (rand, 0, highest);
  return series;
}

static Series
changed (const Series *series, double times, double plus)
{
  Series other = *series;

  for (gsize i = 0; i < other.n; i++)
    other.values[i] = other.values[i] * times + plus;
  return other;
}

static void
assert_near (double got, double expected, double size)
{
  if (isnan (expected))
    g_assert_true (isnan (got));
  else
    g_assert_cmpfloat_with_epsilon (got, expected, 1e-8 * (size + fabs (expected)) + 1e-300);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

/* --- order and slopes --- */

static void
test_median (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 1, round % 3 == 0 ? 3 : 1000, 0), sorted = series;
      gsize nth = (gsize) g_rand_int_range (rand, 0, (int) series.n);

      qsort (sorted.values, sorted.n, sizeof (double), compare);
      g_assert_true (mappe_order_median (series.values, series.n) ==
                     (sorted.values[(sorted.n - 1) / 2] + sorted.values[sorted.n / 2]) / 2);
      g_assert_true (mappe_order_nth (series.values, series.n, nth) == sorted.values[nth]);
    }
}

/* More points than slopes are written down for: the search must find what sorting all of them finds. */
static void
check_many_slopes (GRand *rand, gsize n_groups, double (*value) (GRand *rand, gsize i))
{
  const gsize n = 2880;
  g_autofree double *times = g_new (double, n), *values = g_new (double, n);
  g_autofree gsize *starts = g_new (gsize, n_groups + 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  MappeSlopes points = { times, values, starts, n_groups };
  guint64 ranks[] = { 1, 5, 0, 0, 0, 0 };
  double found[G_N_ELEMENTS (ranks)];

  for (gsize g = 0; g <= n_groups; g++)
    starts[g] = g * n / n_groups;
  for (gsize i = 0; i < n; i++)
    {
      times[i] = (double) (i % (n / n_groups)) + 1;
      values[i] = value (rand, i);
    }
  for (gsize g = 0; g < n_groups; g++)
    for (gsize i = starts[g]; i < starts[g + 1]; i++)
      for (gsize j = i + 1; j < starts[g + 1]; j++)
        {
          double slope = (values[j] - values[i]) / (times[j] - times[i]);

          g_array_append_val (all, slope);
        }
  g_array_sort (all, compare);
  g_assert_cmpuint (mappe_slopes_pairs (&points), ==, all->len);
  for (guint i = 2; i < G_N_ELEMENTS (ranks); i++)
    ranks[i] = i == 5 ? all->len : (guint64) all->len * (i - 1) / 4 + 1;
  mappe_slopes_at_ranks (&points, ranks, G_N_ELEMENTS (ranks), found);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    assert_near (found[i], g_array_index (all, double, ranks[i] - 1), 1e-9);
}

static double
small_count (GRand *rand, gsize i)
{
  return g_rand_int_range (rand, 0, 4);
}

static double
rising (GRand *rand, gsize i)
{
  return 0.01 * (double) i + g_rand_double (rand);
}

static double
large_count (GRand *rand, gsize i)
{
  return g_rand_int_range (rand, 0, 100000) - (double) i;
}

static double
stepped (GRand *rand, gsize i)
{
  return (double) (i / 7);
}

static void
test_slopes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  check_many_slopes (rand, 1, small_count);
  check_many_slopes (rand, 1, rising);
  check_many_slopes (rand, 1, large_count);
  check_many_slopes (rand, 1, stepped);
}

static void
test_slopes_up_to (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 2, 5, 0);
      double times[MOST], limit = g_rand_int_range (rand, -2, 3) / 2.0;
      gsize starts[] = { 0, series.n };
      MappeSlopes points = { times, series.values, starts, 1 };
      guint64 up_to = 0, below = 0;

      for (gsize i = 0; i < series.n; i++)
        times[i] = (double) i;
      for (gsize i = 0; i < series.n; i++)
        for (gsize j = i + 1; j < series.n; j++)
          {
            double slope = (series.values[j] - series.values[i]) / (double) (j - i);

            up_to += slope <= limit;
            below += slope < limit;
          }
      g_assert_cmpuint (mappe_slopes_up_to (&points, limit, FALSE), ==, up_to);
      g_assert_cmpuint (mappe_slopes_up_to (&points, limit, TRUE), ==, below);
    }
}

/* --- trend --- */

static void
test_trend (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 12, 40, 0.1);
      Series moved = changed (&series, 2.5, -7), mirrored = changed (&series, -1, 0);
      MappeTrend trend = mappe_trend_mann_kendall (series.values, series.n);
      MappeTrend other = mappe_trend_mann_kendall (moved.values, moved.n);
      MappeTrend turned = mappe_trend_mann_kendall (mirrored.values, mirrored.n);
      double s = 0;

      for (gsize i = 0; i < series.n; i++)
        for (gsize j = i + 1; j < series.n; j++)
          s += (series.values[j] > series.values[i]) - (series.values[j] < series.values[i]);
      assert_near (trend.s, s, 0);
      assert_near (other.s, trend.s, 0);
      assert_near (other.tau, trend.tau, 1e-6);
      assert_near (other.slope, 2.5 * trend.slope, 1e-3);
      assert_near (turned.s, -trend.s, 0);
      assert_near (turned.slope, -trend.slope, 1e-6);
      assert_near (turned.p, trend.p, 0);
      g_assert_true (trend.slope_interval.lo <= trend.slope && trend.slope <= trend.slope_interval.hi);
      g_assert_true (trend.p > 0 && trend.p <= 1 && fabs (trend.tau) <= 1);
    }
}

static void
test_trend_edges (void)
{
  const double two[] = { 1, 2 }, gaps[] = { NAN, NAN, 3, NAN }, three[] = { 1, 2, 3 };
  double season_s[4];

  g_assert_cmpint (mappe_trend_mann_kendall (two, 2).status, ==, MAPPE_STATS_TOO_SHORT);
  g_assert_true (isnan (mappe_trend_mann_kendall (two, 2).s));
  g_assert_cmpuint (mappe_trend_mann_kendall (gaps, 4).n, ==, 1);
  g_assert_cmpint (mappe_trend_mann_kendall (NULL, 0).status, ==, MAPPE_STATS_TOO_SHORT);
  g_assert_true (mappe_trend_mann_kendall (three, 3).tau == 1);
  g_assert_true (isnan (mappe_trend_seasonal (three, 3, 4, season_s).p));
  g_assert_cmpuint (mappe_trend_pettitt (two, 1).place, ==, 0);
  g_assert_true (mappe_trend_pettitt (gaps, 4).place == 0);
}

/* One season is no season. */
static void
test_seasonal_trend (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 30, 20, 0.1);
      double season_s[12], sum = 0;
      MappeTrend plain = mappe_trend_mann_kendall (series.values, series.n);
      MappeTrend one = mappe_trend_seasonal (series.values, series.n, 1, season_s);

      assert_near (one.s, plain.s, 0);
      assert_near (one.p, plain.p, 0);
      assert_near (one.slope, plain.slope, 0);
      one = mappe_trend_seasonal (series.values, series.n, 12, season_s);
      for (guint i = 0; i < 12; i++)
        sum += season_s[i];
      assert_near (one.s, sum, 0);
    }
}

static void
test_pettitt (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 2, 10, 0);
      MappeChangePoint found = mappe_trend_pettitt (series.values, series.n);
      double k = -1;
      gsize place = 0;

      for (gsize t = 1; t <= series.n; t++)
        {
          double u = 0;

          for (gsize i = 0; i < t; i++)
            for (gsize j = t; j < series.n; j++)
              u += (series.values[i] > series.values[j]) - (series.values[i] < series.values[j]);
          if (fabs (u) > k)
            {
              k = fabs (u);
              place = t;
            }
        }
      assert_near (found.k, k, 0);
      g_assert_cmpuint (found.place, ==, place);
    }
}

/* --- models --- */

static void
test_interrupted (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 20, 60, round % 2 == 0 ? 0 : 0.1);
      Series moved = changed (&series, 3, 11);
      MappeInterrupted one = mappe_interrupted_linear (series.values, series.n, 10, 3, FALSE);
      MappeInterrupted other = mappe_interrupted_linear (moved.values, moved.n, 10, 3, FALSE);

      assert_near (other.b[MAPPE_INTERRUPTED_LEVEL], 3 * one.b[MAPPE_INTERRUPTED_LEVEL] + 11, 1);
      for (gsize i = 1; i < MAPPE_INTERRUPTED_N; i++)
        assert_near (other.b[i], 3 * one.b[i], 1);
      for (gsize i = 0; i < MAPPE_INTERRUPTED_N; i++)
        {
          assert_near (other.se[i], 3 * one.se[i], 1);
          assert_near (other.nw[i], 3 * one.nw[i], 1);
        }
      assert_near (other.p_jump, one.p_jump, 0);
      assert_near (other.effect_last, 3 * one.effect_last, 1);
      g_assert_cmpuint (one.n_pre + one.n_post, <=, series.n);
    }
}

/* A jump that is added is found again; nothing else changes. */
static void
test_interrupted_jump (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 20, 60, 0), jumped = series;
      MappeInterrupted one, other;

      for (gsize i = 11; i < series.n; i++)
        jumped.values[i] += 25 + 2 * (double) (i - 11);
      one = mappe_interrupted_linear (series.values, series.n, 12, 1, FALSE);
      other = mappe_interrupted_linear (jumped.values, jumped.n, 12, 1, FALSE);
      assert_near (other.b[MAPPE_INTERRUPTED_JUMP], one.b[MAPPE_INTERRUPTED_JUMP] + 25, 1);
      assert_near (other.b[MAPPE_INTERRUPTED_SLOPE_CHANGE], one.b[MAPPE_INTERRUPTED_SLOPE_CHANGE] + 2, 1);
      assert_near (other.b[MAPPE_INTERRUPTED_TREND], one.b[MAPPE_INTERRUPTED_TREND], 1);
      assert_near (other.se[MAPPE_INTERRUPTED_JUMP], one.se[MAPPE_INTERRUPTED_JUMP], 1);
      assert_near (other.durbin_watson, one.durbin_watson, 1);
    }
}

static void
test_interrupted_edges (void)
{
  const double short_series[] = { 1, 2, 3, 4, 5 }, zero[] = { 1, 2, 3, 0, 5, 6, 2, 3 };
  const double gap[] = { 1, 5, 3, NAN, 5, 6, 2, 9, 4 };
  MappeInterrupted found = mappe_interrupted_linear (short_series, 5, 3, 1, FALSE);

  g_assert_cmpint (found.status, ==, MAPPE_STATS_TOO_SHORT);
  g_assert_cmpuint (found.n_pre, ==, 2);
  g_assert_cmpuint (found.n_post, ==, 3);
  g_assert_true (isnan (found.b[0]) && isnan (found.effect_percent));
  found = mappe_interrupted_linear (zero, 8, 5, 1, TRUE);
  g_assert_cmpint (found.status, ==, MAPPE_STATS_UNDEFINED);
  found = mappe_interrupted_linear (gap, 9, 5, 1, FALSE);
  g_assert_cmpint (found.status, ==, MAPPE_STATS_OK_SHORT);
  g_assert_cmpuint (found.n_pre, ==, 3);
  g_assert_true (isfinite (found.se[2]) && isnan (found.nw[2]) && isnan (found.p_jump) &&
                 found.durbin_watson > 0);
  g_assert_cmpint (mappe_interrupted_linear (NULL, 0, 1, 1, FALSE).status, ==, MAPPE_STATS_TOO_SHORT);
  g_assert_cmpuint (mappe_interrupted_lag (1), ==, 1);
  g_assert_cmpuint (mappe_interrupted_lag (118), ==, 3);
  g_assert_cmpuint (mappe_interrupted_lag (192), ==, 4);
}

static MappeInterruptedCountCase
count_case (const Series *series, const double *exposure)
{
  return (MappeInterruptedCountCase){ series->values, exposure, series->n, 15, 1, 3, FALSE };
}

/* Twice the cases: the ratio stays, phi doubles. Twice the exposure: only the level changes. */
static void
test_interrupted_counts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      Series series = random_series (rand, 30, 25, round % 2 == 0 ? 0 : 0.05), twice = changed (&series, 2, 0);
      double exposure[MOST];
      MappeInterruptedCountCase given = count_case (&series, NULL), doubled = count_case (&twice, NULL);
      MappeInterruptedCountCase exposed = count_case (&series, exposure);
      MappeInterruptedCount one = mappe_interrupted_counts (&given), other = mappe_interrupted_counts (&doubled);
      MappeInterruptedCount third;

      for (gsize i = 0; i < series.n; i++)
        exposure[i] = 500;
      third = mappe_interrupted_counts (&exposed);
      assert_near (other.ratio, one.ratio, 1);
      assert_near (other.phi, 2 * one.phi, 1);
      assert_near (third.ratio, one.ratio, 1);
      assert_near (third.level, one.level - log (500), 1);
      assert_near (third.deviance, one.deviance, 1);
      g_assert_true (one.safe.lo <= one.interval.lo * (1 + 1e-12) && one.interval.hi <= one.safe.hi * (1 + 1e-12));
      g_assert_true (one.interval.lo < one.ratio && one.ratio < one.interval.hi);
    }
}

static void
test_interrupted_counts_edges (void)
{
  Series series = { .n = 24 };
  double exposure[MOST];
  MappeInterruptedCountCase given = count_case (&series, NULL);

  for (gsize i = 0; i < series.n; i++)
    {
      series.values[i] = i < 14 ? 5 + (double) (i % 3) : 0;
      exposure[i] = i == 3 ? NAN : 100;
    }
  g_assert_cmpint (mappe_interrupted_counts (&given).status, ==, MAPPE_STATS_NO_EVENTS);
  series.values[20] = 3;
  g_assert_cmpint (mappe_interrupted_counts (&given).status, ==, MAPPE_STATS_OK);
  given.exposure = exposure;
  g_assert_cmpint (mappe_interrupted_counts (&given).status, ==, MAPPE_STATS_OK);
  exposure[5] = 0;
  g_assert_cmpint (mappe_interrupted_counts (&given).status, ==, MAPPE_STATS_UNDEFINED);
  given.start = 23;
  g_assert_cmpint (mappe_interrupted_counts (&given).status, ==, MAPPE_STATS_TOO_SHORT);
}

/* Each month carries @memory of what the month before was above or below the level. */
static Series
remembering_series (GRand *rand, double memory)
{
  Series series = { .n = 96 };
  double level = 0;

  for (gsize i = 0; i < series.n; i++)
    {
      level = memory * level + g_rand_double_range (rand, -12, 12);
      series.values[i] = round (MAX (40 + level, 0));
    }
  return series;
}

static void
test_residuals_of_counts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      Series series = random_series (rand, 30, 25, round % 2 == 0 ? 0 : 0.05);
      MappeInterruptedCountCase given = count_case (&series, NULL);
      MappeInterruptedCount found = mappe_interrupted_counts (&given);
      double residuals[MOST], acf[MAPPE_INTERRUPTED_LAGS], squares = 0, n = 0;

      g_assert_true (mappe_interrupted_counts_residuals (&given, residuals));
      for (gsize i = 0; i < series.n; i++)
        {
          g_assert_true (isnan (residuals[i]) == isnan (series.values[i]));
          squares += isnan (residuals[i]) ? 0 : residuals[i] * residuals[i];
          n += isnan (residuals[i]) ? 0 : 1;
        }
      /* Level, step, trend and one pair of season: Pearson's chi²/df is phi. */
      assert_near (squares / (n - 5), found.phi, 1e-3);
      mappe_autocorrelation (residuals, series.n, MAPPE_INTERRUPTED_LAGS, acf);
      for (guint i = 0; i < MAPPE_INTERRUPTED_LAGS; i++)
        assert_near (found.acf[i], acf[i], 1e-3);
    }
}

static void
test_residuals_of_line (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      Series series = random_series (rand, 30, 60, round % 2 == 0 ? 0 : 0.1);
      MappeInterrupted found = mappe_interrupted_linear (series.values, series.n, 12, 1, FALSE);
      double residuals[MOST], acf[MAPPE_INTERRUPTED_LAGS], before = 0, after = 0;

      g_assert_true (mappe_interrupted_linear_residuals (series.values, series.n, 12, FALSE, residuals));
      for (gsize i = 0; i < series.n; i++)
        if (!isnan (residuals[i]))
          {
            before += i < 11 ? residuals[i] : 0;
            after += i < 11 ? 0 : residuals[i];
          }
      /* Each of the two lines has its own level. */
      assert_near (before, 0, 1e-1);
      assert_near (after, 0, 1e-1);
      mappe_autocorrelation (residuals, series.n, MAPPE_INTERRUPTED_LAGS, acf);
      for (guint i = 0; i < MAPPE_INTERRUPTED_LAGS; i++)
        assert_near (found.acf[i], acf[i], 1e-3);
    }
}

static void
test_residuals_that_depend (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 20; round++)
    {
      Series kept = remembering_series (rand, 0.9), free = remembering_series (rand, 0);
      MappeInterruptedCountCase one = { kept.values, NULL, kept.n, 60, 2, 1, FALSE };
      MappeInterruptedCountCase other = { free.values, NULL, free.n, 60, 2, 1, FALSE };

      g_assert_cmpfloat (mappe_interrupted_counts (&one).acf[0], >, MAPPE_INTERRUPTED_DEPENDENT);
      g_assert_cmpfloat (mappe_interrupted_counts (&other).acf[0], <, MAPPE_INTERRUPTED_DEPENDENT);
      g_assert_cmpfloat (mappe_interrupted_linear (kept.values, kept.n, 60, 3, FALSE).acf[0], >,
                         MAPPE_INTERRUPTED_DEPENDENT);
      g_assert_cmpfloat (mappe_interrupted_linear (free.values, free.n, 60, 3, FALSE).acf[0], <,
                         MAPPE_INTERRUPTED_DEPENDENT);
    }
}

/* What rounding leaves of a perfect fit depends on nothing; where there is no model, there are no residuals. */
static void
test_no_residuals (void)
{
  Series series = { .n = 40 };
  MappeInterruptedCountCase given = count_case (&series, NULL);
  double residuals[MOST];

  for (gsize i = 0; i < series.n; i++)
    series.values[i] = i < 14 ? 9 : 4;
  g_assert_true (isnan (mappe_interrupted_counts (&given).acf[0]));
  g_assert_true (isnan (mappe_interrupted_linear (series.values, series.n, 15, 1, FALSE).acf[0]));
  for (gsize i = 14; i < series.n; i++)
    series.values[i] = 0;
  g_assert_false (mappe_interrupted_counts_residuals (&given, residuals));
  g_assert_true (isnan (residuals[0]) && isnan (residuals[39]));
  g_assert_false (mappe_interrupted_linear_residuals (series.values, series.n, 40, FALSE, residuals));
  g_assert_true (isnan (residuals[0]) && isnan (residuals[39]));
}

static void
test_autocorrelation (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 10, 30, round % 2 == 0 ? 0 : 0.1), moved = changed (&series, -4, 9);
      double acf[5], other[5];
      MappeAutocorrelation one = mappe_autocorrelation (series.values, series.n, 5, acf);
      MappeAutocorrelation two = mappe_autocorrelation (moved.values, moved.n, 5, other);

      for (guint i = 0; i < 5; i++)
        {
          assert_near (other[i], acf[i], 1e-3);
          g_assert_true (isnan (acf[i]) || fabs (acf[i]) < 1.5);
        }
      assert_near (two.durbin_watson, one.durbin_watson, 0);
      assert_near (two.p, one.p, 1e-6);
    }
}

static void
test_season (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 30, 30, 0), positive = changed (&series, 1, 1);
      gsize period = (gsize) g_rand_int_range (rand, 2, 13);
      double figure[12], times[12], sum = 0, mean = 0;

      g_assert_cmpint (mappe_season (series.values, series.n, period, FALSE, figure).status, ==, MAPPE_STATS_OK);
      g_assert_cmpint (mappe_season (positive.values, series.n, period, TRUE, times).status, ==, MAPPE_STATS_OK);
      for (gsize i = 0; i < period; i++)
        {
          sum += figure[i];
          mean += times[i] / (double) period;
        }
      assert_near (sum, 0, 1e-3);
      assert_near (mean, 1, 0);
      series.values[7] = 0;
      g_assert_cmpint (mappe_season (series.values, series.n, period, TRUE, times).status, ==,
                       MAPPE_STATS_UNDEFINED);
      g_assert_cmpint (mappe_season (series.values, 2 * period - 1, period, FALSE, figure).status, ==,
                       MAPPE_STATS_TOO_SHORT);
    }
}

/* --- charts --- */

static void
test_charts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      Series series = random_series (rand, 5, 20, 0.1), moved = changed (&series, 10, 3);
      Series mirrored = changed (&series, -1, 0);
      double centre = mappe_run_chart_median (series.values, series.n);
      MappeRunChart one = mappe_run_chart (series.values, series.n, centre);
      MappeRunChart other = mappe_run_chart (mirrored.values, series.n, -centre);
      MappeXmr xmr = mappe_xmr (series.values, series.n, 0), scaled = mappe_xmr (moved.values, series.n, 0);

      g_assert_cmpuint (one.longest, ==, other.longest);
      g_assert_cmpuint (one.crossings, ==, other.crossings);
      g_assert_cmpuint (one.longest, <=, one.n_useful);
      g_assert_true (one.n_useful == 0 || one.crossings < one.n_useful);
      assert_near (scaled.limits.hi, 10 * xmr.limits.hi + 3, 1);
      assert_near (scaled.range_limit, 10 * xmr.range_limit, 1);
      g_assert_true (isnan (xmr.limits.lo) || (xmr.limits.lo <= xmr.mean && xmr.mean <= xmr.limits.hi));
    }
}

/* The mirror image of a series has the same signals. */
static void
test_signals (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  gsize seen[MAPPE_SIGNAL_N_RULES] = { 0 };

  for (guint round = 0; round < 20 * ROUNDS; round++)
    {
      Series series = random_series (rand, 30, round % 2 == 0 ? 4 : 12, 0.02), mirrored;
      double centre = round % 2 == 0 ? 1 : 6, sigma = round % 3 == 0 ? 6 : round % 3 == 1 ? 1.2 : 0.9;

      mirrored = changed (&series, -1, 0);
      for (MappeSignalRule rule = 0; rule < MAPPE_SIGNAL_N_RULES; rule++)
        {
          gsize places[MOST], others[MOST];
          gsize n = mappe_signal_find (rule, series.values, series.n, centre, sigma, places);

          g_assert_cmpuint (mappe_signal_find (rule, mirrored.values, series.n, -centre, sigma, others), ==, n);
          for (gsize i = 0; i < n; i++)
            g_assert_cmpuint (places[i], ==, others[i]);
          seen[rule] += n;
        }
    }
  for (MappeSignalRule rule = 0; rule < MAPPE_SIGNAL_N_RULES; rule++)
    g_assert_cmpuint (seen[rule], >, 0);
}

static void
test_cusum (void)
{
  const double series[] = { 5, NAN, 9, 1, 1, 1 }, settings[] = { 5, 1, 3 }, picture[] = { 5, 1, NAN };
  double upper[6], lower[6];
  MappeCusum found = mappe_cusum (series, 6, settings, upper, lower);

  g_assert_true (isnan (upper[1]) && upper[2] == 3 && lower[4] == 6 && upper[4] == 0);
  g_assert_cmpuint (found.first_up, ==, 0);
  g_assert_cmpuint (found.first_down, ==, 5);
  found = mappe_cusum (series, 6, picture, upper, lower);
  g_assert_cmpuint (found.first_down, ==, 0);
  assert_near (mappe_cusum_poisson_value (5, 8), 6.3829294357, 0);
  g_assert_true (isnan (mappe_cusum_poisson_value (5, 5)) && isnan (mappe_cusum_poisson_value (0, 5)));
}

/* Equal shares in unequal samples; excluded points do not move the centre. */
static void
test_attribute_chart (void)
{
  const double counts[] = { 10, 20, 30, NAN, 60 }, sizes[] = { 100, 200, 300, 100, 100 };
  const gboolean excluded[] = { FALSE, FALSE, FALSE, FALSE, TRUE };
  MappeAttributeCase given = { MAPPE_ATTRIBUTE_P, counts, sizes, excluded, 5 };
  MappeAttributeChart chart = mappe_attribute_chart (&given);

  assert_near (chart.centre, 0.1, 0);
  assert_near (mappe_attribute_chart_limits (&chart, &given, 1).hi, 0.1 + 3 * sqrt (0.1 * 0.9 / 200), 0);
  g_assert_true (isnan (mappe_attribute_chart_point (&given, 3)));
  g_assert_false (mappe_control_chart_is_out (mappe_attribute_chart_point (&given, 3),
                                              mappe_attribute_chart_limits (&chart, &given, 3)));
  g_assert_true (mappe_control_chart_is_out (0.6, mappe_attribute_chart_limits (&chart, &given, 4)));
  given.kind = MAPPE_ATTRIBUTE_C;
  given.sizes = NULL;
  chart = mappe_attribute_chart (&given);
  assert_near (chart.centre, 20, 0);
  assert_near (mappe_attribute_chart_limits (&chart, &given, 0).lo, 20 - 3 * sqrt (20), 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats-series/median", test_median);
  g_test_add_func ("/stats-series/slopes", test_slopes);
  g_test_add_func ("/stats-series/slopes-up-to", test_slopes_up_to);
  g_test_add_func ("/stats-series/trend", test_trend);
  g_test_add_func ("/stats-series/trend-edges", test_trend_edges);
  g_test_add_func ("/stats-series/seasonal-trend", test_seasonal_trend);
  g_test_add_func ("/stats-series/pettitt", test_pettitt);
  g_test_add_func ("/stats-series/interrupted", test_interrupted);
  g_test_add_func ("/stats-series/interrupted-jump", test_interrupted_jump);
  g_test_add_func ("/stats-series/interrupted-edges", test_interrupted_edges);
  g_test_add_func ("/stats-series/interrupted-counts", test_interrupted_counts);
  g_test_add_func ("/stats-series/interrupted-counts-edges", test_interrupted_counts_edges);
  g_test_add_func ("/stats-series/residuals-of-counts", test_residuals_of_counts);
  g_test_add_func ("/stats-series/residuals-of-line", test_residuals_of_line);
  g_test_add_func ("/stats-series/residuals-that-depend", test_residuals_that_depend);
  g_test_add_func ("/stats-series/no-residuals", test_no_residuals);
  g_test_add_func ("/stats-series/autocorrelation", test_autocorrelation);
  g_test_add_func ("/stats-series/season", test_season);
  g_test_add_func ("/stats-series/charts", test_charts);
  g_test_add_func ("/stats-series/signals", test_signals);
  g_test_add_func ("/stats-series/cusum", test_cusum);
  g_test_add_func ("/stats-series/attribute-chart", test_attribute_chart);
  return g_test_run ();
}
