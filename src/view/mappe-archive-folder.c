/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-archive-folder.h"

#include <glib/gi18n.h>

#include "mappe-archive-pack.h"
#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-language.h"

/* The folder that goes to the archive with an offer, written beside the window. */

typedef struct {
  GtkWidget  *near;
  MappeStore *store;
  gint64      offer;
  char       *path;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->near);
  g_object_unref (saving->store);
  g_free (saving->path);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  g_autofree char *today = mappe_date_today ();
  const MappeArchivePackOrder order = { saving->offer, NULL, today };
  GError *error = NULL;

  if (mappe_archive_pack_write (saving->store, &order, saving->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *near = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    mappe_feedback_error (near, error, _("The folder was not written"));
  else
    mappe_feedback_toast (near, _("The folder for the archive is written"));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  g_autoptr (GTask) task = NULL;

  saving->path = file != NULL ? g_file_get_path (file) : NULL;
  if (saving->path == NULL)
    return;
  task = g_task_new (saving->near, NULL, written_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&saving), (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * mappe_archive_folder_save:
 * @near: widget of the window
 * @offer: id of the offer
 *
 * Asks for a name and writes the folder under it: list, register, minutes, files, hashes.
 */
void
mappe_archive_folder_save (GtkWidget *near, MappeStore *store, gint64 offer)
{
  Saving *saving = g_new0 (Saving, 1);

  *saving = (Saving) { g_object_ref (near), g_object_ref (store), offer, NULL };
  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_SAVE, _("Folder for the archive"), NULL, _("Archive"), chosen_cb,
                              saving);
}
