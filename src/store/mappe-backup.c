/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "mappe-backup-private.h"
#include "mappe-store-private.h"

/* Leaves room for what is put around a name while the file is not finished. */
#define NAME_MOST 200

/** mappe_backup_fail: Says in the words of the store why the system refused; always %FALSE. */
gboolean
mappe_backup_fail (const char *path, int number, GError **error)
{
  MappeStoreError code = number == EEXIST                                          ? MAPPE_STORE_ERROR_EXISTS
                         : number == ENOENT || number == ENOTDIR                   ? MAPPE_STORE_ERROR_NOT_FOUND
                         : number == EACCES || number == EPERM                     ? MAPPE_STORE_ERROR_PERMISSION
                         : number == EROFS                                         ? MAPPE_STORE_ERROR_READ_ONLY
                         : number == ENOSPC || number == EDQUOT || number == EFBIG ? MAPPE_STORE_ERROR_FULL
                                                                                   : MAPPE_STORE_ERROR_FAILED;

  g_set_error (error, MAPPE_STORE_ERROR, code, "%s: %s", path, g_strerror (number));
  return FALSE;
}

/** mappe_backup_remove: Removes an unfinished copy with all that may lie beside it. */
void
mappe_backup_remove (const char *path)
{
  const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/**
 * mappe_backup_sync:
 * @path: a file or a folder
 *
 * Waits until the disk has it.
 */
gboolean
mappe_backup_sync (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int number = errno;
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    {
      number = errno;
      g_close (fd, NULL);
    }
  /* Some file systems cannot sync a folder; then there is nothing that can be done. */
  if (!done && fd >= 0 && number == EINVAL)
    return TRUE;
  return done || mappe_backup_fail (path, number, error);
}

/* --- what a copy holds --- */

void
mappe_backup_state_clear (MappeBackupState *self)
{
  g_clear_pointer (&self->council_id, g_free);
  g_clear_pointer (&self->at, g_free);
}

/* As mappe_schema_get_meta(), but what is missing is an error. */
static char *
read_meta (MappeConn *conn, const char *name, GError **error)
{
  GError *local = NULL;
  char *value = mappe_schema_get_meta (conn, name, &local);

  if (local != NULL)
    mappe_store_take_error (error, local);
  else if (value == NULL)
    g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_A_COUNCIL, "the file does not say its %s", name);
  return value;
}

gboolean
mappe_backup_state_read (MappeBackupState *self, MappeConn *conn, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT id, at FROM change_set ORDER BY id DESC LIMIT 1", error);
  gboolean has_row;

  if (stmt == NULL || !mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      self->last_set = mappe_stmt_get_int (stmt, 0);
      self->at = g_strdup (mappe_stmt_get_text (stmt, 1));
    }
  mappe_stmt_reset (stmt);
  self->council_id = read_meta (conn, "council_id", error);
  return self->council_id != NULL;
}

gboolean
mappe_backup_state_equal (const MappeBackupState *left, const MappeBackupState *right)
{
  return g_strcmp0 (left->council_id, right->council_id) == 0 && left->last_set == right->last_set
         && g_strcmp0 (left->at, right->at) == 0;
}

/**
 * mappe_backup_is_sound:
 * @thorough: also compare the indexes with their tables
 *
 * Returns: whether the engine finds no fault; otherwise %MAPPE_STORE_ERROR_DAMAGED
 */
gboolean
mappe_backup_is_sound (MappeConn *conn, gboolean thorough, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!mappe_conn_check (conn, thorough, findings, error))
    return mappe_store_prefix_sql (error);
  if (findings->len == 0)
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED, "the file is damaged: %s",
               (const char *) g_ptr_array_index (findings, 0));
  return FALSE;
}

static gboolean
count_rows (MappeConn *conn, GArray *counts, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  gboolean has_row;

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", kinds[i]->table);
      MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);
      gint64 count;

      if (stmt == NULL || !mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      count = mappe_stmt_get_int (stmt, 0);
      mappe_stmt_reset (stmt);
      g_array_append_val (counts, count);
    }
  return TRUE;
}

static gboolean
has_counts (MappeConn *conn, GArray *expected, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  if (!count_rows (conn, counts, error))
    return mappe_store_prefix_sql (error);
  for (guint i = 0; i < n_kinds; i++)
    if (g_array_index (counts, gint64, i) != g_array_index (expected, gint64, i))
      {
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED,
                     "the copy has %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " records of the kind %s",
                     g_array_index (counts, gint64, i), g_array_index (expected, gint64, i), kinds[i]->name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_of_this_program (MappeConn *conn, const char *path, GError **error)
{
  g_autofree char *version = NULL;

  if (mappe_conn_get_application_id (conn) != MAPPE_APPLICATION_MARK)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_A_COUNCIL, "%s is not a council file", path);
      return FALSE;
    }
  version = read_meta (conn, "schema_version", error);
  if (version == NULL)
    return FALSE;
  if (g_ascii_strtoll (version, NULL, 10) > MAPPE_SCHEMA_VERSION)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NEWER, "%s was written by a newer program", path);
      return FALSE;
    }
  return TRUE;
}

/**
 * mappe_backup_open:
 * @path: a copy of a council
 * @thorough: whether to look at everything
 *
 * Returns: (transfer full) (nullable): a connection for reading, when the file is sound and one that this program
 *   understands
 */
MappeConn *
mappe_backup_open (const char *path, gboolean thorough, GError **error)
{
  g_autoptr (MappeConn) conn = NULL;
  MappeFileFacts facts;

  if (!mappe_file_inspect (path, &facts, error))
    return NULL;
  conn = mappe_conn_open (path, MAPPE_CONN_READ_ONLY, error);
  if (conn == NULL)
    {
      mappe_store_prefix_sql (error);
      return NULL;
    }
  if (!is_of_this_program (conn, path, error) || !mappe_backup_is_sound (conn, thorough, error))
    return NULL;
  return g_steal_pointer (&conn);
}

/* --- making one --- */

static gboolean
go_on (gint64 remaining, gint64 total, gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

/* The copy must be what the source was when copying began: counted in the same transaction. */
static gboolean
copy_and_prove (MappeConn *conn, const char *part, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MappeConn) copy = NULL;
  gboolean copied;

  if (!mappe_conn_begin (conn, MAPPE_TXN_READ, error))
    return mappe_store_prefix_sql (error);
  copied = count_rows (conn, counts, error) && mappe_conn_copy (conn, part, go_on, cancellable, error);
  mappe_conn_rollback (conn);
  if (!copied)
    return mappe_store_prefix_sql (error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !mappe_backup_sync (part, error))
    return FALSE;
  copy = mappe_backup_open (part, TRUE, error);
  return copy != NULL && has_counts (copy, counts, error);
}

/**
 * mappe_backup_make_part:
 * @conn: what to copy, outside of a transaction
 * @path: where the copy shall lie in the end
 *
 * Makes a copy beside @path and proves it.
 *
 * Returns: (transfer full) (nullable): the path of the copy; nothing is left behind on an error
 */
char *
mappe_backup_make_part (MappeConn *conn, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%.*s.part-XXXXXX", NAME_MOST, base);
  g_autofree char *part = g_build_filename (folder, name, NULL);
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      mappe_backup_fail (folder, errno, error);
      return NULL;
    }
  g_close (fd, NULL);
  if (copy_and_prove (conn, part, cancellable, error))
    return g_steal_pointer (&part);
  mappe_backup_remove (part);
  return NULL;
}

/* Never over a file that came into being meanwhile. */
static gboolean
put_in_place (const char *part, const char *path, GError **error)
{
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return mappe_backup_fail (path, errno, error);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return mappe_backup_fail (path, EEXIST, error);
  return g_rename (part, path) == 0 || mappe_backup_fail (path, errno, error);
}

/**
 * mappe_backup_make:
 * @conn: what to copy, outside of a transaction
 * @path: the copy to make
 *
 * Makes a proven copy, or nothing.
 */
gboolean
mappe_backup_make (MappeConn *conn, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part = NULL;
  GStatBuf status;

  if (g_lstat (path, &status) == 0)
    return mappe_backup_fail (path, EEXIST, error);
  part = mappe_backup_make_part (conn, path, cancellable, error);
  if (part == NULL)
    return FALSE;
  if (!put_in_place (part, path, error))
    {
      mappe_backup_remove (part);
      return FALSE;
    }
  return mappe_backup_sync (folder, error);
}

static gpointer
backup_on_lane (MappeStore *store, MappeConn *conn, gpointer path, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (mappe_backup_make (conn, path, cancellable, error));
}

/**
 * mappe_store_backup:
 * @path: the copy to make; must not exist
 *
 * Copies the council as it is now while it may be worked on, reads the copy back and compares. On an error, or when
 * cancelled, nothing is left at @path.
 *
 * Returns: whether there is a proven copy
 */
gboolean
mappe_store_backup (MappeStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (MAPPE_IS_STORE (self) && path != NULL, FALSE);

  return GPOINTER_TO_INT (mappe_store_run_sync (self, MAPPE_LANE_READ, backup_on_lane, (gpointer) path, error));
}

void
mappe_store_backup_async (MappeStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  g_return_if_fail (MAPPE_IS_STORE (self) && path != NULL);

  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_EXPORT, backup_on_lane, g_strdup (path), g_free, NULL,
                         cancellable, callback, data);
}

/** mappe_store_backup_finish: Returns: see mappe_store_backup() */
gboolean
mappe_store_backup_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (mappe_store_run_finish (self, result, error));
}
