/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-template-editor.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-build-letter.h"
#include "mappe-template-parts.h"
#include "mappe-window-frame.h"

#define WIDTH 760
#define HEIGHT 560

/* The window in which a council makes a text its own. Belongs to the window. */
typedef struct {
  MappeMeetingStep    *step;
  MappeSitting        *sitting;
  const char          *purpose;   /* one of mappe_template_purposes() */
  const MappeLanguage *language;
  AdwWindow           *window;
  MappeTemplateParts   parts;
} Editor;

static void
editor_free (gpointer data)
{
  Editor *self = data;

  g_object_unref (self->step);
  mappe_sitting_unref (self->sitting);
  g_free (self);
}

static void
changed_cb (Editor *self)
{
  g_autofree char *today = mappe_date_today ();
  g_autofree char *text = mappe_template_parts_get_text (&self->parts);
  const MappeTemplate template = { self->purpose, (char *) gtk_editable_get_text (self->parts.subject), text, NULL };
  const MappeLetterFacts facts = { .sent_on = today, .edition = self->sitting->versions->len + 1 };
  g_autoptr (MappeFilledText) filled = mappe_template_fill (&template, self->sitting, &facts, self->language);

  mappe_template_parts_show_unknown (&self->parts, filled);
  mappe_paper_view_set_document (self->parts.paper,
                                 mappe_build_letter (self->sitting, &template, &facts, self->language));
}

/* --- done --- */

static void
saved_cb (MappeMeetingStep *step, MappeApplied *applied, gpointer data)
{
  g_autoptr (AdwWindow) window = data;

  if (applied != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
apply (Editor *self, MappeEdit *edit, GError *error)
{
  mappe_meeting_step_apply_then (self->step, edit, error, _("The text was not saved"), saved_cb,
                                 g_object_ref (self->window));
}

static void
save_cb (Editor *self)
{
  const MappeSitting *now = mappe_meeting_step_get_sitting (self->step);
  g_autofree char *text = mappe_template_parts_get_text (&self->parts);
  GError *error = NULL;
  MappeEdit *edit = mappe_template_save (now, self->purpose, self->language,
                                         gtk_editable_get_text (self->parts.subject), text, &error);

  apply (self, edit, error);
}

/* A text that was saved goes back as a step of its own; one that was only typed is just replaced. */
static void
reset_cb (Editor *self)
{
  const MappeSitting *now = mappe_meeting_step_get_sitting (self->step);
  g_autoptr (MappeTemplate) present = mappe_template_find (now, self->purpose, self->language);
  g_autoptr (MappeTemplate) template = mappe_template_built_in (self->purpose, self->language);
  GError *error = NULL;
  MappeEdit *edit;

  mappe_template_parts_set (&self->parts, template);
  if (present->row == NULL)
    return;
  edit = mappe_template_reset (now, self->purpose, self->language, &error);
  apply (self, edit, error);
}

/**
 * mappe_template_editor_open:
 * @step: the step that shows the meeting
 * @purpose: which letter
 * @language: in which language
 *
 * Opens the window in which subject and text of a letter are changed for all meetings, with a preview of this one.
 */
void
mappe_template_editor_open (MappeMeetingStep *step, const char *purpose, const MappeLanguage *language)
{
  MappeSitting *sitting = (MappeSitting *) mappe_meeting_step_get_sitting (step);
  g_autoptr (MappeTemplate) template = mappe_template_find (sitting, purpose, language);
  g_autofree char *title = g_strdup_printf (_("Text: %s"), mappe_sitting_code (sitting, "template_purpose", purpose,
                                                                              NULL));
  Editor *self = g_new0 (Editor, 1);
  const MappeTemplateField *fields;
  GtkWidget *accept, *content;
  guint n;

  self->step = g_object_ref (step);
  self->sitting = mappe_sitting_ref (sitting);
  self->purpose = template->row != NULL ? g_intern_string (purpose) : template->purpose;
  self->language = language;
  fields = mappe_template_fields (&n);
  content = mappe_template_parts_build (&self->parts, fields, n);
  self->window = mappe_window_frame_new (GTK_WIDGET (step), title, _("Save"), content, &accept);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  g_object_set_data_full (G_OBJECT (self->window), "mappe-editor", self, editor_free);
  mappe_template_parts_set (&self->parts, template);
  changed_cb (self);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (save_cb), self);
  mappe_template_parts_connect (&self->parts, G_CALLBACK (changed_cb), G_CALLBACK (reset_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->parts.text));
}
