/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-table.h"

G_BEGIN_DECLS

/**
 * MappeListView:
 *
 * The records of one kind with all that is done to them as a list: filter, quick filters, sorting, columns, selection
 * of many, deletion, copy, export. Signals: "selected" (gint64 id): the one record selected, 0 for none or many;
 * "opened" (gint64 id): it shall be gone into; "edit" (): likewise, to be changed; "new" ().
 */
#define MAPPE_TYPE_LIST_VIEW (mappe_list_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeListView, mappe_list_view, MAPPE, LIST_VIEW, GtkWidget)

GtkWidget       *mappe_list_view_new            (MappeStore *store, const MappeKind *kind);
const MappeKind *mappe_list_view_get_kind       (MappeListView *self);
MappeListModel  *mappe_list_view_get_model      (MappeListView *self);
MappeTable      *mappe_list_view_get_table      (MappeListView *self);
gint64           mappe_list_view_get_selected   (MappeListView *self);
guint            mappe_list_view_get_n_selected (MappeListView *self);
void             mappe_list_view_show_id        (MappeListView *self, gint64 id);
void             mappe_list_view_focus_filter   (MappeListView *self);
void             mappe_list_view_focus_list     (MappeListView *self);
void             mappe_list_view_delete         (MappeListView *self);
void             mappe_list_view_set_icon_name  (MappeListView *self, const char *icon_name);

G_END_DECLS
