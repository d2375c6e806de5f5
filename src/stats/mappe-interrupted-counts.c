/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-autocorrelation.h"
#include "mappe-interrupted.h"
#include "mappe-least-squares.h"

#define MONTHS 12
#define MOST_HARMONICS 6
#define MOST_ROUNDS 100
#define MOST_HALVINGS 30
/* Change of the deviance, relative, at which the fit is done. */
#define DONE 1e-12
/* Pearson's chi²/df: less than this is rounding. */
#define PERFECT 1e-16

/* A Poisson regression with a logarithmic link. */
typedef struct {
  gsize n, k;
  double *x; /* k columns of n */
  double *y;
  double *offset; /* logarithm of the exposure */
  double *b;
  double *inverse; /* of the information, k × k */
  double *mean;    /* fitted */
  double *rows;    /* room for the weighted columns … */
  double *target;  /* … and for what they explain */
  double total[2]; /* cases before and after the start */
  gsize count[2];  /* points before and after it */
} Model;

static void
model_clear (Model *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->offset);
  g_free (self->b);
  g_free (self->inverse);
  g_free (self->mean);
  g_free (self->rows);
  g_free (self->target);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

/* The last sine of six pairs is 0 in each month. */
static gsize
season_columns (guint harmonics)
{
  return harmonics < MOST_HARMONICS ? 2 * harmonics : 2 * harmonics - 1;
}

/* The value of each column in one period: level, step, trend, slope, season. */
static void
fill_row (const MappeInterruptedCountCase *given, gsize period, double *row)
{
  gboolean after = period >= given->start;
  gsize at = 0;

  row[at++] = 1;
  row[at++] = after ? 1 : 0;
  row[at++] = (double) period / (double) given->n;
  if (given->with_slope)
    row[at++] = after ? (double) (period - given->start + 1) / (double) given->n : 0;
  for (guint k = 1; k <= given->harmonics; k++)
    {
      double angle = 2 * G_PI * k * (double) ((given->first_month + period - 1) % MONTHS) / MONTHS;

      row[at++] = cos (angle);
      if (k < MOST_HARMONICS)
        row[at++] = sin (angle);
    }
}

/* Periods without a count or an exposure say nothing. */
static gboolean
is_there (const MappeInterruptedCountCase *given, gsize i)
{
  return !isnan (given->series[i]) &&
         (given->exposure == NULL || given->exposure[i] > 0 || (given->exposure[i] == 0 && given->series[i] > 0));
}

static void
add_period (Model *self, const MappeInterruptedCountCase *given, gsize i, gsize row)
{
  double columns[4 + 2 * MOST_HARMONICS];
  int after = i + 1 >= given->start;

  fill_row (given, i + 1, columns);
  for (gsize j = 0; j < self->k; j++)
    self->x[j * self->n + row] = columns[j];
  self->y[row] = given->series[i];
  self->offset[row] = given->exposure != NULL ? log (given->exposure[i]) : 0;
  self->total[after] += given->series[i];
  self->count[after]++;
}

static Model
model_of (const MappeInterruptedCountCase *given)
{
  Model model = { 0 };
  gsize row = 0;

  for (gsize i = 0; i < given->n; i++)
    model.n += is_there (given, i) ? 1 : 0;
  model.k = 3 + (given->with_slope ? 1 : 0) + season_columns (given->harmonics);
  model.x = g_new (double, model.n *model.k + 1);
  model.rows = g_new (double, model.n *model.k + 1);
  model.y = g_new (double, model.n + 1);
  model.offset = g_new (double, model.n + 1);
  model.mean = g_new (double, model.n + 1);
  model.target = g_new (double, model.n + 1);
  model.b = g_new0 (double, model.k);
  model.inverse = g_new0 (double, model.k *model.k);
  for (gsize i = 0; i < given->n; i++)
    if (is_there (given, i))
      add_period (&model, given, i, row++);
  return model;
}

/* Fitted means of the coefficients @b, and their deviance. */
static double
predict (Model *self, const double *b)
{
  double deviance = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      double linear = self->offset[i];

      for (gsize j = 0; j < self->k; j++)
        linear += b[j] * self->x[j * self->n + i];
      self->mean[i] = exp (linear);
      deviance += self->y[i] > 0
                      ? 2 * (self->y[i] * log (self->y[i] / self->mean[i]) - (self->y[i] - self->mean[i]))
                      : 2 * self->mean[i];
    }
  return deviance;
}

/* One step of iteratively reweighted least squares: the coefficients that the present means lead to. */
static gboolean
next_step (Model *self, double *b)
{
  for (gsize i = 0; i < self->n; i++)
    {
      double weight = sqrt (self->mean[i]);
      double linear = log (self->mean[i]) - self->offset[i];

      for (gsize j = 0; j < self->k; j++)
        self->rows[j * self->n + i] = weight * self->x[j * self->n + i];
      self->target[i] = weight * (linear + (self->y[i] - self->mean[i]) / self->mean[i]);
    }
  return mappe_least_squares (self->rows, self->target, self->n, self->k, b, self->inverse);
}

/* Half of the way, as often as the whole of it leads nowhere. */
static double
shorten (Model *self, double *b, double before)
{
  double deviance = predict (self, b);

  for (int i = 0; i < MOST_HALVINGS && !(deviance <= before + DONE * (fabs (before) + 1)); i++)
    {
      for (gsize j = 0; j < self->k; j++)
        b[j] = (b[j] + self->b[j]) / 2;
      deviance = predict (self, b);
    }
  return deviance;
}

/* Begins at the mean rate; returns the deviance, NAN if there is no fit. */
static double
fit (Model *self)
{
  g_autofree double *b = g_new0 (double, self->k);
  double exposure = 0, deviance;

  for (gsize i = 0; i < self->n; i++)
    exposure += exp (self->offset[i]);
  self->b[0] = log ((self->total[0] + self->total[1]) / exposure);
  deviance = predict (self, self->b);
  for (int i = 0; i < MOST_ROUNDS; i++)
    {
      double before = deviance;

      if (!isfinite (before) || !next_step (self, b))
        return NAN;
      deviance = shorten (self, b, before);
      memcpy (self->b, b, self->k * sizeof *b);
      if (fabs (deviance - before) <= DONE * (fabs (deviance) + 0.1))
        /* The information is that of the means before: once more, at the end of the way. */
        return next_step (self, self->b) ? predict (self, self->b) : NAN;
    }
  return NAN;
}

static double
pearson (const Model *self)
{
  double sum = 0;

  for (gsize i = 0; i < self->n; i++)
    sum += (self->y[i] - self->mean[i]) * (self->y[i] - self->mean[i]) / self->mean[i];
  return sum / (double) (self->n - self->k);
}

static MappeInterval
ratio_interval (double step, double se)
{
  MappeInterval interval = mappe_stats_normal (step, se, MAPPE_STATS_CONFIDENCE);

  return (MappeInterval){ exp (interval.lo), exp (interval.hi) };
}

static void
describe (MappeInterruptedCount *found, const Model *model, const MappeInterruptedCountCase *given)
{
  double length = (double) given->n;

  found->level = model->b[0];
  found->step = model->b[1];
  found->trend = model->b[2] / length;
  if (given->with_slope)
    found->slope = model->b[3] / length;
  found->phi = pearson (model);
  found->step_se = sqrt (model->inverse[model->k + 1]);
  found->step_se_quasi = found->step_se * sqrt (found->phi);
  found->ratio = exp (found->step);
  found->interval = ratio_interval (found->step, found->step_se_quasi);
  found->safe = ratio_interval (found->step, found->step_se * sqrt (MAX (1, found->phi)));
  found->trend_year = exp (MONTHS * found->trend);
}

/* Pearson's residuals: (count - mean)/√mean, so that each has the same variance. */
static void
pearson_residuals (const Model *model, const MappeInterruptedCountCase *given, double *residuals)
{
  gsize row = 0;

  for (gsize i = 0; i < given->n; i++)
    {
      residuals[i] = NAN;
      if (!is_there (given, i))
        continue;
      residuals[i] = (model->y[row] - model->mean[row]) / sqrt (model->mean[row]);
      row++;
    }
}

static void
correlate (MappeInterruptedCount *found, const Model *model, const MappeInterruptedCountCase *given)
{
  g_autofree double *residuals = g_new (double, given->n);

  if (found->phi <= PERFECT)
    return;
  pearson_residuals (model, given, residuals);
  mappe_autocorrelation (residuals, given->n, MAPPE_INTERRUPTED_LAGS, found->acf);
}

/* Why there can be no model; MAPPE_STATS_OK if there can. */
static MappeStatsStatus
check_model (const Model *model)
{
  if (MIN (model->count[0], model->count[1]) < MAPPE_INTERRUPTED_LEAST || model->n <= model->k)
    return MAPPE_STATS_TOO_SHORT;
  return model->total[0] > 0 && model->total[1] > 0 ? MAPPE_STATS_OK : MAPPE_STATS_NO_EVENTS;
}

/**
 * mappe_interrupted_counts:
 *
 * log mean = log exposure + b0 + step D + trend t + [slope D (t - start + 1)] + Σ (cos, sin)(2π k month/12),
 * fitted by iteratively reweighted least squares from the mean rate until the deviance stands still to 1e-12; phi
 * = Pearson's chi²/(n - k). Periods without count or exposure drop out; cases without exposure make no sense, and
 * there is no model; neither is there with no case at all before or after, below 3 + 3 points, without a degree of
 * freedom left or where the columns depend on each other. If the autocorrelation of Pearson's residuals at lag 1 or
 * 12 is above MAPPE_INTERRUPTED_DEPENDENT, the interval is too narrow. The slope moves the step by one period.
 * Source: Bernal, Cummins and Gasparrini 2017, Int J Epidemiol 46:348; R's glm().
 *
 * Returns: the model
 */
MappeInterruptedCount
mappe_interrupted_counts (const MappeInterruptedCountCase *given)
{
  const double none = NAN;
  MappeInterruptedCount found = { .level = none, .step = none, .trend = none, .slope = none, .step_se = none,
                                  .step_se_quasi = none, .phi = none, .ratio = none,
                                  .interval = MAPPE_INTERVAL_NONE, .safe = MAPPE_INTERVAL_NONE,
                                  .trend_year = none, .deviance = none, .status = MAPPE_STATS_TOO_SHORT };
  g_auto (Model) model = { 0 };
  double deviance;

  g_return_val_if_fail (given->harmonics <= MOST_HARMONICS, found);
  for (gsize i = 0; i < MAPPE_INTERRUPTED_LAGS; i++)
    found.acf[i] = NAN;
  model = model_of (given);
  found.status = check_model (&model);
  if (found.status != MAPPE_STATS_OK)
    return found;
  deviance = fit (&model);
  if (isnan (deviance))
    {
      found.status = MAPPE_STATS_UNDEFINED;
      return found;
    }
  describe (&found, &model, given);
  correlate (&found, &model, given);
  found.deviance = MAX (0, deviance);
  if (MIN (model.count[0], model.count[1]) < MAPPE_INTERRUPTED_SHORT)
    found.status = MAPPE_STATS_OK_SHORT;
  return found;
}

/**
 * mappe_interrupted_counts_residuals:
 * @given: the counts
 * @residuals: (out caller-allocates): one a period: Pearson's, (count - mean)/√mean, NAN for what dropped out
 *
 * Returns: whether there is a model, see mappe_interrupted_counts(); without one @residuals are NAN
 */
gboolean
mappe_interrupted_counts_residuals (const MappeInterruptedCountCase *given, double *residuals)
{
  g_auto (Model) model = { 0 };
  gboolean fits;

  g_return_val_if_fail (given->harmonics <= MOST_HARMONICS, FALSE);
  model = model_of (given);
  fits = check_model (&model) == MAPPE_STATS_OK && !isnan (fit (&model));
  for (gsize i = 0; i < given->n && !fits; i++)
    residuals[i] = NAN;
  if (fits)
    pearson_residuals (&model, given, residuals);
  return fits;
}
