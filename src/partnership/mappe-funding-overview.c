/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-overview.h"

#include "mappe-funding-application.h"
#include "mappe-funding-programme.h"

static GPtrArray *
load_rows (MappeSnapshot *snapshot, const MappeKind *kind, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_order (query, MAPPE_FIELD_REFERENCE, FALSE);
  return mappe_snapshot_rows (snapshot, query, error);
}

/**
 * mappe_funding_overview_load:
 * @today: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): all funding programmes and applications
 */
MappeFundingOverview *
mappe_funding_overview_load (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (MappeFundingOverview) self = g_new0 (MappeFundingOverview, 1);
  g_autoptr (GPtrArray) applications = NULL;

  self->today = g_strdup (today);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_funding_file_free);
  self->programmes = load_rows (snapshot, &mappe_funding_programme_kind, error);
  applications = self->programmes != NULL ? load_rows (snapshot, &mappe_funding_application_kind, error) : NULL;
  if (applications == NULL)
    return NULL;
  for (guint i = 0; i < applications->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (applications, i);
      MappeFundingFile *file = mappe_funding_file_load (snapshot, row->id, today, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (self->files, file);
    }
  return g_steal_pointer (&self);
}

/** mappe_funding_overview_free: @self: (transfer full) */
void
mappe_funding_overview_free (MappeFundingOverview *self)
{
  g_free (self->today);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self);
}

/* --- examples --- */

/* By its source: the name may have been changed since. */
static gboolean
is_here (const MappeFundingOverview *self, const MappeRow *example)
{
  for (guint i = 0; i < self->programmes->len; i++)
    if (g_strcmp0 (mappe_row_get_text (g_ptr_array_index (self->programmes, i), MAPPE_FUNDING_PROGRAMME_SOURCE),
                   mappe_row_get_text (example, MAPPE_FUNDING_PROGRAMME_SOURCE)) == 0)
      return TRUE;
  return FALSE;
}

/** mappe_funding_n_examples: @examples: (element-type MappeRow). Returns: how many of them are not in the file */
guint
mappe_funding_n_examples (const MappeFundingOverview *self, const GPtrArray *examples)
{
  guint n = 0;

  for (guint i = 0; i < examples->len; i++)
    n += !is_here (self, g_ptr_array_index (examples, i));
  return n;
}

/**
 * mappe_funding_add_examples:
 * @examples: (element-type MappeRow): programmes with their source and the day it was read
 *
 * Returns: (transfer full): the edit that adds those that are not in the file; they are records like any other then
 */
MappeEdit *
mappe_funding_add_examples (const MappeFundingOverview *self, const GPtrArray *examples, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);

  for (guint i = 0; i < examples->len; i++)
    {
      const MappeRow *example = g_ptr_array_index (examples, i);
      MappeRow *mine;

      if (is_here (self, example))
        continue;
      mine = mappe_row_copy (example);
      mappe_value_clear (&mine->values[MAPPE_FIELD_REFERENCE]);
      mappe_edit_insert (edit, mine);
    }
  return edit;
}
