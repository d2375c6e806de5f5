/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-survey.h"

#include <math.h>

#include "mappe-normal.h"
#include "mappe-share.h"

/* --- difference in differences --- */

/* Value and variance of one wave. */
static MappeWave
measured (const MappeWave *wave, gboolean is_share)
{
  double p = wave->value / wave->size;

  if (!is_share)
    return (MappeWave){ wave->value, wave->size >= 0 ? wave->size * wave->size : NAN };
  if (!(wave->value >= 0 && wave->size > 0 && wave->value <= wave->size))
    return (MappeWave){ NAN, NAN };
  return (MappeWave){ p, p * (1 - p) / wave->size };
}

/**
 * mappe_did:
 *
 * (T1 - T0) - (C1 - C0), standard error the root of the summed variances (p (1 - p) / n of shares), normal
 * interval. Of shares it is a rough guide below 30 answers a cell. If both changes are known with their standard
 * errors, these go to the waves after and 0 to those before. Source: Card and Krueger 1994, table 3.
 *
 * Returns: the difference; NAN if a value is missing, z and p NAN if nothing varies
 */
MappeDid
mappe_did (const MappeDidCase *given)
{
  MappeDid found = { NAN, NAN, NAN, NAN, MAPPE_INTERVAL_NONE };
  double variance = 0, values[2][2];

  for (int i = 0; i < 2; i++)
    {
      MappeWave measure = measured (&given->measure[i], given->are_shares);
      MappeWave comparison = measured (&given->comparison[i], given->are_shares);

      values[0][i] = measure.value;
      values[1][i] = comparison.value;
      variance += measure.size + comparison.size;
    }
  found.did = values[0][1] - values[0][0] - (values[1][1] - values[1][0]);
  if (isnan (found.did))
    return found;
  found.se = sqrt (variance);
  if (found.se > 0)
    found.z = found.did / found.se;
  found.p = mappe_normal_two_sided (found.z);
  found.interval = mappe_stats_normal (found.did, found.se, given->conf);
  return found;
}

/* --- weights --- */

/* Of everybody asked nothing is left to chance. */
static MappeInterval
finite_interval (double p, double n_eff, double fpc)
{
  double n = n_eff / (fpc * fpc);

  if (isnan (fpc))
    return MAPPE_INTERVAL_NONE;
  return fpc > 0 ? mappe_share_wilson (p * n, n, MAPPE_STATS_CONFIDENCE) : (MappeInterval){ p, p };
}

static double
population_factor (double n, double population)
{
  if (isnan (population) || population < n)
    return NAN;
  return population > n ? sqrt ((population - n) / (population - 1)) : 0;
}

/**
 * mappe_weighted_share:
 * @weights: (array length=n): weight of each person, from 0 on
 * @answers: (array length=n): 1 for yes, 0 for no, NAN for none; a person without answer or weight is left out
 * @n: number of persons
 * @population: all who could have been asked; NAN if not known
 *
 * p = Σwy / Σw; n_eff = (Σw)² / Σw² (Kish 1965); design effect n / n_eff; finite population factor √((N - n)/(N -
 * 1)), by whose square n_eff is divided. It matters when a third of a small quarter answered.
 *
 * Returns: the share, 95 % intervals; all but @n NAN when the weights sum to 0
 */
MappeWeightedShare
mappe_weighted_share (const double *weights, const double *answers, gsize n, double population)
{
  MappeWeightedShare share = { 0, NAN, NAN, NAN, MAPPE_INTERVAL_NONE, NAN, MAPPE_INTERVAL_NONE };
  double sum = 0, squares = 0, yes = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (weights[i]) && !isnan (answers[i]))
      {
        share.n++;
        sum += weights[i];
        squares += weights[i] * weights[i];
        yes += weights[i] * answers[i];
      }
  if (!(sum > 0) || !(yes >= 0) || yes > sum)
    return share;
  share.p = yes / sum;
  share.n_eff = sum * sum / squares;
  share.deff = (double) share.n / share.n_eff;
  share.interval = mappe_share_wilson (share.p * share.n_eff, share.n_eff, MAPPE_STATS_CONFIDENCE);
  share.fpc = population_factor ((double) share.n, population);
  share.interval_fpc = finite_interval (share.p, share.n_eff, share.fpc);
  return share;
}
