/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation.h"

#include <math.h>
#include <string.h>

#include "mappe-evaluation-private.h"
#include "mappe-indicator.h"
#include "mappe-measure-goal.h"
#include "mappe-measure.h"

/* OUTCOMES 2: below 8 periods on a side there is a picture and no test; seasons need 12 after. */
#define LEAST_FOR_TEST 8
#define LEAST_FOR_SEASON 12
/* How many times the cases of one area are those of another, from which they are no comparison (OUTCOMES 4.6). */
#define UNLIKE_LEVELS 10

MappeEvaluation *
mappe_evaluation_ref (MappeEvaluation *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mappe_evaluation_unref (MappeEvaluation *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->areas, mappe_pooled_areas_free);
  mappe_outcome_unref (self->outcome);
  g_free (self);
}

/** mappe_evaluation_get_series: Returns: (transfer none) (nullable): the series of one of the areas */
const MappeSeries *
mappe_evaluation_get_series (const MappeEvaluation *self, MappeAreaOrder area)
{
  if (self->of == NULL)
    return NULL;
  switch (area)
    {
    case MAPPE_AREA_MEASURED:
      return self->of->series;
    case MAPPE_AREA_BUFFER:
      return self->of->buffer;
    case MAPPE_AREA_COMPARISON:
      return self->of->comparison;
    case MAPPE_AREA_BUFFER_COMPARISON:
      return self->of->buffer_comparison;
    case MAPPE_AREA_N:
    default:
      return NULL;
    }
}

/** mappe_evaluation_baseline: Returns: what the centre of a run or control chart is reckoned from: the time before the
 * start if it is long enough, else all of it */
MappeSpan
mappe_evaluation_baseline (const MappeEvaluation *self)
{
  MappeSpan all = { .from = 0, .to = self->of->series->points->len };

  return self->outcome->start != NULL && self->before[0].n >= LEAST_FOR_TEST ? self->before[0] : all;
}

/* --- what lies before and after --- */

static void
take_spans (MappeEvaluation *self)
{
  const MappeOutcome *outcome = self->outcome;

  for (MappeAreaOrder area = 0; area < MAPPE_AREA_N; area++)
    {
      const MappeSeries *series = mappe_evaluation_get_series (self, area);

      if (series == NULL)
        continue;
      self->before[area] = mappe_series_before (series, outcome->start);
      if (outcome->start != NULL)
        self->after[area] = mappe_series_after (series, outcome->start, outcome->rollout_until);
      if ((self->before[area].n > 0 && !self->before[area].shown)
          || (self->after[area].n > 0 && !self->after[area].shown))
        self->cautions |= MAPPE_CAUTION_SMALL;
    }
}

static gboolean
has_both (const MappeEvaluation *self, MappeAreaOrder area)
{
  return self->before[area].n > 0 && self->after[area].n > 0;
}

/* How many periods of each twelfth of the year a stretch has. */
static void
count_months (const MappeSeries *series, MappeSpan span, guint *of_month)
{
  memset (of_month, 0, 12 * sizeof *of_month);
  for (guint i = span.from; i < span.to; i++)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i);
      MappePeriod period = mappe_period_parse (point->period);

      if (!isnan (point->value) && !point->excluded && period.month >= 1)
        of_month[period.month - 1]++;
    }
}

/* OUTCOMES 1.2: the share of a season may differ by a quarter at most. */
static gboolean
seasons_differ (const MappeEvaluation *self)
{
  guint before[12], after[12];

  if (self->of->series->months == 0 || self->of->series->months >= 12 || !has_both (self, MAPPE_AREA_MEASURED))
    return FALSE;
  count_months (self->of->series, self->before[0], before);
  count_months (self->of->series, self->after[0], after);
  for (guint month = 0; month < 12; month += 3)
    {
      double x = before[month] + before[month + 1] + before[month + 2];
      double y = after[month] + after[month + 1] + after[month + 2];

      if (fabs (x / self->before[0].n - y / self->after[0].n) > 0.15)
        return TRUE;
    }
  return FALSE;
}

static double
mean_of (const MappeSeries *series, guint from, guint n)
{
  double sum = 0;
  guint present = 0;

  for (guint i = from; i < from + n; i++)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i);

      if (isnan (point->told) || point->excluded)
        continue;
      sum += point->told;
      present++;
    }
  return present > 0 ? sum / present : 0;
}

/* OUTCOMES 1.8: measures start where it was bad, and what was bad gets better by itself. The last year before the
 * start (a third of the time, if that is shorter) against every such stretch of the whole series. */
static gboolean
was_peak (const MappeEvaluation *self)
{
  const MappeSeries *series = self->of->series;
  guint to = self->before[0].to;
  guint year = series->months > 0 ? MAX (12 / (guint) series->months, 1) : 4;
  guint length = MIN (year, MAX (to / 3, 1));
  double last;

  if (to < 2 * length || length == 0)
    return FALSE;
  last = mean_of (series, to - length, length);
  for (guint from = 0; from + length <= series->points->len; from++)
    if ((from + length <= to - length || from >= to) && mean_of (series, from, length) >= last)
      return FALSE;
  return last > 0;
}

static gboolean
any_point (const MappeEvaluation *self, gboolean (*asks) (const MappePoint *))
{
  const GPtrArray *points = self->of->series->points;

  for (guint i = 0; i < points->len; i++)
    if (asks (g_ptr_array_index (points, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_provisional (const MappePoint *point)
{
  return point->provisional && !point->excluded;
}

static gboolean
is_gap (const MappePoint *point)
{
  return isnan (point->value);
}

static gboolean
is_left_out (const MappePoint *point)
{
  return point->excluded && !isnan (point->value);
}

static gboolean
is_impossible (const MappePoint *point)
{
  return point->impossible;
}

/* Success is what was called so before the start, not what came out well. */
static void
judge_day (MappeEvaluation *self, const char *written_on)
{
  const char *start = self->outcome->start;

  if (start != NULL && written_on == NULL)
    self->cautions |= MAPPE_CAUTION_UNDATED;
  else if (start != NULL && strcmp (written_on, start) > 0)
    self->cautions |= MAPPE_CAUTION_LATE;
}

static void
judge_data (MappeEvaluation *self)
{
  const MappeOutcome *outcome = self->outcome;
  guint n_before = self->before[0].n, n_after = self->after[0].n;

  self->cautions |= outcome->start == NULL ? MAPPE_CAUTION_NO_START : 0;
  self->cautions |= outcome->start != NULL && n_before == 0 ? MAPPE_CAUTION_NO_BEFORE : 0;
  self->cautions |= n_before > 0 && n_before < LEAST_FOR_TEST ? MAPPE_CAUTION_TOO_FEW_BEFORE : 0;
  self->cautions |= outcome->start != NULL && n_after < LEAST_FOR_TEST ? MAPPE_CAUTION_TOO_FEW_AFTER : 0;
  if (n_before >= LEAST_FOR_TEST && n_after >= LEAST_FOR_TEST && self->of->series->months == 1
      && n_after < LEAST_FOR_SEASON)
    self->cautions |= MAPPE_CAUTION_NO_SEASON;
  self->cautions |= seasons_differ (self) ? MAPPE_CAUTION_SEASONS : 0;
  self->cautions |= n_after > 0 && was_peak (self) ? MAPPE_CAUTION_PEAK : 0;
  self->cautions |= outcome->start != NULL && self->after[0].from > self->before[0].to ? MAPPE_CAUTION_TRANSITION : 0;
  self->cautions |= any_point (self, is_provisional) ? MAPPE_CAUTION_PROVISIONAL : 0;
  self->cautions |= any_point (self, is_impossible) ? MAPPE_CAUTION_IMPOSSIBLE : 0;
  self->cautions |= any_point (self, is_gap) ? MAPPE_CAUTION_GAPS : 0;
  self->cautions |= any_point (self, is_left_out) ? MAPPE_CAUTION_LEFT_OUT : 0;
  if (mappe_series_overlaps (self->of->series))
    self->cautions |= MAPPE_CAUTION_OVERLAP;
  else if (self->kind == MAPPE_EVALUATION_COUNT
           && ((n_before > 0 && self->before[0].months == 0) || (n_after > 0 && self->after[0].months == 0)))
    self->cautions |= MAPPE_CAUTION_UNEVEN;
  if (g_strcmp0 (mappe_row_get_text (self->of->series->indicator, MAPPE_INDICATOR_SOURCE_KIND), "police") == 0)
    self->cautions |= MAPPE_CAUTION_POLICE;
  judge_day (self, mappe_row_get_text (self->of->series->indicator, MAPPE_INDICATOR_DEFINED_ON));
}

/* --- cases --- */

/* Returns: (transfer full): all values, those of the roll-out and what is left out as gaps (OUTCOMES 1.7) */
static double *
values_of_model (const MappeEvaluation *self, gsize *n)
{
  MappeSpan all = { .from = 0, .to = self->of->series->points->len };
  double *values = mappe_series_values (self->of->series, all, n);

  for (guint i = self->before[0].to; i < self->after[0].from; i++)
    values[i] = NAN;
  return values;
}

/* OUTCOMES 2 and 4.8: a picture from 3 and 3 periods on, said only from 8 and 8. */
static void
fit_line (MappeEvaluation *self)
{
  gsize n;
  g_autofree double *values = values_of_model (self, &n);
  gsize start = self->after[0].from + 1;

  self->line = mappe_interrupted_linear (values, n, start, mappe_interrupted_lag (n), FALSE);
}

/* OUTCOMES 4.9: seasons need two years before and one after. */
static void
fit_counts (MappeEvaluation *self)
{
  gsize n;
  g_autofree double *values = values_of_model (self, &n);
  const MappePoint *first = g_ptr_array_index (self->of->series->points, 0);
  MappeInterruptedCountCase given = {
    .series = values, .n = n, .start = self->after[0].from + 1, .harmonics = 2,
    .first_month = (guint) mappe_period_parse (first->period).month,
  };

  self->model = mappe_interrupted_counts (&given);
}

/* OUTCOMES 1.6: of the model of the months where there is one, else of the periods before; the usual 2 without periods
 * to reckon it from, never below 1. */
static void
find_phi (MappeEvaluation *self)
{
  gsize n, n_present = 0;
  g_autofree double *values = mappe_series_values (self->of->series, self->before[0], &n);
  double mean;

  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      values[n_present++] = values[i];
  mean = mappe_stats_mean (values, n_present);
  self->phi = 2;
  if (self->of->series->months == 0)
    return;
  if (self->model.phi > 0)
    self->phi = MAX (1, self->model.phi);
  else if (n_present >= LEAST_FOR_TEST && mean > 0)
    self->phi = MAX (1, mappe_stats_variance (values, n_present) / mean);
  else
    return;
  self->phi_of_periods = TRUE;
}

/** mappe_evaluation_verdict: Returns: what @interval says if there was no change at @none */
MappeOutcomeVerdict
mappe_evaluation_verdict (MappeInterval interval, double none)
{
  if (isnan (interval.lo) || isnan (interval.hi))
    return MAPPE_OUTCOME_VERDICT_NONE;
  if (interval.hi < none)
    return MAPPE_OUTCOME_VERDICT_FEWER;
  return interval.lo > none ? MAPPE_OUTCOME_VERDICT_MORE : MAPPE_OUTCOME_VERDICT_UNCLEAR;
}

static gboolean
can_test (const MappeEvaluation *self)
{
  return (self->cautions & (MAPPE_CAUTION_TOO_FEW_BEFORE | MAPPE_CAUTION_TOO_FEW_AFTER | MAPPE_CAUTION_NO_BEFORE
                            | MAPPE_CAUTION_NO_START)) == 0;
}

static double
length_of (MappeSpan span)
{
  return span.months > 0 ? span.months : (double) span.n;
}

/* The interval with phi is one of logarithms, which a 0 has none of. As if there were 1/phi of the cases, the score
 * interval is wide enough and has an end (OUTCOMES 4.3). */
static MappeInterval
interval_of_zero (MappeRateRatioCase given)
{
  given.x1 = floor (given.x1 / given.phi);
  given.x0 = floor (given.x0 / given.phi);
  return mappe_rate_ratio (&given).score;
}

static void
compare_alone (MappeEvaluation *self)
{
  MappeSpan before = self->before[0], after = self->after[0];
  MappeRateRatioCase given = {
    .x1 = after.sum, .t1 = length_of (after), .x0 = before.sum, .t0 = length_of (before),
    .conf = MAPPE_STATS_CONFIDENCE, .phi = self->phi,
  };

  self->ratio = mappe_rate_ratio (&given);
  if (self->ratio.status == MAPPE_STATS_ZERO_BEFORE || self->ratio.status == MAPPE_STATS_ZERO_AFTER)
    self->ratio.inflated = interval_of_zero (given);
  if (can_test (self))
    self->verdict = mappe_evaluation_verdict (self->ratio.inflated, 1);
}

static MappeZone
zone_of (const MappeEvaluation *self, MappeAreaOrder area)
{
  if (!has_both (self, area))
    return (MappeZone) { NAN, NAN, 1 };
  return (MappeZone) { self->before[area].sum, self->after[area].sum, 1 };
}

/* RES works on rates: counts of unequal times are brought to the length of the time after. */
static void
compare_ratios (MappeEvaluation *self)
{
  MappeEffectCase given = {
    .a = self->before[MAPPE_AREA_MEASURED].sum, .b = self->after[MAPPE_AREA_MEASURED].sum,
    .c = self->before[MAPPE_AREA_COMPARISON].sum, .d = self->after[MAPPE_AREA_COMPARISON].sum,
    .inflation = self->phi_of_periods ? MAPPE_INFLATION_NUMBER : MAPPE_INFLATION_X2, .phi = self->phi,
    .conf = MAPPE_STATS_CONFIDENCE,
  };

  /* The lengths of time cancel out in a d / (b c), since mappe_outcome_load() gives both areas the same periods. */
  self->effect = mappe_relative_effect (&given);
}

static void
compare_differences (MappeEvaluation *self)
{
  double after = length_of (self->after[0]);
  MappeWddCase given = {
    .measure = zone_of (self, MAPPE_AREA_MEASURED), .comparison = zone_of (self, MAPPE_AREA_COMPARISON),
    .buffer = { NAN, NAN, 1 }, .buffer_comparison = { NAN, NAN, 1 },
    .weight_before = length_of (self->before[0]), .weight_after = after, .phi = self->phi,
    .conf = MAPPE_STATS_CONFIDENCE,
  };

  self->local = mappe_wdd (&given);
  given.buffer = zone_of (self, MAPPE_AREA_BUFFER);
  given.buffer_comparison = zone_of (self, MAPPE_AREA_BUFFER_COMPARISON);
  self->wdd = mappe_wdd (&given);
  self->fewer = -self->local.total * after;
  self->fewer_interval = (MappeInterval) { -self->local.interval.hi * after, -self->local.interval.lo * after };
  self->expected = self->after[0].sum + self->fewer;
  if (has_both (self, MAPPE_AREA_BUFFER))
    self->wdq = mappe_wdq (&given.measure, &given.buffer, &given.comparison);
}

/* Both ways of reckoning must point the same way: OUTCOMES 4.6. */
static void
compare_with_comparison (MappeEvaluation *self)
{
  MappeOutcomeVerdict by_difference, by_ratio;
  MappeInterval ratio;

  compare_ratios (self);
  compare_differences (self);
  if (!can_test (self))
    return;
  by_difference = mappe_evaluation_verdict (self->local.interval, 0);
  ratio = (MappeInterval) { 1 / self->effect.interval.hi, 1 / self->effect.interval.lo };
  by_ratio = mappe_evaluation_verdict (ratio, 1);
  self->verdict = by_difference == by_ratio ? by_difference : MAPPE_OUTCOME_VERDICT_UNCLEAR;
  if (by_difference != by_ratio)
    self->cautions |= MAPPE_CAUTION_DISAGREE;
}

/* Somebody must have judged it so, and the level before must not differ by a digit: 100 against 10 is no comparison
 * (OUTCOMES 4.6). */
static gboolean
is_similar (const MappeEvaluation *self)
{
  const MappeSeries *series = self->of->comparison;
  double here = self->before[MAPPE_AREA_MEASURED].sum, there = self->before[MAPPE_AREA_COMPARISON].sum;

  if (series == NULL || mappe_row_get_int (series->indicator, MAPPE_INDICATOR_SIMILAR) == 0)
    return FALSE;
  return !has_both (self, MAPPE_AREA_COMPARISON)
         || MAX (here, there) < UNLIKE_LEVELS * MAX (MIN (here, there), 1);
}

/* Figures that are no counts have neither Poisson intervals nor ratios of counts. */
static const char *const methods_of_values[] = { "run_chart", "xmr", "mann_kendall", "its", NULL };
/* Counts of unlike periods are no series. */
static const char *const methods_of_totals[] = { "poisson_ci", "rate_ratio", "poisson_z", "res", "wdd", "wdq", NULL };
/** mappe_evaluation_keep_methods: Takes all methods but those of @fit out of @grade. */
void
mappe_evaluation_keep_methods (MappeEvidence *grade, const char *const *fit)
{
  guint n = 0;

  for (guint i = 0; i < grade->n_methods; i++)
    if (g_strv_contains (fit, grade->methods[i]))
      grade->methods[n++] = grade->methods[i];
  grade->n_methods = n;
}

static void
grade_series (MappeEvaluation *self)
{
  const MappeRow *measure = self->outcome->measure;
  gboolean control = has_both (self, MAPPE_AREA_COMPARISON)
                     || (self->of->comparison != NULL && self->before[0].n == 0
                         && self->after[MAPPE_AREA_COMPARISON].n > 0);
  gboolean can_compare = self->outcome->start != NULL
                         && (self->cautions & (MAPPE_CAUTION_OVERLAP | MAPPE_CAUTION_UNEVEN)) == 0;
  MappeEvidenceDesign given = {
    .kind = MAPPE_EVIDENCE_COUNT,
    .has_before = can_compare && self->before[0].n > 0, .has_after = can_compare && self->after[0].n > 0,
    .n_pre = self->before[0].n, .n_post = self->after[0].n,
    .has_control = control, .control_similar = control && is_similar (self),
    .has_buffer = has_both (self, MAPPE_AREA_BUFFER),
    .n_units_t = 1, .n_units_c = control ? 1 : 0,
    .random = measure != NULL && mappe_row_get_int (measure, MAPPE_MEASURE_RANDOM_ALLOCATION) != 0,
    .adjusted = measure != NULL && mappe_row_get_int (measure, MAPPE_MEASURE_ADJUSTED) != 0,
  };

  self->grade = mappe_evidence_grade (&given);
  if (control && !given.control_similar && self->grade.level == 2)
    {
      given.has_control = FALSE;
      self->grade = mappe_evidence_grade (&given);
    }
  if (self->kind == MAPPE_EVALUATION_MEASURED)
    mappe_evaluation_keep_methods (&self->grade, methods_of_values);
  else if (self->of->series->months == 0)
    mappe_evaluation_keep_methods (&self->grade, methods_of_totals);
  self->has_change = given.has_before && given.has_after;
  if (control && !given.control_similar)
    self->cautions |= MAPPE_CAUTION_NOT_COMPARABLE;
}

static void
evaluate_series (MappeEvaluation *self)
{
  take_spans (self);
  judge_data (self);
  grade_series (self);
  if (has_both (self, MAPPE_AREA_MEASURED) && self->outcome->start != NULL && self->of->series->months > 0
      && (self->cautions & (MAPPE_CAUTION_SMALL | MAPPE_CAUTION_OVERLAP)) == 0)
    fit_line (self);
  if (self->kind != MAPPE_EVALUATION_COUNT || !self->has_change)
    return;
  if (self->of->series->months == 1 && self->before[0].n >= 24 && self->after[0].n >= LEAST_FOR_SEASON)
    fit_counts (self);
  self->cautions |= mappe_evaluation_is_dependent (self) ? MAPPE_CAUTION_NARROW : 0;
  find_phi (self);
  compare_alone (self);
  if (has_both (self, MAPPE_AREA_COMPARISON) && is_similar (self))
    compare_with_comparison (self);
}

/* --- goals --- */

static void
evaluate_goals (MappeEvaluation *self)
{
  const GPtrArray *goals = self->outcome->goals;
  g_autofree double *weights = g_new (double, MAX (goals->len, 1));
  g_autofree double *levels = g_new (double, MAX (goals->len, 1));
  MappeEvidenceDesign given = { .kind = MAPPE_EVIDENCE_GOAL, .n_units_t = 1 };
  gsize n = 0;

  for (guint i = 0; i < goals->len; i++)
    {
      const MappeRow *goal = g_ptr_array_index (goals, i);

      judge_day (self, mappe_row_get_text (goal, MAPPE_MEASURE_GOAL_WRITTEN_ON));
      if (mappe_row_is_null (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL))
        continue;
      weights[n] = mappe_row_is_null (goal, MAPPE_MEASURE_GOAL_WEIGHT)
                       ? 1 : mappe_row_get_real (goal, MAPPE_MEASURE_GOAL_WEIGHT);
      levels[n++] = (double) mappe_row_get_int (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL);
    }
  self->grade = mappe_evidence_grade (&given);
  self->goals = mappe_goal_attainment (weights, levels, n, MAPPE_GOAL_CORRELATION);
}

/* --- all of it --- */

static MappeEvaluationKind
kind_of (const MappeOutcomeCase *of)
{
  if (of == NULL)
    return MAPPE_EVALUATION_GOALS;
  if (of->surveys->len > 0)
    return MAPPE_EVALUATION_SURVEY;
  return mappe_series_is_count (of->series) ? MAPPE_EVALUATION_COUNT : MAPPE_EVALUATION_MEASURED;
}

/**
 * mappe_evaluation_new:
 * @outcome: what is recorded
 * @of: (nullable): an indicator of it; %NULL for its goals
 *
 * Finds out what data there is and reckons what may be said of it (OUTCOMES 2).
 */
MappeEvaluation *
mappe_evaluation_new (MappeOutcome *outcome, const MappeOutcomeCase *of)
{
  MappeEvaluation *self = g_new0 (MappeEvaluation, 1);

  g_atomic_ref_count_init (&self->references);
  self->outcome = mappe_outcome_ref (outcome);
  self->of = of;
  self->kind = kind_of (of);
  self->phi = 1;
  if (self->kind == MAPPE_EVALUATION_GOALS)
    evaluate_goals (self);
  else if (self->kind == MAPPE_EVALUATION_SURVEY)
    mappe_evaluation_of_answers (self);
  else
    evaluate_series (self);
  return self;
}

static GPtrArray *
evaluate_cases (MappeOutcome *outcome)
{
  GPtrArray *evaluations = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_evaluation_unref);

  for (guint i = 0; i < outcome->cases->len; i++)
    g_ptr_array_add (evaluations, mappe_evaluation_new (outcome, g_ptr_array_index (outcome->cases, i)));
  return evaluations;
}

/* Only what is pooled over measures: what is said of each stands with each. */
static GPtrArray *
list_of_project (MappeOutcome *project)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_evaluation_unref);

  for (guint i = 0; i < project->parts->len; i++)
    g_ptr_array_extend_and_steal (all, evaluate_cases (g_ptr_array_index (project->parts, i)));
  return mappe_evaluation_pool (project, all);
}

/* The areas together stand before the first of them. */
static void
insert_pooled (GPtrArray *evaluations, MappeEvaluation *pooled)
{
  guint at = 0;

  while (at < evaluations->len && ((MappeEvaluation *) g_ptr_array_index (evaluations, at))->of != pooled->of)
    at++;
  g_ptr_array_insert (evaluations, (int) at, mappe_evaluation_ref (pooled));
}

/** mappe_evaluation_list: Returns: (transfer full) (element-type MappeEvaluation): of each indicator, before the first
 * of several areas of all of them together; then of the goals if there are any. Of a project what is pooled over its
 * measures. */
GPtrArray *
mappe_evaluation_list (MappeOutcome *outcome)
{
  GPtrArray *evaluations;
  g_autoptr (GPtrArray) pooled = NULL;

  if (outcome->parts != NULL)
    return list_of_project (outcome);
  evaluations = evaluate_cases (outcome);
  pooled = mappe_evaluation_pool (outcome, evaluations);
  for (guint i = 0; i < pooled->len; i++)
    insert_pooled (evaluations, g_ptr_array_index (pooled, i));
  if (outcome->goals->len > 0)
    g_ptr_array_add (evaluations, mappe_evaluation_new (outcome, NULL));
  return evaluations;
}
