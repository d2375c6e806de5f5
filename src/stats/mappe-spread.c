/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-spread.h"

#include <math.h>

#include "mappe-special.h"

/**
 * mappe_dispersion:
 * @series: (array length=n): counts, one a period, NAN for gaps
 * @n: number of periods
 *
 * Variance/mean, and chi² = (n - 1) × it with n - 1 degrees of freedom, upper tail. A trend or a season enlarge
 * it. Source: the index of dispersion (Fisher 1925); Bortkiewicz' horse kicks.
 *
 * Returns: the figures; undefined of fewer than two values or none above 0
 */
MappeDispersion
mappe_dispersion (const double *series, gsize n)
{
  g_autofree double *values = g_new (double, n + 1);
  MappeDispersion found = {
    mappe_stats_present (series, n, values, NULL), NAN, NAN, NAN, NAN, NAN, MAPPE_STATS_UNDEFINED
  };

  found.mean = mappe_stats_mean (values, found.n);
  found.variance = mappe_stats_variance (values, found.n);
  if (found.n < 2 || !(found.mean > 0))
    return found;
  found.ratio = found.variance / found.mean;
  found.chi2 = (double) (found.n - 1) * found.ratio;
  found.p = mappe_chi_square_upper (found.chi2, (double) (found.n - 1));
  found.status = MAPPE_STATS_OK;
  return found;
}

/* Sums of the weights 1/(v + tau2), of their squares and of the weighted effects. */
typedef struct {
  double weights;
  double squares;
  double weighted;
} Weights;

static Weights
weigh (const double *effects, const double *variances, gsize n, double tau2)
{
  Weights sums = { 0, 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (!isnan (effects[i]) && !isnan (variances[i]))
      {
        double weight = 1 / (variances[i] + tau2);

        sums.weights += weight;
        sums.squares += weight * weight;
        sums.weighted += weight * effects[i];
      }
  return sums;
}

static MappePooledEffect
pooled (const Weights *sums)
{
  MappePooledEffect effect = { sums->weighted / sums->weights, 1 / sqrt (sums->weights), MAPPE_INTERVAL_NONE };

  effect.interval = mappe_stats_normal (effect.estimate, effect.se, MAPPE_STATS_CONFIDENCE);
  return effect;
}

/* Cochran's Q; counts the effects as well. */
static double
heterogeneity (const double *effects, const double *variances, gsize n, double centre, gsize *k)
{
  double q = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (effects[i]) && !isnan (variances[i]))
      {
        q += (effects[i] - centre) * (effects[i] - centre) / variances[i];
        *k += 1;
      }
  return q;
}

/**
 * mappe_pool_effects:
 * @effects: (array length=n): logarithms of relative effects, or differences
 * @variances: (array length=n): of each, above 0
 * @n: number of effects; one with a part missing is left out
 *
 * Inverse variances; tau² = max (0, (Q - k + 1)/(Σw - Σw²/Σw)) (DerSimonian and Laird 1986); I² = max (0, (Q - k +
 * 1)/Q). Below five effects show the single rows. Source: R's metafor.
 *
 * Returns: both pooled effects; NAN of none, Q without p of one
 */
MappePooling
mappe_pool_effects (const double *effects, const double *variances, gsize n)
{
  const MappePooledEffect none = { NAN, NAN, MAPPE_INTERVAL_NONE };
  MappePooling found = { 0, none, NAN, NAN, NAN, NAN, none };
  Weights sums = weigh (effects, variances, n, 0);
  double excess;

  if (!(sums.weights > 0) || !isfinite (sums.squares))
    return found;
  found.fixed = pooled (&sums);
  found.q = heterogeneity (effects, variances, n, found.fixed.estimate, &found.k);
  excess = found.q - (double) (found.k - 1);
  if (found.k > 1)
    found.p = mappe_chi_square_upper (found.q, (double) (found.k - 1));
  else
    found.q = excess = 0;
  found.i2 = excess > 0 ? 100 * excess / found.q : 0;
  found.tau2 = excess > 0 ? excess / (sums.weights - sums.squares / sums.weights) : 0;
  sums = weigh (effects, variances, n, found.tau2);
  found.random = pooled (&sums);
  return found;
}
