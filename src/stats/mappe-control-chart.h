/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Points of a baseline below which limits are called trial limits. */
#define MAPPE_CONTROL_CHART_BASELINE 12

/**
 * MappeXmr: chart of single values
 * @mean: of the baseline
 * @mean_range: mean of its moving ranges
 * @limits: @mean ∓ 2.66 @mean_range; of a count the lower one is drawn at 0 if it is negative
 * @range_limit: upper limit of a moving range, 3.267 @mean_range
 * @status: MAPPE_STATS_OK, MAPPE_STATS_TRIAL_LIMITS, MAPPE_STATS_TOO_SHORT without two neighbours
 */
typedef struct {
  double           mean;
  double           mean_range;
  MappeInterval    limits;
  double           range_limit;
  MappeStatsStatus status;
} MappeXmr;

/**
 * MappeAttributeKind:
 * @MAPPE_ATTRIBUTE_C: counts
 * @MAPPE_ATTRIBUTE_U: counts by what they are counted in
 * @MAPPE_ATTRIBUTE_P: shares
 * @MAPPE_ATTRIBUTE_U_LANEY: u for very large numbers, with the spread that the points show
 * @MAPPE_ATTRIBUTE_P_LANEY: the same of p
 */
typedef enum {
  MAPPE_ATTRIBUTE_C,
  MAPPE_ATTRIBUTE_U,
  MAPPE_ATTRIBUTE_P,
  MAPPE_ATTRIBUTE_U_LANEY,
  MAPPE_ATTRIBUTE_P_LANEY,
} MappeAttributeKind;

/**
 * MappeAttributeCase:
 * @kind: of the chart
 * @counts: (array length=n): NAN for gaps
 * @sizes: (array length=n) (nullable): area of opportunity; %NULL of a c chart
 * @excluded: (array length=n) (nullable): points that the centre and the spread do without
 * @n: number of periods
 */
typedef struct {
  MappeAttributeKind kind;
  const double      *counts;
  const double      *sizes;
  const gboolean    *excluded;
  gsize              n;
} MappeAttributeCase;

/**
 * MappeAttributeChart:
 * @centre: the line
 * @sigma_z: Laney's factor; NAN of the others
 */
typedef struct {
  double centre;
  double sigma_z;
} MappeAttributeChart;

MappeXmr            mappe_xmr                    (const double *series, gsize n, gsize baseline);
MappeAttributeChart mappe_attribute_chart        (const MappeAttributeCase *given);
MappeInterval       mappe_attribute_chart_limits (const MappeAttributeChart *self, const MappeAttributeCase *given,
                                                  gsize period);
double              mappe_attribute_chart_point  (const MappeAttributeCase *given, gsize period);
gboolean            mappe_control_chart_is_out   (double value, MappeInterval limits);

G_END_DECLS
