/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"

G_BEGIN_DECLS

/* Charts over time. All figures are finished: nothing is reckoned here. Numbers in brackets are those of the charts
 * in OUTCOMES, section 6. */

/**
 * MappeChartControl: run chart, XmR chart (1); c, u and p chart (5)
 * @points: what was counted, signal points flagged
 * @center: (nullable): median or mean at each point, frozen or not; %NAN: none there
 * @center_name: "Median"
 * @lower: (nullable): lower control limit at each point
 * @upper: (nullable): upper control limit at each point
 * @stepped: limits differ from period to period and are drawn as steps (c, u, p chart)
 */
typedef struct {
  MappeChartTimeline timeline;
  MappeChartQuantity quantity;
  MappeChartPoints   points;
  const double      *center;
  const char        *center_name;
  const double      *lower, *upper;
  gboolean           stepped;
} MappeChartControl;

/**
 * MappeChartIndexLine:
 * @name: of the area
 * @role: measure, buffer or comparison
 * @points: indices, the mean before being 100
 * @before: incidents before, as a text of the caller, "–" when suppressed
 * @after: incidents after
 */
typedef struct {
  const char      *name;
  MappeChartRole   role;
  MappeChartPoints points;
  const char      *before, *after;
} MappeChartIndexLine;

/** MappeChartIndex: lines of index of up to five areas (2) */
typedef struct {
  MappeChartTimeline         timeline;
  MappeChartQuantity         quantity;
  const MappeChartIndexLine *lines;
  guint                      n_lines;
} MappeChartIndex;

/**
 * MappeChartInterrupted: interrupted time series (4)
 * @fitted: the model at each point, %NAN where it has none
 * @counterfactual: the model without the measure, %NAN before the start
 * @effect_text: (nullable): size at the end with its interval: "−12 per month (−21 to −3)"
 */
typedef struct {
  MappeChartTimeline timeline;
  MappeChartQuantity quantity;
  MappeChartPoints   points;
  const double      *fitted;
  const double      *counterfactual;
  const char        *effect_text;
} MappeChartInterrupted;

/**
 * MappeChartSeason: one line a year, January to December (9)
 * @first_year: of @years
 * @years: (array length=n_years): twelve values each, %NAN for gaps
 * @flags: (nullable): of the same twelve each
 */
typedef struct {
  MappeChartQuantity   quantity;
  int                  first_year;
  const double *const *years;
  const guint8 *const *flags;
  guint                n_years;
} MappeChartSeason;

/**
 * MappeChartCumulated: cumulated difference to what was expected, or treated minus comparison (10)
 * @lower: (nullable): lower edge of the band that chance explains
 * @upper: (nullable): its upper edge
 */
typedef struct {
  MappeChartTimeline timeline;
  MappeChartQuantity quantity;
  MappeChartPoints   points;
  const double      *lower, *upper;
} MappeChartCumulated;

/**
 * MappeChartPairing: recorded incidents and perceived safety of one area, one above the other on one axis of time
 * @recorded: incidents
 * @perceived: the survey's figures, their own periods
 * @perceived_step: months of their periods
 * @perceived_lower: (nullable): 95 % interval of each
 * @perceived_upper: (nullable)
 */
typedef struct {
  MappeChartTimeline timeline;
  MappeChartQuantity recorded_quantity, perceived_quantity;
  MappeChartPoints   recorded, perceived;
  guint              perceived_step;
  const double      *perceived_lower, *perceived_upper;
} MappeChartPairing;

/** MappeChartCountLine: @name: what is counted; @role: one for each line */
typedef struct {
  const char      *name;
  MappeChartRole   role;
  MappeChartPoints points;
} MappeChartCountLine;

/**
 * MappeChartCounts: counts that share an axis, and one quantity of its own beneath, e.g. volunteers and their hours
 * @lines: (array length=n_lines): at most five
 * @below: of the same periods
 */
typedef struct {
  MappeChartTimeline         timeline;
  MappeChartQuantity         quantity, below_quantity;
  const MappeChartCountLine *lines;
  guint                      n_lines;
  MappeChartPoints           below;
} MappeChartCounts;

MappeChart *mappe_chart_new_control      (const MappeChartHead *head, const MappeChartControl *control);
MappeChart *mappe_chart_new_index        (const MappeChartHead *head, const MappeChartIndex *index);
MappeChart *mappe_chart_new_interrupted  (const MappeChartHead *head, const MappeChartInterrupted *series);
MappeChart *mappe_chart_new_season       (const MappeChartHead *head, const MappeChartSeason *season);
MappeChart *mappe_chart_new_cumulated    (const MappeChartHead *head, const MappeChartCumulated *cumulated);
MappeChart *mappe_chart_new_pairing      (const MappeChartHead *head, const MappeChartPairing *pairing);
MappeChart *mappe_chart_new_counts       (const MappeChartHead *head, const MappeChartCounts *counts);

G_END_DECLS
