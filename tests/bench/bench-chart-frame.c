/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of very many points on the screen, by the frame clock of its window: bench-chart-frame [POINTS]
 *
 *   python3 tests/uitest/session.py -- BUILD/tests/bench/bench-chart-frame
 *
 * What a frame takes from "before-paint" to "after-paint" while the pointer moves, the chart is panned, zoomed and made
 * larger and smaller: of the clock, and of the processor, which other programs of the machine hardly change. The
 * reference is the same window with an empty chart. */
#include <adwaita.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "mappe-chart-area.h"
#include "mappe-chart-series.h"

#define FRAMES 200
#define WARM_UP 10
#define FRAME 16.7

typedef enum { HOVER, PAN, ZOOM, RESIZE, N_WAYS } Way;

static const char *const names[] = { "hover", "pan", "zoom", "resize" };

typedef struct {
  GMainLoop      *loop;
  MappeChartArea *area;
  Way             way;
  int             frames;
  double          clock, processor;
  double          clocks[FRAMES], processors[FRAMES];
} Bench;

static double
milliseconds (clockid_t id)
{
  struct timespec time;

  clock_gettime (id, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static MappeChart *
make_chart (gsize n)
{
  MappeChartHead head = { mappe_language_get ("en"), "A long series", "Measurements", NULL, NULL, NULL };
  MappeChartControl control = { .quantity = { "Value", NULL, 1, TRUE } };
  g_autofree double *values = g_new (double, n);
  guint32 seed = 7;
  double y = 0;

  for (gsize i = 0; i < n; i++)
    {
      seed = seed * 1103515245u + 12345u;
      y += ((double) ((seed >> 8) % 2001) - 1000) / 1000;
      values[i] = y + sin ((double) i / 5000) * 200;
    }
  control.points = (MappeChartPoints) { n, NULL, values, NULL };
  return mappe_chart_new_control (&head, &control);
}

/* --- what somebody does --- */

static void
act (Bench *bench)
{
  int width = gtk_widget_get_width (GTK_WIDGET (bench->area));
  int turn = bench->frames % 40 < 20 ? 1 : -1;

  switch (bench->way)
    {
    case HOVER:
      mappe_chart_area_point_at (bench->area, 80 + bench->frames * 37 % (width - 160), 300);
      break;
    case PAN:
      gtk_widget_activate_action (GTK_WIDGET (bench->area), "chart.pan", "i", turn);
      break;
    case ZOOM:
      gtk_widget_activate_action (GTK_WIDGET (bench->area), "chart.zoom", "i", bench->frames % 8 < 4 ? 1 : -1);
      break;
    case RESIZE:
    case N_WAYS:
    default:
      gtk_widget_set_margin_end (GTK_WIDGET (bench->area), 5 * (bench->frames % 40));
    }
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  act (data);
  gtk_widget_queue_draw (GTK_WIDGET (((Bench *) data)->area));
  return G_SOURCE_CONTINUE;
}

/* --- measuring --- */

static void
before_cb (Bench *bench)
{
  bench->clock = milliseconds (CLOCK_MONOTONIC);
  bench->processor = milliseconds (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_cb (Bench *bench)
{
  int nth = bench->frames++ - WARM_UP;

  if (nth < 0 || nth >= FRAMES)
    return;
  bench->clocks[nth] = milliseconds (CLOCK_MONOTONIC) - bench->clock;
  bench->processors[nth] = milliseconds (CLOCK_THREAD_CPUTIME_ID) - bench->processor;
  if (nth == FRAMES - 1)
    g_main_loop_quit (bench->loop);
}

static void
realized_cb (GtkWidget *window, Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_cb), bench);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
run (Bench *bench, MappeChart *chart)
{
  GtkWidget *window = gtk_window_new (), *area = mappe_chart_area_new ();

  bench->area = MAPPE_CHART_AREA (area);
  bench->frames = 0;
  mappe_chart_area_set_chart (bench->area, chart);
  gtk_widget_set_hexpand (area, TRUE);
  gtk_widget_set_vexpand (area, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (window), area);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), bench);
  gtk_widget_add_tick_callback (window, tick_cb, bench, NULL);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; bench->way == PAN && i < 3; i++)
    gtk_widget_activate_action (area, "chart.zoom", "i", 1);
  g_main_loop_run (bench->loop);
  gtk_window_destroy (GTK_WINDOW (window));
  qsort (bench->clocks, FRAMES, sizeof (double), compare);
  qsort (bench->processors, FRAMES, sizeof (double), compare);
}

static void
tell (const Bench *bench, const char *name, gsize n)
{
  const double *clock = bench->clocks, *processor = bench->processors;

  g_print ("%-7s %8zu points: clock p50 %5.1f ms, p99 %5.1f ms; processor p50 %5.1f ms, p99 %5.1f ms"
           " (%.2f of a frame)\n",
           name, n, clock[FRAMES / 2], clock[FRAMES * 99 / 100], processor[FRAMES / 2], processor[FRAMES * 99 / 100],
           processor[FRAMES / 2] / FRAME);
}

int
main (int argc, char **argv)
{
  gsize sizes[] = { 2, argc > 1 ? strtoul (argv[1], NULL, 10) : 1000000 };
  Bench bench = { 0 };

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  adw_init ();
  bench.loop = g_main_loop_new (NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MappeChart) chart = make_chart (sizes[i]);

      for (bench.way = HOVER; bench.way < N_WAYS; bench.way++)
        {
          run (&bench, chart);
          tell (&bench, names[bench.way], sizes[i]);
        }
    }
  g_main_loop_unref (bench.loop);
  return 0;
}
