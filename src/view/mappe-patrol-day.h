/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-display.h"
#include "mappe-patrol-week.h"

G_BEGIN_DECLS

/**
 * MappePatrolDay:
 *
 * The patrols of the cell selected in the planner, with what can be done about each. Its buttons activate the actions
 * "patrols.held", "patrols.cancel" and "patrols.open" with the id, and "patrols.new".
 */
#define MAPPE_TYPE_PATROL_DAY (mappe_patrol_day_get_type ())
G_DECLARE_FINAL_TYPE (MappePatrolDay, mappe_patrol_day, MAPPE, PATROL_DAY, GtkBox)

void       mappe_patrol_day_fill (MappePatrolDay *self, const MappePatrolWeek *week, MappeDisplay *display, gint64 area,
                                  const char *day, const char *today);

G_END_DECLS
