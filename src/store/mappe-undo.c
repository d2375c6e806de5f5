/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

#include <glib/gi18n-lib.h>

/* Taking a change set back writes a new set with the inverse changes in reverse order: history only grows.
 *
 * The seal of minutes is a border. The step that sealed stays the next one to be undone, under its label, and each try
 * is refused with the reason; what was done before it stays done as well, since a step taken out of the middle could
 * change what the sealed text tells. Steps made after the sealing are undone and redone as usual. */

typedef struct {
  gint64           change_id;
  const MappeKind *kind;
  gint64           first;
  gint64           last;
  MappeChangeOp    op;
} LoggedChange;

static GArray *
read_changes (MappeConn *conn, gint64 set_id, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "SELECT id, kind_name, record_id, last_id, op FROM change"
                                        " WHERE set_id = $1 ORDER BY id DESC", error);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (LoggedChange));
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, set_id);
  while (TRUE)
    {
      LoggedChange change;

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

static gboolean
disagree (const MappeKind *kind, gint64 id, GError **error)
{
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_CONFLICT,
               "%s %" G_GINT64_FORMAT " is not as the log says", kind->name, id);
  return FALSE;
}

/* Sets the fields of @row to their old values; with @expect_new they must now hold what the log says. */
static gboolean
restore_values (MappeConn *conn, gint64 change_id, MappeRow *row, gboolean expect_new, GError **error)
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
        done = disagree (row->kind, row->id, error);
      else
        done = mappe_row_set_canonical (row, field, mappe_stmt_get_text (stmt, 1), error);
    }
  mappe_stmt_reset (stmt);
  return FALSE;
}

static gboolean
refuse_sealed (const MappeRow *row, GError **error)
{
  const char *reason = N_("The minutes are sealed; that and what was done before stays");

  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED, "%s %s: %s", row->kind->name,
               mappe_row_get_text (row, MAPPE_FIELD_REFERENCE), reason);
  if (error != NULL)
    mappe_store_error_set_reason (*error, reason);
  return FALSE;
}

static gboolean
take_back_insert (MappeConn *conn, MappeLogWriter *log, const LoggedChange *change, GError **error)
{
  for (gint64 id = change->last; id >= change->first; id--)
    {
      g_autoptr (MappeRow) row = mappe_rows_load (conn, change->kind, id, error);

      if (row == NULL)
        return (error != NULL && *error != NULL) ? FALSE : disagree (change->kind, id, error);
      if (mappe_guard_is_sealed (row))
        return refuse_sealed (row, error);
      if (!mappe_log_delete (log, row, error) || !mappe_rows_delete (conn, change->kind, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_back_update (MappeConn *conn, MappeLogWriter *log, const LoggedChange *change, GError **error)
{
  g_autoptr (MappeRow) now = mappe_rows_load (conn, change->kind, change->first, error);
  g_autoptr (MappeRow) then = NULL;

  if (now == NULL)
    return (error != NULL && *error != NULL) ? FALSE : disagree (change->kind, change->first, error);
  if (mappe_guard_is_sealed (now))
    return refuse_sealed (now, error);
  then = mappe_row_copy (now);
  return restore_values (conn, change->change_id, then, TRUE, error)
         && mappe_log_update (log, now, then, error)
         && mappe_rows_update (conn, then, mappe_log_set_id (log), error);
}

static gboolean
take_back_delete (MappeConn *conn, MappeLogWriter *log, const LoggedChange *change, GError **error)
{
  g_autoptr (MappeRow) row = mappe_row_new (change->kind);

  row->id = change->first;
  row->version = mappe_log_set_id (log);
  return restore_values (conn, change->change_id, row, FALSE, error)
         && mappe_rows_insert (conn, row, error)
         && mappe_log_insert (log, change->kind, row->id, error);
}

static gboolean
take_back (MappeConn *conn, MappeLogWriter *log, gint64 set_id, GError **error)
{
  g_autoptr (GArray) changes = read_changes (conn, set_id, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const LoggedChange *change = &g_array_index (changes, LoggedChange, i);
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
  log = mappe_log_begin (conn, redo ? "REDO" : "UNDO", actor, label, set_id, error);
  if (log == NULL || !take_back_step (conn, log, set_id, error) || !mappe_log_end (log, touched, error))
    return NULL;
  return g_strdup (label);
}
