/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Answers below which a result is called that of a small group, and below which it is not shown. */
#define MAPPE_SHARE_SMALL_GROUP 30
#define MAPPE_SHARE_SUPPRESS 5

/**
 * MappeShare: a share with its interval by three methods
 * @p: x / n
 * @wilson: Wilson's score interval, the default
 * @wilson_corrected: the same with continuity correction
 * @exact: Clopper and Pearson, never too narrow
 * @status: what to say with it
 */
typedef struct {
  double           p;
  MappeInterval    wilson;
  MappeInterval    wilson_corrected;
  MappeInterval    exact;
  MappeStatsStatus status;
} MappeShare;

/**
 * MappeShareCase: shares of two groups of different persons: after (1) and before (2), or measure and comparison
 */
typedef struct {
  double x1, n1;
  double x2, n2;
  double conf;
} MappeShareCase;

/**
 * MappeShareDifference:
 * @diff: p1 - p2, of 1 (times 100: percentage points)
 * @score: Newcombe's method 10, the default
 * @corrected: his method 11
 * @z: of the test at the common share
 * @p: two-sided
 * @h: Cohen's h: 0.2 is called small, 0.5 medium
 * @status: what to say with it
 */
typedef struct {
  double           diff;
  MappeInterval    score;
  MappeInterval    corrected;
  double           z;
  double           p;
  double           h;
  MappeStatsStatus status;
} MappeShareDifference;

MappeInterval        mappe_share_wilson           (double x, double n, double conf);
MappeInterval        mappe_share_wilson_corrected (double x, double n, double conf);
MappeShare           mappe_share_of               (double x, double n, double conf);
MappeShareDifference mappe_share_difference       (const MappeShareCase *given);

G_END_DECLS
