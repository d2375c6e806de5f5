/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-chart-write.h"

G_BEGIN_DECLS

/* Pictures of a chart, drawn and written away from the window's thread. */

/**
 * MappeChartPicture:
 * @chart: what is drawn
 * @hidden: (nullable) (element-type gboolean): series that are left out, by number
 * @from: first visible position
 * @to: end of the last one; 0 and 0: all is seen
 * @format: of the file
 */
typedef struct {
  MappeChart      *chart;
  const GArray    *hidden;
  double           from, to;
  MappeChartFormat format;
} MappeChartPicture;

void    mappe_chart_files_draw_async  (const MappeChartPicture *picture, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
GBytes *mappe_chart_files_draw_finish (GAsyncResult *result, GError **error);
void    mappe_chart_files_copy        (GtkWidget *near, const MappeChartPicture *picture);
void    mappe_chart_files_save        (GtkWidget *near, const MappeChartPicture *picture);

G_END_DECLS
