/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share.h"

#include <math.h>

#include "mappe-normal.h"
#include "mappe-special.h"

static gboolean
is_share_case (double x, double n)
{
  return x >= 0 && n > 0 && x <= n && isfinite (n);
}

/* At the ends the limit is 0 or 1 exactly, whatever rounding says. */
static MappeInterval
with_exact_ends (MappeInterval interval, double x, double n)
{
  if (x <= 0)
    interval.lo = 0;
  if (x >= n)
    interval.hi = 1;
  return mappe_stats_clamp (interval, 0, 1);
}

/**
 * mappe_share_wilson:
 * @x: how many of @n; both need not be whole (an effective number of answers is not)
 * @n: more than 0
 * @conf: confidence
 *
 * (2x + z² ∓ z √(z² + 4xq)) / (2 (n + z²)) (Wilson 1927), cut at 0 and 1.
 *
 * Returns: the interval; NAN of no answers
 */
MappeInterval
mappe_share_wilson (double x, double n, double conf)
{
  double z = mappe_stats_z (conf);
  double q = (n - x) / n, root, below = 2 * (n + z * z);

  if (!is_share_case (x, n) || isnan (z))
    return MAPPE_INTERVAL_NONE;
  root = z * sqrt (z * z + 4 * x * q);
  return with_exact_ends ((MappeInterval){ (2 * x + z * z - root) / below, (2 * x + z * z + root) / below }, x, n);
}

/**
 * mappe_share_wilson_corrected:
 *
 * Wilson's interval with continuity correction (Newcombe 1998, Stat Med 17:857, method 4). R's prop.test() takes
 * back a part of the correction where x is near n/2; this does not.
 *
 * Returns: the interval; NAN of no answers
 */
MappeInterval
mappe_share_wilson_corrected (double x, double n, double conf)
{
  double z = mappe_stats_z (conf);
  double p = x / n, q = (n - x) / n, below = 2 * (n + z * z);
  double low, high;

  if (!is_share_case (x, n) || isnan (z))
    return MAPPE_INTERVAL_NONE;
  low = z * z - 2 - 1 / n + 4 * p * (n * q + 1);
  high = z * z + 2 - 1 / n + 4 * p * (n * q - 1);
  return with_exact_ends ((MappeInterval){ (2 * x + z * z - 1 - z * sqrt (MAX (low, 0))) / below,
                                           (2 * x + z * z + 1 + z * sqrt (MAX (high, 0))) / below },
                          x, n);
}

static MappeInterval
clopper_pearson (double x, double n, double conf)
{
  double tail = (1 - conf) / 2;

  if (!mappe_stats_is_share (conf))
    return MAPPE_INTERVAL_NONE;
  return (MappeInterval){ x > 0 ? mappe_beta_quantile (tail, x, n - x + 1) : 0,
                          x < n ? 1 - mappe_beta_quantile (tail, n - x, x + 1) : 1 };
}

/**
 * mappe_share_of:
 * @x: answers of the kind in question
 * @n: all answers
 * @conf: confidence of the intervals
 *
 * Sources: Newcombe 1998, Stat Med 17:857, table I; exact limits by the beta quantile (Clopper and Pearson 1934).
 *
 * Returns: the share
 */
MappeShare
mappe_share_of (double x, double n, double conf)
{
  MappeShare share = { NAN, MAPPE_INTERVAL_NONE, MAPPE_INTERVAL_NONE, MAPPE_INTERVAL_NONE,
                       MAPPE_STATS_NO_ANSWERS };

  if (!is_share_case (x, n))
    {
      share.status = n == 0 && x == 0         ? MAPPE_STATS_NO_ANSWERS
                     : isnan (n) || isnan (x) ? MAPPE_STATS_UNDEFINED
                                              : MAPPE_STATS_BAD_INPUT;
      return share;
    }
  share.p = x / n;
  share.wilson = mappe_share_wilson (x, n, conf);
  share.wilson_corrected = mappe_share_wilson_corrected (x, n, conf);
  share.exact = clopper_pearson (x, n, conf);
  share.status = n < MAPPE_SHARE_SMALL_GROUP ? MAPPE_STATS_OK_SMALL_N : MAPPE_STATS_OK;
  return share;
}

/* Newcombe's way from two intervals to that of the difference. */
static MappeInterval
difference_of (double p1, MappeInterval i1, double p2, MappeInterval i2)
{
  MappeInterval interval = { p1 - p2 - hypot (p1 - i1.lo, i2.hi - p2), p1 - p2 + hypot (i1.hi - p1, p2 - i2.lo) };

  return mappe_stats_clamp (interval, -1, 1);
}

/**
 * mappe_share_difference:
 *
 * d ∓ √(…) from the Wilson limits of both shares (Newcombe 1998, Stat Med 17:873, methods 10 and 11); z at the
 * common share, which says nothing when all answers are the same; h = 2 asin √p1 - 2 asin √p2.
 *
 * Returns: the difference
 */
MappeShareDifference
mappe_share_difference (const MappeShareCase *given)
{
  MappeShareDifference found = { NAN, MAPPE_INTERVAL_NONE, MAPPE_INTERVAL_NONE, NAN, NAN, NAN, MAPPE_STATS_OK };
  MappeShare first = mappe_share_of (given->x1, given->n1, given->conf);
  MappeShare second = mappe_share_of (given->x2, given->n2, given->conf);
  double common, se;

  found.status = MAX (first.status, second.status);
  if (isnan (first.p) || isnan (second.p))
    return found;
  found.diff = first.p - second.p;
  found.score = difference_of (first.p, first.wilson, second.p, second.wilson);
  found.corrected = difference_of (first.p, first.wilson_corrected, second.p, second.wilson_corrected);
  found.h = 2 * asin (sqrt (first.p)) - 2 * asin (sqrt (second.p));
  common = (given->x1 + given->x2) / (given->n1 + given->n2);
  se = sqrt (common * (1 - common) * (1 / given->n1 + 1 / given->n2));
  if (se > 0)
    found.z = found.diff / se;
  found.p = mappe_normal_two_sided (found.z);
  return found;
}
