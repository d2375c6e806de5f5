/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-display.h"
#include "mappe-patrols.h"
#include "mappe-state-light.h"

G_BEGIN_DECLS

/* What the planner says of a patrol. */

MappeState  mappe_patrol_text_state  (const MappeRow *patrol, const char *today);
const char *mappe_patrol_text_status (MappeDisplay *display, const MappeRow *patrol, const char *today);
char       *mappe_patrol_text_time   (const MappeRow *patrol);
char       *mappe_patrol_text_numbers (const MappeRow *patrol);
char       *mappe_patrol_text_counts (const MappeRow *patrol);
char       *mappe_patrol_text_line   (MappeDisplay *display, const MappeListed *patrol, const char *today);
char       *mappe_patrol_text_week   (const char *monday);
char       *mappe_patrol_text_hours  (guint minutes);

G_END_DECLS
