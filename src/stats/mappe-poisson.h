/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappePoissonIntervals: one count as a rate, with its interval by four methods
 * @rate: count / exposure
 * @exact: Garwood, never too narrow; the default below 20 cases
 * @byar: Byar's approximation of it, as health offices print it
 * @score: the default from 20 cases on
 * @midp: mid-P: on average as wide as it says
 */
typedef struct {
  double        rate;
  MappeInterval exact;
  MappeInterval byar;
  MappeInterval score;
  MappeInterval midp;
} MappePoissonIntervals;

/**
 * MappePoissonLevel: how far two counts lie apart: |z| from 2 on is weak, from 3 on strong
 */
typedef enum {
  MAPPE_POISSON_NONE,
  MAPPE_POISSON_WEAK,
  MAPPE_POISSON_STRONG,
  MAPPE_POISSON_UNKNOWN,
} MappePoissonLevel;

/**
 * MappeETestCase: two counts and their exposures (months, residents) in one unit
 */
typedef struct {
  double k1, n1;
  double k2, n2;
} MappeETestCase;

/**
 * MappeETest:
 * @p_separate: p with the variance k1/n1² + k2/n2² (Krishnamoorthy and Thomson)
 * @p_pooled: p with the variance at the common rate
 * @status: MAPPE_STATS_OK or MAPPE_STATS_UNDEFINED
 */
typedef struct {
  double           p_separate;
  double           p_pooled;
  MappeStatsStatus status;
} MappeETest;

MappePoissonIntervals mappe_poisson_intervals (double x, double t, double conf);
double                mappe_poisson_z         (double before, double after);
MappePoissonLevel     mappe_poisson_level     (double z);
const char           *mappe_poisson_level_word (MappePoissonLevel level);
MappeETest            mappe_etest             (const MappeETestCase *given);

G_END_DECLS
