/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-places.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_SIDEBAR_ROW (mappe_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeSidebarRow, mappe_sidebar_row, MAPPE, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget        *mappe_sidebar_row_new       (const MappePlace *place);
const MappePlace *mappe_sidebar_row_get_place (MappeSidebarRow *self);
void              mappe_sidebar_row_set_count (MappeSidebarRow *self, gint64 count);

G_END_DECLS
