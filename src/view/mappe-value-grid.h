/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-value-sheet.h"

G_BEGIN_DECLS

/**
 * MappeValueGrid:
 *
 * The values of an indicator as a grid that is filled like a spreadsheet: typing begins a cell, Enter goes down, Tab
 * right and at the last column out, arrows move, Shift selects, F2 edits, Delete clears. It saves nothing itself.
 *
 * Signals: "entered" (guint line, guint field, const char *canonical): a cell was typed; "cleared": the selection is to
 * be emptied; "pasted": the clipboard is to be put at the cursor; "told" (const char *text, gboolean is_fault): what
 * there is to say of the cell at the cursor, %NULL for nothing; "earlier": earlier periods are wanted.
 */
#define MAPPE_TYPE_VALUE_GRID (mappe_value_grid_get_type ())
G_DECLARE_FINAL_TYPE (MappeValueGrid, mappe_value_grid, MAPPE, VALUE_GRID, GtkBox)

GtkWidget  *mappe_value_grid_new           (void);
void        mappe_value_grid_show          (MappeValueGrid *self, MappeSheet *sheet);
MappeSheet *mappe_value_grid_get_sheet     (MappeValueGrid *self);
void        mappe_value_grid_set_locked    (MappeValueGrid *self, gboolean locked);
void        mappe_value_grid_move          (MappeValueGrid *self, int line, int column, gboolean extend);
void        mappe_value_grid_get_cursor    (MappeValueGrid *self, guint *line, MappeLineField *field);
void        mappe_value_grid_get_selection (MappeValueGrid *self, guint *from_line, guint *to_line, guint *from_field,
                                            guint *to_field);
char       *mappe_value_grid_copy          (MappeValueGrid *self, gboolean with_hidden);
gboolean    mappe_value_grid_is_editing    (MappeValueGrid *self);
gboolean    mappe_value_grid_begin_edit    (MappeValueGrid *self, const char *typed);
gboolean    mappe_value_grid_commit        (MappeValueGrid *self);
void        mappe_value_grid_cancel        (MappeValueGrid *self);
GtkWidget  *mappe_value_grid_get_cell      (MappeValueGrid *self, guint line, MappeLineField field);

G_END_DECLS
