/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-dossier-private.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-chart-pane.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-evaluation-words.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-prevention-programme.h"
#include "mappe-project-factor.h"
#include "mappe-project-factors.h"
#include "mappe-project-partner.h"
#include "mappe-project.h"
#include "mappe-task.h"

/* What belongs to a project, beneath its steps. */

static const MappeRow *
row_at (const GPtrArray *listed, guint nth)
{
  return ((const MappeListed *) g_ptr_array_index (listed, nth))->row;
}

/* --- programme --- */

/** mappe_project_dossier_add_programme: Prevention level, programme and its evidence, apart from the result here. */
void
mappe_project_dossier_add_programme (GtkBox *box, const MappeProjectFile *file)
{
  const MappeRow *project = file->project->row;
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, _("Prevention concept"), NULL);
  const MappeGapProgramme *gap = mappe_project_file_programme (file);
  g_autofree char *aim = gap != NULL ? mappe_gap_programme_words (gap, NULL) : NULL;
  g_autofree char *evidence = mappe_project_words_evidence (file, NULL);
  g_autofree char *result = mappe_project_words_result (file, NULL);

  mappe_dossier_add_fact (group, _("Prevention level"),
                          mappe_project_file_code (file, project, MAPPE_PROJECT_PREVENTION_LEVEL, NULL));
  mappe_dossier_add_fact (group, _("Target group"),
                          mappe_project_file_code (file, project, MAPPE_PROJECT_TARGET_GROUP, NULL));
  if (file->programme != NULL)
    mappe_dossier_add_link (group, mappe_row_get_text (file->programme, MAPPE_PREVENTION_PROGRAMME_NAME), aim,
                            file->programme->kind, file->programme->id);
  else
    mappe_dossier_add_fact (group, _("Programme used"),
                            mappe_row_is_null (project, MAPPE_PROJECT_EVIDENCE_RATING)
                                ? _("None: a programme of the Green List has been tested elsewhere.")
                                : _("Not named: choose it in the record, so that its factors are known."));
  mappe_dossier_add_fact (group, _("Evidence for the programme (Green List)"), evidence);
  mappe_dossier_add_fact (group, _("Your own result"), result);
}

/* --- factors --- */

static void
add_factor (AdwPreferencesGroup *group, const MappeProjectFile *file, const MappeRow *factor)
{
  const MappeGapFactor *gap = mappe_project_file_gap (file, factor);
  g_autofree char *words = mappe_project_factor_words (factor, NULL);
  g_autofree char *done = gap != NULL ? mappe_gap_factor_words (gap, NULL) : NULL;
  g_autofree char *both = done != NULL ? g_strdup_printf ("%s\n%s", words, done) : g_strdup (words);
  GtkWidget *row;

  row = mappe_dossier_add_link (group, mappe_project_factor_name (factor), both, factor->kind, factor->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", factor->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "project.open-factor");
}

/** mappe_project_dossier_add_factors: Profile of risk and protective factors, and what works on the priorities. */
void
mappe_project_dossier_add_factors (GtkBox *box, const MappeProjectFile *file)
{
  AdwPreferencesGroup *group;
  GtkBox *acts;

  if (file->chart != NULL)
    {
      GtkWidget *pane = mappe_chart_pane_new ();

      mappe_chart_pane_set_chart (MAPPE_CHART_PANE (pane), file->chart);
      gtk_widget_set_size_request (pane, -1, 460);
      gtk_box_append (box, pane);
    }
  group = mappe_dossier_add_group (box, _("Risk and protective factors"),
                                   file->factors->len == 0
                                       ? _("None yet. A survey of young people shows which factors are worth "
                                           "working on.") : NULL);
  for (guint i = 0; i < file->factors->len; i++)
    add_factor (group, file, g_ptr_array_index (file->factors, i));
  acts = mappe_dossier_add_acts (box);
  mappe_dossier_add_act (acts, _("Add factor…"), "project.factor");
  if (file->chart != NULL)
    mappe_dossier_add_act (acts, _("Print the profile…"), "project.chart");
}

/* --- measures and indicators --- */

/** mappe_project_dossier_add_measures: Measures with their state and what may be said of them. */
void
mappe_project_dossier_add_measures (GtkBox *box, const MappeProjectFile *file)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Measures"),
      file->measures->len == 0 ? _("No measure yet: what is to be done, by whom, until when.") : NULL);

  for (guint i = 0; i < file->measures->len; i++)
    {
      const MappeRow *row = row_at (file->measures, i);
      const MappeEvaluation *evaluation = mappe_project_file_of_measure (file, row->id);
      g_autofree char *finding = evaluation != NULL ? mappe_evaluation_finding (evaluation, NULL) : NULL;
      g_autofree char *text = g_strdup_printf (
          "%s · %d %%%s%s", mappe_project_file_code (file, row, MAPPE_MEASURE_STATUS, NULL),
          (int) mappe_row_get_int (row, MAPPE_MEASURE_PROGRESS_PCT), finding != NULL ? "\n" : "",
          finding != NULL ? finding : "");

      mappe_dossier_add_link (group, mappe_row_get_text (row, MAPPE_MEASURE_TITLE), text, row->kind, row->id);
    }
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("New measure…"), "project.measure");
}

/** mappe_project_dossier_add_indicators: Baseline, latest value and target of each, and what was found. */
void
mappe_project_dossier_add_indicators (GtkBox *box, const MappeProjectFile *file)
{
  g_autofree char *goal = mappe_project_words_goal (file, NULL);
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, _("Goals and indicators"), goal);
  GtkBox *acts;

  for (guint i = 0; i < file->indicators->len; i++)
    {
      const MappeProjectIndicator *indicator = g_ptr_array_index (file->indicators, i);
      const MappeRow *row = indicator->indicator->row;
      g_autofree char *figures = mappe_project_words_indicator (indicator, NULL);
      g_autofree char *finding = indicator->evaluation != NULL ? mappe_evaluation_finding (indicator->evaluation, NULL)
                                                               : NULL;
      g_autofree char *text = g_strdup_printf ("%s%s%s", figures, finding != NULL ? "\n" : "",
                                               finding != NULL ? finding : "");

      mappe_dossier_add_link (group, mappe_row_get_text (row, MAPPE_INDICATOR_NAME), text, row->kind, row->id);
    }
  acts = mappe_dossier_add_acts (box);
  mappe_dossier_add_act (acts, _("New indicator…"), "project.indicator");
  mappe_dossier_add_act (acts, _("Outcomes of the project"), "project.outcome");
}

/* --- what the council decided, and with whom --- */

static void
add_dated (AdwPreferencesGroup *group, const MappeProjectFile *file, const MappeRow *row, const char *title,
           guint state, guint due)
{
  const char *day = mappe_row_get_text (row, due);
  g_autofree char *date = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *by = date != NULL ? g_strdup_printf (_(" · until %s"), date) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s%s", mappe_project_file_code (file, row, state, NULL), by);

  mappe_dossier_add_link (group, title, text, row->kind, row->id);
}

static void
add_partners (GtkBox *box, const MappeProjectFile *file)
{
  AdwPreferencesGroup *group;

  if (file->partners->len == 0)
    return;
  group = mappe_dossier_add_group (box, _("Partners"), NULL);
  for (guint i = 0; i < file->partners->len; i++)
    {
      const MappeListed *partner = g_ptr_array_index (file->partners, i);

      mappe_dossier_add_link (group, partner->shown[MAPPE_PROJECT_PARTNER_ORGANISATION],
                              mappe_project_file_code (file, partner->row, MAPPE_PROJECT_PARTNER_INVOLVEMENT, NULL),
                              mappe_kind_lookup ("organisation", NULL),
                              mappe_row_get_int (partner->row, MAPPE_PROJECT_PARTNER_ORGANISATION));
    }
}

/** mappe_project_dossier_add_decisions: Decisions, tasks, agenda items, best practice and partners, as links. */
void
mappe_project_dossier_add_decisions (GtkBox *box, const MappeProjectFile *file)
{
  gboolean nothing = file->decisions->len + file->tasks->len + file->items->len == 0;
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Decisions and tasks of the project"),
      nothing ? _("Not on an agenda yet. Agenda items name their project; what is decided there then stands here.")
              : NULL);

  for (guint i = 0; i < file->decisions->len; i++)
    add_dated (group, file, row_at (file->decisions, i), mappe_row_get_text (row_at (file->decisions, i),
                                                                             MAPPE_DECISION_TEXT),
               MAPPE_DECISION_STATUS, MAPPE_DECISION_DUE_ON);
  for (guint i = 0; i < file->tasks->len; i++)
    add_dated (group, file, row_at (file->tasks, i), mappe_row_get_text (row_at (file->tasks, i), MAPPE_TASK_TITLE),
               MAPPE_TASK_STATUS, MAPPE_TASK_DUE_ON);
  for (guint i = 0; i < file->items->len; i++)
    mappe_dossier_add_link (group, mappe_row_get_text (row_at (file->items, i), MAPPE_AGENDA_ITEM_TITLE),
                            _("Agenda item"), &mappe_agenda_item_kind, row_at (file->items, i)->id);
  for (guint i = 0; i < file->practice->len; i++)
    mappe_dossier_add_link (group, ((MappeListed *) g_ptr_array_index (file->practice, i))->title,
                            _("Best practice"), row_at (file->practice, i)->kind, row_at (file->practice, i)->id);
  add_partners (box, file);
}
