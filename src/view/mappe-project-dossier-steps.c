/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-dossier-private.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-indicator.h"
#include "mappe-project.h"
#include "mappe-shrink.h"
#include "mappe-wrap-layout.h"

/* The strip of steps, the questions at the gate of the selected one, and the gate of the goals. */

enum { TITLE_CHARS = 18 };

static const MappeProjectStep *
step_at (const MappeProjectFile *file, guint nth)
{
  return g_ptr_array_index (file->steps, nth);
}

/* --- the strip --- */

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_content (const MappeProjectStep *step, guint nth)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *state = g_strdup_printf ("%s %s", mappe_project_words_mark (step->state),
                                            mappe_project_words_state (step->state, NULL));
  g_autofree char *title = g_strdup_printf ("%u. %s", nth + 1, step->title);
  g_autofree char *questions = mappe_project_words_questions (step, NULL);

  gtk_box_append (GTK_BOX (content), new_line (state, step->state == MAPPE_STEP_NOW ? NULL : "dim-label"));
  gtk_box_append (GTK_BOX (content), new_line (title, NULL));
  gtk_box_append (GTK_BOX (content), new_line (questions, "caption"));
  return content;
}

static GtkWidget *
new_step (MappeProjectDossier *self, const MappeProjectFile *file, guint nth)
{
  const MappeProjectStep *step = step_at (file, nth);
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *name = g_strdup_printf ("dossier-step-%u", nth + 1);
  g_autofree char *questions = mappe_project_words_questions (step, NULL);
  /* Translators: a step: its number, title, state (finished, now, still to come) and how its questions are answered */
  g_autofree char *spoken = g_strdup_printf (_("Step %1$u: %2$s, %3$s, %4$s"), nth + 1, step->title,
                                             mappe_project_words_state (step->state, NULL), questions);

  gtk_button_set_child (GTK_BUTTON (button), new_content (step, nth));
  gtk_widget_set_name (button, name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), nth == mappe_project_dossier_step (self));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) nth);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "project.select");
  mappe_dossier_name (button, spoken);
  return button;
}

static void
add_strip (MappeProjectDossier *self, GtkBox *box, const MappeProjectFile *file)
{
  GtkWidget *strip = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_layout_manager (strip, mappe_wrap_layout_new ());
  mappe_dossier_name (strip, _("Steps of the project"));
  for (guint i = 0; i < file->steps->len; i++)
    gtk_box_append (GTK_BOX (strip), new_step (self, file, i));
  gtk_box_append (box, strip);
}

/* --- questions --- */

static const MappeGateQuestion *
find_question (const MappeProjectFile *file, const char *code)
{
  for (guint i = 0; i < file->steps->len; i++)
    for (guint n = 0; n < step_at (file, i)->questions->len; n++)
      {
        const MappeGateQuestion *question = g_ptr_array_index (step_at (file, i)->questions, n);

        if (g_str_equal (question->code, code))
          return question;
      }
  return NULL;
}

static void
answered_cb (GtkDropDown *down, GParamSpec *pspec, MappeProjectDossier *self)
{
  const MappeProjectFile *file = mappe_project_dossier_file (self);
  const MappeGateQuestion *question = file != NULL ? find_question (file, g_object_get_data (G_OBJECT (down), "code"))
                                                   : NULL;
  MappeGateState state = gtk_drop_down_get_selected (down);
  g_autofree char *today = mappe_date_today ();
  g_autofree char *label = NULL;

  if (question == NULL || state >= MAPPE_GATE_N || state == question->state)
    return;
  label = g_strdup_printf (_("Answer gate question %s"), question->code);
  mappe_dossier_apply (MAPPE_DOSSIER (self), mappe_project_answer (file->project->row, question, state, today, label),
                       NULL, _("The answer was not saved"));
}

static GtkWidget *
new_choice (MappeProjectDossier *self, const MappeProjectFile *file, const MappeGateQuestion *question)
{
  const char *words[MAPPE_GATE_N + 1] = { _("Not answered"), NULL };
  g_autofree char *name = g_strdup_printf ("dossier-question-%s", question->code);
  g_autofree char *spoken = g_strdup_printf (_("Answer: %s"), question->text);
  GtkWidget *down;

  for (guint i = 1; i < MAPPE_GATE_N; i++)
    {
      const char *code = mappe_gate_state_code (i);

      words[i] = mappe_codes_label (file->codes, "gate_answer", code, mappe_language_is_german (NULL));
      words[i] = words[i] != NULL ? words[i] : code;
    }
  down = gtk_drop_down_new_from_strings (words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), question->state);
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_widget_set_name (down, name);
  gtk_widget_set_sensitive (down, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  mappe_dossier_name (down, spoken);
  g_object_set_data_full (G_OBJECT (down), "code", g_strdup (question->code), g_free);
  g_signal_connect (down, "notify::selected", G_CALLBACK (answered_cb), self);
  return down;
}

static void
add_questions (MappeProjectDossier *self, GtkBox *box, const MappeProjectFile *file, const MappeProjectStep *step)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Questions at the gate"),
      step->questions->len == 0 ? _("No questions are in the list of gate questions for this step.") : NULL);

  for (guint i = 0; i < step->questions->len; i++)
    {
      const MappeGateQuestion *question = g_ptr_array_index (step->questions, i);
      g_autofree char *answer = mappe_project_words_answer (question, file, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (mappe_dossier_add_fact (group, question->text, answer)),
                                 new_choice (self, file, question));
    }
}

/* --- the selected step --- */

static void
typed_cb (MappeProjectDossier *self)
{
  mappe_dossier_hold (MAPPE_DOSSIER (self), TRUE);
}

static void
left_cb (MappeProjectDossier *self)
{
  mappe_project_dossier_save (self);
}

/* What is typed is saved when the focus leaves it, and with Ctrl+S. */
static GtkWidget *
new_text (MappeProjectDossier *self, const MappeRow *project, guint field)
{
  const char *text = mappe_row_get_text (project, field), *label = _(project->kind->fields[field].label);
  g_autofree char *name = g_strdup_printf ("dossier-text-%s", project->kind->fields[field].name);
  GtkWidget *view = gtk_text_view_new (), *frame = gtk_frame_new (NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextIter end;

  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  g_object_set (view, "top-margin", 8, "bottom-margin", 8, "left-margin", 8, "right-margin", 8, NULL);
  gtk_widget_set_size_request (view, -1, 56);
  gtk_widget_set_name (view, name);
  mappe_dossier_name (view, label);
  g_object_set_data (G_OBJECT (view), "field", GUINT_TO_POINTER (field));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);
  mappe_project_dossier_add_text (self, GTK_TEXT_VIEW (view));
  gtk_frame_set_child (GTK_FRAME (frame), mappe_shrink_text (view));
  return frame;
}

static void
add_texts (MappeProjectDossier *self, GtkBox *box, const MappeProjectFile *file, const MappeProjectStep *step)
{
  const MappeRow *project = file->project->row;

  for (guint i = step->first; i <= step->last; i++)
    {
      guint field = mappe_project_step_text (i);

      mappe_dossier_add_label (box, "heading", _(project->kind->fields[field].label));
      gtk_box_append (box, new_text (self, project, field));
    }
}

static void
add_step_acts (MappeProjectDossier *self, GtkBox *box, const MappeProjectFile *file, guint nth)
{
  guint now = mappe_project_steps_now (file->steps);
  const MappeProjectStep *step = step_at (file, nth);
  gboolean writable = mappe_dossier_is_writable (MAPPE_DOSSIER (self));
  GtkBox *acts;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.forward", writable && nth == now);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.reopen", writable && step->state == MAPPE_STEP_DONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.finish", writable && nth == now);
  if (step->state == MAPPE_STEP_TO_COME)
    return;
  acts = mappe_dossier_add_acts (box);
  if (step->state == MAPPE_STEP_DONE)
    mappe_dossier_add_act (acts, _("Reopen this step"), "project.reopen");
  else if (nth + 1 < file->steps->len)
    {
      /* Translators: title of the next step */
      g_autofree char *label = g_strdup_printf (_("Finish this step, go on to “%s”"), step_at (file, nth + 1)->title);

      gtk_widget_add_css_class (mappe_dossier_add_act (acts, label, "project.forward"), "suggested-action");
    }
  else
    mappe_dossier_add_act (acts, _("Finish the last step: the project is completed"), "project.finish");
}

/* What the gate of the goals lacks, and the way there. */
static void
add_gate (GtkBox *box, const MappeProjectFile *file)
{
  g_autofree char *words = mappe_project_words_goal (file, NULL);
  AdwPreferencesGroup *group = mappe_dossier_add_group (box, _("No start without a goal"), words);
  const MappeProjectIndicator *next = mappe_project_file_next_goal (file);

  if (next != NULL)
    mappe_dossier_add_link (group, mappe_row_get_text (next->indicator->row, MAPPE_INDICATOR_NAME),
                            _("Enter baseline and target of this indicator"), &mappe_indicator_kind,
                            next->indicator->row->id);
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("New indicator…"), "project.indicator");
}

/** mappe_project_dossier_add_steps: The strip, and what belongs to the selected step. */
void
mappe_project_dossier_add_steps (MappeProjectDossier *self, GtkBox *box, const MappeProjectFile *file)
{
  guint nth = mappe_project_dossier_step (self);
  const MappeProjectStep *step = step_at (file, nth);
  g_autofree char *title = g_strdup_printf ("%u. %s", nth + 1, step->title);

  add_strip (self, box, file);
  mappe_dossier_add_label (box, "title-4", title);
  add_texts (self, box, file, step);
  add_questions (self, box, file, step);
  if (mappe_project_steps_gated (file->steps, nth) && mappe_project_file_n_goals (file) == 0)
    add_gate (box, file);
  add_step_acts (self, box, file, nth);
}
