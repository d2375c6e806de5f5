/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-paired.h"

#include <math.h>

#include "mappe-share.h"
#include "mappe-special.h"

/* Correlation of both answers, drawn to 0 by half a person as Newcombe has it. */
static double
correlation (const MappePairedCase *given, double n)
{
  double product = (given->both + given->gained) * (given->lost + given->neither) * (given->both + given->lost) *
                   (given->gained + given->neither);
  double numerator = given->both * given->neither - given->gained * given->lost;

  if (product <= 0)
    return 0;
  if (numerator > 0)
    numerator = MAX (0, numerator - n / 2);
  return numerator / sqrt (product);
}

static double
distance (double one, double other, double correlated)
{
  return sqrt (MAX (0, one * one - 2 * correlated * one * other + other * other));
}

static MappeInterval
newcombe_limits (const MappePairedCase *given, const MappePaired *found, double n)
{
  MappeInterval before = mappe_share_wilson (given->both + given->lost, n, given->conf);
  MappeInterval after = mappe_share_wilson (given->both + given->gained, n, given->conf);
  double phi = correlation (given, n);
  MappeInterval limits = {
    found->diff - distance (found->after - after.lo, before.hi - found->before, phi),
    found->diff + distance (after.hi - found->after, found->before - before.lo, phi),
  };

  return mappe_stats_clamp (limits, -1, 1);
}

typedef struct {
  double gained;
  double lost;
  double n;
  double z;
} Score;

/* Numerator of the score test of the difference @d, less z times its standard deviation. */
static double
score_left (double d, gconstpointer data)
{
  const Score *score = data;
  double b = (2 * score->n - score->gained + score->lost) * d - score->gained - score->lost;
  double c = -score->lost * d * (1 - d);
  double a = 2 * score->n;
  double lost = (sqrt (MAX (0, b * b - 4 * a * c)) - b) / (2 * a);

  return score->gained - score->lost - score->n * d -
         score->z * sqrt (MAX (0, score->n * (2 * lost + d * (1 - d))));
}

/* Just beside the estimate: at it the score is 0 over 0 if nobody changed, or everybody. */
#define BESIDE 1e-13

static MappeInterval
tango_limits (const MappePairedCase *given, double diff, double n)
{
  Score lower = { given->gained, given->lost, n, mappe_stats_z (given->conf) };
  Score upper = lower;

  if (isnan (lower.z))
    return MAPPE_INTERVAL_NONE;
  upper.z = -lower.z;
  return (MappeInterval){ diff > -1 ? mappe_root (score_left, &lower, -1, diff - BESIDE) : -1,
                          diff < 1 ? mappe_root (score_left, &upper, diff + BESIDE, 1) : 1 };
}

static void
test_changes (const MappePairedCase *given, MappePaired *found)
{
  double changed = given->gained + given->lost;
  double apart = fabs (given->gained - given->lost);

  if (changed <= 0)
    {
      found->p_mcnemar = 1;
      found->status = MAPPE_STATS_NO_CHANGERS;
      return;
    }
  found->p_mcnemar = MIN (1, 2 * mappe_binomial_lower (MIN (given->gained, given->lost), changed, 0.5));
  found->chi2 = apart * apart / changed;
  found->chi2_corrected = MAX (0, apart - 1) * MAX (0, apart - 1) / changed;
}

/**
 * mappe_paired:
 *
 * diff = (gained - lost) / n. Interval by Newcombe 1998 (Stat Med 17:2635, method 10, the correlation corrected)
 * and by Tango 1998 (score, the likelihood maximised at each difference, by root finding). McNemar: two-sided
 * binomial of the changers with 1/2; chi² = (gained - lost)²/changers, and (|gained - lost| - 1)², never below 0.
 * Nobody changed: no test, the difference 0 with its interval. Source: ratesci test3.R; Fagerland, Lydersen and
 * Laake 2014.
 *
 * Returns: shares, difference and tests
 */
MappePaired
mappe_paired (const MappePairedCase *given)
{
  MappePaired found = { NAN, NAN, NAN, MAPPE_INTERVAL_NONE,  MAPPE_INTERVAL_NONE,
                        NAN, NAN, NAN, MAPPE_STATS_UNDEFINED };
  double n = given->both + given->gained + given->lost + given->neither;

  if (!mappe_stats_is_count (given->both) || !mappe_stats_is_count (given->gained) ||
      !mappe_stats_is_count (given->lost) || !mappe_stats_is_count (given->neither))
    return found;
  found.status = n > 0 ? MAPPE_STATS_OK : MAPPE_STATS_NO_ANSWERS;
  if (found.status == MAPPE_STATS_NO_ANSWERS)
    return found;
  found.before = (given->both + given->lost) / n;
  found.after = (given->both + given->gained) / n;
  found.diff = (given->gained - given->lost) / n;
  found.newcombe = newcombe_limits (given, &found, n);
  found.tango = tango_limits (given, found.diff, n);
  test_changes (given, &found);
  return found;
}
