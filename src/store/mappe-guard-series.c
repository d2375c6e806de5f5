/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-measure-goal.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"

/* Series that outcomes are reckoned from: one value for a time, of the scale of its indicator, under one definition. */

/* --- values --- */

/* The place of its scale in the ranges below, from 1 on; 0 for a scale without a range. */
static const char number_of_scale[] =
    "SELECT CASE scale WHEN 'count' THEN 1 WHEN 'rate' THEN 2 WHEN 'percent' THEN 3 WHEN 'scale_1_4' THEN 4"
    " WHEN 'scale_1_5' THEN 5 ELSE 0 END FROM indicator WHERE id = $1";

typedef struct {
  double      least, most;
  const char *reason;
} ScaleRange;

static const ScaleRange ranges[] = {
  { 0, INFINITY, N_("A count is never negative") },
  { 0, INFINITY, N_("A rate is never negative") },
  { 0, 100, N_("A share lies between 0 and 100 %; a quota that can be higher has the scale “Rate”") },
  { 1, 4, N_("The mean of this scale lies between 1 and 4") },
  { 1, 5, N_("The mean of this scale lies between 1 and 5") },
};

static gboolean
judge_range (MappeApply *apply, const MappeRow *row, GError **error)
{
  double value = mappe_row_get_real (row, MAPPE_INDICATOR_VALUE_VALUE);
  gint64 indicator = mappe_row_get_int (row, MAPPE_INDICATOR_VALUE_INDICATOR), scale;

  if (mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_VALUE))
    return TRUE;
  if (!isfinite (value))
    return mappe_guard_refuse (apply, row, MAPPE_INDICATOR_VALUE_VALUE, N_("This is not a number"), error);
  if (!mappe_guard_find_once (apply, &scale, error, number_of_scale, indicator))
    return FALSE;
  if (scale == 0 || (value >= ranges[scale - 1].least && value <= ranges[scale - 1].most))
    return TRUE;
  return mappe_guard_refuse (apply, row, MAPPE_INDICATOR_VALUE_VALUE, ranges[scale - 1].reason, error);
}

/* Whether two values of an indicator have one period or share a day: asked of the whole series at once, since one edit
 * may bring hundreds of its values. */
static const char faults_of_series[] =
    "SELECT (SELECT COUNT(period) - COUNT(DISTINCT period) FROM indicator_value WHERE indicator = $1)"
    " + (SELECT COUNT(*) FROM (SELECT period_start, MAX(period_end) OVER (ORDER BY period_start, id"
    " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM indicator_value"
    " WHERE indicator = $1 AND period_start IS NOT NULL AND period_end IS NOT NULL) AS series"
    " WHERE series.reached >= series.period_start)";

/* A series may have been at fault before, in other values: then this one is looked at alone. */
static gboolean
judge_time (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;
  gint64 indicator = mappe_row_get_int (row, MAPPE_INDICATOR_VALUE_INDICATOR), faults;

  if (!mappe_guard_find_once (apply, &faults, error, faults_of_series, indicator))
    return FALSE;
  if (faults == 0)
    return TRUE;
  if (mappe_guard_changed (change, MAPPE_INDICATOR_VALUE_PERIOD, MAPPE_INDICATOR_VALUE_INDICATOR, -1)
      && !mappe_guard_refuse_found (
          apply, row, MAPPE_INDICATOR_VALUE_PERIOD, N_("This period has a value already"), error,
          "SELECT id FROM indicator_value WHERE indicator = $1 AND period = $2 AND id <> $3 LIMIT 1", "iti", indicator,
          mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD), row->id))
    return FALSE;
  return !mappe_guard_changed (change, MAPPE_INDICATOR_VALUE_PERIOD_START, MAPPE_INDICATOR_VALUE_PERIOD_END, -1)
         || mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_PERIOD_START)
         || mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_PERIOD_END)
         || mappe_guard_refuse_found (apply, row, MAPPE_INDICATOR_VALUE_PERIOD_START,
                                      N_("Another value covers a part of this time"), error,
                                      "SELECT id FROM indicator_value WHERE indicator = $1 AND id <> $2"
                                      " AND period_start <= $3 AND period_end >= $4 LIMIT 1", "iitt", indicator,
                                      row->id, mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_END),
                                      mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START));
}

gboolean
mappe_guard_indicator_value (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (row == NULL)
    return TRUE;
  if (mappe_guard_changed (change, MAPPE_INDICATOR_VALUE_INDICATOR, MAPPE_INDICATOR_VALUE_PERIOD,
                           MAPPE_INDICATOR_VALUE_PERIOD_START, MAPPE_INDICATOR_VALUE_PERIOD_END, -1)
      && !judge_time (apply, change, error))
    return FALSE;
  return !mappe_guard_changed (change, MAPPE_INDICATOR_VALUE_VALUE, MAPPE_INDICATOR_VALUE_INDICATOR, -1)
         || judge_range (apply, row, error);
}

/* --- what is counted --- */

gboolean
mappe_guard_indicator (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (change->before == NULL || change->after == NULL)
    return TRUE;
  /* An indicator that had none before may be given its definition later. */
  if ((mappe_row_is_null (change->before, MAPPE_INDICATOR_DEFINITION)
       || !mappe_guard_changed (change, MAPPE_INDICATOR_DEFINITION, -1))
      && !mappe_guard_changed (change, MAPPE_INDICATOR_SCALE, -1))
    return TRUE;
  return mappe_guard_refuse_found (apply, change->after, MAPPE_INDICATOR_DEFINITION,
                                   N_("There are values counted this way; another definition begins a new series"),
                                   error, "SELECT id FROM indicator_value WHERE indicator = $1 LIMIT 1", "i",
                                   change->id);
}

/* Who judges a goal must not move it (OUTCOMES 5.3: the levels are written before the start). */
gboolean
mappe_guard_goal (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (change->before == NULL || change->after == NULL
      || mappe_row_is_null (change->before, MAPPE_MEASURE_GOAL_REACHED_LEVEL)
      || !mappe_guard_changed (change, MAPPE_MEASURE_GOAL_MUCH_LESS, MAPPE_MEASURE_GOAL_LESS,
                               MAPPE_MEASURE_GOAL_EXPECTED, MAPPE_MEASURE_GOAL_MORE, MAPPE_MEASURE_GOAL_MUCH_MORE, -1))
    return TRUE;
  return mappe_guard_refuse (apply, change->after, MAPPE_MEASURE_GOAL_EXPECTED,
                             N_("The levels of a goal that was judged stay as they were written"), error);
}
