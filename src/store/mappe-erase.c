/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-erase-private.h"

#include <glib/gstdio.h>

#include "mappe-date.h"
#include "mappe-edit-private.h"
#include "mappe-erasure.h"
#include "mappe-guard-private.h"
#include "mappe-retention-private.h"
#include "mappe-uid-private.h"
#include "mappe-undo-private.h"

/* Erasing the personal data of a record (Art. 17 GDPR). Unlike every other change it leaves nothing behind: neither in
 * the log nor in free bytes of the file; so it cannot be undone, and nothing that was done before it can. The record
 * "erasure" that stays says that it was done, so that a restore or an import does not bring the data back. */

#define SCRUB_MARK "scrub"

typedef struct {
  const MappeKind *kind;
  gint64           id;
  const char      *reason;
  const char      *label;
  gboolean         name_kept;
  char            *old_name;   /* (nullable): goes from the labels of the log too */
} Erase;

static void
erase_clear (Erase *self)
{
  g_free (self->old_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Erase, erase_clear)

/* --- the change --- */

static gboolean
add_row (MappeEdit *edit, const MappeErasePart *part, const MappeRow *row, gboolean name_kept)
{
  MappeRow *after = mappe_row_copy (row);

  mappe_erase_blank (part, after, name_kept);
  mappe_edit_update (edit, mappe_row_copy (row), after);
  return TRUE;
}

static gboolean
add_linked (MappeConn *conn, MappeEdit *edit, const MappeErasePart *part, const Erase *erase, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (part->kind);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where_id (query, (guint) part->link, erase->id);
  ids = mappe_select_ids (conn, query, error);
  rows = ids != NULL ? mappe_rows_load_many (conn, part->kind, (const gint64 *) ids->data, ids->len, error) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (edit, part, g_ptr_array_index (rows, i), erase->name_kept);
  return rows != NULL;
}

static char *
uid_of (MappeConn *conn, const Erase *erase, GError **error)
{
  g_autoptr (MappeUids) uids = mappe_uids_new_on (conn, error);
  char text[MAPPE_UID_LENGTH + 1];
  MappeUid uid;

  if (uids == NULL || !mappe_uids_of (uids, erase->kind, erase->id, &uid, error))
    return NULL;
  mappe_uid_format (&uid, text);
  return g_strdup (text);
}

static gboolean
add_proof (MappeConn *conn, MappeEdit *edit, const MappeRow *row, const Erase *erase, const char *actor,
           GError **error)
{
  g_autofree char *uid = uid_of (conn, erase, error);
  g_autofree char *today = mappe_date_today ();
  MappeRow *proof;

  if (uid == NULL)
    return FALSE;
  proof = mappe_row_new (&mappe_erasure_kind);
  mappe_value_set_text (&proof->values[MAPPE_ERASURE_KIND], erase->kind->name);
  mappe_value_set_text (&proof->values[MAPPE_ERASURE_RECORD], mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  mappe_value_set_text (&proof->values[MAPPE_ERASURE_UID], uid);
  mappe_value_set_text (&proof->values[MAPPE_ERASURE_ERASED_ON], today);
  mappe_value_set_text (&proof->values[MAPPE_ERASURE_ERASED_BY], actor);
  mappe_value_set_text (&proof->values[MAPPE_ERASURE_REASON], erase->reason);
  mappe_value_set_int (&proof->values[MAPPE_ERASURE_NAME_KEPT], erase->name_kept);
  mappe_edit_insert (edit, proof);
  return TRUE;
}

/* @deleted: (out): whether only the log still knows it: what was deleted is not erased by that */
static MappeRow *
load (MappeConn *conn, const MappeKind *kind, gint64 id, gboolean *deleted, GError **error)
{
  g_autoptr (GError) cause = NULL;
  MappeRow *row = mappe_rows_load (conn, kind, id, &cause);

  *deleted = row == NULL && cause == NULL;
  if (*deleted)
    row = mappe_deleted_load (conn, kind, id, &cause);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return row;
}

static MappeEdit *
build_edit (MappeConn *conn, Erase *erase, const char *actor, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (erase->label);
  gboolean deleted;
  g_autoptr (MappeRow) row = load (conn, erase->kind, erase->id, &deleted, error);
  guint n_parts;
  const MappeErasePart *parts = mappe_erase_parts (&n_parts);

  if (row == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_GONE, "the record was deleted meanwhile");
      return NULL;
    }
  edit->set_kind = "REDACT";
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].about == erase->kind && parts[i].link < 0 && !deleted)
      add_row (edit, &parts[i], row, erase->name_kept);
    else if (parts[i].about == erase->kind && parts[i].link >= 0 && !add_linked (conn, edit, &parts[i], erase, error))
      return NULL;
  return add_proof (conn, edit, row, erase, actor, error) ? g_steal_pointer (&edit) : NULL;
}

/* "Trained today: Ahorn, Anna" */
static gboolean
erase_labels (MappeConn *conn, const Erase *erase, GError **error)
{
  MappeStmt *stmt;

  if (erase->name_kept || erase->old_name == NULL)
    return TRUE;
  stmt = mappe_conn_prepare (conn, "UPDATE change_set SET label = REPLACE (label, $1, '…') WHERE id IN"
                                   " (SELECT set_id FROM change WHERE kind_name = $2 AND record_id <= $3"
                                   " AND last_id >= $3)", error);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, erase->old_name);
  mappe_stmt_bind_text (stmt, 2, erase->kind->name);
  mappe_stmt_bind_int (stmt, 3, erase->id);
  return mappe_stmt_run (stmt, error);
}

static gboolean
erase_log (MappeConn *conn, const Erase *erase, GError **error)
{
  guint n_parts;
  const MappeErasePart *parts = mappe_erase_parts (&n_parts);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i].about == erase->kind && !mappe_erase_log (conn, &parts[i], erase->id, erase->name_kept, error))
      return FALSE;
  return erase_labels (conn, erase, error);
}

/* Within the caller's transaction. */
static gboolean
erase_one (MappeConn *conn, Erase *erase, const char *actor, GArray **touched, GError **error)
{
  g_autoptr (MappeEdit) edit = build_edit (conn, erase, actor, error);
  g_autoptr (MappeLogWriter) log = edit != NULL ? mappe_log_begin (conn, "REDACT", actor, erase->label, 0, error)
                                                : NULL;
  g_autoptr (MappeApplied) outcome = mappe_applied_new ();

  return log != NULL && mappe_apply_edit (conn, log, edit, outcome, error) && mappe_log_end (log, touched, error)
         && erase_log (conn, erase, error) && mappe_schema_set_meta (conn, SCRUB_MARK, "wanted", error);
}

/* --- the name --- */

/** mappe_erase_count_meetings: Counts the records of meetings that tell the name: it is a part of what happened. */
gboolean
mappe_erase_count_meetings (MappeConn *conn, const MappeKind *kind, gint64 id, gint64 *count, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  *count = 0;
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; mappe_guard_is_recorded (kinds[k]) && i < kinds[k]->n_fields; i++)
      {
        const MappeFieldSpec *field = &kinds[k]->fields[i];
        g_autofree char *sql = NULL;
        gint64 number;

        if (field->type != MAPPE_FIELD_REF || g_strcmp0 (field->target, kind->name) != 0)
          continue;
        sql = g_strdup_printf ("SELECT COUNT (*) FROM %s WHERE %s = %" G_GINT64_FORMAT, kinds[k]->table, field->name,
                               id);
        number = mappe_log_number (conn, sql, error);
        if (number < 0)
          return FALSE;
        *count += number;
      }
  return TRUE;
}

static gboolean
settle_name (MappeConn *conn, Erase *erase, GError **error)
{
  const MappeErasePart *part = mappe_erase_part_of (erase->kind);
  gboolean deleted;
  g_autoptr (MappeRow) row = load (conn, erase->kind, erase->id, &deleted, error);
  gint64 count;

  if (row == NULL)
    return error == NULL || *error == NULL;
  if (!mappe_erase_count_meetings (conn, erase->kind, erase->id, &count, error))
    return FALSE;
  erase->name_kept = part->name[0] >= 0 && count > 0;
  erase->old_name = part->name[0] >= 0 ? mappe_rows_title (conn, row, error) : NULL;
  return TRUE;
}

/* --- the act --- */

/* What is left in free bytes goes now, or when the file is next opened if others still read it. */
static void
scrub (MappeConn *conn)
{
  gboolean clean = FALSE;

  if (mappe_conn_scrub (conn, &clean, NULL) && clean)
    mappe_schema_set_meta (conn, SCRUB_MARK, "done", NULL);
}

/**
 * mappe_erase_finish_scrub:
 *
 * Does what an erasure could not finish because somebody else had the file open.
 */
void
mappe_erase_finish_scrub (MappeConn *conn)
{
  g_autofree char *mark = mappe_schema_get_meta (conn, SCRUB_MARK, NULL);

  if (g_strcmp0 (mark, "wanted") == 0)
    scrub (conn);
}

static gpointer
erase_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Erase *erase = data;
  GArray *touched = NULL;

  if (!mappe_store_guard_write (self, error) || !mappe_conn_begin (conn, MAPPE_TXN_WRITE, error))
    return NULL;
  if (!mappe_guard_erasing (conn, erase->kind, erase->id, error) || !settle_name (conn, erase, error)
      || !erase_one (conn, erase, mappe_store_get_actor (self), &touched, error))
    {
      mappe_conn_rollback (conn);
      return NULL;
    }
  if (!mappe_conn_commit (conn, error))
    {
      g_clear_pointer (&touched, g_array_unref);
      return NULL;
    }
  scrub (conn);
  mappe_store_announce (self, conn, touched);
  return GINT_TO_POINTER (TRUE);
}

static gboolean
may_erase (const MappeKind *kind, GError **error)
{
  if (mappe_erase_covers (kind))
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_INVALID, "%s has no personal data that are erased",
               kind->name);
  return FALSE;
}

/**
 * mappe_store_erase:
 * @reason: code of the list "erasure_reason"
 * @label: what the history calls it
 *
 * Erases the personal data of a record for good: in the record, in what belongs to it, in the change log and the search
 * index. Nothing that was done before can be undone afterwards. See mappe_store_erase_plan() for what would go.
 *
 * Returns: whether it was done. Errors: %MAPPE_STORE_ERROR_REFUSED where the archive has to be asked first
 */
gboolean
mappe_store_erase (MappeStore *self, const MappeKind *kind, gint64 id, const char *reason, const char *label,
                   GError **error)
{
  g_auto (Erase) erase = { .kind = kind, .id = id, .reason = reason, .label = label };

  if (!may_erase (kind, error) || mappe_store_run_sync (self, MAPPE_LANE_WRITE, erase_on_lane, &erase, error) == NULL)
    return FALSE;
  mappe_search_forget (self);
  return TRUE;
}

static void
erase_free (gpointer data)
{
  Erase *erase = data;

  g_free ((char *) erase->reason);
  g_free ((char *) erase->label);
  erase_clear (erase);
  g_free (erase);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  mappe_store_run_finish (MAPPE_STORE (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (mappe_store_run_finish (MAPPE_STORE (source), result, &error) != NULL)
    mappe_search_forget_async (MAPPE_STORE (source), forgotten_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/** mappe_store_erase_async: See mappe_store_erase(). */
void
mappe_store_erase_async (MappeStore *self, const MappeKind *kind, gint64 id, const char *reason, const char *label,
                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;
  Erase *erase;

  if (!may_erase (kind, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  erase = g_new0 (Erase, 1);
  *erase = (Erase) { .kind = kind, .id = id, .reason = g_strdup (reason), .label = g_strdup (label) };
  mappe_store_run_async (self, MAPPE_LANE_WRITE, MAPPE_PRIORITY_PAGE, erase_on_lane, erase, erase_free, NULL, NULL,
                         erased_cb, task);
}

/** mappe_store_erase_finish: See mappe_store_erase(). */
gboolean
mappe_store_erase_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- restored copies --- */

static gboolean
erase_known (MappeConn *conn, MappeUids *uids, const MappeErased *one, GError **error)
{
  g_auto (Erase) erase = { .kind = one->kind, .reason = "request", .label = "erased before" };
  g_autoptr (GArray) touched = NULL;
  MappeUid uid;

  if (!mappe_uid_parse (one->uid, &uid))
    return TRUE;
  erase.id = mappe_uids_find (uids, one->kind, &uid, error);
  if (erase.id <= 0)
    return erase.id == 0;
  if (!settle_name (conn, &erase, error))
    return FALSE;
  erase.name_kept = one->name_kept;
  return erase_one (conn, &erase, "ratsmappe", &touched, error);
}

static gboolean
erase_all (MappeConn *conn, GPtrArray *erased, GError **error)
{
  gint64 version = mappe_schema_get_version (conn, error);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GHashTable) done = NULL;
  g_autoptr (MappeUids) uids = NULL;

  if (version < 0 || (version < MAPPE_SCHEMA_VERSION && !mappe_schema_migrate (conn, version, error)))
    return FALSE;
  known = mappe_erased_read (conn, error);
  uids = known != NULL ? mappe_uids_new_on (conn, error) : NULL;
  if (uids == NULL)
    return FALSE;
  done = mappe_erased_by_uid (known);
  for (guint i = 0; i < erased->len; i++)
    {
      const MappeErased *one = g_ptr_array_index (erased, i);

      if (!g_hash_table_contains (done, one->uid) && !erase_known (conn, uids, one, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mappe_erase_again:
 * @path: a copy of a council, from before some of the erasures
 * @erased: (element-type MappeErased): what was erased since
 *
 * Erases it in the copy too.
 */
gboolean
mappe_erase_again (const char *path, GPtrArray *erased, GError **error)
{
  g_autoptr (MappeConn) conn = NULL;
  g_autofree char *journal = NULL;

  if (erased->len == 0)
    return TRUE;
  conn = mappe_conn_open (path, MAPPE_CONN_REMOTE, error);
  if (conn == NULL || !mappe_conn_begin (conn, MAPPE_TXN_WRITE, error))
    return FALSE;
  if (!erase_all (conn, erased, error))
    {
      mappe_conn_rollback (conn);
      return FALSE;
    }
  if (!mappe_conn_commit (conn, error))
    return FALSE;
  scrub (conn);
  g_clear_object (&conn);
  journal = g_strconcat (path, "-journal", NULL);
  g_unlink (journal);
  return TRUE;
}
