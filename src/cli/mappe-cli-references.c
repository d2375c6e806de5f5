/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-references.h"

struct _MappeReferences {
  MappeStore *store;
  GHashTable **known;   /* per kind: id → reference */
};

static GHashTable *
known_of (MappeReferences *self, const char *target, const MappeKind **kind)
{
  *kind = mappe_kind_lookup (target, NULL);
  return self->known[mappe_kind_index (*kind)];
}

/** mappe_references_new: Returns: (transfer full): knows nothing yet; @store must live as long */
MappeReferences *
mappe_references_new (MappeStore *store)
{
  MappeReferences *self = g_new0 (MappeReferences, 1);
  guint n_kinds;

  mappe_kinds (&n_kinds);
  self->store = store;
  self->known = g_new0 (GHashTable *, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    self->known[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

/** mappe_references_free: @self: (transfer full) */
void
mappe_references_free (MappeReferences *self)
{
  guint n_kinds;

  mappe_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_hash_table_unref (self->known[i]);
  g_free (self->known);
  g_free (self);
}

static GArray *
unknown_ids (GHashTable *known, GPtrArray *listed, guint field)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
      gint64 id = mappe_row_get_int (row, field);

      if (mappe_row_is_null (row, field) || g_hash_table_contains (known, &id))
        continue;
      g_hash_table_insert (known, g_memdup2 (&id, sizeof id), NULL);
      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
fetch_field (MappeReferences *self, GPtrArray *listed, const MappeFieldSpec *spec, guint field, GError **error)
{
  const MappeKind *target;
  GHashTable *known = known_of (self, spec->target, &target);
  g_autoptr (GArray) ids = unknown_ids (known, listed, field);
  g_autoptr (GPtrArray) found = NULL;

  if (ids->len == 0)
    return TRUE;
  found = mappe_store_rows (self->store, target, (const gint64 *) ids->data, ids->len, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (found, i))->row;

      g_hash_table_insert (known, g_memdup2 (&row->id, sizeof row->id),
                           g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE)));
    }
  return found != NULL;
}

/**
 * mappe_references_fetch:
 * @listed: (element-type MappeListed): rows of one kind
 *
 * Fetches what mappe_references_cell() will be asked for.
 */
gboolean
mappe_references_fetch (MappeReferences *self, GPtrArray *listed, GError **error)
{
  const MappeKind *kind;

  if (listed->len == 0)
    return TRUE;
  kind = ((MappeListed *) g_ptr_array_index (listed, 0))->row->kind;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MAPPE_FIELD_REF && !fetch_field (self, listed, &kind->fields[i], i, error))
      return FALSE;
  return TRUE;
}

/**
 * mappe_references_cell:
 *
 * Returns: (transfer full) (nullable): the canonical value, for a reference that of the record referred to, and
 * "#id" if there is none; %NULL for an empty field
 */
char *
mappe_references_cell (MappeReferences *self, const MappeRow *row, guint field)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];
  const MappeKind *target;
  gint64 id;
  const char *reference;

  if (spec->type != MAPPE_FIELD_REF || mappe_row_is_null (row, field))
    return mappe_row_get_canonical (row, field);
  id = mappe_row_get_int (row, field);
  reference = g_hash_table_lookup (known_of (self, spec->target, &target), &id);
  return reference != NULL ? g_strdup (reference) : g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}
