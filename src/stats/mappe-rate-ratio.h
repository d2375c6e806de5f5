/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeRateRatioCase: one area before and after
 * @x1: cases after
 * @t1: exposure after (months, or residents × time)
 * @x0: cases before
 * @t0: exposure before
 * @conf: confidence
 * @phi: variance inflation, see mappe_rate_ratio(); 1 for none
 */
typedef struct {
  double x1, t1;
  double x0, t0;
  double conf;
  double phi;
} MappeRateRatioCase;

/**
 * MappeRateRatio:
 * @ratio: (x1/t1) / (x0/t0)
 * @exact: central exact interval
 * @p_exact: exact p of "no change", by the smaller likelihoods; may disagree with @exact at the border
 * @log: from the logarithm, without inflation
 * @score: the default
 * @inflated: @log with the variance times phi
 * @status: MAPPE_STATS_OK, MAPPE_STATS_ZERO_AFTER, MAPPE_STATS_ZERO_BEFORE, MAPPE_STATS_NO_EVENTS
 */
typedef struct {
  double           ratio;
  MappeInterval    exact;
  double           p_exact;
  MappeInterval    log;
  MappeInterval    score;
  MappeInterval    inflated;
  MappeStatsStatus status;
} MappeRateRatio;

MappeRateRatio mappe_rate_ratio    (const MappeRateRatioCase *given);
double         mappe_binomial_test (double x, double n, double p);

G_END_DECLS
