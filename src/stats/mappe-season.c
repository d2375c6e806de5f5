/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-season.h"

#include <math.h>

/* Average over one year around place @at, half a value at both ends of an even year; NAN near the ends and at
 * gaps. */
static double
moving_average (const double *series, gsize n, gsize period, gsize at)
{
  gsize half = period / 2;
  double sum = 0;

  if (at < half || at + half >= n)
    return NAN;
  for (gsize i = at - half; i <= at + half; i++)
    sum += (period % 2 == 0 && (i == at - half || i == at + half) ? 0.5 : 1) * series[i];
  return sum / (double) period;
}

/* The mean of what each season has above the trend; FALSE if one of them is never seen. */
static gboolean
raw_figure (const double *series, gsize n, gsize period, gboolean ratios, double *figure)
{
  for (gsize season = 0; season < period; season++)
    {
      double sum = 0;
      gsize seen = 0;

      for (gsize i = season; i < n; i += period)
        {
          double trend = moving_average (series, n, period, i);
          double above = ratios ? series[i] / trend : series[i] - trend;

          if (isnan (above))
            continue;
          sum += above;
          seen++;
        }
      if (seen == 0)
        return FALSE;
      figure[season] = sum / (double) seen;
    }
  return TRUE;
}

static void
normalise (double *figure, gsize period, gboolean ratios)
{
  double mean = mappe_stats_mean (figure, period);

  for (gsize i = 0; i < period; i++)
    figure[i] = ratios ? figure[i] / mean : figure[i] - mean;
}

static gboolean
allows_ratios (const double *series, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (series[i] <= 0)
      return FALSE;
  return TRUE;
}

/**
 * mappe_season:
 * @series: (array length=n): one value a period, NAN for gaps
 * @n: number of periods
 * @period: periods of a year, from 2 on
 * @ratios: whether the season multiplies (counts) or adds
 * @figure: (out caller-allocates) (array length=period): effect of each season, that of the first value first;
 * mean 1 of ratios, sum 0 of differences
 *
 * Classical decomposition: centred moving average over a year, ratios or differences to it, mean per season,
 * normalised. It needs two full years; a value of 0 forbids ratios: use differences. For councils the comparison
 * with the same months of the year before says more. Source: R's decompose(); Kendall and Stuart.
 *
 * Returns: the season
 */
MappeSeason
mappe_season (const double *series, gsize n, gsize period, gboolean ratios, double *figure)
{
  MappeSeason season = { NAN, NAN, NAN, MAPPE_STATS_TOO_SHORT };

  if (period < 2 || n / period < 2)
    return season;
  season.status = MAPPE_STATS_UNDEFINED;
  if ((ratios && !allows_ratios (series, n)) || !raw_figure (series, n, period, ratios, figure))
    return season;
  normalise (figure, period, ratios);
  season.adjusted_first = ratios ? series[0] / figure[0] : series[0] - figure[0];
  season.adjusted_last =
      ratios ? series[n - 1] / figure[(n - 1) % period] : series[n - 1] - figure[(n - 1) % period];
  season.trend_middle = moving_average (series, n, period, n / 2);
  season.status = MAPPE_STATS_OK;
  return season;
}
