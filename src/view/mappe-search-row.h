/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-search.h"

G_BEGIN_DECLS

/**
 * MappeSearchRow:
 *
 * One record found, or the row that opens the rest of its group (no id, but a kind).
 */
#define MAPPE_TYPE_SEARCH_ROW (mappe_search_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeSearchRow, mappe_search_row, MAPPE, SEARCH_ROW, GtkListBoxRow)

GtkWidget       *mappe_search_row_new      (const MappeSearchHit *hit);
GtkWidget       *mappe_search_row_new_more (const MappeKind *kind, guint n_more);
const MappeKind *mappe_search_row_get_kind (MappeSearchRow *self);
guint            mappe_search_row_get_page (MappeSearchRow *self);
gint64           mappe_search_row_get_id   (MappeSearchRow *self);

G_END_DECLS
