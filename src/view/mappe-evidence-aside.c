/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evidence-aside.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mappe-area.h"
#include "mappe-indicator.h"
#include "mappe-measure-goal.h"
#include "mappe-project.h"

/* --- pieces --- */

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
card_new (const char *heading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "outcome-card");
  gtk_box_append (GTK_BOX (box), text_new (heading, "heading"));
  return box;
}

/* --- what data there is --- */

static void
add_check (GtkWidget *box, gboolean there, const char *text)
{
  /* Translators: a line of a check list that is met */
  g_autofree char *name = g_strdup_printf (there ? _("there is: %s") : _("missing: %s"), text);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (there ? "✓" : "–");
  GtkWidget *words = text_new (text, there ? NULL : "dim-label");

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_span (GtkWidget *box, const MappeEvaluation *evaluation, const MappeSpan *span, const char *name)
{
  const MappeSeries *series = evaluation->of->series;
  g_autofree char *period = span->n > 0 ? mappe_series_period_words (series, *span, NULL) : NULL;
  g_autofree char *text =
      span->n > 0
          /* Translators: "Before"; number of periods; "May 2023 to April 2024" */
          ? g_strdup_printf (ngettext ("%1$s: %2$u period (%3$s)", "%1$s: %2$u periods (%3$s)", span->n), name,
                             span->n, period)
          : g_strdup (name);

  add_check (box, span->n > 0, text);
}

static void
add_area (GtkWidget *box, const MappeEvaluation *evaluation, MappeAreaOrder order, const char *name)
{
  const MappeSeries *series = mappe_evaluation_get_series (evaluation, order);
  const char *area = series != NULL && series->area != NULL ? mappe_row_get_text (series->area, MAPPE_AREA_NAME)
                                                            : NULL;
  g_autofree char *text = area != NULL ? g_strdup_printf ("%s: %s", name, area) : g_strdup (name);

  add_check (box, series != NULL, text);
}

static void
add_series_checks (GtkWidget *box, const MappeEvaluation *evaluation)
{
  add_check (box, evaluation->outcome->start != NULL, _("Day of the start"));
  add_span (box, evaluation, &evaluation->before[MAPPE_AREA_MEASURED], _("Before"));
  add_span (box, evaluation, &evaluation->after[MAPPE_AREA_MEASURED], _("After"));
  add_area (box, evaluation, MAPPE_AREA_MEASURED, _("Measure area"));
  add_area (box, evaluation, MAPPE_AREA_COMPARISON, _("Comparison area"));
  if (mappe_evaluation_get_series (evaluation, MAPPE_AREA_COMPARISON) != NULL)
    add_check (box, (evaluation->cautions & MAPPE_CAUTION_NOT_COMPARABLE) == 0, _("It was similar before the start"));
  add_area (box, evaluation, MAPPE_AREA_BUFFER, _("Surroundings"));
  if (mappe_evaluation_get_series (evaluation, MAPPE_AREA_BUFFER) != NULL)
    add_area (box, evaluation, MAPPE_AREA_BUFFER_COMPARISON, _("Comparison for the surroundings"));
}

static void
add_answers (GtkWidget *box, double n, const char *name)
{
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%1$s: %2$.0f answer", "%1$s: %2$.0f answers", (gulong) n),
                                                   name, n)
                                : g_strdup (name);

  add_check (box, n > 0, text);
}

static void
add_survey_checks (GtkWidget *box, const MappeEvaluation *evaluation)
{
  add_answers (box, evaluation->n_before, _("Survey before"));
  add_answers (box, evaluation->n_after, evaluation->has_change ? _("Survey after") : _("Survey"));
  add_check (box, evaluation->is_paired, _("The same persons twice"));
  add_check (box, evaluation->grade.level >= 3, _("Comparison area asked as well"));
}

static void
add_number (GtkWidget *box, const char *name, guint n, guint needed)
{
  g_autofree char *text = g_strdup_printf ("%s: %u", name, n);

  add_check (box, n >= needed, text);
}

static void
add_areas_checks (GtkWidget *box, const MappeEvaluation *evaluation)
{
  const MappePooledAreas *areas = evaluation->areas;

  add_number (box, _("Measure areas"), areas->pooled->len, 2);
  add_number (box, _("Comparison areas"), areas->n_comparisons, 2);
  add_check (box, areas->adjusted, _("Other influences controlled for"));
  add_check (box, areas->random, _("Areas allocated at random"));
}

static gboolean
was_in_time (const MappeEvaluation *evaluation)
{
  return evaluation->outcome->start != NULL
         && (evaluation->cautions & (MAPPE_CAUTION_LATE | MAPPE_CAUTION_UNDATED)) == 0;
}

static void
add_goal_checks (GtkWidget *box, const MappeEvaluation *evaluation)
{
  guint n = evaluation->outcome->goals->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u goal with levels", "%u goals with levels", n), n);

  add_check (box, n > 0, text);
  add_check (box, was_in_time (evaluation), _("Written down before the start"));
  add_check (box, !isnan (evaluation->goals.t), _("Level reached is judged"));
}

static GtkWidget *
data_card (const MappeEvaluation *evaluation)
{
  GtkWidget *box = card_new (_("What data there is"));

  if (evaluation->kind == MAPPE_EVALUATION_GOALS)
    add_goal_checks (box, evaluation);
  else if (evaluation->kind == MAPPE_EVALUATION_SURVEY)
    add_survey_checks (box, evaluation);
  else if (evaluation->areas != NULL)
    add_areas_checks (box, evaluation);
  else
    add_series_checks (box, evaluation);
  if (evaluation->of != NULL)
    add_check (box, was_in_time (evaluation), _("Indicator written down before the start"));
  return box;
}

/* --- how far it carries --- */

/* Six steps, of which those up to the level of @evaluation are filled. */
static GtkWidget *
ladder_new (const MappeEvaluation *evaluation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  for (int i = 0; i <= 5; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      GtkWidget *step = gtk_label_new (number);

      gtk_widget_add_css_class (step, "evidence-step");
      gtk_widget_add_css_class (step, "numeric");
      if (evaluation->kind != MAPPE_EVALUATION_GOALS && i <= evaluation->grade.level)
        gtk_widget_add_css_class (step, i == evaluation->grade.level ? "reached" : "passed");
      gtk_box_append (GTK_BOX (box), step);
    }
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mappe_evaluation_level_words (evaluation, NULL), -1);
  return box;
}

static GtkWidget *
level_card (const MappeEvaluation *evaluation)
{
  const char *next = mappe_evaluation_next_level (evaluation, NULL);
  GtkWidget *box = card_new (_("How far this result carries"));

  /* Goals are no evidence: there is no step of the ladder for them. */
  if (evaluation->kind == MAPPE_EVALUATION_GOALS)
    {
      gtk_box_append (GTK_BOX (box), text_new (mappe_evaluation_level_words (evaluation, NULL), NULL));
      return box;
    }
  gtk_box_append (GTK_BOX (box), ladder_new (evaluation));
  gtk_box_append (GTK_BOX (box), text_new (mappe_evaluation_level_words (evaluation, NULL), NULL));
  if (next != NULL)
    {
      gtk_box_append (GTK_BOX (box), text_new (_("What would lift it"), "caption-heading"));
      gtk_box_append (GTK_BOX (box), text_new (next, NULL));
    }
  gtk_box_append (GTK_BOX (box), text_new (_("Maryland scale (Farrington et al. 2002)"), "caption"));
  return box;
}

/* Of what others found elsewhere: never to be taken for the result here. */
static GtkWidget *
programme_card (const MappeEvaluation *evaluation)
{
  const MappeRow *project = evaluation->outcome->project;
  const char *code = project != NULL ? mappe_row_get_text (project, MAPPE_PROJECT_EVIDENCE_RATING) : NULL;
  const char *label = code != NULL
                          ? mappe_codes_label (evaluation->outcome->codes, "evidence_rating", code,
                                               mappe_language_is_german (NULL))
                          : NULL;
  GtkWidget *box;

  if (project == NULL)
    return NULL;
  box = card_new (_("Elsewhere: the programme used"));
  gtk_box_append (GTK_BOX (box), text_new (label != NULL ? label : _("Not examined"), NULL));
  gtk_box_append (GTK_BOX (box),
                  text_new (_("This is what is known of the programme from other places. It says nothing about the "
                              "result here, and the result here nothing about the programme."), "caption"));
  gtk_widget_add_css_class (box, "elsewhere");
  return box;
}

/** mappe_evidence_aside_new: @programme: also what is known of the programme. Returns: (transfer floating): check list,
 * ladder and, apart from them, the grade of the programme */
GtkWidget *
mappe_evidence_aside_new (const MappeEvaluation *evaluation, gboolean programme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *elsewhere = programme ? programme_card (evaluation) : NULL;

  gtk_box_append (GTK_BOX (box), data_card (evaluation));
  gtk_box_append (GTK_BOX (box), level_card (evaluation));
  if (elsewhere != NULL)
    gtk_box_append (GTK_BOX (box), elsewhere);
  return box;
}
