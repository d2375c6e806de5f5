/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-relative-effect.h"

#include <math.h>

#include "mappe-normal.h"

#define CELLS 4

static const MappeEffect none = { NAN, NAN, NAN, { NAN, NAN }, NAN, NAN, NAN, NAN, MAPPE_STATS_UNDEFINED };

static double
inflation_of (const MappeEffectCase *given, double count)
{
  switch (given->inflation)
    {
    case MAPPE_INFLATION_X2:
      return 2;
    case MAPPE_INFLATION_FW:
      return 0.0008 * count + 1.2;
    case MAPPE_INFLATION_NUMBER:
      return isnan (given->phi) ? NAN : MAX (1, given->phi);
    case MAPPE_INFLATION_NONE:
    default:
      return 1;
    }
}

/* Both cells of a row or of a column are empty: nothing can be compared. */
static gboolean
is_empty_line (const double cells[CELLS])
{
  return cells[0] + cells[1] <= 0 || cells[2] + cells[3] <= 0 || cells[0] + cells[2] <= 0 ||
         cells[1] + cells[3] <= 0;
}

static MappeEffect
effect_of (const double cells[CELLS], const MappeEffectCase *given)
{
  MappeEffect effect = none;
  double se;

  effect.res = cells[0] / cells[1] * (cells[3] / cells[2]);
  effect.log_res = log (effect.res);
  effect.variance = 0;
  for (int i = 0; i < CELLS; i++)
    effect.variance += inflation_of (given, cells[i]) / cells[i];
  se = sqrt (effect.variance);
  effect.interval = mappe_stats_normal (effect.log_res, se, given->conf);
  effect.interval = (MappeInterval){ exp (effect.interval.lo), exp (effect.interval.hi) };
  effect.z = effect.log_res / se;
  effect.p = mappe_normal_two_sided (effect.z);
  effect.rirr = cells[1] / cells[0] * (cells[2] / cells[3]);
  effect.percent = (effect.rirr - 1) * 100;
  return effect;
}

/**
 * mappe_relative_effect:
 *
 * RES = a d / (b c), variance of its logarithm phi (1/a + 1/b + 1/c + 1/d), interval exp (ln RES ∓ z √variance).
 * It is a ratio of two rate ratios, no odds ratio of persons. A zero cell: one half is added to every cell, and
 * the status says so; both cells of a row or column zero: undefined. Sources: Farrington, Gill, Waples and
 * Argomaniz 2007, J Exp Criminol 3:21 (appendix); Wilson 2021; Wheeler's comparison of both measures.
 *
 * Returns: the effect
 */
MappeEffect
mappe_relative_effect (const MappeEffectCase *given)
{
  double cells[CELLS] = { given->a, given->b, given->c, given->d };
  gboolean zero = FALSE;
  MappeEffect effect;

  for (int i = 0; i < CELLS; i++)
    {
      if (!mappe_stats_is_amount (cells[i]))
        return none;
      zero = zero || cells[i] <= 0;
    }
  if (is_empty_line (cells))
    return none;
  for (int i = 0; zero && i < CELLS; i++)
    cells[i] += 0.5;
  effect = effect_of (cells, given);
  effect.status = zero ? MAPPE_STATS_OK_HALF_ADDED : MAPPE_STATS_OK;
  return effect;
}

/**
 * mappe_relative_effect_of_percents:
 * @percent_measure: change in the measure area in percent, from -100 on
 * @percent_comparison: change in the comparison area in percent, from -100 on
 *
 * RES = (1 + C) / (1 + T), for published percentages without their counts; so there is no variance. Nothing left
 * in the measure area: infinite; nothing left in the comparison area: 0 and an infinite net change. Source:
 * Painter and Farrington, street lighting in Dudley and Stoke-on-Trent.
 *
 * Returns: the effect with @res, @log_res, @rirr and @percent only
 */
MappeEffect
mappe_relative_effect_of_percents (double percent_measure, double percent_comparison)
{
  MappeEffect effect = none;
  double measure = 1 + percent_measure / 100, comparison = 1 + percent_comparison / 100;

  if (!(measure >= 0 && comparison >= 0) || !isfinite (measure + comparison) || measure + comparison <= 0)
    return effect;
  effect.res = comparison / measure;
  effect.log_res = log (effect.res);
  effect.rirr = measure / comparison;
  effect.percent = (effect.rirr - 1) * 100;
  effect.status = measure > 0 && comparison > 0 ? MAPPE_STATS_OK : MAPPE_STATS_INFINITE;
  return effect;
}
