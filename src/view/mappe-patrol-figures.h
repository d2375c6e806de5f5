/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-patrol-week.h"

G_BEGIN_DECLS

/**
 * MappePatrolFigures:
 *
 * Planned against held, of the week and of all the weeks looked back over; beneath it the areas by week, as numbers
 * with a shade.
 */
#define MAPPE_TYPE_PATROL_FIGURES (mappe_patrol_figures_get_type ())
G_DECLARE_FINAL_TYPE (MappePatrolFigures, mappe_patrol_figures, MAPPE, PATROL_FIGURES, GtkBox)

void       mappe_patrol_figures_fill (MappePatrolFigures *self, const MappePatrolWeek *week);

G_END_DECLS
