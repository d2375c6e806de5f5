/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-display.h"
#include "mappe-patrol-week.h"

G_BEGIN_DECLS

/**
 * MappePatrolGrid:
 *
 * A week of patrols: a line for each area, a column for each day. Arrows go from cell to cell, and over the edge into
 * the week beside it. With Ctrl the arrows take the planned patrol of the cell along; it can be dragged as well.
 *
 * Signals: "selected"; "opened" (Enter); "asked" (char): a key for an act: n new, h held, c cancelled; "turn" (int):
 * weeks to go on or back; "move" (gint64 patrol, gint64 area, char *day): where a patrol is to go, 0 for that of the
 * cell selected.
 */
#define MAPPE_TYPE_PATROL_GRID (mappe_patrol_grid_get_type ())
G_DECLARE_FINAL_TYPE (MappePatrolGrid, mappe_patrol_grid, MAPPE, PATROL_GRID, GtkWidget)

void        mappe_patrol_grid_fill     (MappePatrolGrid *self, const MappePatrolWeek *week, MappeDisplay *display,
                                        gboolean all_areas, const char *today);
void        mappe_patrol_grid_select   (MappePatrolGrid *self, gint64 area, const char *day);
gint64      mappe_patrol_grid_get_area (MappePatrolGrid *self);
const char *mappe_patrol_grid_get_day  (MappePatrolGrid *self);
void        mappe_patrol_grid_focus    (MappePatrolGrid *self);

G_END_DECLS
