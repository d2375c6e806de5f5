/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart-draw-private.h"

G_BEGIN_DECLS

struct _MappeChartView {
  MappeChart       *chart;
  MappeChartTheme   theme;
  double            width, height;
  char             *family;
  double            text_scale;
  double            from, to;    /* the window; 0, 0: everything */
  gboolean         *hidden;
  MappeChartLayout *layout;      /* NULL after a change */
  gboolean          focused;
  MappeChartHit     focus;
};

MappeChartLayout *mappe_chart_view_get_layout (MappeChartView *self);

G_END_DECLS
