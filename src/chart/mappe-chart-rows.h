/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"

G_BEGIN_DECLS

/* Charts of areas, offences, questions and goals. All figures are finished: nothing is reckoned here. Numbers in
 * brackets are those of the charts in OUTCOMES, section 6. */

/** MappeChartChangeRow: @suppressed: nothing of it may be shown */
typedef struct {
  const char        *name;
  MappeChartEstimate before, after, difference;
  gboolean           suppressed;
} MappeChartChangeRow;

/**
 * MappeChartChange: rates, shares or scores before and after, with the difference at the right (3)
 * @difference: "Change in points"
 * @before_name, @after_name: (nullable): what stands in the key instead of "Before" and "After"
 * @single: there is no after yet, and no difference
 * @from, @to: ends of a scale that has both; 0: as the figures need
 */
typedef struct {
  MappeChartQuantity         quantity;
  MappeChartQuantity         difference;
  const MappeChartChangeRow *rows;
  guint                      n_rows;
  const char                *before_name, *after_name;
  gboolean                   single;
  double                     from, to;
} MappeChartChange;

/** MappeChartLikertRow: @shares: one for each answer, in percent; @n: who answered */
typedef struct {
  const char   *name;
  const double *shares;
  guint         n;
  gboolean      suppressed;
} MappeChartLikertRow;

/**
 * MappeChartLikert: diverging bars of answers (6)
 * @answers: (array length=n_answers): from the most negative one, 2 to 5
 * @aside: the middle answer is not split but set aside at the right
 */
typedef struct {
  const char *const         *answers;
  guint                      n_answers;
  gboolean                   aside;
  const MappeChartLikertRow *rows;
  guint                      n_rows;
} MappeChartLikert;

/** MappeChartForestRow: @weight: any unit, 0 for none; @pooled: the sum, drawn as a diamond */
typedef struct {
  const char        *name;
  MappeChartEstimate ratio;
  double             weight;
  gboolean           pooled;
  gboolean           suppressed;
} MappeChartForestRow;

/** MappeChartForest: ratios on a log axis (7); @more_is_better: RES; otherwise RIRR; @few: the sum is grey */
typedef struct {
  MappeChartQuantity         quantity;
  gboolean                   more_is_better;
  gboolean                   few;
  const MappeChartForestRow *rows;
  guint                      n_rows;
} MappeChartForest;

/** MappeChartZone: counts of one zone; %NAN: none; @expected: after, going by the comparison area */
typedef struct {
  const char *name;
  double      before, after, expected;
  gboolean    suppressed;
} MappeChartZone;

/** MappeChartDisplacement: zones before and after, and the weighted displacement difference (8) */
typedef struct {
  MappeChartQuantity    quantity;
  const MappeChartZone *zones;
  guint                 n_zones;
  MappeChartQuantity    difference;       /* "WDD, incidents" */
  const char           *local_name, *buffer_name, *total_name;
  MappeChartEstimate    local, buffer, total;
  gboolean              suppressed;       /* the differences */
  double                wdq;              /* the quotient, looked at only with @wdq_text */
  const char           *wdq_text;         /* (nullable): what it means; %NULL unless it is defined */
} MappeChartDisplacement;

/** MappeChartGoal: levels from −2 to +2 */
typedef struct {
  const char *name;
  int         start, now;
} MappeChartGoal;

/** MappeChartGoals: ladder of goals (11); @score_text: (nullable): "T = 59.1 (50 = as expected)" */
typedef struct {
  const MappeChartGoal *goals;
  guint                 n_goals;
  const char           *score_text;
} MappeChartGoals;

/** MappeChartQuarter: @size: residents or cases on which @value rests; @outside: beyond the outer limits */
typedef struct {
  const char *name;
  double      size, value;
  gboolean    outside;
  gboolean    suppressed;
} MappeChartQuarter;

/**
 * MappeChartFunnel: quarters around the rate of the town (12)
 * @sizes: (array length=n_limits): where the limits are given, ascending
 * @inner_lower, @inner_upper: 95 %
 * @outer_lower, @outer_upper: 99.8 %
 */
typedef struct {
  MappeChartQuantity       size_quantity, quantity;
  const MappeChartQuarter *quarters;
  guint                    n_quarters;
  double                   center;
  const char              *center_name;
  guint                    n_limits;
  const double            *sizes, *inner_lower, *inner_upper, *outer_lower, *outer_upper;
} MappeChartFunnel;

/**
 * MappeChartMultiple: one quarter; limits are (nullable), one for each point
 * @lower, @upper: 95 %
 * @outer_lower, @outer_upper: 99.8 %
 * @center_name: (nullable): "Town" without it
 */
typedef struct {
  const char      *name;
  MappeChartPoints points;
  const double    *center, *lower, *upper;
  const double    *outer_lower, *outer_upper;
  const char      *center_name;
} MappeChartMultiple;

/** MappeChartMultiples: small charts of quarters with the same axes (12) */
typedef struct {
  MappeChartTimeline        timeline;
  MappeChartQuantity        quantity;
  const MappeChartMultiple *quarters;
  guint                     n_quarters;
} MappeChartMultiples;

/** MappeChartArea: deficits of an area; higher is worse */
typedef struct {
  const char *name;
  double      recorded, perceived;
  gboolean    suppressed;
} MappeChartArea;

/**
 * MappeChartAreas: areas by what was recorded (across) and what is perceived (up)
 * @recorded_middle, @perceived_middle: where the quarters of the map meet
 * @most: end of both scales; 0: as the figures need
 * @quarter_words: (nullable) (array fixed-size=4): what a quarter of the map means: upper left (feelings worse than the
 *   record), upper right, lower left, lower right
 */
typedef struct {
  MappeChartQuantity    recorded_quantity, perceived_quantity;
  const MappeChartArea *areas;
  guint                 n_areas;
  double                recorded_middle, perceived_middle;
  double                most;
  const char *const    *quarter_words;
} MappeChartAreas;

/** MappeChartFactor: @own: value found here; @comparison: elsewhere; %NAN: none; @priority: chosen to be worked on */
typedef struct {
  const char *name;
  double      own, comparison;
  gboolean    priority;
} MappeChartFactor;

/** MappeChartFactorGroup: @name: heading: "Risk factors: lower is better"; @word: what one of them is: "risk factor" */
typedef struct {
  const char             *name, *word;
  const MappeChartFactor *factors;
  guint                   n_factors;
} MappeChartFactorGroup;

/** MappeChartFactors: profile of risk and protective factors (Communities That Care) */
typedef struct {
  MappeChartQuantity           quantity;
  const char                  *own_name, *comparison_name;
  const MappeChartFactorGroup *groups;
  guint                        n_groups;
} MappeChartFactors;

MappeChart *mappe_chart_new_change       (const MappeChartHead *head, const MappeChartChange *change);
MappeChart *mappe_chart_new_likert       (const MappeChartHead *head, const MappeChartLikert *likert);
MappeChart *mappe_chart_new_forest       (const MappeChartHead *head, const MappeChartForest *forest);
MappeChart *mappe_chart_new_displacement (const MappeChartHead *head, const MappeChartDisplacement *displacement);
MappeChart *mappe_chart_new_goals        (const MappeChartHead *head, const MappeChartGoals *goals);
MappeChart *mappe_chart_new_funnel       (const MappeChartHead *head, const MappeChartFunnel *funnel);
MappeChart *mappe_chart_new_multiples    (const MappeChartHead *head, const MappeChartMultiples *multiples);
MappeChart *mappe_chart_new_areas        (const MappeChartHead *head, const MappeChartAreas *areas);
MappeChart *mappe_chart_new_factors      (const MappeChartHead *head, const MappeChartFactors *factors);

G_END_DECLS
