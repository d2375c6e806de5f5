/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-edit-private.h"
#include "mappe-store-private.h"

/* Typing is saved while it goes on, and each save is a set of its own. For undo a session of typing is one step: a set
 * that goes on with the one before it takes its place on the stack, so what lies beneath it is not what was on top when
 * it was written. */

/* Who was silent for longer begins a new step. */
#define SESSION_SECONDS 60

static char *
session_begin (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, -SESSION_SECONDS);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%S");
}

/* The one field that the edit changes; -1 when it is not the typing in one text. */
static int
typed_field (MappeEdit *edit)
{
  const MappeEditChange *change = &g_array_index (edit->changes, MappeEditChange, 0);
  int field = -1;

  if (!edit->typing || edit->changes->len != 1 || change->op != MAPPE_CHANGE_UPDATE)
    return -1;
  for (guint i = 0; i < change->base->kind->n_fields; i++)
    if (!mappe_value_equal (&change->base->values[i], &change->mine->values[i]))
      {
        if (field >= 0)
          return -1;
        field = (int) i;
      }
  return field;
}

/**
 * mappe_log_join:
 * @set_id: the set that @edit is being written as
 *
 * Makes it one step of undo with the set before, when both are typing in the same text.
 */
gboolean
mappe_log_join (MappeConn *conn, gint64 set_id, const char *actor, MappeEdit *edit, GError **error)
{
  int field = typed_field (edit);
  g_autofree char *begin = session_begin ();
  const MappeEditChange *change;
  MappeStmt *stmt;

  if (field < 0)
    return TRUE;
  stmt = mappe_conn_prepare (conn,
                             "UPDATE change_set SET under_undo ="
                             " (SELECT p.under_undo FROM change_set p WHERE p.id = $1 - 1)"
                             " WHERE id = $1 AND EXISTS (SELECT 1 FROM change_set p JOIN change c ON c.set_id = p.id"
                             " JOIN change_value v ON v.change_id = c.id"
                             " WHERE p.id = $1 - 1 AND p.undo_next = p.id AND p.set_kind = 'EDIT' AND p.actor = $2"
                             " AND p.label = $3 AND p.at >= $4 AND c.kind_name = $5 AND c.record_id = $6 AND c.op = 'U'"
                             " AND v.field = $7 AND (SELECT count(*) FROM change x JOIN change_value y"
                             " ON y.change_id = x.id WHERE x.set_id = p.id) = 1)", error);
  if (stmt == NULL)
    return FALSE;
  change = &g_array_index (edit->changes, MappeEditChange, 0);
  mappe_stmt_bind_int (stmt, 1, set_id);
  mappe_stmt_bind_text (stmt, 2, actor);
  mappe_stmt_bind_text (stmt, 3, edit->label);
  mappe_stmt_bind_text (stmt, 4, begin);
  mappe_stmt_bind_text (stmt, 5, change->base->kind->name);
  mappe_stmt_bind_int (stmt, 6, change->base->id);
  mappe_stmt_bind_text (stmt, 7, change->base->kind->fields[field].name);
  return mappe_stmt_run (stmt, error);
}

/**
 * mappe_log_joined:
 *
 * Returns: the set that @set_id goes on with, 0 for none, -1 with an error
 */
gint64
mappe_log_joined (MappeConn *conn, gint64 set_id, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "SELECT p.id FROM change_set s JOIN change_set p ON p.id = s.id - 1"
                                        " WHERE s.id = $1 AND s.set_kind = 'EDIT' AND p.undo_next = p.id"
                                        " AND s.under_undo <> p.id", error);
  gboolean has_row;
  gint64 before = -1;

  if (stmt == NULL)
    return -1;
  mappe_stmt_bind_int (stmt, 1, set_id);
  if (mappe_stmt_step (stmt, &has_row, error))
    before = has_row ? mappe_stmt_get_int (stmt, 0) : 0;
  mappe_stmt_reset (stmt);
  return before;
}
