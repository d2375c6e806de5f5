/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-copies.h"

#include <string.h>

static void
copy_free (MappeCopy *self)
{
  g_free (self->path);
  g_free (self);
}

typedef struct {
  char *folder;
  char *stem;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->folder);
  g_free (wanted->stem);
  g_free (wanted);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const MappeCopy *left = *(MappeCopy * const *) a;
  const MappeCopy *right = *(MappeCopy * const *) b;

  if (left->modified != right->modified)
    return left->modified > right->modified ? -1 : 1;
  return -strcmp (left->path, right->path);
}

static void
take (GPtrArray *copies, const char *folder, GFileInfo *info)
{
  MappeCopy *copy = g_new0 (MappeCopy, 1);

  copy->path = g_build_filename (folder, g_file_info_get_name (info), NULL);
  copy->modified = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  copy->size = g_file_info_get_size (info);
  g_ptr_array_add (copies, copy);
}

/* Reading a folder may wait for a network share, so it has a thread. */
static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) copy_free);
  g_autoptr (GFile) folder = g_file_new_for_path (wanted->folder);
  g_autoptr (GFileEnumerator) files = NULL;
  GFileInfo *info;

  files = g_file_enumerate_children (folder, "standard::name,standard::size,time::modified", G_FILE_QUERY_INFO_NONE,
                                     cancellable, NULL);
  while (files && g_file_enumerator_iterate (files, &info, NULL, cancellable, NULL) && info)
    if (g_str_has_prefix (g_file_info_get_name (info), wanted->stem)
        && g_str_has_suffix (g_file_info_get_name (info), MAPPE_BACKUP_SUFFIX))
      take (copies, wanted->folder, info);
  g_ptr_array_sort (copies, newest_first);
  g_task_return_pointer (task, g_steal_pointer (&copies), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * mappe_copies_async:
 * @path: path of a council file
 * @folder: folder of the automatic backups
 *
 * Looks for the backups of the file.
 */
void
mappe_copies_async (const char *path, const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Wanted *wanted = g_new0 (Wanted, 1);
  g_autofree char *base = g_path_get_basename (path);

  wanted->folder = g_strdup (folder);
  if (g_str_has_suffix (base, ".ratsmappe"))
    base[strlen (base) - strlen (".ratsmappe")] = '\0';
  wanted->stem = g_strconcat (base, "-", NULL);
  g_task_set_source_tag (task, mappe_copies_async);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * mappe_copies_finish:
 *
 * Returns: (transfer full) (element-type MappeCopy): the backups, the newest first; empty when there are none
 */
GPtrArray *
mappe_copies_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mappe_copies_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
