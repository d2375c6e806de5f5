/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-control-chart.h"

#include <float.h>
#include <math.h>

/* Of a moving range: 3/1.128 and 1 + 3 × 0.853/1.128, as Wheeler and Chambers round them. */
#define LIMIT_OF_MEAN_RANGE 2.66
#define LIMIT_OF_RANGE 3.267
/* Mean range of two values in standard deviations, as Laney and qicharts2 round it. */
#define D2 1.128
#define SIGMAS 3

/**
 * mappe_control_chart_is_out: Returns: whether @value lies outside of @limits; on them is inside, also where
 * rounding parts what is equal
 */
gboolean
mappe_control_chart_is_out (double value, MappeInterval limits)
{
  double least = 16 * DBL_EPSILON * MAX (fabs (value), MAX (fabs (limits.lo), fabs (limits.hi)));

  return value > limits.hi + least || value < limits.lo - least;
}

/* Mean distance of neighbours; a gap has none. */
static double
mean_moving_range (const double *values, gsize n)
{
  double sum = 0;
  gsize ranges = 0;

  for (gsize i = 1; i < n; i++)
    if (!isnan (values[i]) && !isnan (values[i - 1]))
      {
        sum += fabs (values[i] - values[i - 1]);
        ranges++;
      }
  return ranges > 0 ? sum / (double) ranges : NAN;
}

/**
 * mappe_xmr:
 * @series: (array length=n): one value a period, NAN for gaps, which break the moving range
 * @n: number of periods
 * @baseline: periods that mean and limits come from; 0 for all
 *
 * mean ∓ 2.66 × mean moving range; range limit 3.267 × it. Limits from fewer than 12 points are trial limits;
 * rebase only with a written reason. Source: Wheeler and Chambers 1992; qicharts2 (which has 3/1.128, so a
 * difference in the fourth digit).
 *
 * Returns: the chart
 */
MappeXmr
mappe_xmr (const double *series, gsize n, gsize baseline)
{
  g_autofree double *values = g_new (double, n + 1);
  gsize periods = baseline > 0 ? MIN (baseline, n) : n;
  gsize points = mappe_stats_present (series, periods, values, NULL);
  MappeXmr chart = { mappe_stats_mean (values, points), mean_moving_range (series, periods), MAPPE_INTERVAL_NONE,
                     NAN, MAPPE_STATS_TOO_SHORT };

  if (isnan (chart.mean_range))
    return chart;
  chart.limits.lo = chart.mean - LIMIT_OF_MEAN_RANGE * chart.mean_range;
  chart.limits.hi = chart.mean + LIMIT_OF_MEAN_RANGE * chart.mean_range;
  chart.range_limit = LIMIT_OF_RANGE * chart.mean_range;
  chart.status = points < MAPPE_CONTROL_CHART_BASELINE ? MAPPE_STATS_TRIAL_LIMITS : MAPPE_STATS_OK;
  return chart;
}

/* --- counts and shares --- */

static gboolean
is_laney (MappeAttributeKind kind)
{
  return kind == MAPPE_ATTRIBUTE_U_LANEY || kind == MAPPE_ATTRIBUTE_P_LANEY;
}

static gboolean
is_of_shares (MappeAttributeKind kind)
{
  return kind == MAPPE_ATTRIBUTE_P || kind == MAPPE_ATTRIBUTE_P_LANEY;
}

static double
size_of (const MappeAttributeCase *given, gsize period)
{
  if (given->kind == MAPPE_ATTRIBUTE_C)
    return 1;
  return given->sizes != NULL && given->sizes[period] > 0 ? given->sizes[period] : NAN;
}

/** mappe_attribute_chart_point: Returns: count by size in @period (from 0); NAN at a gap */
double
mappe_attribute_chart_point (const MappeAttributeCase *given, gsize period)
{
  return given->counts[period] / size_of (given, period);
}

static gboolean
is_used (const MappeAttributeCase *given, gsize period)
{
  return !isnan (mappe_attribute_chart_point (given, period)) &&
         !(given->excluded != NULL && given->excluded[period]);
}

static double
sigma_of (const MappeAttributeCase *given, double centre, gsize period)
{
  return sqrt (centre * (is_of_shares (given->kind) ? 1 - centre : 1) / size_of (given, period));
}

/* Laney's factor: how far standardised neighbours lie apart, in what would be expected. */
static double
sigma_z (const MappeAttributeCase *given, double centre)
{
  g_autofree double *z = g_new (double, given->n + 1);
  gsize kept = 0;

  for (gsize i = 0; i < given->n; i++)
    {
      gboolean excluded = given->excluded != NULL && given->excluded[i];

      if (!excluded)
        z[kept++] = (mappe_attribute_chart_point (given, i) - centre) / sigma_of (given, centre, i);
    }
  return mean_moving_range (z, kept) / D2;
}

/**
 * mappe_attribute_chart:
 *
 * Centre Σ counts / Σ sizes; limits centre ∓ 3 σ: c √c, u √(u/n), p √(p (1 - p)/n); Laney's have σ × mean moving
 * range of the standardised points / 1.128, for sizes above 5,000 or visible overdispersion. Counts below 2 on
 * average want days between events instead. Source: Montgomery; qcc; qicharts2.
 *
 * Returns: the centre; NAN where nothing was counted in
 */
MappeAttributeChart
mappe_attribute_chart (const MappeAttributeCase *given)
{
  MappeAttributeChart chart = { NAN, NAN };
  double counts = 0, sizes = 0;

  for (gsize i = 0; i < given->n; i++)
    if (is_used (given, i))
      {
        counts += given->counts[i];
        sizes += size_of (given, i);
      }
  if (!(sizes > 0))
    return chart;
  chart.centre = counts / sizes;
  if (is_laney (given->kind))
    chart.sigma_z = sigma_z (given, chart.centre);
  return chart;
}

/** mappe_attribute_chart_limits: Returns: the limits in @period (from 0), cut at 0 and of shares at 1; NAN at a
 * gap */
MappeInterval
mappe_attribute_chart_limits (const MappeAttributeChart *self, const MappeAttributeCase *given, gsize period)
{
  double half = SIGMAS * sigma_of (given, self->centre, period) * (is_laney (given->kind) ? self->sigma_z : 1);

  if (isnan (half))
    return MAPPE_INTERVAL_NONE;
  return mappe_stats_clamp ((MappeInterval){ self->centre - half, self->centre + half }, 0,
                            is_of_shares (given->kind) ? 1 : INFINITY);
}
