/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-draw-private.h"

/* A line with several corners in each column of units runs up and down in it: what is seen is the area between the
 * lowest and the highest point. Filled as one polygon it looks the same and is drawn several times faster than a
 * stroke of the same corners. */

#define TIP 0.25  /* of a column: from there to the other side an extreme is drawn, the rest slopes to its neighbours */

typedef struct {
  double   column;
  double   top, bottom;
  gboolean begins;
} Column;

static GArray *
gather_columns (const GArray *vertices, double half)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  double last = 0;

  for (guint i = 0; i < vertices->len; i++)
    {
      const MappeChartVertex *vertex = &g_array_index (vertices, MappeChartVertex, i);
      Column *at = columns->len > 0 ? &g_array_index (columns, Column, columns->len - 1) : NULL;

      if (at == NULL || at->column != floor (vertex->x) || vertex->begins)
        {
          /* The way from the column before belongs to this one. */
          double from = vertex->begins ? vertex->y : last;
          Column next = { floor (vertex->x), from - half, from + half, vertex->begins };

          g_array_append_val (columns, next);
          at = &g_array_index (columns, Column, columns->len - 1);
        }
      at->top = MIN (at->top, vertex->y - half);
      at->bottom = MAX (at->bottom, vertex->y + half);
      last = vertex->y;
    }
  return columns;
}

/* Columns @from to before @to touch: along their tops to the right, along their bottoms back. */
static void
trace_run (cairo_t *cr, const GArray *columns, guint from, guint to)
{
  const Column *first = &g_array_index (columns, Column, from), *last = &g_array_index (columns, Column, to - 1);

  cairo_line_to (cr, first->column, first->top);
  for (guint i = from; i < to; i++)
    {
      const Column *at = &g_array_index (columns, Column, i);

      cairo_line_to (cr, at->column + TIP, at->top);
      cairo_line_to (cr, at->column + 1 - TIP, at->top);
    }
  cairo_line_to (cr, last->column + 1, last->top);
  cairo_line_to (cr, last->column + 1, last->bottom);
  for (guint i = to; i > from; i--)
    {
      const Column *at = &g_array_index (columns, Column, i - 1);

      cairo_line_to (cr, at->column + 1 - TIP, at->bottom);
      cairo_line_to (cr, at->column + TIP, at->bottom);
    }
  cairo_line_to (cr, first->column, first->bottom);
  cairo_close_path (cr);
}

/* @width: of the line where it is level */
void
mappe_chart_draw_dense (cairo_t *cr, const GArray *vertices, double width)
{
  g_autoptr (GArray) columns = gather_columns (vertices, width / 2);
  guint from = 0;

  cairo_new_path (cr);
  for (guint i = 1; i <= columns->len; i++)
    if (i == columns->len || g_array_index (columns, Column, i).begins)
      {
        trace_run (cr, columns, from, i);
        from = i;
      }
  cairo_fill (cr);
}
