/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-area.h"
#include "mappe-chart-text.h"
#include "mappe-evaluation-private.h"
#include "mappe-indicator.h"

/* --- pieces --- */

static void
sentence_free (MappeSentence *sentence)
{
  g_free (sentence->text);
  g_free (sentence);
}

/** mappe_say: @text: (transfer full) */
void
mappe_say (GPtrArray *sentences, MappeSentenceKind kind, char *text)
{
  MappeSentence *sentence = g_new (MappeSentence, 1);

  *sentence = (MappeSentence) { kind, text };
  g_ptr_array_add (sentences, sentence);
}

char *
mappe_evaluation_number (double value, guint digits, const MappeLanguage *language)
{
  return mappe_chart_number_text (value, digits, language);
}

static char *
whole (double value, const MappeLanguage *language)
{
  return mappe_evaluation_number (round (value), 0, language);
}

/* Returns: (transfer full): "in 12 months" */
char *
mappe_evaluation_in_months (int months, const MappeLanguage *language)
{
  g_autofree char *number = whole (months, language);

  return g_strdup_printf (mappe_language_plural (language, "in %s month", "in %s months", (gulong) months), number);
}

/* Returns: (transfer full): "in 12 periods" */
char *
mappe_evaluation_in_periods (guint periods, const MappeLanguage *language)
{
  g_autofree char *number = whole (periods, language);

  return g_strdup_printf (mappe_language_plural (language, "in %s period", "in %s periods", periods), number);
}

static char *
per_months (int months, const MappeLanguage *language)
{
  g_autofree char *number = whole (months, language);

  return g_strdup_printf (mappe_language_plural (language, "per %s month", "per %s months", (gulong) months), number);
}

static double
month_of (const char *iso)
{
  MappePeriod period = mappe_period_at (iso, MAPPE_PERIOD_MONTH);

  return mappe_chart_month (period.year, period.month);
}

/* Without what is not reckoned with at its ends: "3 months" are not "to September" when the count ended in March. */
static MappeSpan
counted_part (const MappeSeries *self, MappeSpan span)
{
  MappeSpan part = span;

  while (part.from < part.to && mappe_series_skips (self, part.from))
    part.from++;
  while (part.from < part.to && mappe_series_skips (self, part.to - 1))
    part.to--;
  return part.from < part.to ? part : span;
}

/* Returns: (transfer full): "October 2022 to September 2024" */
char *
mappe_series_period_words (const MappeSeries *self, MappeSpan span, const MappeLanguage *language)
{
  MappeSpan part = counted_part (self, span);
  const MappePoint *first, *last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (part.to <= part.from)
    return g_strdup ("–");
  first = g_ptr_array_index (self->points, part.from);
  last = g_ptr_array_index (self->points, part.to - 1);
  from = mappe_chart_period_text (month_of (first->first), MAX (self->months, 1), language);
  to = mappe_chart_period_text (self->months > 0 ? month_of (last->first) : month_of (last->last),
                                MAX (self->months, 1), language);
  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strdup_printf (L_("%s to %s"), from, to);
}

static guint
digits_of (const MappeEvaluation *self)
{
  return (guint) mappe_row_get_int (self->of->series->indicator, MAPPE_INDICATOR_DECIMALS);
}

/* Units that only tell that something is counted, not what. */
static gboolean
tells_nothing (const char *unit)
{
  static const char *const general[] = { "anzahl", "zahl", "stück", "number", "count", "n", NULL };
  g_autofree char *folded = g_utf8_strdown (unit, -1);

  return g_strv_contains (general, folded);
}

/* Returns: (nullable): what the indicator counts, in the words of the council */
static const char *
unit_of (const MappeEvaluation *self)
{
  const char *unit = mappe_row_get_text (self->of->series->indicator, MAPPE_INDICATOR_UNIT);

  return unit != NULL && !tells_nothing (unit) ? unit : NULL;
}

/* Which form of a word belongs to a number as it is printed. */
static gulong
plural_of (double n)
{
  return round (fabs (n)) == 1 ? 1 : 2;
}

/* Returns: (transfer full): what stands behind the number @n. The council names what it counts in the plural, so behind
 * 1 it stands in brackets. */
static char *
cases_of (const MappeEvaluation *self, double n, const MappeLanguage *language)
{
  const char *unit = unit_of (self);

  if (unit == NULL)
    return g_strdup (mappe_language_plural (language, "incident", "incidents", plural_of (n)));
  return plural_of (n) == 1 ? g_strdup_printf ("(%s)", unit) : g_strdup (unit);
}

/* --- cases that were only counted: C0, C1 --- */

static MappeSpan
whole_span (const MappeEvaluation *self)
{
  MappeSpan before = self->before[0], after = self->after[0];

  if (after.n == 0)
    return before;
  return (MappeSpan) { before.n > 0 ? before.from : after.from, after.to, before.n + after.n, before.sum + after.sum,
                       before.months + after.months, before.shown && after.shown };
}

/* What was done is no incident. */
static gboolean
is_deed (const MappeEvaluation *self)
{
  static const char *const deeds[] = { "input", "process", "output", NULL };
  const char *kind = mappe_row_get_text (self->of->series->indicator, MAPPE_INDICATOR_KIND);

  return kind != NULL && g_strv_contains (deeds, kind);
}

static void
say_done (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  const char *unit = unit_of (self);
  MappeSpan all = whole_span (self);
  g_autofree char *period = mappe_series_period_words (self->of->series, all, language);
  g_autofree char *n = whole (all.sum, language);

  if (unit != NULL && plural_of (all.sum) != 1)
    /* Translators: number, what is counted, time: "77 patrols in Q4 2025 to Q3 2026." */
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup_printf (L_("%1$s %2$s in %3$s."), n, unit, period));
  else
    /* Translators: name of the indicator, number, time */
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         g_strdup_printf (L_("%1$s: %2$s in %3$s."), mappe_series_name (self->of->series), n, period));
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (L_("This tells what was done, not what it achieved.")));
}

static void
say_overlap (GPtrArray *sentences, const MappeLanguage *language)
{
  mappe_say (sentences, MAPPE_SENTENCE_FINDING,
             g_strdup (L_("Some periods overlap, so their figures cannot be added up.")));
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (L_("This says nothing about an effect.")));
}

static void
say_counted (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  const MappeSeries *series = self->of->series;
  MappeSpan all = whole_span (self);
  g_autofree char *period = mappe_series_period_words (series, all, language);
  g_autofree char *n = whole (all.sum, language);
  g_autofree char *cases = cases_of (self, all.sum, language);
  gint64 residents = series->area != NULL ? mappe_row_get_int (series->area, MAPPE_AREA_RESIDENTS) : 0;

  if (all.n == 0)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("There are no figures yet.")));
  else if (!all.shown)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         g_strdup_printf (L_("Fewer than %1$d %2$s were counted in %3$s."), series->threshold,
                          unit_of (self) != NULL ? unit_of (self) : L_("incidents"), period));
  else if (residents > 0)
    {
      g_autofree char *rate = mappe_evaluation_number (all.sum * 1000 / (double) residents, 1, language);

      mappe_say (sentences, MAPPE_SENTENCE_FINDING,
           g_strdup_printf (mappe_language_plural (language,
                                                   "%1$s %2$s was counted in %3$s (%4$s per 1,000 residents).",
                                                   "%1$s %2$s were counted in %3$s (%4$s per 1,000 residents).",
                                                   plural_of (all.sum)), n, cases, period, rate));
    }
  else
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         g_strdup_printf (mappe_language_plural (language, "%1$s %2$s was counted in %3$s.",
                                                 "%1$s %2$s were counted in %3$s.", plural_of (all.sum)), n, cases,
                          period));
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (L_("This says nothing about an effect.")));
}

static void
say_side_by_side (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  g_autofree char *with = whole (self->after[MAPPE_AREA_MEASURED].sum, language);
  g_autofree char *without = whole (self->after[MAPPE_AREA_COMPARISON].sum, language);
  double here = self->after[MAPPE_AREA_MEASURED].sum;
  g_autofree char *cases = cases_of (self, here, language);

  if (self->after[MAPPE_AREA_MEASURED].shown && self->after[MAPPE_AREA_COMPARISON].shown)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         g_strdup_printf (mappe_language_plural (language, "There was %1$s %3$s with and %2$s without the measure.",
                                                 "There were %1$s %3$s with and %2$s without the measure.",
                                                 plural_of (here)), with, without, cases));
  else
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("The counts are too small to be shown.")));
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (L_("Whether this was so before is unknown.")));
}

/* --- before and after: C2 --- */

static void
say_both_lengths (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  MappeSpan before = self->before[0], after = self->after[0];
  g_autofree char *n0 = whole (before.sum, language);
  g_autofree char *n1 = whole (after.sum, language);
  g_autofree char *r0 = mappe_evaluation_number (before.sum / MAX (before.months, 1), 1, language);
  g_autofree char *r1 = mappe_evaluation_number (after.sum / MAX (after.months, 1), 1, language);
  g_autofree char *cases = cases_of (self, after.sum, language);
  g_autofree char *months0 = mappe_evaluation_in_months (before.months, language);
  g_autofree char *months1 = mappe_evaluation_in_months (after.months, language);

  mappe_say (sentences, MAPPE_SENTENCE_FINDING,
       /* Translators: 2 and 4 are "in 12 months" */
       g_strdup_printf (L_("%1$s before %2$s, %3$s %7$s after %4$s: %5$s and %6$s a month."), n0, months0, n1, months1,
                        r0, r1, cases));
}

static void
say_one_length (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  MappeSpan before = self->before[0], after = self->after[0];
  g_autofree char *cases = cases_of (self, after.sum, language);
  g_autofree char *months = per_months (before.months, language);
  double fewer = before.sum - after.sum;
  g_autofree char *n0 = whole (before.sum, language);
  g_autofree char *n1 = whole (after.sum, language);
  g_autofree char *d = whole (fabs (fewer), language);

  if (fewer == 0)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         /* Translators: 3 is "per 12 months" */
         g_strdup_printf (L_("%1$s before, %2$s %4$s after (%3$s): no difference."), n0, n1, months, cases));
  else if (fewer > 0)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         g_strdup_printf (L_("%1$s before, %2$s %5$s after (%3$s): %4$s fewer."), n0, n1, months, d, cases));
  else
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         g_strdup_printf (L_("%1$s before, %2$s %5$s after (%3$s): %4$s more."), n0, n1, months, d, cases));
}

static void
say_before_after (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  if (!self->before[0].shown || !self->after[0].shown)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("The counts are too small to be shown.")));
  else if (self->before[0].months == self->after[0].months)
    say_one_length (self, sentences, language);
  else
    say_both_lengths (self, sentences, language);
}

static void
say_too_few (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  guint unit = (guint) self->of->series->months;
  guint n = (self->cautions & MAPPE_CAUTION_TOO_FEW_AFTER) != 0 ? self->after[0].n : self->before[0].n;
  gboolean after = (self->cautions & MAPPE_CAUTION_TOO_FEW_AFTER) != 0;
  char *text;

  if (after)
    text = g_strdup_printf (
        unit == 1 ? L_("Too few months after (%u): whether this is more than chance cannot be said.")
                  : L_("Too few periods after (%u): whether this is more than chance cannot be said."),
        n);
  else
    text = g_strdup_printf (
        unit == 1 ? L_("Too few months before (%u): whether this is more than chance cannot be said.")
                  : L_("Too few periods before (%u): whether this is more than chance cannot be said."),
        n);
  mappe_say (sentences, MAPPE_SENTENCE_CHANCE, text);
}

static void
say_chance (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  g_autofree char *ratio = mappe_evaluation_number (self->ratio.ratio, 2, language);
  g_autofree char *lo = mappe_evaluation_number (self->ratio.inflated.lo, 2, language);
  g_autofree char *hi = mappe_evaluation_number (self->ratio.inflated.hi, 2, language);

  if (self->verdict == MAPPE_OUTCOME_VERDICT_NONE)
    {
      if ((self->cautions & (MAPPE_CAUTION_TOO_FEW_AFTER | MAPPE_CAUTION_TOO_FEW_BEFORE)) != 0)
        say_too_few (self, sentences, language);
      return;
    }
  if (!self->before[0].shown || !self->after[0].shown)
    return;
  if (self->verdict == MAPPE_OUTCOME_VERDICT_UNCLEAR)
    mappe_say (sentences, MAPPE_SENTENCE_CHANCE,
         g_strdup_printf (L_("A swing like this also occurs when nothing has changed (95%% range %1$s to %2$s)."), lo,
                          hi));
  else
    mappe_say (sentences, MAPPE_SENTENCE_CHANCE,
         g_strdup_printf (L_("This is more than chance alone would lead us to expect (ratio %1$s, 95%% range %2$s to "
                             "%3$s)."), ratio, lo, hi));
}

static void
say_change (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  say_before_after (self, sentences, language);
  say_chance (self, sentences, language);
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT,
       g_strdup (L_("Without a comparison area we cannot say whether the measure is the reason.")));
}

/* --- against a comparison area: C3 and above --- */

static void
say_expected (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  gboolean fewer = round (self->fewer) >= 0;
  g_autofree char *expected = whole (MAX (self->expected, 0), language);
  g_autofree char *counted = whole (self->after[0].sum, language);
  g_autofree char *by = whole (fabs (self->fewer), language);
  g_autofree char *lo = whole (fewer ? self->fewer_interval.lo : -self->fewer_interval.hi, language);
  g_autofree char *hi = whole (fewer ? self->fewer_interval.hi : -self->fewer_interval.lo, language);
  gulong plural = plural_of (MAX (self->expected, 0));
  g_autofree char *cases = cases_of (self, MAX (self->expected, 0), language);

  mappe_say (sentences, MAPPE_SENTENCE_FINDING,
       g_strdup_printf (
           fewer ? mappe_language_plural (language,
                                          "Going by the comparison area, %1$s %6$s was expected and %2$s counted: %3$s "
                                          "fewer (95%% range %4$s to %5$s).",
                                          "Going by the comparison area, %1$s %6$s were expected and %2$s counted: "
                                          "%3$s fewer (95%% range %4$s to %5$s).", plural)
                 : mappe_language_plural (language,
                                          "Going by the comparison area, %1$s %6$s was expected and %2$s counted: %3$s "
                                          "more (95%% range %4$s to %5$s).",
                                          "Going by the comparison area, %1$s %6$s were expected and %2$s counted: "
                                          "%3$s more (95%% range %4$s to %5$s).", plural),
           expected, counted, by, lo, hi, cases));
}

static gboolean
all_shown (const MappeEvaluation *self)
{
  return self->before[MAPPE_AREA_MEASURED].shown && self->after[MAPPE_AREA_MEASURED].shown
         && self->before[MAPPE_AREA_COMPARISON].shown && self->after[MAPPE_AREA_COMPARISON].shown;
}

static void
say_difference (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  if (self->verdict == MAPPE_OUTCOME_VERDICT_NONE)
    say_too_few (self, sentences, language);
  else if (self->verdict == MAPPE_OUTCOME_VERDICT_FEWER)
    mappe_say (sentences, MAPPE_SENTENCE_LIMIT,
         g_strdup (L_("This points to a reduction linked to the measure; other reasons cannot be ruled out.")));
  else if (self->verdict == MAPPE_OUTCOME_VERDICT_MORE)
    mappe_say (sentences, MAPPE_SENTENCE_LIMIT,
         g_strdup (L_("This points to an increase linked to the measure; other reasons cannot be ruled out.")));
  if (self->verdict == MAPPE_OUTCOME_VERDICT_UNCLEAR || self->verdict == MAPPE_OUTCOME_VERDICT_NONE)
    mappe_say (sentences, MAPPE_SENTENCE_LIMIT,
         g_strdup (L_("A difference from the comparison area cannot be shown. That does not mean there is none.")));
}

/* OUTCOMES 4.6: the part of the surroundings has its own difference; with its comparison if there is one. */
static void
say_displacement (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  MappeSpan before = self->before[MAPPE_AREA_BUFFER], after = self->after[MAPPE_AREA_BUFFER];
  g_autofree char *d0 = whole (before.sum, language);
  g_autofree char *d1 = whole (after.sum, language);

  if (before.n == 0 || after.n == 0 || self->verdict == MAPPE_OUTCOME_VERDICT_NONE)
    return;
  if (self->wdd.displaced <= 0)
    mappe_say (sentences, MAPPE_SENTENCE_DISPLACEMENT,
         g_strdup (L_("The surroundings did not gain incidents compared with the comparison; no sign of displacement, "
                      "small shifts would not be visible in these numbers.")));
  else if (before.shown && after.shown && after.sum > before.sum)
    mappe_say (sentences, MAPPE_SENTENCE_DISPLACEMENT,
         g_strdup_printf (L_("Incidents around the area rose (%1$s to %2$s). Some may have moved there."), d0, d1));
  else
    mappe_say (sentences, MAPPE_SENTENCE_DISPLACEMENT,
         g_strdup (L_("Whether some incidents moved to the surroundings cannot be told from these numbers.")));
}

static void
say_against (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  if (all_shown (self))
    say_expected (self, sentences, language);
  else
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("The counts are too small to be shown.")));
  say_displacement (self, sentences, language);
  say_difference (self, sentences, language);
}

/* --- figures that cannot be added up --- */

static double
mean_of (const MappeEvaluation *self, MappeSpan span)
{
  return span.n > 0 ? span.sum / span.n : NAN;
}

static void
say_measured (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  const char *unit = mappe_row_get_text (self->of->series->indicator, MAPPE_INDICATOR_UNIT);
  guint digits = MAX (digits_of (self), 1);
  g_autofree char *m0 = mappe_evaluation_number (mean_of (self, self->before[0]), digits, language);
  g_autofree char *m1 = mappe_evaluation_number (mean_of (self, self->after[0]), digits, language);
  g_autofree char *n0 = whole (self->before[0].n, language);
  g_autofree char *n1 = whole (self->after[0].n, language);
  MappeSpan all = whole_span (self);

  if (all.n == 0)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("There are no figures yet.")));
  else if (self->before[0].n > 0 && self->after[0].n > 0)
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
         g_strdup_printf (mappe_language_plural (language,
                                                 "On average %1$s before and %2$s after (%3$s; %4$s and %5$s period).",
                                                 "On average %1$s before and %2$s after (%3$s; %4$s and %5$s periods).",
                                                 self->after[0].n), m0, m1, unit != NULL ? unit : L_("value"), n0, n1));
  else
    {
      g_autofree char *mean = mappe_evaluation_number (mean_of (self, all), digits, language);
      g_autofree char *period = mappe_series_period_words (self->of->series, all, language);

      mappe_say (sentences, MAPPE_SENTENCE_FINDING,
           g_strdup_printf (L_("On average %1$s in %2$s (%3$s)."), mean, period, unit != NULL ? unit : L_("value")));
    }
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT,
       g_strdup (self->before[0].n > 0 && self->after[0].n > 0
                     ? L_("Without a comparison area we cannot say whether the measure is the reason.")
                     : L_("This says nothing about an effect.")));
}

/* --- goals --- */

static void
say_goals (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  g_autofree char *t = mappe_evaluation_number (self->goals.t, 1, language);

  if (isnan (self->goals.t))
    mappe_say (sentences, MAPPE_SENTENCE_FINDING, g_strdup (L_("No goal was judged yet.")));
  else
    mappe_say (sentences, MAPPE_SENTENCE_FINDING,
               g_strdup_printf (L_("Goal attainment %s points (50 = as expected)."), t));
  mappe_say (sentences, MAPPE_SENTENCE_LIMIT, g_strdup (L_("This measures the goals set, not crime.")));
}

/* --- what to bear in mind --- */

static const struct {
  guint       caution;
  const char *text;
} cautions[] = {
  { MAPPE_CAUTION_NO_START, N_("Nobody has written down when the measure began.") },
  { MAPPE_CAUTION_NO_BEFORE, N_("Nothing was counted before the start.") },
  { MAPPE_CAUTION_NO_SEASON, N_("Fewer than 12 months after: seasons are not reckoned with.") },
  { MAPPE_CAUTION_SEASONS, N_("Before and after cover different seasons; compare the same months.") },
  { MAPPE_CAUTION_PEAK, N_("The time before the start was the highest of the series: some of it would have fallen by "
                           "itself.") },
  { MAPPE_CAUTION_NOT_COMPARABLE, N_("The comparison area is not similar, so it is not reckoned with.") },
  { MAPPE_CAUTION_NOT_ASKED, N_("In the comparison area nobody was asked before and after, so it is not reckoned "
                                "with.") },
  { MAPPE_CAUTION_FEW_ASKED, N_("Before or after, fewer than 30 answered in one of the areas, so the comparison area "
                                "is not reckoned with.") },
  { MAPPE_CAUTION_QUESTIONS, N_("The question did not always have the same wording.") },
  { MAPPE_CAUTION_FEW_AREAS, N_("Fewer than five areas: their average is only a hint; look at each of them.") },
  { MAPPE_CAUTION_AREAS_DIFFER, N_("The areas differ from each other by more than chance; look at each of them.") },
  { MAPPE_CAUTION_AREAS_LEFT_OUT, N_("Some areas are not pooled: too few periods, no comparable area, or counts too "
                                     "small to be shown.") },
  { MAPPE_CAUTION_AREAS_SHARE, N_("Several areas share a comparison area; the range is wider for it.") },
  { MAPPE_CAUTION_UNEVEN, N_("The periods have no known length, so before and after are not compared.") },
  { MAPPE_CAUTION_DISAGREE, N_("Differences and ratios say different things here; both stand under “How was this "
                               "computed?”.") },
  { MAPPE_CAUTION_NARROW, N_("The periods depend on each other, so the interval is too narrow: the true range is wider "
                             "than the one given.") },
  { MAPPE_CAUTION_TRANSITION, N_("The time of roll-out is left out.") },
  { MAPPE_CAUTION_LEFT_OUT, N_("Some periods are left out; the chart marks them.") },
  { MAPPE_CAUTION_PROVISIONAL, N_("Some figures are provisional.") },
  { MAPPE_CAUTION_IMPOSSIBLE, N_("Some figures cannot be right (negative, too large or no number) and are left out.") },
  { MAPPE_CAUTION_GAPS, N_("For some periods there is no figure.") },
  { MAPPE_CAUTION_POLICE, N_("Counted is only what the police learned of; more reports need not mean more offences.") },
  { MAPPE_CAUTION_LATE, N_("What counts as success was written down after the start.") },
  { MAPPE_CAUTION_UNDATED, N_("Nobody noted when it was written down what counts as success.") },
  { MAPPE_CAUTION_SMALL, N_("Counts from 1 to 4 are not shown.") },
  { MAPPE_CAUTION_SMALL_GROUP, N_("Small group: fewer than 30 answers.") },
};

/* The same indicator in several areas is one. */
static guint
count_indicators (const MappeOutcome *outcome)
{
  guint n = 0;

  for (guint i = 0; i < outcome->cases->len; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < i && !known; k++)
        known = mappe_outcome_is_like (g_ptr_array_index (outcome->cases, k), g_ptr_array_index (outcome->cases, i));
      n += known ? 0 : 1;
    }
  return n;
}

static void
say_cautions (const MappeEvaluation *self, GPtrArray *sentences, const MappeLanguage *language)
{
  guint others = count_indicators (self->outcome);

  for (guint i = 0; i < G_N_ELEMENTS (cautions); i++)
    if ((self->cautions & cautions[i].caution) != 0)
      mappe_say (sentences, MAPPE_SENTENCE_CAUTION, g_strdup (mappe_language_text (language, cautions[i].text)));
  if (self->of != NULL && others > 1 && self->verdict > MAPPE_OUTCOME_VERDICT_UNCLEAR)
    mappe_say (sentences, MAPPE_SENTENCE_CAUTION,
         g_strdup_printf (L_("%u indicators were looked at; the more there are, the sooner one changes by chance."),
                          others));
}

/**
 * mappe_evaluation_sentences:
 * @language: (nullable): of the sentences
 *
 * Returns: (transfer full) (element-type MappeSentence): in the order in which they are printed
 */
GPtrArray *
mappe_evaluation_sentences (const MappeEvaluation *self, const MappeLanguage *language)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) sentence_free);

  if (self->kind == MAPPE_EVALUATION_GOALS)
    say_goals (self, sentences, language);
  else if (self->kind == MAPPE_EVALUATION_AREAS)
    mappe_sentences_add_areas (self, sentences, language);
  else if (self->kind == MAPPE_EVALUATION_SURVEY)
    mappe_sentences_add_survey (self, sentences, language);
  else if ((self->cautions & MAPPE_CAUTION_OVERLAP) != 0)
    say_overlap (sentences, language);
  else if (self->kind == MAPPE_EVALUATION_MEASURED)
    say_measured (self, sentences, language);
  else if (is_deed (self) && whole_span (self).n > 0 && whole_span (self).shown)
    say_done (self, sentences, language);
  else if (self->grade.level >= 3)
    say_against (self, sentences, language);
  else if (self->grade.level == 2)
    say_change (self, sentences, language);
  else if (self->grade.level == 1)
    say_side_by_side (self, sentences, language);
  else
    say_counted (self, sentences, language);
  say_cautions (self, sentences, language);
  return sentences;
}

/** mappe_evaluation_text: Returns: (transfer full): all sentences but the cautions, as one paragraph */
char *
mappe_evaluation_text (const MappeEvaluation *self, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (self, language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->kind != MAPPE_SENTENCE_CAUTION)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence->text);
    }
  return g_string_free (text, FALSE);
}

/** mappe_evaluation_finding: Returns: (transfer full): the first sentence: the title of a chart */
char *
mappe_evaluation_finding (const MappeEvaluation *self, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (self, language);

  return g_strdup (((MappeSentence *) g_ptr_array_index (sentences, 0))->text);
}

/* --- the ladder --- */

static const char *const levels[] = {
  N_("Level 0: description only"),
  N_("Level 1: comparison at one time"),
  N_("Level 2: before and after, without a comparison area"),
  N_("Level 3: before and after with a comparable area"),
  N_("Level 4: several areas, other influences controlled for"),
  N_("Level 5: areas allocated at random"),
};

static const char *const next_steps[] = {
  N_("Figures from before and after the start would allow a comparison of both."),
  N_("Figures from before the start would show whether anything changed."),
  N_("A comparison area with a similar course before the start would show whether the measure can be the reason."),
  N_("Several areas with and without the measure would rule out more of the other reasons."),
  N_("Allocating areas at random would rule out other reasons as far as that is possible."),
  NULL,
};

/** mappe_evaluation_name: Returns: (transfer full): what is evaluated: an indicator, several areas or the goals */
char *
mappe_evaluation_name (const MappeEvaluation *self, const MappeLanguage *language)
{
  const char *unit;

  if (self->of == NULL)
    return g_strdup (L_("Goals"));
  if (self->areas == NULL)
    return g_strdup (mappe_series_name (self->of->series));
  unit = unit_of (self);
  /* Translators: what is counted; number of areas: "reports: 5 areas together" */
  return g_strdup_printf (L_("%1$s: %2$u areas together"), unit != NULL ? unit : mappe_series_name (self->of->series),
                          self->areas->members->len);
}

/** mappe_evaluation_level_words: Returns: (transfer none): the level on the Maryland scale (Farrington et al. 2002) */
const char *
mappe_evaluation_level_words (const MappeEvaluation *self, const MappeLanguage *language)
{
  if (self->kind == MAPPE_EVALUATION_GOALS)
    return L_("Goals: no level of evidence");
  return mappe_language_text (language, levels[CLAMP (self->grade.level, 0, 5)]);
}

/** mappe_evaluation_next_level: Returns: (transfer none) (nullable): what would lift the level */
const char *
mappe_evaluation_next_level (const MappeEvaluation *self, const MappeLanguage *language)
{
  const char *step = self->kind == MAPPE_EVALUATION_GOALS ? NULL : next_steps[CLAMP (self->grade.level, 0, 5)];

  /* There are several areas already: what lacks is the design. */
  if (self->areas != NULL && self->grade.level == 3 && self->areas->n_comparisons > 1)
    return L_("Controlling for other influences, or drawing the areas by lot, would rule out more of the other "
              "reasons.");
  return step != NULL ? mappe_language_text (language, step) : NULL;
}
