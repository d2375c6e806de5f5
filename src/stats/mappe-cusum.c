/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cusum.h"

#include <math.h>

/**
 * mappe_cusum:
 * @series: (array length=n): values, NAN for gaps
 * @n: number of periods
 * @target_slack_limit: target; k, half the shift to be found; h, 4 to 5 sigma, or NAN for a picture only
 * @upper: (out caller-allocates) (array length=n): max (0, x - target - k + the sum before); NAN at a gap, over
 * which the sum is kept
 * @lower: (out caller-allocates) (array length=n): max (0, target - k - x + the sum before)
 *
 * A sum beyond h is a signal; on h is none. Source: Montgomery and Runger, table 16-8; NIST handbook 6.3.2.3.
 *
 * Returns: the first signals
 */
MappeCusum
mappe_cusum (const double *series, gsize n, const double target_slack_limit[3], double *upper, double *lower)
{
  const double target = target_slack_limit[0], slack = target_slack_limit[1], limit = target_slack_limit[2];
  MappeCusum found = { 0, 0 };
  double up = 0, down = 0;

  for (gsize i = 0; i < n; i++)
    {
      gboolean gap = isnan (series[i]);

      if (!gap)
        {
          up = MAX (0, up + series[i] - target - slack);
          down = MAX (0, down + target - slack - series[i]);
        }
      upper[i] = gap ? NAN : up;
      lower[i] = gap ? NAN : down;
      if (found.first_up == 0 && upper[i] > limit)
        found.first_up = i + 1;
      if (found.first_down == 0 && lower[i] > limit)
        found.first_down = i + 1;
    }
  return found;
}

/**
 * mappe_cusum_poisson_value:
 * @normal: mean count
 * @shifted: mean count that is to be found
 *
 * (m1 - m0)/ln (m1/m0) (Lucas 1985): its distance from the target is the k of a Poisson count.
 *
 * Returns: the reference value; NAN unless both are above 0 and differ
 */
double
mappe_cusum_poisson_value (double normal, double shifted)
{
  return normal > 0 && shifted > 0 && normal != shifted ? (shifted - normal) / log (shifted / normal) : NAN;
}
