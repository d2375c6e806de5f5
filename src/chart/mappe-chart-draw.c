/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-draw-private.h"

#define TEXT_CONTRAST 4.5  /* WCAG 2.1, AA */

/* Lines of 1 unit lie on pixels. */
static double
crisp (double at)
{
  return floor (at) + 0.5;
}

static void
stroke_between (const MappeChartPen *pen, double x0, double y0, double x1, double y1)
{
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x0, y0);
  cairo_line_to (pen->cr, x1, y1);
  cairo_stroke (pen->cr);
}

static void
set_hairline (const MappeChartPen *pen, const MappeChartColor *color, double width)
{
  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (pen->cr, MAX (width * pen->unit, 1));
  mappe_chart_pen_color (pen, color);
}

/* --- behind the figures --- */

static void
draw_spans (const MappeChartPen *pen, const MappeChartPlace *place)
{
  for (guint i = 0; i < place->panel->spans->len; i++)
    {
      const MappeChartSpan *span = &g_array_index (place->panel->spans, MappeChartSpan, i);
      double from = mappe_chart_scale_map (&place->position, span->first);
      double to = mappe_chart_scale_map (&place->position, span->last);

      mappe_chart_pen_color (pen, &pen->paint->shade);
      cairo_rectangle (pen->cr, from, place->top, to - from, place->bottom - place->top);
      cairo_fill (pen->cr);
    }
}

static void
draw_grid (const MappeChartPen *pen, const MappeChartPlace *place)
{
  set_hairline (pen, &pen->paint->grid, 0.8);
  for (guint i = 0; i < place->value_ticks->len; i++)
    {
      const MappeChartTick *tick = &g_array_index (place->value_ticks, MappeChartTick, i);
      double at = crisp (mappe_chart_scale_map (&place->value, tick->value));

      if (place->panel->horizontal)
        stroke_between (pen, at, place->top, at, place->bottom);
      else
        stroke_between (pen, place->left, at, place->right, at);
    }
}

/* Boundaries of periods are short strokes beneath the axis. */
static void
draw_position_ticks (const MappeChartPen *pen, const MappeChartPlace *place)
{
  double length = pen->layout->size * 0.28;

  for (guint i = 0; place->position_ticks != NULL && i < place->position_ticks->len; i++)
    {
      const MappeChartTick *tick = &g_array_index (place->position_ticks, MappeChartTick, i);
      double at = crisp (mappe_chart_scale_map (&place->position, tick->value));

      if (isfinite (at) && at >= place->left - 1 && at <= place->right + 1)
        stroke_between (pen, at, place->bottom, at, place->bottom + length * (tick->row == 1 ? 1.6 : 1));
    }
}

static void
draw_axis (const MappeChartPen *pen, const MappeChartPlace *place)
{
  set_hairline (pen, &pen->paint->axis, 1);
  if (place->panel->horizontal || place->panel->bare)
    return;
  stroke_between (pen, place->left, crisp (place->bottom), place->right, crisp (place->bottom));
  if (!place->panel->position.silent)
    draw_position_ticks (pen, place);
}

static void
draw_rule (const MappeChartPen *pen, const MappeChartPlace *place, const MappeChartRule *rule)
{
  const double dash[] = { 4 * pen->unit, 3 * pen->unit };
  gboolean across = rule->on_value == place->panel->horizontal;
  double at = crisp (mappe_chart_scale_map (rule->on_value ? &place->value : &place->position, rule->at));
  double up = !rule->on_value && rule->text != NULL ? pen->layout->size * 1.3 : 0;

  if (!isfinite (at) || at < (across ? place->left : place->top) - 1 ||
      at > (across ? place->right : place->bottom) + 1)
    return;
  set_hairline (pen, rule->strong ? &pen->paint->text : &pen->paint->dim, rule->strong ? 1.1 : 0.9);
  if (!rule->strong)
    cairo_set_dash (pen->cr, dash, 2, 0);
  if (across)
    stroke_between (pen, at, place->top - up, at, place->bottom);
  else
    stroke_between (pen, place->left, at, place->right, at);
}

static void
draw_rules (const MappeChartPen *pen, const MappeChartPlace *place)
{
  for (guint i = 0; i < place->panel->rules->len; i++)
    draw_rule (pen, place, &g_array_index (place->panel->rules, MappeChartRule, i));
}

static void
draw_leaders (const MappeChartPen *pen, const MappeChartPlace *place)
{
  for (guint i = 0; i < place->leaders->len; i++)
    {
      const MappeChartLeader *leader = &g_array_index (place->leaders, MappeChartLeader, i);

      set_hairline (pen, &pen->paint->axis, 0.7);
      stroke_between (pen, leader->x0, leader->y0, leader->x1, leader->y1);
    }
}

/* --- the figures --- */

/* Marks at the edge of the plot are whole; a zoomed picture ends there. */
static void
draw_layers (const MappeChartPen *pen, const MappeChartPlace *place, guint from, guint to)
{
  gboolean free_edges = place->panel->horizontal || place->panel->position.kind == MAPPE_CHART_AXIS_CATEGORY ||
                        !(pen->layout->from < pen->layout->to);
  double room = pen->layout->size * 0.5, side = free_edges ? room : 0;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, floor (place->left - side), floor (place->top - room),
                   ceil (place->right - place->left + 2 * side + 1), ceil (place->bottom - place->top + 2 * room));
  cairo_clip (pen->cr);
  for (guint layer = from; layer < to; layer++)
    for (guint i = 0; i < place->panel->series->len; i++)
      mappe_chart_draw_series (pen, place, g_ptr_array_index (place->panel->series, i), layer);
  cairo_restore (pen->cr);
}

static void
draw_place (const MappeChartPen *pen, const MappeChartPlace *place)
{
  draw_spans (pen, place);
  draw_grid (pen, place);
  draw_axis (pen, place);
  /* Lines of reference lie on shaded areas and under the other lines. */
  if (place->panel->bars)
    draw_rules (pen, place);
  draw_layers (pen, place, 0, 1);
  if (!place->panel->bars)
    draw_rules (pen, place);
  draw_layers (pen, place, 1, MAPPE_CHART_LAYERS);
  draw_leaders (pen, place);
}

/* --- key and texts --- */

static void
draw_series_glyph (const MappeChartPen *pen, const MappeChartGlyph *glyph)
{
  MappeChartRole role = glyph->series != NULL ? glyph->series->role : MAPPE_CHART_ROLE_CENTER;
  MappeChartLook look = mappe_chart_theme_get_look (pen->theme, role);
  guint draw = glyph->series != NULL ? glyph->series->draw : MAPPE_CHART_LINE;
  double size = pen->layout->size * 0.72, x = glyph->x + glyph->width / 2;
  double strength = glyph->series != NULL ? glyph->series->strength : 1;

  if ((draw & (MAPPE_CHART_BARS | MAPPE_CHART_BAND)) != 0)
    {
      if ((draw & MAPPE_CHART_BAND) != 0)
        look.color = pen->paint->grid;
      mappe_chart_draw_area (pen, &look, glyph->x + glyph->width / 4, glyph->y - size / 2, glyph->width * 0.75, size);
      return;
    }
  if ((draw & (MAPPE_CHART_LINE | MAPPE_CHART_STEPS | MAPPE_CHART_WHISKERS | MAPPE_CHART_LEVELS)) != 0)
    {
      if ((draw & (MAPPE_CHART_WHISKERS | MAPPE_CHART_LEVELS)) != 0)
        look.dash = NULL;
      mappe_chart_pen_line (pen, &look, (draw & MAPPE_CHART_LEVELS) != 0 ? 1.8 : strength,
                            glyph->series != NULL && glyph->series->dashed);
      stroke_between (pen, glyph->x, glyph->y, glyph->x + glyph->width, glyph->y);
    }
  if ((draw & MAPPE_CHART_MARKERS) != 0)
    mappe_chart_draw_marker (pen, &look, look.hollow, x, glyph->y,
                             pen->layout->size * 0.26 * CLAMP (glyph->series->strength, 1, 1.3));
}

static void
draw_gap_glyph (const MappeChartPen *pen, const MappeChartGlyph *glyph)
{
  MappeChartLook look = mappe_chart_theme_get_look (pen->theme, MAPPE_CHART_ROLE_MEASURE);

  mappe_chart_pen_line (pen, &look, 1, FALSE);
  stroke_between (pen, glyph->x, glyph->y, glyph->x + glyph->width * 0.3, glyph->y);
  stroke_between (pen, glyph->x + glyph->width * 0.7, glyph->y, glyph->x + glyph->width, glyph->y);
}

static void
draw_span_glyph (const MappeChartPen *pen, const MappeChartGlyph *glyph)
{
  double half = pen->layout->size * 0.4;

  cairo_rectangle (pen->cr, glyph->x + glyph->width / 4, glyph->y - half, glyph->width / 2, 2 * half);
  mappe_chart_pen_color (pen, &pen->paint->shade);
  cairo_fill_preserve (pen->cr);
  set_hairline (pen, &pen->paint->axis, 0.6);
  cairo_stroke (pen->cr);
}

static void
draw_glyph (const MappeChartPen *pen, const MappeChartGlyph *glyph)
{
  MappeChartLook look = mappe_chart_theme_get_look (pen->theme, MAPPE_CHART_ROLE_MEASURE);
  double x = glyph->x + glyph->width / 2, radius = pen->layout->size * 0.24;

  switch (glyph->kind)
    {
    case MAPPE_CHART_GLYPH_SUPPRESSED:
      mappe_chart_draw_suppressed (pen, x, glyph->y);
      break;
    case MAPPE_CHART_GLYPH_PROVISIONAL:
      mappe_chart_draw_marker (pen, &look, TRUE, x, glyph->y, radius);
      break;
    case MAPPE_CHART_GLYPH_SIGNAL:
      mappe_chart_draw_marker (pen, &look, FALSE, x, glyph->y, radius);
      mappe_chart_draw_ring (pen, x, glyph->y, radius * 1.9 + pen->unit);
      break;
    case MAPPE_CHART_GLYPH_GAP:
      draw_gap_glyph (pen, glyph);
      break;
    case MAPPE_CHART_GLYPH_SPAN:
      draw_span_glyph (pen, glyph);
      break;
    case MAPPE_CHART_GLYPH_SERIES:
    default:
      draw_series_glyph (pen, glyph);
      break;
    }
}

/* The colour of its line, where that can be read as text. */
static void
set_label_color (const MappeChartPen *pen, const MappeChartLabel *label)
{
  const MappeChartPaint *paint = pen->paint;

  if (label->on_role >= 0)
    {
      MappeChartLook look = mappe_chart_theme_get_look (pen->theme, (MappeChartRole) label->on_role);
      gboolean paper = mappe_chart_color_contrast (&paint->paper, &look.color) >
                       mappe_chart_color_contrast (&paint->text, &look.color);

      mappe_chart_pen_color (pen, paper ? &paint->paper : &paint->text);
      return;
    }
  if (label->role >= 0)
    {
      MappeChartLook look = mappe_chart_theme_get_look (pen->theme, (MappeChartRole) label->role);

      if (mappe_chart_color_contrast (&paint->paper, &look.color) >= TEXT_CONTRAST)
        mappe_chart_pen_color (pen, &look.color);
      else
        mappe_chart_pen_color (pen, &paint->dim);
      return;
    }
  mappe_chart_pen_color (pen, label->dim ? &paint->dim : &paint->text);
}

/* On hatching a figure gets a plate of its own. */
static void
draw_plate (const MappeChartPen *pen, const MappeChartLabel *label)
{
  MappeChartLook look;

  if (label->on_role < 0)
    return;
  look = mappe_chart_theme_get_look (pen->theme, (MappeChartRole) label->on_role);
  if (!look.hatched)
    return;
  mappe_chart_pen_color (pen, &look.color);
  cairo_rectangle (pen->cr, label->x - 1, label->y, label->width + 2, label->height);
  cairo_fill (pen->cr);
}

static void
to_text (const MappeChartPen *pen, const MappeChartLabel *label)
{
  cairo_translate (pen->cr, label->x, label->y);
  cairo_scale (pen->cr, label->scale, label->scale);
  cairo_move_to (pen->cr, 0, 0);
}

/* A name among lines keeps them at a distance. */
static void
draw_halo (const MappeChartPen *pen, const MappeChartLabel *label)
{
  if (label->kind != MAPPE_CHART_LABEL_NAME && label->kind != MAPPE_CHART_LABEL_CORNER)
    return;
  cairo_new_path (pen->cr);
  cairo_save (pen->cr);
  to_text (pen, label);
  pango_cairo_layout_path (pen->cr, label->text);
  cairo_restore (pen->cr);
  mappe_chart_pen_color (pen, &pen->paint->paper);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (pen->cr, pen->layout->size * 0.3);
  cairo_stroke (pen->cr);
}

static void
draw_label (const MappeChartPen *pen, const MappeChartLabel *label)
{
  draw_plate (pen, label);
  draw_halo (pen, label);
  set_label_color (pen, label);
  cairo_save (pen->cr);
  to_text (pen, label);
  pango_cairo_show_layout (pen->cr, label->text);
  cairo_restore (pen->cr);
}

void
mappe_chart_draw_layout (cairo_t *cr, const MappeChartLayout *layout, MappeChartTheme theme)
{
  MappeChartPen pen = { cr, layout, theme, mappe_chart_theme_get_paint (theme), layout->size / 12 };

  cairo_save (cr);
  mappe_chart_pen_color (&pen, &pen.paint->paper);
  cairo_rectangle (cr, 0, 0, layout->width, layout->height);
  cairo_fill (cr);
  for (guint i = 0; i < layout->places->len; i++)
    draw_place (&pen, g_ptr_array_index (layout->places, i));
  for (guint i = 0; i < layout->glyphs->len; i++)
    draw_glyph (&pen, &g_array_index (layout->glyphs, MappeChartGlyph, i));
  for (guint i = 0; i < layout->labels->len; i++)
    draw_label (&pen, g_ptr_array_index (layout->labels, i));
  cairo_restore (cr);
}
