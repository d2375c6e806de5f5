/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-autocorrelation.h"

#include <math.h>

#include "mappe-special.h"

/* Mean, sum of squares around it and number of the values that are there. */
typedef struct {
  double mean;
  double squares;
  gsize n;
} Moments;

static Moments
moments_of (const double *series, gsize n)
{
  Moments moments = { 0, 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (!isnan (series[i]))
      {
        moments.mean += series[i];
        moments.n++;
      }
  moments.mean /= (double) moments.n;
  for (gsize i = 0; i < n; i++)
    if (!isnan (series[i]))
      moments.squares += (series[i] - moments.mean) * (series[i] - moments.mean);
  return moments;
}

/* Mean product of the pairs that are both there, divided as if none were missing. */
static double
correlation_at (const double *series, gsize n, gsize lag, const Moments *moments)
{
  double sum = 0;
  gsize pairs = 0;

  for (gsize i = lag; i < n; i++)
    if (!isnan (series[i]) && !isnan (series[i - lag]))
      {
        sum += (series[i] - moments->mean) * (series[i - lag] - moments->mean);
        pairs++;
      }
  if (pairs == 0)
    return NAN;
  return sum / (double) (pairs + lag) / (moments->squares / (double) moments->n);
}

static double
durbin_watson (const double *series, gsize n, double squares)
{
  double sum = 0;

  for (gsize i = 1; i < n; i++)
    if (!isnan (series[i]) && !isnan (series[i - 1]))
      sum += (series[i] - series[i - 1]) * (series[i] - series[i - 1]);
  return sum / squares;
}

/* Differences of equal values that cannot be held exactly are not variation. */
static gboolean
varies (const Moments *moments)
{
  return moments->n > 1 && moments->squares > 1e-24 * (double) moments->n * moments->mean * moments->mean;
}

/**
 * mappe_autocorrelation:
 * @series: (array length=n): values or residuals, one a period, NAN for gaps
 * @n: number of periods
 * @lags: how many periods apart at most
 * @acf: (out caller-allocates) (array length=lags): correlation at each distance from 1 on; NAN where no pair is
 * left
 *
 * r_k = Σ (x_t - m)(x_{t-k} - m) / Σ (x_t - m)²; Durbin and Watson's d = Σ (x_t - x_{t-1})² / Σ (x_t - m)²; Ljung
 * and Box's Q = n (n + 2) Σ r_k²/(n - k). Pairs with a gap are left out, as R's acf() does with na.pass. Values
 * above 0.3 at lag 1 or 12 of a model's residuals mean: its interval is too narrow. Source: R's acf() and
 * Box.test().
 *
 * Returns: the tests; NAN of a series that does not vary, or with no pair at a lag
 */
MappeAutocorrelation
mappe_autocorrelation (const double *series, gsize n, gsize lags, double *acf)
{
  MappeAutocorrelation found = { NAN, NAN, NAN };
  Moments moments = moments_of (series, n);
  double size = (double) moments.n, sum = 0;

  for (gsize k = 1; k <= lags; k++)
    {
      acf[k - 1] = varies (&moments) && k < moments.n ? correlation_at (series, n, k, &moments) : NAN;
      sum += acf[k - 1] * acf[k - 1] / (size - (double) k);
    }
  if (!varies (&moments))
    return found;
  found.durbin_watson = durbin_watson (series, n, moments.squares);
  if (lags > 0 && !isnan (sum))
    {
      found.ljung_box = size * (size + 2) * sum;
      found.p = mappe_chi_square_upper (found.ljung_box, (double) lags);
    }
  return found;
}
