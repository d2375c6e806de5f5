/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Counts before which a percentage says less than the counts themselves. */
#define MAPPE_RATE_LEAST_BEFORE 20

/**
 * MappeRateCase: one area at two times
 * @n0: cases before
 * @pop0: residents (or what the rate is per) before
 * @n1: cases after
 * @pop1: residents after
 * @per: residents that a rate is told for: 100,000 for the frequency number (HZ), 1,000 for small areas
 */
typedef struct {
  double n0, pop0;
  double n1, pop1;
  double per;
} MappeRateCase;

/**
 * MappeRate:
 * @rate0: cases per @per residents before
 * @rate1: the same after
 * @diff_count: cases after less those before
 * @pct_count: change of the count in percent
 * @pct_rate: change of the rate in percent
 * @index1: rate after, where that before is 100
 * @status: what to say with it
 */
typedef struct {
  double           rate0, rate1;
  double           diff_count;
  double           pct_count, pct_rate;
  double           index1;
  MappeStatsStatus status;
} MappeRate;

MappeRate mappe_rate_compare (const MappeRateCase *given);

G_END_DECLS
