/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-undo-private.h"

/* Taking a change set back writes a new set with the inverse changes in reverse order: history only grows. Which set
 * is the next one to be taken back is found in mappe-undo-seal.c. */

/**
 * mappe_undo_changes:
 *
 * Returns: (transfer full) (nullable) (element-type MappeLoggedChange): the changes of a set, last one first
 */
GArray *
mappe_undo_changes (MappeConn *conn, gint64 set_id, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "SELECT id, kind_name, record_id, last_id, op FROM change"
                                        " WHERE set_id = $1 ORDER BY id DESC", error);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MappeLoggedChange));
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, set_id);
  while (TRUE)
    {
      MappeLoggedChange change;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&changes);
      change.change_id = mappe_stmt_get_int (stmt, 0);
      change.kind = mappe_kind_lookup (mappe_stmt_get_text (stmt, 1), error);
      change.first = mappe_stmt_get_int (stmt, 2);
      change.last = mappe_stmt_get_int (stmt, 3);
      change.op = mappe_stmt_get_text (stmt, 4)[0];
      if (change.kind == NULL)
        {
          mappe_stmt_reset (stmt);
          return NULL;
        }
      g_array_append_val (changes, change);
    }
}

/** mappe_undo_disagree: Returns: always %FALSE, with an error that says which record it is about */
gboolean
mappe_undo_disagree (const MappeKind *kind, gint64 id, GError **error)
{
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_CONFLICT,
               "%s %" G_GINT64_FORMAT " is not as the log says", kind->name, id);
  return FALSE;
}

/**
 * mappe_undo_restore:
 * @expect_new: the fields must now hold what the log says; else %MAPPE_STORE_ERROR_CONFLICT
 *
 * Sets the fields of @row to their old values, in memory.
 */
gboolean
mappe_undo_restore (MappeConn *conn, gint64 change_id, MappeRow *row, gboolean expect_new, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "SELECT field, old_value, new_value FROM change_value WHERE change_id = $1",
                                        error);
  gboolean has_row, done = TRUE;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, change_id);
  while (done)
    {
      g_autofree char *now = NULL;
      int field;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      field = mappe_kind_require_field (row->kind, mappe_stmt_get_text (stmt, 0), error);
      if (field < 0)
        break;
      now = mappe_row_get_canonical (row, field);
      if (expect_new && g_strcmp0 (now, mappe_stmt_get_text (stmt, 2)) != 0)
        done = mappe_undo_disagree (row->kind, row->id, error);
      else
        done = mappe_row_set_canonical (row, field, mappe_stmt_get_text (stmt, 1), error);
    }
  mappe_stmt_reset (stmt);
  return FALSE;
}

static gboolean
take_back_insert (MappeConn *conn, MappeLogWriter *log, const MappeLoggedChange *change, GError **error)
{
  for (gint64 id = change->last; id >= change->first; id--)
    {
      g_autoptr (MappeRow) row = mappe_rows_load (conn, change->kind, id, error);

      if (row == NULL)
        return (error != NULL && *error != NULL) ? FALSE : mappe_undo_disagree (change->kind, id, error);
      if (!mappe_log_delete (log, row, error) || !mappe_rows_delete (conn, change->kind, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_back_update (MappeConn *conn, MappeLogWriter *log, const MappeLoggedChange *change, GError **error)
{
  g_autoptr (MappeRow) now = mappe_rows_load (conn, change->kind, change->first, error);
  g_autoptr (MappeRow) then = NULL;

  if (now == NULL)
    return (error != NULL && *error != NULL) ? FALSE : mappe_undo_disagree (change->kind, change->first, error);
  then = mappe_row_copy (now);
  return mappe_undo_restore (conn, change->change_id, then, TRUE, error)
         && mappe_log_update (log, now, then, error)
         && mappe_rows_update (conn, then, mappe_log_set_id (log), error);
}

static gboolean
take_back_delete (MappeConn *conn, MappeLogWriter *log, const MappeLoggedChange *change, GError **error)
{
  g_autoptr (MappeRow) row = mappe_row_new (change->kind);

  row->id = change->first;
  row->version = mappe_log_set_id (log);
  return mappe_undo_restore (conn, change->change_id, row, FALSE, error)
         && mappe_rows_insert (conn, row, error)
         && mappe_log_insert (log, change->kind, row->id, error);
}

static gboolean
take_back (MappeConn *conn, MappeLogWriter *log, gint64 set_id, GError **error)
{
  g_autoptr (GArray) changes = mappe_undo_changes (conn, set_id, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const MappeLoggedChange *change = &g_array_index (changes, MappeLoggedChange, i);
      gboolean done = change->op == MAPPE_CHANGE_INSERT ? take_back_insert (conn, log, change, error)
                      : change->op == MAPPE_CHANGE_UPDATE ? take_back_update (conn, log, change, error)
                                                          : take_back_delete (conn, log, change, error);

      if (!done)
        return FALSE;
    }
  return changes != NULL;
}

/* A set with those that it goes on with, newest first. */
static gboolean
take_back_step (MappeConn *conn, MappeLogWriter *log, gint64 set_id, GError **error)
{
  while (set_id > 0)
    {
      if (!take_back (conn, log, set_id, error))
        return FALSE;
      set_id = mappe_log_joined (conn, set_id, error);
    }
  return set_id == 0;
}

/**
 * mappe_undo_step:
 * @redo: take the last undo back instead
 * @touched: (out) (transfer full) (nullable): what was changed
 *
 * Takes one step back inside the caller's transaction.
 *
 * Returns: (transfer full) (nullable): the label of the step
 */
char *
mappe_undo_step (MappeConn *conn, const char *actor, gboolean redo, GArray **touched, GError **error)
{
  g_autofree char *undo_label = NULL, *redo_label = NULL;
  g_autoptr (MappeLogWriter) log = NULL;
  const char *label;
  gint64 undo_set, redo_set, set_id;

  if (!mappe_log_stack (conn, &undo_set, &redo_set, &undo_label, &redo_label, error))
    return NULL;
  set_id = redo ? redo_set : undo_set;
  label = redo ? redo_label : undo_label;
  if (set_id == 0 || label == NULL)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING, "nothing to %s", redo ? "redo" : "undo");
      return NULL;
    }
  if (!redo && !mappe_undo_allow (conn, set_id, error))
    return NULL;
  log = mappe_log_begin (conn, redo ? "REDO" : "UNDO", actor, label, set_id, error);
  if (log == NULL || !take_back_step (conn, log, set_id, error) || !mappe_log_end (log, touched, error))
    return NULL;
  return g_strdup (label);
}
