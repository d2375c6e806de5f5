/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/* Told on the thread of the caller. */
typedef void (*MappeCsvProgress) (guint done, guint total, gpointer data);

void     mappe_csv_export_async  (MappeStore *store, const MappeQuery *query, const guint *fields, guint n_fields,
                                  GFile *file, GCancellable *cancellable, MappeCsvProgress progress,
                                  gpointer progress_data, GAsyncReadyCallback callback, gpointer data);
gboolean mappe_csv_export_finish (GAsyncResult *result, guint *n_rows, GError **error);

G_END_DECLS
