/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeSnapshot:
 *
 * One state of the file, while a job reads it: whatever others write meanwhile, all that the job sees belongs together.
 * Lives on the reader's thread for the length of the job only.
 */
typedef struct _MappeSnapshot MappeSnapshot;

/** Reads and makes something of it, on a reader's thread. Returns the result, or %NULL with an error. */
typedef gpointer (*MappeSnapshotFunc) (MappeSnapshot *snapshot, gpointer data, GError **error);

gpointer   mappe_store_read            (MappeStore *self, MappeSnapshotFunc func, gpointer data, GError **error);
void       mappe_store_read_async      (MappeStore *self, MappePriority priority, MappeSnapshotFunc func,
                                        gpointer data, GDestroyNotify data_free, GDestroyNotify result_free,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer   mappe_store_read_finish     (MappeStore *self, GAsyncResult *result, GError **error);

MappeRow  *mappe_snapshot_load         (MappeSnapshot *self, const MappeKind *kind, gint64 id, GError **error);
GPtrArray *mappe_snapshot_list         (MappeSnapshot *self, const MappeQuery *query, GError **error);
GPtrArray *mappe_snapshot_rows         (MappeSnapshot *self, const MappeQuery *query, GError **error);
GPtrArray *mappe_snapshot_deleted      (MappeSnapshot *self, const MappeKind *kind, GError **error);
gboolean   mappe_snapshot_times        (MappeSnapshot *self, const MappeKind *kind, gint64 id, char **created,
                                        char **modified, GError **error);
char      *mappe_snapshot_title        (MappeSnapshot *self, const MappeRow *row, GError **error);
GBytes    *mappe_snapshot_blob         (MappeSnapshot *self, const char *hash, GError **error);

G_END_DECLS
