/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-chart-area.h"

G_BEGIN_DECLS

/**
 * MappeChartPane:
 *
 * A chart with what can be done with it: series on and off, zoom, copying, saving, and its figures as a table.
 * Actions: "chart.series" (i), "chart.table", "chart.copy", "chart.save" (s: png, svg, pdf, csv), "chart.menu",
 * "chart.zoom" (i).
 */
#define MAPPE_TYPE_CHART_PANE (mappe_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (MappeChartPane, mappe_chart_pane, MAPPE, CHART_PANE, AdwBin)

GtkWidget      *mappe_chart_pane_new        (void);
void            mappe_chart_pane_set_chart  (MappeChartPane *self, MappeChart *chart);
MappeChartArea *mappe_chart_pane_get_area   (MappeChartPane *self);
void            mappe_chart_pane_add_start  (MappeChartPane *self, GtkWidget *widget);
gboolean        mappe_chart_pane_has_table  (MappeChartPane *self);

G_END_DECLS
