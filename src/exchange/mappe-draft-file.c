/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-draft-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mappe-exchange-error.h"
#include "mappe-target.h"

#define BUFFER_SIZE (64 * 1024)

struct _MappeDraftFile {
  char          *path;
  char          *draft;   /* NULL when it is in its place */
  int            fd;
  GOutputStream *stream;
};

/** mappe_draft_file_fail: @why: what the system says. Tells that it cannot be written. Returns: %FALSE */
gboolean
mappe_draft_file_fail (MappeDraftFile *self, const char *why, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, MAPPE_EXCHANGE_ERROR, MAPPE_EXCHANGE_ERROR_WRITE, _("“%s” could not be written: %s"), name, why);
  return FALSE;
}

/**
 * mappe_draft_file_open:
 * @path: the file to make or to replace when mappe_draft_file_finish() is called
 * @error: return location for %MAPPE_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): an empty file
 */
MappeDraftFile *
mappe_draft_file_open (const char *path, GError **error)
{
  g_autoptr (MappeDraftFile) self = g_new0 (MappeDraftFile, 1);
  g_autoptr (GOutputStream) direct = NULL;

  self->path = g_strdup (path);
  if (mappe_target_refusal (path) != NULL)
    {
      mappe_draft_file_fail (self, mappe_target_refusal (path), error);
      return NULL;
    }
  self->draft = g_strdup_printf ("%s.XXXXXX", path);
  self->fd = g_mkstemp_full (self->draft, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      g_clear_pointer (&self->draft, g_free);
      mappe_draft_file_fail (self, g_strerror (errno), error);
      return NULL;
    }
  direct = g_unix_output_stream_new (self->fd, FALSE);
  self->stream = g_buffered_output_stream_new_sized (direct, BUFFER_SIZE);
  return g_steal_pointer (&self);
}

/** mappe_draft_file_free: @self: (transfer full): what was not finished is not left behind */
void
mappe_draft_file_free (MappeDraftFile *self)
{
  if (self->stream != NULL)
    {
      /* What is still in the buffer goes into a file that is gone, or there is nothing in it. */
      if (self->draft != NULL)
        g_unlink (self->draft);
      g_object_unref (self->stream);
      close (self->fd);
    }
  g_free (self->draft);
  g_free (self->path);
  g_free (self);
}

/** mappe_draft_file_get_stream: Returns: (transfer none): what writes into the file */
GOutputStream *
mappe_draft_file_get_stream (MappeDraftFile *self)
{
  return self->stream;
}

/* A name is safe on the disk when its folder is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * mappe_draft_file_finish:
 * @error: return location for %MAPPE_EXCHANGE_ERROR_WRITE
 *
 * Puts the file in its place.
 *
 * Returns: whether it is there, whole
 */
gboolean
mappe_draft_file_finish (MappeDraftFile *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_flush (self->stream, NULL, &cause))
    return mappe_draft_file_fail (self, cause->message, error);
  if (fsync (self->fd) != 0 || g_rename (self->draft, self->path) != 0)
    return mappe_draft_file_fail (self, g_strerror (errno), error);
  g_clear_pointer (&self->draft, g_free);
  sync_folder (self->path);
  return TRUE;
}
