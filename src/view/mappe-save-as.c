/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-save-as.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-file-content.h"

typedef struct {
  GtkWidget *near;
  GFile     *file;
  GBytes    *bytes;
  char      *what_failed;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->near);
  g_clear_object (&save->file);
  g_bytes_unref (save->bytes);
  g_free (save->what_failed);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static Save *
save_new (GtkWidget *near, GBytes *bytes, const char *what_failed)
{
  Save *save = g_new0 (Save, 1);

  save->near = g_object_ref (near);
  save->bytes = g_bytes_ref (bytes);
  save->what_failed = g_strdup (what_failed);
  return save;
}

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
  g_autoptr (Save) save = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);

  if (file != NULL)
    mappe_save_as_write (save->near, file, save->bytes, save->what_failed);
}

/**
 * mappe_save_as:
 * @title: translated, of the dialog
 * @name: of the file, proposed
 * @what_failed: translated sentence for a failure
 *
 * Asks where to, and writes @bytes there.
 */
void
mappe_save_as (GtkWidget *near, const char *title, const MappeDialogsFilter *filter, const char *name, GBytes *bytes,
               const char *what_failed)
{
  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_SAVE, title, filter, name, chosen_cb,
                              save_new (near, bytes, what_failed));
}

/** mappe_save_as_write: Writes @bytes to a file that was chosen already. */
void
mappe_save_as_write (GtkWidget *near, GFile *file, GBytes *bytes, const char *what_failed)
{
  Save *save = save_new (near, bytes, what_failed);

  save->file = g_object_ref (file);
  mappe_file_content_write_async (bytes, file, NULL, saved_cb, save);
}
