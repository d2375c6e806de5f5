/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeCusum: cumulated sums
 * @first_up: first period, from 1, in which the upper sum is above the limit; 0 for none
 * @first_down: the same of the lower sum
 */
typedef struct {
  gsize first_up;
  gsize first_down;
} MappeCusum;

MappeCusum mappe_cusum               (const double *series, gsize n, const double target_slack_limit[3],
                                      double *upper, double *lower);
double     mappe_cusum_poisson_value (double normal, double shifted);

G_END_DECLS
