/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mappe-chart-scale.h"

G_BEGIN_DECLS

/** MappeChartVertex: a corner of a line, in units of the drawing; @begins: no line leads to it */
typedef struct {
  double   x, y;
  gboolean begins;
} MappeChartVertex;

GArray *mappe_chart_reduce (const double *x, const double *y, gsize n, const MappeChartScale *across,
                            const MappeChartScale *up);

G_END_DECLS
