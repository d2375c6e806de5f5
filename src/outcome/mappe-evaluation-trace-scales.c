/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-trace-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-evaluation-private.h"
#include "mappe-scale.h"
#include "mappe-survey-result.h"

/* Answers on a scale: two rounds compared by their means and by their ranks (OUTCOMES 5.2). */

/* Most steps that a question may have; the rule of the record. */
#define MOST_STEPS 11

typedef struct {
  double      counts[MOST_STEPS];
  gsize       n;
  MappeLikert likert;
} Steps;

/* Steps are stored best first; here the worst is 1, so that more is better. */
static Steps
steps_of (const MappeRow *row)
{
  const char *text = row != NULL ? mappe_row_get_text (row, MAPPE_SURVEY_RESULT_COUNTS) : NULL;
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, ";", -1) : NULL;
  gsize n = words != NULL ? g_strv_length (words) : 0;
  double shares[MOST_STEPS];
  Steps steps = { .n = n <= MOST_STEPS ? n : 0 };

  for (gsize i = 0; i < steps.n; i++)
    steps.counts[i] = g_ascii_strtod (words[steps.n - 1 - i], NULL);
  if (steps.n > 0)
    steps.likert = mappe_likert (steps.counts, steps.n, shares);
  return steps;
}

static gboolean
may_be_shown (const Steps *steps)
{
  return steps->likert.status == MAPPE_STATS_OK || steps->likert.status == MAPPE_STATS_OK_SMALL_N;
}

static void
trace_means (MappeTracer *self, const Steps *before, const Steps *after)
{
  const MappeLanguage *language = self->language;
  MappeMeanCase given = { after->likert.mean, after->likert.sd, after->likert.n, before->likert.mean, before->likert.sd,
                          before->likert.n, MAPPE_STATS_CONFIDENCE };
  MappeMeanDifference found = mappe_mean_difference (&given);
  g_autofree char *m0 = mappe_evaluation_number (before->likert.mean, 2, language);
  g_autofree char *m1 = mappe_evaluation_number (after->likert.mean, 2, language);
  g_autofree char *g = mappe_evaluation_number (found.g, 2, language);

  mappe_tracer_add (self, "means", L_("Mean of the steps (1 is worst)"),
                    g_strdup_printf (L_("%1$s before, %2$s after"), m0, m1));
  if (found.status != MAPPE_STATS_OK)
    return;
  mappe_tracer_add (self, "mean_diff", L_("Difference of the means (Welch)"),
                    mappe_tracer_estimate (self, found.diff, found.interval, 2));
  mappe_tracer_add (self, "hedges_g", L_("Difference in standard deviations (Hedges’ g)"), g_steal_pointer (&g));
}

static void
trace_ranks (MappeTracer *self, const Steps *before, const Steps *after)
{
  const MappeLanguage *language = self->language;
  MappeRankSum found = mappe_rank_sum_of_steps (after->counts, before->counts, after->n);
  g_autofree char *superiority = mappe_evaluation_number (found.superiority, 2, language);
  g_autofree char *z = mappe_evaluation_number (found.z, 2, language);
  g_autofree char *p = mappe_tracer_probability (self, found.p);

  if (!isnan (found.superiority))
    mappe_tracer_add (self, "mwu", L_("Rank test: chance that an answer after is better than one before"),
                      g_strdup_printf (L_("%1$s (0.5: no change; z = %2$s, p %3$s)"), superiority, z, p));
}

/**
 * mappe_tracer_scales:
 *
 * Means and ranks of both rounds, if both have answers for the same steps and enough of them to be shown. Other
 * persons only: answers of the same ones are not independent.
 */
void
mappe_tracer_scales (MappeTracer *self)
{
  Steps before = steps_of (mappe_evaluation_round (self->of->of->surveys, "before"));
  Steps after = steps_of (mappe_evaluation_round (self->of->of->surveys, "after"));

  if (self->of->is_paired || before.n == 0 || before.n != after.n || !may_be_shown (&before) || !may_be_shown (&after))
    return;
  trace_means (self, &before, &after);
  trace_ranks (self, &before, &after);
}

/* --- against a comparison area --- */

static char *
plain (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.12g", value));
}

/* A row of the table that "mappe stats did" reads, so that anybody can recompute it. */
static void
trace_row (MappeTracer *self, const char *key, const MappeDidCase *given)
{
  const MappeLanguage *language = self->language;
  const MappeWave *waves[] = { &given->measure[0], &given->measure[1], &given->comparison[0], &given->comparison[1] };
  GString *row = g_string_new (given->are_shares ? "prop" : "mean");

  for (guint i = 0; i < G_N_ELEMENTS (waves); i++)
    {
      g_autofree char *value = plain (waves[i]->value);
      g_autofree char *size = plain (waves[i]->size);

      g_string_append_printf (row, ",%s,%s", value, size);
    }
  g_string_append (row, ",0.95");
  mappe_tracer_add (self, key, L_("For “mappe stats did” (kind,t0,vt0,t1,vt1,c0,vc0,c1,vc1,conf)"),
                    g_string_free (row, FALSE));
}

static MappeWave
mean_wave (const Steps *steps)
{
  return (MappeWave) { steps->likert.mean, steps->likert.sd / sqrt (steps->likert.n) };
}

/* Means only as a second line, and of other persons (OUTCOMES 5.2). */
static void
trace_mean_areas (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const GPtrArray *here = self->of->of->surveys, *there = self->of->of->comparison_surveys;
  Steps steps[] = { steps_of (mappe_evaluation_round (here, "before")),
                    steps_of (mappe_evaluation_round (here, "after")),
                    steps_of (mappe_evaluation_round (there, "before")),
                    steps_of (mappe_evaluation_round (there, "after")) };
  MappeDidCase given = {
    .measure = { mean_wave (&steps[0]), mean_wave (&steps[1]) },
    .comparison = { mean_wave (&steps[2]), mean_wave (&steps[3]) }, .conf = MAPPE_STATS_CONFIDENCE,
  };
  MappeDid found;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].n == 0 || steps[i].n != steps[0].n || steps[i].likert.status != MAPPE_STATS_OK)
      return;
  found = mappe_did (&given);
  mappe_tracer_add (self, "did_means", L_("Difference in differences of the means (1 is worst)"),
                    mappe_tracer_estimate (self, found.did, found.interval, 2));
  trace_row (self, "did_means_input", &given);
}

/** mappe_tracer_areas: Difference in differences of the shares, and of the means if there are answers step by step. */
void
mappe_tracer_areas (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeEvaluation *of = self->of;

  mappe_tracer_add (self, "answers_elsewhere", L_("Answers in the comparison area"),
                    g_strdup_printf (L_("%1$.0f before, %2$.0f after"), of->n_elsewhere_before, of->n_elsewhere_after));
  mappe_tracer_add (self, "did", L_("Difference in differences of the shares, share of 1"),
                    mappe_tracer_estimate (self, of->did.did, of->did.interval, 3));
  trace_row (self, "did_input", &of->did_given);
  if (!of->is_paired)
    trace_mean_areas (self);
}
