/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-demo.h"

#include <glib/gstdio.h>

#include "mappe-sample.h"
#include "mappe-sent-before.h"
#include "mappe-store.h"

/* Written beside its place and moved there when it is whole, so that a demo is never half of one. */
static gboolean
write_demo (const char *path, const char *language, GError **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);
  g_autofree char *folder = mappe_sample_find_folder ();
  g_autoptr (MappeStore) store = NULL;
  gboolean loaded;

  g_unlink (unfinished);
  store = mappe_store_open (unfinished, MAPPE_STORE_OPEN_CREATE, error);
  if (store == NULL)
    return FALSE;
  loaded = mappe_sample_load (store, folder, language, error) && mappe_sent_before_freeze (store, error);
  mappe_store_close (store);
  if (loaded && g_rename (unfinished, path) == 0)
    return TRUE;
  if (loaded)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
  g_unlink (unfinished);
  return FALSE;
}

/* The store belongs to this thread alone and has a context of its own, which nobody runs. */
static void
demo_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *language = data;
  g_autofree char *name = g_strdup_printf ("demo-%s.ratsmappe", language);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ratsmappe", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GMainContext) context = g_main_context_new ();
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  if (g_file_test (path, G_FILE_TEST_EXISTS)
      || (g_mkdir_with_parents (folder, 0700) == 0 && write_demo (path, language, &error)))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else if (error)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
  g_main_context_pop_thread_default (context);
}

/**
 * mappe_demo_async:
 * @language: "de" or "en"
 *
 * Writes the demo council into the user's data folder, off the UI thread. One that is there is kept as it is.
 */
void
mappe_demo_async (const char *language, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, mappe_demo_async);
  g_task_set_task_data (task, g_strdup (language), g_free);
  g_task_run_in_thread (task, demo_in_thread);
}

/**
 * mappe_demo_finish:
 *
 * Returns: (transfer full): path of the demo council
 */
char *
mappe_demo_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mappe_demo_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
