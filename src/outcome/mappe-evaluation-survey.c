/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-private.h"

#include <math.h>

#include "mappe-indicator.h"
#include "mappe-survey-result.h"

/* What answers say: of one round, of two, and against a comparison area (OUTCOMES 2 and 5). */

/* Answers below which a group is small, and too small for a comparison of areas (OUTCOMES 5.1). */
#define SMALL_GROUP 30

/* Those that need no answers step by step. */
static const char *const methods_of_shares[] = { "wilson", "newcombe", "paired", "did", NULL };

/* --- rounds --- */

static double
number_of (const MappeRow *row, guint field)
{
  return mappe_row_is_null (row, field) ? NAN : (double) mappe_row_get_int (row, field);
}

/**
 * mappe_evaluation_round:
 * @surveys: (element-type MappeRow): rounds of one area, by day
 * @wave: "before", "after" or "other"
 *
 * Returns: (transfer none) (nullable): the first round before, the last one after
 */
const MappeRow *
mappe_evaluation_round (const GPtrArray *surveys, const char *wave)
{
  const MappeRow *found = NULL;

  for (guint i = 0; i < surveys->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (surveys, i);

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_SURVEY_RESULT_WAVE), wave) == 0
          && !mappe_row_is_null (row, MAPPE_SURVEY_RESULT_ANSWERED)
          && (found == NULL || g_str_equal (wave, "after")))
        found = row;
    }
  return found;
}

static gboolean
has_pairs (const MappeRow *row)
{
  return row != NULL && !mappe_row_is_null (row, MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE)
         && !mappe_row_is_null (row, MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE)
         && !mappe_row_is_null (row, MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE)
         && !mappe_row_is_null (row, MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE);
}

static void
compare_pairs (MappeEvaluation *self, const MappeRow *after)
{
  MappePairedCase given = {
    .both = number_of (after, MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE),
    .gained = number_of (after, MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE),
    .lost = number_of (after, MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE),
    .neither = number_of (after, MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE),
    .conf = MAPPE_STATS_CONFIDENCE,
  };

  self->is_paired = TRUE;
  self->paired = mappe_paired (&given);
  self->n_before = self->n_after = given.both + given.gained + given.lost + given.neither;
  self->verdict = mappe_evaluation_verdict (self->paired.tango, 0);
}

static void
compare_rounds (MappeEvaluation *self, const MappeRow *before, const MappeRow *after)
{
  MappeShareCase given = {
    .x1 = number_of (after, MAPPE_SURVEY_RESULT_FAVOURABLE), .n1 = self->n_after,
    .x2 = number_of (before, MAPPE_SURVEY_RESULT_FAVOURABLE), .n2 = self->n_before,
    .conf = MAPPE_STATS_CONFIDENCE,
  };

  self->difference = mappe_share_difference (&given);
  self->verdict = mappe_evaluation_verdict (self->difference.score, 0);
}

/* OUTCOMES 5.1: the answers of fewer than 5 are not shown, neither as a share nor as half of a comparison. */
static void
suppress_few (MappeEvaluation *self)
{
  if (self->n_after < MAPPE_SHARE_SUPPRESS)
    self->share_after.status = MAPPE_STATS_SUPPRESS;
  if (self->has_change && self->n_before < MAPPE_SHARE_SUPPRESS)
    self->share_before.status = MAPPE_STATS_SUPPRESS;
}

/* --- against a comparison area --- */

typedef struct {
  const MappeRow *before, *after;
} Rounds;

static Rounds
rounds_of (const GPtrArray *surveys)
{
  return (Rounds) { mappe_evaluation_round (surveys, "before"), mappe_evaluation_round (surveys, "after") };
}

static gboolean
has_shares (Rounds of)
{
  return of.before != NULL && of.after != NULL && !mappe_row_is_null (of.before, MAPPE_SURVEY_RESULT_FAVOURABLE)
         && !mappe_row_is_null (of.after, MAPPE_SURVEY_RESULT_FAVOURABLE);
}

static gboolean
is_large (Rounds of)
{
  return number_of (of.before, MAPPE_SURVEY_RESULT_ANSWERED) >= SMALL_GROUP
         && number_of (of.after, MAPPE_SURVEY_RESULT_ANSWERED) >= SMALL_GROUP;
}

static void
take_shares (Rounds of, MappeWave *waves)
{
  waves[0] = (MappeWave) { number_of (of.before, MAPPE_SURVEY_RESULT_FAVOURABLE),
                           number_of (of.before, MAPPE_SURVEY_RESULT_ANSWERED) };
  waves[1] = (MappeWave) { number_of (of.after, MAPPE_SURVEY_RESULT_FAVOURABLE),
                           number_of (of.after, MAPPE_SURVEY_RESULT_ANSWERED) };
}

/* The change of the same persons varies less than that of others: its standard error stands with the wave after. */
static void
take_changes (Rounds of, MappeWave *waves)
{
  double p0, p1, variance;

  if (has_pairs (of.after))
    {
      double gained = number_of (of.after, MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE);
      double lost = number_of (of.after, MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE);
      double both = number_of (of.after, MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE);
      double n = both + gained + lost + number_of (of.after, MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE);

      p0 = (both + lost) / n;
      p1 = (both + gained) / n;
      variance = (gained + lost - (gained - lost) * (gained - lost) / n) / (n * n);
    }
  else
    {
      take_shares (of, waves);
      p0 = waves[0].value / waves[0].size;
      p1 = waves[1].value / waves[1].size;
      variance = p0 * (1 - p0) / waves[0].size + p1 * (1 - p1) / waves[1].size;
    }
  waves[0] = (MappeWave) { p0, 0 };
  waves[1] = (MappeWave) { p1, sqrt (variance) };
}

static void
compare_areas (MappeEvaluation *self, Rounds here, Rounds there)
{
  gboolean pairs = has_pairs (here.after) || has_pairs (there.after);
  void (*take) (Rounds, MappeWave *) = pairs ? take_changes : take_shares;

  self->did_given = (MappeDidCase) { .are_shares = !pairs, .conf = MAPPE_STATS_CONFIDENCE };
  take (here, self->did_given.measure);
  take (there, self->did_given.comparison);
  self->did = mappe_did (&self->did_given);
  self->n_elsewhere_before = number_of (there.before, MAPPE_SURVEY_RESULT_ANSWERED);
  self->n_elsewhere_after = number_of (there.after, MAPPE_SURVEY_RESULT_ANSWERED);
  self->elsewhere_before = mappe_share_of (number_of (there.before, MAPPE_SURVEY_RESULT_FAVOURABLE),
                                           self->n_elsewhere_before, MAPPE_STATS_CONFIDENCE);
  self->elsewhere_after = mappe_share_of (number_of (there.after, MAPPE_SURVEY_RESULT_FAVOURABLE),
                                          self->n_elsewhere_after, MAPPE_STATS_CONFIDENCE);
  self->verdict = mappe_evaluation_verdict (self->did.interval, 0);
}

/* OUTCOMES 5.1: both areas asked twice, 30 answers each time; and somebody judged them similar. Says why not. */
static gboolean
can_compare (MappeEvaluation *self, Rounds here, Rounds there)
{
  const MappeSeries *series = self->of->comparison;

  if (series == NULL || !has_shares (here))
    return FALSE;
  if (!has_shares (there))
    self->cautions |= MAPPE_CAUTION_NOT_ASKED;
  else if (!is_large (here) || !is_large (there))
    self->cautions |= MAPPE_CAUTION_FEW_ASKED;
  else if (mappe_row_get_int (series->indicator, MAPPE_INDICATOR_SIMILAR) == 0)
    self->cautions |= MAPPE_CAUTION_NOT_COMPARABLE;
  else
    return TRUE;
  return FALSE;
}

static void
judge_questions (MappeEvaluation *self, Rounds here, Rounds there)
{
  const MappeRow *rounds[] = { here.before, here.after, there.before, there.after };
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      const char *question = rounds[i] != NULL ? mappe_row_get_text (rounds[i], MAPPE_SURVEY_RESULT_QUESTION) : NULL;

      if (question != NULL && first != NULL && !g_str_equal (question, first))
        self->cautions |= MAPPE_CAUTION_QUESTIONS;
      first = first != NULL ? first : question;
    }
}

/* --- all of it --- */

static void
take_after (MappeEvaluation *self, const MappeRow *only)
{
  self->n_after = number_of (only, MAPPE_SURVEY_RESULT_ANSWERED);
  self->share_after = mappe_share_of (number_of (only, MAPPE_SURVEY_RESULT_FAVOURABLE), self->n_after,
                                      MAPPE_STATS_CONFIDENCE);
}

static void
take_before (MappeEvaluation *self, Rounds here)
{
  self->n_before = number_of (here.before, MAPPE_SURVEY_RESULT_ANSWERED);
  self->share_before = mappe_share_of (number_of (here.before, MAPPE_SURVEY_RESULT_FAVOURABLE), self->n_before,
                                       MAPPE_STATS_CONFIDENCE);
  if (has_pairs (here.after))
    compare_pairs (self, here.after);
  else
    compare_rounds (self, here.before, here.after);
}

/** mappe_evaluation_of_answers: Reckons what may be said of the rounds of a survey. */
void
mappe_evaluation_of_answers (MappeEvaluation *self)
{
  Rounds here = rounds_of (self->of->surveys);
  Rounds there = self->of->comparison_surveys != NULL ? rounds_of (self->of->comparison_surveys) : (Rounds) { NULL };
  const MappeRow *other = mappe_evaluation_round (self->of->surveys, "other");
  const MappeRow *only = here.after != NULL ? here.after : here.before != NULL ? here.before : other;
  gboolean two = here.before != NULL && here.after != NULL;
  gboolean compared = two && can_compare (self, here, there);
  MappeEvidenceDesign given = {
    .kind = MAPPE_EVIDENCE_SURVEY, .has_before = two, .has_after = only != NULL, .has_control = compared,
    .control_similar = compared, .n_units_t = 1, .n_units_c = compared ? 1 : 0,
    .same_persons = two && has_pairs (here.after),
  };

  self->grade = mappe_evidence_grade (&given);
  self->has_change = two;
  if (only == NULL || mappe_row_is_null (only, MAPPE_SURVEY_RESULT_COUNTS))
    mappe_evaluation_keep_methods (&self->grade, methods_of_shares);
  if (only == NULL)
    return;
  take_after (self, only);
  if (two)
    take_before (self, here);
  if (compared)
    compare_areas (self, here, there);
  judge_questions (self, here, compared ? there : (Rounds) { NULL });
  suppress_few (self);
  if (self->n_after < SMALL_GROUP || (two && self->n_before < SMALL_GROUP))
    self->cautions |= MAPPE_CAUTION_SMALL_GROUP;
}
