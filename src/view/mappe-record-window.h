/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/* A record of a kind without a page of its own (a membership, an agenda item, …) in a window over the present one. */

void mappe_record_window_open       (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id);
void mappe_record_window_new_record (GtkWidget *near, MappeStore *store, MappeRow *preset);

G_END_DECLS
