/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up.h"

#include "mappe-store-private.h"

static const char numbers_sql[] =
  "SELECT d.number FROM meeting m JOIN agenda_item a ON a.meeting = m.id JOIN decision d ON d.agenda_item = a.id"
  " WHERE m.body = $1 AND d.number IS NOT NULL ORDER BY d.number_key, d.id";

/**
 * mappe_snapshot_decision_numbers:
 * @body: id of a body
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the numbers of all decisions of the body, in order
 */
GStrv
mappe_snapshot_decision_numbers (MappeSnapshot *self, gint64 body, GError **error)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  MappeStmt *stmt = mappe_conn_prepare (mappe_snapshot_get_conn (self), numbers_sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, body);
  while (TRUE)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_strv_builder_end (numbers);
      g_strv_builder_add (numbers, mappe_stmt_get_text (stmt, 0));
    }
}
