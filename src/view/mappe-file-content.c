/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-file-content.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mappe-attachment.h"

/** mappe_file_content_free: Frees the content. */
void
mappe_file_content_free (MappeFileContent *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->hash);
  g_free (self->uri);
  g_free (self->name);
  g_free (self->mime);
  mappe_content_text_free (self->facts);
  g_free (self);
}

static gboolean
check_size (GFileInfo *info, GError **error)
{
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a file."));
  else if (g_file_info_get_size (info) > MAPPE_FILE_CONTENT_MAX)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("The file is larger than %d MiB."),
                 MAPPE_FILE_CONTENT_MAX / (1024 * 1024));
  else
    return TRUE;
  return FALSE;
}

/* Reads no more than allowed, also when the file grows meanwhile. */
static GBytes *
read_all (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guchar *buffer = NULL;
  gssize got = 0;
  if (in == NULL)
    return NULL;
  buffer = g_malloc (256 * 1024);
  while ((got = g_input_stream_read (G_INPUT_STREAM (in), buffer, 256 * 1024, cancellable, error)) > 0 &&
         all->len <= MAPPE_FILE_CONTENT_MAX)
    g_byte_array_append (all, buffer, (guint) got);
  g_free (buffer);
  return got < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = G_FILE (data);
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME
                                                  "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &error);
  g_autoptr (GBytes) bytes = NULL;
  if (info != NULL && check_size (info, &error))
    bytes = read_all (file, cancellable, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  MappeFileContent *content = g_new0 (MappeFileContent, 1);
  content->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  content->facts = mappe_attachment_read (bytes, FALSE, cancellable);
  content->bytes = g_steal_pointer (&bytes);
  content->uri = g_file_get_uri (file);
  content->name = g_strdup (g_file_info_get_display_name (info));
  content->mime = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  g_task_return_pointer (task, content, (GDestroyNotify) mappe_file_content_free);
}

/**
 * mappe_file_content_load_async:
 * @file: a file
 * @cancellable: (nullable): cancels reading
 * @callback: called on the caller's main context
 * @data: for @callback
 *
 * Reads, hashes and judges @file away from the UI thread.
 */
void
mappe_file_content_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, mappe_file_content_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/** mappe_file_content_load_finish: Returns: (transfer full) (nullable): the content; %NULL with a #GIOErrorEnum */
MappeFileContent *
mappe_file_content_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  GError *error = NULL;
  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/** mappe_file_content_write_async: Writes @bytes to @file; a file there is replaced when all is written. */
void
mappe_file_content_write_async (GBytes *bytes,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, mappe_file_content_write_async);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                                       written_cb, task);
}

/** mappe_file_content_write_finish: Returns: whether the file is written */
gboolean
mappe_file_content_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *private_folder;

/**
 * mappe_file_content_private_place:
 * @name: name of a file; parts that would lead elsewhere are taken out
 * @error: return location for a #GFileError
 *
 * Other programs open files, not records, so a copy has to lie somewhere: in a folder of this run that only the
 * user can enter.
 *
 * Returns: (transfer full) (nullable): where to write the copy; a folder of its own, so that names stay as they are
 */
GFile *
mappe_file_content_private_place (const char *name, GError **error)
{
  if (private_folder == NULL)
    private_folder = g_dir_make_tmp ("ratsmappe-XXXXXX", error);
  if (private_folder == NULL)
    return NULL;
  g_autofree char *own = g_build_filename (private_folder, "XXXXXX", NULL);
  if (g_mkdtemp_full (own, 0700) == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  g_autofree char *plain = g_path_get_basename (name != NULL && *name != '\0' ? name : "file");
  return g_file_new_build_filename (own, *plain == '.' || *plain == '/' ? "file" : plain, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/** mappe_file_content_clean: Removes the copies made for other programs: when the program ends. */
void
mappe_file_content_clean (void)
{
  if (private_folder != NULL)
    remove_tree (private_folder);
  g_clear_pointer (&private_folder, g_free);
}
