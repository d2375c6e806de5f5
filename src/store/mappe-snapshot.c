/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-snapshot.h"

#include "mappe-store-private.h"

struct _MappeSnapshot {
  MappeConn *conn;
};

typedef struct {
  MappeSnapshotFunc func;
  gpointer          data;
  GDestroyNotify    data_free;
} Job;

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static gpointer
read_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  MappeSnapshot snapshot = { conn };
  Job *job = data;
  gpointer result;

  if (!mappe_conn_begin (conn, MAPPE_TXN_READ, error))
    return NULL;
  result = job->func (&snapshot, job->data, error);
  mappe_conn_rollback (conn);
  return result;
}

/**
 * mappe_store_read:
 * @func: what is done on the reader's thread
 * @data: (nullable): its data
 *
 * Runs a job that reads several things of one state of the file, and waits for it.
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer
mappe_store_read (MappeStore *self, MappeSnapshotFunc func, gpointer data, GError **error)
{
  Job job = { func, data, NULL };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, read_on_lane, &job, error);
}

/**
 * mappe_store_read_async:
 * @data_free: (nullable): frees @data on the reader's thread
 * @result_free: (nullable): frees a result that nobody fetches
 *
 * Like mappe_store_read(), without waiting.
 */
void
mappe_store_read_async (MappeStore *self, MappePriority priority, MappeSnapshotFunc func, gpointer data,
                        GDestroyNotify data_free, GDestroyNotify result_free, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { func, data, data_free };
  mappe_store_run_async (self, MAPPE_LANE_READ, priority, read_on_lane, job, (GDestroyNotify) job_free, result_free,
                         cancellable, callback, user_data);
}

/** mappe_store_read_finish: Returns: (transfer full) (nullable): what the job returned */
gpointer
mappe_store_read_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

/* Returns: (transfer none): the connection of the reader, for jobs within this floor. */
MappeConn *
mappe_snapshot_get_conn (MappeSnapshot *self)
{
  return self->conn;
}

/** mappe_snapshot_load: Returns: (transfer full) (nullable): the record; %NULL without an error when it is gone */
MappeRow *
mappe_snapshot_load (MappeSnapshot *self, const MappeKind *kind, gint64 id, GError **error)
{
  return mappe_rows_load (self->conn, kind, id, error);
}

/** mappe_snapshot_list: Returns: (transfer full) (nullable) (element-type MappeListed): the rows of a query */
GPtrArray *
mappe_snapshot_list (MappeSnapshot *self, const MappeQuery *query, GError **error)
{
  return mappe_rows_list (self->conn, query, error);
}

/** mappe_snapshot_rows: Returns: (transfer full) (nullable) (element-type MappeRow): the same without what is listed
 * beside them */
GPtrArray *
mappe_snapshot_rows (MappeSnapshot *self, const MappeQuery *query, GError **error)
{
  g_autoptr (GPtrArray) listed = mappe_snapshot_list (self, query, error);
  GPtrArray *rows = listed != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref) : NULL;

  for (guint i = 0; listed != NULL && i < listed->len; i++)
    g_ptr_array_add (rows, mappe_row_ref (((MappeListed *) g_ptr_array_index (listed, i))->row));
  return rows;
}

/** mappe_snapshot_title: Returns: (transfer full) (nullable): what a record is called, as in #MappeListed */
char *
mappe_snapshot_title (MappeSnapshot *self, const MappeRow *row, GError **error)
{
  return mappe_rows_title (self->conn, row, error);
}

/** mappe_snapshot_blob: @hash: value of a BLOB field. Returns: (transfer full) (nullable): the bytes */
GBytes *
mappe_snapshot_blob (MappeSnapshot *self, const char *hash, GError **error)
{
  return mappe_rows_blob (self->conn, hash, error);
}
