/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-hidden-values.h"

#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-outcome.h"

/* Small counts in lists that leave the program (OUTCOMES 8): the same are hidden there as in the charts, or the one
 * would give away what the other hides. */

static MappeSeries *
find_series (const MappeOutcome *outcome, gint64 indicator)
{
  for (guint i = 0; i < outcome->cases->len; i++)
    {
      const MappeOutcomeCase *of = g_ptr_array_index (outcome->cases, i);
      MappeSeries *all[] = { of->series, of->buffer, of->comparison, of->buffer_comparison };

      for (guint k = 0; k < G_N_ELEMENTS (all); k++)
        if (all[k] != NULL && all[k]->indicator->id == indicator)
          return all[k];
    }
  return NULL;
}

static gboolean
is_hidden (const MappeSeries *series, const MappeRow *value)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  mappe_indicator_value_days (value, &first, &last);
  for (guint i = 0; i < series->points->len; i++)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i);

      if (point->hidden && g_strcmp0 (point->first, first) == 0 && g_strcmp0 (point->last, last) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_hidden (GHashTable *hidden, MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);
  g_autoptr (MappeOutcome) outcome = mappe_outcome_of (snapshot, indicator, error);
  g_autoptr (GPtrArray) values = NULL;
  const MappeSeries *series;

  if (outcome == NULL)
    return FALSE;
  mappe_query_where_id (query, MAPPE_INDICATOR_VALUE_INDICATOR, indicator);
  values = mappe_snapshot_rows (snapshot, query, error);
  if (values == NULL)
    return FALSE;
  series = find_series (outcome, indicator);
  for (guint i = 0; i < values->len; i++)
    {
      const MappeRow *value = g_ptr_array_index (values, i);

      /* What no outcome reckons with is hidden as a whole: nobody said which of it may be seen. */
      if (series == NULL || is_hidden (series, value))
        g_hash_table_add (hidden, g_memdup2 (&value->id, sizeof value->id));
    }
  return TRUE;
}

/**
 * mappe_hidden_values_load:
 * @data: not used
 *
 * Returns: (transfer full) (element-type gint64): ids of the values that must not be shown; g_hash_table_unref()
 */
gpointer
mappe_hidden_values_load (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_kind);
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) indicators = NULL;

  mappe_query_where (query, MAPPE_INDICATOR_SUPPRESS_BELOW_5, MAPPE_OP_EQUAL, "1");
  indicators = mappe_snapshot_rows (snapshot, query, error);
  if (indicators == NULL)
    return NULL;
  for (guint i = 0; i < indicators->len; i++)
    if (!add_hidden (hidden, snapshot, ((MappeRow *) g_ptr_array_index (indicators, i))->id, error))
      return NULL;
  return g_steal_pointer (&hidden);
}

/**
 * mappe_hidden_values_veil:
 * @hidden: (element-type gint64): of mappe_hidden_values_load()
 * @listed: (element-type MappeListed): values of indicators; those that are hidden become values that are withheld
 */
void
mappe_hidden_values_veil (GHashTable *hidden, GPtrArray *listed)
{
  for (guint i = 0; i < listed->len; i++)
    {
      MappeListed *one = g_ptr_array_index (listed, i);
      MappeRow *veiled;

      if (!g_hash_table_contains (hidden, &one->row->id))
        continue;
      veiled = mappe_row_copy (one->row);
      mappe_value_clear (&veiled->values[MAPPE_INDICATOR_VALUE_VALUE]);
      mappe_value_set_text (&veiled->values[MAPPE_INDICATOR_VALUE_STATUS], "suppressed");
      mappe_row_unref (one->row);
      one->row = veiled;
    }
}
