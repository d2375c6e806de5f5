/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The sentences of several areas (OUTCOMES 3: C4/C5, and C3 of their sum where the areas were only compared). */

/* Cases below which nothing is said in percent (OUTCOMES 1.1). */
#define LEAST_FOR_PERCENT 20

static char *
whole (double value, const MappeLanguage *language)
{
  return mappe_evaluation_number (round (value), 0, language);
}

/* How many percent better the measure areas did for a logarithm of RES: (1 - 1/RES) × 100. */
static double
percent_of (double log_res)
{
  return (1 - exp (-log_res)) * 100;
}

/* "No change" within the range is said first, and the direction stands in words (OUTCOMES 1.4, 1.5). */
static void
say_percent (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  const MappePooledEffect *pooled = &self->areas->pooling.random;
  double sign = pooled->estimate < 0 ? -1 : 1;
  double lo = sign * percent_of (sign > 0 ? pooled->interval.lo : pooled->interval.hi);
  double hi = sign * percent_of (sign > 0 ? pooled->interval.hi : pooled->interval.lo);
  g_autofree char *by = whole (sign * percent_of (pooled->estimate), language);
  g_autofree char *from = whole (lo, language);
  g_autofree char *to = whole (hi, language);
  guint k = self->areas->pooled->len, j = self->areas->n_comparisons;

  if (self->verdict == MAPPE_OUTCOME_VERDICT_UNCLEAR)
    mappe_say (
        sentences, MAPPE_SENTENCE_FINDING,
        g_strdup_printf (sign > 0 ? L_("Between %1$u areas with the measure and %3$u comparison areas no difference "
                                       "can be shown: on average %2$s%% better (95%% range %4$s to %5$s%%).")
                                  : L_("Between %1$u areas with the measure and %3$u comparison areas no difference "
                                       "can be shown: on average %2$s%% worse (95%% range %4$s to %5$s%%)."),
                         k, by, j, from, to));
  else
    mappe_say (
        sentences, MAPPE_SENTENCE_FINDING,
        g_strdup_printf (sign > 0 ? L_("In %1$u areas with the measure incidents developed %2$s%% better on average "
                                       "than in %3$u comparison areas (95%% range %4$s to %5$s%%).")
                                  : L_("In %1$u areas with the measure incidents developed %2$s%% worse on average "
                                       "than in %3$u comparison areas (95%% range %4$s to %5$s%%)."),
                         k, by, j, from, to));
}

static void
say_cases (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  gboolean fewer = round (self->fewer) >= 0;
  g_autofree char *expected = whole (MAX (self->expected, 0), language);
  g_autofree char *counted = whole (self->areas->after, language);
  g_autofree char *by = whole (fabs (self->fewer), language);
  g_autofree char *lo = whole (fewer ? self->fewer_interval.lo : -self->fewer_interval.hi, language);
  g_autofree char *hi = whole (fewer ? self->fewer_interval.hi : -self->fewer_interval.lo, language);

  mappe_say (
      sentences, MAPPE_SENTENCE_FINDING,
      g_strdup_printf (fewer ? L_("Going by the comparison areas, %1$s incidents were expected in %6$u areas and %2$s "
                                  "counted: %3$s fewer (95%% range %4$s to %5$s).")
                             : L_("Going by the comparison areas, %1$s incidents were expected in %6$u areas and %2$s "
                                  "counted: %3$s more (95%% range %4$s to %5$s)."),
                       expected, counted, by, lo, hi, self->areas->pooled->len));
}

/* Above level 3 a percent may be said, if there are enough cases for one. */
static gboolean
may_say_percent (const MappeEvaluation *self)
{
  return self->grade.level >= 4 && self->areas->before >= LEAST_FOR_PERCENT
         && self->areas->elsewhere_before >= LEAST_FOR_PERCENT;
}

static const char *
limit_of (const MappeEvaluation *self, const MappeLanguage *language)
{
  if (self->verdict != MAPPE_OUTCOME_VERDICT_FEWER && self->verdict != MAPPE_OUTCOME_VERDICT_MORE)
    return L_("A difference from the comparison area cannot be shown. That does not mean there is none.");
  if (self->grade.level >= 5)
    return L_("The areas were drawn by lot, which rules out other reasons as far as that is possible.");
  return self->verdict == MAPPE_OUTCOME_VERDICT_FEWER
             ? L_("This points to a reduction linked to the measure; other reasons cannot be ruled out.")
             : L_("This points to an increase linked to the measure; other reasons cannot be ruled out.");
}

/** mappe_sentences_add_areas: What may be said of several areas together. */
void
mappe_sentences_add_areas (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  if (may_say_percent (self))
    say_percent (self, sentences, language);
  else
    say_cases (self, sentences, language);
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (limit_of (self, language)));
}
