/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mappe-chart.h"

G_BEGIN_DECLS

/**
 * MappeChartView:
 *
 * A chart at one size, in one theme, with what is hidden, zoomed and focused: everything that changes while somebody
 * looks at it. Of one thread. What it has laid out is kept until something changes.
 */
typedef struct _MappeChartView MappeChartView;

/**
 * MappeChartHit:
 * @panel, @series, @point: which figure
 * @x, @y: where it is drawn, in units of the drawing
 */
typedef struct {
  guint  panel, series;
  gsize  point;
  double x, y;
} MappeChartHit;

typedef enum {
  MAPPE_CHART_STEP_NEXT,
  MAPPE_CHART_STEP_PREVIOUS,
  MAPPE_CHART_STEP_FIRST,
  MAPPE_CHART_STEP_LAST,
  MAPPE_CHART_STEP_NEXT_SERIES,
  MAPPE_CHART_STEP_PREVIOUS_SERIES,
} MappeChartStep;

typedef enum {
  MAPPE_CHART_LABEL_TITLE,
  MAPPE_CHART_LABEL_SUBTITLE,
  MAPPE_CHART_LABEL_KEY,
  MAPPE_CHART_LABEL_HEADING,
  MAPPE_CHART_LABEL_TICK,
  MAPPE_CHART_LABEL_CATEGORY,
  MAPPE_CHART_LABEL_END,
  MAPPE_CHART_LABEL_EVENT,
  MAPPE_CHART_LABEL_NAME,
  MAPPE_CHART_LABEL_CORNER,
  MAPPE_CHART_LABEL_INSIDE,
  MAPPE_CHART_LABEL_COLUMN,
  MAPPE_CHART_LABEL_STRIP,
  MAPPE_CHART_LABEL_NOTE,
  MAPPE_CHART_LABEL_SOURCE,
} MappeChartLabelKind;

/** MappeChartBox: @text: (transfer none): until the view changes; @ellipsized: some of it is not seen */
typedef struct {
  MappeChartLabelKind kind;
  double              x, y, width, height;
  const char         *text;
  gboolean            ellipsized;
} MappeChartBox;

void            mappe_chart_warm_up             (void);
MappeChartView *mappe_chart_view_new            (MappeChart *chart);
void            mappe_chart_view_free           (MappeChartView *self);
MappeChart     *mappe_chart_view_get_chart      (MappeChartView *self);

void            mappe_chart_view_set_size       (MappeChartView *self, double width, double height);
void            mappe_chart_view_get_size       (MappeChartView *self, double *width, double *height);
void            mappe_chart_view_set_theme      (MappeChartView *self, MappeChartTheme theme);
void            mappe_chart_view_set_font       (MappeChartView *self, const char *family, double text_scale);

void            mappe_chart_view_set_window     (MappeChartView *self, double from, double to);
void            mappe_chart_view_get_window     (MappeChartView *self, double *from, double *to);
void            mappe_chart_view_reset_window   (MappeChartView *self);
void            mappe_chart_view_zoom           (MappeChartView *self, double x, double factor);
void            mappe_chart_view_pan            (MappeChartView *self, double units);
gboolean        mappe_chart_view_is_zoomed      (MappeChartView *self);

void            mappe_chart_view_set_hidden     (MappeChartView *self, guint series, gboolean hidden);
gboolean        mappe_chart_view_get_hidden     (MappeChartView *self, guint series);

gboolean        mappe_chart_view_hit            (MappeChartView *self, double x, double y, double radius,
                                                 MappeChartHit *hit);
gboolean        mappe_chart_view_step           (MappeChartView *self, const MappeChartHit *from,
                                                 MappeChartStep step, MappeChartHit *hit);
char           *mappe_chart_view_get_text       (MappeChartView *self, const MappeChartHit *hit);
void            mappe_chart_view_set_focus      (MappeChartView *self, const MappeChartHit *hit);

void            mappe_chart_view_draw           (MappeChartView *self, cairo_t *cr);
MappeChartBox  *mappe_chart_view_get_boxes      (MappeChartView *self, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeChartView, mappe_chart_view_free)

G_END_DECLS
