/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-poisson.h"

#include <math.h>

#include "mappe-special.h"

/* --- intervals of one count --- */

static MappeInterval
exact_limits (double x, double tail)
{
  return (MappeInterval){ x > 0 ? mappe_gamma_quantile (tail, x) : 0, mappe_gamma_upper_quantile (tail, x + 1) };
}

static double
byar_limit (double x, double z)
{
  double root = x > 0 ? 1 - 1 / (9 * x) + z / (3 * sqrt (x)) : 0;

  return root > 0 ? x * root * root * root : 0;
}

static MappeInterval
score_limits (double x, double z)
{
  double hi = x + z * z / 2 + z * sqrt (x + z * z / 4);

  /* The product of both roots is x²: no digits are lost to a difference. */
  return (MappeInterval){ x * x / hi, hi };
}

typedef struct {
  double x;
  double p;
} MidP;

/* P(X < x) + P(X = x)/2 less the wanted probability, falling with the mean. */
static double
mid_p_left (double mean, gconstpointer data)
{
  const MidP *mid = data;
  double below = mid->x > 0 ? mappe_gamma_upper (mid->x, mean) : 0;

  return below + mappe_poisson_mass (mid->x, mean) / 2 - mid->p;
}

/* The mid-P limits lie inside the exact ones. */
static MappeInterval
mid_p_limits (double x, double tail, MappeInterval exact)
{
  MidP upper = { x, tail }, lower = { x, 1 - tail };

  return (MappeInterval){ x > 0 ? mappe_root (mid_p_left, &lower, exact.lo, x) : 0,
                          mappe_root (mid_p_left, &upper, x, exact.hi) };
}

static MappeInterval
per_exposure (MappeInterval interval, double t)
{
  return (MappeInterval){ interval.lo / t, interval.hi / t };
}

/**
 * mappe_poisson_intervals:
 * @x: count, from 0 on
 * @t: exposure (months, residents), more than 0; limits are per unit of it
 * @conf: confidence
 *
 * exact: chi²(α/2; 2x)/2 and chi²(1-α/2; 2x+2)/2 (Garwood 1936). Byar: x (1 - 1/(9x) ∓ z/(3√x))³ with x + 1 for
 * the upper limit. score: x + z²/2 ∓ z√(x + z²/4). mid-P: P(X < x) + P(X = x)/2 = α/2 or 1 - α/2. Of no case the
 * lower limits are 0 and the upper ones are not. Sources: statsmodels test_rates_poisson.py, epitools.
 *
 * Returns: all of them; NAN if @t is not positive or @x negative
 */
MappePoissonIntervals
mappe_poisson_intervals (double x, double t, double conf)
{
  MappePoissonIntervals found = { NAN, MAPPE_INTERVAL_NONE, MAPPE_INTERVAL_NONE, MAPPE_INTERVAL_NONE,
                                  MAPPE_INTERVAL_NONE };
  double z = mappe_stats_z (conf);
  MappeInterval exact;

  if (!mappe_stats_is_amount (x) || !(t > 0) || !isfinite (t))
    return found;
  found.rate = x / t;
  if (isnan (z))
    return found;
  exact = exact_limits (x, (1 - conf) / 2);
  found.exact = per_exposure (exact, t);
  found.byar = per_exposure ((MappeInterval){ byar_limit (x, -z), byar_limit (x + 1, z) }, t);
  found.score = per_exposure (score_limits (x, z), t);
  found.midp = per_exposure (mid_p_limits (x, (1 - conf) / 2, exact), t);
  return found;
}

/* --- flags of two counts --- */

/**
 * mappe_poisson_z:
 *
 * z = 2 (√after - √before): the square root makes the spread of a Poisson count nearly 1/2 whatever its size. For
 * equal periods only. Source: Wheeler 2016, Int J Police Sci Manag 18:159.
 *
 * Returns: z; NAN of a negative or missing count
 */
double
mappe_poisson_z (double before, double after)
{
  if (!mappe_stats_is_amount (before) || !mappe_stats_is_amount (after))
    return NAN;
  return 2 * (sqrt (after) - sqrt (before));
}

/** mappe_poisson_level: Returns: strong from |@z| = 3 on, weak from 2 on: a flag to look, no test */
MappePoissonLevel
mappe_poisson_level (double z)
{
  if (isnan (z))
    return MAPPE_POISSON_UNKNOWN;
  return fabs (z) >= 3 ? MAPPE_POISSON_STRONG : fabs (z) >= 2 ? MAPPE_POISSON_WEAK : MAPPE_POISSON_NONE;
}

/** mappe_poisson_level_word: Returns: (nullable): the stable word; %NULL if the level is not known */
const char *
mappe_poisson_level_word (MappePoissonLevel level)
{
  static const char *const words[] = { "none", "weak", "strong", NULL };

  return words[level];
}
