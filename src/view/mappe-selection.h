/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-list-model.h"

G_BEGIN_DECLS

/**
 * MappeSelection:
 *
 * A #GtkSelectionModel for many rows of a #MappeListModel. Unlike GtkMultiSelection it never asks for items, so that
 * selecting a million rows loads none of them, and it finds selected records again where the list was refilled.
 * Property "n-selected".
 */
#define MAPPE_TYPE_SELECTION (mappe_selection_get_type ())
G_DECLARE_FINAL_TYPE (MappeSelection, mappe_selection, MAPPE, SELECTION, GObject)

MappeSelection *mappe_selection_new            (MappeListModel *model);
guint           mappe_selection_get_n_selected (MappeSelection *self);
gint64          mappe_selection_get_single     (MappeSelection *self);
GArray         *mappe_selection_get_ids        (MappeSelection *self);
gboolean        mappe_selection_select_id      (MappeSelection *self, gint64 id);

G_END_DECLS
