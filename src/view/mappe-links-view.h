/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeLinksView:
 *
 * Everything that refers to one record, a group for each kind and field, with counts and a way to add one more.
 */
#define MAPPE_TYPE_LINKS_VIEW (mappe_links_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeLinksView, mappe_links_view, MAPPE, LINKS_VIEW, GtkBox)

GtkWidget *mappe_links_view_new  (MappeStore *store);
void       mappe_links_view_show (MappeLinksView *self, const MappeKind *kind, gint64 id);

G_END_DECLS
