/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeValuePane:
 *
 * The values of one indicator: the grid, pasting and importing, a legend. Each cell, paste or import is saved at once,
 * as one step of undo.
 */
#define MAPPE_TYPE_VALUE_PANE (mappe_value_pane_get_type ())
G_DECLARE_FINAL_TYPE (MappeValuePane, mappe_value_pane, MAPPE, VALUE_PANE, GtkBox)

GtkWidget *mappe_value_pane_new        (MappeStore *store);
void       mappe_value_pane_show       (MappeValuePane *self, gint64 indicator);
void       mappe_value_pane_paste_text (MappeValuePane *self, const char *text);
void       mappe_value_pane_take_bytes (MappeValuePane *self, GBytes *bytes);

G_END_DECLS
