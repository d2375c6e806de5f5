/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-normal.h"

#include <math.h>

#include "mappe-special.h"

/* Where Acklam's approximation changes from the tail to the middle. */
#define TAIL 0.02425

static double
polynomial (const double *coefficients, guint n, double x)
{
  double value = coefficients[0];

  for (guint i = 1; i < n; i++)
    value = value * x + coefficients[i];
  return value;
}

/* P. J. Acklam's rational approximation of the normal quantile for p <= 1/2, relative error below 1.15e-9. */
static double
approximate_quantile (double p)
{
  static const double a[] = { -3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                              1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00 };
  static const double b[] = { -5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                              6.680131188771972e+01,  -1.328068155288572e+01, 1 };
  static const double c[] = { -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                              -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00 };
  static const double d[] = { 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                              3.754408661907416e+00, 1 };
  double q;

  if (p < TAIL)
    {
      q = sqrt (-2 * log (p));
      return polynomial (c, G_N_ELEMENTS (c), q) / polynomial (d, G_N_ELEMENTS (d), q);
    }
  q = p - 0.5;
  return q * polynomial (a, G_N_ELEMENTS (a), q * q) / polynomial (b, G_N_ELEMENTS (b), q * q);
}

/**
 * mappe_normal_quantile:
 * @p: probability
 *
 * Acklam's approximation and one step of Halley with erfc(); accurate to about 1e-15, relative in the lower tail.
 *
 * Returns: x with P(X <= x) = @p for the standard normal distribution; infinite at 0 and 1; NAN outside
 */
double
mappe_normal_quantile (double p)
{
  double x, error, step;

  if (!(p >= 0 && p <= 1))
    return NAN;
  if (p > 0.5)
    return -mappe_normal_quantile (1 - p);
  if (p <= 0)
    return -INFINITY;
  x = approximate_quantile (p);
  error = 0.5 * erfc (-x * M_SQRT1_2) - p;
  step = error * sqrt (2 * G_PI) * exp (x * x / 2);
  return isfinite (step) ? x - step / (1 + x * step / 2) : x;
}

/** mappe_normal_two_sided: Returns: P(|Z| >= |@z|) for the standard normal distribution */
double
mappe_normal_two_sided (double z)
{
  return erfc (fabs (z) * M_SQRT1_2);
}

/** mappe_student_two_sided: Returns: P(|T| >= |@t|) with @df degrees of freedom (not only whole ones) */
double
mappe_student_two_sided (double t, double df)
{
  double square = t * t;

  if (!(df > 0) || isnan (t))
    return NAN;
  /* The smaller of x and 1 - x is handed over exactly. */
  return isinf (square) ? 0 : mappe_beta_lower (df / (df + square), square / (df + square), df / 2, 0.5);
}

typedef struct {
  double p;
  double df;
} StudentTail;

static double
tail_left (double t, gconstpointer data)
{
  const StudentTail *tail = data;

  return mappe_student_two_sided (t, tail->df) - tail->p;
}

/**
 * mappe_student_quantile:
 * @p: probability, between 0 and 1
 * @df: degrees of freedom, more than 0
 *
 * Returns: t with P(T <= t) = @p; NAN if the arguments are none
 */
double
mappe_student_quantile (double p, double df)
{
  StudentTail tail = { 2 * MIN (p, 1 - p), df };
  double high = 2;

  if (!(p > 0 && p < 1) || !(df > 0))
    return NAN;
  if (tail.p >= 1)
    return 0;
  while (tail_left (high, &tail) > 0 && high < 1e300)
    high *= 2;
  high = mappe_root (tail_left, &tail, 0, high);
  return p < 0.5 ? -high : high;
}
