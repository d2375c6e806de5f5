/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-private.h"

#include <glib/gi18n.h>

#include "mappe-backup.h"
#include "mappe-copies.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-settings.h"

/* --- putting a backup in the place of the file --- */

typedef struct {
  char *backup;
  char *path;
} Restore;

static void
restore_free (Restore *restore)
{
  g_free (restore->backup);
  g_free (restore->path);
  g_free (restore);
}

/* A thread of its own: the file's store is closed, and with it its lanes. */
static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restore *restore = data;
  GError *error = NULL;

  if (mappe_backup_restore (restore->backup, restore->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeWindow *self = MAPPE_WINDOW (source);
  Restore *restore = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  mappe_window_show_idle (self);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    mappe_feedback_error (GTK_WIDGET (self->toasts), error, _("The backup was not restored"));
  else
    mappe_feedback_toast (GTK_WIDGET (self->pages),
                          _("Backup restored; the file before it is kept beside it"));
  if (g_file_test (restore->path, G_FILE_TEST_EXISTS))
    mappe_window_open (self, restore->path);
}

/**
 * mappe_window_restore:
 * @backup: path of a backup
 *
 * Closes the file, puts @backup in its place and opens it again. The replaced file is kept.
 */
void
mappe_window_restore (MappeWindow *self, const char *backup)
{
  g_autoptr (GTask) task = NULL;
  Restore *restore;

  g_return_if_fail (MAPPE_IS_WINDOW (self));
  g_return_if_fail (self->path != NULL);
  restore = g_new0 (Restore, 1);
  restore->backup = g_strdup (backup);
  restore->path = g_strdup (self->path);
  task = g_task_new (self, NULL, restored_cb, NULL);
  g_task_set_source_tag (task, mappe_window_restore);
  g_task_set_task_data (task, restore, (GDestroyNotify) restore_free);
  mappe_window_keep_place (self);
  mappe_window_set_store (self, NULL);
  mappe_window_show_busy (self, _("Restoring the backup…"));
  g_task_run_in_thread (task, restore_in_thread);
}

static void
backup_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeWindow *self = MAPPE_WINDOW (source);
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  g_autofree char *backup = file ? g_file_get_path (file) : NULL;

  if (backup && self->path)
    mappe_window_restore (self, backup);
  else
    g_clear_pointer (&self->path, g_free);
}

static void
choose_backup (MappeWindow *self)
{
  MappeDialogsFilter filter = { _("Council files and backups"), "*.ratsmappe;*" MAPPE_BACKUP_SUFFIX };
  g_autofree char *folder = mappe_settings_backup_folder ();

  mappe_dialogs_choose_async (GTK_WIDGET (self), MAPPE_DIALOGS_OPEN, _("Choose the backup to restore"), &filter,
                              folder, backup_chosen_cb, NULL);
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (mappe_window_get_path (MAPPE_WINDOW (widget)))
    mappe_window_restore (MAPPE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/**
 * mappe_window_install_trouble_actions:
 *
 * Actions that put things right.
 */
void
mappe_window_install_trouble_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.restore", "s", restore_cb);
}

/* --- a file that does not open --- */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeWindow *self = MAPPE_WINDOW (source);
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  g_autofree char *path = g_strdup (self->path);

  if (g_strcmp0 (answer, "restore") == 0)
    {
      choose_backup (self);
      return;
    }
  g_clear_pointer (&self->path, g_free);
  if (g_strcmp0 (answer, "again") == 0)
    mappe_window_open (self, path);
  else if (g_strcmp0 (answer, "open") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open", NULL);
}

static gboolean
may_restore (const GError *error)
{
  return g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED)
         || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND)
         || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FAILED);
}

static gboolean
may_try_again (const GError *error)
{
  return g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOCKED)
         || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_PERMISSION)
         || g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FULL);
}

/**
 * mappe_window_open_failed:
 * @error: why the file could not be opened
 *
 * Says what is the matter with the file and offers what can be done about it.
 */
void
mappe_window_open_failed (MappeWindow *self, const GError *error)
{
  gboolean restore = may_restore (error), again = may_try_again (error);
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Close"), MAPPE_DIALOGS_PLAIN },
    { "open", _("_Open another…"), restore || again ? MAPPE_DIALOGS_PLAIN : MAPPE_DIALOGS_SUGGESTED },
    { restore ? "restore" : "again", restore ? _("_Restore a backup…") : _("_Try again"), MAPPE_DIALOGS_SUGGESTED },
  };
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *body = NULL;
  const char *advice;
  const char *heading = mappe_feedback_explain (error, &advice);

  if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
    mappe_settings_remove_file (self->path);
  body = g_strdup_printf ("%s\n\n%s", advice, name);
  mappe_dialogs_ask_async (GTK_WIDGET (self), heading, body, answers, restore || again ? 3 : 2,
                           mappe_dialogs_make_detail (error->message), answered_cb, NULL);
}
