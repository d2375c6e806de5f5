/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-series-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-indicator.h"
#include "mappe-measure-goal.h"
#include "mappe-series-mark.h"
#include "mappe-values.h"

static gboolean
differs (const MappeRow *before, const MappeRow *after, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (!mappe_value_equal (&before->values[fields[i]], &after->values[fields[i]]))
      return TRUE;
  return FALSE;
}

/**
 * mappe_series_is_redefined:
 *
 * Returns: whether @after counts something else than @before did, so that values of both must not stand in one series
 */
gboolean
mappe_series_is_redefined (const MappeRow *before, const MappeRow *after)
{
  static const guint scale[] = { MAPPE_INDICATOR_SCALE };
  static const guint definition[] = { MAPPE_INDICATOR_DEFINITION };

  return differs (before, after, scale, G_N_ELEMENTS (scale))
         || (!mappe_row_is_null (before, MAPPE_INDICATOR_DEFINITION)
             && differs (before, after, definition, G_N_ELEMENTS (definition)));
}

/**
 * mappe_series_is_stamped:
 *
 * Returns: whether @after brings anything that is to be written down before the start (OUTCOMES 1.10): definition,
 *   direction, baseline, target, area and its role
 */
gboolean
mappe_series_is_stamped (const MappeRow *before, const MappeRow *after)
{
  static const guint fields[] = { MAPPE_INDICATOR_DEFINITION, MAPPE_INDICATOR_DIRECTION, MAPPE_INDICATOR_BASELINE,
                                  MAPPE_INDICATOR_TARGET,     MAPPE_INDICATOR_TARGET_ON, MAPPE_INDICATOR_AREA,
                                  MAPPE_INDICATOR_AREA_ROLE };

  return differs (before, after, fields, G_N_ELEMENTS (fields));
}

/** mappe_series_is_goal_stamped: Returns: whether @after brings another level of a goal, or another weight */
gboolean
mappe_series_is_goal_stamped (const MappeRow *before, const MappeRow *after)
{
  static const guint fields[] = { MAPPE_MEASURE_GOAL_WEIGHT,   MAPPE_MEASURE_GOAL_MUCH_LESS,
                                  MAPPE_MEASURE_GOAL_LESS,     MAPPE_MEASURE_GOAL_EXPECTED,
                                  MAPPE_MEASURE_GOAL_MORE,     MAPPE_MEASURE_GOAL_MUCH_MORE };

  return differs (before, after, fields, G_N_ELEMENTS (fields));
}

/**
 * mappe_series_days_late:
 * @start: (nullable): first day of the measure
 *
 * Returns: how many days after the start it was written down; 0 when it was in time, or when that cannot be said
 */
int
mappe_series_days_late (const MappeRow *indicator, const char *start)
{
  GDate written, begun;

  if (start == NULL || mappe_row_is_null (indicator, MAPPE_INDICATOR_DEFINED_ON)
      || !mappe_date_parse_iso (mappe_row_get_text (indicator, MAPPE_INDICATOR_DEFINED_ON), &written)
      || !mappe_date_parse_iso (start, &begun))
    return 0;
  return MAX (g_date_days_between (&begun, &written), 0);
}

static void
insert_break (MappeEdit *edit, gint64 series, const char *today)
{
  MappeRow *mark = mappe_row_new_preset (&mappe_series_mark_kind);

  mappe_value_set_text (&mark->values[MAPPE_SERIES_MARK_TITLE], _("Another definition"));
  mappe_value_set_text (&mark->values[MAPPE_SERIES_MARK_KIND], "definition_break");
  mappe_value_set_int (&mark->values[MAPPE_SERIES_MARK_INDICATOR], series);
  mappe_value_set_text (&mark->values[MAPPE_SERIES_MARK_BEGINS_ON], today);
  mappe_edit_insert (edit, mark);
}

/**
 * mappe_series_begin_new:
 * @before: the indicator as it is; its values stay with it
 * @after: the same as it shall be counted from now on
 * @today: the day on which that is written down
 *
 * A series counts one thing (OUTCOMES 1.4): another definition is another indicator that continues this one. The old
 * one stays the main indicator, because it has the figures from before the start.
 *
 * Returns: (transfer full) (nullable): the edit: the new indicator first, then its mark
 */
MappeEdit *
mappe_series_begin_new (const MappeRow *before, const MappeRow *after, const char *today, GError **error)
{
  MappeEdit *edit;
  MappeRow *series;

  if (!mappe_series_is_redefined (before, after))
    {
      g_set_error_literal (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_NOTHING,
                           _("Write the other definition first: nothing is counted in another way yet"));
      return NULL;
    }
  edit = mappe_edit_new (_("Start a new series"));
  series = mappe_row_copy (after);
  series->id = 0;
  series->version = 0;
  mappe_value_clear (&series->values[MAPPE_INDICATOR_REFERENCE]);
  mappe_value_set_int (&series->values[MAPPE_INDICATOR_CONTINUES], before->id);
  mappe_value_set_text (&series->values[MAPPE_INDICATOR_DEFINED_ON], today);
  mappe_value_set_int (&series->values[MAPPE_INDICATOR_MAIN], 0);
  insert_break (edit, mappe_edit_insert (edit, series), today);
  return edit;
}
