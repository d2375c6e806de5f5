/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"

G_BEGIN_DECLS

/* Charts of people and organisations. All figures are finished: nothing is reckoned here. */

/** MappeChartNode: @figure: what texts and the table say of it */
typedef struct {
  const char *name;
  double      figure;
} MappeChartNode;

/** MappeChartEdge: a line between two nodes, by their numbers. @weight: 0 to 1: how strong it is drawn */
typedef struct {
  guint  from, to;
  double weight;
} MappeChartEdge;

/**
 * MappeChartNetwork: nodes around an oval, in their order, with a line for each edge
 * @quantity: what the figures of the nodes are
 */
typedef struct {
  MappeChartQuantity    quantity;
  const MappeChartNode *nodes;
  guint                 n_nodes;
  const MappeChartEdge *edges;
  guint                 n_edges;
} MappeChartNetwork;

/** MappeChartStackRow: two parts of a whole */
typedef struct {
  const char *name;
  double      first, second;
} MappeChartStackRow;

/** MappeChartStack: bars of two parts, one behind the other */
typedef struct {
  MappeChartQuantity        quantity;
  const char               *first_name, *second_name;
  const MappeChartStackRow *rows;
  guint                     n_rows;
} MappeChartStack;

MappeChart *mappe_chart_new_network (const MappeChartHead *head, const MappeChartNetwork *network);
MappeChart *mappe_chart_new_stack   (const MappeChartHead *head, const MappeChartStack *stack);

G_END_DECLS
