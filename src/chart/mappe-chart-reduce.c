/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-reduce.h"

#include <math.h>

typedef struct {
  const double *x, *y;
  gsize         n;
  const MappeChartScale *across, *up;
  GArray       *vertices;
  gsize         last;  /* index of the last vertex; n before the first one */
} Reduction;

static inline double
x_at (const Reduction *self, gsize i)
{
  return self->x != NULL ? self->x[i] : (double) i;
}

/* First index from @from on whose x is not below @edge. */
static gsize
first_not_below (const Reduction *self, gsize from, double edge)
{
  if (self->x == NULL)
    return edge <= from ? from : (gsize) MIN (ceil (edge), (double) self->n);
  while (from < self->n && self->x[from] < edge)
    from++;
  return from;
}

/* The same by halving, for the way to the first visible point. */
static gsize
search_not_below (const Reduction *self, double edge)
{
  gsize low = 0, high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (x_at (self, middle) < edge)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_vertex (Reduction *self, gsize i, gboolean begins)
{
  MappeChartVertex vertex = { mappe_chart_scale_map (self->across, x_at (self, i)),
                              mappe_chart_scale_map (self->up, self->y[i]), begins };

  if (self->last == i)
    return;
  self->last = i;
  g_array_append_val (self->vertices, vertex);
}

/* The points from @from to before @to lie in one column of pixels: first, lowest, highest and last are enough. */
static void
add_column (Reduction *self, gsize from, gsize to)
{
  const double *y = self->y;
  gsize lowest, highest;
  gboolean begins;

  while (from < to && isnan (y[from]))
    from++;
  while (to > from && isnan (y[to - 1]))
    to--;
  if (from == to)
    return;
  lowest = highest = from;
  for (gsize i = from + 1; i < to; i++)
    {
      if (y[i] < y[lowest])
        lowest = i;
      if (y[i] > y[highest])
        highest = i;
    }
  begins = self->last == self->n || from != self->last + 1;
  add_vertex (self, from, begins);
  add_vertex (self, MIN (lowest, highest), FALSE);
  add_vertex (self, MAX (lowest, highest), FALSE);
  add_vertex (self, to - 1, FALSE);
  self->last = to - 1;
}

/* Visible are the points of the axis and one more at each side, so that lines leave the picture. */
static void
find_visible (const Reduction *self, gsize *first, gsize *last)
{
  double from = MIN (self->across->from, self->across->to), to = MAX (self->across->from, self->across->to);

  *first = search_not_below (self, from);
  *last = search_not_below (self, nextafter (to, INFINITY));
  if (*first > 0)
    (*first)--;
  if (*last < self->n)
    (*last)++;
}

/**
 * mappe_chart_reduce:
 * @x: (nullable): positions, ascending; %NULL: 0, 1, 2, …
 * @y: values; %NAN is a gap
 * @n: their number
 * @across: a linear scale for @x, growing to the right
 * @up: a scale for @y
 *
 * The line through the visible points, of which no more remain than can be seen: in each column of units of the
 * drawing the first and the last one, the lowest and the highest one. A gap that touches the edge of a column
 * remains one; a gap within a column is narrower than anything that can be drawn.
 *
 * Returns: (transfer full) (element-type MappeChartVertex): its corners
 */
GArray *
mappe_chart_reduce (const double *x, const double *y, gsize n, const MappeChartScale *across,
                    const MappeChartScale *up)
{
  Reduction self = { x, y, n, across, up, NULL, n };
  gsize i, end;
  double column;

  self.vertices = g_array_sized_new (FALSE, FALSE, sizeof (MappeChartVertex),
                                     (guint) MIN (n, (gsize) fabs (across->end - across->start) * 4 + 16));
  find_visible (&self, &i, &end);
  while (i < end)
    {
      gsize next;

      column = floor (mappe_chart_scale_map (across, x_at (&self, i)));
      next = MIN (first_not_below (&self, i + 1, mappe_chart_scale_unmap (across, column + 1)), end);
      add_column (&self, i, next);
      i = next;
    }
  return self.vertices;
}
