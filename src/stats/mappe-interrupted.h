/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/* Fewest points of each side for a model at all, and for more than a picture. */
#define MAPPE_INTERRUPTED_LEAST 3
#define MAPPE_INTERRUPTED_SHORT 8

/* How far apart residuals are compared: up to a year of months. */
#define MAPPE_INTERRUPTED_LAGS 12
/* Residuals that depend on each other more than this make an interval too narrow (OUTCOMES 4.9). */
#define MAPPE_INTERRUPTED_DEPENDENT 0.3

/* Coefficients of the linear model. */
enum {
  MAPPE_INTERRUPTED_LEVEL,        /* at period 0 */
  MAPPE_INTERRUPTED_TREND,        /* per period before the start */
  MAPPE_INTERRUPTED_JUMP,         /* at the start */
  MAPPE_INTERRUPTED_SLOPE_CHANGE, /* per period after it */
  MAPPE_INTERRUPTED_N,
};

/**
 * MappeInterrupted: a line before and a line after
 * @n_pre: points before the start, gaps left out
 * @n_post: points from the start on
 * @b: coefficients
 * @se: their ordinary standard errors
 * @nw: those of Newey and West, which allow for neighbours that depend on each other
 * @p_jump: two-sided, from @nw
 * @p_slope_change: the same
 * @expected_last: the line before, carried on to the last period (of logarithms: a logarithm)
 * @effect_last: fitted less expected in the last period
 * @effect_percent: of the expected value; of logarithms (exp (effect) - 1) × 100
 * @durbin_watson: of the residuals
 * @acf: their autocorrelation, from lag 1 on; NAN where there is none, or no variation
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_SHORT below 8 + 8 points, MAPPE_STATS_PERFECT_FIT, MAPPE_STATS_TOO_SHORT
 *   below 3 + 3, MAPPE_STATS_UNDEFINED
 */
typedef struct {
  gsize            n_pre, n_post;
  double           b[MAPPE_INTERRUPTED_N];
  double           se[MAPPE_INTERRUPTED_N];
  double           nw[MAPPE_INTERRUPTED_N];
  double           p_jump, p_slope_change;
  double           expected_last;
  double           effect_last;
  double           effect_percent;
  double           durbin_watson;
  double           acf[MAPPE_INTERRUPTED_LAGS];
  MappeStatsStatus status;
} MappeInterrupted;

/**
 * MappeInterruptedCountCase:
 * @series: (array length=n): counts, one a period, NAN for gaps
 * @exposure: (nullable) (array length=n): residents, risk days …; %NULL if it does not change
 * @n: number of periods
 * @start: first period after the start, from 1
 * @harmonics: pairs of sine and cosine for the season, 0 to 6
 * @first_month: month of the first period, from 1
 * @with_slope: whether the trend may change as well
 */
typedef struct {
  const double *series;
  const double *exposure;
  gsize         n;
  gsize         start;
  guint         harmonics;
  guint         first_month;
  gboolean      with_slope;
} MappeInterruptedCountCase;

/**
 * MappeInterruptedCount: logarithms of counts, explained by level, step, trend, slope and season
 * @level: coefficient, at period 0 (per unit of exposure)
 * @step: at the start; with a slope: one period before the first one after the start
 * @trend: per period
 * @slope: change of trend per period; NAN without
 * @step_se: as of a Poisson distribution
 * @step_se_quasi: times √@phi
 * @phi: Pearson's chi²/df: how many times the variance is that of a Poisson distribution
 * @ratio: exp (@step)
 * @interval: of @ratio, 95 %, with @phi as it is
 * @safe: with max (1, @phi), the one to print
 * @trend_year: exp (12 × @trend)
 * @deviance: of the fit
 * @acf: autocorrelation of Pearson's residuals, from lag 1 on; NAN where there is none, or no variation
 * @status: MAPPE_STATS_OK, MAPPE_STATS_OK_SHORT, MAPPE_STATS_TOO_SHORT, MAPPE_STATS_NO_EVENTS before or after,
 *   MAPPE_STATS_UNDEFINED
 */
typedef struct {
  double           level, step, trend, slope;
  double           step_se, step_se_quasi;
  double           phi;
  double           ratio;
  MappeInterval    interval;
  MappeInterval    safe;
  double           trend_year;
  double           deviance;
  double           acf[MAPPE_INTERRUPTED_LAGS];
  MappeStatsStatus status;
} MappeInterruptedCount;

gsize                 mappe_interrupted_lag              (gsize n);
MappeInterrupted      mappe_interrupted_linear           (const double *series, gsize n, gsize start, gsize lag,
                                                          gboolean logarithms);
gboolean              mappe_interrupted_linear_residuals (const double *series, gsize n, gsize start,
                                                          gboolean logarithms, double *residuals);
MappeInterruptedCount mappe_interrupted_counts           (const MappeInterruptedCountCase *given);
gboolean              mappe_interrupted_counts_residuals (const MappeInterruptedCountCase *given, double *residuals);

G_END_DECLS
