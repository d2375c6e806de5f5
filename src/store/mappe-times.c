/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

/**
 * mappe_snapshot_times:
 * @id: of a record, which may be gone by now
 * @created: (out) (optional) (nullable): UTC instant of its first change set; %NULL when the log does not tell
 * @modified: (out) (optional) (nullable): of its last one
 *
 * Returns: whether the log could be read
 */
gboolean
mappe_snapshot_times (MappeSnapshot *self, const MappeKind *kind, gint64 id, char **created, char **modified,
                      GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (
      mappe_snapshot_get_conn (self),
      "SELECT min(at), max(at) FROM (SELECT s.at FROM change c JOIN change_set s ON s.id = c.set_id"
      " WHERE c.kind_name = $1 AND c.record_id = $2"
      " UNION ALL SELECT s.at FROM change c JOIN change_set s ON s.id = c.set_id"
      " WHERE c.kind_name = $1 AND c.last_id > c.record_id AND c.last_id >= $2 AND c.record_id < $2) AS a", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, kind->name);
  mappe_stmt_bind_int (stmt, 2, id);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (created != NULL)
    *created = has_row ? g_strdup (mappe_stmt_get_text (stmt, 0)) : NULL;
  if (modified != NULL)
    *modified = has_row ? g_strdup (mappe_stmt_get_text (stmt, 1)) : NULL;
  mappe_stmt_reset (stmt);
  return TRUE;
}
