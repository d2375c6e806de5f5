/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letter-text-editor.h"

#include <glib/gi18n.h>

#include "mappe-build-council-letter.h"
#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-paper-view.h"
#include "mappe-template-parts.h"
#include "mappe-window-frame.h"

#define WIDTH 760
#define HEIGHT 560

/* The window in which a council makes the text of a letter its own that is about no meeting, with a preview of an
 * example. Belongs to the window. */
typedef struct {
  MappeStore          *store;
  const char          *purpose;
  const MappeLanguage *language;
  MappeTemplate       *present;   /* as it is in the file */
  MappeRow            *council;   /* (nullable) */
  AdwWindow           *window;
  MappeTemplateParts   parts;
} Editor;

static void
editor_free (gpointer data)
{
  Editor *self = data;

  g_object_unref (self->store);
  mappe_template_free (self->present);
  g_clear_pointer (&self->council, mappe_row_unref);
  g_free (self);
}

static Editor *
editor_of (AdwWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "mappe-editor");
}

static void
changed_cb (Editor *self)
{
  g_autofree char *text = mappe_template_parts_get_text (&self->parts), *today = mappe_date_today ();
  const MappeTemplate typed = { self->purpose, (char *) gtk_editable_get_text (self->parts.subject), text, NULL };
  g_autoptr (MappeFilledText) filled = mappe_letter_text_sample (&typed, self->language);
  const MappeCouncilLetter letter = { self->purpose, self->council, NULL, filled, today, NULL };

  mappe_template_parts_show_unknown (&self->parts, filled);
  mappe_paper_view_set_document (self->parts.paper, mappe_build_council_letter (&letter, self->language));
}

/* --- done --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (applied == NULL && editor_of (window) != NULL)
    mappe_feedback_error (GTK_WIDGET (window), error, _("The text was not saved"));
  else if (applied != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

/* @edit: (transfer full) (nullable): %NULL with @error */
static void
apply (Editor *self, MappeEdit *edit, GError *error)
{
  if (edit != NULL)
    mappe_store_apply_async (self->store, edit, NULL, saved_cb, g_object_ref (self->window));
  else
    mappe_feedback_error (GTK_WIDGET (self->window), error, _("The text was not saved"));
  g_clear_error (&error);
}

static void
save_cb (Editor *self)
{
  g_autofree char *text = mappe_template_parts_get_text (&self->parts);
  GError *error = NULL;
  MappeEdit *edit = mappe_letter_text_save (self->present, self->language,
                                            gtk_editable_get_text (self->parts.subject), text, &error);

  apply (self, edit, error);
}

/* A text that was saved goes back as a step of its own; one that was only typed is just replaced. */
static void
reset_cb (Editor *self)
{
  g_autoptr (MappeTemplate) built_in = mappe_letter_text_built_in (self->purpose, self->language);
  GError *error = NULL;
  MappeEdit *edit;

  mappe_template_parts_set (&self->parts, built_in);
  if (self->present->row == NULL)
    return;
  edit = mappe_letter_text_reset (self->present, &error);
  apply (self, edit, error);
}

/**
 * mappe_letter_text_editor_open:
 * @near: widget in the window to be modal for
 * @text: as it is now
 * @council: (nullable): for the letterhead of the preview
 * @title: of the letters, for people
 *
 * Opens the window in which subject and text of these letters are changed, with a preview of an example.
 */
void
mappe_letter_text_editor_open (GtkWidget *near, MappeStore *store, const MappeTemplate *text, const MappeRow *council,
                               const char *title, const MappeLanguage *language)
{
  Editor *self = g_new0 (Editor, 1);
  g_autofree char *heading = g_strdup_printf (_("Text: %s"), title);
  const MappeTemplateField *fields;
  GtkWidget *accept, *content;
  guint n;

  self->store = g_object_ref (store);
  self->purpose = g_intern_string (text->purpose);
  self->language = language;
  self->present = g_new0 (MappeTemplate, 1);
  *self->present = (MappeTemplate) { self->purpose, g_strdup (text->subject), g_strdup (text->text),
                                     text->row != NULL ? mappe_row_ref (text->row) : NULL };
  self->council = council != NULL ? mappe_row_ref ((MappeRow *) council) : NULL;
  fields = mappe_letter_text_fields (self->purpose, &n);
  content = mappe_template_parts_build (&self->parts, fields, n);
  self->window = mappe_window_frame_new (near, heading, _("Save"), content, &accept);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  g_object_set_data_full (G_OBJECT (self->window), "mappe-editor", self, editor_free);
  mappe_template_parts_set (&self->parts, self->present);
  changed_cb (self);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (save_cb), self);
  mappe_template_parts_connect (&self->parts, G_CALLBACK (changed_cb), G_CALLBACK (reset_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->parts.text));
}
