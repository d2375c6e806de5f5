/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

/* A lane is a queue of jobs and the threads that work on it, each with a connection of its own. Threads start with
 * the first job that needs them. */
struct _MappeLane {
  MappeStore    *store;      /* unowned: the store stops its lanes before it goes */
  char          *path;
  char          *name;
  MappeConnFlags flags;
  guint          most_threads;
  GAsyncQueue   *queue;
  GMutex         lock;
  GPtrArray     *threads;
  guint          n_open;     /* jobs that wait or run */
  guint64        serial;
};

typedef struct {
  MappeStoreFunc  func;
  gpointer        data;
  GDestroyNotify  data_free;
  GDestroyNotify  result_free;
  MappePriority   priority;
  guint64         serial;
  gboolean        is_stop;
  GTask          *task;       /* asynchronous, or: */
  GMutex          lock;
  GCond           done_cond;
  gboolean        done;
  gpointer        result;
  GError         *error;
} Job;

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Job *left = a;
  const Job *right = b;

  if (left->is_stop != right->is_stop)
    return left->is_stop ? 1 : -1;
  if (left->priority != right->priority)
    return left->priority < right->priority ? -1 : 1;
  return left->serial < right->serial ? -1 : left->serial > right->serial;
}

static gboolean
return_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  return G_SOURCE_REMOVE;
}

static void
returned_job_free (Job *job)
{
  g_clear_object (&job->task);
  g_clear_error (&job->error);
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  g_free (job);
}

/* The task holds the store. Its last reference must not go on our thread: the store would wait for us, its own lane,
 * to end. */
static void
finish_task (Job *job, gpointer result, GError *error)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  if (job->data_free != NULL)
    job->data_free (job->data);
  job->result = result;
  job->error = error;
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, return_cb, job, (GDestroyNotify) returned_job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
finish_waiting (Job *job, gpointer result, GError *error)
{
  g_mutex_lock (&job->lock);
  job->result = result;
  job->error = error;
  job->done = TRUE;
  g_cond_signal (&job->done_cond);
  g_mutex_unlock (&job->lock);
}

static void
interrupt_cb (GCancellable *cancellable, MappeConn *conn)
{
  mappe_conn_interrupt (conn);
}

/* The file may have been replaced since the store was opened: its successor is none of our business. */
static gboolean
connect_worker (MappeLane *lane, MappeConn **conn, GError **error)
{
  if (*conn == NULL)
    *conn = mappe_conn_open (lane->path, lane->flags, error);
  else
    return TRUE;
  if (*conn != NULL && !mappe_store_guard_file (lane->store, error))
    g_clear_object (conn);
  return *conn != NULL;
}

static gpointer
call (MappeLane *lane, MappeConn **conn, Job *job, GError **error)
{
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;
  gpointer result = NULL;
  gulong handler = 0;

  if (!connect_worker (lane, conn, error))
    return NULL;
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), *conn, NULL);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    result = job->func (lane->store, *conn, job->data, cancellable, error);
  g_cancellable_disconnect (cancellable, handler);
  mappe_conn_resume (*conn);
  /* A failed job must not leave its transaction to the next one. */
  if (mappe_conn_in_txn (*conn))
    mappe_conn_rollback (*conn);
  return result;
}

static void
count_open (MappeLane *lane, int by)
{
  g_mutex_lock (&lane->lock);
  lane->n_open += by;
  g_mutex_unlock (&lane->lock);
}

static void
carry_out (MappeLane *lane, MappeConn **conn, Job *job)
{
  GError *error = NULL;
  gpointer result = call (lane, conn, job, &error);

  mappe_store_prefix_sql (&error);
  count_open (lane, -1);
  if (job->task != NULL)
    finish_task (job, result, error);
  else
    finish_waiting (job, result, error);
}

static gpointer
lane_thread (gpointer data)
{
  MappeLane *lane = data;
  g_autoptr (MappeConn) conn = NULL;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (lane->queue);

      if (job->is_stop)
        {
          g_free (job);
          break;
        }
      carry_out (lane, &conn, job);
    }
  return NULL;
}

static void
push (MappeLane *lane, Job *job)
{
  g_mutex_lock (&lane->lock);
  job->serial = ++lane->serial;
  lane->n_open++;
  if (lane->n_open > lane->threads->len && lane->threads->len < lane->most_threads)
    g_ptr_array_add (lane->threads, g_thread_new (lane->name, lane_thread, lane));
  g_async_queue_push_sorted (lane->queue, job, compare_jobs, NULL);
  g_mutex_unlock (&lane->lock);
}

/**
 * mappe_lane_new:
 * @name: for debuggers
 * @n_threads: most threads that work side by side
 * @flags: how each opens its connection
 */
MappeLane *
mappe_lane_new (MappeStore *store, const char *name, guint n_threads, MappeConnFlags flags)
{
  MappeLane *lane = g_new0 (MappeLane, 1);

  lane->store = store;
  lane->path = g_strdup (mappe_store_get_path (store));
  lane->name = g_strdup (name);
  lane->flags = flags;
  lane->most_threads = n_threads;
  lane->queue = g_async_queue_new ();
  lane->threads = g_ptr_array_new ();
  g_mutex_init (&lane->lock);
  return lane;
}

/**
 * mappe_lane_stop:
 * @lane: (transfer full): a lane
 *
 * Waits until all jobs given so far are done, then ends the threads.
 */
void
mappe_lane_stop (MappeLane *lane)
{
  for (guint i = 0; i < lane->threads->len; i++)
    {
      Job *job = g_new0 (Job, 1);

      job->is_stop = TRUE;
      job->serial = G_MAXUINT64;
      g_async_queue_push_sorted (lane->queue, job, compare_jobs, NULL);
    }
  for (guint i = 0; i < lane->threads->len; i++)
    g_thread_join (g_ptr_array_index (lane->threads, i));
  g_ptr_array_unref (lane->threads);
  g_async_queue_unref (lane->queue);
  g_mutex_clear (&lane->lock);
  g_free (lane->path);
  g_free (lane->name);
  g_free (lane);
}

/** mappe_lane_run_async: Queues @func; see mappe_store_run_async(). */
void
mappe_lane_run_async (MappeLane *lane, MappePriority priority, MappeStoreFunc func, gpointer data,
                      GDestroyNotify data_free, GDestroyNotify result_free, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  job->priority = priority;
  job->task = task;
  push (lane, job);
}

/** mappe_lane_run_sync: Queues @func before everything that waits, and waits for it. */
gpointer
mappe_lane_run_sync (MappeLane *lane, MappeStoreFunc func, gpointer data, GError **error)
{
  Job job = { .func = func, .data = data, .priority = MAPPE_PRIORITY_PAGE };

  g_mutex_init (&job.lock);
  g_cond_init (&job.done_cond);
  push (lane, &job);
  g_mutex_lock (&job.lock);
  while (!job.done)
    g_cond_wait (&job.done_cond, &job.lock);
  g_mutex_unlock (&job.lock);
  g_mutex_clear (&job.lock);
  g_cond_clear (&job.done_cond);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}
