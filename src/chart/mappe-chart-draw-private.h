/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart-layout-private.h"

G_BEGIN_DECLS

typedef struct {
  cairo_t                *cr;
  const MappeChartLayout *layout;
  MappeChartTheme         theme;
  const MappeChartPaint  *paint;
  double                  unit;   /* 1 at a text size of 12 */
} MappeChartPen;

void     mappe_chart_pen_color        (const MappeChartPen *pen, const MappeChartColor *color);
void     mappe_chart_draw_marker      (const MappeChartPen *pen, const MappeChartLook *look, gboolean hollow, double x,
                                       double y, double radius);
void     mappe_chart_draw_suppressed  (const MappeChartPen *pen, double x, double y);
void     mappe_chart_draw_ring        (const MappeChartPen *pen, double x, double y, double radius);
void     mappe_chart_draw_area        (const MappeChartPen *pen, const MappeChartLook *look, double x, double y,
                                       double width, double height);
void     mappe_chart_pen_line         (const MappeChartPen *pen, const MappeChartLook *look, double strength,
                                       gboolean dashed);
double   mappe_chart_marker_radius    (const MappeChartLayout *layout, const MappeChartSeries *series);
void     mappe_chart_draw_dense       (cairo_t *cr, const GArray *vertices, double width);
void     mappe_chart_draw_series      (const MappeChartPen *pen, const MappeChartPlace *place,
                                       const MappeChartSeries *series, guint layer);
void     mappe_chart_draw_layout      (cairo_t *cr, const MappeChartLayout *layout, MappeChartTheme theme);
gboolean mappe_chart_point_at         (const MappeChartLayout *layout, const MappeChartPlace *place,
                                       const MappeChartSeries *series, gsize nth, double *x, double *y);

#define MAPPE_CHART_LAYERS 3  /* areas, lines, points */

G_END_DECLS
