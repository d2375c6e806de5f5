/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "mappe-plan-timeline.h"

/* The picture: phases as bands above, units as rows, closures as rows beneath, the time at the foot. A text is drawn
 * only where it has room; names at the left are cut with an ellipsis, what does not fit into a bar stands in the
 * table. */

enum { DAY = 24 * 60 };

#define TEXT 12.0
#define ROW 26.0
#define BAND 20.0
#define GAP 8.0
#define FOOT 40.0
#define PAD 8.0
#define WIDEST_NAME 0.34  /* share of the width */

typedef struct {
  const MappePlanTimeline       *timeline;
  const MappePlanTimelineLabels *labels;
  cairo_t                   *cr;
  const MappeChartPaint     *paint;
  MappeChartTheme            theme;
  PangoLayout               *layout;
  const MappePlanTimelineMarks *marks;  /* nullable */
  double                     unit, left, right, top, width;
} Pen;

static const MappeChartRole roles[MAPPE_EVENT_N_PHASES + 1] = {
  MAPPE_CHART_ROLE_COMPARISON, MAPPE_CHART_ROLE_MEASURE, MAPPE_CHART_ROLE_BUFFER, MAPPE_CHART_ROLE_FOURTH,
};

/** mappe_plan_timeline_height: @text_scale: 1 for a text of usual size. Returns: height of the picture */
double
mappe_plan_timeline_height (const MappePlanTimeline *self, double text_scale)
{
  guint closures = self->rows->len - self->n_units;

  return text_scale * (PAD + MAPPE_EVENT_N_PHASES * BAND + GAP + self->n_units * ROW + (closures > 0 ? BAND : 0)
                       + closures * ROW + FOOT);
}

static void
set_color (const Pen *pen, const MappeChartColor *color, double alpha)
{
  cairo_set_source_rgba (pen->cr, color->red, color->green, color->blue, alpha);
}

static double
x_of (const Pen *pen, gint64 minute)
{
  const MappePlanTimeline *timeline = pen->timeline;

  return pen->left + (pen->right - pen->left) * (double) (minute - timeline->from)
                         / (double) (timeline->to - timeline->from);
}

/* --- texts --- */

static double
measure (const Pen *pen, const char *text)
{
  int width;

  pango_layout_set_width (pen->layout, -1);
  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_get_pixel_size (pen->layout, &width, NULL);
  return width;
}

/* @y: middle of the line; @most: widest it may be, longer ones end in an ellipsis */
static void
write_text (const Pen *pen, const char *text, double x, double y, double most, const MappeChartColor *color)
{
  cairo_rectangle_t place;
  int width, height;

  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_set_width (pen->layout, (int) (most * PANGO_SCALE));
  pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (pen->layout, &width, &height);
  set_color (pen, color, 1);
  cairo_move_to (pen->cr, x, y - height / 2.0);
  pango_cairo_show_layout (pen->cr, pen->layout);
  place = (cairo_rectangle_t) { x, y - height / 2.0, width, height };
  if (pen->marks != NULL && pen->marks->texts != NULL && *text != '\0')
    g_array_append_val (pen->marks->texts, place);
}

/* --- shapes --- */

static void
hatch (const Pen *pen, double x, double y, double width, double height)
{
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_clip (pen->cr);
  for (double at = x - height; at < x + width; at += 6 * pen->unit)
    {
      cairo_move_to (pen->cr, at, y + height);
      cairo_line_to (pen->cr, at + height, y);
    }
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* Filled lightly, so that a text on it has the contrast of text on paper; the edge has the strength of the colour. */
static void
draw_block (const Pen *pen, guint phase, double x, double y, double width, double height)
{
  MappeChartLook look = mappe_chart_theme_get_look (pen->theme, roles[phase]);
  double line = pen->paint->width * pen->unit;

  set_color (pen, &look.color, 0.18);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_fill (pen->cr);
  set_color (pen, &look.color, 1);
  cairo_set_line_width (pen->cr, line / 2);
  if (phase == MAPPE_EVENT_N_PHASES)
    hatch (pen, x, y, width, height);
  cairo_set_line_width (pen->cr, line);
  cairo_rectangle (pen->cr, x + line / 2, y + line / 2, MAX (width - line, line / 2), height - line);
  cairo_stroke (pen->cr);
}

/* --- parts --- */

static void
draw_phase (const Pen *pen, guint phase)
{
  const char *name = pen->labels->phases[phase];
  gint64 from = pen->timeline->phases[phase].from, to = pen->timeline->phases[phase].to;
  double y = pen->top + phase * BAND * pen->unit, height = BAND * pen->unit;

  if (from > to)
    return;
  draw_block (pen, phase, x_of (pen, from), y + 2, MAX (x_of (pen, to) - x_of (pen, from), 2), height - 4);
  write_text (pen, name, PAD * pen->unit, y + height / 2, pen->left - (GAP + PAD) * pen->unit, &pen->paint->text);
}

/* A frame around the bar that is pointed at, with room between, so that it is seen on every colour. */
static void
draw_frame (const Pen *pen, const cairo_rectangle_t *place)
{
  double gap = 2 * pen->unit;

  set_color (pen, &pen->paint->text, 1);
  cairo_set_line_width (pen->cr, 2 * pen->unit);
  cairo_rectangle (pen->cr, place->x - gap, place->y - gap, place->width + 2 * gap, place->height + 2 * gap);
  cairo_stroke (pen->cr);
}

static void
mark_bar (const Pen *pen, int n, const cairo_rectangle_t *place)
{
  if (pen->marks == NULL)
    return;
  if (pen->marks->bars != NULL)
    g_array_append_val (pen->marks->bars, *place);
  if (pen->marks->pointed == n)
    draw_frame (pen, place);
}

static void
draw_bar (const Pen *pen, guint n, double y)
{
  const MappePlanTimelineBar *bar = g_ptr_array_index (pen->timeline->bars, n);
  double x = x_of (pen, bar->from), width = MAX (x_of (pen, bar->to) - x, 2), height = ROW * pen->unit;
  double room = width - 8 * pen->unit;
  cairo_rectangle_t place = { x, y + 3, width, height - 6 };

  draw_block (pen, bar->phase, place.x, place.y, place.width, place.height);
  mark_bar (pen, (int) n, &place);
  if (bar->phase < MAPPE_EVENT_N_PHASES && room > 40 * pen->unit)
    write_text (pen, bar->text, x + 4 * pen->unit, y + height / 2, room, &pen->paint->text);
}

static double
row_top (const Pen *pen, guint row)
{
  double heading = row >= pen->timeline->n_units ? BAND : 0;

  return pen->top + pen->unit * (MAPPE_EVENT_N_PHASES * BAND + GAP + heading + row * ROW);
}

static void
draw_rows (const Pen *pen)
{
  const MappePlanTimeline *timeline = pen->timeline;

  for (guint row = 0; row < timeline->rows->len; row++)
    {
      double y = row_top (pen, row);

      set_color (pen, &pen->paint->grid, 1);
      cairo_set_line_width (pen->cr, pen->unit);
      cairo_move_to (pen->cr, pen->left, y);
      cairo_line_to (pen->cr, pen->right, y);
      cairo_stroke (pen->cr);
      write_text (pen, g_ptr_array_index (timeline->rows, row), PAD * pen->unit, y + ROW * pen->unit / 2,
                  pen->left - (GAP + PAD) * pen->unit, &pen->paint->text);
    }
  if (timeline->rows->len > timeline->n_units)
    write_text (pen, pen->labels->closures, PAD * pen->unit,
                row_top (pen, timeline->n_units) - BAND * pen->unit / 2, pen->left - (GAP + PAD) * pen->unit,
                &pen->paint->dim);
  for (guint i = 0; i < timeline->bars->len; i++)
    draw_bar (pen, i, row_top (pen, ((MappePlanTimelineBar *) g_ptr_array_index (timeline->bars, i))->row));
}

/* --- time --- */

/* "16:00" within days; the day at midnight and where days are the steps. */
static char *
tick_text (const Pen *pen, gint64 minute, gboolean day)
{
  g_autofree char *at = mappe_plan_timeline_moment (pen->timeline, minute);

  if (!day)
    return g_strdup (at + sizeof "YYYY-MM-DDT" - 1);
  at[sizeof "YYYY-MM-DD" - 1] = '\0';
  return mappe_language_date (pen->labels->language, at);
}

/* The shortest step whose texts have room. */
static gint64
step_of (const Pen *pen)
{
  static const gint64 steps[] = { 15, 30, 60, 120, 180, 360, 720, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY };
  const MappePlanTimeline *timeline = pen->timeline;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text = tick_text (pen, timeline->from, steps[i] >= DAY);
      double room = (pen->right - pen->left) * (double) steps[i] / (double) (timeline->to - timeline->from);

      if (room >= measure (pen, text) + 16 * pen->unit)
        return steps[i];
    }
  return 365 * DAY;
}

/* A text centred at @x, within the picture, unless it would touch the one before it. */
static void
write_tick (const Pen *pen, const char *text, double x, double y, double *taken)
{
  double width = measure (pen, text), at = CLAMP (x - width / 2, 0, pen->width - width);

  if (at < *taken)
    return;
  write_text (pen, text, at, y, width + 1, &pen->paint->dim);
  *taken = at + width + 8 * pen->unit;
}

static void
draw_time (const Pen *pen, double bottom)
{
  const MappePlanTimeline *timeline = pen->timeline;
  gint64 step = step_of (pen), first = (timeline->from + step - 1) / step * step;
  double taken = 0, taken_day = 0;

  if (timeline->from < 0)
    first = -(-timeline->from / step) * step;
  for (gint64 at = first; at <= timeline->to; at += step)
    {
      double x = x_of (pen, at);
      g_autofree char *text = tick_text (pen, at, step >= DAY);

      set_color (pen, &pen->paint->grid, 1);
      cairo_set_line_width (pen->cr, (at % DAY == 0 && step < DAY ? 2 : 1) * pen->unit);
      cairo_move_to (pen->cr, x, pen->top);
      cairo_line_to (pen->cr, x, bottom);
      cairo_stroke (pen->cr);
      write_tick (pen, text, x, bottom + 10 * pen->unit, &taken);
      if (step < DAY && (at == first || at % DAY == 0))
        {
          g_autofree char *day = tick_text (pen, at, TRUE);

          write_tick (pen, day, x, bottom + 28 * pen->unit, &taken_day);
        }
    }
  set_color (pen, &pen->paint->axis, 1);
  cairo_set_line_width (pen->cr, pen->unit);
  cairo_move_to (pen->cr, pen->left, bottom);
  cairo_line_to (pen->cr, pen->right, bottom);
  cairo_stroke (pen->cr);
}

/* --- all of it --- */

static double
widest_name (const Pen *pen)
{
  double widest = measure (pen, pen->labels->closures);

  for (guint i = 0; i < MAPPE_EVENT_N_PHASES; i++)
    widest = MAX (widest, measure (pen, pen->labels->phases[i]));
  for (guint i = 0; i < pen->timeline->rows->len; i++)
    widest = MAX (widest, measure (pen, g_ptr_array_index (pen->timeline->rows, i)));
  return MIN (widest + (GAP + 2 * PAD) * pen->unit, pen->width * WIDEST_NAME);
}

static PangoLayout *
layout_new (cairo_t *cr, const char *family, double size)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, family != NULL ? family : "Sans");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_font_description_free (font);
  return layout;
}

/**
 * mappe_plan_timeline_draw:
 * @labels: what is written beside names
 * @family: (nullable): of the font
 * @width: of the picture
 * @text_scale: 1 for a text of usual size
 * @marks: (nullable): what is pointed at, and where things are
 *
 * Draws the plan in time from the origin of @cr on, as high as mappe_plan_timeline_height() says.
 */
void
mappe_plan_timeline_draw (const MappePlanTimeline *self, cairo_t *cr, const MappePlanTimelineLabels *labels,
                          MappeChartTheme theme, const char *family, double width, double text_scale,
                          const MappePlanTimelineMarks *marks)
{
  Pen pen = {
    .timeline = self, .labels = labels, .cr = cr, .paint = mappe_chart_theme_get_paint (theme), .theme = theme,
    .layout = layout_new (cr, family, TEXT * text_scale), .marks = marks, .unit = text_scale,
    .right = width - 2 * PAD * text_scale, .top = PAD * text_scale, .width = width,
  };
  double bottom = mappe_plan_timeline_height (self, text_scale) - FOOT * text_scale;

  pen.left = widest_name (&pen);
  set_color (&pen, &pen.paint->paper, 1);
  cairo_rectangle (cr, 0, 0, width, bottom + FOOT * text_scale);
  cairo_fill (cr);
  draw_time (&pen, bottom);
  for (guint phase = 0; phase < MAPPE_EVENT_N_PHASES; phase++)
    draw_phase (&pen, phase);
  draw_rows (&pen);
  g_object_unref (pen.layout);
}
