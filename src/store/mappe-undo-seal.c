/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-undo-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-guard-private.h"

/* What sealed minutes tell is not undone (GemO § 41), everything else is: a step from before the sealing is passed over
 * when it touches the minutes or what was recorded of their meeting, or when something that is kept so has come to
 * depend on it. The steps beneath it are undone in their order. A step that was passed over falls off the stack with
 * the next one that is undone. Whether a step can be taken back is tried on copies of the rows, nothing is written. */

/* Rows as they would be with the later changes of the step taken back. */
typedef struct {
  MappeConn  *conn;
  gint64      set_id;
  GHashTable *rows;  /* "kind/id" → MappeRow */
} Trial;

static char *
name_of (const MappeKind *kind, gint64 id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind->name, id);
}

/* Returns: (transfer full) (nullable): %NULL with an error */
static MappeRow *
row_now (Trial *trial, const MappeKind *kind, gint64 id, GError **error)
{
  g_autofree char *name = name_of (kind, id);
  MappeRow *tried = g_hash_table_lookup (trial->rows, name);
  g_autoptr (GError) cause = NULL;
  MappeRow *row = tried != NULL ? mappe_row_copy (tried) : mappe_rows_load (trial->conn, kind, id, &cause);

  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (row == NULL)
    mappe_undo_disagree (kind, id, error);
  return row;
}

static void
take_row (Trial *trial, MappeRow *row)
{
  g_hash_table_replace (trial->rows, name_of (row->kind, row->id), row);
}

/* @now: (nullable): the row with what came later; @then: (nullable): as it would be */
static gboolean
judge_seal (Trial *trial, const MappeKind *kind, MappeRow *now, MappeRow *then, GError **error)
{
  const MappeRow *row = now != NULL ? now : then;
  MappeGuardChange change = { kind, row->id, now, then };
  gboolean kept;

  return mappe_guard_is_kept (trial->conn, &change, &kept, error)
         && (!kept || mappe_undo_disagree (kind, row->id, error));
}

static gboolean
ask_none (Trial *trial, const char *sql, const MappeLoggedChange *change, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (trial->conn, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, change->first);
  mappe_stmt_bind_int (stmt, 2, change->last);
  mappe_stmt_bind_int (stmt, 3, trial->set_id);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  mappe_stmt_reset (stmt);
  return !has_row || mappe_undo_disagree (change->kind, change->first, error);
}

/* What was inserted goes only when nothing needs it but what the same step brought along. */
static gboolean
judge_referrers (Trial *trial, const MappeLoggedChange *change, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        const MappeFieldSpec *field = &kinds[k]->fields[i];
        g_autofree char *sql = NULL;

        if (field->type != MAPPE_FIELD_REF || !g_str_equal (field->target, change->kind->name))
          continue;
        sql = g_strdup_printf ("SELECT 1 FROM %s r WHERE r.%s BETWEEN $1 AND $2 AND NOT EXISTS (SELECT 1 FROM change c"
                               " WHERE c.set_id = $3 AND c.kind_name = '%s'"
                               " AND r.id BETWEEN c.record_id AND c.last_id) LIMIT 1",
                               kinds[k]->table, field->name, kinds[k]->name);
        if (!ask_none (trial, sql, change, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
try_insert (Trial *trial, const MappeLoggedChange *change, GError **error)
{
  /* An import may have brought a million records; only those of meetings are looked at one by one. */
  gint64 last = mappe_guard_is_recorded (change->kind) ? change->last : change->first;

  for (gint64 id = change->first; id <= last; id++)
    {
      g_autoptr (MappeRow) now = row_now (trial, change->kind, id, error);

      if (now == NULL || !judge_seal (trial, change->kind, now, NULL, error))
        return FALSE;
    }
  return judge_referrers (trial, change, error);
}

static gboolean
try_update (Trial *trial, const MappeLoggedChange *change, GError **error)
{
  g_autoptr (MappeRow) now = row_now (trial, change->kind, change->first, error);
  g_autoptr (MappeRow) then = NULL;

  if (now == NULL)
    return FALSE;
  then = mappe_row_copy (now);
  if (!mappe_undo_restore (trial->conn, change->change_id, then, TRUE, error)
      || !judge_seal (trial, change->kind, now, then, error))
    return FALSE;
  take_row (trial, g_steal_pointer (&then));
  return TRUE;
}

/* What was deleted comes back only where all that it belongs to is still there. */
static gboolean
try_delete (Trial *trial, const MappeLoggedChange *change, GError **error)
{
  g_autoptr (MappeRow) then = mappe_row_new (change->kind);

  then->id = change->first;
  if (!mappe_undo_restore (trial->conn, change->change_id, then, FALSE, error)
      || !judge_seal (trial, change->kind, NULL, then, error))
    return FALSE;
  for (guint i = 0; i < change->kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &change->kind->fields[i];
      g_autoptr (MappeRow) target = NULL;

      if (field->type != MAPPE_FIELD_REF || mappe_row_is_null (then, i))
        continue;
      target = row_now (trial, mappe_kind_lookup (field->target, NULL), mappe_row_get_int (then, i), error);
      if (target == NULL)
        return FALSE;
    }
  take_row (trial, g_steal_pointer (&then));
  return TRUE;
}

static gboolean
try_set (Trial *trial, GError **error)
{
  g_autoptr (GArray) changes = mappe_undo_changes (trial->conn, trial->set_id, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const MappeLoggedChange *change = &g_array_index (changes, MappeLoggedChange, i);
      gboolean done = change->op == MAPPE_CHANGE_INSERT ? try_insert (trial, change, error)
                      : change->op == MAPPE_CHANGE_UPDATE ? try_update (trial, change, error)
                                                          : try_delete (trial, change, error);

      if (!done)
        return FALSE;
    }
  return changes != NULL;
}

/* A set with those that it goes on with. */
static gboolean
try_step (MappeConn *conn, gint64 set_id, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) mappe_row_unref);
  Trial trial = { conn, set_id, rows };

  while (trial.set_id > 0)
    {
      if (!try_set (&trial, error))
        return FALSE;
      trial.set_id = mappe_log_joined (conn, trial.set_id, error);
    }
  return trial.set_id == 0;
}

/* Sealed minutes are not changed any more, so their version is the set that sealed them. */
static gint64
last_sealing (MappeConn *conn, GError **error)
{
  return mappe_log_number (conn, "SELECT max(version) FROM minutes WHERE sealed_at IS NOT NULL", error);
}

/* @kept: (out): whether the step stays done; %FALSE is returned only when that could not be found out */
static gboolean
is_kept (MappeConn *conn, gint64 set_id, gint64 sealing, gboolean *kept, GError **error)
{
  g_autoptr (GError) cause = NULL;

  *kept = set_id <= sealing && !try_step (conn, set_id, &cause);
  if (cause == NULL || g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_CONFLICT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * mappe_undo_next:
 * @top: the set on top of the stack, or 0
 * @next: (out): the first set from there that can be undone; @top when there is none
 *
 * Looks for the step that undo takes back.
 */
gboolean
mappe_undo_next (MappeConn *conn, gint64 top, gint64 *next, GError **error)
{
  gint64 sealing = top > 0 ? last_sealing (conn, error) : 0;
  gboolean kept = TRUE;
  gint64 set_id;

  if (sealing < 0)
    return FALSE;
  for (set_id = top; set_id > 0; set_id = mappe_log_under (conn, set_id, error))
    {
      if (!is_kept (conn, set_id, sealing, &kept, error))
        return FALSE;
      if (!kept)
        break;
    }
  *next = kept ? top : set_id;
  return set_id >= 0;
}

/** mappe_undo_allow: Refuses, with a reason for people, to undo a step that stays. */
gboolean
mappe_undo_allow (MappeConn *conn, gint64 set_id, GError **error)
{
  const char *reason = N_("The minutes are sealed; what they tell is not undone");
  gint64 sealing = last_sealing (conn, error);
  gboolean kept;

  if (sealing < 0 || !is_kept (conn, set_id, sealing, &kept, error))
    return FALSE;
  if (!kept)
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED, "step %" G_GINT64_FORMAT ": %s", set_id, reason);
  if (error != NULL)
    mappe_store_error_set_reason (*error, reason);
  return FALSE;
}
