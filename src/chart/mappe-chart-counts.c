/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-private.h"
#include "mappe-chart-series.h"

static MappeChartPanel *
add_panel (MappeChart *self, const MappeChartCounts *counts, const MappeChartQuantity *quantity)
{
  MappeChartPanel *panel = mappe_chart_add_panel (self, quantity->name);

  mappe_chart_set_quantity (&panel->value, quantity);
  mappe_chart_set_timeline (self, panel, &counts->timeline);
  return panel;
}

static void
add_line (MappeChartPanel *panel, const MappeChartCountLine *line)
{
  MappeChartSeries *series = mappe_chart_add_points (panel, line->name, line->role,
                                                     MAPPE_CHART_LINE | MAPPE_CHART_MARKERS, &line->points);

  series->label = g_strdup (line->name);
  series->keyed = TRUE;
}

/** mappe_chart_new_counts: Returns: (transfer full): several counts in one panel, what they did beneath, one axis of
 * time */
MappeChart *
mappe_chart_new_counts (const MappeChartHead *head, const MappeChartCounts *counts)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *upper = add_panel (self, counts, &counts->quantity), *lower;

  for (guint i = 0; i < counts->n_lines; i++)
    add_line (upper, &counts->lines[i]);
  upper->position.silent = TRUE;
  lower = add_panel (self, counts, &counts->below_quantity);
  mappe_chart_add_points (lower, counts->below_quantity.name, MAPPE_CHART_ROLE_MEASURE,
                          MAPPE_CHART_LINE | MAPPE_CHART_MARKERS, &counts->below);
  self->one_position = TRUE;
  return mappe_chart_finish (self);
}
