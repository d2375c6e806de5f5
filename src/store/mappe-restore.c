/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "mappe-backup-private.h"
#include "mappe-backup.h"
#include "mappe-erase-private.h"
#include "mappe-store-private.h"

/* What may lie beside a database and would be played into whatever takes its place. */
static const char *const journals[] = { "-wal", "-shm", "-journal" };

typedef struct {
  const char *path;    /* the council */
  char       *part;    /* the proven copy that takes its place */
  char       *aside;   /* where the replaced file goes */
  gboolean    linked;  /* the replaced file has both names still */
  guint       n_moved; /* journals that went aside */
} Swap;

/* A name that neither a file nor a journal of one has. */
static char *
free_name (const char *path)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (path, ".before-restore", NULL)
                                     : g_strdup_printf ("%s.before-restore-%u", path, i);
      gboolean taken = g_file_test (name, G_FILE_TEST_EXISTS) || g_file_test (name, G_FILE_TEST_IS_SYMLINK);

      for (guint j = 0; j < G_N_ELEMENTS (journals) && !taken; j++)
        {
          g_autofree char *journal = g_strconcat (name, journals[j], NULL);

          taken = g_file_test (journal, G_FILE_TEST_EXISTS);
        }
      if (!taken)
        return g_steal_pointer (&name);
    }
}

static gboolean
move_journal (const char *from, const char *to, const char *suffix, GError **error)
{
  g_autofree char *old_name = g_strconcat (from, suffix, NULL);
  g_autofree char *new_name = g_strconcat (to, suffix, NULL);

  if (g_rename (old_name, new_name) == 0 || errno == ENOENT)
    return TRUE;
  return mappe_backup_fail (old_name, errno, error);
}

/* The old file keeps its place until the new one takes it in one step; where there are no hard links it goes first. */
static gboolean
set_aside (Swap *swap, GError **error)
{
  if (link (swap->path, swap->aside) == 0)
    swap->linked = TRUE;
  else if (g_rename (swap->path, swap->aside) != 0 && errno != ENOENT)
    return mappe_backup_fail (swap->path, errno, error);
  for (; swap->n_moved < G_N_ELEMENTS (journals); swap->n_moved++)
    if (!move_journal (swap->path, swap->aside, journals[swap->n_moved], error))
      return FALSE;
  return TRUE;
}

static void
put_back (Swap *swap)
{
  for (guint i = 0; i < swap->n_moved; i++)
    move_journal (swap->aside, swap->path, journals[i], NULL);
  if (swap->linked)
    g_unlink (swap->aside);
  else
    g_rename (swap->aside, swap->path);
}

static gboolean
swap_files (Swap *swap, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (swap->path);

  if (set_aside (swap, error))
    {
      if (g_rename (swap->part, swap->path) == 0)
        {
          /* Both files are whole whatever the disk does with their names. */
          mappe_backup_sync (folder, NULL);
          return TRUE;
        }
      mappe_backup_fail (swap->path, errno, error);
    }
  put_back (swap);
  return FALSE;
}

static gboolean
is_same_file (const char *left, const char *right)
{
  GStatBuf a, b;

  return g_stat (left, &a) == 0 && g_stat (right, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Opening and closing a file a second time would take the locks of this process off it: POSIX has it so. Therefore
 * this is asked before anything looks into the file. */
static gboolean
is_open_here (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *link_path = g_build_filename ("/proc/self/fd", name, NULL);

      if (is_same_file (link_path, path))
        return TRUE;
    }
  return FALSE;
}

/* Locks out everybody else as long as @conn lives. A file that is no sound database any more cannot be locked so,
 * and is the very reason for restoring: then @conn stays %NULL. */
static gboolean
lock_target (const char *path, MappeConn **conn, GError **error)
{
  g_autoptr (GError) local = NULL;
  MappeConnFlags flags = mappe_file_folder_is_remote (path) ? MAPPE_CONN_REMOTE : MAPPE_CONN_DEFAULT;
  MappeFileFacts facts;

  if (!is_open_here (path))
    {
      /* The engine would throw the journal of an empty file away. */
      if (!mappe_file_inspect (path, &facts, NULL))
        return TRUE;
      *conn = mappe_conn_open (path, flags, &local);
      if (*conn != NULL && mappe_conn_seclude (*conn, &local))
        return TRUE;
      g_clear_object (conn);
      if (!g_error_matches (local, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_BUSY))
        return TRUE;
    }
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOCKED, "%s is open in another window or program", path);
  return FALSE;
}

/* @council: (nullable): %NULL where the file that is replaced cannot be read any more */
static gboolean
erase_again (MappeConn *council, const char *part, GError **error)
{
  g_autoptr (GPtrArray) erased = council != NULL ? mappe_erased_read (council, NULL) : NULL;

  return erased == NULL || mappe_erase_again (part, erased, error);
}

/**
 * mappe_backup_restore:
 * @backup: a copy of a council
 * @path: the council file it shall become; may be missing or damaged, but not be open anywhere
 *
 * Puts a copy of @backup in the place of @path. @backup is checked first, and the copy of it too. What was erased in
 * @path since is erased in the copy as well, as far as @path can still be read. The replaced file
 * goes to "NAME.before-restore" (or "NAME.before-restore-2", …) together with its journals, so that none of them is
 * ever played into the restored file. On an error everything is as it was.
 *
 * Returns: whether @path now is what @backup was. Errors: %MAPPE_STORE_ERROR_DAMAGED, _NOT_A_COUNCIL, _NEWER for
 *   @backup, _LOCKED when @path is open, _FULL, _PERMISSION
 */
gboolean
mappe_backup_restore (const char *backup, const char *path, GError **error)
{
  g_autoptr (MappeConn) source = NULL;
  g_autoptr (MappeConn) lock = NULL;
  g_autofree char *part = NULL;
  g_autofree char *aside = NULL;
  Swap swap = { .path = path };

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  if (is_same_file (backup, path))
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_EXISTS, "%s cannot be restored from itself", path);
      return FALSE;
    }
  source = mappe_backup_open (backup, TRUE, error);
  if (source == NULL || !lock_target (path, &lock, error))
    return FALSE;
  swap.part = part = mappe_backup_make_part (source, path, NULL, error);
  if (part == NULL)
    return FALSE;
  swap.aside = aside = free_name (path);
  if (erase_again (lock, part, error) && swap_files (&swap, error))
    return TRUE;
  mappe_backup_remove (part);
  return FALSE;
}
