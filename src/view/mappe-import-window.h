/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void     mappe_import_window_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, const char *path);
void     mappe_import_accept_drop (GtkWidget *widget, MappeStore *store, const MappeKind *kind);

G_END_DECLS
