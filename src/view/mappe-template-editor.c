/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-template-editor.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-paper-view.h"
#include "mappe-build-letter.h"
#include "mappe-templates.h"
#include "mappe-window-frame.h"
#include "mappe-wrap-layout.h"

#define WIDTH 760
#define HEIGHT 560
#define TEXT_HEIGHT 200
#define PAPER_HEIGHT 420

/* The window in which a council makes a text its own. Belongs to the window. */
typedef struct {
  MappeMeetingStep    *step;
  MappeSitting        *sitting;
  const char          *purpose;   /* one of mappe_template_purposes() */
  const MappeLanguage *language;
  AdwWindow           *window;
  GtkEditable         *subject;
  GtkTextView         *text;
  GtkLabel            *unknown;
  MappePaperView      *paper;
} Editor;

static void
editor_free (gpointer data)
{
  Editor *self = data;

  g_object_unref (self->step);
  mappe_sitting_unref (self->sitting);
  g_free (self);
}

static char *
typed_text (Editor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_unknown (Editor *self, const MappeFilledText *filled)
{
  g_autofree char *names = g_strjoinv ("}, {", filled->unknown);
  /* Translators: %s are names of fields that do not exist */
  g_autofree char *text = g_strdup_printf (_("Nothing is filled in for {%s}."), names);

  gtk_label_set_label (self->unknown, filled->unknown[0] != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), filled->unknown[0] != NULL);
}

static void
changed_cb (Editor *self)
{
  g_autofree char *today = mappe_date_today ();
  g_autofree char *text = typed_text (self);
  const MappeTemplate template = { self->purpose, (char *) gtk_editable_get_text (self->subject), text, NULL };
  const MappeLetterFacts facts = { .sent_on = today, .edition = self->sitting->versions->len + 1 };
  g_autoptr (MappeFilledText) filled = mappe_template_fill (&template, self->sitting, &facts, self->language);

  show_unknown (self, filled);
  mappe_paper_view_set_document (self->paper, mappe_build_letter (self->sitting, &template, &facts, self->language));
}

static void
insert_cb (Editor *self, GtkButton *button)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->text),
                                    gtk_widget_get_tooltip_text (GTK_WIDGET (button)), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
fill (Editor *self, const MappeTemplate *template)
{
  gtk_editable_set_text (self->subject, template->subject != NULL ? template->subject : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), template->text, -1);
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
  g_autofree char *text = typed_text (self);
  GError *error = NULL;
  MappeEdit *edit = mappe_template_save (now, self->purpose, self->language, gtk_editable_get_text (self->subject),
                                         text, &error);

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

  fill (self, template);
  if (present->row == NULL)
    return;
  edit = mappe_template_reset (now, self->purpose, self->language, &error);
  apply (self, edit, error);
}

/* --- building --- */

static GtkWidget *
build_fields (Editor *self)
{
  guint n;
  const MappeTemplateField *fields = mappe_template_fields (&n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, mappe_wrap_layout_new ());
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(fields[i].meaning));
      g_autofree char *field = g_strdup_printf ("{%s}", fields[i].name);

      gtk_widget_set_tooltip_text (button, field);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, field, -1);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (insert_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
build_text (Editor *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *frame = gtk_frame_new (NULL);

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, 8);
  gtk_text_view_set_right_margin (self->text, 8);
  gtk_text_view_set_top_margin (self->text, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text"), -1);
  gtk_widget_set_size_request (scroller, -1, TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_frame_set_child (GTK_FRAME (frame), scroller);
  return frame;
}

static GtkWidget *
build_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
build_content (Editor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *subject = gtk_entry_new ();
  GtkWidget *reset = gtk_button_new_with_label (_("Back to the built-in text"));

  self->subject = GTK_EDITABLE (subject);
  gtk_accessible_update_property (GTK_ACCESSIBLE (subject), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Subject"), -1);
  self->unknown = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->unknown, 0);
  gtk_label_set_wrap (self->unknown, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->unknown), "error");
  self->paper = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->paper), -1, PAPER_HEIGHT);
  gtk_widget_set_halign (reset, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), build_heading (_("Subject")));
  gtk_box_append (GTK_BOX (box), subject);
  gtk_box_append (GTK_BOX (box), build_heading (_("Text")));
  gtk_box_append (GTK_BOX (box), build_text (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unknown));
  gtk_box_append (GTK_BOX (box), build_heading (_("Insert a field")));
  gtk_box_append (GTK_BOX (box), build_fields (self));
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), build_heading (_("Preview")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->paper));
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (reset_cb), self);
  return box;
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
  GtkWidget *accept, *content;

  self->step = g_object_ref (step);
  self->sitting = mappe_sitting_ref (sitting);
  self->purpose = template->row != NULL ? g_intern_string (purpose) : template->purpose;
  self->language = language;
  content = build_content (self);
  self->window = mappe_window_frame_new (GTK_WIDGET (step), title, _("Save"), content, &accept);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  g_object_set_data_full (G_OBJECT (self->window), "mappe-editor", self, editor_free);
  fill (self, template);
  changed_cb (self);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->subject, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
