/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-interrupted.h"

#include <math.h>
#include <string.h>

#include "mappe-autocorrelation.h"
#include "mappe-least-squares.h"
#include "mappe-normal.h"

#define K MAPPE_INTERRUPTED_N
/* Squared residuals against squared values: less than this is rounding. */
#define PERFECT 1e-26

/* The points that are there, and the model's columns for them; times are divided by the length of the series. */
typedef struct {
  gsize n, length, start;
  gsize n_pre;
  double *y;
  double *x; /* K columns of n */
  double *e; /* residuals */
} Design;

static void
design_clear (Design *self)
{
  g_free (self->y);
  g_free (self->x);
  g_free (self->e);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Design, design_clear)

static void
add_row (Design *self, gsize row, gsize period)
{
  gboolean after = period >= self->start;

  self->x[row] = 1;
  self->x[self->n + row] = (double) period / (double) self->length;
  self->x[2 * self->n + row] = after ? 1 : 0;
  self->x[3 * self->n + row] = after ? (double) (period - self->start) / (double) self->length : 0;
}

static Design
design_of (const double *series, gsize n, gsize start, gboolean logarithms)
{
  g_autofree double *periods = g_new (double, n + 1);
  Design design = { 0, n, start, 0, g_new (double, n + 1), NULL, NULL };

  design.n = mappe_stats_present (series, n, design.y, periods);
  design.x = g_new (double, K *design.n + 1);
  design.e = g_new0 (double, design.n + 1);
  for (gsize i = 0; i < design.n; i++)
    {
      add_row (&design, i, (gsize) periods[i]);
      design.n_pre += periods[i] < (double) start ? 1 : 0;
      if (logarithms)
        design.y[i] = design.y[i] > 0 ? log (design.y[i]) : NAN;
    }
  return design;
}

static double
squares_of (const double *values, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += values[i] * values[i];
  return sum;
}

static gboolean
fit (Design *design, double *b, double *inverse)
{
  g_autofree double *x = g_memdup2 (design->x, K * design->n * sizeof *x);
  g_autofree double *y = g_memdup2 (design->y, design->n * sizeof *y);

  if (!mappe_least_squares (x, y, design->n, K, b, inverse))
    return FALSE;
  for (gsize i = 0; i < design->n; i++)
    {
      design->e[i] = design->y[i];
      for (gsize j = 0; j < K; j++)
        design->e[i] -= b[j] * design->x[j * design->n + i];
    }
  return TRUE;
}

/* Sum of e_t e_(t-lag) x_t x'_(t-lag), added to @sum with its transpose. */
static void
add_lag (const Design *design, gsize lag, double weight, double sum[K][K])
{
  double products[K][K] = { 0 };
  gsize n = design->n;

  for (gsize t = lag; t < n; t++)
    {
      double e = design->e[t] * design->e[t - lag];

      for (gsize i = 0; i < K; i++)
        for (gsize j = 0; j < K; j++)
          products[i][j] += e * design->x[i * n + t] * design->x[j * n + t - lag];
    }
  for (gsize i = 0; i < K; i++)
    for (gsize j = 0; j < K; j++)
      sum[i][j] += weight * (lag == 0 ? products[i][j] : products[i][j] + products[j][i]);
}

/* Newey and West with Bartlett's weights and the factor n/(n - k). */
static void
newey_west (const Design *design, gsize lag, const double *inverse, double *errors)
{
  double middle[K][K] = { 0 };
  double small = (double) design->n / (double) (design->n - K);

  for (gsize l = 0; l <= MIN (lag, design->n - 1); l++)
    add_lag (design, l, 1 - (double) l / (double) (lag + 1), middle);
  for (gsize a = 0; a < K; a++)
    {
      double variance = 0;

      for (gsize i = 0; i < K; i++)
        for (gsize j = 0; j < K; j++)
          variance += inverse[a * K + i] * middle[i][j] * inverse[j * K + a];
      errors[a] = sqrt (MAX (0, small * variance));
    }
}

static double
durbin_watson (const Design *design, double squares)
{
  double sum = 0;

  for (gsize i = 1; i < design->n; i++)
    sum += (design->e[i] - design->e[i - 1]) * (design->e[i] - design->e[i - 1]);
  return sum / squares;
}

/* Standard errors and what comes of them; those of Newey and West need each row's true neighbours. */
static void
judge (MappeInterrupted *found, const Design *design, gsize lag, const double *inverse, double squares)
{
  double df = (double) (design->n - K);

  for (gsize i = 0; i < K; i++)
    found->se[i] = sqrt (squares / df * inverse[i * K + i]);
  found->durbin_watson = durbin_watson (design, squares);
  if (design->n < design->length)
    return;
  newey_west (design, lag, inverse, found->nw);
  found->p_jump = mappe_student_two_sided (found->b[2] / found->nw[2], df);
  found->p_slope_change = mappe_student_two_sided (found->b[3] / found->nw[3], df);
}

/* The residuals, each in its period. */
static void
spread_residuals (const Design *design, const double *series, double *residuals)
{
  gsize row = 0;

  for (gsize i = 0; i < design->length; i++)
    residuals[i] = isnan (series[i]) ? NAN : design->e[row++];
}

static void
correlate (MappeInterrupted *found, const Design *design, const double *series)
{
  g_autofree double *residuals = g_new (double, design->length);

  spread_residuals (design, series, residuals);
  mappe_autocorrelation (residuals, design->length, MAPPE_INTERRUPTED_LAGS, found->acf);
}

/* Coefficients and errors of the times go back to periods; what is left of a perfect fit by rounding is 0. */
static void
scale_back (MappeInterrupted *found, double length, double size)
{
  for (gsize i = 0; i < K; i++)
    {
      double unit = i == MAPPE_INTERRUPTED_TREND || i == MAPPE_INTERRUPTED_SLOPE_CHANGE ? length : 1;

      if (found->status == MAPPE_STATS_PERFECT_FIT && fabs (found->b[i]) < 1e-12 * size)
        found->b[i] = 0;
      found->b[i] /= unit;
      found->se[i] /= unit;
      found->nw[i] /= unit;
    }
}

static void
describe_end (MappeInterrupted *found, const Design *design, gboolean logarithms)
{
  found->expected_last =
      found->b[MAPPE_INTERRUPTED_LEVEL] + found->b[MAPPE_INTERRUPTED_TREND] * (double) design->length;
  found->effect_last = found->b[MAPPE_INTERRUPTED_JUMP] +
                       found->b[MAPPE_INTERRUPTED_SLOPE_CHANGE] * (double) (design->length - design->start);
  if (logarithms)
    found->effect_percent = 100 * expm1 (found->effect_last);
  else if (found->expected_last > 0)
    found->effect_percent = 100 * found->effect_last / found->expected_last;
}

/** mappe_interrupted_lag: Returns: max (1, ⌊0.75 n^(1/3)⌋), the lag of Newey and West where none is given */
gsize
mappe_interrupted_lag (gsize n)
{
  return MAX (1, (gsize) floor (0.75 * cbrt ((double) n)));
}

/**
 * mappe_interrupted_linear:
 * @series: (array length=n): one value a period, NAN for gaps
 * @n: number of periods
 * @start: first period after the start, from 1
 * @lag: of Newey and West, see mappe_interrupted_lag(); 12 for long monthly series
 * @logarithms: of the values, which must be above 0
 *
 * y_t = b0 + b1 t + b2 D_t + b3 D_t (t - start), t = 1 … n, D = 1 from the start on: the jump is that of the first
 * period after the start. Newey-West: n/(n-4) (X'X)^-1 S (X'X)^-1, Bartlett's weights, t(n-4). Gaps keep their
 * time and drop out; there are then no Newey-West errors and no p, and Durbin-Watson takes the rows that are left
 * for neighbours, as R's dwtest() does, whereas the autocorrelation knows of the gaps. None of these are there
 * where the lines fit exactly. Below 3 + 3 points there is no model, below 8 + 8 a picture. A percentage needs
 * an expected value above 0. A series alone claims too much where others fell as well. Source: Linden 2015,
 * Stata J 15:480; sandwich of R. Time grows with n × @lag.
 *
 * Returns: the model
 */
MappeInterrupted
mappe_interrupted_linear (const double *series, gsize n, gsize start, gsize lag, gboolean logarithms)
{
  const double none = NAN;
  MappeInterrupted found = { .b = { none, none, none, none },
                             .se = { none, none, none, none },
                             .nw = { none, none, none, none },
                             .p_jump = none,
                             .p_slope_change = none,
                             .expected_last = none,
                             .effect_last = none,
                             .effect_percent = none,
                             .durbin_watson = none,
                             .status = MAPPE_STATS_TOO_SHORT };
  g_auto (Design) design = design_of (series, n, start, logarithms);
  double inverse[K * K], squares, size = squares_of (design.y, design.n);

  for (gsize i = 0; i < MAPPE_INTERRUPTED_LAGS; i++)
    found.acf[i] = NAN;
  found.n_pre = design.n_pre;
  found.n_post = design.n - design.n_pre;
  if (MIN (found.n_pre, found.n_post) < MAPPE_INTERRUPTED_LEAST)
    return found;
  found.status = MAPPE_STATS_UNDEFINED;
  if (isnan (size) || !fit (&design, found.b, inverse))
    return found;
  squares = squares_of (design.e, design.n);
  if (squares <= PERFECT * size)
    found.status = MAPPE_STATS_PERFECT_FIT;
  else
    {
      judge (&found, &design, lag, inverse, squares);
      correlate (&found, &design, series);
      found.status =
          MIN (found.n_pre, found.n_post) < MAPPE_INTERRUPTED_SHORT ? MAPPE_STATS_OK_SHORT : MAPPE_STATS_OK;
    }
  scale_back (&found, (double) n, sqrt (size));
  describe_end (&found, &design, logarithms);
  return found;
}

/**
 * mappe_interrupted_linear_residuals:
 * @series: (array length=n): one value a period, NAN for gaps
 * @n: number of periods
 * @start: first period after the start, from 1
 * @logarithms: of the values
 * @residuals: (out caller-allocates) (array length=n): value less line (of logarithms: of logarithms), NAN for gaps
 *
 * Returns: whether there is a model, see mappe_interrupted_linear(); without one @residuals are NAN
 */
gboolean
mappe_interrupted_linear_residuals (const double *series, gsize n, gsize start, gboolean logarithms,
                                    double *residuals)
{
  g_auto (Design) design = design_of (series, n, start, logarithms);
  double b[K], inverse[K * K];
  gboolean fits = MIN (design.n_pre, design.n - design.n_pre) >= MAPPE_INTERRUPTED_LEAST
                  && !isnan (squares_of (design.y, design.n)) && fit (&design, b, inverse);

  for (gsize i = 0; i < n && !fits; i++)
    residuals[i] = NAN;
  if (fits)
    spread_residuals (&design, series, residuals);
  return fits;
}
