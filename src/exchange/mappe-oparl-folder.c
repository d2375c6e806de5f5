/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mappe-draft-folder.h"
#include "mappe-exchange-error.h"

/* A folder that only the user may read. It lies beside its name until it is whole; then it takes the place of the one
 * that stood there, which must be of the same sort: nobody's files are deleted because of a wrong name. */

struct _MappeDraftFolder {
  char *path;
  char *draft;   /* NULL when it is in its place */
  char *token;   /* a file that every such folder has */
};

static gboolean
complain (const MappeDraftFolder *self, const char *why, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, MAPPE_EXCHANGE_ERROR, MAPPE_EXCHANGE_ERROR_WRITE, _("“%s” could not be written: %s"), name, why);
  return FALSE;
}

/* Links are deleted, not followed. */
static void
delete_tree (const char *path)
{
  GStatBuf info;
  GDir *folder = g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode) ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  if (folder == NULL)
    {
      g_unlink (path);
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      delete_tree (below);
    }
  g_dir_close (folder);
  g_rmdir (path);
}

static gboolean
may_replace (const MappeDraftFolder *self)
{
  g_autofree char *token = g_build_filename (self->path, self->token, NULL);
  GStatBuf info;

  if (g_lstat (self->path, &info) != 0)
    return TRUE;
  return S_ISDIR (info.st_mode) && (g_file_test (token, G_FILE_TEST_IS_REGULAR) || g_rmdir (self->path) == 0);
}

/**
 * mappe_draft_folder_open:
 * @path: the folder to make or to replace
 * @token: name of a file in it, by which a folder that may be replaced is known
 * @error: return location for %MAPPE_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): an empty folder
 */
MappeDraftFolder *
mappe_draft_folder_open (const char *path, const char *token, GError **error)
{
  g_autoptr (MappeDraftFolder) self = g_new0 (MappeDraftFolder, 1);

  self->path = g_strdup (path);
  self->token = g_strdup (token);
  while (self->path[0] != '\0' && self->path[1] != '\0' && g_str_has_suffix (self->path, "/"))
    self->path[strlen (self->path) - 1] = '\0';
  if (!may_replace (self))
    {
      complain (self, _("there is something else under this name"), error);
      return NULL;
    }
  self->draft = g_strdup_printf ("%s.XXXXXX", self->path);
  if (g_mkdtemp_full (self->draft, 0700) != NULL)
    return g_steal_pointer (&self);
  g_clear_pointer (&self->draft, g_free);
  complain (self, g_strerror (errno), error);
  return NULL;
}

/** mappe_draft_folder_free: @self: (transfer full): what was not finished is not left behind */
void
mappe_draft_folder_free (MappeDraftFolder *self)
{
  if (self->draft != NULL)
    delete_tree (self->draft);
  g_free (self->draft);
  g_free (self->path);
  g_free (self->token);
  g_free (self);
}

/** mappe_draft_folder_place: Returns: (transfer none): where its files lie until it is finished */
const char *
mappe_draft_folder_place (MappeDraftFolder *self)
{
  return self->draft;
}

/** mappe_draft_folder_put: @name: below the folder, like "meeting/1.json". Returns: whether the file is on the disk */
gboolean
mappe_draft_folder_put (MappeDraftFolder *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (self->draft, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return complain (self, g_strerror (errno), error);
  if (!g_file_set_contents_full (path, content != NULL ? content : "", (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                 &cause))
    return complain (self, cause->message, error);
  return TRUE;
}

/* What stood there goes into the place of the draft, and away with it. */
static gboolean
exchange (MappeDraftFolder *self)
{
#ifdef RENAME_EXCHANGE
  if (renameat2 (AT_FDCWD, self->draft, AT_FDCWD, self->path, RENAME_EXCHANGE) == 0)
    {
      delete_tree (self->draft);
      return TRUE;
    }
#endif
  return FALSE;
}

/* File systems without an exchange: for a moment there is nothing under the name. */
static gboolean
replace (MappeDraftFolder *self)
{
  g_autofree char *old = g_strdup_printf ("%s.old", self->draft);

  if (g_rename (self->path, old) != 0)
    return FALSE;
  if (g_rename (self->draft, self->path) != 0)
    {
      int code = errno;

      g_rename (old, self->path);
      errno = code;
      return FALSE;
    }
  delete_tree (old);
  return TRUE;
}

/** mappe_draft_folder_finish: Puts the folder in its place. Returns: whether it is there, whole */
gboolean
mappe_draft_folder_finish (MappeDraftFolder *self, GError **error)
{
  gboolean there = g_file_test (self->path, G_FILE_TEST_EXISTS);
  gboolean done = there ? exchange (self) || replace (self) : g_rename (self->draft, self->path) == 0;

  if (!done)
    return complain (self, g_strerror (errno), error);
  g_clear_pointer (&self->draft, g_free);
  return TRUE;
}
