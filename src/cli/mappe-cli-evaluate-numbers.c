/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-json.h"
#include "mappe-cli-outcome.h"
#include "mappe-evaluation.h"

/* The figures behind the sentences, for other programs: without locale, null where there is none, and none that the
 * sentences and "How was this computed?" would not show (OUTCOMES 8). */

static const char *const area_names[MAPPE_AREA_N] = { "measure", "buffer", "comparison", "buffer_comparison" };

static void
add_estimate (MappeJson *json, const char *name, double value, MappeInterval interval)
{
  mappe_json_open (json, name, '{');
  mappe_json_number (json, "value", value);
  mappe_json_number (json, "lo", interval.lo);
  mappe_json_number (json, "hi", interval.hi);
  mappe_json_close (json);
}

/* --- what lies before and after --- */

static void
add_span (MappeJson *json, const char *name, const MappeSeries *series, MappeSpan span)
{
  gboolean is_count = mappe_series_is_count (series);
  const MappePoint *first = span.n > 0 ? g_ptr_array_index (series->points, span.from) : NULL;
  const MappePoint *last = span.n > 0 ? g_ptr_array_index (series->points, span.to - 1) : NULL;

  mappe_json_open (json, name, '{');
  mappe_json_text (json, "from", first != NULL ? first->first : NULL);
  mappe_json_text (json, "to", last != NULL ? last->last : NULL);
  mappe_json_int (json, "periods", span.n);
  mappe_json_number (json, "months", span.months > 0 ? span.months : NAN);
  if (is_count)
    mappe_json_number (json, "sum", span.n > 0 && span.shown ? span.sum : NAN);
  else
    mappe_json_number (json, "mean", span.n > 0 ? span.sum / span.n : NAN);
  if (!span.shown)
    mappe_json_int (json, "below", series->threshold);
  mappe_json_close (json);
}

static void
add_areas (MappeJson *json, const MappeEvaluation *of)
{
  mappe_json_open (json, "areas", '{');
  for (MappeAreaOrder area = 0; area < MAPPE_AREA_N; area++)
    {
      const MappeSeries *series = mappe_evaluation_get_series (of, area);

      if (series == NULL)
        continue;
      mappe_json_open (json, area_names[area], '{');
      add_span (json, "before", series, of->before[area]);
      add_span (json, "after", series, of->after[area]);
      mappe_json_close (json);
    }
  mappe_json_close (json);
}

/* --- results --- */

static void
add_dependence (MappeJson *json, MappeDependence found)
{
  mappe_json_open (json, "residual_autocorrelation", '{');
  mappe_json_number (json, "neighbours", found.neighbours);
  mappe_json_number (json, "year", found.year);
  mappe_json_bool (json, "too_strong", found.is_strong);
  mappe_json_close (json);
}

static void
add_line (MappeJson *json, const MappeEvaluation *of)
{
  const MappeInterrupted *line = &of->line;

  if (line->status != MAPPE_STATS_OK || line->n_pre == 0)
    return;
  mappe_json_open (json, "its", '{');
  mappe_json_number (json, "jump", line->b[MAPPE_INTERRUPTED_JUMP]);
  mappe_json_number (json, "jump_se", line->nw[MAPPE_INTERRUPTED_JUMP]);
  mappe_json_number (json, "slope_change", line->b[MAPPE_INTERRUPTED_SLOPE_CHANGE]);
  mappe_json_number (json, "slope_change_se", line->nw[MAPPE_INTERRUPTED_SLOPE_CHANGE]);
  mappe_json_int (json, "lag", (gint64) mappe_interrupted_lag (of->of->series->points->len));
  mappe_json_number (json, "expected_last", line->expected_last);
  mappe_json_number (json, "effect_last", line->effect_last);
  mappe_json_number (json, "durbin_watson", line->durbin_watson);
  add_dependence (json, mappe_evaluation_line_dependence (of));
  mappe_json_close (json);
}

static void
add_model (MappeJson *json, const MappeEvaluation *of)
{
  const MappeInterruptedCount *model = &of->model;

  if ((model->status != MAPPE_STATS_OK && model->status != MAPPE_STATS_OK_SHORT) || !(model->phi > 0))
    return;
  mappe_json_open (json, "its_glm", '{');
  add_estimate (json, "ratio", model->ratio, model->safe);
  mappe_json_number (json, "phi", model->phi);
  mappe_json_number (json, "trend_year", model->trend_year);
  add_dependence (json, mappe_evaluation_model_dependence (of));
  mappe_json_close (json);
}

static void
add_comparison (MappeJson *json, const MappeEvaluation *of)
{
  gboolean has_buffer = of->before[MAPPE_AREA_BUFFER].n > 0;

  mappe_json_number (json, "expected", of->expected);
  add_estimate (json, "fewer", of->fewer, of->fewer_interval);
  add_estimate (json, "res", of->effect.res, of->effect.interval);
  add_estimate (json, "wdd_local", of->local.total, of->local.interval);
  if (has_buffer)
    add_estimate (json, "wdd", of->wdd.total, of->wdd.interval);
  if (has_buffer && of->wdq.success < 0)
    mappe_json_number (json, "wdq", of->wdq.wdq);
}

static void
add_series (MappeJson *json, const MappeEvaluation *of)
{
  add_areas (json, of);
  if ((of->cautions & (MAPPE_CAUTION_SMALL | MAPPE_CAUTION_OVERLAP)) != 0 || of->grade.level < 2 || !of->has_change)
    return;
  if (of->kind == MAPPE_EVALUATION_COUNT)
    {
      mappe_json_number (json, "phi", of->phi);
      mappe_json_bool (json, "phi_of_periods", of->phi_of_periods);
      add_estimate (json, "rate_ratio", of->ratio.ratio, of->ratio.inflated);
    }
  if (of->kind == MAPPE_EVALUATION_COUNT && of->grade.level >= 3)
    add_comparison (json, of);
  add_line (json, of);
  if (of->kind == MAPPE_EVALUATION_COUNT)
    add_model (json, of);
}

static void
add_survey (MappeJson *json, const MappeEvaluation *of)
{
  if (of->share_after.status == MAPPE_STATS_SUPPRESS || !(of->n_after > 0)
      || (of->has_change && of->share_before.status == MAPPE_STATS_SUPPRESS))
    return;
  if (of->has_change)
    mappe_json_number (json, "n_before", of->n_before);
  mappe_json_number (json, "n_after", of->n_after);
  mappe_json_bool (json, "same_persons", of->is_paired);
  if (of->is_paired)
    {
      mappe_json_number (json, "share_before", of->paired.before);
      mappe_json_number (json, "share_after", of->paired.after);
      add_estimate (json, "difference", of->paired.diff, of->paired.tango);
      return;
    }
  if (of->has_change)
    add_estimate (json, "share_before", of->share_before.p, of->share_before.wilson);
  add_estimate (json, "share_after", of->share_after.p, of->share_after.wilson);
  if (of->has_change)
    add_estimate (json, "difference", of->difference.diff, of->difference.score);
  if (of->grade.level < 3)
    return;
  mappe_json_number (json, "n_comparison_before", of->n_elsewhere_before);
  mappe_json_number (json, "n_comparison_after", of->n_elsewhere_after);
  add_estimate (json, "share_comparison_before", of->elsewhere_before.p, of->elsewhere_before.wilson);
  add_estimate (json, "share_comparison_after", of->elsewhere_after.p, of->elsewhere_after.wilson);
  add_estimate (json, "did", of->did.did, of->did.interval);
}

/* --- several areas --- */

static void
add_pooled_effect (MappeJson *json, const char *name, const MappePooledEffect *effect)
{
  add_estimate (json, name, exp (effect->estimate),
                (MappeInterval) { exp (effect->interval.lo), exp (effect->interval.hi) });
}

static void
add_members (MappeJson *json, const MappePooledAreas *areas)
{
  mappe_json_open (json, "members", '[');
  for (guint i = 0; i < areas->members->len; i++)
    {
      const MappeEvaluation *member = g_ptr_array_index (areas->members, i);

      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "place", mappe_series_place (member->of->series));
      mappe_json_bool (json, "pooled", g_ptr_array_find (areas->pooled, member, NULL));
      add_series (json, member);
      mappe_json_close (json);
    }
  mappe_json_close (json);
}

static void
add_pooling (MappeJson *json, const MappeEvaluation *of)
{
  const MappePooledAreas *areas = of->areas;

  mappe_json_int (json, "pooled_areas", areas->pooled->len);
  mappe_json_int (json, "comparison_areas", areas->n_comparisons);
  mappe_json_bool (json, "random", areas->random);
  mappe_json_bool (json, "adjusted", areas->adjusted);
  add_pooled_effect (json, "meta", &areas->pooling.random);
  add_pooled_effect (json, "meta_fixed", &areas->pooling.fixed);
  mappe_json_number (json, "tau2", areas->pooling.tau2);
  mappe_json_number (json, "i2", areas->pooling.i2);
  mappe_json_number (json, "q", areas->pooling.q);
  add_estimate (json, "fewer", of->fewer, of->fewer_interval);
  add_members (json, areas);
}

/** mappe_cli_add_numbers: Adds "numbers": what was reckoned, as far as it may be shown. */
void
mappe_cli_add_numbers (MappeJson *json, const MappeEvaluation *evaluation)
{
  mappe_json_open (json, "numbers", '{');
  if (evaluation->kind == MAPPE_EVALUATION_GOALS)
    mappe_json_number (json, "goal_attainment", evaluation->goals.t);
  else if (evaluation->kind == MAPPE_EVALUATION_SURVEY)
    add_survey (json, evaluation);
  else if (evaluation->areas != NULL)
    add_pooling (json, evaluation);
  else if (evaluation->of != NULL)
    add_series (json, evaluation);
  mappe_json_close (json);
}

/* --- what is left out --- */

static const char *
reason_of (const MappeEvaluation *of, guint i)
{
  const MappePoint *point = g_ptr_array_index (of->of->series->points, i);

  if (of->after[0].n > 0 && i >= of->before[0].to && i < of->after[0].from)
    return "roll_out";
  if (point->excluded)
    return "left_out";
  if (point->impossible)
    return "impossible";
  if (point->withheld)
    return "withheld";
  return isnan (point->value) ? "no_figure" : NULL;
}

/** mappe_cli_add_excluded: Adds "excluded": each period that is not reckoned with, and why. */
void
mappe_cli_add_excluded (MappeJson *json, const MappeEvaluation *evaluation)
{
  gboolean is_series = evaluation->kind == MAPPE_EVALUATION_COUNT || evaluation->kind == MAPPE_EVALUATION_MEASURED;
  guint n = is_series ? evaluation->of->series->points->len : 0;

  mappe_json_open (json, "excluded", '[');
  for (guint i = 0; i < n; i++)
    {
      const MappePoint *point = g_ptr_array_index (evaluation->of->series->points, i);
      const char *reason = reason_of (evaluation, i);

      if (reason == NULL)
        continue;
      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "period", point->period);
      mappe_json_text (json, "reason", reason);
      mappe_json_close (json);
    }
  mappe_json_close (json);
}

static const struct { guint caution; const char *name; } cautions[] = {
  { MAPPE_CAUTION_NO_START, "no_start" },
  { MAPPE_CAUTION_NO_BEFORE, "no_before" },
  { MAPPE_CAUTION_TOO_FEW_BEFORE, "too_few_before" },
  { MAPPE_CAUTION_TOO_FEW_AFTER, "too_few_after" },
  { MAPPE_CAUTION_NO_SEASON, "no_season" },
  { MAPPE_CAUTION_SEASONS, "seasons" },
  { MAPPE_CAUTION_PEAK, "peak" },
  { MAPPE_CAUTION_NOT_COMPARABLE, "not_comparable" },
  { MAPPE_CAUTION_DISAGREE, "disagree" },
  { MAPPE_CAUTION_TRANSITION, "transition" },
  { MAPPE_CAUTION_LEFT_OUT, "left_out" },
  { MAPPE_CAUTION_PROVISIONAL, "provisional" },
  { MAPPE_CAUTION_GAPS, "gaps" },
  { MAPPE_CAUTION_LATE, "late" },
  { MAPPE_CAUTION_UNDATED, "undated" },
  { MAPPE_CAUTION_SMALL, "small" },
  { MAPPE_CAUTION_SMALL_GROUP, "small_group" },
  { MAPPE_CAUTION_POLICE, "police" },
  { MAPPE_CAUTION_OVERLAP, "overlap" },
  { MAPPE_CAUTION_UNEVEN, "uneven" },
  { MAPPE_CAUTION_NOT_ASKED, "not_asked" },
  { MAPPE_CAUTION_FEW_ASKED, "few_asked" },
  { MAPPE_CAUTION_QUESTIONS, "questions" },
  { MAPPE_CAUTION_FEW_AREAS, "few_areas" },
  { MAPPE_CAUTION_AREAS_DIFFER, "areas_differ" },
  { MAPPE_CAUTION_AREAS_LEFT_OUT, "areas_left_out" },
  { MAPPE_CAUTION_AREAS_SHARE, "areas_share" },
  { MAPPE_CAUTION_NARROW, "narrow" },
  { MAPPE_CAUTION_IMPOSSIBLE, "impossible" },
};

/** mappe_cli_add_cautions: Adds "cautions": their stable names; those of the sentences are in words. */
void
mappe_cli_add_cautions (MappeJson *json, const MappeEvaluation *evaluation)
{
  mappe_json_open (json, "cautions", '[');
  for (guint i = 0; i < G_N_ELEMENTS (cautions); i++)
    if ((evaluation->cautions & cautions[i].caution) != 0)
      mappe_json_text (json, NULL, cautions[i].name);
  mappe_json_close (json);
}
