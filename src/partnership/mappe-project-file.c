/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-file.h"

#include "mappe-agenda-item.h"
#include "mappe-best-practice-profile.h"
#include "mappe-code.h"
#include "mappe-decision.h"
#include "mappe-gate-answer.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-prevention-programme.h"
#include "mappe-project-factors.h"
#include "mappe-project-partner.h"
#include "mappe-project.h"
#include "mappe-task.h"

static void
indicator_free (gpointer data)
{
  MappeProjectIndicator *self = data;

  mappe_listed_free (self->indicator);
  g_clear_pointer (&self->series, mappe_series_unref);
  g_clear_pointer (&self->evaluation, mappe_evaluation_unref);
  g_free (self);
}

/* --- outcomes --- */

static gboolean
load_evaluations (MappeProjectFile *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) outcomes = mappe_outcome_list (snapshot, self->project->row->id, error);

  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    {
      MappeOutcome *outcome = g_ptr_array_index (outcomes, i);
      g_autoptr (GPtrArray) evaluations = outcome->parts == NULL ? mappe_evaluation_list (outcome) : NULL;

      for (guint n = 0; evaluations != NULL && n < evaluations->len; n++)
        g_ptr_array_add (self->evaluations, mappe_evaluation_ref (g_ptr_array_index (evaluations, n)));
    }
  return outcomes != NULL;
}

static MappeEvaluation *
find_evaluation (const MappeProjectFile *self, gint64 indicator)
{
  for (guint i = 0; i < self->evaluations->len; i++)
    {
      MappeEvaluation *evaluation = g_ptr_array_index (self->evaluations, i);

      if (evaluation->of != NULL && evaluation->areas == NULL && evaluation->of->series->indicator->id == indicator)
        return mappe_evaluation_ref (evaluation);
    }
  return NULL;
}

/* @listed: (transfer full). An indicator of a measure may have been named for the project as well. */
static gboolean
add_indicator (MappeProjectFile *self, MappeSnapshot *snapshot, MappeListed *listed, GError **error)
{
  MappeProjectIndicator *indicator = g_new0 (MappeProjectIndicator, 1);

  indicator->indicator = listed;
  g_ptr_array_add (self->indicators, indicator);
  indicator->series = mappe_series_load (snapshot, listed->row->id, error);
  indicator->evaluation = find_evaluation (self, listed->row->id);
  return indicator->series != NULL;
}

static gboolean
add_indicators (MappeProjectFile *self, MappeSnapshot *snapshot, guint field, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) listed = mappe_listing_of (snapshot, &mappe_indicator_kind, field, id, MAPPE_FIELD_REFERENCE,
                                                   error);

  while (listed != NULL && listed->len > 0)
    {
      MappeListed *one = g_ptr_array_steal_index (listed, 0);
      gboolean known = field == MAPPE_INDICATOR_MEASURE
                       && mappe_row_get_int (one->row, MAPPE_INDICATOR_PROJECT) == self->project->row->id;

      if (known)
        mappe_listed_free (one);
      else if (!add_indicator (self, snapshot, one, error))
        return FALSE;
    }
  return listed != NULL;
}

static gboolean
load_indicators (MappeProjectFile *self, MappeSnapshot *snapshot, GError **error)
{
  if (!add_indicators (self, snapshot, MAPPE_INDICATOR_PROJECT, self->project->row->id, error))
    return FALSE;
  for (guint i = 0; i < self->measures->len; i++)
    {
      gint64 measure = ((MappeListed *) g_ptr_array_index (self->measures, i))->row->id;

      if (!add_indicators (self, snapshot, MAPPE_INDICATOR_MEASURE, measure, error))
        return FALSE;
    }
  return TRUE;
}

/* --- what the council decided --- */

static gboolean
holds (const GPtrArray *listed, gint64 id)
{
  for (guint i = 0; i < listed->len; i++)
    if (((MappeListed *) g_ptr_array_index (listed, i))->row->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
add_listed (GPtrArray *all, MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) listed = mappe_listing_of (snapshot, kind, field, id, MAPPE_FIELD_REFERENCE, error);

  while (listed != NULL && listed->len > 0)
    {
      MappeListed *one = g_ptr_array_steal_index (listed, 0);

      if (holds (all, one->row->id))
        mappe_listed_free (one);
      else
        g_ptr_array_add (all, one);
    }
  return listed != NULL;
}

static gboolean
load_decisions (MappeProjectFile *self, MappeSnapshot *snapshot, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      gint64 item = ((MappeListed *) g_ptr_array_index (self->items, i))->row->id;

      if (!add_listed (self->decisions, snapshot, &mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM, item, error)
          || !add_listed (self->tasks, snapshot, &mappe_task_kind, MAPPE_TASK_AGENDA_ITEM, item, error))
        return FALSE;
    }
  for (guint i = 0; i < self->decisions->len; i++)
    if (!add_listed (self->tasks, snapshot, &mappe_task_kind, MAPPE_TASK_DECISION,
                     ((MappeListed *) g_ptr_array_index (self->decisions, i))->row->id, error))
      return FALSE;
  return TRUE;
}

/* --- all --- */

static gboolean
load_codes (MappeProjectFile *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);

  self->codes = rows != NULL ? mappe_codes_new (rows) : NULL;
  return rows != NULL;
}

static gboolean
load_steps (MappeProjectFile *self, MappeSnapshot *snapshot, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_gate_answer_kind);
  g_autoptr (GPtrArray) answers = NULL;

  mappe_query_where_id (query, MAPPE_GATE_ANSWER_PROJECT, self->project->row->id);
  mappe_query_order (query, MAPPE_GATE_ANSWER_ANSWERED_ON, FALSE);
  answers = mappe_snapshot_rows (snapshot, query, error);
  if (answers != NULL)
    self->steps = mappe_project_steps_new (self->project->row, answers, self->codes, language);
  return answers != NULL;
}

static gboolean
load_programme (MappeProjectFile *self, MappeSnapshot *snapshot, GError **error)
{
  GError *cause = NULL;
  gint64 id = mappe_row_get_int (self->project->row, MAPPE_PROJECT_PROGRAMME);

  if (id > 0)
    self->programme = mappe_snapshot_load (snapshot, &mappe_prevention_programme_kind, id, &cause);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, cause);
  return FALSE;
}

static gboolean
load_factors (MappeProjectFile *self, MappeSnapshot *snapshot, const MappeLanguage *language, GError **error)
{
  self->factors = mappe_project_factors_load (snapshot, self->project->row->id, error);
  if (self->factors == NULL)
    return FALSE;
  self->chart = mappe_project_factors_chart (self->factors, mappe_row_get_text (self->project->row,
                                                                                MAPPE_PROJECT_TITLE), language);
  self->gaps = mappe_project_gaps_load (snapshot, error);
  return self->gaps != NULL;
}

static GPtrArray *
of_project (const MappeProjectFile *self, MappeSnapshot *snapshot, const MappeKind *kind, guint field, GError **error)
{
  return mappe_listing_of (snapshot, kind, field, self->project->row->id, MAPPE_FIELD_REFERENCE, error);
}

static gboolean
load_lists (MappeProjectFile *self, MappeSnapshot *snapshot, GError **error)
{
  self->measures = of_project (self, snapshot, &mappe_measure_kind, MAPPE_MEASURE_PROJECT, error);
  self->partners = self->measures != NULL ? of_project (self, snapshot, &mappe_project_partner_kind,
                                                        MAPPE_PROJECT_PARTNER_PROJECT, error) : NULL;
  self->items = self->partners != NULL ? of_project (self, snapshot, &mappe_agenda_item_kind,
                                                     MAPPE_AGENDA_ITEM_PROJECT, error) : NULL;
  self->practice = self->items != NULL ? of_project (self, snapshot, &mappe_best_practice_profile_kind,
                                                     MAPPE_BEST_PRACTICE_PROFILE_PROJECT, error) : NULL;
  return self->practice != NULL;
}

static GPtrArray *
new_list (GDestroyNotify free_func)
{
  return g_ptr_array_new_with_free_func (free_func);
}

/**
 * mappe_project_file_load:
 * @language: (nullable): of its texts
 *
 * Returns: (transfer full) (nullable): the project with all that belongs to it; %NULL without an error when it is gone
 */
MappeProjectFile *
mappe_project_file_load (MappeSnapshot *snapshot, gint64 id, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeProjectFile) self = g_new0 (MappeProjectFile, 1);

  self->indicators = new_list (indicator_free);
  self->evaluations = new_list ((GDestroyNotify) mappe_evaluation_unref);
  self->decisions = new_list ((GDestroyNotify) mappe_listed_free);
  self->tasks = new_list ((GDestroyNotify) mappe_listed_free);
  self->project = mappe_listing_one (snapshot, &mappe_project_kind, id, error);
  if (self->project == NULL || !load_codes (self, snapshot, error) || !load_steps (self, snapshot, language, error)
      || !load_programme (self, snapshot, error) || !load_lists (self, snapshot, error)
      || !load_evaluations (self, snapshot, error) || !load_indicators (self, snapshot, error)
      || !load_decisions (self, snapshot, error) || !load_factors (self, snapshot, language, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** mappe_project_file_free: @self: (transfer full) */
void
mappe_project_file_free (MappeProjectFile *self)
{
  GPtrArray **lists[] = { &self->steps,     &self->measures, &self->partners, &self->indicators, &self->evaluations,
                          &self->items,     &self->decisions, &self->tasks,   &self->practice,   &self->factors };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
  g_clear_pointer (&self->project, mappe_listed_free);
  g_clear_pointer (&self->programme, mappe_row_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_clear_pointer (&self->chart, mappe_chart_unref);
  g_clear_pointer (&self->gaps, mappe_project_gaps_free);
  g_free (self);
}

/* --- goals --- */

/** mappe_project_goal_lacks: Returns: what the indicator lacks to be a goal: #MappeGoalLack */
guint
mappe_project_goal_lacks (const MappeRow *indicator)
{
  return (mappe_row_is_null (indicator, MAPPE_INDICATOR_BASELINE) ? MAPPE_GOAL_LACKS_BASELINE : 0)
         | (mappe_row_is_null (indicator, MAPPE_INDICATOR_TARGET) ? MAPPE_GOAL_LACKS_TARGET : 0);
}

/** mappe_project_file_n_goals: Returns: how many indicators have both a baseline and a target */
guint
mappe_project_file_n_goals (const MappeProjectFile *self)
{
  guint n = 0;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const MappeProjectIndicator *indicator = g_ptr_array_index (self->indicators, i);

      n += mappe_project_goal_lacks (indicator->indicator->row) == MAPPE_GOAL_WHOLE;
    }
  return n;
}

/* Elsewhere nothing is aimed at. */
static gboolean
is_of_comparison (const MappeRow *indicator)
{
  const char *role = mappe_row_get_text (indicator, MAPPE_INDICATOR_AREA_ROLE);

  return role != NULL && !g_str_equal (role, "measure");
}

static gboolean
lacks_both (const MappeProjectIndicator *indicator)
{
  return mappe_project_goal_lacks (indicator->indicator->row) == (MAPPE_GOAL_LACKS_BASELINE | MAPPE_GOAL_LACKS_TARGET);
}

/** mappe_project_file_next_goal: Returns: (transfer none) (nullable): the indicator that lacks least to be a goal;
 * %NULL when there is none, or a goal already */
const MappeProjectIndicator *
mappe_project_file_next_goal (const MappeProjectFile *self)
{
  const MappeProjectIndicator *next = NULL;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const MappeProjectIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (mappe_project_goal_lacks (indicator->indicator->row) == MAPPE_GOAL_WHOLE)
        return NULL;
      if (!is_of_comparison (indicator->indicator->row)
          && (next == NULL || (lacks_both (next) && !lacks_both (indicator))))
        next = indicator;
    }
  return next;
}

/** mappe_project_file_may_go: Returns: whether the project may come to step number @step, from 0 on */
gboolean
mappe_project_file_may_go (const MappeProjectFile *self, guint step)
{
  return step <= mappe_project_steps_now (self->steps)
         || ((MappeProjectStep *) g_ptr_array_index (self->steps, step))->first <= MAPPE_BECCARIA_GOALS
         || mappe_project_file_n_goals (self) > 0;
}

/* --- finding one's way --- */

/** mappe_project_file_of_measure: Returns: (transfer none) (nullable): what is said first of a measure */
const MappeEvaluation *
mappe_project_file_of_measure (const MappeProjectFile *self, gint64 measure)
{
  for (guint i = 0; i < self->evaluations->len; i++)
    {
      const MappeEvaluation *evaluation = g_ptr_array_index (self->evaluations, i);

      if (evaluation->outcome->measure != NULL && evaluation->outcome->measure->id == measure)
        return evaluation;
    }
  return NULL;
}

/** mappe_project_file_code: Returns: (transfer none): label of a CODE field; "–" for none */
const char *
mappe_project_file_code (const MappeProjectFile *self, const MappeRow *row, guint field, const MappeLanguage *language)
{
  const char *code = mappe_row_get_text (row, field), *label;

  if (code == NULL)
    return "–";
  label = mappe_codes_label (self->codes, row->kind->fields[field].code_list, code,
                             mappe_language_is_german (language));
  return label != NULL ? label : code;
}

/** mappe_project_file_gap: Returns: (transfer none) (nullable): what is done about a priority factor of the project */
const MappeGapFactor *
mappe_project_file_gap (const MappeProjectFile *self, const MappeRow *factor)
{
  for (guint i = 0; i < self->gaps->factors->len; i++)
    {
      const MappeGapFactor *gap = g_ptr_array_index (self->gaps->factors, i);

      if (gap->factor->id == factor->id)
        return gap;
    }
  return NULL;
}

/** mappe_project_file_programme: Returns: (transfer none) (nullable): what its programme is for */
const MappeGapProgramme *
mappe_project_file_programme (const MappeProjectFile *self)
{
  for (guint i = 0; self->programme != NULL && i < self->gaps->programmes->len; i++)
    {
      const MappeGapProgramme *gap = g_ptr_array_index (self->gaps->programmes, i);

      if (gap->programme->id == self->programme->id)
        return gap;
    }
  return NULL;
}
