/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeWave: one group at one time
 * @value: mean, or how many answered so
 * @size: standard error of the mean, or how many answered
 */
typedef struct {
  double value;
  double size;
} MappeWave;

/**
 * MappeDidCase: measure area and comparison area, before and after
 * @are_shares: the waves hold counts of answers; else means and their standard errors
 * @measure: before and after
 * @comparison: before and after
 * @conf: confidence
 */
typedef struct {
  gboolean  are_shares;
  MappeWave measure[2];
  MappeWave comparison[2];
  double    conf;
} MappeDidCase;

/**
 * MappeDid: difference in differences
 * @did: change in the measure area less change in the comparison area
 * @se: its standard error
 * @z: @did / @se
 * @p: two-sided
 * @interval: of @did
 */
typedef struct {
  double        did;
  double        se;
  double        z;
  double        p;
  MappeInterval interval;
} MappeDid;

/**
 * MappeWeightedShare: a share of weighted answers
 * @n: answers
 * @p: weighted share
 * @n_eff: effective number of answers
 * @deff: design effect, @n / @n_eff
 * @interval: Wilson's with @n_eff answers
 * @fpc: factor of the finite population
 * @interval_fpc: the same with the answers that count for a finite population
 */
typedef struct {
  gsize         n;
  double        p;
  double        n_eff;
  double        deff;
  MappeInterval interval;
  double        fpc;
  MappeInterval interval_fpc;
} MappeWeightedShare;

MappeDid           mappe_did            (const MappeDidCase *given);
MappeWeightedShare mappe_weighted_share (const double *weights, const double *answers, gsize n, double population);

G_END_DECLS
