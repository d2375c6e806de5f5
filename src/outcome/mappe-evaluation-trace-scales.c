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
  Steps before = steps_of (mappe_evaluation_round (self->of, "before"));
  Steps after = steps_of (mappe_evaluation_round (self->of, "after"));

  if (self->of->is_paired || before.n == 0 || before.n != after.n || !may_be_shown (&before) || !may_be_shown (&after))
    return;
  trace_means (self, &before, &after);
  trace_ranks (self, &before, &after);
}
