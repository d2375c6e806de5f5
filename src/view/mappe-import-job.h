/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-import.h"

G_BEGIN_DECLS

/* Reading a file of another program, and trying it, on a thread of its own. */

void               mappe_import_look_async    (const char *path, const MappeKind *kind, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
void               mappe_import_reread_async  (const MappeImportOrder *order, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
MappeImportOrder  *mappe_import_look_finish   (GAsyncResult *result, GError **error);
void               mappe_import_job_async     (const MappeImportOrder *order, MappeStore *store, gboolean dry_run,
                                               MappeImportProgress *progress, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
MappeImportReport *mappe_import_job_finish    (GAsyncResult *result, GError **error);
void               mappe_import_reject_async  (const MappeImportOrder *order, MappeStore *store, const char *path,
                                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean           mappe_import_reject_finish (GAsyncResult *result, GError **error);

G_END_DECLS
