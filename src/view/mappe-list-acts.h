/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/* What is done to several records at once: one step that can be undone, told in a toast near @near. */

#define MAPPE_LIST_ACTS_MOST 20000

void mappe_list_delete (GtkWidget *near, MappeStore *store, const MappeKind *kind, GArray *ids);
void mappe_list_set    (GtkWidget *near, MappeStore *store, const MappeKind *kind, GArray *ids, guint field,
                        const char *canonical);

G_END_DECLS
