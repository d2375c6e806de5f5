/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "mappe-special.h"

/* Inverses of the distribution functions, by root finding in a bracket. */

#define MOST_STEPS 300

static double
sign_of (double value)
{
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/**
 * mappe_root:
 * @function: continuous, of different sign at @lo and @hi
 * @data: for @function
 * @lo: lower end
 * @hi: upper end
 *
 * Ridders' method: halving, then false position after taking out the curvature; it never leaves the bracket, and
 * the digits double at each step near the root.
 *
 * Returns: the root to the last digits of a double; the end with the smaller value if the signs are equal
 */
double
mappe_root (MappeRealFunc function, gconstpointer data, double lo, double hi)
{
  double at_lo = function (lo, data), at_hi = function (hi, data);
  double found = fabs (at_lo) < fabs (at_hi) ? lo : hi;

  if (at_lo == 0 || at_hi == 0 || sign_of (at_lo) == sign_of (at_hi))
    return found;
  for (int i = 0; i < MOST_STEPS && hi - lo > 2 * DBL_EPSILON * fabs (lo) + DBL_MIN; i++)
    {
      double middle = lo + (hi - lo) / 2, at_middle = function (middle, data);
      double next, at_next, before = found;

      if (at_middle == 0)
        return middle;
      next = middle + (middle - lo) * sign_of (at_lo - at_hi) * sign_of (at_middle) /
                          sqrt (1 - (at_lo / at_middle) * (at_hi / at_middle));
      /* Where the ends differ too much, it falls upon one of them: halving still gains. */
      if (!(next > lo && next < hi))
        next = middle;
      at_next = function (next, data);
      found = next;
      if (at_next == 0 || (i > 0 && fabs (next - before) <= 2 * DBL_EPSILON * fabs (next)))
        break;
      if (sign_of (at_middle) != sign_of (at_next))
        {
          lo = MIN (middle, next), at_lo = middle < next ? at_middle : at_next;
          hi = MAX (middle, next), at_hi = middle < next ? at_next : at_middle;
        }
      else if (sign_of (at_next) == sign_of (at_lo))
        lo = next, at_lo = at_next;
      else
        hi = next, at_hi = at_next;
    }
  return found;
}

/* --- gamma --- */

typedef struct {
  double p;
  double a;
  gboolean upper;
} GammaTail;

static double
gamma_left (double x, gconstpointer data)
{
  const GammaTail *tail = data;

  return tail->upper ? tail->p - mappe_gamma_upper (tail->a, x) : mappe_gamma_lower (tail->a, x) - tail->p;
}

static double
gamma_quantile (double p, double a, gboolean upper)
{
  GammaTail tail = { p, a, upper };
  double spread = 8 * sqrt (a) + 8;
  double lo = MAX (0, a - spread), hi = a + spread;

  if (!(p >= 0 && p <= 1 && a > 0))
    return NAN;
  if (p <= 0 || p >= 1)
    return (p <= 0) == upper ? INFINITY : 0;
  if (gamma_left (lo, &tail) > 0)
    lo = 0;
  while (gamma_left (hi, &tail) < 0 && hi < 1e300)
    hi *= 2;
  return mappe_root (gamma_left, &tail, lo, hi);
}

/** mappe_gamma_quantile: Returns: x with mappe_gamma_lower (@a, x) = @p; half a chi-squared quantile of 2 @a
 * degrees */
double
mappe_gamma_quantile (double p, double a)
{
  return gamma_quantile (p, a, FALSE);
}

/** mappe_gamma_upper_quantile: Returns: x with mappe_gamma_upper (@a, x) = @p */
double
mappe_gamma_upper_quantile (double p, double a)
{
  return gamma_quantile (p, a, TRUE);
}

/* --- beta --- */

typedef struct {
  double p;
  double a;
  double b;
} BetaTail;

static double
beta_left (double x, gconstpointer data)
{
  const BetaTail *tail = data;

  return mappe_beta_lower (x, 1 - x, tail->a, tail->b) - tail->p;
}

/** mappe_beta_quantile: Returns: x with mappe_beta_lower (x, 1 - x, @a, @b) = @p */
double
mappe_beta_quantile (double p, double a, double b)
{
  BetaTail tail = { p, a, b };
  double mean = a / (a + b);
  double spread = 8 * sqrt (mean * (1 - mean) / (a + b + 1));
  double lo = MAX (0, mean - spread), hi = MIN (1, mean + spread);

  if (!(p >= 0 && p <= 1 && a > 0 && b > 0))
    return NAN;
  if (p <= 0 || p >= 1)
    return p <= 0 ? 0 : 1;
  if (beta_left (lo, &tail) > 0)
    lo = 0;
  if (beta_left (hi, &tail) < 0)
    hi = 1;
  return mappe_root (beta_left, &tail, lo, hi);
}
