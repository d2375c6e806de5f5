/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-edit-private.h"
#include "mappe-store-private.h"

static gboolean
begin_write (MappeStore *self, MappeConn *conn, GError **error)
{
  return mappe_store_guard_write (self, error) && mappe_conn_begin (conn, MAPPE_TXN_WRITE, error);
}

/* Applies @edit in the open transaction and ends that, well or not. */
static gboolean
apply_and_commit (MappeStore *self, MappeConn *conn, MappeEdit *edit, MappeApplied *outcome, GError **error)
{
  g_autoptr (MappeLogWriter) log = mappe_log_begin (conn, edit->set_kind, mappe_store_get_actor (self), edit->label, 0,
                                                    error);
  GArray *touched = NULL;

  if (log == NULL || !mappe_apply_edit (conn, log, edit, outcome, error))
    {
      mappe_conn_rollback (conn);
      return FALSE;
    }
  if (mappe_log_is_empty (log))
    {
      mappe_conn_rollback (conn);
      return TRUE;
    }
  if (!mappe_log_join (conn, mappe_log_set_id (log), mappe_store_get_actor (self), edit, error)
      || !mappe_log_end (log, &touched, error))
    {
      mappe_conn_rollback (conn);
      return FALSE;
    }
  if (!mappe_conn_commit (conn, error))
    {
      g_clear_pointer (&touched, g_array_unref);
      return FALSE;
    }
  outcome->set_id = mappe_log_set_id (log);
  mappe_store_announce (self, conn, touched);
  return TRUE;
}

/* What the lane's job brings back: the outcome, with the error beside it when the edit was refused. */
typedef struct {
  MappeEdit    *edit;
  MappeApplied *fault;
} ApplyJob;

static void
apply_job_free (ApplyJob *job)
{
  g_clear_pointer (&job->edit, mappe_edit_free);
  g_clear_pointer (&job->fault, mappe_applied_free);
  g_free (job);
}

static gpointer
apply_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  ApplyJob *job = data;
  g_autoptr (MappeApplied) outcome = mappe_applied_new ();

  if (!begin_write (self, conn, error))
    return NULL;
  if (!apply_and_commit (self, conn, job->edit, outcome, error))
    {
      job->fault = g_steal_pointer (&outcome);
      return NULL;
    }
  return g_steal_pointer (&outcome);
}

/**
 * mappe_store_apply:
 * @edit: (transfer full): what to change
 * @fault: (out) (optional) (nullable) (transfer full): what was wrong when the edit was refused
 *
 * Saves an edit: all of it, durably, or nothing.
 *
 * Returns: (transfer full) (nullable): the outcome, or %NULL with an error
 */
MappeApplied *
mappe_store_apply (MappeStore *self, MappeEdit *edit, MappeApplied **fault, GError **error)
{
  ApplyJob job = { edit, NULL };
  MappeApplied *outcome = mappe_store_run_sync (self, MAPPE_LANE_WRITE, apply_on_lane, &job, error);

  if (fault != NULL)
    *fault = g_steal_pointer (&job.fault);
  g_clear_pointer (&job.fault, mappe_applied_free);
  mappe_edit_free (edit);
  return outcome;
}

static gpointer
apply_for_task (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  GTask *task = data;
  ApplyJob *job = g_task_get_task_data (task);

  return apply_on_lane (self, conn, job, cancellable, error);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  MappeApplied *outcome = mappe_store_run_finish (MAPPE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, outcome, (GDestroyNotify) mappe_applied_free);
}

void
mappe_store_apply_async (MappeStore *self, MappeEdit *edit, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  ApplyJob *job = g_new0 (ApplyJob, 1);

  job->edit = edit;
  g_task_set_source_tag (task, mappe_store_apply_async);
  g_task_set_task_data (task, job, (GDestroyNotify) apply_job_free);
  /* A save that was begun is not cancelled with the page that asked for it. */
  mappe_store_run_async (self, MAPPE_LANE_WRITE, MAPPE_PRIORITY_PAGE, apply_for_task, task, NULL,
                         (GDestroyNotify) mappe_applied_free, NULL, applied_cb, task);
}

/** mappe_store_apply_finish: See mappe_store_apply(). */
MappeApplied *
mappe_store_apply_finish (MappeStore *self, GAsyncResult *result, MappeApplied **fault, GError **error)
{
  ApplyJob *job = g_task_get_task_data (G_TASK (result));
  MappeApplied *outcome = g_task_propagate_pointer (G_TASK (result), error);

  if (fault != NULL)
    *fault = g_steal_pointer (&job->fault);
  return outcome;
}

/* --- undo and redo --- */

static gpointer
step_on_lane (MappeStore *self, MappeConn *conn, gboolean redo, GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (GArray) touched = NULL;

  if (!begin_write (self, conn, error))
    return NULL;
  label = mappe_undo_step (conn, mappe_store_get_actor (self), redo, &touched, error);
  if (label == NULL)
    {
      mappe_conn_rollback (conn);
      return NULL;
    }
  if (!mappe_conn_commit (conn, error))
    return NULL;
  mappe_store_announce (self, conn, g_steal_pointer (&touched));
  return g_steal_pointer (&label);
}

static gpointer
undo_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return step_on_lane (self, conn, FALSE, error);
}

static gpointer
redo_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return step_on_lane (self, conn, TRUE, error);
}

/**
 * mappe_store_undo:
 *
 * Takes the last step back, whoever made it and whenever.
 *
 * Returns: (transfer full) (nullable): the label of the step; %NULL with %MAPPE_STORE_ERROR_NOTHING at the beginning
 */
char *
mappe_store_undo (MappeStore *self, GError **error)
{
  return mappe_store_run_sync (self, MAPPE_LANE_WRITE, undo_on_lane, NULL, error);
}

/** mappe_store_redo: Does again what the last undo took back. Returns: see mappe_store_undo() */
char *
mappe_store_redo (MappeStore *self, GError **error)
{
  return mappe_store_run_sync (self, MAPPE_LANE_WRITE, redo_on_lane, NULL, error);
}

void
mappe_store_undo_async (MappeStore *self, GAsyncReadyCallback callback, gpointer data)
{
  mappe_store_run_async (self, MAPPE_LANE_WRITE, MAPPE_PRIORITY_PAGE, undo_on_lane, NULL, NULL, g_free, NULL, callback,
                         data);
}

void
mappe_store_redo_async (MappeStore *self, GAsyncReadyCallback callback, gpointer data)
{
  mappe_store_run_async (self, MAPPE_LANE_WRITE, MAPPE_PRIORITY_PAGE, redo_on_lane, NULL, NULL, g_free, NULL, callback,
                         data);
}

/** mappe_store_undo_finish: Ends mappe_store_undo_async() and mappe_store_redo_async(). */
char *
mappe_store_undo_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

/* --- merge of two records --- */

typedef struct {
  const MappeKind *kind;
  gint64           keep;
  gint64           drop;
  char            *label;
} MergeJob;

static void
merge_job_free (MergeJob *job)
{
  g_free (job->label);
  g_free (job);
}

static gpointer
merge_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  MergeJob *job = data;
  g_autoptr (MappeApplied) outcome = mappe_applied_new ();
  g_autoptr (MappeEdit) edit = NULL;

  if (!begin_write (self, conn, error))
    return NULL;
  edit = mappe_merge_build (conn, job->kind, job->keep, job->drop, job->label, error);
  if (edit == NULL)
    {
      mappe_conn_rollback (conn);
      return NULL;
    }
  return apply_and_commit (self, conn, edit, outcome, error) ? g_steal_pointer (&outcome) : NULL;
}

/**
 * mappe_store_merge:
 * @keep: id of the record that stays
 * @drop: id of the record that becomes part of it
 * @label: label of the step
 *
 * Makes one record of two in one step that can be undone: empty fields of @keep take the values of @drop, everything
 * that refers to @drop refers to @keep, @drop is deleted. Both histories stay in the log.
 */
MappeApplied *
mappe_store_merge (MappeStore *self, const MappeKind *kind, gint64 keep, gint64 drop, const char *label,
                   GError **error)
{
  MergeJob job = { kind, keep, drop, (char *) label };

  return mappe_store_run_sync (self, MAPPE_LANE_WRITE, merge_on_lane, &job, error);
}

void
mappe_store_merge_async (MappeStore *self, const MappeKind *kind, gint64 keep, gint64 drop, const char *label,
                         GAsyncReadyCallback callback, gpointer data)
{
  MergeJob *job = g_new0 (MergeJob, 1);

  *job = (MergeJob) { kind, keep, drop, g_strdup (label) };
  mappe_store_run_async (self, MAPPE_LANE_WRITE, MAPPE_PRIORITY_PAGE, merge_on_lane, job,
                         (GDestroyNotify) merge_job_free, (GDestroyNotify) mappe_applied_free, NULL, callback, data);
}

/** mappe_store_merge_finish: Returns: (transfer full) (nullable): the outcome */
MappeApplied *
mappe_store_merge_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
