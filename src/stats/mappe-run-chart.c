/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-run-chart.h"

#include <math.h>

#include "mappe-order.h"
#include "mappe-special.h"

/* So few crossings have at most this probability. */
#define RARE 0.05

/**
 * mappe_run_chart_median:
 * @series: (array length=n): values, NAN for gaps
 * @n: number of periods; of the baseline to freeze the line
 *
 * Returns: the median of what is there; NAN of nothing
 */
double
mappe_run_chart_median (const double *series, gsize n)
{
  g_autofree double *values = g_new (double, n + 1);

  return mappe_order_median (values, mappe_stats_present (series, n, values, NULL));
}

/* The least k with P(X <= k) >= 5 % of @n tosses. */
static gsize
fewest_crossings (gsize n)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (mappe_binomial_lower ((double) middle, (double) n, 0.5) >= RARE)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * mappe_run_chart:
 * @series: (array length=n): values, NAN for gaps
 * @n: number of periods
 * @centre: the line, usually the median of the baseline, see mappe_run_chart_median()
 *
 * Points on the line and gaps are passed over. A signal is a run longer than round (log2 n') + 3, or fewer
 * crossings than the 5 % quantile of n' - 1 tosses of a coin, n' being the points that are left (Anhøj and Olesen
 * 2014, qicharts2). Below 10 points the status warns that the rules are not made for so few.
 *
 * Returns: what the chart shows
 */
MappeRunChart
mappe_run_chart (const double *series, gsize n, double centre)
{
  MappeRunChart chart = { centre, 0, 0, 0, 0, 0, FALSE, MAPPE_STATS_NO_USEFUL_POINTS };
  gboolean above = FALSE;
  gsize run = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!(series[i] > centre || series[i] < centre))
        continue;
      if (run > 0 && (series[i] > centre) != above)
        {
          chart.crossings++;
          run = 0;
        }
      above = series[i] > centre;
      run++;
      chart.n_useful++;
      chart.longest = MAX (chart.longest, run);
    }
  if (chart.n_useful == 0)
    return chart;
  chart.longest_max = (gsize) rint (log2 ((double) chart.n_useful)) + 3;
  chart.crossings_min = fewest_crossings (chart.n_useful - 1);
  chart.signal = chart.longest > chart.longest_max || chart.crossings < chart.crossings_min;
  chart.status = chart.n_useful < MAPPE_RUN_CHART_LEAST ? MAPPE_STATS_OK_FEW_POINTS : MAPPE_STATS_OK;
  return chart;
}
