/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-trend.h"

#include <math.h>
#include <string.h>

#include "mappe-normal.h"
#include "mappe-order.h"

/* What is added up over the seasons; without seasons there is one. */
typedef struct {
  double s;
  double variance;
  double tied; /* pairs of equal values */
} Sums;

static const MappeTrend none = { 0, NAN, NAN, NAN, NAN, NAN, NAN, { NAN, NAN }, MAPPE_STATS_TOO_SHORT };

static double
tied_pairs (double t)
{
  return t * (t - 1) / 2;
}

static double
tied_variance (double t)
{
  return t * (t - 1) * (2 * t + 5);
}

/* S and its variance of one season. */
static Sums
sums_of (const MappeSlopes *points, gsize season)
{
  const gsize *ends = points->starts + season;
  MappeSlopes one = { points->times, points->values, ends, 1 };
  gsize n = ends[1] - ends[0];
  g_autofree double *sorted = g_memdup2 (points->values + ends[0], MAX (1, n) * sizeof *sorted);
  Sums sums = { 0, 0, 0 };

  mappe_order_sort (sorted, n);
  sums.tied = mappe_order_tie_sum (sorted, n, tied_pairs);
  sums.variance = (tied_variance ((double) n) - mappe_order_tie_sum (sorted, n, tied_variance)) / 18;
  /* All pairs less those that stand still, less twice those that fall. */
  sums.s = tied_pairs ((double) n) - sums.tied - 2 * ((double) mappe_slopes_up_to (&one, 0, TRUE));
  return sums;
}

static void
test_trend (MappeTrend *trend)
{
  double apart = MAX (0, fabs (trend->s) - 1);

  trend->z = trend->variance > 0 ? copysign (apart / sqrt (trend->variance), trend->s) : 0;
  trend->p = mappe_normal_two_sided (trend->z);
}

/* Sen's slope, and its limits by the ranks that are z standard deviations of S apart. */
static void
find_slope (MappeTrend *trend, const MappeSlopes *points)
{
  guint64 pairs = mappe_slopes_pairs (points);
  double spread = mappe_stats_z (MAPPE_STATS_CONFIDENCE) * sqrt (trend->variance);
  double low = rint (((double) pairs - spread) / 2), high = rint (((double) pairs + spread) / 2) + 1;
  const guint64 ranks[] = { (pairs + 1) / 2, pairs / 2 + 1, (guint64) MAX (1, low),
                            (guint64) MIN ((double) pairs, high) };
  double slopes[G_N_ELEMENTS (ranks)];

  mappe_slopes_at_ranks (points, ranks, G_N_ELEMENTS (ranks), slopes);
  trend->slope = (slopes[0] + slopes[1]) / 2;
  trend->slope_interval = (MappeInterval){ slopes[2], slopes[3] };
}

/**
 * mappe_trend_mann_kendall:
 * @series: (array length=n): one value a period, NAN for gaps
 * @n: number of periods
 *
 * S = Σ sign (x_j - x_i); variance [n(n-1)(2n+5) - Σ t(t-1)(2t+5)]/18; z = (S ∓ 1)/√variance; tau-b with the ties
 * of the values; Sen's slope with the true distances over gaps, limits at the ranks (N ∓ C)/2 with C = z
 * √variance. Values that depend on those before make it too optimistic, and a season hides it: see
 * mappe_trend_seasonal(). Sources: Mann 1945, Kendall 1975, Sen 1968; R package trend, pyMannKendall. Copies the
 * series; 100,000 values take about a second.
 *
 * Returns: the trend
 */
MappeTrend
mappe_trend_mann_kendall (const double *series, gsize n)
{
  g_autofree double *values = g_new (double, n + 1), *times = g_new (double, n + 1);
  gsize starts[2] = { 0, mappe_stats_present (series, n, values, times) };
  MappeSlopes points = { times, values, starts, 1 };
  MappeTrend trend = none;
  Sums sums;
  double pairs;

  trend.n = starts[1];
  if (trend.n < 3)
    return trend;
  sums = sums_of (&points, 0);
  trend.s = sums.s;
  trend.variance = sums.variance;
  test_trend (&trend);
  pairs = tied_pairs ((double) trend.n);
  trend.tau = pairs > sums.tied ? sums.s / sqrt (pairs * (pairs - sums.tied)) : 0;
  find_slope (&trend, &points);
  trend.status = trend.n < MAPPE_TREND_SMALL ? MAPPE_STATS_OK_SMALL_N : MAPPE_STATS_OK;
  return trend;
}

/* The values of each season one after the other; the time is counted in years. */
static void
sort_by_season (const double *series, gsize n, gsize period, double *times, double *values, gsize *starts)
{
  gsize at = 0;

  for (gsize season = 0; season < period; season++)
    {
      starts[season] = at;
      for (gsize i = season; i < n; i += period)
        if (!isnan (series[i]))
          {
            values[at] = series[i];
            times[at++] = (double) (i / period);
          }
    }
  starts[period] = at;
}

/**
 * mappe_trend_seasonal:
 * @series: (array length=n): one value a month (quarter …), NAN for gaps
 * @n: number of periods
 * @period: periods of a year
 * @season_s: (out caller-allocates) (array length=period): S of each season, the first value's first; 0 where
 * there is only one year
 *
 * Hirsch and Slack's test: S and variance of each season added up, z with continuity correction; the slope is the
 * median of all slopes within a season, per year. Source: Hirsch, Slack and Smith 1982; pyMannKendall.
 *
 * Returns: the trend, without tau and limits of the slope; MAPPE_STATS_TOO_SHORT where no season has two values
 */
MappeTrend
mappe_trend_seasonal (const double *series, gsize n, gsize period, double *season_s)
{
  g_autofree double *values = g_new (double, n + 1), *times = g_new (double, n + 1);
  g_autofree gsize *starts = g_new0 (gsize, period + 1);
  MappeSlopes points = { times, values, starts, period };
  MappeTrend trend = none;

  memset (season_s, 0, period * sizeof *season_s);
  sort_by_season (series, n, period, times, values, starts);
  trend.n = starts[period];
  if (mappe_slopes_pairs (&points) == 0)
    return trend;
  trend.s = trend.variance = 0;
  for (gsize i = 0; i < period; i++)
    {
      Sums sums = sums_of (&points, i);

      season_s[i] = sums.s;
      trend.s += sums.s;
      trend.variance += sums.variance;
    }
  test_trend (&trend);
  find_slope (&trend, &points);
  trend.slope_interval = MAPPE_INTERVAL_NONE;
  trend.status = MAPPE_STATS_OK;
  return trend;
}

/* --- change point --- */

typedef struct {
  double value;
  gsize at;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *one = a, *other = b;

  return one->value < other->value ? -1 : one->value > other->value;
}

/* Mean ranks, from 1. */
static double *
ranks_of (const double *values, gsize n)
{
  g_autofree Placed *placed = g_new (Placed, n);
  double *ranks = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    placed[i] = (Placed){ values[i], i };
  qsort (placed, n, sizeof *placed, compare_placed);
  for (gsize from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && placed[to].value == placed[from].value;)
        to++;
      for (gsize i = from; i < to; i++)
        ranks[placed[i].at] = (double) (from + to + 1) / 2;
    }
  return ranks;
}

/**
 * mappe_trend_pettitt:
 * @series: (array length=n): one value a period, NAN for gaps
 * @n: number of periods
 *
 * U_t = 2 Σ r_i - t (n + 1) over the mean ranks up to t; K = max |U_t|; p = 2 exp (-6 K²/(n³ + n²)). It finds some
 * change, not the measure. Source: Pettitt 1979, Appl Stat 28:126; R package trend.
 *
 * Returns: the change point; the first of several that are equally far
 */
MappeChangePoint
mappe_trend_pettitt (const double *series, gsize n)
{
  g_autofree double *values = g_new (double, n + 1), *places = g_new (double, n + 1);
  gsize kept = mappe_stats_present (series, n, values, places);
  MappeChangePoint found = { NAN, 0, NAN };
  g_autofree double *ranks = NULL;
  double size = (double) kept, u = 0;

  if (kept < 2)
    return found;
  ranks = ranks_of (values, kept);
  found.k = -1;
  for (gsize i = 0; i < kept; i++)
    {
      u += 2 * ranks[i] - (size + 1);
      if (fabs (u) > found.k)
        {
          found.k = fabs (u);
          found.place = (gsize) places[i];
        }
    }
  found.p = MIN (1, 2 * exp (-6 * found.k * found.k / (size * size * size + size * size)));
  return found;
}
