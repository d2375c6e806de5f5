/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define HEADER_SIZE 100

static gboolean
fail_for_errno (const char *path, int number, GError **error)
{
  MappeStoreError code = number == ENOENT || number == ENOTDIR ? MAPPE_STORE_ERROR_NOT_FOUND
                         : number == EACCES || number == EPERM ? MAPPE_STORE_ERROR_PERMISSION
                                                               : MAPPE_STORE_ERROR_FAILED;

  g_set_error (error, MAPPE_STORE_ERROR, code, "%s: %s", path, g_strerror (number));
  return FALSE;
}

/** mappe_file_folder_is_remote: Returns: whether @path lies on a network file system, as GIO sees it */
gboolean
mappe_file_folder_is_remote (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = NULL;

  /* For tests: there is no network share on a build machine. */
  if (g_getenv ("MAPPE_TEST_REMOTE") != NULL)
    return TRUE;
  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (journal, &status) == 0 && status.st_size > 0;
}

/* Numbers of the file format: www.sqlite.org/fileformat.html, section 1.3. */
static gboolean
inspect_header (const char *path, const guint8 *header, gssize length, goffset size, GError **error)
{
  guint32 page_size;

  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_A_COUNCIL, "%s is not a council file", path);
      return FALSE;
    }
  /* A journal may hold newer pages, the first among them. */
  if (has_journal (path))
    return TRUE;
  if (big_endian (header + 68) != MAPPE_APPLICATION_MARK)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_A_COUNCIL,
                   "%s is a database of another program", path);
      return FALSE;
    }
  page_size = header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  if (big_endian (header + 24) == big_endian (header + 92) && page_size > 0
      && size < (goffset) page_size * big_endian (header + 28))
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED,
                   "%s was cut off: %" G_GOFFSET_FORMAT " of %" G_GOFFSET_FORMAT " bytes are there", path, size,
                   (goffset) page_size * big_endian (header + 28));
      return FALSE;
    }
  return TRUE;
}

static gboolean
inspect_content (const char *path, goffset size, GError **error)
{
  guint8 header[HEADER_SIZE];
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize length;

  if (fd < 0)
    return fail_for_errno (path, errno, error);
  length = read (fd, header, sizeof header);
  g_close (fd, NULL);
  return inspect_header (path, header, length, size, error);
}

/**
 * mappe_file_inspect:
 * @facts: (out caller-allocates): what was found
 *
 * Looks at a file before the database engine does: whether it is there, ours, whole and writable.
 */
gboolean
mappe_file_inspect (const char *path, MappeFileFacts *facts, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return fail_for_errno (path, errno, error);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_A_COUNCIL, "%s is not a file", path);
      return FALSE;
    }
  if (!inspect_content (path, status.st_size, error))
    return FALSE;
  facts->device = status.st_dev;
  facts->inode = status.st_ino;
  facts->writable = g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
  facts->remote = mappe_file_folder_is_remote (path);
  return TRUE;
}

/** mappe_file_sync_folder: Makes the name of the file at @path as durable as its content. */
void
mappe_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  g_close (fd, NULL);
}

/** mappe_file_is_same: Returns: whether @path still is the file that was opened, not removed and not replaced */
gboolean
mappe_file_is_same (const char *path, const MappeFileFacts *facts)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_dev == facts->device && status.st_ino == facts->inode;
}
