/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of many points on the screen: bench-chart [POINTS]
 *
 * The reference is the bare line: the extremes of each column of pixels, found and drawn with cairo and nothing else,
 * as anybody would do it who wants only that. */
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "mappe-chart-series.h"
#include "mappe-chart-view.h"

#define RUNS 21
#define WIDTH 1200
#define HEIGHT 600
#define FRAME 16.7

static double *values, low = INFINITY, high = -INFINITY;
static gsize n_values;

static void
make_values (gsize n)
{
  guint32 seed = 7;
  double y = 0;

  n_values = n;
  values = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    {
      seed = seed * 1103515245u + 12345u;
      y += ((double) ((seed >> 8) % 2001) - 1000) / 1000;
      values[i] = y + sin ((double) i / 5000) * 200;
      low = MIN (low, values[i]);
      high = MAX (high, values[i]);
    }
}

/* --- the bare line --- */

static void
draw_column (cairo_t *cr, gsize from, gsize to)
{
  gsize a = from, b = from, corners[4];

  for (gsize i = from; i < to; i++)
    {
      a = values[i] < values[a] ? i : a;
      b = values[i] > values[b] ? i : b;
    }
  corners[0] = from;
  corners[1] = MIN (a, b);
  corners[2] = MAX (a, b);
  corners[3] = to - 1;
  for (guint i = 0; i < 4; i++)
    cairo_line_to (cr, (double) corners[i] * (WIDTH - 1) / (double) (n_values - 1),
                   (HEIGHT - 1) * (high - values[corners[i]]) / (high - low));
}

static void
draw_bare (cairo_t *cr)
{
  gsize i = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.3, 0.7);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  for (guint x = 0; x < WIDTH && i < n_values; x++)
    {
      gsize end = MIN ((gsize) ceil ((x + 1) * (double) (n_values - 1) / (WIDTH - 1)), n_values);

      if (end > i)
        draw_column (cr, i, end);
      i = MAX (i, end);
    }
  cairo_stroke (cr);
}

/* --- measuring --- */

typedef enum {
  BARE,
  REDRAW,  /* nothing has changed, as on a hover */
  ZOOM,    /* the window has changed, everything is laid out anew */
  FIRST,   /* a new view */
} Way;

static void
draw (Way way, MappeChartView *view, cairo_t *cr, guint run)
{
  if (way == BARE)
    {
      draw_bare (cr);
      return;
    }
  if (way == ZOOM)
    mappe_chart_view_set_window (view, 1 + run, (double) n_values - 2 - run);
  if (way == FIRST)
    {
      g_autoptr (MappeChartView) fresh = mappe_chart_view_new (mappe_chart_view_get_chart (view));

      mappe_chart_view_set_size (fresh, WIDTH, HEIGHT);
      mappe_chart_view_draw (fresh, cr);
      return;
    }
  mappe_chart_view_draw (view, cr);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* Milliseconds of the processor, which other programs of the machine hardly change. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* Of the median run. */
static double
measure (Way way, MappeChartView *view)
{
  double times[RUNS];
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  for (guint i = 0; i < RUNS; i++)
    {
      cairo_t *cr = cairo_create (surface);
      double start = now ();

      draw (way, view, cr, i);
      cairo_surface_flush (surface);
      times[i] = now () - start;
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  qsort (times, RUNS, sizeof (double), compare);
  return times[RUNS / 2];
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "bare line", "drawn again", "zoomed", "first time" };
  gsize n = argc > 1 ? strtoul (argv[1], NULL, 10) : 1000000;
  MappeChartHead head = { mappe_language_get ("en"), "A long series", "Measurements", NULL, NULL, NULL };
  MappeChartControl control = { .quantity = { "Value", NULL, 1, TRUE } };
  g_autoptr (MappeChart) chart = NULL;
  g_autoptr (MappeChartView) view = NULL;
  double bare = 0;

  setlocale (LC_ALL, "C.UTF-8");
  make_values (n);
  control.points = (MappeChartPoints) { n, NULL, values, NULL };
  chart = mappe_chart_new_control (&head, &control);
  view = mappe_chart_view_new (chart);
  mappe_chart_view_set_size (view, WIDTH, HEIGHT);
  for (Way way = BARE; way <= FIRST; way++)
    {
      double time = measure (way, view);

      bare = way == BARE ? time : bare;
      g_print ("%-12s %zu points: %6.2f ms, %.2f × the bare line, %.2f of a frame\n", names[way], n, time, time / bare,
               time / FRAME);
    }
  g_free (values);
  return 0;
}
