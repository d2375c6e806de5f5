/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mappe-chart-write.h"
#include "mappe-node.h"

G_BEGIN_DECLS

/* Charts on paper: in the theme for print, as wide as the text and so high. */
#define MAPPE_FIGURE_ASPECT 0.56

char *mappe_figure_to_base64 (const MappeNode *figure, MappeChartFormat format);
void  mappe_figure_draw      (const MappeNode *figure, cairo_t *cr, double x, double y, double width);

G_END_DECLS
