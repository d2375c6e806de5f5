/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-chart-pane.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeOutcomeMap:
 *
 * All areas by what is recorded and what is perceived there, as a map of two axes and as a list. Enter on a point, or a
 * row, opens what is known of the area over time. Signal "opened" (gint64 area).
 */
#define MAPPE_TYPE_OUTCOME_MAP (mappe_outcome_map_get_type ())
G_DECLARE_FINAL_TYPE (MappeOutcomeMap, mappe_outcome_map, MAPPE, OUTCOME_MAP, AdwBin)

GtkWidget      *mappe_outcome_map_new          (MappeStore *store);
gboolean        mappe_outcome_map_is_loaded    (MappeOutcomeMap *self);
MappeChartPane *mappe_outcome_map_get_pane     (MappeOutcomeMap *self);
void            mappe_outcome_map_select       (MappeOutcomeMap *self, gint64 area);
gint64          mappe_outcome_map_get_selected (MappeOutcomeMap *self);
void            mappe_outcome_map_print        (MappeOutcomeMap *self);

G_END_DECLS
