/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-spark.h"

#include <math.h>

#define WIDTH 120
#define HEIGHT 32
#define MARGIN 3.0
#define DOT 1.6

struct _MappeSpark {
  GtkWidget parent_instance;

  double *values;
  gsize   n;
  int     start;  /* index of the first figure after the start, or -1 */
};

G_DEFINE_FINAL_TYPE (MappeSpark, mappe_spark, GTK_TYPE_WIDGET)

/* From 0 on, as in the large charts: a small swing must not look like a large one. */
static double
largest (const MappeSpark *self)
{
  double most = 0;

  for (gsize i = 0; i < self->n; i++)
    if (isfinite (self->values[i]))
      most = MAX (most, fabs (self->values[i]));
  return most > 0 ? most : 1;
}

static void
draw_line (const MappeSpark *self, cairo_t *cr, double step, double height)
{
  double most = largest (self);

  for (gsize i = 0; i < self->n; i++)
    {
      double x = MARGIN + (double) i * step, y = height - MARGIN - self->values[i] / most * (height - 2 * MARGIN);
      gboolean before = i > 0 && isfinite (self->values[i - 1]);
      gboolean after = i + 1 < self->n && isfinite (self->values[i + 1]);

      if (!isfinite (self->values[i]))
        continue;
      if (before)
        cairo_line_to (cr, x, y);
      else if (after)
        cairo_move_to (cr, x, y);
      else
        {
          /* Alone between gaps. */
          cairo_stroke (cr);
          cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
          cairo_fill (cr);
        }
    }
  cairo_stroke (cr);
}

static void
mappe_spark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MappeSpark *self = MAPPE_SPARK (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double step = self->n > 1 ? (width - 2 * MARGIN) / (double) (self->n - 1) : 0;
  cairo_t *cr;
  GdkRGBA ink;

  if (self->n == 0 || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_line (self, cr, step, height);
  if (self->start > 0 && (gsize) self->start < self->n)
    {
      const double dash[] = { 2, 2 };
      double x = MARGIN + (self->start - 0.5) * step;

      cairo_set_line_width (cr, 1);
      cairo_set_dash (cr, dash, 2, 0);
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
mappe_spark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
mappe_spark_finalize (GObject *object)
{
  g_free (MAPPE_SPARK (object)->values);
  G_OBJECT_CLASS (mappe_spark_parent_class)->finalize (object);
}

static void
mappe_spark_class_init (MappeSparkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_spark_finalize;
  widget_class->measure = mappe_spark_measure;
  widget_class->snapshot = mappe_spark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "spark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mappe_spark_init (MappeSpark *self)
{
}

/**
 * mappe_spark_new:
 * @values: figures, %NAN for gaps
 * @start: index of the first one after the start, or -1
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
mappe_spark_new (const double *values, gsize n, int start)
{
  MappeSpark *self = g_object_new (MAPPE_TYPE_SPARK, NULL);

  self->values = g_memdup2 (values, n * sizeof *values);
  self->n = n;
  self->start = start;
  return GTK_WIDGET (self);
}
