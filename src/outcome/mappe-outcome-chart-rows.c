/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mappe-area.h"
#include "mappe-measure-goal.h"
#include "mappe-outcome-chart-private.h"
#include "mappe-poisson.h"
#include "mappe-survey-result.h"

/* Charts of areas, answers and goals. */

static const MappeChartEstimate no_estimate = { NAN, NAN, NAN };

/* --- before and after (3) --- */

static MappeChartEstimate
rate_of (MappeSpan span)
{
  MappePoissonIntervals of = mappe_poisson_intervals (span.sum, span.months, MAPPE_STATS_CONFIDENCE);
  MappeInterval interval = span.sum < 20 ? of.exact : of.score;

  return (MappeChartEstimate) { of.rate, interval.lo, interval.hi };
}

/* Two rates: the difference with the interval that their variances give. */
static MappeChartEstimate
rate_difference (MappeSpan before, MappeSpan after, double phi)
{
  double difference = after.sum / after.months - before.sum / before.months;
  double variance = after.sum / after.months / after.months + before.sum / before.months / before.months;
  double half = 1.96 * sqrt (phi * variance);

  return (MappeChartEstimate) { difference, difference - half, difference + half };
}

static MappeChart *
change_of_counts (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  MappeChartChangeRow rows[MAPPE_AREA_N];
  MappeChartChange change = { .rows = rows };

  for (MappeAreaOrder area = 0; area < MAPPE_AREA_N; area++)
    {
      const MappeSeries *series = mappe_evaluation_get_series (frame->of, area);
      MappeSpan before = frame->of->before[area], after = frame->of->after[area];

      if (series == NULL || before.months == 0 || after.months == 0)
        continue;
      rows[change.n_rows++] = (MappeChartChangeRow) {
        mappe_series_place (series), rate_of (before), rate_of (after), rate_difference (before, after, frame->of->phi),
        !before.shown || !after.shown,
      };
    }
  change.quantity = (MappeChartQuantity) { L_("Incidents per month"), NULL, 1, FALSE };
  change.difference = (MappeChartQuantity) { L_("Change per month"), NULL, 1, FALSE };
  return mappe_chart_new_change (mappe_chart_frame_head (frame), &change);
}

static MappeChartEstimate
in_percent (double estimate, MappeInterval interval)
{
  return (MappeChartEstimate) { estimate * 100, interval.lo * 100, interval.hi * 100 };
}

static MappeChartChangeRow
row_of_shares (const MappeEvaluation *of)
{
  MappeChartChangeRow row = { .name = mappe_series_name (of->of->series) };

  row.after = in_percent (of->share_after.p, of->share_after.wilson);
  row.before = of->has_change ? in_percent (of->share_before.p, of->share_before.wilson) : no_estimate;
  row.difference = !of->has_change ? no_estimate
                   : of->is_paired ? in_percent (of->paired.diff, of->paired.tango)
                                   : in_percent (of->difference.diff, of->difference.score);
  row.suppressed = of->share_after.status == MAPPE_STATS_SUPPRESS
                   || (of->has_change && of->share_before.status == MAPPE_STATS_SUPPRESS);
  return row;
}

static MappeChartChangeRow
row_of_comparison (const MappeEvaluation *of)
{
  MappeShareCase given = {
    .x1 = round (of->elsewhere_after.p * of->n_elsewhere_after), .n1 = of->n_elsewhere_after,
    .x2 = round (of->elsewhere_before.p * of->n_elsewhere_before), .n2 = of->n_elsewhere_before,
    .conf = MAPPE_STATS_CONFIDENCE,
  };
  MappeShareDifference found = mappe_share_difference (&given);

  return (MappeChartChangeRow) {
    .name = mappe_series_place (of->of->comparison),
    .before = in_percent (of->elsewhere_before.p, of->elsewhere_before.wilson),
    .after = in_percent (of->elsewhere_after.p, of->elsewhere_after.wilson),
    .difference = in_percent (found.diff, found.score),
  };
}

/* With a comparison area, both areas and beneath them how much more changed here than there. */
static MappeChart *
change_of_shares (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  const MappeEvaluation *of = frame->of;
  MappeChartChangeRow rows[3] = { row_of_shares (of) };
  MappeChartChange change = { .rows = rows, .n_rows = 1 };
  guint digits = of->n_after < 30 ? 0 : 1;

  if (of->grade.level >= 3)
    {
      rows[0].name = mappe_series_place (of->of->series);
      rows[1] = row_of_comparison (of);
      rows[2] = (MappeChartChangeRow) { .name = L_("Difference of both"), .before = no_estimate, .after = no_estimate,
                                        .difference = in_percent (of->did.did, of->did.interval) };
      change.n_rows = 3;
    }
  change.quantity = (MappeChartQuantity) { L_("Favourable answers"), "%", digits, FALSE };
  change.difference = (MappeChartQuantity) { L_("Change in points"), NULL, digits, FALSE };
  return mappe_chart_new_change (mappe_chart_frame_head (frame), &change);
}

MappeChart *
mappe_outcome_chart_change (MappeChartFrame *frame)
{
  return frame->of->kind == MAPPE_EVALUATION_SURVEY ? change_of_shares (frame) : change_of_counts (frame);
}

/* --- answers (6) --- */

/* Returns: how many steps the counts have; the same in all rounds, or the newest round decides */
static guint
steps_of (const MappeEvaluation *of)
{
  guint n = 0;

  for (guint i = 0; i < of->of->surveys->len; i++)
    {
      const char *text = mappe_row_get_text (g_ptr_array_index (of->of->surveys, i), MAPPE_SURVEY_RESULT_COUNTS);
      g_auto (GStrv) counts = text != NULL ? g_strsplit (text, ";", -1) : NULL;

      n = counts != NULL ? g_strv_length (counts) : n;
    }
  return n;
}

/* Counts are stored best first; the chart wants the worst first. Returns: (transfer full) (nullable): in percent */
static double *
shares_of (const MappeRow *round, guint n_steps, guint *n)
{
  const char *text = mappe_row_get_text (round, MAPPE_SURVEY_RESULT_COUNTS);
  g_auto (GStrv) counts = text != NULL ? g_strsplit (text, ";", -1) : NULL;
  double *shares, sum = 0;

  if (counts == NULL || g_strv_length (counts) != n_steps)
    return NULL;
  for (guint i = 0; i < n_steps; i++)
    sum += g_ascii_strtod (counts[i], NULL);
  if (!(sum > 0))
    return NULL;
  shares = g_new (double, n_steps);
  for (guint i = 0; i < n_steps; i++)
    shares[i] = g_ascii_strtod (counts[n_steps - 1 - i], NULL) * 100 / sum;
  *n = (guint) sum;
  return shares;
}

static const char *
answer_name (MappeChartFrame *frame, guint n_steps, guint i)
{
  const MappeLanguage *language = frame->language;
  g_autofree char *code = g_strdup_printf ("%u", i + 1);
  const char *label = n_steps == 4 ? mappe_codes_label (frame->of->outcome->codes, "survey_scale_4", code,
                                                        mappe_language_is_german (language))
                                   : NULL;

  return label != NULL ? label : mappe_chart_frame_keep (frame, g_strdup_printf (L_("Step %u"), i + 1));
}

/* @area: (nullable): whose rounds they are, if there are several areas */
static void
add_rounds (MappeChartFrame *frame, const GPtrArray *surveys, const char *area, MappeChartLikertRow *rows,
            MappeChartLikert *likert)
{
  const MappeLanguage *language = frame->language;

  for (guint i = 0; i < surveys->len; i++)
    {
      const MappeRow *round = g_ptr_array_index (surveys, i);
      guint n = 0;
      double *shares = shares_of (round, likert->n_answers, &n);
      const char *wave = mappe_codes_label (frame->of->outcome->codes, "survey_wave",
                                            mappe_row_get_text (round, MAPPE_SURVEY_RESULT_WAVE),
                                            mappe_language_is_german (language));
      const char *held_on = mappe_row_get_text (round, MAPPE_SURVEY_RESULT_HELD_ON);
      /* Beside the name of an area there is no room for more than the year. */
      g_autofree char *day = area != NULL && held_on != NULL ? g_strndup (held_on, strlen ("YYYY"))
                                                             : mappe_language_date (language, held_on);
      char *name;

      if (shares == NULL)
        continue;
      mappe_chart_frame_keep (frame, (char *) shares);
      name = g_strdup_printf ("%s%s%s, %s", area != NULL ? area : "", area != NULL ? ": " : "",
                              wave != NULL ? wave : "", day);
      rows[likert->n_rows++] = (MappeChartLikertRow) { mappe_chart_frame_keep (frame, name), shares, n, n < 5 };
    }
}

MappeChart *
mappe_outcome_chart_likert (MappeChartFrame *frame)
{
  const MappeOutcomeCase *of = frame->of->of;
  guint n_steps = steps_of (frame->of), n_there = of->comparison_surveys != NULL ? of->comparison_surveys->len : 0;
  g_autofree const char **answers = g_new0 (const char *, n_steps + 1);
  g_autofree MappeChartLikertRow *rows = g_new0 (MappeChartLikertRow, of->surveys->len + n_there + 1);
  MappeChartLikert likert = { .answers = answers, .n_answers = n_steps, .rows = rows };

  for (guint i = 0; i < n_steps; i++)
    answers[i] = answer_name (frame, n_steps, i);
  add_rounds (frame, of->surveys, n_there > 0 ? mappe_series_place (of->series) : NULL, rows, &likert);
  if (n_there > 0)
    add_rounds (frame, of->comparison_surveys, mappe_series_place (of->comparison), rows, &likert);
  return mappe_chart_new_likert (mappe_chart_frame_head (frame), &likert);
}

/* --- effects (7) --- */

static MappeChartForestRow
effect_row (const MappeEvaluation *of, const char *name)
{
  MappeInterval interval = { 1 / of->effect.interval.hi, 1 / of->effect.interval.lo };

  return (MappeChartForestRow) {
    .name = name, .ratio = { of->effect.rirr, interval.lo, interval.hi }, .weight = 1 / of->effect.variance,
    .suppressed = !of->before[0].shown || !of->after[0].shown || !of->before[MAPPE_AREA_COMPARISON].shown
                  || !of->after[MAPPE_AREA_COMPARISON].shown,
  };
}

static gboolean
has_effect (const MappeEvaluation *of)
{
  return of->kind == MAPPE_EVALUATION_COUNT && of->grade.level >= 3 && of->effect.variance > 0;
}

/* OUTCOMES 4.14: named as what it is. */
static MappeChartForestRow
pooled_row (const MappePooledEffect *pooled, const MappeLanguage *language)
{
  return (MappeChartForestRow) {
    .name = L_("Pooled"), .pooled = TRUE, .weight = 1,
    .ratio = { exp (-pooled->estimate), exp (-pooled->interval.hi), exp (-pooled->interval.lo) },
  };
}

static MappeChart *
forest_of (MappeChartFrame *frame, const GArray *rows, gboolean few)
{
  const MappeLanguage *language = frame->language;
  MappeChartForest forest = {
    .quantity = { L_("Ratio to the comparison area (below 1: fell more)"), NULL, 2, FALSE },
    .few = few, .rows = (const MappeChartForestRow *) rows->data, .n_rows = rows->len,
  };

  return mappe_chart_new_forest (mappe_chart_frame_head (frame), &forest);
}

static MappeChart *
forest_of_areas (MappeChartFrame *frame, const MappePooledAreas *areas)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (MappeChartForestRow));
  MappeChartForestRow pooled = pooled_row (&areas->pooling.random, frame->language);

  for (guint i = 0; i < areas->members->len; i++)
    {
      const MappeEvaluation *of = g_ptr_array_index (areas->members, i);
      MappeChartForestRow row = effect_row (of, mappe_series_place (of->of->series));

      if (has_effect (of))
        g_array_append_val (rows, row);
    }
  g_array_append_val (rows, pooled);
  return forest_of (frame, rows, areas->pooled->len < MAPPE_AREAS_ENOUGH);
}

/* Returns: (nullable): the areas that the indicator belongs to */
static const MappePooledAreas *
areas_of (const MappeEvaluation *of, const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const MappePooledAreas *areas = ((MappeEvaluation *) g_ptr_array_index (all, i))->areas;

      for (guint k = 0; areas != NULL && k < areas->members->len; k++)
        if (((MappeEvaluation *) g_ptr_array_index (areas->members, k))->of == of->of)
          return areas;
    }
  return NULL;
}

/* The areas of one indicator with what they are pooled to; else the indicators of the measure, which are never pooled:
 * they do not count the same. */
MappeChart *
mappe_outcome_chart_forest (MappeChartFrame *frame)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (MappeChartForestRow));

  if (frame->of->areas != NULL)
    return forest_of_areas (frame, frame->of->areas);
  all = mappe_evaluation_list (frame->of->outcome);
  if (areas_of (frame->of, all) != NULL)
    return forest_of_areas (frame, areas_of (frame->of, all));
  for (guint i = 0; i < all->len; i++)
    {
      const MappeEvaluation *of = g_ptr_array_index (all, i);
      MappeChartForestRow row;

      if (!has_effect (of))
        continue;
      row = effect_row (of, mappe_series_name (of->of->series));
      g_array_append_val (rows, row);
    }
  return forest_of (frame, rows, FALSE);
}

/* --- displacement (8) --- */

static MappeChartZone
zone_of (const MappeEvaluation *of, MappeAreaOrder area, double expected)
{
  return (MappeChartZone) {
    mappe_series_place (mappe_evaluation_get_series (of, area)), of->before[area].sum, of->after[area].sum, expected,
    !of->before[area].shown || !of->after[area].shown,
  };
}

static MappeChartEstimate
times (double estimate, double se, double months)
{
  return (MappeChartEstimate) { estimate * months, (estimate - 1.96 * se) * months, (estimate + 1.96 * se) * months };
}

/* What the surroundings would have had if they had gone as their comparison, or as the general one. */
static double
expected_around (const MappeEvaluation *of)
{
  MappeAreaOrder by = of->before[MAPPE_AREA_BUFFER_COMPARISON].n > 0 ? MAPPE_AREA_BUFFER_COMPARISON
                                                                    : MAPPE_AREA_COMPARISON;
  double m0 = of->before[0].months, m1 = of->after[0].months;

  return m1 * (of->before[MAPPE_AREA_BUFFER].sum / m0 + of->after[by].sum / m1 - of->before[by].sum / m0);
}

MappeChart *
mappe_outcome_chart_displacement (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  const MappeEvaluation *of = frame->of;
  double months = of->after[0].months;
  MappeChartZone zones[] = {
    zone_of (of, MAPPE_AREA_MEASURED, of->expected),
    zone_of (of, MAPPE_AREA_BUFFER, expected_around (of)),
    zone_of (of, MAPPE_AREA_COMPARISON, NAN),
  };
  MappeChartDisplacement displacement = {
    .quantity = frame->quantity, .zones = zones, .n_zones = G_N_ELEMENTS (zones),
    .difference = { L_("Incidents more (+) or fewer (−) than expected"), NULL, 0, FALSE },
    .local_name = L_("Measure area"), .buffer_name = L_("Surroundings"), .total_name = L_("Both together"),
    .local = times (of->local.total, of->local.total_se, months),
    .buffer = times (of->wdd.displaced, of->wdd.displaced_se, months),
    .total = times (of->wdd.total, of->wdd.total_se, months),
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    displacement.suppressed = displacement.suppressed || zones[i].suppressed;
  if (of->wdq.success < 0 && !isnan (of->wdq.wdq) && !displacement.suppressed)
    {
      g_autofree char *wdq = mappe_chart_number_text (of->wdq.wdq, 2, language);

      displacement.wdq = of->wdq.wdq;
      displacement.wdq_text =
          mappe_chart_frame_keep (frame, g_strdup_printf (L_("WDQ %s (only describes; the differences carry the "
                                                             "intervals)"), wdq));
    }
  return mappe_chart_new_displacement (mappe_chart_frame_head (frame), &displacement);
}

/* --- goals (11) --- */

MappeChart *
mappe_outcome_chart_goals (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  const GPtrArray *rows = frame->of->outcome->goals;
  g_autofree MappeChartGoal *goals = g_new0 (MappeChartGoal, rows->len);
  g_autofree char *t = mappe_chart_number_text (frame->of->goals.t, 1, language);
  MappeChartGoals chart = { .goals = goals };

  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *goal = g_ptr_array_index (rows, i);

      if (mappe_row_is_null (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL))
        continue;
      goals[chart.n_goals++] = (MappeChartGoal) {
        mappe_row_get_text (goal, MAPPE_MEASURE_GOAL_TITLE),
        mappe_row_is_null (goal, MAPPE_MEASURE_GOAL_START_LEVEL)
            ? (int) mappe_row_get_int (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL)
            : (int) mappe_row_get_int (goal, MAPPE_MEASURE_GOAL_START_LEVEL),
        (int) mappe_row_get_int (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL),
      };
    }
  if (!isnan (frame->of->goals.t))
    chart.score_text = mappe_chart_frame_keep (frame, g_strdup_printf (L_("T = %s (50 = as expected)"), t));
  return mappe_chart_new_goals (mappe_chart_frame_head (frame), &chart);
}
