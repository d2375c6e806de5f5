/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void    mappe_create_dialog_run    (GtkWidget *near, MappeStore *store, const MappeKind *kind, const char *text,
                                    GAsyncReadyCallback callback, gpointer data);
gint64  mappe_create_dialog_finish (GAsyncResult *result, char **title, GError **error);

G_END_DECLS
