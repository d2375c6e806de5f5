/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart-view.h"

G_BEGIN_DECLS

/**
 * MappeChartError:
 * @MAPPE_CHART_ERROR_FORMAT: the name of the file does not say what it should be
 * @MAPPE_CHART_ERROR_SIZE: a picture of that size cannot be made
 * @MAPPE_CHART_ERROR_WRITE: the file could not be written
 */
typedef enum {
  MAPPE_CHART_ERROR_FORMAT,
  MAPPE_CHART_ERROR_SIZE,
  MAPPE_CHART_ERROR_WRITE,
} MappeChartError;

#define MAPPE_CHART_ERROR (mappe_chart_error_quark ())
GQuark mappe_chart_error_quark (void);

typedef enum {
  MAPPE_CHART_FORMAT_PNG,
  MAPPE_CHART_FORMAT_SVG,
  MAPPE_CHART_FORMAT_PDF,
  MAPPE_CHART_FORMAT_CSV,
} MappeChartFormat;

gboolean mappe_chart_format_from_name (const char *name, MappeChartFormat *format, GError **error);
GBytes  *mappe_chart_view_to_bytes    (MappeChartView *self, MappeChartFormat format, double scale, GError **error);
gboolean mappe_chart_view_write       (MappeChartView *self, const char *path, MappeChartFormat format, double scale,
                                       GError **error);

G_END_DECLS
