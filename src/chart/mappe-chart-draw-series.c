/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-draw-private.h"

#define DENSE 3.0        /* vertices a unit across: neither dashes nor joins can be seen */
#define DENSE_WIDTH 1.5  /* of a line that fills its columns */
#define BAND_ALPHA 0.16
#define WHISKER_CAP 0.22 /* in text sizes */

typedef struct {
  const MappeChartPen    *pen;
  const MappeChartPlace  *place;
  const MappeChartSeries *series;
  MappeChartLook          look;
} Brush;

/* Where figure @nth is, or the mark that it is suppressed. Returns: FALSE when there is nothing */
gboolean
mappe_chart_point_at (const MappeChartLayout *layout, const MappeChartPlace *place, const MappeChartSeries *series,
                      gsize nth, double *x, double *y)
{
  double position = mappe_chart_series_x (series, nth) + series->offset, value = series->y[nth];
  gboolean bar = (series->draw & MAPPE_CHART_BARS) != 0;

  if (bar && series->lower != NULL)
    value = (value + series->lower[nth]) / 2;
  if (mappe_chart_series_is_suppressed (series, nth))
    {
      mappe_chart_place_point (place, position, place->value.from, x, y);
      *x = place->panel->horizontal ? place->left + layout->size * 0.5 : *x;
      *y = place->panel->horizontal ? *y : place->bottom - layout->size * 0.45;
      return isfinite (*x) && isfinite (*y);
    }
  mappe_chart_place_point (place, position, value, x, y);
  return isfinite (*x) && isfinite (*y);
}

static double
half_period (const Brush *self)
{
  guint step = self->place->panel->position.step;

  return step > 0 ? step / 2.0 : 0.5;
}

/* --- areas --- */

static void
fill_band (const Brush *self, gsize from, gsize to)
{
  const MappeChartSeries *series = self->series;
  const MappeChartColor *color = &self->look.color;
  cairo_t *cr = self->pen->cr;
  double x, y;

  for (gsize i = from; i < to; i++)
    {
      mappe_chart_place_point (self->place, mappe_chart_series_x (series, i), series->upper[i], &x, &y);
      cairo_line_to (cr, x, y);
    }
  for (gsize i = to; i > from; i--)
    {
      mappe_chart_place_point (self->place, mappe_chart_series_x (series, i - 1), series->lower[i - 1], &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, BAND_ALPHA);
  cairo_fill (cr);
}

static void
draw_band (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  gsize from = 0;

  cairo_new_path (self->pen->cr);
  for (gsize i = 0; i <= series->n; i++)
    if (i == series->n || !isfinite (series->lower[i]) || !isfinite (series->upper[i]))
      {
        if (i > from)
          fill_band (self, from, i);
        from = i + 1;
      }
}

/* Half the thickness of a bar, in positions: bars of few rows do not become walls. */
double
mappe_chart_bar_half (const MappeChartLayout *layout, const MappeChartPlace *place, const MappeChartSeries *series)
{
  const MappeChartScale *scale = &place->position;
  double row = fabs ((scale->end - scale->start) / (scale->to - scale->from));
  double most = layout->size * (place->panel->horizontal ? 3.2 : 6);

  return MIN (series->thickness, most / MAX (row, 1e-9)) / 2;
}

static void
draw_bars (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  double half = mappe_chart_bar_half (self->pen->layout, self->place, series);

  for (gsize i = 0; i < series->n; i++)
    {
      double base = series->lower != NULL ? series->lower[i] : 0, middle = mappe_chart_series_x (series, i);
      double x0, y0, x1, y1;

      if (isnan (series->y[i]) || isnan (base))
        continue;
      middle += series->offset;
      mappe_chart_place_point (self->place, middle - half, base, &x0, &y0);
      mappe_chart_place_point (self->place, middle + half, series->y[i], &x1, &y1);
      mappe_chart_draw_area (self->pen, &self->look, MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0));
    }
}

/* --- lines --- */

static void
trace_line (cairo_t *cr, const GArray *vertices)
{
  cairo_new_path (cr);
  for (guint i = 0; i < vertices->len; i++)
    {
      const MappeChartVertex *vertex = &g_array_index (vertices, MappeChartVertex, i);

      if (vertex->begins)
        cairo_move_to (cr, vertex->x, vertex->y);
      else
        cairo_line_to (cr, vertex->x, vertex->y);
    }
}

static void
draw_line (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  const MappeChartPlace *place = self->place;
  g_autoptr (GArray) vertices = NULL;
  MappeChartLook look = self->look;

  if (!series->ascending)
    return;
  vertices = mappe_chart_reduce (series->x, series->y, series->n, &place->position, &place->value);
  if (series->solid)
    look.dash = NULL;
  mappe_chart_pen_line (self->pen, &look, series->strength, series->dashed);
  if (vertices->len > (place->right - place->left) * DENSE)
    {
      mappe_chart_draw_dense (self->pen->cr, vertices, MIN (cairo_get_line_width (self->pen->cr), DENSE_WIDTH));
      return;
    }
  trace_line (self->pen->cr, vertices);
  cairo_stroke (self->pen->cr);
}

static void
draw_steps (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  cairo_t *cr = self->pen->cr;
  double half = half_period (self);
  gboolean open = FALSE;

  cairo_new_path (cr);
  for (gsize i = 0; i < series->n; i++)
    {
      double middle = mappe_chart_series_x (series, i), x0, x1, y;

      mappe_chart_place_point (self->place, middle - half, series->y[i], &x0, &y);
      mappe_chart_place_point (self->place, middle + half, series->y[i], &x1, &y);
      if (isfinite (y) && open)
        cairo_line_to (cr, x0, y);
      else if (isfinite (y))
        cairo_move_to (cr, x0, y);
      if (isfinite (y))
        cairo_line_to (cr, x1, y);
      open = isfinite (y);
    }
  mappe_chart_pen_line (self->pen, &self->look, series->strength, series->dashed);
  cairo_stroke (cr);
}

static void
draw_levels (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  cairo_t *cr = self->pen->cr;

  for (gsize i = 0; i < series->n; i++)
    {
      double middle = mappe_chart_series_x (series, i) + series->offset, half = series->thickness / 2;
      double x0, y0, x1, y1;

      mappe_chart_place_point (self->place, middle - half, series->y[i], &x0, &y0);
      mappe_chart_place_point (self->place, middle + half, series->y[i], &x1, &y1);
      if (!isfinite (y0) || !isfinite (x0))
        continue;
      for (guint halo = 0; halo < 2; halo++)
        {
          cairo_new_path (cr);
          cairo_move_to (cr, x0, y0);
          cairo_line_to (cr, x1, y1);
          cairo_set_dash (cr, NULL, 0, 0);
          cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
          cairo_set_line_width (cr, self->pen->unit * (halo == 0 ? 6 : 3));
          mappe_chart_pen_color (self->pen, halo == 0 ? &self->pen->paint->paper : &self->look.color);
          cairo_stroke (cr);
        }
    }
}

static void
draw_head (const Brush *self, double x0, double y0, double x1, double y1)
{
  cairo_t *cr = self->pen->cr;
  double angle = atan2 (y1 - y0, x1 - x0), length = self->pen->layout->size * 0.42;

  cairo_move_to (cr, x1 - length * cos (angle - 0.5), y1 - length * sin (angle - 0.5));
  cairo_line_to (cr, x1, y1);
  cairo_line_to (cr, x1 - length * cos (angle + 0.5), y1 - length * sin (angle + 0.5));
}

/* From marker to marker, without touching them. */
static void
draw_arrow (const Brush *self, double x0, double y0, double x1, double y1)
{
  double length = hypot (x1 - x0, y1 - y0), rest = self->pen->layout->size * (0.3 + 0.22 * self->series->strength);

  if (!(length > rest * 2.4))
    return;
  x0 += (x1 - x0) / length * rest;
  y0 += (y1 - y0) / length * rest;
  x1 -= (x1 - x0) / length * rest;
  y1 -= (y1 - y0) / length * rest;
  cairo_new_path (self->pen->cr);
  cairo_move_to (self->pen->cr, x0, y0);
  cairo_line_to (self->pen->cr, x1, y1);
  draw_head (self, x0, y0, x1, y1);
  cairo_stroke (self->pen->cr);
}

static void
draw_arrows (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  MappeChartLook look = self->look;

  look.dash = NULL;
  mappe_chart_pen_line (self->pen, &look, series->strength, FALSE);
  for (gsize i = 0; i < series->n; i++)
    {
      double position = mappe_chart_series_x (series, i), x0, y0, x1, y1;

      mappe_chart_place_point (self->place, position - series->offset, series->lower[i], &x0, &y0);
      mappe_chart_place_point (self->place, position + series->offset, series->y[i], &x1, &y1);
      if (isfinite (x0 + y0 + x1 + y1))
        draw_arrow (self, x0, y0, x1, y1);
    }
}

/* --- intervals --- */

/* An end beyond the plot is cut there, with an arrow instead of a cap. */
static void
draw_end (const Brush *self, double x, double y, double from_x, double from_y)
{
  const MappeChartPlace *place = self->place;
  double cap = self->pen->layout->size * WHISKER_CAP;
  double x1 = CLAMP (x, place->left, place->right), y1 = CLAMP (y, place->top, place->bottom);
  cairo_t *cr = self->pen->cr;

  cairo_move_to (cr, from_x, from_y);
  cairo_line_to (cr, x1, y1);
  if (fabs (x1 - x) + fabs (y1 - y) > 0.5)
    {
      draw_head (self, from_x, from_y, x1, y1);
      return;
    }
  cairo_move_to (cr, place->panel->horizontal ? x1 : x1 - cap, place->panel->horizontal ? y1 - cap : y1);
  cairo_line_to (cr, place->panel->horizontal ? x1 : x1 + cap, place->panel->horizontal ? y1 + cap : y1);
}

static double
finite_or (double value, double otherwise)
{
  return isfinite (value) ? value : otherwise;
}

static void
draw_whiskers (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  const MappeChartPlace *place = self->place;
  MappeChartLook look = self->look;
  double beyond_low = place->value.log ? place->value.from / 10 : 2 * place->value.from - place->value.to;
  double beyond_high = place->value.log ? place->value.to * 10 : 2 * place->value.to - place->value.from;

  look.dash = NULL;
  mappe_chart_pen_line (self->pen, &look, 0.75, FALSE);
  cairo_new_path (self->pen->cr);
  for (gsize i = 0; i < series->n; i++)
    {
      double position = mappe_chart_series_x (series, i) + series->offset, x, y, x1, y1;
      double lower = series->lower[i], upper = series->upper[i];

      mappe_chart_place_point (place, position, series->y[i], &x, &y);
      if (!isfinite (x + y) || isnan (lower) || isnan (upper) || x < place->left || x > place->right)
        continue;
      if (place->value.log && lower <= 0)
        lower = beyond_low;
      mappe_chart_place_point (place, position, finite_or (lower, beyond_low), &x1, &y1);
      draw_end (self, x1, y1, x, y);
      mappe_chart_place_point (place, position, finite_or (upper, beyond_high), &x1, &y1);
      draw_end (self, x1, y1, x, y);
    }
  cairo_stroke (self->pen->cr);
}

/* --- points --- */

static double
row_height (const Brush *self)
{
  const MappeChartScale *scale = &self->place->position;

  return fabs ((scale->end - scale->start) / (scale->to - scale->from));
}

static void
draw_squares (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  double most = MIN (row_height (self) * 0.42, self->pen->layout->size * 0.75);

  for (gsize i = 0; i < series->n; i++)
    {
      double half = MAX (most * sqrt (series->weights[i]), self->pen->unit * 2), x, y;

      if (isnan (series->y[i]) || !mappe_chart_point_at (self->pen->layout, self->place, series, i, &x, &y))
        continue;
      mappe_chart_draw_area (self->pen, &self->look, x - half, y - half, half * 2, half * 2);
    }
}

static void
draw_diamonds (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  double half = MIN (row_height (self) * 0.3, self->pen->layout->size * 0.6);
  cairo_t *cr = self->pen->cr;

  for (gsize i = 0; i < series->n; i++)
    {
      double x, y, left, right, ignored;

      mappe_chart_place_point (self->place, mappe_chart_series_x (series, i), series->y[i], &x, &y);
      mappe_chart_place_point (self->place, 0, series->lower[i], &left, &ignored);
      mappe_chart_place_point (self->place, 0, series->upper[i], &right, &ignored);
      if (!isfinite (x + left + right))
        continue;
      cairo_new_path (cr);
      cairo_move_to (cr, left, y);
      cairo_line_to (cr, x, y - half);
      cairo_line_to (cr, right, y);
      cairo_line_to (cr, x, y + half);
      cairo_close_path (cr);
      mappe_chart_pen_color (self->pen, &self->look.color);
      cairo_fill (cr);
    }
}

static gboolean
stands_alone (const MappeChartSeries *series, gsize nth)
{
  return (nth == 0 || isnan (series->y[nth - 1])) && (nth + 1 >= series->n || isnan (series->y[nth + 1]));
}

static void
draw_point (const Brush *self, gsize nth, double radius)
{
  guint flags = self->series->flags != NULL ? self->series->flags[nth] : 0;
  MappeChartLook look = self->look;
  double x, y;

  if (!mappe_chart_point_at (self->pen->layout, self->place, self->series, nth, &x, &y))
    return;
  if ((flags & MAPPE_CHART_POINT_SUPPRESSED) != 0)
    {
      mappe_chart_draw_suppressed (self->pen, x, y);
      return;
    }
  if ((flags & MAPPE_CHART_POINT_EXCLUDED) != 0)
    look.color = self->pen->paint->dim;
  mappe_chart_draw_marker (self->pen, &look,
                           look.hollow || (flags & (MAPPE_CHART_POINT_PROVISIONAL | MAPPE_CHART_POINT_EXCLUDED)) != 0,
                           x, y, radius);
  if ((flags & MAPPE_CHART_POINT_SIGNAL) != 0)
    mappe_chart_draw_ring (self->pen, x, y, radius * 1.9 + self->pen->unit);
}

static gsize
count_visible (const Brush *self)
{
  const MappeChartScale *scale = &self->place->position;
  const MappeChartSeries *series = self->series;
  gsize n = 0;

  if (series->x == NULL)
    return (gsize) MAX (MIN (scale->to, (double) series->n) - MAX (scale->from, 0) + 1, 0);
  for (gsize i = 0; i < series->n; i++)
    n += series->x[i] >= scale->from && series->x[i] <= scale->to;
  return n;
}

/* Where markers would merge into a bar, the line says it alone; what is flagged or stands alone is always seen. */
static void
draw_markers (const Brush *self)
{
  const MappeChartSeries *series = self->series;
  const MappeChartScale *scale = &self->place->position;
  gboolean rows = self->place->panel->position.kind == MAPPE_CHART_AXIS_CATEGORY;
  double radius = mappe_chart_marker_radius (self->pen->layout, series);
  double room = fabs (scale->end - scale->start) / MAX (count_visible (self), 1);
  gboolean lined = (series->draw & MAPPE_CHART_LINE) != 0, sparse;

  if (!rows && (series->draw & MAPPE_CHART_NAMES) == 0)
    radius = CLAMP (room * 0.36, MIN (self->pen->unit * 1.2, radius), radius);
  sparse = rows || !lined || room >= radius * 2.4;
  if (!sparse && series->flags == NULL && series->n > 4 * fabs (scale->end - scale->start))
    return;
  for (gsize i = 0; i < series->n; i++)
    {
      double x = mappe_chart_series_x (series, i);

      if (!rows && (x < scale->from || x > scale->to))
        continue;
      if (sparse || (series->flags != NULL && series->flags[i] != 0) ||
          (!isnan (series->y[i]) && stands_alone (series, i)))
        draw_point (self, i, radius);
    }
}

/* --- in layers --- */

static void
draw_layer (const Brush *self, guint layer)
{
  guint draw = self->series->draw;

  if (layer == 0 && (draw & MAPPE_CHART_BAND) != 0 && self->series->lower != NULL)
    draw_band (self);
  if (layer == 0 && (draw & MAPPE_CHART_BARS) != 0)
    draw_bars (self);
  if (layer == 1 && (draw & MAPPE_CHART_LINE) != 0)
    draw_line (self);
  if (layer == 1 && (draw & MAPPE_CHART_STEPS) != 0)
    draw_steps (self);
  if (layer == 1 && (draw & MAPPE_CHART_LEVELS) != 0)
    draw_levels (self);
  if (layer == 1 && (draw & MAPPE_CHART_ARROWS) != 0)
    draw_arrows (self);
  if (layer == 1 && (draw & MAPPE_CHART_WHISKERS) != 0 && self->series->lower != NULL)
    draw_whiskers (self);
  if (layer == (self->series->reference ? 0 : 2) && (draw & MAPPE_CHART_SQUARES) != 0)
    draw_squares (self);
  if (layer == 2 && (draw & MAPPE_CHART_DIAMOND) != 0)
    draw_diamonds (self);
  if (layer == 2 && (draw & MAPPE_CHART_MARKERS) != 0)
    draw_markers (self);
  if (layer == 2 && (draw & (MAPPE_CHART_BARS | MAPPE_CHART_SQUARES)) != 0 && self->series->flags != NULL)
    for (gsize i = 0; i < self->series->n; i++)
      if (mappe_chart_series_is_suppressed (self->series, i))
        draw_point (self, i, 1);
}

/* @layer: 0 areas, 1 lines, 2 points */
void
mappe_chart_draw_series (const MappeChartPen *pen, const MappeChartPlace *place, const MappeChartSeries *series,
                         guint layer)
{
  Brush brush = { pen, place, series, mappe_chart_theme_get_look (pen->theme, series->role) };

  if (!mappe_chart_series_is_hidden (pen->layout, series))
    draw_layer (&brush, layer);
}
