/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-chart-view.h"

G_BEGIN_DECLS

/**
 * MappeChartArea:
 *
 * A chart to look into: the nearest point says its value under the pointer, the keyboard walks from point to point
 * (arrows, Home, End; up and down lead to another series), + and − zoom, Shift with an arrow pans, 0 shows all again.
 * Enter, or a click on a point, emits "point-activated" (guint panel, guint series, guint point).
 * The wheel zooms with Ctrl, and without it once the chart has the focus, so that it does not stop who scrolls past.
 * Actions: "chart.zoom" (i: 1 nearer, −1 farther, 0 all), "chart.pan" (i: −1 or 1).
 */
#define MAPPE_TYPE_CHART_AREA (mappe_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (MappeChartArea, mappe_chart_area, MAPPE, CHART_AREA, GtkWidget)

GtkWidget       *mappe_chart_area_new         (void);
void             mappe_chart_area_set_chart   (MappeChartArea *self, MappeChart *chart);
MappeChart      *mappe_chart_area_get_chart   (MappeChartArea *self);
MappeChartView  *mappe_chart_area_get_view    (MappeChartArea *self);
void             mappe_chart_area_set_hidden  (MappeChartArea *self, guint series, gboolean hidden);
gboolean         mappe_chart_area_get_hidden  (MappeChartArea *self, guint series);
const char      *mappe_chart_area_get_readout (MappeChartArea *self);
void             mappe_chart_area_point_at    (MappeChartArea *self, double x, double y);

G_END_DECLS
