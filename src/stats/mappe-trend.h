/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Values below which a trend is a picture only. */
#define MAPPE_TREND_SMALL 10

/**
 * MappeTrend: Mann and Kendall's test with Sen's slope
 * @n: values, gaps left out
 * @s: pairs that rise less pairs that fall
 * @variance: of @s, with ties
 * @z: with continuity correction
 * @p: two-sided
 * @tau: Kendall's tau-b: 1 = always up, -1 = always down
 * @slope: Sen's, the median of all slopes of pairs, per period (of months: per year)
 * @slope_interval: of it, 95 %
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_SMALL_N below 10 values, MAPPE_STATS_TOO_SHORT below 3
 */
typedef struct {
  gsize            n;
  double           s;
  double           variance;
  double           z;
  double           p;
  double           tau;
  double           slope;
  MappeInterval    slope_interval;
  MappeStatsStatus status;
} MappeTrend;

/**
 * MappeChangePoint: Pettitt's test
 * @k: largest difference of ranks
 * @place: last period before the change, from 1; 0 if there are too few values
 * @p: approximate, 1 at most
 */
typedef struct {
  double k;
  gsize  place;
  double p;
} MappeChangePoint;

MappeTrend       mappe_trend_mann_kendall (const double *series, gsize n);
MappeTrend       mappe_trend_seasonal     (const double *series, gsize n, gsize period, double *season_s);
MappeChangePoint mappe_trend_pettitt      (const double *series, gsize n);

G_END_DECLS
