/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long series as a picture: draw-points FILE.csv OUT.png
 * The lines of the file are "x,value". Run by bench-chart.py beside gnuplot. */
#include "mappe-chart-series.h"
#include "mappe-chart-write.h"

typedef struct {
  gsize   n;
  double *x, *y;
} Points;

static inline double
read_number (const char **at, const char *end)
{
  static const double scales[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  const char *next = *at, *mark = NULL;
  gboolean negative = next < end && *next == '-';
  gint64 value = 0;

  for (next += negative; next < end; next++)
    {
      guint digit = (guint) (guchar) *next - '0';

      if (digit < 10)
        value = value * 10 + digit;
      else if (*next == '.')
        mark = next + 1;
      else
        break;
    }
  *at = next;
  return (double) (negative ? -value : value) / scales[mark != NULL ? MIN (next - mark, 9) : 0];
}

static Points
read_points (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  Points points = { 0 };
  const char *at, *end;
  gsize most;

  if (file == NULL)
    g_error ("%s", error->message);
  at = g_mapped_file_get_contents (file);
  end = at + g_mapped_file_get_length (file);
  /* The shortest line is "0,0"; memory that is not written to costs nothing. */
  most = g_mapped_file_get_length (file) / 4 + 1;
  points.x = g_new (double, most + 1);
  points.y = g_new (double, most + 1);
  for (; points.n < most && at < end; points.n++)
    {
      points.x[points.n] = read_number (&at, end);
      at += at < end && *at == ',';
      points.y[points.n] = read_number (&at, end);
      while (at < end && *at++ != '\n')
        ;
    }
  return points;
}

int
main (int argc, char **argv)
{
  g_autoptr (MappeChart) chart = NULL;
  g_autoptr (MappeChartView) view = NULL;
  g_autoptr (GError) error = NULL;
  MappeChartHead head = { mappe_language_get ("en"), "A long series", "Measurements", NULL, NULL, NULL };
  MappeChartControl control = { .quantity = { "Value", NULL, 1, TRUE } };
  Points points;

  if (argc != 3)
    {
      g_printerr ("draw-points FILE.csv OUT.png\n");
      return 2;
    }
  mappe_chart_warm_up ();
  points = read_points (argv[1]);
  control.points = (MappeChartPoints) { points.n, points.x, points.y, NULL };
  chart = mappe_chart_new_control (&head, &control);
  view = mappe_chart_view_new (chart);
  g_free (points.x);
  g_free (points.y);
  mappe_chart_view_set_size (view, 1200, 600);
  if (mappe_chart_view_write (view, argv[2], MAPPE_CHART_FORMAT_PNG, 1, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
