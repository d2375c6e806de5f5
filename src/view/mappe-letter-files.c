/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letter-files.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-format.h"

/* Letters to several people, a PDF for each: nobody gets the address of another one. */
typedef struct {
  GtkWidget *near;
  GPtrArray *letters, *names;
  char      *folder;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->near);
  g_ptr_array_unref (job->letters);
  g_ptr_array_unref (job->names);
  g_free (job->folder);
  g_free (job);
}

/* "03 Erna Beispiel.pdf": in the order of the list, and no two the same. */
static char *
path_of (const char *folder, guint number, const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\:*?\"<>|\n", '-');
  g_autofree char *file = g_strdup_printf ("%02u %s.pdf", number + 1, g_strstrip (plain));

  return g_build_filename (folder, file, NULL);
}

static gboolean
write_one (const char *path, const MappeNode *letter, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file “%s” already."), name);
      return FALSE;
    }
  bytes = mappe_format_find ("pdf")->write (letter, error);
  return bytes != NULL && mappe_save_bytes (bytes, path, error);
}

/**
 * mappe_letter_files_write:
 * @letters: (element-type MappeNode): a document for each recipient
 * @names: (element-type utf8): what the files are called
 * @error: return location; a file that is there already is an error
 *
 * Takes its time: not for the thread of the window.
 *
 * Returns: whether all letters are in @folder; otherwise none of them is
 */
gboolean
mappe_letter_files_write (const char *folder, GPtrArray *letters, GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < letters->len; i++)
    {
      g_autofree char *path = path_of (folder, i, g_ptr_array_index (names, i));

      if (!write_one (path, g_ptr_array_index (letters, i), error))
        {
          for (guint j = 0; j < written->len; j++)
            g_unlink (g_ptr_array_index (written, j));
          return FALSE;
        }
      g_ptr_array_add (written, g_steal_pointer (&path));
    }
  return TRUE;
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if (mappe_letter_files_write (job->folder, job->letters, job->names, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (ngettext ("%u letter saved", "%u letters saved", job->letters->len),
                                           job->letters->len);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    mappe_feedback_toast (job->near, text);
  else
    mappe_feedback_error (job->near, error, _("The letters were not saved"));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GFile) folder = mappe_dialogs_choose_finish (result, NULL);
  g_autoptr (GTask) task = NULL;

  if (folder == NULL)
    {
      job_free (job);
      return;
    }
  job->folder = g_file_get_path (folder);
  task = g_task_new (NULL, NULL, written_cb, NULL);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * mappe_letter_files_save:
 * @near: a widget of the window
 * @letters: (transfer full) (element-type MappeNode): a document for each recipient
 * @names: (transfer full) (element-type utf8): what the files are called
 *
 * Asks for a folder and writes the letters into it, all or none.
 */
void
mappe_letter_files_save (GtkWidget *near, GPtrArray *letters, GPtrArray *names)
{
  Job *job = g_new0 (Job, 1);

  job->near = g_object_ref (near);
  job->letters = letters;
  job->names = names;
  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_FOLDER, _("Save letters in"), NULL, NULL, chosen_cb, job);
}
