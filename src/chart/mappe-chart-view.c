/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-view-private.h"

#define FAMILY "Cantarell, Sans"
#define LEAST_PERIODS 3  /* nearer than that one cannot zoom */

/**
 * mappe_chart_warm_up:
 *
 * Begins to look for fonts, in a thread of its own. Whoever will draw a chart calls it before reading the figures.
 */
void
mappe_chart_warm_up (void)
{
  pango_cairo_font_map_get_default ();
}

/**
 * mappe_chart_view_new:
 *
 * Returns: (transfer full): a view of @chart of 800 × 500 in light colours
 */
MappeChartView *
mappe_chart_view_new (MappeChart *chart)
{
  MappeChartView *self = g_new0 (MappeChartView, 1);

  self->chart = mappe_chart_ref (chart);
  self->width = 800;
  self->height = 500;
  self->family = g_strdup (FAMILY);
  self->text_scale = 1;
  self->hidden = g_new0 (gboolean, chart->toggles->len + 1);
  return self;
}

/** mappe_chart_view_free: @self: (transfer full) (nullable) */
void
mappe_chart_view_free (MappeChartView *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->layout, mappe_chart_layout_free);
  mappe_chart_unref (self->chart);
  g_free (self->family);
  g_free (self->hidden);
  g_free (self);
}

/** mappe_chart_view_get_chart: Returns: (transfer none): what is seen */
MappeChart *
mappe_chart_view_get_chart (MappeChartView *self)
{
  return self->chart;
}

/* Where everything is, as of the last change. */
MappeChartLayout *
mappe_chart_view_get_layout (MappeChartView *self)
{
  MappeChartLayoutOptions options = { self->chart, self->width, self->height, self->text_scale, self->family,
                                      self->from, self->to, self->hidden };

  if (self->layout == NULL)
    self->layout = mappe_chart_layout_new (&options);
  return self->layout;
}

static void
changed (MappeChartView *self)
{
  g_clear_pointer (&self->layout, mappe_chart_layout_free);
}

/** mappe_chart_view_set_size: @width: of the whole chart, in units of the drawing, at least 1 */
void
mappe_chart_view_set_size (MappeChartView *self, double width, double height)
{
  width = isfinite (width) ? MAX (width, 1) : 1;
  height = isfinite (height) ? MAX (height, 1) : 1;
  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  changed (self);
}

/** mappe_chart_view_get_size: @width: (out): of the whole chart; @height: (out): of the whole chart */
void
mappe_chart_view_get_size (MappeChartView *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

/** mappe_chart_view_set_theme: @theme: its colours; nothing moves */
void
mappe_chart_view_set_theme (MappeChartView *self, MappeChartTheme theme)
{
  g_return_if_fail (theme < MAPPE_CHART_N_THEMES);
  self->theme = theme;
}

/**
 * mappe_chart_view_set_font:
 * @family: (nullable): families, the first one that there is; %NULL: "Cantarell, Sans"
 * @text_scale: 1 is what suits the size of the chart; larger for large text
 */
void
mappe_chart_view_set_font (MappeChartView *self, const char *family, double text_scale)
{
  g_free (self->family);
  self->family = g_strdup (family != NULL ? family : FAMILY);
  self->text_scale = CLAMP (text_scale, 0.5, 4);
  changed (self);
}

/* --- the window --- */

/**
 * mappe_chart_view_set_window:
 * @from: first visible position
 * @to: where the last visible one ends
 *
 * Zooms a chart over time; both ends are moved into what there is. Values keep their axis, so that nothing looks
 * steeper than it was.
 */
void
mappe_chart_view_set_window (MappeChartView *self, double from, double to)
{
  const MappeChartPanel *panel = g_ptr_array_index (self->chart->panels, 0);
  double first, last, length, least = LEAST_PERIODS * MAX (panel->position.step, 1);

  if (!mappe_chart_get_extent (self->chart, &first, &last) || !(from < to))
    return;
  length = CLAMP (to - from, MIN (least, last - first), last - first);
  from = CLAMP ((from + to - length) / 2, first, last - length);
  to = from + length;
  self->from = from;
  self->to = to;
  if (from <= first && to >= last)
    self->from = self->to = 0;
  changed (self);
}

/** mappe_chart_view_get_window: @from: (out): first visible position; @to: (out): end of the last one */
void
mappe_chart_view_get_window (MappeChartView *self, double *from, double *to)
{
  mappe_chart_get_extent (self->chart, from, to);
  if (mappe_chart_view_is_zoomed (self))
    {
      *from = self->from;
      *to = self->to;
    }
}

/** mappe_chart_view_reset_window: everything is seen again */
void
mappe_chart_view_reset_window (MappeChartView *self)
{
  self->from = self->to = 0;
  changed (self);
}

/** mappe_chart_view_is_zoomed: Returns: whether some of the periods are out of sight */
gboolean
mappe_chart_view_is_zoomed (MappeChartView *self)
{
  return self->from < self->to;
}

/**
 * mappe_chart_view_zoom:
 * @x: what stays where it is, in units of the drawing
 * @factor: above 1 nearer, below 1 farther
 */
void
mappe_chart_view_zoom (MappeChartView *self, double x, double factor)
{
  const MappeChartPlace *place = g_ptr_array_index (mappe_chart_view_get_layout (self)->places, 0);
  double from, to, at;

  if (!self->chart->windowed || !(factor > 0))
    return;
  mappe_chart_view_get_window (self, &from, &to);
  at = mappe_chart_scale_unmap (&place->position, CLAMP (x, place->left, place->right));
  mappe_chart_view_set_window (self, at - (at - from) / factor, at + (to - at) / factor);
}

/** mappe_chart_view_pan: @units: of the drawing by which the window moves to the right */
void
mappe_chart_view_pan (MappeChartView *self, double units)
{
  const MappeChartPlace *place = g_ptr_array_index (mappe_chart_view_get_layout (self)->places, 0);
  double shift = units * (place->position.to - place->position.from) / MAX (place->right - place->left, 1);

  if (mappe_chart_view_is_zoomed (self) && isfinite (shift))
    mappe_chart_view_set_window (self, self->from + shift, self->to + shift);
}

/* --- series --- */

/** mappe_chart_view_set_hidden: @series: as of mappe_chart_get_series_name(); @hidden: it is not drawn */
void
mappe_chart_view_set_hidden (MappeChartView *self, guint series, gboolean hidden)
{
  g_return_if_fail (series < self->chart->toggles->len);
  self->hidden[series] = hidden;
  changed (self);
}

/** mappe_chart_view_get_hidden: Returns: whether @series is not drawn */
gboolean
mappe_chart_view_get_hidden (MappeChartView *self, guint series)
{
  g_return_val_if_fail (series < self->chart->toggles->len, FALSE);
  return self->hidden[series];
}

/* --- drawing --- */

static void
draw_focus (MappeChartView *self, cairo_t *cr)
{
  MappeChartLayout *layout = mappe_chart_view_get_layout (self);
  MappeChartPen pen = { cr, layout, self->theme, mappe_chart_theme_get_paint (self->theme), layout->size / 12 };
  const MappeChartPlace *place;
  const MappeChartSeries *series;
  double x, y;

  if (!self->focused || self->focus.panel >= layout->places->len)
    return;
  place = g_ptr_array_index (layout->places, self->focus.panel);
  series = g_ptr_array_index (place->panel->series, self->focus.series);
  if (!mappe_chart_point_at (layout, place, series, self->focus.point, &x, &y))
    return;
  mappe_chart_draw_ring (&pen, x, y, layout->size * 0.62);
  mappe_chart_draw_ring (&pen, x, y, layout->size * 0.72);
}

/**
 * mappe_chart_view_draw:
 * @cr: where to draw it, the upper left corner at 0,0
 */
void
mappe_chart_view_draw (MappeChartView *self, cairo_t *cr)
{
  mappe_chart_draw_layout (cr, mappe_chart_view_get_layout (self), self->theme);
  draw_focus (self, cr);
}

/** mappe_chart_view_set_focus: @hit: (nullable): the point that is marked */
void
mappe_chart_view_set_focus (MappeChartView *self, const MappeChartHit *hit)
{
  self->focused = hit != NULL;
  if (hit != NULL)
    self->focus = *hit;
}

/**
 * mappe_chart_view_get_boxes:
 * @n: (out): their number
 *
 * Returns: (transfer full) (array length=n): where every text of the picture is
 */
MappeChartBox *
mappe_chart_view_get_boxes (MappeChartView *self, guint *n)
{
  const MappeChartLayout *layout = mappe_chart_view_get_layout (self);
  MappeChartBox *boxes = g_new0 (MappeChartBox, layout->labels->len + 1);

  *n = layout->labels->len;
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const MappeChartLabel *label = g_ptr_array_index (layout->labels, i);

      boxes[i] = (MappeChartBox) { label->kind, label->x, label->y, label->width, label->height,
                                   pango_layout_get_text (label->text), pango_layout_is_ellipsized (label->text) };
    }
  return boxes;
}
