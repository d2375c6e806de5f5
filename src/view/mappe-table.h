/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-selection.h"

G_BEGIN_DECLS

#define MAPPE_TABLE_MOST_COLUMNS 8

/**
 * MappeTable:
 *
 * Records of one kind, one line each, in columns. Property "selection".
 *
 * Signals: "activate" (gint64 id): Enter or double click; "sort-changed": by a click on a header; "typed" (string):
 * letters typed into the list, meant for its filter; "delete-pressed"; "edit-pressed"; "leave-pressed" (Escape).
 */
#define MAPPE_TYPE_TABLE (mappe_table_get_type ())
G_DECLARE_FINAL_TYPE (MappeTable, mappe_table, MAPPE, TABLE, GtkWidget)

GtkWidget      *mappe_table_new           (MappeListModel *model, MappeStore *store);
MappeSelection *mappe_table_get_selection (MappeTable *self);
const guint    *mappe_table_get_columns   (MappeTable *self, guint *n_columns);
void            mappe_table_set_columns   (MappeTable *self, const guint *fields, guint n_fields);
gboolean        mappe_table_get_sort      (MappeTable *self, guint *field, gboolean *descending);
void            mappe_table_set_sort      (MappeTable *self, guint field, gboolean descending);
void            mappe_table_expect_refill (MappeTable *self);
gboolean        mappe_table_show_id       (MappeTable *self, gint64 id);
gint64          mappe_table_get_top_id    (MappeTable *self);
void            mappe_table_set_top_id    (MappeTable *self, gint64 id);
void            mappe_table_focus_list    (MappeTable *self);
void            mappe_table_set_single_click (MappeTable *self, gboolean single_click);
GtkAdjustment  *mappe_table_get_adjustment (MappeTable *self);
guint           mappe_table_usual_columns (const MappeKind *kind, guint fields[MAPPE_TABLE_MOST_COLUMNS]);

G_END_DECLS
