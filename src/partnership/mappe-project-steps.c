/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-steps.h"

#include <stdlib.h>

#include "mappe-gate-answer.h"
#include "mappe-project.h"

/* Which Beccaria steps a SARA step covers: goals are set while the problem is analysed. */
static const struct { const char *code; guint first, last; const char *phase; } sara[] = {
  { "scanning", 1, 1, "planning" },
  { "analysis", 2, 3, "planning" },
  { "response", 4, 5, "implementation" },
  { "assessment", 6, 7, "evaluation" },
};

static const guint texts[MAPPE_BECCARIA_STEPS] = {
  MAPPE_PROJECT_PROBLEM, MAPPE_PROJECT_CAUSES, MAPPE_PROJECT_GOALS, MAPPE_PROJECT_MECHANISM,
  MAPPE_PROJECT_IMPLEMENTATION, MAPPE_PROJECT_REVIEW, MAPPE_PROJECT_CONCLUSIONS,
};

/* The phases of the Beccaria standards by their steps. */
static const char *const phases[MAPPE_BECCARIA_STEPS] = { "planning",       "planning",   "planning",   "planning",
                                                          "implementation", "evaluation", "conclusions" };

static const char *const states[MAPPE_GATE_N] = { NULL, "yes", "partly", "no", "not_applicable" };

/* Whether the project goes the short way of four steps. */
static gboolean
is_sara (const MappeRow *project)
{
  return g_strcmp0 (mappe_row_get_text (project, MAPPE_PROJECT_STEPS), "sara") == 0;
}

static void
question_free (gpointer data)
{
  MappeGateQuestion *self = data;

  g_free (self->code);
  g_free (self->text);
  g_clear_pointer (&self->answer, mappe_row_unref);
  g_free (self);
}

static void
step_free (gpointer data)
{
  MappeProjectStep *self = data;

  g_free (self->code);
  g_free (self->title);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

static const char *
label_of (MappeCodes *codes, const char *list, const char *code, const MappeLanguage *language)
{
  const char *label = mappe_codes_label (codes, list, code, mappe_language_is_german (language));

  return label != NULL ? label : code;
}

static MappeGateState
state_of (const MappeRow *answer)
{
  const char *code = answer != NULL ? mappe_row_get_text (answer, MAPPE_GATE_ANSWER_ANSWER) : NULL;

  for (guint i = 1; code != NULL && i < MAPPE_GATE_N; i++)
    if (g_str_equal (states[i], code))
      return i;
  return MAPPE_GATE_OPEN;
}

/* Of several answers to one question the last one by day counts; @answers are in that order. */
static MappeGateQuestion *
new_question (const char *code, const GPtrArray *answers, MappeCodes *codes, const MappeLanguage *language)
{
  MappeGateQuestion *self = g_new0 (MappeGateQuestion, 1);

  self->code = g_strdup (code);
  self->text = g_strdup (label_of (codes, "gate_question", code, language));
  for (guint i = answers->len; self->answer == NULL && i > 0; i--)
    {
      MappeRow *row = g_ptr_array_index (answers, i - 1);

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_GATE_ANSWER_QUESTION), code) == 0)
        self->answer = mappe_row_ref (row);
    }
  self->state = state_of (self->answer);
  return self;
}

static MappeProjectStep *
new_step (const char *code, guint first, guint last, const GPtrArray *answers, MappeCodes *codes,
          const MappeLanguage *language)
{
  MappeProjectStep *self = g_new0 (MappeProjectStep, 1);
  const char *const *questions = mappe_codes_list (codes, "gate_question");

  self->code = g_strdup (code);
  self->first = first;
  self->last = last;
  self->questions = g_ptr_array_new_with_free_func (question_free);
  for (guint i = 0; questions != NULL && questions[i] != NULL; i++)
    {
      int step = atoi (questions[i]);

      if (step >= (int) first && step <= (int) last)
        g_ptr_array_add (self->questions, new_question (questions[i], answers, codes, language));
    }
  return self;
}

/* A project that nobody placed is at its first step. */
static void
set_states (GPtrArray *steps, const MappeRow *project)
{
  guint field = is_sara (project) ? MAPPE_PROJECT_SARA_STEP : MAPPE_PROJECT_BECCARIA_STEP;
  const char *code = mappe_row_get_text (project, field);
  gboolean over = g_strcmp0 (mappe_row_get_text (project, MAPPE_PROJECT_STATUS), "completed") == 0;
  guint now = 0;

  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (((MappeProjectStep *) g_ptr_array_index (steps, i))->code, code) == 0)
      now = i;
  for (guint i = 0; i < steps->len; i++)
    {
      MappeProjectStep *step = g_ptr_array_index (steps, i);

      step->state = i < now || (i == now && over && now + 1 == steps->len) ? MAPPE_STEP_DONE
                    : i == now ? MAPPE_STEP_NOW : MAPPE_STEP_TO_COME;
    }
}

/**
 * mappe_project_steps_new:
 * @answers: (element-type MappeRow): its answers to gate questions, by day
 * @language: (nullable): of titles and questions
 *
 * Returns: (transfer full) (element-type MappeProjectStep): the steps of the project in their order
 */
GPtrArray *
mappe_project_steps_new (const MappeRow *project, const GPtrArray *answers, MappeCodes *codes,
                         const MappeLanguage *language)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  gboolean short_way = is_sara (project);
  guint n = short_way ? G_N_ELEMENTS (sara) : MAPPE_BECCARIA_STEPS;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *code = short_way ? sara[i].code : number;
      MappeProjectStep *step = new_step (code, short_way ? sara[i].first : i + 1, short_way ? sara[i].last : i + 1,
                                         answers, codes, language);

      step->title = g_strdup (label_of (codes, short_way ? "sara" : "beccaria_step", code, language));
      g_ptr_array_add (steps, step);
    }
  set_states (steps, project);
  return steps;
}

/** mappe_project_steps_now: Returns: number of the step that the project is at, from 0 on; the last one when it is
 * over */
guint
mappe_project_steps_now (const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (((MappeProjectStep *) g_ptr_array_index (steps, i))->state != MAPPE_STEP_DONE)
      return i;
  return steps->len - 1;
}

/** mappe_project_steps_gated: Returns: whether step @nth is finished only with a goal, or lies behind such a one */
gboolean
mappe_project_steps_gated (const GPtrArray *steps, guint nth)
{
  return ((MappeProjectStep *) g_ptr_array_index (steps, nth))->last >= MAPPE_BECCARIA_GOALS;
}

/** mappe_project_step_sum: Returns: how its questions are answered */
MappeGateSum
mappe_project_step_sum (const MappeProjectStep *self)
{
  MappeGateSum sum = { 0, 0, 0 };

  for (guint i = 0; i < self->questions->len; i++)
    switch (((MappeGateQuestion *) g_ptr_array_index (self->questions, i))->state)
      {
      case MAPPE_GATE_YES:
      case MAPPE_GATE_NOT_APPLICABLE:
        sum.met++;
        break;
      case MAPPE_GATE_PARTLY:
      case MAPPE_GATE_NO:
        sum.unmet++;
        break;
      case MAPPE_GATE_OPEN:
      case MAPPE_GATE_N:
      default:
        sum.open++;
        break;
      }
  return sum;
}

/** mappe_project_step_text: Returns: number of the field of the kind "project" that Beccaria step @beccaria, 1 to 7, is
 * written in */
guint
mappe_project_step_text (guint beccaria)
{
  g_return_val_if_fail (beccaria >= 1 && beccaria <= MAPPE_BECCARIA_STEPS, MAPPE_PROJECT_PROBLEM);
  return texts[beccaria - 1];
}

/** mappe_gate_state_code: Returns: (nullable): code of the list "gate_answer"; %NULL for an open question */
const char *
mappe_gate_state_code (MappeGateState state)
{
  return states[state];
}

/* --- acts --- */

static MappeEdit *
update (const MappeRow *project, MappeRow *mine, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);

  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) project), mine);
  return edit;
}

/**
 * mappe_project_steps_go:
 * @to: number of a step, from 0 on: the next one, or one that is reopened
 *
 * The phase follows its step. A project that was completed runs again when a step is reopened.
 *
 * Returns: (transfer full): the edit; the store refuses it past the goals without a goal
 */
MappeEdit *
mappe_project_steps_go (const MappeRow *project, const GPtrArray *steps, guint to, const char *label)
{
  const MappeProjectStep *step = g_ptr_array_index (steps, to);
  MappeRow *mine = mappe_row_copy (project);
  gboolean short_way = is_sara (project);
  guint field = short_way ? MAPPE_PROJECT_SARA_STEP : MAPPE_PROJECT_BECCARIA_STEP;

  mappe_value_set_text (&mine->values[field], step->code);
  mappe_value_set_text (&mine->values[MAPPE_PROJECT_BECCARIA_PHASE], short_way ? sara[to].phase : phases[to]);
  if (g_strcmp0 (mappe_row_get_text (project, MAPPE_PROJECT_STATUS), "completed") == 0)
    mappe_value_set_text (&mine->values[MAPPE_PROJECT_STATUS], "running");
  return update (project, mine, label);
}

/** mappe_project_set_status: @status: of the list "project_status". Returns: (transfer full): the edit */
MappeEdit *
mappe_project_set_status (const MappeRow *project, const char *status, const char *label)
{
  MappeRow *mine = mappe_row_copy (project);

  mappe_value_set_text (&mine->values[MAPPE_PROJECT_STATUS], status);
  return update (project, mine, label);
}

/**
 * mappe_project_answer:
 * @state: what is answered; %MAPPE_GATE_OPEN takes the answer away
 * @day: "YYYY-MM-DD"
 *
 * Returns: (transfer full): the edit; empty when nothing changes
 */
MappeEdit *
mappe_project_answer (const MappeRow *project, const MappeGateQuestion *question, MappeGateState state,
                      const char *day, const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine;

  if (state == question->state)
    return edit;
  if (state == MAPPE_GATE_OPEN)
    {
      mappe_edit_delete (edit, question->answer->kind, question->answer->id, question->answer->version);
      return edit;
    }
  mine = question->answer != NULL ? mappe_row_copy (question->answer) : mappe_row_new_preset (&mappe_gate_answer_kind);
  mappe_value_set_int (&mine->values[MAPPE_GATE_ANSWER_PROJECT], project->id);
  mappe_value_set_text (&mine->values[MAPPE_GATE_ANSWER_QUESTION], question->code);
  mappe_value_set_text (&mine->values[MAPPE_GATE_ANSWER_ANSWER], mappe_gate_state_code (state));
  mappe_value_set_text (&mine->values[MAPPE_GATE_ANSWER_ANSWERED_ON], day);
  if (question->answer != NULL)
    mappe_edit_update (edit, mappe_row_ref (question->answer), mine);
  else
    mappe_edit_insert (edit, mine);
  return edit;
}
