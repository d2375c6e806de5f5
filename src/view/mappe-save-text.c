/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-save-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-feedback.h"
#include "mappe-file-content.h"

typedef struct {
  GtkWidget *near;
  GBytes    *bytes;
  GFile     *file;
  char      *what_failed;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->near);
  g_bytes_unref (save->bytes);
  g_clear_object (&save->file);
  g_free (save->what_failed);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *text = g_strdup_printf (_("“%s” saved"), name);

  if (mappe_file_content_write_finish (result, &error))
    mappe_feedback_toast (save->near, text);
  else
    mappe_feedback_error (save->near, error, save->what_failed);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;

  save->file = mappe_dialogs_choose_finish (result, NULL);
  if (save->file != NULL)
    mappe_file_content_write_async (save->bytes, save->file, NULL, saved_cb, save);
  else
    save_free (save);
}

/** mappe_save_text: @text: (transfer full): UTF-8. Asks where to, and writes it there. */
void
mappe_save_text (GtkWidget *near, const MappeSaveText *how, char *text)
{
  g_autofree char *pattern = g_strconcat ("*.", how->ending, NULL);
  g_autofree char *suggested = g_strdup_printf ("%s.%s", how->name, how->ending);
  MappeDialogsFilter filter = { how->kind, pattern };
  Save *save = g_new0 (Save, 1);

  save->near = g_object_ref (near);
  save->bytes = g_bytes_new_take (text, strlen (text));
  save->what_failed = g_strdup (how->what_failed);
  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_SAVE, how->title, &filter, suggested, chosen_cb, save);
}
