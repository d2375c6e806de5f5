/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeSearchPalette:
 *
 * Finds records of all kinds as one types. Choosing one activates "win.open-record" on the parent.
 */
#define MAPPE_TYPE_SEARCH_PALETTE (mappe_search_palette_get_type ())
G_DECLARE_FINAL_TYPE (MappeSearchPalette, mappe_search_palette, MAPPE, SEARCH_PALETTE, GtkPopover)

GtkWidget *mappe_search_palette_new          (void);
void       mappe_search_palette_set_store    (MappeSearchPalette *self, MappeStore *store);
void       mappe_search_palette_present      (MappeSearchPalette *self);
void       mappe_search_palette_take_results (MappeSearchPalette *self, GPtrArray *hits);

G_END_DECLS
