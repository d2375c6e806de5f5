/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-fill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-field-work-error.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-number.h"
#include "mappe-patrol.h"
#include "mappe-patrols.h"

/* A log that begins so many days into a period still stands for the whole of it: patrols are a matter of weeks. */
#define FIRST_DAYS 6

static const char *const counts[] = { "patrols_held", "patrol_hours", "citizen_talks", NULL };

/** mappe_patrol_fill_counts: Returns: whether the values of the indicator are counted from the patrol log */
gboolean
mappe_patrol_fill_counts (const MappeRow *indicator)
{
  const char *code = mappe_row_get_text (indicator, MAPPE_INDICATOR_COUNTS);

  return code != NULL && g_strv_contains (counts, code);
}

static double
count_of (const MappeRow *indicator, const MappePatrolSum *sum)
{
  const char *code = mappe_row_get_text (indicator, MAPPE_INDICATOR_COUNTS);

  if (g_str_equal (code, "patrol_hours"))
    return sum->minutes / 60.0;
  return g_str_equal (code, "citizen_talks") ? (double) sum->talks : (double) sum->held;
}

/* A value that nobody has to change any more is final. */
static void
add_period (MappePatrolFill *self, const MappePatrols *patrols, MappePeriod period, const char *first, const char *last)
{
  const MappeRow *indicator = mappe_values_indicator (self->values);
  MappePatrolSum sum = mappe_patrols_sum (patrols, mappe_row_get_int (indicator, MAPPE_INDICATOR_AREA), first, last);
  g_autoptr (MappeRow) given = mappe_row_new (&mappe_indicator_value_kind);
  g_autofree char *name = mappe_period_to_text (period);
  g_autofree char *value = mappe_real_to_canonical (count_of (indicator, &sum));

  mappe_row_set_canonical (given, MAPPE_INDICATOR_VALUE_PERIOD, name, NULL);
  mappe_row_set_canonical (given, MAPPE_INDICATOR_VALUE_VALUE, value, NULL);
  if (mappe_values_find (self->values, period) == NULL && sum.planned == 0)
    mappe_row_set_canonical (given, MAPPE_INDICATOR_VALUE_STATUS, "final", NULL);
  self->n_unreported += sum.planned;
  switch (mappe_values_judge (self->values, given, NULL, NULL))
    {
    case MAPPE_VALUE_ADDED:
    case MAPPE_VALUE_OVERLAPS:
      self->n_added++;
      break;
    case MAPPE_VALUE_CHANGED:
      self->n_changed++;
      break;
    case MAPPE_VALUE_SAME:
    default:
      break;
    }
  g_ptr_array_add (self->given, g_steal_pointer (&given));
}

static void
add_periods (MappePatrolFill *self, const MappePatrols *patrols, MappePeriodKind kind, const char *today)
{
  MappePeriod period = mappe_period_at (self->begins, kind);

  for (;; period = mappe_period_add (period, 1))
    {
      g_autofree char *first = mappe_period_first_day (period);
      g_autofree char *last = mappe_period_last_day (period);

      if (last == NULL || strcmp (last, today) >= 0)
        return;
      if (mappe_date_days_between (first, self->begins) > FIRST_DAYS)
        self->left_out = mappe_period_to_text (period);
      else
        add_period (self, patrols, period, first, last);
    }
}

static GPtrArray *
load_values (MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);

  mappe_query_where_id (query, MAPPE_INDICATOR_VALUE_INDICATOR, indicator);
  return mappe_snapshot_rows (snapshot, query, error);
}

/* What an indicator must say before anything is counted for it. */
static gboolean
may_fill (const MappeRow *indicator, MappePeriodKind kind, const MappePatrols *patrols, GError **error)
{
  const char *why = NULL;

  if (!mappe_patrol_fill_counts (indicator))
    why = _("Say in the field “Counted from” what of the patrols is counted");
  else if (kind == MAPPE_PERIOD_NONE)
    why = _("Say in the field “Frequency” how often there is a value");
  else if (patrols->rows->len == 0)
    why = _("There is no patrol yet");
  return why == NULL || mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, why) != NULL;
}

/**
 * mappe_patrol_fill_load:
 * @indicator: id
 * @today: "YYYY-MM-DD"; only periods that are over get a value
 *
 * Counts what the indicator asks for, in its area or in all, for each period since the log begins. A period without
 * patrol is 0; one that the log begins within is left out, because a part of it would look like a low value.
 *
 * Returns: (transfer full) (nullable): what would be filled in
 */
MappePatrolFill *
mappe_patrol_fill_load (MappeSnapshot *snapshot, gint64 indicator, const char *today, GError **error)
{
  g_autoptr (MappeRow) row = mappe_snapshot_load (snapshot, &mappe_indicator_kind, indicator, error);
  g_autoptr (GPtrArray) rows = row != NULL ? load_values (snapshot, indicator, error) : NULL;
  g_autoptr (MappePatrols) patrols = rows != NULL ? mappe_patrols_load (snapshot, "0001-01-01", today, error) : NULL;
  g_autoptr (MappeValues) values = patrols != NULL ? mappe_values_new (row, rows) : NULL;
  MappePatrolFill *self;

  if (values == NULL || !may_fill (row, mappe_values_rhythm (values), patrols, error))
    return NULL;
  self = g_new0 (MappePatrolFill, 1);
  self->given = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  self->begins = g_strdup (mappe_row_get_text (g_ptr_array_index (patrols->rows, 0), MAPPE_PATROL_DATE));
  self->values = g_steal_pointer (&values);
  add_periods (self, patrols, mappe_values_rhythm (self->values), today);
  return self;
}

/** mappe_patrol_fill_free: @self: (transfer full) */
void
mappe_patrol_fill_free (MappePatrolFill *self)
{
  mappe_values_free (self->values);
  g_ptr_array_unref (self->given);
  g_free (self->left_out);
  g_free (self->begins);
  g_free (self);
}

/**
 * mappe_patrol_fill_edit:
 * @replace: whether values that are there are replaced; else only periods without value get one
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_patrol_fill_edit (const MappePatrolFill *self, gboolean replace, GError **error)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new ();

  for (guint i = 0; i < self->given->len; i++)
    if (replace || mappe_values_judge (self->values, g_ptr_array_index (self->given, i), NULL, NULL)
                       != MAPPE_VALUE_CHANGED)
      g_ptr_array_add (given, g_ptr_array_index (self->given, i));
  return mappe_values_enter (self->values, given, _("Fill from the patrol log"), error);
}
