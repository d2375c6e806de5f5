/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

/* What a reading job needs; unused members stay empty. */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  gint64          *ids;
  guint            n_ids;
  MappeQuery      *query;
  char            *text;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->ids);
  g_clear_pointer (&reading->query, mappe_query_free);
  g_free (reading->text);
  g_free (reading);
}

static Reading *
reading_new (const MappeKind *kind, const MappeQuery *query)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->kind = kind;
  reading->query = query != NULL ? mappe_query_copy (query) : NULL;
  return reading;
}

static void
run_reading (MappeStore *self, MappePriority priority, MappeStoreFunc func, Reading *reading,
             GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  mappe_store_run_async (self, MAPPE_LANE_READ, priority, func, reading, (GDestroyNotify) reading_free, result_free,
                         cancellable, callback, data);
}

/* --- one record --- */

static gpointer
load_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  g_autoptr (GError) cause = NULL;
  MappeRow *row = mappe_rows_load (conn, reading->kind, reading->id, &cause);

  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (row == NULL)
    g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no %s %" G_GINT64_FORMAT,
                 reading->kind->name, reading->id);
  return row;
}

/**
 * mappe_store_load:
 *
 * Returns: (transfer full) (nullable): the record, %NULL with %MAPPE_STORE_ERROR_NOT_FOUND when there is none
 */
MappeRow *
mappe_store_load (MappeStore *self, const MappeKind *kind, gint64 id, GError **error)
{
  Reading reading = { .kind = kind, .id = id };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, load_on_lane, &reading, error);
}

void
mappe_store_load_async (MappeStore *self, const MappeKind *kind, gint64 id, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  Reading *reading = reading_new (kind, NULL);

  reading->id = id;
  run_reading (self, MAPPE_PRIORITY_PAGE, load_on_lane, reading, (GDestroyNotify) mappe_row_unref, cancellable,
               callback, data);
}

MappeRow *
mappe_store_load_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

static gpointer
find_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  gint64 id = mappe_rows_find (conn, reading->kind, reading->text, error);

  if (id == 0)
    g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no %s “%s”", reading->kind->name,
                 reading->text);
  return id > 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

/**
 * mappe_store_find:
 * @reference: the human reference, e.g. "MTG05"
 *
 * Returns: the id of the record; 0 with an error when there is none
 */
gint64
mappe_store_find (MappeStore *self, const MappeKind *kind, const char *reference, GError **error)
{
  Reading reading = { .kind = kind, .text = (char *) reference };
  g_autofree gint64 *id = mappe_store_run_sync (self, MAPPE_LANE_READ, find_on_lane, &reading, error);

  return id != NULL ? *id : 0;
}

/* --- ids, rows, lists, counts --- */

static gpointer
query_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return mappe_select_ids (conn, ((Reading *) data)->query, error);
}

/** mappe_store_query: Returns: (transfer full) (nullable) (element-type gint64): ids in the query's order */
GArray *
mappe_store_query (MappeStore *self, const MappeQuery *query, GError **error)
{
  Reading reading = { .query = (MappeQuery *) query };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, query_on_lane, &reading, error);
}

void
mappe_store_query_async (MappeStore *self, const MappeQuery *query, MappePriority priority, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  run_reading (self, priority, query_on_lane, reading_new (NULL, query), (GDestroyNotify) g_array_unref, cancellable,
               callback, data);
}

GArray *
mappe_store_query_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

static gpointer
rows_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) rows = mappe_rows_load_many (conn, reading->kind, reading->ids, reading->n_ids, error);

  return rows != NULL ? mappe_rows_listed (conn, rows, error) : NULL;
}

/**
 * mappe_store_rows:
 *
 * Returns: (transfer full) (nullable) (element-type MappeListed): the rows of @ids in their order, without those gone
 */
GPtrArray *
mappe_store_rows (MappeStore *self, const MappeKind *kind, const gint64 *ids, guint n_ids, GError **error)
{
  Reading reading = { .kind = kind, .ids = (gint64 *) ids, .n_ids = n_ids };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, rows_on_lane, &reading, error);
}

void
mappe_store_rows_async (MappeStore *self, const MappeKind *kind, const gint64 *ids, guint n_ids,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Reading *reading = reading_new (kind, NULL);

  reading->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  reading->n_ids = n_ids;
  run_reading (self, MAPPE_PRIORITY_PAGE, rows_on_lane, reading, (GDestroyNotify) g_ptr_array_unref, cancellable,
               callback, data);
}

GPtrArray *
mappe_store_rows_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

static gpointer
list_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return mappe_rows_list (conn, ((Reading *) data)->query, error);
}

/**
 * mappe_store_list:
 *
 * Returns: (transfer full) (nullable) (element-type MappeListed): the rows of a query; for lists known to be short
 */
GPtrArray *
mappe_store_list (MappeStore *self, const MappeQuery *query, GError **error)
{
  Reading reading = { .query = (MappeQuery *) query };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, list_on_lane, &reading, error);
}

void
mappe_store_list_async (MappeStore *self, const MappeQuery *query, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  run_reading (self, MAPPE_PRIORITY_PAGE, list_on_lane, reading_new (NULL, query),
               (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

GPtrArray *
mappe_store_list_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

static gpointer
count_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 count = mappe_select_count (conn, ((Reading *) data)->query, error);

  return count >= 0 ? g_memdup2 (&count, sizeof count) : NULL;
}

/** mappe_store_count: Returns: how many records the query finds; -1 with an error */
gint64
mappe_store_count (MappeStore *self, const MappeQuery *query, GError **error)
{
  Reading reading = { .query = (MappeQuery *) query };
  g_autofree gint64 *count = mappe_store_run_sync (self, MAPPE_LANE_READ, count_on_lane, &reading, error);

  return count != NULL ? *count : -1;
}

void
mappe_store_count_async (MappeStore *self, const MappeQuery *query, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  run_reading (self, MAPPE_PRIORITY_COUNT, count_on_lane, reading_new (NULL, query), g_free, cancellable, callback,
               data);
}

gint64
mappe_store_count_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *count = mappe_store_run_finish (self, result, error);

  return count != NULL ? *count : -1;
}

static gpointer
last_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 last = mappe_log_last (conn, error);

  return last >= 0 ? g_memdup2 (&last, sizeof last) : NULL;
}

/** mappe_store_get_last_set: Returns: the id of the newest change set in the file; -1 with an error */
gint64
mappe_store_get_last_set (MappeStore *self, GError **error)
{
  g_autofree gint64 *last = mappe_store_run_sync (self, MAPPE_LANE_READ, last_on_lane, NULL, error);

  return last != NULL ? *last : -1;
}

/* --- file content --- */

static gpointer
blob_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return mappe_rows_blob (conn, ((Reading *) data)->text, error);
}

/** mappe_store_blob: @hash: value of a BLOB field. Returns: (transfer full) (nullable): the bytes */
GBytes *
mappe_store_blob (MappeStore *self, const char *hash, GError **error)
{
  Reading reading = { .text = (char *) hash };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, blob_on_lane, &reading, error);
}

void
mappe_store_blob_async (MappeStore *self, const char *hash, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data)
{
  Reading *reading = reading_new (NULL, NULL);

  reading->text = g_strdup (hash);
  run_reading (self, MAPPE_PRIORITY_LIST, blob_on_lane, reading, (GDestroyNotify) g_bytes_unref, cancellable, callback,
               data);
}

GBytes *
mappe_store_blob_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
