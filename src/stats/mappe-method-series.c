/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-autocorrelation.h"
#include "mappe-interrupted.h"
#include "mappe-method-private.h"
#include "mappe-season.h"
#include "mappe-spread.h"
#include "mappe-trend.h"

/* Methods for series, and for effects that are pooled. */

#define MOST_HARMONICS 6
#define MONTHS 12
/* Of a year, or between two values. */
#define MOST_PERIODS 10000

/* A place that is missing, or beyond whatever can be counted here, is none. */
static gsize
place_of (const MappeMethodValue *value)
{
  return value->number >= 0 && value->number < G_MAXUINT32 ? (gsize) value->number : 0;
}

/* Seasons or lags beyond the series would be empty, and as many as one likes; long ones take long. */
static gboolean
is_period (MappeMethodAnswer *answer, const MappeMethodValue *in, guint column)
{
  if (!(in[column].number > MOST_PERIODS))
    return TRUE;
  mappe_answer_fault (answer, column, 0, MAPPE_METHOD_TOO_LARGE);
  return FALSE;
}

static void
answer_all (MappeMethodAnswer *answer, const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    mappe_answer_number (answer, values[i]);
}

static void
run_its (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  gsize lag = in[2].is_missing ? mappe_interrupted_lag (in[0].n) : place_of (&in[2]);
  gsize start = in[1].is_missing || in[3].is_missing ? in[0].n + 1 : place_of (&in[1]);
  MappeInterrupted found;

  if (!is_period (answer, in, 2))
    return;
  found = mappe_interrupted_linear (in[0].numbers, in[0].n, start, lag, in[3].number == 1);
  mappe_answer_number (answer, (double) found.n_pre);
  mappe_answer_number (answer, (double) found.n_post);
  answer_all (answer, found.b, MAPPE_INTERRUPTED_N);
  answer_all (answer, found.se, MAPPE_INTERRUPTED_N);
  answer_all (answer, found.nw, MAPPE_INTERRUPTED_N);
  mappe_answer_number (answer, found.p_jump);
  mappe_answer_number (answer, found.p_slope_change);
  mappe_answer_number (answer, found.expected_last);
  mappe_answer_number (answer, found.effect_last);
  mappe_answer_number (answer, found.effect_percent);
  mappe_answer_number (answer, found.durbin_watson);
  mappe_answer_status (answer, found.status);
}

static void
answer_count_model (MappeMethodAnswer *answer, const MappeInterruptedCount *found)
{
  mappe_answer_number (answer, found->level);
  mappe_answer_number (answer, found->step);
  mappe_answer_number (answer, found->trend);
  mappe_answer_number (answer, found->slope);
  mappe_answer_number (answer, found->step_se);
  mappe_answer_number (answer, found->step_se_quasi);
  mappe_answer_number (answer, found->phi);
  mappe_answer_number (answer, found->ratio);
  mappe_answer_interval (answer, found->interval);
  mappe_answer_interval (answer, found->safe);
  mappe_answer_number (answer, found->trend_year);
  mappe_answer_number (answer, found->deviance);
}

static void
run_its_glm (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  /* "NA" is no exposure at all, not a series of one gap. */
  gboolean exposed = !in[1].is_missing && in[1].n > 0;
  MappeInterruptedCountCase given = {
    .series = in[0].numbers,
    .exposure = exposed ? in[1].numbers : NULL,
    .n = in[0].n,
    .start = in[2].is_missing || in[3].is_missing || in[5].is_missing ? in[0].n + 1 : place_of (&in[2]),
    .harmonics = (guint) place_of (&in[3]),
    .first_month = in[4].is_missing ? 1 : (guint) place_of (&in[4]),
    .with_slope = in[5].number == 1,
  };
  MappeInterruptedCount found;

  if (exposed && !mappe_answer_same_length (answer, in, 1, 0))
    return;
  if (in[3].number > MOST_HARMONICS || in[4].number > MONTHS)
    {
      mappe_answer_fault (answer, in[3].number > MOST_HARMONICS ? 3 : 4, 0, MAPPE_METHOD_TOO_LARGE);
      return;
    }
  found = mappe_interrupted_counts (&given);
  answer_count_model (answer, &found);
}

static void
run_mann_kendall (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeTrend trend = mappe_trend_mann_kendall (in[0].numbers, in[0].n);

  mappe_answer_number (answer, (double) trend.n);
  mappe_answer_number (answer, trend.s);
  mappe_answer_number (answer, trend.variance);
  mappe_answer_number (answer, trend.z);
  mappe_answer_number (answer, trend.p);
  mappe_answer_number (answer, trend.tau);
  mappe_answer_number (answer, trend.slope);
  mappe_answer_interval (answer, trend.slope_interval);
  mappe_answer_status (answer, trend.status);
}

static void
run_seasonal_mk (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  gsize period = place_of (&in[1]);
  g_autofree double *season_s = NULL;
  MappeTrend trend = { .s = NAN, .variance = NAN, .z = NAN, .p = NAN, .slope = NAN };

  if (!is_period (answer, in, 1))
    return;
  season_s = g_new0 (double, period + 1);
  if (period > 0)
    trend = mappe_trend_seasonal (in[0].numbers, in[0].n, period, season_s);
  mappe_answer_number (answer, trend.s);
  mappe_answer_number (answer, trend.variance);
  mappe_answer_number (answer, trend.z);
  mappe_answer_number (answer, trend.p);
  mappe_answer_number (answer, trend.slope);
  mappe_answer_numbers (answer, season_s, isnan (trend.s) ? 0 : period);
}

static void
run_pettitt (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeChangePoint found = mappe_trend_pettitt (in[0].numbers, in[0].n);

  mappe_answer_number (answer, found.k);
  mappe_answer_number (answer, found.place > 0 ? (double) found.place : NAN);
  mappe_answer_number (answer, found.p);
}

static void
run_autocorr (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  gsize lags = place_of (&in[1]);
  g_autofree double *acf = NULL;
  MappeAutocorrelation found;
  gsize known = 0;

  if (!is_period (answer, in, 1))
    return;
  acf = g_new (double, lags + 1);
  found = mappe_autocorrelation (in[0].numbers, in[0].n, lags, acf);
  for (gsize i = 0; i < lags; i++)
    known += isnan (acf[i]) ? 0 : 1;
  mappe_answer_numbers (answer, acf, known > 0 ? lags : 0);
  mappe_answer_number (answer, found.durbin_watson);
  mappe_answer_number (answer, found.ljung_box);
  mappe_answer_number (answer, found.p);
}

static void
run_seasonal (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  gsize period = place_of (&in[1]);
  g_autofree double *figure = NULL;
  MappeSeason season;

  if (!is_period (answer, in, 1))
    return;
  figure = g_new (double, period + 1);
  season = mappe_season (in[0].numbers, in[0].n, period, in[2].number == 1, figure);
  mappe_answer_numbers (answer, figure, season.status == MAPPE_STATS_OK ? period : 0);
  mappe_answer_number (answer, season.adjusted_first);
  mappe_answer_number (answer, season.adjusted_last);
  mappe_answer_number (answer, season.trend_middle);
  mappe_answer_status (answer, season.status);
}

static void
run_dispersion (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeDispersion found = mappe_dispersion (in[0].numbers, in[0].n);

  mappe_answer_number (answer, (double) found.n);
  mappe_answer_number (answer, found.mean);
  mappe_answer_number (answer, found.variance);
  mappe_answer_number (answer, found.ratio);
  mappe_answer_number (answer, found.chi2);
  mappe_answer_number (answer, found.p);
  mappe_answer_status (answer, found.status);
}

static void
answer_pooled (MappeMethodAnswer *answer, const MappePooledEffect *effect)
{
  mappe_answer_number (answer, effect->estimate);
  mappe_answer_number (answer, effect->se);
  mappe_answer_interval (answer, effect->interval);
}

static void
run_meta (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappePooling found;

  if (!mappe_answer_same_length (answer, in, 1, 0))
    return;
  for (gsize i = 0; i < in[1].n; i++)
    if (in[1].numbers[i] <= 0)
      mappe_answer_fault (answer, 1, i + 1, MAPPE_METHOD_TOO_SMALL);
  found = mappe_pool_effects (in[0].numbers, in[1].numbers, in[0].n);
  mappe_answer_number (answer, (double) found.k);
  answer_pooled (answer, &found.fixed);
  mappe_answer_number (answer, found.q);
  mappe_answer_number (answer, found.p);
  mappe_answer_number (answer, found.i2);
  mappe_answer_number (answer, found.tau2);
  answer_pooled (answer, &found.random);
}

const MappeMethod mappe_methods_series[] = {
  { "its",
    MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS },
                          { "t0", MAPPE_METHOD_PLACE },
                          { "lag", MAPPE_METHOD_COUNT },
                          { "log", MAPPE_METHOD_FLAG }),
    "n_pre n_post b0 b1 b2 b3 se0 se1 se2 se3 nw0 nw1 nw2 nw3 p2 p3 cf_last eff_last eff_pct dw status", run_its },
  { "its_glm",
    MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_AMOUNTS },
                          { "offset", MAPPE_METHOD_AMOUNTS },
                          { "t0", MAPPE_METHOD_PLACE },
                          { "harmonics", MAPPE_METHOD_COUNT },
                          { "month_first", MAPPE_METHOD_PLACE },
                          { "slope", MAPPE_METHOD_FLAG }),
    "b0 b_step b_trend b_slope se_step se_step_quasi phi rr lo hi lo_safe hi_safe rr_trend_year deviance",
    run_its_glm },
  { "mann_kendall", MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS }),
    "n S var z p tau sen sen_lo sen_hi status", run_mann_kendall },
  { "seasonal_mk", MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS }, { "period", MAPPE_METHOD_PLACE }),
    "S var z p sen_per_year season_S", run_seasonal_mk },
  { "pettitt", MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS }), "K t p", run_pettitt },
  { "autocorr", MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS }, { "lags", MAPPE_METHOD_PLACE }),
    "acf dw lb lb_p", run_autocorr },
  { "seasonal",
    MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_REALS },
                          { "period", MAPPE_METHOD_PLACE },
                          { "model", MAPPE_METHOD_WORD, "additive|multiplicative" }),
    "figure adj_first adj_last trend_mid status", run_seasonal },
  { "dispersion", MAPPE_METHOD_COLUMNS ({ "series", MAPPE_METHOD_AMOUNTS }), "n mean var vmr chi2 p status",
    run_dispersion },
  { "meta", MAPPE_METHOD_COLUMNS ({ "y", MAPPE_METHOD_REALS }, { "v", MAPPE_METHOD_AMOUNTS }),
    "k fe fe_se fe_lo fe_hi Q Q_p I2 tau2 re re_se re_lo re_hi", run_meta },
  { NULL }
};
