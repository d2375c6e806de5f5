/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Useful points from which the rules hold. */
#define MAPPE_RUN_CHART_LEAST 10

/**
 * MappeRunChart:
 * @centre: the line
 * @n_useful: points that are not on it
 * @longest: longest run on one side
 * @longest_max: longest run that chance explains
 * @crossings: of the line
 * @crossings_min: fewest that chance explains
 * @signal: a run too long or too few crossings
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_FEW_POINTS below 10, MAPPE_STATS_NO_USEFUL_POINTS (runs are not available)
 */
typedef struct {
  double           centre;
  gsize            n_useful;
  gsize            longest, longest_max;
  gsize            crossings, crossings_min;
  gboolean         signal;
  MappeStatsStatus status;
} MappeRunChart;

double        mappe_run_chart_median (const double *series, gsize n);
MappeRunChart mappe_run_chart        (const double *series, gsize n, double centre);

G_END_DECLS
