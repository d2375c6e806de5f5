/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* More goals than this in one figure hide each other. */
#define MAPPE_GOAL_MOST 8
/* Correlation between goals that Kiresuk and Sherman assume. */
#define MAPPE_GOAL_CORRELATION 0.3

/**
 * MappeGoalAttainment:
 * @t: 50 = all goals as expected, 10 points are one standard deviation
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_MANY_GOALS, MAPPE_STATS_NO_GOALS, MAPPE_STATS_UNDEFINED where a level is
 *   missing, MAPPE_STATS_BAD_INPUT
 */
typedef struct {
  double           t;
  MappeStatsStatus status;
} MappeGoalAttainment;

gboolean            mappe_goal_is_level   (double level);
MappeGoalAttainment mappe_goal_attainment (const double *weights, const double *levels, gsize n,
                                           double correlation);

G_END_DECLS
