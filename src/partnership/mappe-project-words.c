/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-chart-text.h"
#include "mappe-evaluation-words.h"
#include "mappe-gate-answer.h"
#include "mappe-indicator.h"
#include "mappe-period.h"
#include "mappe-prevention-programme.h"
#include "mappe-project.h"

/* --- steps and gates --- */

/** mappe_project_words_state: Returns: (transfer none): "finished", "now", "still to come" */
const char *
mappe_project_words_state (MappeStepState state, const MappeLanguage *language)
{
  switch (state)
    {
    case MAPPE_STEP_DONE:
      /* Translators: a step of a project */
      return L_("finished");
    case MAPPE_STEP_NOW:
      /* Translators: the step that a project is at */
      return L_("now");
    case MAPPE_STEP_TO_COME:
    default:
      return L_("still to come");
    }
}

/** mappe_project_words_mark: Returns: (transfer none): "✓", "●" or "○" */
const char *
mappe_project_words_mark (MappeStepState state)
{
  return state == MAPPE_STEP_DONE ? "✓" : state == MAPPE_STEP_NOW ? "●" : "○";
}

/** mappe_project_words_questions: Returns: (transfer full): "1 of 2 questions met, 1 open" */
char *
mappe_project_words_questions (const MappeProjectStep *step, const MappeLanguage *language)
{
  MappeGateSum sum = mappe_project_step_sum (step);
  guint all = step->questions->len;
  GString *text;

  if (all == 0)
    return g_strdup (L_("no gate questions"));
  text = g_string_new (NULL);
  /* Translators: gate questions that are answered with yes, all of them */
  g_string_append_printf (text, L_("%1$u of %2$u questions met"), sum.met, all);
  if (sum.unmet > 0)
    g_string_append_printf (text, L_(", %u not yet"), sum.unmet);
  if (sum.open > 0)
    g_string_append_printf (text, L_(", %u open"), sum.open);
  return g_string_free (text, FALSE);
}

/* Returns: (transfer none): a sign beside the word of an answer */
static const char *
gate_mark (MappeGateState state)
{
  static const char *const marks[MAPPE_GATE_N] = { "○", "✓", "◐", "▲", "–" };

  return marks[state];
}

/** mappe_project_words_answer: Returns: (transfer full): "✓ Yes, 20 April 2022", "○ not answered yet" */
char *
mappe_project_words_answer (const MappeGateQuestion *question, const MappeProjectFile *file,
                            const MappeLanguage *language)
{
  const char *mark = gate_mark (question->state), *word, *on;
  g_autofree char *day = NULL;

  if (question->answer == NULL)
    return g_strdup_printf ("%s %s", mark, L_("not answered yet"));
  word = mappe_project_file_code (file, question->answer, MAPPE_GATE_ANSWER_ANSWER, language);
  on = mappe_row_get_text (question->answer, MAPPE_GATE_ANSWER_ANSWERED_ON);
  day = on != NULL ? mappe_language_date (language, on) : NULL;
  return g_strdup_printf ("%s %s%s%s", mark, word, day != NULL ? ", " : "", day != NULL ? day : "");
}

static const char *
lack_words (guint lacks, const MappeLanguage *language)
{
  if (lacks == MAPPE_GOAL_LACKS_BASELINE)
    return L_("the baseline");
  if (lacks == MAPPE_GOAL_LACKS_TARGET)
    return L_("the target");
  return L_("baseline and target");
}

/**
 * mappe_project_words_goal:
 *
 * Returns: (transfer full): whether the gate is open, with its figures: "✓ 2 indicators have a baseline and a target",
 *   or what is missing
 */
char *
mappe_project_words_goal (const MappeProjectFile *file, const MappeLanguage *language)
{
  guint n = mappe_project_file_n_goals (file);
  const MappeProjectIndicator *next = mappe_project_file_next_goal (file);

  if (n > 0)
    return g_strdup_printf (mappe_language_plural (language, "✓ %u indicator has a baseline and a target.",
                                                   "✓ %u indicators have a baseline and a target.", n), n);
  if (next == NULL)
    return g_strdup (L_("▲ No start without a goal: the project has no indicator yet. It needs one with baseline and "
                        "target."));
  /* Translators: name of an indicator; what it lacks: the baseline, the target, baseline and target */
  return g_strdup_printf (L_("▲ No start without a goal: the indicator “%1$s” still lacks %2$s."),
                          mappe_row_get_text (next->indicator->row, MAPPE_INDICATOR_NAME),
                          lack_words (mappe_project_goal_lacks (next->indicator->row), language));
}

/* --- figures --- */

static char *
figure (const MappeRow *row, double value, const MappeLanguage *language)
{
  guint digits = (guint) CLAMP (mappe_row_get_int (row, MAPPE_INDICATOR_DECIMALS), 0, 6);

  if (digits == 0 && value != floor (value))
    digits = 1;
  return mappe_chart_number_text (value, digits, language);
}

static char *
figure_of (const MappeRow *row, guint field, const MappeLanguage *language)
{
  return mappe_row_is_null (row, field) ? g_strdup ("–") : figure (row, mappe_row_get_real (row, field), language);
}

static char *
period_of (const MappeSeries *series, const MappePoint *point, const MappeLanguage *language)
{
  MappePeriod period;

  if (point->first == NULL || series->months == 0)
    return g_strdup (point->period);
  period = mappe_period_at (point->first, MAPPE_PERIOD_MONTH);
  return mappe_chart_period_text (mappe_chart_month (period.year, period.month), (guint) series->months, language);
}

/* The last value that is known: "15 (Q3 2026, provisional)" */
static char *
latest_of (const MappeSeries *series, const MappeLanguage *language)
{
  for (guint i = series->points->len; i > 0; i--)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i - 1);
      g_autofree char *period = NULL, *value = NULL;

      if (isnan (point->value))
        continue;
      period = period_of (series, point, language);
      value = point->hidden ? g_strdup (L_("too few to be shown")) : figure (series->indicator, point->value, language);
      return g_strdup_printf ("%s (%s%s%s)", value, period, point->provisional ? ", " : "",
                              point->provisional ? L_("provisional") : "");
    }
  return g_strdup ("–");
}

/** mappe_project_words_indicator: Returns: (transfer full): baseline, latest value and target with the day */
char *
mappe_project_words_indicator (const MappeProjectIndicator *indicator, const MappeLanguage *language)
{
  const MappeRow *row = indicator->indicator->row;
  const char *on = mappe_row_get_text (row, MAPPE_INDICATOR_TARGET_ON);
  const char *unit = mappe_row_get_text (row, MAPPE_INDICATOR_UNIT);
  g_autofree char *day = on != NULL ? mappe_language_date (language, on) : NULL;
  g_autofree char *baseline = figure_of (row, MAPPE_INDICATOR_BASELINE, language);
  g_autofree char *target = figure_of (row, MAPPE_INDICATOR_TARGET, language);
  g_autofree char *latest = latest_of (indicator->series, language);
  /* Translators: figures of an indicator: baseline; latest value with its period; target */
  g_autofree char *text = g_strdup_printf (L_("Baseline %1$s · now %2$s · target %3$s"), baseline, latest, target);
  g_autofree char *by = day != NULL ? g_strdup_printf (L_(" until %s"), day) : g_strdup ("");

  return g_strdup_printf ("%s%s%s%s%s", text, by, unit != NULL ? " · " : "", unit != NULL ? unit : "",
                          mappe_project_goal_lacks (row) == MAPPE_GOAL_WHOLE ? L_(" · ✓ goal") : "");
}

/* --- the programme and the own result --- */

/**
 * mappe_project_words_evidence:
 *
 * Returns: (transfer full): level of the programme in the Green List in words, kept apart from the result here
 */
char *
mappe_project_words_evidence (const MappeProjectFile *file, const MappeLanguage *language)
{
  const MappeRow *project = file->project->row;
  const char *level = file->programme != NULL
                          ? mappe_project_file_code (file, file->programme,
                                                     MAPPE_PREVENTION_PROGRAMME_EVIDENCE_RATING, language)
                          : mappe_project_file_code (file, project, MAPPE_PROJECT_EVIDENCE_RATING, language);

  /* Translators: a level of the Green List Prevention */
  return g_strdup_printf (L_("%s. This is the level of the programme, not of your result."), level);
}

/** mappe_project_words_result: Returns: (transfer full): what was found here, which no list can say */
char *
mappe_project_words_result (const MappeProjectFile *file, const MappeLanguage *language)
{
  const MappeEvaluation *first = NULL;
  g_autofree char *name = NULL, *finding = NULL;

  for (guint i = 0; i < file->evaluations->len; i++)
    {
      const MappeEvaluation *evaluation = g_ptr_array_index (file->evaluations, i);

      if (first == NULL || (evaluation->of != NULL && evaluation->of->is_main
                            && (first->of == NULL || !first->of->is_main)))
        first = evaluation;
    }
  if (first == NULL)
    return g_strdup (L_("Nothing was measured here yet."));
  name = mappe_evaluation_name (first, language);
  finding = mappe_evaluation_finding (first, language);
  return g_strdup_printf ("%s: %s (%s)", name, finding, mappe_evaluation_level_words (first, language));
}
