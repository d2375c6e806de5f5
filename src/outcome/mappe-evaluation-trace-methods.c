/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-trace-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-control-chart.h"
#include "mappe-evaluation-private.h"
#include "mappe-indicator.h"
#include "mappe-poisson.h"
#include "mappe-run-chart.h"
#include "mappe-trend.h"

/* What each method of the decision guide found (OUTCOMES 2). Only the sentences may be told to the public: these are
 * the figures behind them, for who wants to recompute. */

/* Below this the normal distribution is too far from that of a count (OUTCOMES 4.2). */
#define EXACT_BELOW 20

static char *
number (MappeTracer *self, double value)
{
  guint decimals = (guint) mappe_row_get_int (self->of->of->series->indicator, MAPPE_INDICATOR_DECIMALS);

  return mappe_evaluation_number (value, MAX (decimals, 1) + 1, self->language);
}

static MappeSpan
whole_series (MappeTracer *self)
{
  return (MappeSpan) { .from = 0, .to = self->of->of->series->points->len };
}

/* --- totals --- */

static void
trace_count (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  double sum = self->of->before[0].sum + self->of->after[0].sum;
  MappePoissonIntervals found = mappe_poisson_intervals (sum, 1, MAPPE_STATS_CONFIDENCE);

  if (self->of->before[0].n + self->of->after[0].n > 0)
    mappe_tracer_add (self, "poisson_ci", L_("Count"),
                      mappe_tracer_estimate (self, sum, sum < EXACT_BELOW ? found.exact : found.score, 1));
}

/* Neither test knows of phi: where the interval with phi holds "no change", nothing is flagged (OUTCOMES 1.5). */
static gboolean
may_flag (MappeTracer *self)
{
  MappeInterval interval = self->of->ratio.inflated;

  return interval.lo > 1 || interval.hi < 1;
}

static void
trace_test_of_sums (MappeTracer *self, const MappeETest *test)
{
  const MappeLanguage *language = self->language;
  g_autofree char *p = mappe_tracer_probability (self, test->p_pooled);

  if (test->status == MAPPE_STATS_OK)
    mappe_tracer_add (self, "etest", L_("Test of two counts of unequal times (E-test, without phi)"),
                      may_flag (self) || test->p_pooled >= 0.05
                          ? g_strdup_printf ("p %s", p)
                          : g_strdup_printf (L_("p %s, but the range with phi holds “no change”"), p));
}

/* It knows of no lengths, so it is for equal ones; for unequal ones there is the test of both sums. */
static void
trace_flag (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  MappeSpan before = self->of->before[0], after = self->of->after[0];
  MappeETestCase given = { before.sum, before.months, after.sum, after.months };
  double z = mappe_poisson_z (before.sum, after.sum);
  MappePoissonLevel level = mappe_poisson_level (z);
  g_autofree char *text = mappe_evaluation_number (z, 2, language);

  if (before.months != after.months)
    {
      MappeETest test = mappe_etest (&given);

      trace_test_of_sums (self, &test);
      return;
    }
  mappe_tracer_add (self, "poisson_z", L_("Flag for two counts (without phi)"),
                    g_strdup_printf (
                        level != MAPPE_POISSON_STRONG && level != MAPPE_POISSON_WEAK ? L_("z = %s: not flagged")
                        : !may_flag (self)            ? L_("z = %s, but the range with phi holds “no change”")
                        : level == MAPPE_POISSON_WEAK ? L_("z = %s: weakly flagged")
                                                      : L_("z = %s: flagged"),
                        text));
}

/* --- one series --- */

static void
trace_run (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  gsize n, n_base;
  g_autofree double *all = mappe_series_values (self->of->of->series, whole_series (self), &n);
  MappeSpan span = mappe_evaluation_baseline (self->of);
  g_autofree double *base = mappe_series_values (self->of->of->series, span, &n_base);
  MappeRunChart run = mappe_run_chart (all, n, mappe_run_chart_median (base, n_base));
  g_autofree char *median = number (self, run.centre);

  if (run.status == MAPPE_STATS_OK)
    mappe_tracer_add (self, "run_chart", L_("Run chart"),
                      g_strdup_printf (
                          L_("median %1$s; longest run %2$u (chance: up to %3$u), crossings %4$u (chance: at least "
                             "%5$u)"),
                          median, (guint) run.longest, (guint) run.longest_max, (guint) run.crossings,
                          (guint) run.crossings_min));
}

static void
trace_control (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  gsize n, n_base;
  guint outside = 0;
  g_autofree double *all = mappe_series_values (self->of->of->series, whole_series (self), &n);
  MappeSpan span = mappe_evaluation_baseline (self->of);
  g_autofree double *base = mappe_series_values (self->of->of->series, span, &n_base);
  MappeXmr xmr = mappe_xmr (base, n_base, n_base);
  g_autofree char *mean = number (self, xmr.mean);
  g_autofree char *lo = number (self, mappe_series_is_count (self->of->of->series) ? MAX (xmr.limits.lo, 0)
                                                                                    : xmr.limits.lo);
  g_autofree char *hi = number (self, xmr.limits.hi);

  if (isnan (xmr.limits.lo))
    return;
  for (gsize i = 0; i < n; i++)
    outside += mappe_control_chart_is_out (all[i], xmr.limits) ? 1 : 0;
  mappe_tracer_add (self, "xmr", L_("Control chart of single values"),
                    g_strdup_printf (L_("mean %1$s, limits %2$s to %3$s; outside: %4$u"), mean, lo, hi, outside));
}

/* Months and quarters have seasons, which a plain trend would take for changes (OUTCOMES 4.10). */
static void
trace_trend (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  int months = self->of->of->series->months;
  gsize n, seasons = months > 0 && months < 12 ? 12 / (gsize) months : 1;
  g_autofree double *all = mappe_series_values (self->of->of->series, whole_series (self), &n);
  double season_s[12];
  MappeTrend trend = seasons > 1 ? mappe_trend_seasonal (all, n, seasons, season_s) : mappe_trend_mann_kendall (all, n);
  g_autofree char *slope = number (self, trend.slope);
  g_autofree char *z = mappe_evaluation_number (trend.z, 2, language);
  g_autofree char *p = mappe_tracer_probability (self, trend.p);

  if (months == 0 || isnan (trend.slope) || isnan (trend.z))
    return;
  mappe_tracer_add (self, "mann_kendall", L_("Trend a year (slope by Sen, test by Mann and Kendall)"),
                    g_strdup_printf (seasons > 1 ? L_("%1$s; z = %2$s, p %3$s, each season by itself")
                                                 : L_("%1$s; z = %2$s, p %3$s"), slope, z, p));
}

/* --- models of the time before and after --- */

static void
trace_line (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeInterrupted *line = &self->of->line;
  guint lag = (guint) mappe_interrupted_lag (self->of->of->series->points->len);
  g_autofree char *jump = number (self, line->b[MAPPE_INTERRUPTED_JUMP]);
  g_autofree char *jump_se = number (self, line->nw[MAPPE_INTERRUPTED_JUMP]);
  g_autofree char *slope = number (self, line->b[MAPPE_INTERRUPTED_SLOPE_CHANGE]);
  g_autofree char *slope_se = number (self, line->nw[MAPPE_INTERRUPTED_SLOPE_CHANGE]);
  g_autofree char *last = number (self, line->effect_last);
  g_autofree char *expected = number (self, line->expected_last);

  if (line->status != MAPPE_STATS_OK)
    return;
  if (isnan (line->nw[MAPPE_INTERRUPTED_JUMP]))
    {
      mappe_tracer_add (self, "its_jump", L_("Line before and after: jump at the start"),
                        g_strdup_printf (L_("%s; no standard error because of gaps"), jump));
      mappe_tracer_add (self, "its_slope", L_("Change of the trend a period"), g_steal_pointer (&slope));
    }
  else
    {
      mappe_tracer_add (self, "its_jump", L_("Line before and after: jump at the start"),
                        g_strdup_printf (L_("%1$s (standard error %2$s by Newey and West, lag %3$u)"), jump, jump_se,
                                         lag));
      mappe_tracer_add (self, "its_slope", L_("Change of the trend a period"),
                        g_strdup_printf (L_("%1$s (standard error %2$s)"), slope, slope_se));
    }
  mappe_tracer_add (self, "its_last", L_("Line less the line before carried on, last period"),
                    g_strdup_printf (L_("%1$s (carried on: %2$s)"), last, expected));
}

static void
trace_model (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeInterruptedCount *model = &self->of->model;
  g_autofree char *year = mappe_evaluation_number (model->trend_year, 2, language);

  if ((model->status != MAPPE_STATS_OK && model->status != MAPPE_STATS_OK_SHORT) || isnan (model->ratio)
      || !(model->phi > 0))
    return;
  mappe_tracer_add (self, "its_glm", L_("Counts with trend and season: ratio from the start on"),
                    mappe_tracer_estimate (self, model->ratio, model->safe, 2));
  mappe_tracer_add (self, "its_glm_trend", L_("Counts with trend and season: factor a year"), g_steal_pointer (&year));
}

/* What both models leave over must be noise; else their intervals, and those of the ratio, are too narrow. */
static void
trace_dependence (MappeTracer *self, const char *key, const char *label, MappeDependence found)
{
  const MappeLanguage *language = self->language;
  g_autofree char *neighbours = mappe_evaluation_number (found.neighbours, 2, language);
  g_autofree char *year = mappe_evaluation_number (found.year, 2, language);
  g_autofree char *both = NULL;

  if (isnan (found.neighbours))
    return;
  both = isnan (found.year) ? g_strdup_printf (L_("%s between neighbours"), neighbours)
                            : g_strdup_printf (L_("%1$s between neighbours, %2$s a year apart"), neighbours, year);
  mappe_tracer_add (self, key, label,
                    g_strdup_printf (found.is_strong ? L_("%s: above 0.3, so the interval is too narrow")
                                                     : L_("%s: not above 0.3"), both));
}

static void
trace_residuals (MappeTracer *self)
{
  const MappeLanguage *language = self->language;

  trace_dependence (self, "its_acf", L_("Autocorrelation of the residuals of the lines"),
                    mappe_evaluation_line_dependence (self->of));
  trace_dependence (self, "its_glm_acf", L_("Autocorrelation of Pearson’s residuals of the counts"),
                    mappe_evaluation_model_dependence (self->of));
}

static const struct {
  const char *method;
  void      (*trace) (MappeTracer *);
} tracers[] = {
  { "poisson_ci", trace_count },
  { "poisson_z", trace_flag },
  { "its", trace_line },
  { "its_glm", trace_model },
  { "run_chart", trace_run },
  { "xmr", trace_control },
  { "mann_kendall", trace_trend },
};

void
mappe_tracer_methods (MappeTracer *self)
{
  for (guint i = 0; i < self->of->grade.n_methods; i++)
    for (guint k = 0; k < G_N_ELEMENTS (tracers); k++)
      if (g_str_equal (self->of->grade.methods[i], tracers[k].method))
        tracers[k].trace (self);
  trace_residuals (self);
}
