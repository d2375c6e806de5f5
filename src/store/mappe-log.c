/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

#include "mappe-date.h"

/* Beyond this, listeners are told "much changed" instead of each record. */
#define TOUCHED_MOST 5000

/* Writes one change set. Inserts of consecutive ids of a kind become one line: an import of a million records
 * leaves one line in the log. */
struct _MappeLogWriter {
  MappeConn       *conn;
  gint64           set_id;
  guint64          n_changes;
  GArray          *touched;
  const MappeKind *range_kind;
  gint64           range_first;
  gint64           range_last;
};

typedef struct {
  gint64 undo_next, redo_next, under_undo, under_redo;
} StackState;

static gboolean
read_stack (MappeConn *conn, gint64 set_id, StackState *state, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "SELECT undo_next, redo_next, under_undo, under_redo FROM change_set"
                                        " WHERE id = $1", error);
  gboolean has_row;

  *state = (StackState) { 0 };
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, set_id);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *state = (StackState) { mappe_stmt_get_int (stmt, 0), mappe_stmt_get_int (stmt, 1),
                            mappe_stmt_get_int (stmt, 2), mappe_stmt_get_int (stmt, 3) };
  mappe_stmt_reset (stmt);
  return TRUE;
}

/** mappe_log_number: Returns: the number that @sql asks for, 0 when there is none, -1 with an error */
gint64
mappe_log_number (MappeConn *conn, const char *sql, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);
  gboolean has_row;
  gint64 number = -1;

  if (stmt != NULL && mappe_stmt_step (stmt, &has_row, error))
    number = has_row ? mappe_stmt_get_int (stmt, 0) : 0;
  if (stmt != NULL)
    mappe_stmt_reset (stmt);
  return number;
}

/** mappe_log_last: Returns: the id of the newest change set, 0 when there is none, -1 with an error */
gint64
mappe_log_last (MappeConn *conn, GError **error)
{
  return mappe_log_number (conn, "SELECT max(id) FROM change_set", error);
}

/* The log's time never runs backwards, whatever the clock does. */
static char *
monotonic_stamp (MappeConn *conn, gint64 last, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT at FROM change_set WHERE id = $1", error);
  g_autofree char *now = mappe_stamp_now ();
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, last);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return NULL;
  if (has_row && g_strcmp0 (mappe_stmt_get_text (stmt, 0), now) > 0)
    {
      g_free (now);
      now = g_strdup (mappe_stmt_get_text (stmt, 0));
    }
  mappe_stmt_reset (stmt);
  return g_steal_pointer (&now);
}

/* Undo and redo are stacks kept as links between the sets, so that they survive a restart without being replayed:
 * each set says what would be undone and redone next, and what lies beneath it. */
static gboolean
next_stack (MappeConn *conn, gint64 last, gint64 set_id, const char *set_kind, gint64 undoes, StackState *next,
            GError **error)
{
  StackState now, taken_back;

  if (!read_stack (conn, last, &now, error) || !read_stack (conn, undoes, &taken_back, error))
    return FALSE;
  if (g_str_equal (set_kind, "UNDO"))
    *next = (StackState) { taken_back.under_undo, set_id, 0, now.redo_next };
  else if (g_str_equal (set_kind, "REDO"))
    *next = (StackState) { set_id, taken_back.under_redo, now.undo_next, 0 };
  else if (g_str_equal (set_kind, "EDIT") || g_str_equal (set_kind, "IMPORT"))
    *next = (StackState) { set_id, 0, now.undo_next, 0 };
  else
    *next = (StackState) { 0, 0, 0, 0 };
  return TRUE;
}

static gboolean
insert_set (MappeConn *conn, gint64 set_id, const char *at, const char *set_kind, const char *actor, const char *label,
            gint64 undoes, const StackState *state, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "INSERT INTO change_set (id, at, actor, label, set_kind, undoes, undo_next,"
                                        " redo_next, under_undo, under_redo)"
                                        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, set_id);
  mappe_stmt_bind_text (stmt, 2, at);
  mappe_stmt_bind_text (stmt, 3, actor);
  mappe_stmt_bind_text (stmt, 4, label);
  mappe_stmt_bind_text (stmt, 5, set_kind);
  mappe_stmt_bind_int (stmt, 6, undoes);
  mappe_stmt_bind_int (stmt, 7, state->undo_next);
  mappe_stmt_bind_int (stmt, 8, state->redo_next);
  mappe_stmt_bind_int (stmt, 9, state->under_undo);
  mappe_stmt_bind_int (stmt, 10, state->under_redo);
  return mappe_stmt_run (stmt, error);
}

/**
 * mappe_log_begin:
 * @set_kind: EDIT, IMPORT, UNDO, REDO, MIGRATE or REDACT
 * @undoes: the set that is taken back, or 0
 *
 * Opens a change set inside the caller's transaction. Its id is also the version of every record it writes.
 */
MappeLogWriter *
mappe_log_begin (MappeConn *conn, const char *set_kind, const char *actor, const char *label, gint64 undoes,
                 GError **error)
{
  g_autoptr (MappeLogWriter) log = g_new0 (MappeLogWriter, 1);
  gint64 last = mappe_log_last (conn, error);
  g_autofree char *at = NULL;
  StackState state;

  if (last < 0)
    return NULL;
  log->conn = conn;
  log->set_id = last + 1;
  log->touched = g_array_new (FALSE, FALSE, sizeof (MappeTouched));
  at = monotonic_stamp (conn, last, error);
  if (at == NULL || !next_stack (conn, last, log->set_id, set_kind, undoes, &state, error)
      || !insert_set (conn, log->set_id, at, set_kind, actor, label, undoes, &state, error))
    return NULL;
  return g_steal_pointer (&log);
}

gint64
mappe_log_set_id (MappeLogWriter *log)
{
  return log->set_id;
}

/** mappe_log_is_empty: Returns: whether nothing was changed, so that the set is not worth keeping */
gboolean
mappe_log_is_empty (MappeLogWriter *log)
{
  return log->n_changes == 0;
}

void
mappe_log_free (MappeLogWriter *log)
{
  g_clear_pointer (&log->touched, g_array_unref);
  g_free (log);
}

static void
touch (MappeLogWriter *log, const MappeKind *kind, gint64 id, MappeChangeOp op)
{
  MappeTouched touched = { kind, id, op };

  log->n_changes++;
  if (log->touched->len <= TOUCHED_MOST)
    g_array_append_val (log->touched, touched);
}

static gint64
insert_change (MappeLogWriter *log, const MappeKind *kind, gint64 first, gint64 last, MappeChangeOp op, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (log->conn,
                                        "INSERT INTO change (set_id, kind_name, record_id, last_id, op)"
                                        " VALUES ($1, $2, $3, $4, $5) RETURNING id", error);
  char op_text[2] = { (char) op, '\0' };
  gboolean has_row;
  gint64 id = 0;

  if (stmt == NULL)
    return 0;
  mappe_stmt_bind_int (stmt, 1, log->set_id);
  mappe_stmt_bind_text (stmt, 2, kind->name);
  mappe_stmt_bind_int (stmt, 3, first);
  mappe_stmt_bind_int (stmt, 4, last);
  mappe_stmt_bind_text (stmt, 5, op_text);
  if (mappe_stmt_step (stmt, &has_row, error) && has_row)
    id = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return id;
}

static gboolean
flush_range (MappeLogWriter *log, GError **error)
{
  const MappeKind *kind = g_steal_pointer (&log->range_kind);

  return kind == NULL
         || insert_change (log, kind, log->range_first, log->range_last, MAPPE_CHANGE_INSERT, error) != 0;
}

/** mappe_log_insert: The row itself holds the values; the log only says that it came. */
gboolean
mappe_log_insert (MappeLogWriter *log, const MappeKind *kind, gint64 id, GError **error)
{
  touch (log, kind, id, MAPPE_CHANGE_INSERT);
  if (log->range_kind == kind && id == log->range_last + 1)
    {
      log->range_last = id;
      return TRUE;
    }
  if (!flush_range (log, error))
    return FALSE;
  log->range_kind = kind;
  log->range_first = log->range_last = id;
  return TRUE;
}

static gboolean
insert_value (MappeLogWriter *log, gint64 change_id, const MappeFieldSpec *field, const MappeValue *old_value,
              const MappeValue *new_value, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (log->conn,
                                        "INSERT INTO change_value (change_id, field, old_value, new_value)"
                                        " VALUES ($1, $2, $3, $4)", error);
  g_autofree char *old_text = old_value != NULL ? mappe_field_to_canonical (field, old_value) : NULL;
  g_autofree char *new_text = new_value != NULL ? mappe_field_to_canonical (field, new_value) : NULL;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, change_id);
  mappe_stmt_bind_text (stmt, 2, field->name);
  mappe_stmt_bind_text (stmt, 3, old_text);
  mappe_stmt_bind_text (stmt, 4, new_text);
  return mappe_stmt_run (stmt, error);
}

gboolean
mappe_log_update (MappeLogWriter *log, const MappeRow *old_row, const MappeRow *new_row, GError **error)
{
  const MappeKind *kind = old_row->kind;
  gint64 change_id;

  if (!flush_range (log, error))
    return FALSE;
  touch (log, kind, old_row->id, MAPPE_CHANGE_UPDATE);
  change_id = insert_change (log, kind, old_row->id, old_row->id, MAPPE_CHANGE_UPDATE, error);
  if (change_id == 0)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!mappe_value_equal (&old_row->values[i], &new_row->values[i])
        && !insert_value (log, change_id, &kind->fields[i], &old_row->values[i], &new_row->values[i], error))
      return FALSE;
  return TRUE;
}

gboolean
mappe_log_delete (MappeLogWriter *log, const MappeRow *old_row, GError **error)
{
  const MappeKind *kind = old_row->kind;
  gint64 change_id;

  if (!flush_range (log, error))
    return FALSE;
  touch (log, kind, old_row->id, MAPPE_CHANGE_DELETE);
  change_id = insert_change (log, kind, old_row->id, old_row->id, MAPPE_CHANGE_DELETE, error);
  if (change_id == 0)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!mappe_value_is_null (&old_row->values[i])
        && !insert_value (log, change_id, &kind->fields[i], &old_row->values[i], NULL, error))
      return FALSE;
  return TRUE;
}

/**
 * mappe_log_end:
 * @touched: (out) (transfer full) (nullable): what was changed; %NULL when it is too much to list
 */
gboolean
mappe_log_end (MappeLogWriter *log, GArray **touched, GError **error)
{
  if (!flush_range (log, error))
    return FALSE;
  if (log->touched->len <= TOUCHED_MOST)
    *touched = g_steal_pointer (&log->touched);
  else
    *touched = NULL;
  return TRUE;
}

/** mappe_log_set_label: Names the open change set anew. */
gboolean
mappe_log_set_label (MappeLogWriter *log, const char *label, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (log->conn, "UPDATE change_set SET label = $1 WHERE id = $2", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, label);
  mappe_stmt_bind_int (stmt, 2, log->set_id);
  return mappe_stmt_run (stmt, error);
}

static char *
set_label (MappeConn *conn, gint64 set_id, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT label FROM change_set WHERE id = $1", error);
  gboolean has_row;
  char *label = NULL;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, set_id);
  if (mappe_stmt_step (stmt, &has_row, error) && has_row)
    label = g_strdup (mappe_stmt_get_text (stmt, 0));
  mappe_stmt_reset (stmt);
  return label;
}

/** mappe_log_under: Returns: the set that lies beneath @set_id on the stack of undo, 0 for none, -1 with an error */
gint64
mappe_log_under (MappeConn *conn, gint64 set_id, GError **error)
{
  StackState state;

  return read_stack (conn, set_id, &state, error) ? state.under_undo : -1;
}

/**
 * mappe_log_stack:
 * @undo: (out): the set that undo takes back, 0 when there is none; see mappe_undo_next()
 * @redo: (out): the undoing set that redo takes back, 0 when there is none
 * @undo_label: (out) (transfer full) (nullable): label of that step
 * @redo_label: (out) (transfer full) (nullable): label of that step
 */
gboolean
mappe_log_stack (MappeConn *conn, gint64 *undo, gint64 *redo, char **undo_label, char **redo_label, GError **error)
{
  gint64 last = mappe_log_last (conn, error);
  StackState state;

  if (last < 0 || !read_stack (conn, last, &state, error) || !mappe_undo_next (conn, state.undo_next, undo, error))
    return FALSE;
  *redo = state.redo_next;
  *undo_label = *undo != 0 ? set_label (conn, *undo, error) : NULL;
  *redo_label = state.redo_next != 0 ? set_label (conn, state.redo_next, error) : NULL;
  return TRUE;
}
