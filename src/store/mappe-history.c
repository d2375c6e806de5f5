/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

typedef struct {
  const MappeKind *kind;
  gint64           id;
} HistoryJob;

static void
history_entry_free (MappeHistoryEntry *self)
{
  g_free (self->at);
  g_free (self->actor);
  g_free (self->label);
  g_free (self->set_kind);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

static void
log_entry_free (MappeLogEntry *self)
{
  g_free (self->at);
  g_free (self->actor);
  g_free (self->label);
  g_free (self->set_kind);
  g_free (self);
}

/* A reference is told by what people call it; a record that is gone by now is told by its number. */
static char *
readable (MappeConn *conn, const MappeKind *kind, int field, const char *canonical)
{
  char *reference = NULL;

  if (canonical != NULL && field >= 0 && kind->fields[field].type == MAPPE_FIELD_REF)
    reference = mappe_rows_reference_of (conn, mappe_kind_lookup (kind->fields[field].target, NULL),
                                         g_ascii_strtoll (canonical, NULL, 10), NULL);
  return reference != NULL ? reference : g_strdup (canonical);
}

static MappeHistoryEntry *
read_entry (MappeStmt *stmt, const MappeKind *kind)
{
  MappeHistoryEntry *entry = g_new0 (MappeHistoryEntry, 1);
  const char *field = mappe_stmt_get_text (stmt, 6);

  entry->set_id = mappe_stmt_get_int (stmt, 0);
  entry->at = g_strdup (mappe_stmt_get_text (stmt, 1));
  entry->actor = g_strdup (mappe_stmt_get_text (stmt, 2));
  entry->label = g_strdup (mappe_stmt_get_text (stmt, 3));
  entry->set_kind = g_strdup (mappe_stmt_get_text (stmt, 4));
  entry->op = mappe_stmt_get_text (stmt, 5)[0];
  entry->field = field != NULL ? mappe_kind_find_field (kind, field) : -1;
  entry->old_value = g_strdup (mappe_stmt_get_text (stmt, 7));
  entry->new_value = g_strdup (mappe_stmt_get_text (stmt, 8));
  return entry;
}

static gboolean
read_history (MappeConn *conn, const HistoryJob *job, GPtrArray *entries, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (
    conn,
    "SELECT s.id, s.at, s.actor, s.label, s.set_kind, c.op, v.field, v.old_value, v.new_value, c.id"
    " FROM change c JOIN change_set s ON s.id = c.set_id LEFT JOIN change_value v ON v.change_id = c.id"
    " WHERE c.kind_name = $1 AND c.record_id = $2"
    " UNION ALL SELECT s.id, s.at, s.actor, s.label, s.set_kind, c.op, NULL, NULL, NULL, c.id"
    " FROM change c JOIN change_set s ON s.id = c.set_id"
    " WHERE c.kind_name = $1 AND c.last_id > c.record_id AND c.last_id >= $2 AND c.record_id < $2"
    " ORDER BY 1 DESC, 10 DESC", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, job->kind->name);
  mappe_stmt_bind_int (stmt, 2, job->id);
  while (TRUE)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_ptr_array_add (entries, read_entry (stmt, job->kind));
    }
}

static void
make_readable (MappeConn *conn, const MappeKind *kind, MappeHistoryEntry *entry)
{
  g_autofree char *old_value = g_steal_pointer (&entry->old_value);
  g_autofree char *new_value = g_steal_pointer (&entry->new_value);

  entry->old_value = readable (conn, kind, entry->field, old_value);
  entry->new_value = readable (conn, kind, entry->field, new_value);
}

static gpointer
history_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  const HistoryJob *job = data;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) history_entry_free);

  if (!read_history (conn, job, entries, error))
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    make_readable (conn, job->kind, g_ptr_array_index (entries, i));
  return g_steal_pointer (&entries);
}

/**
 * mappe_store_history:
 *
 * Everything that ever happened to a record, also before it was deleted, newest first.
 *
 * Returns: (transfer full) (nullable) (element-type MappeHistoryEntry): one entry per changed field
 */
GPtrArray *
mappe_store_history (MappeStore *self, const MappeKind *kind, gint64 id, GError **error)
{
  HistoryJob job = { kind, id };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, history_on_lane, &job, error);
}

void
mappe_store_history_async (MappeStore *self, const MappeKind *kind, gint64 id, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  HistoryJob *job = g_new0 (HistoryJob, 1);

  *job = (HistoryJob) { kind, id };
  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_PAGE, history_on_lane, job, g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

GPtrArray *
mappe_store_history_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

/* --- the log of the whole file --- */

typedef struct {
  gint64 before;
  guint  most;
} LogJob;

static MappeLogEntry *
read_log_entry (MappeStmt *stmt)
{
  MappeLogEntry *entry = g_new0 (MappeLogEntry, 1);

  entry->set_id = mappe_stmt_get_int (stmt, 0);
  entry->at = g_strdup (mappe_stmt_get_text (stmt, 1));
  entry->actor = g_strdup (mappe_stmt_get_text (stmt, 2));
  entry->label = g_strdup (mappe_stmt_get_text (stmt, 3));
  entry->set_kind = g_strdup (mappe_stmt_get_text (stmt, 4));
  entry->undoes = mappe_stmt_get_int (stmt, 5);
  entry->n_records = mappe_stmt_get_int (stmt, 6);
  return entry;
}

static gpointer
log_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  const LogJob *job = data;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) log_entry_free);
  MappeStmt *stmt = mappe_conn_prepare (
    conn,
    "SELECT s.id, s.at, s.actor, s.label, s.set_kind, s.undoes,"
    " (SELECT sum(c.last_id - c.record_id + 1) FROM change c WHERE c.set_id = s.id)"
    " FROM change_set s WHERE $1 = 0 OR s.id < $1 ORDER BY s.id DESC LIMIT $2", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, job->before);
  mappe_stmt_bind_int (stmt, 2, job->most > 0 ? job->most : G_MAXINT64);
  while (TRUE)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_log_entry (stmt));
    }
}

/**
 * mappe_store_log:
 * @before: only sets older than this one; 0 for the newest
 * @most: most entries; 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type MappeLogEntry): the steps taken in this file, newest first
 */
GPtrArray *
mappe_store_log (MappeStore *self, gint64 before, guint most, GError **error)
{
  LogJob job = { before, most };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, log_on_lane, &job, error);
}
