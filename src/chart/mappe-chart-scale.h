/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mappe-language.h"

G_BEGIN_DECLS

/**
 * MappeChartScale:
 * @from: data value that is drawn at @start
 * @to: data value that is drawn at @end
 * @start: where the axis begins, in units of the drawing
 * @end: where it ends; less than @start for an axis that grows upwards
 * @log: equal ratios are equally far apart; @from and @to are then above 0
 */
typedef struct {
  double   from, to;
  double   start, end;
  gboolean log;
} MappeChartScale;

/**
 * MappeChartTick:
 * @value: where its line is; %NAN for a label without a line
 * @label_at: value at which the label is centred
 * @row: 0 for the labels beside the axis, 1 for the second row (years beneath months)
 * @text: (nullable): the label; %NULL for a line without one
 */
typedef struct {
  double value;
  double label_at;
  guint  row;
  char  *text;
} MappeChartTick;

/**
 * MappeChartTimeFit:
 * @month_width: width of one month in the drawing
 * @letter, @month, @quarter, @year: width of the widest label "M", "Sep", "Q4", "2026" with the space around it
 */
typedef struct {
  double month_width;
  double letter, month, quarter, year;
} MappeChartTimeFit;

double  mappe_chart_scale_map      (const MappeChartScale *self, double value);
double  mappe_chart_scale_unmap    (const MappeChartScale *self, double at);

double  mappe_chart_tick_step      (double span, guint most, gboolean whole);
guint   mappe_chart_tick_digits    (double step);
void    mappe_chart_nice_limits    (double *from, double *to, guint most, gboolean whole);
GArray *mappe_chart_ticks_linear   (double from, double to, guint most, gboolean whole);
GArray *mappe_chart_ticks_log      (double from, double to, guint most);
GArray *mappe_chart_ticks_time     (double from, double to, guint step, const MappeChartTimeFit *fit,
                                    const MappeLanguage *language);
GArray *mappe_chart_ticks_season   (const MappeChartTimeFit *fit, const MappeLanguage *language);

G_END_DECLS
