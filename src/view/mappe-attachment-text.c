/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-view-private.h"

#include <glib/gi18n.h>

/* The text of a file alone: for screen readers, for copying, for large letters. */

#define MOST_SHOWN (2 * 1000 * 1000)  /* bytes */
#define MOST_TOLD 4000                /* characters of a page that a screen reader is told at once */

typedef struct {
  MappeAttachment *file;
  guint            page;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mappe_attachment_unref (job->file);
  g_free (job);
}

static void
run (MappeAttachmentView *self, guint page, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, NULL);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { mappe_attachment_ref (self->file), page };
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

/* --- all of it --- */

static void
all_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < mappe_attachment_n_pages (job->file) && all->len < MOST_SHOWN; i++)
    {
      g_autofree char *text = mappe_attachment_page_text (job->file, i);

      if (g_cancellable_is_cancelled (cancellable))
        break;
      g_string_append_printf (all, i > 0 ? "\n\n— %u —\n\n" : "— %u —\n\n", i + 1);
      g_string_append (all, *text != '\0' ? text : _("This page has no text."));
    }
  g_task_return_pointer (task, g_string_free (all, FALSE), g_free);
}

static void
all_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (source);
  GtkTextIter start;

  if (text == NULL)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->text), &start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->text), &start);
}

/* Fills the text view, once a file. */
void
mappe_attachment_text_read (MappeAttachmentView *self)
{
  if (self->text_read || self->file == NULL)
    return;
  self->text_read = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), _("Reading…"), -1);
  run (self, 0, all_thread, all_cb);
}

/* --- a page --- */

static void
page_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, mappe_attachment_page_text (job->file, job->page), g_free);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  if (text != NULL && *text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (source)), text);
}

/* What is selected, or else the page. */
void
mappe_attachment_text_copy (MappeAttachmentView *self)
{
  const char *selection = mappe_attachment_sheets_get_selection (self->sheets);

  if (selection != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), selection);
  else if (self->file != NULL)
    run (self, mappe_attachment_view_get_page (self), page_thread, copied_cb);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *label = NULL, *told = NULL;

  if (text == NULL || job->page + 1 != self->described)
    return;
  label = g_strdup_printf (_("Page %u of %u"), job->page + 1, mappe_attachment_n_pages (job->file));
  told = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_TOLD));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  *told != '\0' ? told : _("This page has no text."), -1);
}

/* Tells a screen reader which page is looked at, and what it says. */
void
mappe_attachment_text_tell (MappeAttachmentView *self)
{
  guint page = self->file != NULL ? mappe_attachment_view_get_page (self) : 0;

  if (self->file == NULL || self->described == page + 1)
    return;
  self->described = page + 1;
  run (self, page, page_thread, told_cb);
}
