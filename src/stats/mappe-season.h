/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeSeason:
 * @adjusted_first: first value without the season
 * @adjusted_last: last value without it
 * @trend_middle: moving average in the middle of the series
 * @status: MAPPE_STATS_OK, MAPPE_STATS_TOO_SHORT below two years, MAPPE_STATS_UNDEFINED where ratios are not possible
 */
typedef struct {
  double           adjusted_first;
  double           adjusted_last;
  double           trend_middle;
  MappeStatsStatus status;
} MappeSeason;

MappeSeason mappe_season (const double *series, gsize n, gsize period, gboolean ratios, double *figure);

G_END_DECLS
