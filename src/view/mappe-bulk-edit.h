/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

void mappe_bulk_edit_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, GArray *ids);

G_END_DECLS
