/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeDispersion: more spread than a Poisson distribution has?
 * @n: values
 * @mean: of them
 * @variance: with n - 1
 * @ratio: @variance / @mean: about 1 of a Poisson distribution
 * @chi2: (n - 1) × @ratio
 * @p: of as large a @chi2
 * @status: MAPPE_STATS_OK or MAPPE_STATS_UNDEFINED
 */
typedef struct {
  gsize            n;
  double           mean;
  double           variance;
  double           ratio;
  double           chi2;
  double           p;
  MappeStatsStatus status;
} MappeDispersion;

/**
 * MappePooledEffect: one estimate from several
 */
typedef struct {
  double        estimate;
  double        se;
  MappeInterval interval;
} MappePooledEffect;

/**
 * MappePooling:
 * @k: effects
 * @fixed: pooled as if all measured the same
 * @q: Cochran's Q
 * @p: of @q, by chi² with k - 1 degrees of freedom
 * @i2: share of @q that is more than chance, in percent
 * @tau2: variance between the effects (DerSimonian and Laird)
 * @random: pooled with it
 */
typedef struct {
  gsize             k;
  MappePooledEffect fixed;
  double            q;
  double            p;
  double            i2;
  double            tau2;
  MappePooledEffect random;
} MappePooling;

MappeDispersion mappe_dispersion   (const double *series, gsize n);
MappePooling    mappe_pool_effects (const double *effects, const double *variances, gsize n);

G_END_DECLS
