/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-stats.h"

#include <math.h>

#include "mappe-normal.h"

static const char *const words[] = {
  [MAPPE_STATS_OK] = "ok",
  [MAPPE_STATS_OK_SMALL_N] = "ok_small_n",
  [MAPPE_STATS_OK_SHORT] = "ok_short",
  [MAPPE_STATS_OK_FEW_POINTS] = "ok_few_points",
  [MAPPE_STATS_OK_HALF_ADDED] = "ok_half_added",
  [MAPPE_STATS_OK_MANY_GOALS] = "ok_many_goals",
  [MAPPE_STATS_TRIAL_LIMITS] = "trial_limits",
  [MAPPE_STATS_PERFECT_FIT] = "perfect_fit",
  [MAPPE_STATS_PERCENT_UNDEFINED] = "pct_undefined",
  [MAPPE_STATS_ZERO_BEFORE] = "zero_before",
  [MAPPE_STATS_ZERO_AFTER] = "zero_after",
  [MAPPE_STATS_INFINITE] = "infinite",
  [MAPPE_STATS_NO_CHANGERS] = "no_changers",
  [MAPPE_STATS_SUPPRESS] = "suppress",
  [MAPPE_STATS_UNDEFINED] = "undefined",
  [MAPPE_STATS_NO_EVENTS] = "no_events",
  [MAPPE_STATS_NO_ANSWERS] = "no_answers",
  [MAPPE_STATS_NO_GOALS] = "no_goals",
  [MAPPE_STATS_NO_USEFUL_POINTS] = "no_useful_points",
  [MAPPE_STATS_TOO_FEW] = "too_few",
  [MAPPE_STATS_TOO_SHORT] = "too_short",
  [MAPPE_STATS_BAD_INPUT] = "bad_input",
};

/* From here on a double no longer holds every whole number. */
#define LARGEST_COUNT 9007199254740992.0

/** mappe_stats_status_word: Returns: the stable word for @status, as tables and scripts know it; not translated */
const char *
mappe_stats_status_word (MappeStatsStatus status)
{
  return words[status];
}

/** mappe_stats_is_count: Returns: whether @value is a whole number from 0 on that is held exactly */
gboolean
mappe_stats_is_count (double value)
{
  return value >= 0 && value <= LARGEST_COUNT && floor (value) == value;
}

/** mappe_stats_is_amount: Returns: whether @value is a finite number from 0 on */
gboolean
mappe_stats_is_amount (double value)
{
  return value >= 0 && isfinite (value);
}

/** mappe_stats_is_share: Returns: whether @value lies between 0 and 1, both excluded: what a confidence must be */
gboolean
mappe_stats_is_share (double value)
{
  return value > 0 && value < 1;
}

/**
 * mappe_stats_z:
 * @conf: confidence of a two-sided interval, between 0 and 1
 *
 * Returns: the standard normal quantile of (1 + @conf) / 2: 1.959964 for 0.95; NAN if @conf is none
 */
double
mappe_stats_z (double conf)
{
  /* From the small end, where a confidence near 1 loses no digits. */
  return mappe_stats_is_share (conf) ? -mappe_normal_quantile ((1 - conf) / 2) : NAN;
}

/** mappe_stats_normal: Returns: @estimate ∓ z @se, the interval of a normal distribution */
MappeInterval
mappe_stats_normal (double estimate, double se, double conf)
{
  double half = mappe_stats_z (conf) * se;

  return isnan (half) || isnan (estimate) ? MAPPE_INTERVAL_NONE
                                          : (MappeInterval){ estimate - half, estimate + half };
}

/** mappe_stats_clamp: Returns: @interval cut at what is possible; NAN stays NAN */
MappeInterval
mappe_stats_clamp (MappeInterval interval, double lowest, double highest)
{
  if (interval.lo < lowest)
    interval.lo = lowest;
  if (interval.hi > highest)
    interval.hi = highest;
  return interval;
}

/** mappe_stats_mean: Returns: the arithmetic mean, summed in the given order; NAN of no values */
double
mappe_stats_mean (const double *values, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += values[i];
  return n > 0 ? sum / (double) n : NAN;
}

/** mappe_stats_variance: Returns: the variance with n - 1, in two passes; NAN of fewer than two values */
double
mappe_stats_variance (const double *values, gsize n)
{
  double mean = mappe_stats_mean (values, n);
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (values[i] - mean) * (values[i] - mean);
  return n > 1 ? sum / (double) (n - 1) : NAN;
}

/**
 * mappe_stats_present:
 * @values: (array length=n): a series with NAN for its gaps
 * @n: its length
 * @present: (out caller-allocates): room for @n values: those that are there, in order
 * @positions: (out caller-allocates) (optional): room for @n: the place of each in the series, from 1
 *
 * Returns: how many are there
 */
gsize
mappe_stats_present (const double *values, gsize n, double *present, double *positions)
{
  gsize kept = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        present[kept] = values[i];
        if (positions != NULL)
          positions[kept] = (double) (i + 1);
        kept++;
      }
  return kept;
}
