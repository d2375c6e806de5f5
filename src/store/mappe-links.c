/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

typedef struct {
  const MappeKind *kind;
  gint64           id;
  guint            most;
} LinksJob;

static void
link_free (MappeLink *link)
{
  g_clear_pointer (&link->listed, g_ptr_array_unref);
  g_free (link);
}

static MappeLink *
find_link (MappeConn *conn, const MappeKind *kind, guint field, const LinksJob *job, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  MappeLink *link;

  mappe_query_where_id (query, field, job->id);
  ids = mappe_select_ids (conn, query, error);
  if (ids == NULL)
    return NULL;
  rows = mappe_rows_load_many (conn, kind, (const gint64 *) ids->data, MIN (ids->len, job->most), error);
  if (rows == NULL)
    return NULL;
  link = g_new0 (MappeLink, 1);
  link->kind = kind;
  link->field = field;
  link->count = ids->len;
  link->listed = mappe_rows_listed (conn, rows, error);
  return link;
}

static gpointer
links_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  const LinksJob *job = data;
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        MappeLink *link;

        if (kinds[k]->fields[i].type != MAPPE_FIELD_REF
            || !g_str_equal (kinds[k]->fields[i].target, job->kind->name))
          continue;
        link = find_link (conn, kinds[k], i, job, error);
        if (link == NULL)
          return NULL;
        g_ptr_array_add (links, link);
      }
  return g_steal_pointer (&links);
}

/**
 * mappe_store_links:
 * @most: most records to bring for one kind and field; the count is that of all
 *
 * Who refers to a record. Kinds and fields without any come too, with the count 0, so that they can be offered.
 *
 * Returns: (transfer full) (nullable) (element-type MappeLink): one entry per kind and field
 */
GPtrArray *
mappe_store_links (MappeStore *self, const MappeKind *kind, gint64 id, guint most, GError **error)
{
  LinksJob job = { kind, id, most };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, links_on_lane, &job, error);
}

void
mappe_store_links_async (MappeStore *self, const MappeKind *kind, gint64 id, guint most, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  LinksJob *job = g_new0 (LinksJob, 1);

  *job = (LinksJob) { kind, id, most };
  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_PAGE, links_on_lane, job, g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

GPtrArray *
mappe_store_links_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
