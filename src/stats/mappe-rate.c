/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-rate.h"

#include <math.h>

static double
rate_of (double cases, double residents, double per)
{
  return residents > 0 && per > 0 ? cases * per / residents : NAN;
}

static double
percent_change (double before, double after)
{
  return before > 0 ? 100 * (after - before) / before : NAN;
}

/**
 * mappe_rate_compare:
 *
 * Rate = cases × per / residents; change in percent of the count and of the rate; index = 100 × rate1 / rate0.
 * Without residents there is no rate, without cases before no percentage; with fewer than 20 before, the status
 * says that the counts should be told instead. A rate may go up while the count goes down. Source: the frequency
 * number of the German police crime statistics (cases × 100,000 / residents, both of one reference day).
 *
 * Returns: the comparison
 */
MappeRate
mappe_rate_compare (const MappeRateCase *given)
{
  MappeRate rate = { NAN, NAN, NAN, NAN, NAN, NAN, MAPPE_STATS_OK };
  gboolean counted = mappe_stats_is_amount (given->n0) && mappe_stats_is_amount (given->n1);

  if (mappe_stats_is_amount (given->n0))
    rate.rate0 = rate_of (given->n0, given->pop0, given->per);
  if (mappe_stats_is_amount (given->n1))
    rate.rate1 = rate_of (given->n1, given->pop1, given->per);
  if (counted)
    {
      rate.diff_count = given->n1 - given->n0;
      rate.pct_count = percent_change (given->n0, given->n1);
      rate.pct_rate = percent_change (rate.rate0, rate.rate1);
      rate.index1 = rate.rate0 > 0 ? 100 * rate.rate1 / rate.rate0 : NAN;
    }
  if (!counted || isnan (rate.rate0) || isnan (rate.rate1))
    rate.status = MAPPE_STATS_UNDEFINED;
  else if (given->n0 <= 0)
    rate.status = MAPPE_STATS_PERCENT_UNDEFINED;
  else if (given->n0 < MAPPE_RATE_LEAST_BEFORE)
    rate.status = MAPPE_STATS_OK_SMALL_N;
  return rate;
}
