/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-timeline.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"

#define ROW_HEIGHT 28
#define AXIS_HEIGHT 22
#define BAR_HEIGHT 18
#define LEAST_DAYS 366
#define YEAR_WIDTH 44

typedef struct {
  char *label, *from, *to;
} Period;

/**
 * MappeTimeline:
 * @first: first day shown, `YYYY-01-01`
 * @days: number of days shown
 */
struct _MappeTimeline {
  GtkWidget  parent_instance;
  GPtrArray *periods;
  char      *first;
  int        days;
};

G_DEFINE_FINAL_TYPE (MappeTimeline, mappe_timeline, GTK_TYPE_WIDGET)

static void
period_free (gpointer data)
{
  Period *period = data;
  g_free (period->label);
  g_free (period->from);
  g_free (period->to);
  g_free (period);
}

/* Whole years, so that the ticks stand at their begin and the bars do not touch the edge. */
static void
find_span (MappeTimeline *self)
{
  g_autofree char *today = mappe_date_today ();
  const char *least = today, *most = today;
  for (guint i = 0; i < self->periods->len; i++)
    {
      const Period *period = g_ptr_array_index (self->periods, i);
      if (period->from != NULL && g_strcmp0 (period->from, least) < 0)
        least = period->from;
      if (period->to != NULL && g_strcmp0 (period->to, most) > 0)
        most = period->to;
    }
  g_free (self->first);
  self->first = g_strdup_printf ("%.4s-01-01", least);
  g_autofree char *last = g_strdup_printf ("%.4s-12-31", most);
  self->days = MAX (mappe_date_days_between (self->first, last), LEAST_DAYS);
}

static double
place (MappeTimeline *self, const char *iso, double width)
{
  return CLAMP (mappe_date_days_between (self->first, iso) * width / self->days, 0, width);
}

static void
draw_text (MappeTimeline *self, cairo_t *cr, const char *text, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_axis (MappeTimeline *self, cairo_t *cr, const GdkRGBA *ink, double width, double height)
{
  int year = (int) g_ascii_strtoll (self->first, NULL, 10);
  int years = MAX (self->days / 365, 1);
  int each = MAX ((int) (YEAR_WIDTH * years / MAX (width, 1)) + 1, 1);
  for (int i = 0; i <= years; i += each)
    {
      g_autofree char *start = g_strdup_printf ("%04d-01-01", year + i);
      g_autofree char *label = g_strdup_printf ("%d", year + i);
      double x = place (self, start, width);
      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.15);
      cairo_rectangle (cr, x, 0, 1, height - AXIS_HEIGHT + 4);
      cairo_fill (cr);
      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.7);
      if (x + YEAR_WIDTH <= width)
        draw_text (self, cr, label, x + 3, height - AXIS_HEIGHT + 2, 0);
    }
}

static void
draw_today (MappeTimeline *self, cairo_t *cr, const GdkRGBA *ink, double width, double height)
{
  g_autofree char *today = mappe_date_today ();
  double x = place (self, today, width);
  const double dash[] = { 3, 3 };
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.9);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, height - AXIS_HEIGHT + 4);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_round (cairo_t *cr, double x, double y, double width, double height)
{
  double r = MIN (height / 2, 5);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

/* An ended period is an outline, a running one is filled: told by shape, not by colour. */
static void
draw_period (MappeTimeline *self,
             cairo_t *cr,
             const Period *period,
             guint nth,
             const GdkRGBA *ink,
             const GdkRGBA *accent,
             double width)
{
  g_autofree char *today = mappe_date_today ();
  gboolean over = period->to != NULL && g_strcmp0 (period->to, today) < 0;
  double start = period->from != NULL ? place (self, period->from, width) : 0;
  double end = period->to != NULL ? place (self, period->to, width) : width;
  double y = nth * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2.0;
  double bar = MAX (end - start, 6);
  draw_round (cr, start + 0.5, y + 0.5, bar - 1, BAR_HEIGHT - 1);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, over ? 0.08 : 0.30);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.9);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 1);
  /* A bar too short for its label has it at its side. */
  if (bar > 120)
    draw_text (self, cr, period->label, start + 8, y, bar - 12);
  else if (width - end > start)
    draw_text (self, cr, period->label, end + 6, y, width - end - 6);
  else
    draw_text (self, cr, period->label, 0, y, MAX (start - 6, 20));
}

static void
mappe_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MappeTimeline *self = MAPPE_TIMELINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA ink, accent;
  if (self->periods->len == 0 || width <= 0)
    return;
  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = ink;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_axis (self, cr, &ink, width, height);
  for (guint i = 0; i < self->periods->len; i++)
    draw_period (self, cr, g_ptr_array_index (self->periods, i), i, &ink, &accent, width);
  draw_today (self, cr, &ink, width, height);
  cairo_destroy (cr);
}

static void
mappe_timeline_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MappeTimeline *self = MAPPE_TIMELINE (widget);
  int rows = (int) self->periods->len;
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? rows * ROW_HEIGHT + AXIS_HEIGHT : 160;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? *minimum : 600;
}

static void
mappe_timeline_finalize (GObject *object)
{
  MappeTimeline *self = MAPPE_TIMELINE (object);
  g_ptr_array_unref (self->periods);
  g_free (self->first);
  G_OBJECT_CLASS (mappe_timeline_parent_class)->finalize (object);
}

static void
mappe_timeline_class_init (MappeTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_timeline_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = mappe_timeline_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = mappe_timeline_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mappe_timeline_init (MappeTimeline *self)
{
  self->periods = g_ptr_array_new_with_free_func (period_free);
  find_span (self);
}

/** mappe_timeline_new: Returns: (transfer floating): an empty timeline */
GtkWidget *
mappe_timeline_new (void)
{
  return g_object_new (MAPPE_TYPE_TIMELINE, NULL);
}

/**
 * mappe_timeline_add:
 * @self: the timeline
 * @label: what the period is called
 * @from: (nullable): first day, `YYYY-MM-DD`; %NULL for unknown
 * @to: (nullable): last day; %NULL for open
 */
void
mappe_timeline_add (MappeTimeline *self, const char *label, const char *from, const char *to)
{
  Period *period = g_new0 (Period, 1);
  period->label = g_strdup (label);
  period->from = g_strdup (from);
  period->to = g_strdup (to);
  g_ptr_array_add (self->periods, period);
  find_span (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** mappe_timeline_set_summary: @summary: one sentence that says what the picture shows */
void
mappe_timeline_set_summary (MappeTimeline *self, const char *summary)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), summary);
}
