/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-survey-result.h"

/* The sentences of surveys (OUTCOMES 3: S2, S L and, with a comparison area, C3). */

static const char *
asked_in (const MappeEvaluation *self)
{
  for (guint i = self->of->surveys->len; i > 0; i--)
    {
      const char *asked = mappe_row_get_text (g_ptr_array_index (self->of->surveys, i - 1), MAPPE_SURVEY_RESULT_ASKED);

      if (asked != NULL)
        return asked;
    }
  return NULL;
}

/* Percent of fewer than 30 without decimals (OUTCOMES 8). */
static char *
percent (double share, double n, const MappeLanguage *language)
{
  return mappe_evaluation_number (share * 100, n < 30 ? 0 : 1, language);
}

static void
say_both_shares (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  double p0 = self->is_paired ? self->paired.before : self->share_before.p;
  double p1 = self->is_paired ? self->paired.after : self->share_after.p;
  MappeInterval range = self->is_paired ? self->paired.tango : self->difference.score;
  double least = MIN (self->n_before, self->n_after);
  g_autofree char *before = percent (p0, self->n_before, language);
  g_autofree char *after = percent (p1, self->n_after, language);
  g_autofree char *points = mappe_evaluation_number ((p1 - p0) * 100, least < 30 ? 0 : 1, language);
  g_autofree char *lo = mappe_evaluation_number (range.lo * 100, least < 30 ? 0 : 1, language);
  g_autofree char *hi = mappe_evaluation_number (range.hi * 100, least < 30 ? 0 : 1, language);

  mappe_say (
      sentences, MAPPE_SENTENCE_FINDING,
      g_strdup_printf (p1 >= p0 ? L_("The share of favourable answers rose from %1$s%% to %2$s%% (%3$s points, 95%% "
                                     "range %4$s to %5$s; n = %6$.0f/%7$.0f).")
                                : L_("The share of favourable answers fell from %1$s%% to %2$s%% (%3$s points, 95%% "
                                     "range %4$s to %5$s; n = %6$.0f/%7$.0f)."),
                       before, after, points, lo, hi, self->n_before, self->n_after));
  if (self->verdict == MAPPE_OUTCOME_VERDICT_UNCLEAR)
    mappe_say (
        sentences, MAPPE_SENTENCE_CHANCE,
        g_strdup_printf (L_("A swing like this also occurs when nothing has changed (95%% range %1$s to %2$s)."), lo,
                         hi));
}

static void
say_share (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  g_autofree char *share = percent (self->share_after.p, self->n_after, language);
  g_autofree char *lo = percent (self->share_after.wilson.lo, self->n_after, language);
  g_autofree char *hi = percent (self->share_after.wilson.hi, self->n_after, language);

  mappe_say (sentences, MAPPE_SENTENCE_FINDING,
             g_strdup_printf (L_("%1$s%% answered favourably (95%% range %2$s to %3$s; n = %4$.0f)."), share, lo, hi,
                              self->n_after));
}

/* --- against a comparison area --- */

static char *
points (double share, double n, const MappeLanguage *language)
{
  return mappe_evaluation_number (share * 100, n < 30 ? 0 : 1, language);
}

/* The direction stands in words, so that no reader has to think about a sign (OUTCOMES 1.4). */
static void
say_both_areas (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  double sign = self->did.did < 0 ? -1 : 1;
  double lo = sign > 0 ? self->did.interval.lo : -self->did.interval.hi;
  double hi = sign > 0 ? self->did.interval.hi : -self->did.interval.lo;
  g_autofree char *t0 = percent (self->share_before.p, self->n_before, language);
  g_autofree char *t1 = percent (self->share_after.p, self->n_after, language);
  g_autofree char *c0 = percent (self->elsewhere_before.p, self->n_elsewhere_before, language);
  g_autofree char *c1 = percent (self->elsewhere_after.p, self->n_elsewhere_after, language);
  g_autofree char *by = points (sign * self->did.did, self->n_after, language);
  g_autofree char *from = points (lo, self->n_after, language);
  g_autofree char *to = points (hi, self->n_after, language);

  mappe_say (
      sentences, MAPPE_SENTENCE_FINDING,
      g_strdup_printf (
          sign > 0 ? L_("The share of favourable answers went from %1$s%% to %2$s%% in the measure area and from "
                        "%3$s%% to %4$s%% in the comparison area: %5$s points better (95%% range %6$s to %7$s; n = "
                        "%8$.0f/%9$.0f and %10$.0f/%11$.0f).")
                   : L_("The share of favourable answers went from %1$s%% to %2$s%% in the measure area and from "
                        "%3$s%% to %4$s%% in the comparison area: %5$s points worse (95%% range %6$s to %7$s; n = "
                        "%8$.0f/%9$.0f and %10$.0f/%11$.0f)."),
          t0, t1, c0, c1, by, from, to, self->n_before, self->n_after, self->n_elsewhere_before,
          self->n_elsewhere_after));
}

static void
say_difference (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  const char *text = L_("A difference from the comparison area cannot be shown. That does not mean there is none.");

  if (self->verdict == MAPPE_OUTCOME_VERDICT_MORE)
    text = L_("This points to an improvement linked to the measure; other reasons cannot be ruled out.");
  else if (self->verdict == MAPPE_OUTCOME_VERDICT_FEWER)
    text = L_("This points to a worsening linked to the measure; other reasons cannot be ruled out.");
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (text));
}

static void
say_areas (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  say_both_areas (self, sentences, language);
  say_difference (self, sentences, language);
}

/* --- all of it --- */

/** mappe_sentences_add_survey: What may be said of answers: S2, with a comparison area C3 (OUTCOMES 3). */
void
mappe_sentences_add_survey (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  const char *asked = asked_in (self);
  gboolean two = self->has_change;

  if (!(self->n_after > 0))
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("There are no answers yet.")));
  else if (self->share_after.status == MAPPE_STATS_SUPPRESS
           || (two && self->share_before.status == MAPPE_STATS_SUPPRESS))
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("Too few answers to be shown.")));
  else if (self->grade.level >= 3)
    say_areas (self, sentences, language);
  else if (two)
    say_both_shares (self, sentences, language);
  else
    say_share (self, sentences, language);
  if (asked != NULL)
    mappe_say (sentences, MAPPE_SENTENCE_LIMIT,
               g_strdup_printf (L_("Asked were %s; those who did not answer may think differently."), asked));
  else
    mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (L_("Those who did not answer may think differently.")));
  if (two && self->grade.level < 3)
    mappe_say (sentences, MAPPE_SENTENCE_LIMIT,
               g_strdup (L_("Without a comparison area we cannot say whether the measure is the reason.")));
}
