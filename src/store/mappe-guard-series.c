/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mappe-measure-goal.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-survey-result.h"

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
  if (scale == 1 && value >= 0 && value != floor (value))
    return mappe_guard_refuse (apply, row, MAPPE_INDICATOR_VALUE_VALUE, N_("A count is a whole number"), error);
  if (scale == 0 || (value >= ranges[scale - 1].least && value <= ranges[scale - 1].most))
    return TRUE;
  return mappe_guard_refuse (apply, row, MAPPE_INDICATOR_VALUE_VALUE, ranges[scale - 1].reason, error);
}

/* --- times: the same period may be written in many ways, so it is its days that are compared --- */

/* A value with its days, or with its text where nobody can tell the days. */
typedef struct {
  gint64 id;
  char  *first, *last;
  char  *text;
} Placed;

static void
placed_clear (gpointer data)
{
  Placed *placed = data;

  g_free (placed->first);
  g_free (placed->last);
  g_free (placed->text);
}

static Placed
place (MappeStmt *stmt, MappeRow *row)
{
  static const guint fields[] = { MAPPE_INDICATOR_VALUE_PERIOD, MAPPE_INDICATOR_VALUE_PERIOD_START,
                                  MAPPE_INDICATOR_VALUE_PERIOD_END };
  Placed placed = { mappe_stmt_get_int (stmt, 0), NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    mappe_value_set_text (&row->values[fields[i]], mappe_stmt_get_text (stmt, i + 1));
  mappe_indicator_value_days (row, &placed.first, &placed.last);
  if (placed.first == NULL)
    placed.text = g_strdup (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD));
  return placed;
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;
  int order = g_strcmp0 (left->first, right->first);

  order = order != 0 ? order : g_strcmp0 (left->last, right->last);
  return order != 0 ? order : g_strcmp0 (left->text, right->text);
}

typedef enum { FAULT_NONE, FAULT_OVERLAP, FAULT_SAME } Fault;

static void
note_fault (GHashTable *faults, const Placed *placed, Fault fault)
{
  gint64 id = placed->id;
  gpointer known = g_hash_table_lookup (faults, &id);

  if ((Fault) GPOINTER_TO_INT (known) < fault)
    g_hash_table_replace (faults, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (fault));
}

/* In order of time, a value shares a day with another if it begins before the latest end so far, or if the next one
 * begins before its own end. */
static GHashTable *
faults_of (GArray *values)
{
  GHashTable *faults = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const char *reached = NULL;

  g_array_sort (values, by_time);
  for (guint i = 0; i < values->len; i++)
    {
      const Placed *value = &g_array_index (values, Placed, i);
      const Placed *next = i + 1 < values->len ? value + 1 : NULL;

      if (next != NULL && by_time (value, next) == 0)
        {
          note_fault (faults, value, FAULT_SAME);
          note_fault (faults, next, FAULT_SAME);
        }
      if (value->first == NULL)
        continue;
      if ((reached != NULL && strcmp (value->first, reached) <= 0)
          || (next != NULL && strcmp (next->first, value->last) <= 0))
        note_fault (faults, value, FAULT_OVERLAP);
      reached = reached == NULL || strcmp (value->last, reached) > 0 ? value->last : reached;
    }
  return faults;
}

static const char times_of_series[] =
    "SELECT id, period, period_start, period_end FROM indicator_value WHERE indicator = $1";

static GArray *
load_times (MappeApply *apply, gint64 indicator, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (apply->conn, times_of_series, error);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (MappeRow) row = mappe_row_new (&mappe_indicator_value_kind);
  gboolean has_row;

  g_array_set_clear_func (values, placed_clear);
  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, indicator);
  while (mappe_stmt_step (stmt, &has_row, error))
    {
      Placed placed;

      if (!has_row)
        {
          mappe_stmt_reset (stmt);
          return g_steal_pointer (&values);
        }
      placed = place (stmt, row);
      g_array_append_val (values, placed);
    }
  return NULL;
}

/* Asked of the whole series at once, since one edit may bring hundreds of its values. */
static gboolean
find_fault (MappeApply *apply, const MappeRow *row, Fault *fault, GError **error)
{
  gint64 indicator = mappe_row_get_int (row, MAPPE_INDICATOR_VALUE_INDICATOR), id = row->id;
  GHashTable *faults = mappe_guard_recall (apply, times_of_series, indicator);

  if (faults == NULL)
    {
      g_autoptr (GArray) values = load_times (apply, indicator, error);

      if (values == NULL)
        return FALSE;
      faults = faults_of (values);
      mappe_guard_remember (apply, times_of_series, indicator, faults, (GDestroyNotify) g_hash_table_unref);
    }
  *fault = (Fault) GPOINTER_TO_INT (g_hash_table_lookup (faults, &id));
  return TRUE;
}

/* A series may have been at fault before, in other values: only those that this edit touches are judged. */
static gboolean
judge_time (MappeApply *apply, const MappeRow *row, GError **error)
{
  gboolean has_days = !mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_PERIOD_START);
  Fault fault;

  if (!find_fault (apply, row, &fault, error))
    return FALSE;
  if (fault == FAULT_SAME)
    return mappe_guard_refuse (apply, row, MAPPE_INDICATOR_VALUE_PERIOD, N_("This period has a value already"), error);
  return fault == FAULT_NONE
         || mappe_guard_refuse (apply, row,
                                has_days ? MAPPE_INDICATOR_VALUE_PERIOD_START : MAPPE_INDICATOR_VALUE_PERIOD,
                                N_("Another value covers a part of this time"), error);
}

gboolean
mappe_guard_indicator_value (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (row == NULL)
    return TRUE;
  if (mappe_guard_changed (change, MAPPE_INDICATOR_VALUE_INDICATOR, MAPPE_INDICATOR_VALUE_PERIOD,
                           MAPPE_INDICATOR_VALUE_PERIOD_START, MAPPE_INDICATOR_VALUE_PERIOD_END, -1)
      && !judge_time (apply, row, error))
    return FALSE;
  return !mappe_guard_changed (change, MAPPE_INDICATOR_VALUE_VALUE, MAPPE_INDICATOR_VALUE_INDICATOR, -1)
         || judge_range (apply, row, error);
}

/* --- answers --- */

static const guint pairs[] = { MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE, MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE,
                               MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE, MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE };

/* Whether both parts of a whole are larger than it; a number that is not there cannot be too small. */
static gboolean
exceeds (const MappeRow *row, guint one, guint other, gint64 whole)
{
  return mappe_row_get_int (row, one) + mappe_row_get_int (row, other) > whole;
}

/* Not all of the answers need to be of persons who were asked before, but more of them cannot be. */
static gboolean
judge_pairs (MappeApply *apply, const MappeRow *row, GError **error)
{
  gint64 answered = mappe_row_get_int (row, MAPPE_SURVEY_RESULT_ANSWERED), sum = 0;
  gint64 favourable = mappe_row_get_int (row, MAPPE_SURVEY_RESULT_FAVOURABLE);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    sum += mappe_row_get_int (row, pairs[i]);
  if (mappe_row_is_null (row, MAPPE_SURVEY_RESULT_ANSWERED))
    return mappe_guard_refuse (apply, row, MAPPE_SURVEY_RESULT_ANSWERED,
                               N_("With the same persons asked twice, the number of answers must be there"), error);
  if (sum > answered)
    return mappe_guard_refuse (apply, row, MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE,
                               N_("The same persons asked twice are more than the answers"), error);
  if (mappe_row_is_null (row, MAPPE_SURVEY_RESULT_FAVOURABLE))
    return TRUE;
  if (exceeds (row, pairs[0], pairs[1], favourable))
    return mappe_guard_refuse (apply, row, MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE,
                               N_("More of the same persons are favourable after than there are favourable answers"),
                               error);
  return !exceeds (row, pairs[2], pairs[3], answered - favourable)
         || mappe_guard_refuse (apply, row, MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE,
                                N_("More of the same persons are not favourable after than there are such answers"),
                                error);
}

/* Against the first round before, which outcomes are reckoned from as well. */
static const char pairs_beyond_before[] =
    "SELECT a.id FROM survey_result a JOIN survey_result b ON b.id = (SELECT id FROM survey_result"
    " WHERE indicator = a.indicator AND wave = 'before' AND answered IS NOT NULL ORDER BY held_on, id LIMIT 1)"
    " WHERE a.indicator = $1 AND a.wave = 'after' AND (a.id = $2 OR b.id = $2)"
    " AND (a.stayed_favourable + a.became_unfavourable > b.favourable"
    " OR a.became_favourable + a.stayed_unfavourable > b.answered - b.favourable) LIMIT 1";

gboolean
mappe_guard_survey_result (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;
  guint filled = 0, empty = 0;

  if (row == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (mappe_row_is_null (row, pairs[i]))
      empty = pairs[i];
    else
      filled++;
  if (filled > 0 && filled < G_N_ELEMENTS (pairs))
    return mappe_guard_refuse (apply, row, (int) empty,
                               N_("Of the same persons asked twice all four numbers must be there, or none"), error);
  return (filled == 0 || judge_pairs (apply, row, error))
         && mappe_guard_refuse_found (apply, row,
                                      filled > 0 ? MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE
                                                 : MAPPE_SURVEY_RESULT_FAVOURABLE,
                                      N_("The same persons asked twice do not fit the round before: more of them are "
                                         "favourable or not favourable than there were"),
                                      error, pairs_beyond_before, "ii",
                                      mappe_row_get_int (row, MAPPE_SURVEY_RESULT_INDICATOR), row->id);
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
