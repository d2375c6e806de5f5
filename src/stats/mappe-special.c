/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-special.h"

#include <float.h>
#include <math.h>

/* Below this, lgamma() itself gives what is left of Stirling's formula without loss. */
#define STIRLING_FROM 16
/* From here on the sums of the incomplete gamma function are longer than its expansion is wrong. */
#define UNIFORM_FROM 1e8
#define TINY 1e-300
#define MOST_TERMS 10000000

/* ln x! less the main terms of Stirling's formula: ln x! = x ln x - x + ln(2 pi x)/2 + this. */
static double
stirling_rest (double x)
{
  double square = x * x;

  if (x < STIRLING_FROM)
    return lgamma (x + 1) - (x + 0.5) * log (x) + x - 0.5 * log (2 * G_PI);
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) /
         x;
}

/* x ln(x/m) - x + m, also where x and m are nearly equal and the terms cancel. */
static double
deviance_part (double x, double m)
{
  double d = (x - m) / m;
  double sum = 0, power;

  if (fabs (d) >= 0.1)
    return x * log (x / m) - x + m;
  /* (1+d) ln(1+d) - d = d^2/2 - d^3/6 + d^4/12 - … */
  power = d * d;
  for (int k = 2; k < 30; k++, power *= -d)
    {
      double term = power / (k * (k - 1.0));

      sum += term;
      if (fabs (term) <= DBL_EPSILON * fabs (sum) / 4)
        break;
    }
  return m * sum;
}

/**
 * mappe_poisson_mass:
 * @k: from 0 on; between whole numbers the factorial is the gamma function
 * @mean: from 0 on
 *
 * exp(-mean) mean^k / k! by way of the deviance (Loader 2000), which keeps the digits of large counts.
 *
 * Returns: P(X = @k) of the Poisson distribution
 */
double
mappe_poisson_mass (double k, double mean)
{
  if (k <= 0 || mean <= 0)
    return k <= 0 ? exp (-mean) : 0;
  return exp (-stirling_rest (k) - deviance_part (k, mean)) / sqrt (2 * G_PI * k);
}

/** mappe_binomial_mass: Returns: P(X = @k) of @n trials with probability @p */
double
mappe_binomial_mass (double k, double n, double p)
{
  double left = n - k;

  if (k < 0 || left < 0)
    return 0;
  if (p <= 0 || p >= 1)
    return k == (p <= 0 ? 0 : n) ? 1 : 0;
  if (k == 0)
    return exp (n * log1p (-p));
  if (left == 0)
    return exp (n * log (p));
  return exp (stirling_rest (n) - stirling_rest (k) - stirling_rest (left) - deviance_part (k, n * p) -
              deviance_part (left, n * (1 - p))) *
         sqrt (n / (2 * G_PI * k * left));
}

/* The sum x^a e^-x / Gamma(a+1) (1 + x/(a+1) + x²/((a+1)(a+2)) + …), good for x < a + 1. */
static double
gamma_series (double a, double x)
{
  double sum = 1, term = 1;

  for (int i = 1; i < MOST_TERMS && term > sum * DBL_EPSILON / 2; i++)
    {
      term *= x / (a + i);
      sum += term;
    }
  return sum * mappe_poisson_mass (a, x);
}

/* Lentz' evaluation of the continued fraction of the upper part, good for x > a + 1. */
static double
gamma_fraction (double a, double x)
{
  double b = x + 1 - a;
  double c = 1 / TINY;
  double d = 1 / b;
  double value = d;

  for (int i = 1; i < MOST_TERMS; i++)
    {
      double factor = -i * (i - a);

      b += 2;
      d = factor * d + b;
      d = 1 / (fabs (d) < TINY ? TINY : d);
      c = b + factor / c;
      c = fabs (c) < TINY ? TINY : c;
      value *= c * d;
      if (fabs (c * d - 1) < DBL_EPSILON)
        break;
    }
  return value * a * mappe_poisson_mass (a, x);
}

/* The first term of Temme's uniform expansion (DLMF 8.12), for large a: relative error of its correction about
 * 1/a. */
static double
gamma_uniform (double a, double x, gboolean upper)
{
  double mu = (x - a) / a;
  double eta = copysign (sqrt (2 * deviance_part (a, x) / a), mu);
  double correction;

  if (fabs (mu) < 1e-2)
    correction = -1.0 / 3 + eta / 12 - 2 * eta * eta / 135 + eta * eta * eta / 864;
  else
    correction = 1 / mu - 1 / eta;
  correction *= exp (-a * eta * eta / 2) / sqrt (2 * G_PI * a);
  if (upper)
    return 0.5 * erfc (eta * sqrt (a / 2)) + correction;
  return 0.5 * erfc (-eta * sqrt (a / 2)) - correction;
}

static double
gamma_part (double a, double x, gboolean upper)
{
  double part;
  gboolean below = x < a + 1;

  if (!(a >= 0 && x >= 0))
    return NAN;
  if (x <= 0 || a <= 0)
    return (x <= 0) == upper ? 1 : 0;
  if (isinf (x))
    return upper ? 0 : 1;
  if (a >= UNIFORM_FROM)
    return CLAMP (gamma_uniform (a, x, upper), 0, 1);
  part = below ? gamma_series (a, x) : gamma_fraction (a, x);
  return CLAMP (below == upper ? 1 - part : part, 0, 1);
}

/** mappe_gamma_lower: Returns: P(@a, @x), the regularised lower incomplete gamma function (DLMF 8.2.4) */
double
mappe_gamma_lower (double a, double x)
{
  return gamma_part (a, x, FALSE);
}

/** mappe_gamma_upper: Returns: Q(@a, @x) = 1 - P; of whole @a it is the Poisson probability of fewer than @a at @x
 */
double
mappe_gamma_upper (double a, double x)
{
  return gamma_part (a, x, TRUE);
}

/** mappe_chi_square_upper: Returns: P(X >= @x) of the chi-squared distribution with @df degrees of freedom */
double
mappe_chi_square_upper (double x, double df)
{
  return df > 0 && x >= 0 ? mappe_gamma_upper (df / 2, x / 2) : NAN;
}

/* The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz, good for x < (a+1)/(a+b+2). */
static double
beta_fraction (double x, double a, double b)
{
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  double value;

  d = 1 / (fabs (d) < TINY ? TINY : d);
  value = d;
  for (int m = 1; m < MOST_TERMS; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double change;

      d = 1 + even * d;
      c = 1 + even / c;
      d = 1 / (fabs (d) < TINY ? TINY : d);
      c = fabs (c) < TINY ? TINY : c;
      value *= c * d;
      d = 1 + odd * d;
      c = 1 + odd / c;
      d = 1 / (fabs (d) < TINY ? TINY : d);
      c = fabs (c) < TINY ? TINY : c;
      change = c * d;
      value *= change;
      if (fabs (change - 1) < DBL_EPSILON)
        break;
    }
  return value;
}

/**
 * mappe_beta_lower:
 * @x: from 0 to 1
 * @y: 1 - @x, which the caller may know with more digits than can be had from @x
 * @a: more than 0
 * @b: more than 0
 *
 * Returns: I_x(a, b), the regularised incomplete beta function (DLMF 8.17.2)
 */
double
mappe_beta_lower (double x, double y, double a, double b)
{
  double front;

  if (!(x >= 0 && y >= 0 && a > 0 && b > 0))
    return NAN;
  if (x <= 0 || y <= 0)
    return x <= 0 ? 0 : 1;
  /* x^a y^b / B(a, b) = ab/(a+b) times a binomial mass. */
  front = exp (stirling_rest (a + b) - stirling_rest (a) - stirling_rest (b) - deviance_part (a, (a + b) * x) -
               deviance_part (b, (a + b) * y)) *
          sqrt (a * b / (2 * G_PI * (a + b)));
  if (x < (a + 1) / (a + b + 2))
    return CLAMP (front * beta_fraction (x, a, b) / a, 0, 1);
  return CLAMP (1 - front * beta_fraction (y, b, a) / b, 0, 1);
}

/** mappe_binomial_lower: Returns: P(X <= @k) of @n trials with probability @p */
double
mappe_binomial_lower (double k, double n, double p)
{
  k = floor (k);
  if (k < 0)
    return 0;
  return k >= n ? 1 : mappe_beta_lower (1 - p, p, n - k, k + 1);
}
