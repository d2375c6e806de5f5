/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-edit-private.h"
#include "mappe-store-private.h"

static gboolean
refers_to_own_kind (const MappeKind *kind, guint field)
{
  return kind->fields[field].type == MAPPE_FIELD_REF && g_str_equal (kind->fields[field].target, kind->name);
}

/* What referred from one of the two to the other, or to itself, has nothing to say of one record. */
static gboolean
is_between (const MappeRow *row, guint field, gint64 keep, gint64 drop)
{
  gint64 id = mappe_row_get_int (row, field);

  return refers_to_own_kind (row->kind, field) && (id == keep || id == drop);
}

static void
fill_gaps (MappeEdit *edit, MappeRow *keep, const MappeRow *drop)
{
  MappeRow *mine = mappe_row_copy (keep);

  for (guint i = 0; i < keep->kind->n_fields; i++)
    if (mappe_row_is_null (keep, i) && !is_between (drop, i, keep->id, drop->id))
      mappe_value_copy (&mine->values[i], &drop->values[i]);
  mappe_edit_update (edit, mappe_row_ref (keep), mine);
}

/* A row that joins records and says the same of @keep already need not be kept twice. */
static gboolean
is_double (const MappeRow *row, GPtrArray *others)
{
  for (guint n = 0; n < others->len; n++)
    {
      const MappeRow *other = g_ptr_array_index (others, n);
      gboolean equal = other->id != row->id;

      for (guint i = MAPPE_FIELD_REFERENCE + 1; equal && i < row->kind->n_fields; i++)
        equal = mappe_value_equal (&row->values[i], &other->values[i]);
      if (equal)
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
rows_referring (MappeConn *conn, const MappeKind *kind, guint field, gint64 id, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  mappe_query_where_id (query, field, id);
  ids = mappe_select_ids (conn, query, error);
  return ids != NULL ? mappe_rows_load_many (conn, kind, (const gint64 *) ids->data, ids->len, error) : NULL;
}

static gboolean
point_elsewhere (MappeConn *conn, MappeEdit *edit, const MappeKind *kind, guint field, gint64 keep, gint64 drop,
                 GError **error)
{
  g_autoptr (GPtrArray) rows = rows_referring (conn, kind, field, drop, error);
  g_autoptr (GPtrArray) others = rows != NULL ? rows_referring (conn, kind, field, keep, error) : NULL;

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);
      g_autoptr (MappeRow) mine = mappe_row_copy (row);

      if (refers_to_own_kind (kind, field) && row->id == drop)
        continue;
      mappe_value_set_int (&mine->values[field], keep);
      if (refers_to_own_kind (kind, field) && row->id == keep)
        mappe_value_clear (&mine->values[field]);
      if ((kind->fields[field].flags & MAPPE_FIELD_REQUIRED) && is_double (mine, others))
        mappe_edit_delete (edit, kind, row->id, 0);
      else
        mappe_edit_update (edit, mappe_row_ref (row), g_steal_pointer (&mine));
    }
  return TRUE;
}

/**
 * mappe_merge_build:
 *
 * Returns: (transfer full) (nullable): the edit that makes one record of two
 */
MappeEdit *
mappe_merge_build (MappeConn *conn, const MappeKind *kind, gint64 keep, gint64 drop, const char *label, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);
  g_autoptr (MappeRow) kept = mappe_rows_load (conn, kind, keep, error);
  g_autoptr (MappeRow) dropped = kept != NULL ? mappe_rows_load (conn, kind, drop, error) : NULL;
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  if (dropped == NULL || keep == drop)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_GONE, "there are no two records to merge");
      return NULL;
    }
  fill_gaps (edit, kept, dropped);
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      if (kinds[k]->fields[i].type == MAPPE_FIELD_REF && g_str_equal (kinds[k]->fields[i].target, kind->name)
          && !point_elsewhere (conn, edit, kinds[k], i, keep, drop, error))
        return NULL;
  mappe_edit_delete (edit, kind, drop, 0);
  edit->merges = TRUE;
  return g_steal_pointer (&edit);
}
