/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-rate-ratio.h"

#include <math.h>

#include "mappe-share.h"
#include "mappe-special.h"

/* Masses this much larger than another are still called equal, as in R's poisson.test(). */
#define TIE (1 + 1e-7)

/* The first count above the mean whose mass is not above @most; masses fall there. */
static double
first_as_rare (double n, double p, double most)
{
  double low = ceil (n * p), high = n + 1;

  while (low < high)
    {
      /* Their sum may be more than a double holds exactly, and then no step would be one. */
      double middle = low + floor ((high - low) / 2);

      if (mappe_binomial_mass (middle, n, p) <= most)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * mappe_binomial_test:
 * @x: count from 0 to @n
 * @n: trials
 * @p: probability of each, between 0 and 1
 *
 * Two-sided p: the sum of all outcomes that are no likelier than @x (as R's binom.test()). Takes steps in the
 * order of log @n.
 *
 * Returns: p; NAN if the arguments are none
 */
double
mappe_binomial_test (double x, double n, double p)
{
  double most, as_rare;

  if (!mappe_stats_is_count (x) || !mappe_stats_is_count (n) || x > n || !(p > 0 && p < 1))
    return NAN;
  if (x == n * p)
    return 1;
  /* Looked at from the other side, the count lies below the mean. */
  if (x > n * p)
    return mappe_binomial_test (n - x, n, 1 - p);
  most = mappe_binomial_mass (x, n, p) * TIE;
  as_rare = first_as_rare (n, p, most);
  return MIN (1, mappe_binomial_lower (x, n, p) + mappe_binomial_lower (n - as_rare, n, 1 - p));
}

/* From the share of the cases that fell after the start to the ratio of the rates. */
static MappeInterval
ratio_of_shares (MappeInterval share, const MappeRateRatioCase *given)
{
  double times = given->t0 / given->t1;

  return (MappeInterval){ share.lo / (1 - share.lo) * times, share.hi < 1    ? share.hi / (1 - share.hi) * times
                                                             : share.hi >= 1 ? INFINITY
                                                                             : NAN };
}

static MappeInterval
log_interval (const MappeRateRatioCase *given, double ratio, double phi)
{
  double half = mappe_stats_z (given->conf) * sqrt (phi * (1 / given->x1 + 1 / given->x0));

  return isnan (half) ? MAPPE_INTERVAL_NONE : (MappeInterval){ ratio * exp (-half), ratio * exp (half) };
}

static MappeRateRatio
without_events (MappeRateRatio found)
{
  found.exact = (MappeInterval){ 0, INFINITY };
  found.p_exact = 1;
  found.status = MAPPE_STATS_NO_EVENTS;
  return found;
}

/**
 * mappe_rate_ratio:
 *
 * Of N = x1 + x0 cases those after are binomial with the share p, and ratio = p/(1-p) × t0/t1; the exact interval
 * is Clopper and Pearson's, the score interval Wilson's, both transformed. log: exp (ln ratio ∓ z √(phi (1/x1 +
 * 1/x0))). Counts vary more than a Poisson distribution allows for, so phi is 2 where nothing else is known, else
 * Pearson's chi²/df of the months; a phi below 1 is taken for 1, which never narrows an interval. No case after:
 * ratio 0; none before: infinite. Exact p and exact interval follow different rules: print only the interval.
 * Sources: R's poisson.test(); score figures of statsmodels test_rates_poisson.py.
 *
 * Returns: the ratio with its intervals
 */
MappeRateRatio
mappe_rate_ratio (const MappeRateRatioCase *given)
{
  MappeRateRatio found = { NAN,
                           MAPPE_INTERVAL_NONE,
                           NAN,
                           MAPPE_INTERVAL_NONE,
                           MAPPE_INTERVAL_NONE,
                           MAPPE_INTERVAL_NONE,
                           MAPPE_STATS_UNDEFINED };
  MappeShare share;

  if (!mappe_stats_is_count (given->x1) || !mappe_stats_is_count (given->x0) || !(given->t1 > 0) ||
      !(given->t0 > 0) || !isfinite (given->t1 + given->t0))
    return found;
  if (given->x1 + given->x0 <= 0)
    return without_events (found);
  share = mappe_share_of (given->x1, given->x1 + given->x0, given->conf);
  found.ratio = given->x0 > 0 ? given->x1 / given->t1 / (given->x0 / given->t0) : INFINITY;
  found.exact = ratio_of_shares (share.exact, given);
  found.score = ratio_of_shares (share.wilson, given);
  found.p_exact = mappe_binomial_test (given->x1, given->x1 + given->x0, given->t1 / (given->t1 + given->t0));
  found.status = given->x1 <= 0   ? MAPPE_STATS_ZERO_AFTER
                 : given->x0 <= 0 ? MAPPE_STATS_ZERO_BEFORE
                                  : MAPPE_STATS_OK;
  if (found.status == MAPPE_STATS_OK)
    {
      found.log = log_interval (given, found.ratio, 1);
      found.inflated = log_interval (given, found.ratio, isnan (given->phi) ? NAN : MAX (1, given->phi));
    }
  return found;
}
