/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-figure-private.h"

#include "mappe-chart-view.h"

/* A chart thinks in pixels of 1/96 inch, paper in points. */
#define UNIT 0.75
#define FILE_WIDTH 640
#define FILE_SCALE 2

static MappeChartView *
view_of (const MappeNode *figure, double width)
{
  MappeChartView *view = mappe_chart_view_new (figure->chart);

  mappe_chart_view_set_theme (view, MAPPE_CHART_THEME_PRINT);
  mappe_chart_view_set_size (view, width, width * MAPPE_FIGURE_ASPECT);
  return view;
}

/* Returns: (transfer full) (nullable): the picture as text for a file of XML; %NULL when it cannot be made */
char *
mappe_figure_to_base64 (const MappeNode *figure, MappeChartFormat format)
{
  g_autoptr (MappeChartView) view = figure->chart != NULL ? view_of (figure, FILE_WIDTH) : NULL;
  g_autoptr (GBytes) bytes = view != NULL ? mappe_chart_view_to_bytes (view, format, FILE_SCALE, NULL) : NULL;
  gsize length;
  const guchar *content;

  if (bytes == NULL)
    return NULL;
  content = g_bytes_get_data (bytes, &length);
  return g_base64_encode (content, length);
}

/* Draws the chart with its upper left corner at @x, @y; points. */
void
mappe_figure_draw (const MappeNode *figure, cairo_t *cr, double x, double y, double width)
{
  g_autoptr (MappeChartView) view = figure->chart != NULL ? view_of (figure, width / UNIT) : NULL;

  if (view == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, UNIT, UNIT);
  mappe_chart_view_draw (view, cr);
  cairo_restore (cr);
}
