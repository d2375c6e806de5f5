/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-job.h"

/**
 * Job:
 * @path: (nullable): of the file to look at, or to write
 * @progress: (nullable): shared with the window
 */
typedef struct {
  char                *path;
  const MappeKind     *kind;
  MappeImportOrder    *order;
  MappeStore          *store;
  gboolean             dry_run;
  MappeImportProgress *progress;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->order, mappe_import_order_free);
  g_clear_object (&job->store);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_free (job);
}

static void
start (Job *job, GTaskThreadFunc work, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, work);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  MappeImportOrder *order = NULL;

  if (job->order == NULL)
    order = mappe_import_order_new (job->path, job->kind, cancellable, &error);
  else if (mappe_import_order_read (job->order, cancellable, &error))
    order = g_steal_pointer (&job->order);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, order, (GDestroyNotify) mappe_import_order_free);
}

/** mappe_import_look_async: Guesses what a file is. */
void
mappe_import_look_async (const char *path, const MappeKind *kind, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->kind = kind;
  start (job, look_thread, cancellable, callback, data);
}

/** mappe_import_reread_async: Reads columns anew, after somebody chose how; @order is copied. */
void
mappe_import_reread_async (const MappeImportOrder *order, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->order = mappe_import_order_copy (order);
  start (job, look_thread, cancellable, callback, data);
}

/** mappe_import_look_finish: Returns: (transfer full) (nullable): what is proposed */
MappeImportOrder *
mappe_import_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  MappeImportReport *report = mappe_import_run (job->order, job->store, job->dry_run, job->progress, cancellable,
                                                &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, report, (GDestroyNotify) mappe_import_report_free);
}

/**
 * mappe_import_job_async:
 * @order: is copied
 * @progress: of g_atomic_rc_box_new(): is told how far it is
 *
 * Takes the file in, or only tries it.
 */
void
mappe_import_job_async (const MappeImportOrder *order, MappeStore *store, gboolean dry_run,
                        MappeImportProgress *progress, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->order = mappe_import_order_copy (order);
  job->store = g_object_ref (store);
  job->dry_run = dry_run;
  job->progress = g_atomic_rc_box_acquire (progress);
  start (job, run_thread, cancellable, callback, data);
}

/** mappe_import_job_finish: Returns: (transfer full) (nullable): what became of it */
MappeImportReport *
mappe_import_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is rejected is found out again, so that the table says what is true when it is written. */
static void
reject_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (MappeImportReport) report = mappe_import_run (job->order, job->store, TRUE, NULL, cancellable, &error);

  if (report != NULL)
    mappe_import_save_rejected (job->order, report, job->path, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/** mappe_import_reject_async: Writes what is rejected to the file @path; @order is copied. */
void
mappe_import_reject_async (const MappeImportOrder *order, MappeStore *store, const char *path,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->order = mappe_import_order_copy (order);
  job->store = g_object_ref (store);
  job->path = g_strdup (path);
  start (job, reject_thread, cancellable, callback, data);
}

/** mappe_import_reject_finish: Returns: whether it was written */
gboolean
mappe_import_reject_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
