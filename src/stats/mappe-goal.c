/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-goal.h"

#include <math.h>

/** mappe_goal_is_level: Returns: whether @level is one of the five: -2, -1, 0 (as expected), 1, 2; no half ones */
gboolean
mappe_goal_is_level (double level)
{
  return level >= -2 && level <= 2 && floor (level) == level;
}

/**
 * mappe_goal_attainment:
 * @weights: (array length=n): importance of each goal; one of weight 0 is dropped
 * @levels: (array length=n): reached level of each, -2 to 2
 * @n: number of goals
 * @correlation: between goals, 0 to 1; usually %MAPPE_GOAL_CORRELATION
 *
 * T = 50 + 10 Σwx / √((1 - r) Σw² + r (Σw)²). It measures the goals that were set, not crime. Source: Kiresuk and
 * Sherman 1968, Community Ment Health J 4:443; Kiresuk, Smith and Cardillo 1994.
 *
 * Returns: T
 */
MappeGoalAttainment
mappe_goal_attainment (const double *weights, const double *levels, gsize n, double correlation)
{
  double sum = 0, squares = 0, reached = 0;
  gsize goals = 0;

  if (!(correlation >= 0 && correlation <= 1))
    return (MappeGoalAttainment){ NAN, isnan (correlation) ? MAPPE_STATS_UNDEFINED : MAPPE_STATS_BAD_INPUT };
  for (gsize i = 0; i < n; i++)
    {
      if (weights[i] == 0)
        continue;
      if (isnan (weights[i]) || isnan (levels[i]))
        return (MappeGoalAttainment){ NAN, MAPPE_STATS_UNDEFINED };
      if (!mappe_stats_is_amount (weights[i]) || !mappe_goal_is_level (levels[i]))
        return (MappeGoalAttainment){ NAN, MAPPE_STATS_BAD_INPUT };
      goals++;
      sum += weights[i];
      squares += weights[i] * weights[i];
      reached += weights[i] * levels[i];
    }
  if (goals == 0)
    return (MappeGoalAttainment){ NAN, MAPPE_STATS_NO_GOALS };
  return (MappeGoalAttainment){ 50 + 10 * reached / sqrt ((1 - correlation) * squares + correlation * sum * sum),
                                goals > MAPPE_GOAL_MOST ? MAPPE_STATS_OK_MANY_GOALS : MAPPE_STATS_OK };
}
