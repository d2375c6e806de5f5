/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-outcome-chart-private.h"
#include "mappe-series-mark.h"
#include "mappe-survey-result.h"

/* --- names --- */

static const struct { const char *word; const char *label; } names[MAPPE_OUTCOME_CHART_N] = {
  [MAPPE_OUTCOME_CHART_RUN] = { "run", N_("Run chart") },
  [MAPPE_OUTCOME_CHART_CONTROL] = { "control", N_("Control chart") },
  [MAPPE_OUTCOME_CHART_INDEX] = { "index", N_("Index lines") },
  [MAPPE_OUTCOME_CHART_CHANGE] = { "change", N_("Before and after") },
  [MAPPE_OUTCOME_CHART_INTERRUPTED] = { "its", N_("Interrupted series") },
  [MAPPE_OUTCOME_CHART_LIKERT] = { "likert", N_("Answers") },
  [MAPPE_OUTCOME_CHART_FOREST] = { "forest", N_("Effects compared") },
  [MAPPE_OUTCOME_CHART_DISPLACEMENT] = { "displacement", N_("Displacement") },
  [MAPPE_OUTCOME_CHART_SEASON] = { "season", N_("Seasons") },
  [MAPPE_OUTCOME_CHART_CUMULATED] = { "cumulated", N_("Cumulated difference") },
  [MAPPE_OUTCOME_CHART_GOALS] = { "goals", N_("Goal ladder") },
  [MAPPE_OUTCOME_CHART_FUNNEL] = { "funnel", N_("Areas and the common rate") },
  [MAPPE_OUTCOME_CHART_MULTIPLES] = { "multiples", N_("Each area") },
};

/** mappe_outcome_chart_word: Returns: (transfer none): its word on the command line, e.g. "run" */
const char *
mappe_outcome_chart_word (MappeOutcomeChart kind)
{
  return names[kind].word;
}

/** mappe_outcome_chart_from_word: Returns: whether @word is the word of a chart */
gboolean
mappe_outcome_chart_from_word (const char *word, MappeOutcomeChart *kind)
{
  for (*kind = 0; *kind < MAPPE_OUTCOME_CHART_N; (*kind)++)
    if (g_strcmp0 (names[*kind].word, word) == 0)
      return TRUE;
  return FALSE;
}

/** mappe_outcome_chart_label: Returns: (transfer none): its name for people */
const char *
mappe_outcome_chart_label (MappeOutcomeChart kind, const MappeLanguage *language)
{
  return mappe_language_text (language, names[kind].label);
}

/* --- which ones there are --- */

static guint
present (const MappeSeries *series)
{
  guint n = 0;

  for (guint i = 0; i < series->points->len; i++)
    n += !isnan (((MappePoint *) g_ptr_array_index (series->points, i))->value);
  return n;
}

static gboolean
sums_are_shown (const MappeEvaluation *self, MappeAreaOrder area)
{
  return self->before[area].n > 0 && self->after[area].n > 0 && self->before[area].shown && self->after[area].shown;
}

static gboolean
has_answers (const MappeEvaluation *self)
{
  for (guint i = 0; i < self->of->surveys->len; i++)
    if (!mappe_row_is_null (g_ptr_array_index (self->of->surveys, i), MAPPE_SURVEY_RESULT_COUNTS))
      return TRUE;
  return FALSE;
}

static gboolean
allows_series (const MappeEvaluation *self, MappeOutcomeChart kind)
{
  const MappeSeries *series = self->of->series;
  gboolean compared = self->grade.level >= 3;

  switch (kind)
    {
    case MAPPE_OUTCOME_CHART_RUN:
      return present (series) > 0;
    case MAPPE_OUTCOME_CHART_CONTROL:
      return present (series) >= 3 && (self->cautions & MAPPE_CAUTION_SMALL) == 0;
    case MAPPE_OUTCOME_CHART_INDEX:
      return compared && self->kind == MAPPE_EVALUATION_COUNT && sums_are_shown (self, MAPPE_AREA_MEASURED)
             && sums_are_shown (self, MAPPE_AREA_COMPARISON);
    case MAPPE_OUTCOME_CHART_CHANGE:
      return self->kind == MAPPE_EVALUATION_COUNT && series->months > 0 && sums_are_shown (self, MAPPE_AREA_MEASURED);
    case MAPPE_OUTCOME_CHART_INTERRUPTED:
      return self->line.n_pre > 0 &&
             (self->line.status == MAPPE_STATS_OK || self->line.status == MAPPE_STATS_OK_SHORT);
    case MAPPE_OUTCOME_CHART_FOREST:
      return compared && self->kind == MAPPE_EVALUATION_COUNT && sums_are_shown (self, MAPPE_AREA_MEASURED);
    case MAPPE_OUTCOME_CHART_DISPLACEMENT:
      return compared && self->kind == MAPPE_EVALUATION_COUNT && sums_are_shown (self, MAPPE_AREA_BUFFER)
             && sums_are_shown (self, MAPPE_AREA_MEASURED) && sums_are_shown (self, MAPPE_AREA_COMPARISON);
    case MAPPE_OUTCOME_CHART_SEASON:
      return series->months == 1 && present (series) > 12;
    case MAPPE_OUTCOME_CHART_CUMULATED:
      return self->has_change && !mappe_series_hides (series);
    case MAPPE_OUTCOME_CHART_FUNNEL:
      return mappe_outcome_chart_n_quarters (self) >= 3;
    case MAPPE_OUTCOME_CHART_MULTIPLES:
      return mappe_outcome_chart_n_multiples (self) > 0;
    case MAPPE_OUTCOME_CHART_LIKERT:
    case MAPPE_OUTCOME_CHART_GOALS:
    case MAPPE_OUTCOME_CHART_N:
    default:
      return FALSE;
    }
}

static gboolean
allows (const MappeEvaluation *self, MappeOutcomeChart kind)
{
  if (self->kind == MAPPE_EVALUATION_GOALS)
    return kind == MAPPE_OUTCOME_CHART_GOALS && self->outcome->goals->len > 0;
  if (self->areas != NULL)
    return kind == MAPPE_OUTCOME_CHART_FOREST;
  if (self->kind != MAPPE_EVALUATION_SURVEY)
    return allows_series (self, kind);
  if (kind == MAPPE_OUTCOME_CHART_LIKERT)
    return has_answers (self);
  if (kind == MAPPE_OUTCOME_CHART_CHANGE)
    return self->n_after > 0;
  return kind == MAPPE_OUTCOME_CHART_RUN && present (self->of->series) > 0;
}

/* OUTCOMES 2: the chart that fits the claim best. */
static MappeOutcomeChart
first_choice (const MappeEvaluation *self)
{
  if (self->areas != NULL)
    return MAPPE_OUTCOME_CHART_FOREST;
  if (self->kind == MAPPE_EVALUATION_SURVEY)
    return allows (self, MAPPE_OUTCOME_CHART_LIKERT) ? MAPPE_OUTCOME_CHART_LIKERT : MAPPE_OUTCOME_CHART_CHANGE;
  if (self->grade.level >= 3 && allows (self, MAPPE_OUTCOME_CHART_INDEX))
    return MAPPE_OUTCOME_CHART_INDEX;
  return MAPPE_OUTCOME_CHART_RUN;
}

/**
 * mappe_outcome_chart_kinds:
 * @kinds: (out caller-allocates) (array fixed-size=13): the charts its data allow, the one that fits best first
 *
 * Returns: how many
 */
guint
mappe_outcome_chart_kinds (const MappeEvaluation *evaluation, MappeOutcomeChart *kinds)
{
  MappeOutcomeChart first = first_choice (evaluation);
  guint n = 0;

  if (allows (evaluation, first))
    kinds[n++] = first;
  for (MappeOutcomeChart kind = 0; kind < MAPPE_OUTCOME_CHART_N; kind++)
    if (kind != first && allows (evaluation, kind))
      kinds[n++] = kind;
  return n;
}

/**
 * mappe_outcome_chart_new:
 * @evaluation: what is shown
 * @kind: one of mappe_outcome_chart_kinds()
 * @language: (nullable): of its texts
 *
 * Returns: (transfer full) (nullable): the chart; its title is the finding, and the limit sentence stands beneath it.
 *   %NULL for a kind that the data do not allow
 */
MappeChart *
mappe_outcome_chart_new (const MappeEvaluation *evaluation, MappeOutcomeChart kind, const MappeLanguage *language)
{
  static MappeChart *(*const makers[MAPPE_OUTCOME_CHART_N]) (MappeChartFrame *) = {
    [MAPPE_OUTCOME_CHART_RUN] = mappe_outcome_chart_run,
    [MAPPE_OUTCOME_CHART_CONTROL] = mappe_outcome_chart_control,
    [MAPPE_OUTCOME_CHART_INDEX] = mappe_outcome_chart_index,
    [MAPPE_OUTCOME_CHART_CHANGE] = mappe_outcome_chart_change,
    [MAPPE_OUTCOME_CHART_INTERRUPTED] = mappe_outcome_chart_interrupted,
    [MAPPE_OUTCOME_CHART_LIKERT] = mappe_outcome_chart_likert,
    [MAPPE_OUTCOME_CHART_FOREST] = mappe_outcome_chart_forest,
    [MAPPE_OUTCOME_CHART_DISPLACEMENT] = mappe_outcome_chart_displacement,
    [MAPPE_OUTCOME_CHART_SEASON] = mappe_outcome_chart_season,
    [MAPPE_OUTCOME_CHART_CUMULATED] = mappe_outcome_chart_cumulated,
    [MAPPE_OUTCOME_CHART_GOALS] = mappe_outcome_chart_goals,
    [MAPPE_OUTCOME_CHART_FUNNEL] = mappe_outcome_chart_funnel,
    [MAPPE_OUTCOME_CHART_MULTIPLES] = mappe_outcome_chart_multiples,
  };
  MappeChartFrame frame;
  MappeChart *chart;

  if (!allows (evaluation, kind))
    return NULL;
  mappe_chart_frame_init (&frame, evaluation, language);
  chart = makers[kind] (&frame);
  mappe_chart_frame_clear (&frame);
  return chart;
}
