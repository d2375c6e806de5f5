/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-network.h"

#include <math.h>

#include "mappe-chart-private.h"

#define HALF_WIDTH 0.19   /* of the oval; what is left at both sides is for names */
#define THINNEST 0.5
#define THICKEST 3.0

/* --- network --- */

/* The right half of the oval downwards, then the left half upwards. The nodes of a half stand at equal heights, so that
 * names beside them never meet. */
static void
place_node (const MappeChartNetwork *network, guint nth, double *x, double *y)
{
  guint right = (network->n_nodes + 1) / 2, left = network->n_nodes - right;
  gboolean at_right = nth < right;
  double step = at_right ? (nth + 0.5) / right : (network->n_nodes - 1 - nth + 0.5) / MAX (left, 1);
  double up = 1 - 2 * step;

  *y = 1 - step;
  *x = 0.5 + (at_right ? 1 : -1) * HALF_WIDTH * sqrt (1 - 0.95 * up * up);
}

static void
add_edge (MappeChartPanel *panel, const MappeChartNetwork *network, const MappeChartEdge *edge)
{
  MappeChartSeries *line = mappe_chart_add_series (panel, "", MAPPE_CHART_ROLE_HISTORY, MAPPE_CHART_LINE, 2);
  double x0, y0, x1, y1;
  gboolean turned;

  place_node (network, edge->from, &x0, &y0);
  place_node (network, edge->to, &x1, &y1);
  turned = x0 > x1;
  line->x = g_new (double, 2);
  line->x[turned] = x0;
  line->x[!turned] = x1;
  line->y[turned] = y0;
  line->y[!turned] = y1;
  line->reference = line->solid = TRUE;
  line->tabular = FALSE;
  line->strength = THINNEST + (THICKEST - THINNEST) * CLAMP (edge->weight, 0, 1);
}

static void
add_nodes (MappeChartPanel *panel, const MappeChartNetwork *network)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, "", MAPPE_CHART_ROLE_MEASURE,
                                                     MAPPE_CHART_MARKERS | MAPPE_CHART_NAMES, network->n_nodes);

  series->x = g_new (double, MAX (network->n_nodes, 1));
  series->shown = g_new (double, MAX (network->n_nodes, 1));
  series->texts = g_new0 (char *, network->n_nodes + 1);
  series->strength = 1.3;
  for (guint i = 0; i < network->n_nodes; i++)
    {
      place_node (network, i, &series->x[i], &series->y[i]);
      series->shown[i] = network->nodes[i].figure;
      series->texts[i] = g_strdup (network->nodes[i].name);
    }
}

static void
make_bare (MappeChartAxis *axis)
{
  axis->kind = MAPPE_CHART_AXIS_NUMBER;
  axis->fixed = axis->silent = TRUE;
  axis->from = 0;
  axis->to = 1;
  axis->ticks_to = -INFINITY;
}

/** mappe_chart_new_network: Returns: (transfer full): who is connected with whom */
MappeChart *
mappe_chart_new_network (const MappeChartHead *head, const MappeChartNetwork *network)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);

  mappe_chart_set_quantity (&panel->value, &network->quantity);
  make_bare (&panel->value);
  make_bare (&panel->position);
  panel->bare = TRUE;
  for (guint i = 0; i < network->n_edges; i++)
    add_edge (panel, network, &network->edges[i]);
  add_nodes (panel, network);
  return mappe_chart_finish (self);
}

/* --- stack --- */

static void
add_part (MappeChartPanel *panel, const char *name, MappeChartRole role, const MappeChartStack *stack, gboolean second)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, name, role, MAPPE_CHART_BARS | MAPPE_CHART_INSIDE,
                                                     stack->n_rows);

  series->keyed = TRUE;
  series->lower = g_new0 (double, MAX (stack->n_rows, 1));
  series->shown = g_new0 (double, MAX (stack->n_rows, 1));
  for (guint i = 0; i < stack->n_rows; i++)
    {
      const MappeChartStackRow *row = &stack->rows[i];

      series->lower[i] = second ? row->first : 0;
      series->shown[i] = second ? row->second : row->first;
      /* A bar of no length is only in the table. */
      if (series->shown[i] > 0)
        series->y[i] = series->lower[i] + series->shown[i];
    }
}

/** mappe_chart_new_stack: Returns: (transfer full): rows of two parts */
MappeChart *
mappe_chart_new_stack (const MappeChartHead *head, const MappeChartStack *stack)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, stack->quantity.name);
  g_autofree const char **names = g_new0 (const char *, stack->n_rows + 1);

  for (guint i = 0; i < stack->n_rows; i++)
    names[i] = stack->rows[i].name;
  mappe_chart_set_quantity (&panel->value, &stack->quantity);
  panel->value.zero = TRUE;
  panel->horizontal = TRUE;
  panel->bars = TRUE;
  mappe_chart_set_rows (panel, names, stack->n_rows);
  add_part (panel, stack->first_name, MAPPE_CHART_ROLE_MEASURE, stack, FALSE);
  add_part (panel, stack->second_name, MAPPE_CHART_ROLE_COMPARISON, stack, TRUE);
  return mappe_chart_finish (self);
}
