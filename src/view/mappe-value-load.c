/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-load.h"

#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"

static GPtrArray *
list_rows (MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);
  g_autoptr (GPtrArray) listed = NULL;
  GPtrArray *rows;

  mappe_query_where_id (query, MAPPE_INDICATOR_VALUE_INDICATOR, indicator);
  listed = mappe_snapshot_list (snapshot, query, error);
  if (listed == NULL)
    return NULL;
  rows = g_ptr_array_new_full (listed->len, (GDestroyNotify) mappe_row_unref);
  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (rows, mappe_row_ref (((MappeListed *) g_ptr_array_index (listed, i))->row));
  return rows;
}

static char *
start_of (MappeSnapshot *snapshot, const MappeRow *indicator)
{
  g_autoptr (MappeRow) measure = NULL;

  if (mappe_row_is_null (indicator, MAPPE_INDICATOR_MEASURE))
    return NULL;
  measure = mappe_snapshot_load (snapshot, &mappe_measure_kind, mappe_row_get_int (indicator, MAPPE_INDICATOR_MEASURE),
                                 NULL);
  return measure != NULL ? g_strdup (mappe_row_get_text (measure, MAPPE_MEASURE_START_ON)) : NULL;
}

/**
 * mappe_value_load_read:
 * @indicator: id
 *
 * For the reader's thread.
 *
 * Returns: (transfer full) (nullable): what the file says
 */
MappeValueLoad *
mappe_value_load_read (MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  g_autoptr (MappeRow) row = mappe_snapshot_load (snapshot, &mappe_indicator_kind, indicator, error);
  g_autoptr (GPtrArray) rows = row != NULL ? list_rows (snapshot, indicator, error) : NULL;
  MappeValueLoad *self;

  if (rows == NULL)
    return NULL;
  self = g_new0 (MappeValueLoad, 1);
  self->start = start_of (snapshot, row);
  self->indicator = g_steal_pointer (&row);
  self->rows = g_steal_pointer (&rows);
  return self;
}

void
mappe_value_load_free (MappeValueLoad *self)
{
  mappe_row_unref (self->indicator);
  g_ptr_array_unref (self->rows);
  g_free (self->start);
  g_free (self);
}

/** mappe_value_load_make: Returns: (transfer full): the values, to be changed */
MappeValues *
mappe_value_load_make (const MappeValueLoad *self)
{
  return mappe_values_new (self->indicator, self->rows);
}
