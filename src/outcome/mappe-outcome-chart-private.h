/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart-rows.h"
#include "mappe-chart-series.h"
#include "mappe-evaluation-private.h"
#include "mappe-outcome-chart.h"

G_BEGIN_DECLS

/* What all charts of an evaluation share, kept until the chart is made of it. */
typedef struct {
  const MappeEvaluation *of;
  const MappeLanguage   *language;
  MappeChartHead         head;
  MappeChartTimeline     timeline;
  MappeChartQuantity     quantity;
  GPtrArray             *texts;     /* (element-type utf8): what the above points to */
  GPtrArray             *notes;     /* the same, ended by %NULL when the chart is made */
  GArray                *events;    /* MappeChartEvent */
  GArray                *spans;     /* MappeChartSpan */
} MappeChartFrame;

void         mappe_chart_frame_init   (MappeChartFrame *self, const MappeEvaluation *of, const MappeLanguage *language);
void         mappe_chart_frame_clear  (MappeChartFrame *self);
const char  *mappe_chart_frame_keep   (MappeChartFrame *self, char *text);
const MappeChartHead *mappe_chart_frame_head (MappeChartFrame *self);

/* The points of a series as arrays; of each function below the caller frees what it returns. */
double      *mappe_chart_frame_x      (const MappeSeries *series);
double      *mappe_chart_frame_y      (const MappeSeries *series);
guint8      *mappe_chart_frame_flags  (const MappeSeries *series);

MappeChart  *mappe_outcome_chart_run         (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_control     (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_index       (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_interrupted (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_season      (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_cumulated   (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_change      (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_likert      (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_forest      (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_displacement (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_goals       (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_funnel      (MappeChartFrame *frame);
MappeChart  *mappe_outcome_chart_multiples   (MappeChartFrame *frame);
guint        mappe_outcome_chart_n_quarters  (const MappeEvaluation *of);
guint        mappe_outcome_chart_n_multiples (const MappeEvaluation *of);
void         mappe_outcome_chart_limits      (double centre, double size, double z, double *lower, double *upper);

G_END_DECLS
