/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-trace-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-area.h"
#include "mappe-evaluation-private.h"
#include "mappe-indicator.h"

static void
trace_free (MappeTrace *trace)
{
  g_free (trace->label);
  g_free (trace->value);
  g_free (trace);
}

/* @value: (transfer full) */
void
mappe_tracer_add (MappeTracer *self, const char *key, const char *label, char *value)
{
  MappeTrace *trace = g_new (MappeTrace, 1);

  *trace = (MappeTrace) { key, g_strdup (label), value };
  g_ptr_array_add (self->lines, trace);
}

char *
mappe_tracer_estimate (MappeTracer *self, double value, MappeInterval interval, guint digits)
{
  const MappeLanguage *language = self->language;
  g_autofree char *text = mappe_evaluation_number (value, digits, language);
  g_autofree char *lo = mappe_evaluation_number (interval.lo, digits, language);
  g_autofree char *hi = mappe_evaluation_number (interval.hi, digits, language);

  return g_strdup_printf (L_("%1$s (95%% range %2$s to %3$s)"), text, lo, hi);
}

/* Returns: (transfer full): "= 0.012" or "< 0.001" */
char *
mappe_tracer_probability (MappeTracer *self, double p)
{
  g_autofree char *text = mappe_evaluation_number (MAX (p, 0.001), 3, self->language);

  return g_strdup_printf (p < 0.001 ? "< %s" : "= %s", text);
}

/* --- methods --- */

static const struct { const char *name; const char *label; } methods[] = {
  { "poisson_ci", N_("count with its interval") },
  { "rate_ratio", N_("ratio of two rates") },
  { "poisson_z", N_("flag for two counts") },
  { "run_chart", N_("run chart") },
  { "xmr", N_("control chart of single values") },
  { "mann_kendall", N_("trend by Mann and Kendall") },
  { "its", N_("interrupted time series with Newey-West errors") },
  { "its_glm", N_("interrupted time series of counts with season") },
  { "res", N_("relative effect size (RES)") },
  { "wdd", N_("weighted displacement difference (WDD)") },
  { "wdq", N_("weighted displacement quotient (WDQ)") },
  { "did", N_("difference in differences") },
  { "meta", N_("pooled effect") },
  { "wilson", N_("share with Wilson’s interval") },
  { "likert", N_("diverging bars of answers") },
  { "newcombe", N_("difference of shares with Newcombe’s interval") },
  { "paired", N_("change of the same persons with Tango’s interval") },
  { "mean_diff", N_("difference of means") },
  { "mwu", N_("rank test") },
  { "gas", N_("goal attainment scaling") },
};

static void
trace_methods (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->of->grade.n_methods; i++)
    for (guint k = 0; k < G_N_ELEMENTS (methods); k++)
      if (g_str_equal (self->of->grade.methods[i], methods[k].name))
        g_string_append_printf (text, "%s%s [%s]", text->len > 0 ? ", " : "",
                                mappe_language_text (language, methods[k].label), methods[k].name);
  if (text->len > 0)
    mappe_tracer_add (self, "methods", L_("Methods"), g_string_free (text, FALSE));
  else
    g_string_free (text, TRUE);
}

/* --- the counts of each area --- */

static const char *const roles[MAPPE_AREA_N] = {
  N_("Measure area"), N_("Surroundings"), N_("Comparison area"), N_("Comparison for the surroundings"),
};
static const char *const keys[MAPPE_AREA_N] = { "measure", "buffer", "comparison", "buffer_comparison" };

static char *
span_words (MappeTracer *self, const MappeSeries *series, MappeSpan span)
{
  const MappeLanguage *language = self->language;
  g_autofree char *period = mappe_series_period_words (series, span, language);
  g_autofree char *sum = span.shown ? mappe_evaluation_number (span.sum, 0, language)
                                    : g_strdup_printf ("< %d", series->threshold);

  g_autofree char *length = span.months == 0 ? mappe_evaluation_in_periods (span.n, language)
                                             : mappe_evaluation_in_months (span.months, language);

  /* Translators: 251 in 45 months (Q1 2023 to Q3 2026) */
  return span.n == 0 ? g_strdup (L_("no figures")) : g_strdup_printf (L_("%1$s %2$s (%3$s)"), sum, length, period);
}

static void
trace_areas (MappeTracer *self)
{
  const MappeLanguage *language = self->language;

  for (MappeAreaOrder area = 0; area < MAPPE_AREA_N; area++)
    {
      const MappeSeries *series = mappe_evaluation_get_series (self->of, area);
      const char *place = series != NULL && series->area != NULL ? mappe_row_get_text (series->area, MAPPE_AREA_NAME)
                                                                 : NULL;
      g_autofree char *label = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (series == NULL)
        continue;
      label = place != NULL ? g_strdup_printf ("%s: %s", mappe_language_text (language, roles[area]), place)
                            : g_strdup (mappe_language_text (language, roles[area]));
      before = span_words (self, series, self->of->before[area]);
      after = span_words (self, series, self->of->after[area]);
      if (self->of->after[area].n > 0)
        mappe_tracer_add (self, keys[area], label, g_strdup_printf (L_("before %1$s; after %2$s"), before, after));
      else
        mappe_tracer_add (self, keys[area], label, g_steal_pointer (&before));
    }
}

static gboolean
is_left_out (MappeTracer *self, guint i)
{
  const MappePoint *point = g_ptr_array_index (self->of->of->series->points, i);
  gboolean rollout = self->of->after[0].n > 0 && i >= self->of->before[0].to && i < self->of->after[0].from;

  return !rollout && (point->excluded || (isnan (point->value) && !point->hidden));
}

/* Returns: (transfer full): "January 2018 to August 2018"; periods of no common length by their own names */
static char *
left_out_words (const MappeSeries *series, guint from, guint to, const MappeLanguage *language)
{
  const MappePoint *first = g_ptr_array_index (series->points, from);
  const MappePoint *last = g_ptr_array_index (series->points, to - 1);

  if (series->months > 0)
    return mappe_series_period_words (series, (MappeSpan) { .from = from, .to = to }, language);
  return to - from == 1 ? g_strdup (first->period) : g_strdup_printf (L_("%s to %s"), first->period, last->period);
}

/* Which periods are left out, by name. */
static void
trace_left_out (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeSeries *series = self->of->of->series;
  guint from = self->of->before[0].to, to = self->of->after[0].from;
  GString *text = g_string_new (NULL);

  if (self->of->after[0].n > 0 && to > from)
    {
      g_autofree char *period = mappe_series_period_words (series, (MappeSpan) { .from = from, .to = to }, language);

      g_string_append_printf (text, L_("%s (roll-out)"), period);
    }
  for (guint i = 0, next; i < series->points->len; i = MAX (next, i + 1))
    {
      g_autofree char *period = NULL;

      for (next = i; next < series->points->len && is_left_out (self, next); next++)
        ;
      if (next == i)
        continue;
      period = left_out_words (series, i, next, language);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", period);
    }
  if (text->len > 0)
    mappe_tracer_add (self, "left_out", L_("Left out"), g_string_free (text, FALSE));
  else
    g_string_free (text, TRUE);
}

/* --- results --- */

static void
trace_phi (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  g_autofree char *phi = mappe_evaluation_number (self->of->phi, 2, language);

  mappe_tracer_add (self, "phi", L_("Inflation of the variance (phi)"),
                    g_strdup_printf (self->of->phi_of_periods
                                         ? L_("%s, reckoned from the periods before, at least 1")
                                         : L_("%s, the usual value where only totals are known"), phi));
}

static void
trace_comparison (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeEvaluation *of = self->of;

  mappe_tracer_add (self, "res", L_("Relative effect size (above 1: fell more than the comparison)"),
                    mappe_tracer_estimate (self, of->effect.res, of->effect.interval, 2));
  mappe_tracer_add (self, "wdd_local", L_("Difference of differences, measure area alone, a month"),
                    mappe_tracer_estimate (self, of->local.total, of->local.interval, 2));
  if (of->before[MAPPE_AREA_BUFFER].n > 0)
    mappe_tracer_add (self, "wdd", L_("Weighted displacement difference with the surroundings, a month"),
                      mappe_tracer_estimate (self, of->wdd.total, of->wdd.interval, 2));
  if (!isnan (of->wdq.wdq) && of->before[MAPPE_AREA_BUFFER].n > 0 && of->wdq.success < 0)
    mappe_tracer_add (self, "wdq", L_("Weighted displacement quotient (only describes)"),
                      mappe_evaluation_number (of->wdq.wdq, 2, language));
}

static void
trace_effect (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeEvaluation *of = self->of;

  trace_phi (self);
  /* Where nothing was counted at all there is no ratio. */
  if (!isnan (of->ratio.ratio))
    mappe_tracer_add (self, "rate_ratio", L_("Ratio after to before, measure area"),
                      mappe_tracer_estimate (self, of->ratio.ratio, of->ratio.inflated, 2));
  if (of->grade.level >= 3)
    trace_comparison (self);
}

static void
trace_series (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeEvaluation *of = self->of;
  const char *definition = mappe_row_get_text (of->of->series->indicator, MAPPE_INDICATOR_DEFINITION);
  const char *defined = mappe_row_get_text (of->of->series->indicator, MAPPE_INDICATOR_DEFINED_ON);

  if (definition != NULL)
    mappe_tracer_add (self, "definition", L_("Definition"), g_strdup (definition));
  if (defined != NULL)
    mappe_tracer_add (self, "defined_on", L_("Written down on"), mappe_language_date (language, defined));
  if (of->outcome->start != NULL)
    mappe_tracer_add (self, "start", L_("Start"), mappe_language_date (language, of->outcome->start));
  if (of->kind == MAPPE_EVALUATION_COUNT && (of->cautions & MAPPE_CAUTION_OVERLAP) == 0)
    trace_areas (self);
  trace_left_out (self);
  if ((of->cautions & (MAPPE_CAUTION_SMALL | MAPPE_CAUTION_OVERLAP)) != 0)
    return;
  if (mappe_series_hides (of->of->series))
    mappe_tracer_add (self, "hidden", L_("Hidden counts"),
                      g_strdup (L_("reckoned with as their mean, so that no figure gives one away")));
  if (of->kind == MAPPE_EVALUATION_COUNT && of->grade.level >= 2)
    trace_effect (self);
  mappe_tracer_methods (self);
}

static void
trace_pairs (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappePaired *paired = &self->of->paired;
  g_autofree char *p = mappe_tracer_probability (self, paired->p_mcnemar);

  mappe_tracer_add (self, "paired", L_("Change of the same persons, share of 1"),
                    mappe_tracer_estimate (self, paired->diff, paired->tango, 3));
  if (paired->status == MAPPE_STATS_NO_CHANGERS)
    mappe_tracer_add (self, "mcnemar", L_("McNemar’s test"), g_strdup (L_("nobody changed the answer")));
  else if (!isnan (paired->p_mcnemar))
    mappe_tracer_add (self, "mcnemar", L_("McNemar’s test"), g_strdup_printf (L_("exact, p %s"), p));
}

static void
trace_survey (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeEvaluation *of = self->of;

  if (of->share_after.status == MAPPE_STATS_SUPPRESS || !(of->n_after > 0)
      || (of->has_change && of->share_before.status == MAPPE_STATS_SUPPRESS))
    return;
  mappe_tracer_add (self, "answers", L_("Answers"),
                    of->n_before > 0
                        ? g_strdup_printf (L_("%1$.0f before, %2$.0f after"), of->n_before, of->n_after)
                                     : g_strdup_printf ("%.0f", of->n_after));
  if (of->is_paired)
    trace_pairs (self);
  else if (of->has_change)
    mappe_tracer_add (self, "newcombe", L_("Difference of the shares, share of 1"),
                      mappe_tracer_estimate (self, of->difference.diff, of->difference.score, 3));
  else
    mappe_tracer_add (self, "wilson", L_("Share of 1"),
                      mappe_tracer_estimate (self, of->share_after.p, of->share_after.wilson, 3));
  mappe_tracer_scales (self);
  if (of->grade.level >= 3)
    mappe_tracer_areas (self);
}

/**
 * mappe_evaluation_trace:
 * @language: (nullable): of the words
 *
 * Returns: (transfer full) (element-type MappeTrace): methods, inputs and results as far as they may be shown
 */
GPtrArray *
mappe_evaluation_trace (const MappeEvaluation *self, const MappeLanguage *language)
{
  MappeTracer tracer = { self, language, g_ptr_array_new_with_free_func ((GDestroyNotify) trace_free) };

  trace_methods (&tracer);
  if (self->kind == MAPPE_EVALUATION_AREAS)
    mappe_tracer_pooled (&tracer);
  else if (self->kind == MAPPE_EVALUATION_SURVEY)
    trace_survey (&tracer);
  else if (self->kind != MAPPE_EVALUATION_GOALS)
    trace_series (&tracer);
  else
    mappe_tracer_add (&tracer, "gas", L_("Goals judged"), g_strdup_printf ("%u", self->outcome->goals->len));
  return tracer.lines;
}
