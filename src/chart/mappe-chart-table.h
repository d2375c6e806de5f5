/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"

G_BEGIN_DECLS

/**
 * MappeChartTable:
 *
 * What a chart shows, as a table of texts: a row for each period, area or goal, a column for each series and two
 * more for its interval. What is suppressed or missing says so in words. Texts are made when they are asked for.
 */
typedef struct _MappeChartTable MappeChartTable;

MappeChartTable *mappe_chart_table_new       (MappeChart *chart);
void             mappe_chart_table_free      (MappeChartTable *self);
guint            mappe_chart_table_n_columns (MappeChartTable *self);
gsize            mappe_chart_table_n_rows    (MappeChartTable *self);
const char      *mappe_chart_table_get_title (MappeChartTable *self, guint column);
char            *mappe_chart_table_get_cell  (MappeChartTable *self, gsize row, guint column);
char            *mappe_chart_table_to_csv    (MappeChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeChartTable, mappe_chart_table_free)

G_END_DECLS
