/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-undo-private.h"

/* Records that are gone, from the change log: what was sent to others has to be called off with them too. */

/* A change of the log that took a record away. */
typedef struct {
  gint64 change, record, set;
} Gone;

static GArray *
find_gone (MappeConn *conn, const MappeKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT max(c.id), c.record_id, max(c.set_id) FROM change c WHERE c.kind_name = '%s' AND c.op = 'D'"
      " AND NOT EXISTS (SELECT 1 FROM %s r WHERE r.id = c.record_id) GROUP BY c.record_id ORDER BY c.record_id",
      kind->name, kind->table);
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Gone));
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  while (TRUE)
    {
      Gone gone;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&all);
      gone = (Gone) { mappe_stmt_get_int (stmt, 0), mappe_stmt_get_int (stmt, 1), mappe_stmt_get_int (stmt, 2) };
      g_array_append_val (all, gone);
    }
}

static MappeRow *
restore_gone (MappeConn *conn, const MappeKind *kind, const Gone *gone, GError **error)
{
  g_autoptr (MappeRow) row = mappe_row_new (kind);

  row->id = gone->record;
  row->version = gone->set;
  return mappe_undo_restore (conn, gone->change, row, FALSE, error) ? g_steal_pointer (&row) : NULL;
}

/** mappe_deleted_load: Returns: (transfer full) (nullable): a record that was deleted, as it was last; %NULL without an
 * error when it was not */
MappeRow *
mappe_deleted_load (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) all = find_gone (conn, kind, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_array_index (all, Gone, i).record == id)
      return restore_gone (conn, kind, &g_array_index (all, Gone, i), error);
  return NULL;
}

/**
 * mappe_snapshot_deleted:
 * @kind: of the records
 *
 * Records that were deleted, or whose creation was undone, and that no undo brought back.
 *
 * Returns: (transfer full) (nullable) (element-type MappeListed): as they were last; their version is the number of the
 *   change set that took them away, so that it goes on where that of the record ended
 */
GPtrArray *
mappe_snapshot_deleted (MappeSnapshot *self, const MappeKind *kind, GError **error)
{
  MappeConn *conn = mappe_snapshot_get_conn (self);
  g_autoptr (GArray) all = find_gone (conn, kind, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MappeRow *row = restore_gone (conn, kind, &g_array_index (all, Gone, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return all != NULL ? mappe_rows_listed (conn, rows, error) : NULL;
}
