/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-value-grid.h"

G_BEGIN_DECLS

/**
 * MappeValueGrid:
 * @sheet: (nullable): what is shown
 * @cells: (element-type GtkWidget): %MAPPE_LINE_N_FIELDS a line
 * @faults: by name of the cell ("2026Q1/1"): what was typed there and cannot be taken
 * @line: the cursor
 * @anchor_line: other corner of the selection
 * @editor: (nullable): over the cell at the cursor
 * @leaving: the editor is being taken away, its signals are not the user's
 * @was_focused: the focus was in the editor that is taken away
 * @settled: frames that did not change where the end is
 * @at_end: nobody has moved yet, so the end stays in sight
 * @choosing: the list of statuses is open and has the keys
 */
struct _MappeValueGrid {
  GtkBox         parent_instance;
  MappeSheet    *sheet;
  GtkWidget     *head, *scroller, *body, *earlier_button;
  GPtrArray     *cells;
  GHashTable    *faults;
  guint          line, column, anchor_line, anchor_column;
  GtkWidget     *editor;
  guint          settled;
  gboolean       locked, leaving, was_focused, choosing, at_end;
};

/* mappe-value-grid.c */
GtkLabel *mappe_value_grid_label_of     (GtkWidget *cell);
void      mappe_value_grid_tell         (MappeValueGrid *self);
void      mappe_value_grid_enter        (MappeValueGrid *self, const char *canonical);
void      mappe_value_grid_refresh_cell (MappeValueGrid *self, guint line, MappeLineField field);
void      mappe_value_grid_ask          (MappeValueGrid *self, const char *signal);

/* mappe-value-grid-edit.c */
char     *mappe_value_grid_cell_name    (MappeValueGrid *self, guint line, MappeLineField field);
void      mappe_value_grid_drop_fault   (MappeValueGrid *self, guint line, MappeLineField field);
gboolean  mappe_value_grid_choose_status (MappeValueGrid *self, gunichar letter);
void      mappe_value_grid_open_statuses (MappeValueGrid *self);

/* mappe-value-grid-keys.c */
void      mappe_value_grid_add_keys     (MappeValueGrid *self);

G_END_DECLS
