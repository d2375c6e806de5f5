/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-chart-table.h"

G_BEGIN_DECLS

/**
 * MappeChartTableView:
 *
 * The figures of a chart as a table. Texts are made as rows come into sight, so long series are no trouble.
 */
#define MAPPE_TYPE_CHART_TABLE_VIEW (mappe_chart_table_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeChartTableView, mappe_chart_table_view, MAPPE, CHART_TABLE_VIEW, AdwBin)

GtkWidget *mappe_chart_table_view_new       (void);
void       mappe_chart_table_view_set_chart (MappeChartTableView *self, MappeChart *chart);
char      *mappe_chart_table_view_get_text  (MappeChartTableView *self);

G_END_DECLS
