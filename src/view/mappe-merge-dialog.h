/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void    mappe_merge_dialog_run    (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id,
                                   GAsyncReadyCallback callback, gpointer data);
gint64  mappe_merge_dialog_finish (GAsyncResult *result);

G_END_DECLS
