/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeInflation: by what the variance of the logarithm is multiplied
 * @MAPPE_INFLATION_NONE: 1
 * @MAPPE_INFLATION_X2: 2, the practice where only totals exist; the default
 * @MAPPE_INFLATION_FW: 0.0008 n + 1.2 for each count n (Farrington and Welsh)
 * @MAPPE_INFLATION_NUMBER: a number, Pearson's chi²/df of the months
 */
typedef enum {
  MAPPE_INFLATION_NONE,
  MAPPE_INFLATION_X2,
  MAPPE_INFLATION_FW,
  MAPPE_INFLATION_NUMBER,
} MappeInflation;

/**
 * MappeEffectCase: measure area and comparison area, before and after
 * @a: measure area before
 * @b: measure area after
 * @c: comparison area before
 * @d: comparison area after
 * @inflation: of the variance
 * @phi: the number for MAPPE_INFLATION_NUMBER; below 1 it is taken for 1
 * @conf: confidence
 */
typedef struct {
  double         a, b;
  double         c, d;
  MappeInflation inflation;
  double         phi;
  double         conf;
} MappeEffectCase;

/**
 * MappeEffect:
 * @res: relative effect size a d / (b c): above 1 = fell more (or rose less) than in the comparison area
 * @log_res: its natural logarithm
 * @variance: of @log_res, inflated
 * @interval: of @res
 * @z: @log_res by its standard error
 * @p: two-sided
 * @rirr: relative incidence rate ratio, 1 / @res
 * @percent: (@rirr - 1) × 100: below 0 = fell more than in the comparison area
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_HALF_ADDED, MAPPE_STATS_INFINITE or MAPPE_STATS_UNDEFINED
 */
typedef struct {
  double           res;
  double           log_res;
  double           variance;
  MappeInterval    interval;
  double           z;
  double           p;
  double           rirr;
  double           percent;
  MappeStatsStatus status;
} MappeEffect;

MappeEffect mappe_relative_effect             (const MappeEffectCase *given);
MappeEffect mappe_relative_effect_of_percents (double percent_measure, double percent_comparison);

G_END_DECLS
