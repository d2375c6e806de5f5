/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-project.h"

#include <glib/gi18n-lib.h>

#include "mappe-decision.h"
#include "mappe-evaluation-words.h"
#include "mappe-funding-words.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-number.h"
#include "mappe-prevention-programme.h"
#include "mappe-project-factor.h"
#include "mappe-project-factors.h"
#include "mappe-project-words.h"
#include "mappe-project.h"
#include "mappe-task.h"

/* The sheet of a project: its steps with what is written and answered, goals, measures, factors and decisions. */

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "–";
}

static MappeNode *
add_list (MappeNode *document, const char *heading)
{
  return mappe_node_add (mappe_node_add_section (document, 1, heading), MAPPE_ROLE_LIST);
}

static void
add_item (MappeNode *list, const char *text)
{
  mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, text);
}

static void
add_fact (MappeNode *list, const char *name, const char *value)
{
  g_autofree char *text = value != NULL ? g_strdup_printf ("%s: %s", name, value) : NULL;

  if (text != NULL)
    add_item (list, text);
}

static const MappeRow *
row_at (const GPtrArray *listed, guint nth)
{
  return ((const MappeListed *) g_ptr_array_index (listed, nth))->row;
}

/* --- core data --- */

static char *
time_of (const MappeRow *project, const MappeLanguage *language)
{
  const char *start = mappe_row_get_text (project, MAPPE_PROJECT_START_ON);
  const char *end = mappe_row_get_text (project, MAPPE_PROJECT_END_ON);
  g_autofree char *from = start != NULL ? mappe_language_date (language, start) : g_strdup ("…");
  g_autofree char *to = end != NULL ? mappe_language_date (language, end) : g_strdup ("…");

  return start != NULL || end != NULL ? g_strdup_printf ("%s – %s", from, to) : NULL;
}

static void
add_core (MappeNode *document, const MappeProjectFile *file, const MappeLanguage *language)
{
  const MappeRow *row = file->project->row;
  MappeNode *list;
  g_autofree char *time = time_of (row, language);
  g_autofree char *budget =
      mappe_row_is_null (row, MAPPE_PROJECT_BUDGET_EUR)
          ? NULL : mappe_funding_words_euro (mappe_row_get_int (row, MAPPE_PROJECT_BUDGET_EUR), language);

  if (!mappe_row_is_null (row, MAPPE_PROJECT_SUMMARY))
    mappe_node_add_paragraph (document, mappe_row_get_text (row, MAPPE_PROJECT_SUMMARY));
  list = mappe_node_add (document, MAPPE_ROLE_LIST);
  add_fact (list, L_("Status"), mappe_project_file_code (file, row, MAPPE_PROJECT_STATUS, language));
  add_fact (list, L_("Area"), file->project->shown[MAPPE_PROJECT_AREA]);
  add_fact (list, L_("Lead organisation"), file->project->shown[MAPPE_PROJECT_LEAD_ORGANISATION]);
  add_fact (list, L_("Time"), time);
  add_fact (list, L_("Budget"), budget);
}

static void
add_concept (MappeNode *document, const MappeProjectFile *file, const MappeLanguage *language)
{
  const MappeRow *row = file->project->row;
  MappeNode *list = add_list (document, L_("Prevention concept"));
  const MappeGapProgramme *gap = mappe_project_file_programme (file);
  g_autofree char *evidence = mappe_project_words_evidence (file, language);
  g_autofree char *result = mappe_project_words_result (file, language);
  g_autofree char *aim = gap != NULL ? mappe_gap_programme_words (gap, language) : NULL;

  add_fact (list, L_("Prevention level"),
            mappe_project_file_code (file, row, MAPPE_PROJECT_PREVENTION_LEVEL, language));
  add_fact (list, L_("Target group"), mappe_project_file_code (file, row, MAPPE_PROJECT_TARGET_GROUP, language));
  if (gap != NULL)
    add_fact (list, mappe_row_get_text (gap->programme, MAPPE_PREVENTION_PROGRAMME_NAME), aim);
  add_fact (list, L_("Evidence for the programme (Green List)"), evidence);
  add_fact (list, L_("Your own result"), result);
}

/* --- steps --- */

static void
add_texts (MappeNode *section, const MappeProjectFile *file, const MappeProjectStep *step)
{
  for (guint i = step->first; i <= step->last; i++)
    {
      const char *text = mappe_row_get_text (file->project->row, mappe_project_step_text (i));
      g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

      for (guint n = 0; lines[n] != NULL; n++)
        if (*g_strstrip (lines[n]) != '\0')
          mappe_node_add_paragraph (section, lines[n]);
    }
}

static void
add_step (MappeNode *document, const MappeProjectFile *file, guint nth, const MappeLanguage *language)
{
  const MappeProjectStep *step = g_ptr_array_index (file->steps, nth);
  g_autofree char *heading = g_strdup_printf ("%u. %s (%s)", nth + 1, step->title,
                                              mappe_project_words_state (step->state, language));
  MappeNode *section = mappe_node_add_section (document, 2, heading), *table;

  add_texts (section, file, step);
  if (step->questions->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Question at the gate"), L_("Answer"), NULL);
  for (guint i = 0; i < step->questions->len; i++)
    {
      const MappeGateQuestion *question = g_ptr_array_index (step->questions, i);
      g_autofree char *answer = mappe_project_words_answer (question, file, language);

      mappe_node_add_row (table, 0, question->text, answer, NULL);
    }
}

/* --- goals and measures --- */

static void
add_goals (MappeNode *document, const MappeProjectFile *file, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("Goals and indicators")), *table;
  g_autofree char *goal = mappe_project_words_goal (file, language);

  mappe_node_add_paragraph (section, goal);
  if (file->indicators->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Indicator"), L_("Figures"), L_("What was found"), NULL);
  for (guint i = 0; i < file->indicators->len; i++)
    {
      const MappeProjectIndicator *indicator = g_ptr_array_index (file->indicators, i);
      g_autofree char *figures = mappe_project_words_indicator (indicator, language);
      g_autofree char *finding = indicator->evaluation != NULL
                                     ? mappe_evaluation_finding (indicator->evaluation, language) : NULL;

      mappe_node_add_row (table, 0, mappe_row_get_text (indicator->indicator->row, MAPPE_INDICATOR_NAME), figures,
                          or_dash (finding), NULL);
    }
}

static void
add_measures (MappeNode *document, const MappeProjectFile *file, const MappeLanguage *language)
{
  MappeNode *table;

  if (file->measures->len == 0)
    return;
  table = mappe_node_add (mappe_node_add_section (document, 1, L_("Measures")), MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Measure"), L_("Responsible"), L_("Status"), L_("Progress"), NULL);
  for (guint i = 0; i < file->measures->len; i++)
    {
      const MappeListed *measure = g_ptr_array_index (file->measures, i);
      g_autofree char *progress = g_strdup_printf ("%d %%", (int) mappe_row_get_int (measure->row,
                                                                                     MAPPE_MEASURE_PROGRESS_PCT));

      mappe_node_add_row (table, 0, mappe_row_get_text (measure->row, MAPPE_MEASURE_TITLE),
                          or_dash (measure->shown[MAPPE_MEASURE_RESPONSIBLE_ORGANISATION]),
                          mappe_project_file_code (file, measure->row, MAPPE_MEASURE_STATUS, language), progress, NULL);
    }
}

static void
add_factors (MappeNode *document, const MappeProjectFile *file, const MappeLanguage *language)
{
  MappeNode *table;

  if (file->factors->len == 0)
    return;
  table = mappe_node_add (mappe_node_add_section (document, 1, L_("Risk and protective factors")), MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Factor"), L_("Value"), L_("Programme"), NULL);
  for (guint i = 0; i < file->factors->len; i++)
    {
      const MappeRow *factor = g_ptr_array_index (file->factors, i);
      const MappeGapFactor *gap = mappe_project_file_gap (file, factor);
      g_autofree char *words = mappe_project_factor_words (factor, language);
      g_autofree char *done = gap != NULL ? mappe_gap_factor_words (gap, language) : NULL;

      mappe_node_add_row (table, 0, mappe_project_factor_name (factor), words, or_dash (done), NULL);
    }
}

/* "Text of the decision (in progress)" */
static void
add_state (MappeNode *list, const char *text, const char *state)
{
  g_autofree char *both = g_strdup_printf ("%s (%s)", or_dash (text), state);

  add_item (list, both);
}

static void
add_decisions (MappeNode *document, const MappeProjectFile *file, const MappeLanguage *language)
{
  MappeNode *list;

  if (file->decisions->len + file->tasks->len == 0)
    return;
  list = add_list (document, L_("Decisions and tasks of the project"));
  for (guint i = 0; i < file->decisions->len; i++)
    {
      const MappeRow *row = row_at (file->decisions, i);

      add_state (list, mappe_row_get_text (row, MAPPE_DECISION_TEXT),
                 mappe_project_file_code (file, row, MAPPE_DECISION_STATUS, language));
    }
  for (guint i = 0; i < file->tasks->len; i++)
    {
      const MappeRow *row = row_at (file->tasks, i);

      add_state (list, mappe_row_get_text (row, MAPPE_TASK_TITLE),
                 mappe_project_file_code (file, row, MAPPE_TASK_STATUS, language));
    }
}

/**
 * mappe_build_project:
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): the sheet of the project
 */
MappeNode *
mappe_build_project (const MappeProjectFile *file, const MappeLanguage *language)
{
  const MappeRow *row = file->project->row;
  g_autofree char *title = g_strdup_printf ("%s %s", mappe_row_get_text (row, MAPPE_PROJECT_REFERENCE),
                                            mappe_row_get_text (row, MAPPE_PROJECT_TITLE));
  MappeNode *document = mappe_node_new_document (title, language), *steps;

  mappe_node_set_meta (document, "kind", "project");
  add_core (document, file, language);
  steps = mappe_node_add_section (document, 1, L_("Steps"));
  for (guint i = 0; i < file->steps->len; i++)
    add_step (steps, file, i, language);
  add_goals (document, file, language);
  add_measures (document, file, language);
  add_concept (document, file, language);
  add_factors (document, file, language);
  add_decisions (document, file, language);
  return document;
}
