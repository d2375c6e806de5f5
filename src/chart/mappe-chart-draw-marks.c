/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-draw-private.h"

void
mappe_chart_pen_color (const MappeChartPen *pen, const MappeChartColor *color)
{
  cairo_set_source_rgb (pen->cr, color->red, color->green, color->blue);
}

double
mappe_chart_marker_radius (const MappeChartLayout *layout, const MappeChartSeries *series)
{
  return layout->size * 0.26 * series->strength;
}

static void
trace_cross (cairo_t *cr, double x, double y, double radius)
{
  cairo_move_to (cr, x - radius, y - radius);
  cairo_line_to (cr, x + radius, y + radius);
  cairo_move_to (cr, x - radius, y + radius);
  cairo_line_to (cr, x + radius, y - radius);
}

/* Shapes of about the same area. */
static void
trace_marker (cairo_t *cr, MappeChartMarker marker, double x, double y, double radius)
{
  switch (marker)
    {
    case MAPPE_CHART_MARKER_SQUARE:
      cairo_rectangle (cr, x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
      break;
    case MAPPE_CHART_MARKER_TRIANGLE:
      cairo_move_to (cr, x, y - radius * 1.25);
      cairo_line_to (cr, x + radius * 1.15, y + radius * 0.8);
      cairo_line_to (cr, x - radius * 1.15, y + radius * 0.8);
      cairo_close_path (cr);
      break;
    case MAPPE_CHART_MARKER_DIAMOND:
      cairo_move_to (cr, x, y - radius * 1.3);
      cairo_line_to (cr, x + radius * 1.3, y);
      cairo_line_to (cr, x, y + radius * 1.3);
      cairo_line_to (cr, x - radius * 1.3, y);
      cairo_close_path (cr);
      break;
    case MAPPE_CHART_MARKER_CROSS:
      trace_cross (cr, x, y, radius * 0.9);
      break;
    case MAPPE_CHART_MARKER_CIRCLE:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    }
}

void
mappe_chart_draw_marker (const MappeChartPen *pen, const MappeChartLook *look, gboolean hollow, double x, double y,
                         double radius)
{
  cairo_t *cr = pen->cr;

  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  trace_marker (cr, look->marker, x, y, radius);
  cairo_set_line_width (cr, MAX (pen->unit * 1.5, radius * 0.4));
  if (look->marker != MAPPE_CHART_MARKER_CROSS)
    {
      mappe_chart_pen_color (pen, hollow ? &pen->paint->paper : &look->color);
      cairo_fill_preserve (cr);
    }
  mappe_chart_pen_color (pen, &look->color);
  if (hollow || look->marker == MAPPE_CHART_MARKER_CROSS)
    cairo_stroke (cr);
  cairo_new_path (cr);
}

/* A crossed out field: here is a figure, and it is not told. */
void
mappe_chart_draw_suppressed (const MappeChartPen *pen, double x, double y)
{
  double radius = pen->layout->size * 0.3;

  cairo_new_path (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_set_line_width (pen->cr, pen->unit * 1.1);
  cairo_rectangle (pen->cr, x - radius, y - radius, radius * 2, radius * 2);
  mappe_chart_pen_color (pen, &pen->paint->paper);
  cairo_fill_preserve (pen->cr);
  cairo_move_to (pen->cr, x - radius, y + radius);
  cairo_line_to (pen->cr, x + radius, y - radius);
  mappe_chart_pen_color (pen, &pen->paint->dim);
  cairo_stroke (pen->cr);
}

void
mappe_chart_draw_ring (const MappeChartPen *pen, double x, double y, double radius)
{
  cairo_new_path (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_set_line_width (pen->cr, pen->unit * 1.3);
  cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
  mappe_chart_pen_color (pen, &pen->paint->text);
  cairo_stroke (pen->cr);
}

static void
hatch (const MappeChartPen *pen, double x, double y, double width, double height)
{
  double step = pen->unit * 5;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_clip (pen->cr);
  cairo_set_line_width (pen->cr, pen->unit * 0.9);
  mappe_chart_pen_color (pen, &pen->paint->paper);
  for (double at = x - height; at < x + width; at += step)
    {
      cairo_move_to (pen->cr, at, y + height);
      cairo_line_to (pen->cr, at + height, y);
    }
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* A filled area with a fine edge of paper, which keeps neighbours apart. */
void
mappe_chart_draw_area (const MappeChartPen *pen, const MappeChartLook *look, double x, double y, double width,
                       double height)
{
  cairo_new_path (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_rectangle (pen->cr, x, y, width, height);
  mappe_chart_pen_color (pen, &look->color);
  cairo_fill (pen->cr);
  if (look->hatched)
    hatch (pen, x, y, width, height);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_set_line_width (pen->cr, pen->unit * 0.8);
  mappe_chart_pen_color (pen, &pen->paint->paper);
  cairo_stroke (pen->cr);
}

/* Sets colour, width and dashes for a line. */
void
mappe_chart_pen_line (const MappeChartPen *pen, const MappeChartLook *look, double strength, gboolean dashed)
{
  static const double plain_dash[] = { 4, 2.5, 0 };
  const double *dash = look->dash != NULL ? look->dash : dashed ? plain_dash : NULL;
  double width = pen->paint->width * pen->unit * strength, lengths[8];
  int n = 0;

  for (; dash != NULL && dash[n] > 0 && n < (int) G_N_ELEMENTS (lengths); n++)
    lengths[n] = dash[n] * MAX (width, pen->unit);
  cairo_set_dash (pen->cr, lengths, n, 0);
  cairo_set_line_width (pen->cr, width);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (pen->cr, n > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  mappe_chart_pen_color (pen, &look->color);
}
