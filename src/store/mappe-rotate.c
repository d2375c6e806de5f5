/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "mappe-backup-private.h"
#include "mappe-backup.h"
#include "mappe-store-private.h"

#define SUFFIX ".ratsmappe-backup"
#define STAMP_FORMAT "%Y%m%d-%H%M%S"
#define STAMP_LENGTH (8 + 1 + 6)
/* An unfinished copy so old is the remainder of a crash. */
#define LEFT_OVER_SECONDS (24 * 60 * 60)

typedef struct {
  char *folder;
  guint keep;
} Rotation;

static void
rotation_free (Rotation *rotation)
{
  g_free (rotation->folder);
  g_free (rotation);
}

static char *
stem_of (const char *path)
{
  char *stem = g_path_get_basename (path);

  if (g_str_has_suffix (stem, ".ratsmappe"))
    stem[strlen (stem) - strlen (".ratsmappe")] = '\0';
  return stem;
}

/* The "20261103-140501" in a name of ours. */
static const char *
stamp_in (const char *name, const char *stem)
{
  const char *stamp;

  if (!g_str_has_prefix (name, stem) || name[strlen (stem)] != '-')
    return NULL;
  stamp = name + strlen (stem) + 1;
  if (strlen (stamp) != STAMP_LENGTH + strlen (SUFFIX) || !g_str_has_suffix (stamp, SUFFIX))
    return NULL;
  for (guint i = 0; i < STAMP_LENGTH; i++)
    if (i == 8 ? stamp[i] != '-' : !g_ascii_isdigit (stamp[i]))
      return NULL;
  return stamp;
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (*(char *const *) left, *(char *const *) right);
}

/* Paths of the copies, oldest first. All names begin alike, so they sort by their stamps. */
static GPtrArray *
list_copies (const char *folder, const char *stem, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *copies;
  const char *name;

  if (dir == NULL)
    return NULL;
  copies = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (stamp_in (name, stem) != NULL)
      g_ptr_array_add (copies, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (copies, compare_names);
  return copies;
}

static gboolean
read_state (const char *path, gboolean check, MappeBackupState *state)
{
  g_autoptr (MappeConn) conn = check ? mappe_backup_open (path, FALSE, NULL)
                                     : mappe_conn_open (path, MAPPE_CONN_READ_ONLY, NULL);

  return conn != NULL && mappe_backup_state_read (state, conn, NULL);
}

static const char *
newest (GPtrArray *copies)
{
  return copies->len > 0 ? g_ptr_array_index (copies, copies->len - 1) : NULL;
}

static gboolean
is_up_to_date (const char *copy, const MappeBackupState *now)
{
  g_auto (MappeBackupState) state = { 0 };

  return read_state (copy, TRUE, &state) && mappe_backup_state_equal (&state, now);
}

/* NULL for digits that are no time. */
static char *
a_second_later (const char *stamp)
{
  int day = (int) g_ascii_strtoll (stamp, NULL, 10);
  int time = (int) g_ascii_strtoll (stamp + 9, NULL, 10);
  g_autoptr (GDateTime) then = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, time / 10000,
                                                    time / 100 % 100, time % 100);
  g_autoptr (GDateTime) later = then != NULL ? g_date_time_add_seconds (then, 1) : NULL;

  return later != NULL ? g_date_time_format (later, STAMP_FORMAT) : NULL;
}

/* A stamp later than that of all copies there are: two in one second do not clash, and a clock that was set back does
 * not make the newest copy look like the oldest. */
static char *
next_path (const char *folder, const char *stem, const char *last)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, STAMP_FORMAT);
  g_autofree char *last_name = last != NULL ? g_path_get_basename (last) : NULL;
  g_autofree char *name = NULL;

  if (last_name != NULL && strncmp (stamp_in (last_name, stem), stamp, STAMP_LENGTH) >= 0)
    {
      char *later = a_second_later (stamp_in (last_name, stem));

      if (later != NULL)
        {
          g_free (stamp);
          stamp = later;
        }
    }
  name = g_strdup_printf ("%s-%s%s", stem, stamp, SUFFIX);
  return g_build_filename (folder, name, NULL);
}

/* Only copies of this very council are counted and removed: another one may have the same name and folder. */
static void
prune (GPtrArray *copies, const char *council_id, guint keep)
{
  guint n_kept = 0;

  for (guint i = copies->len; i > 0; i--)
    {
      const char *path = g_ptr_array_index (copies, i - 1);
      g_auto (MappeBackupState) state = { 0 };

      if (!read_state (path, FALSE, &state) || g_strcmp0 (state.council_id, council_id) != 0)
        continue;
      if (++n_kept > MAX (keep, 1))
        mappe_backup_remove (path);
    }
}

static void
remove_left_overs (const char *folder, const char *stem)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *prefix = g_strdup_printf (".%s-", stem);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, prefix) && strstr (name, SUFFIX ".part-") != NULL && g_lstat (path, &status) == 0
          && S_ISREG (status.st_mode) && status.st_mtime < now - LEFT_OVER_SECONDS)
        g_unlink (path);
    }
}

static char *
make_next (MappeConn *conn, const char *folder, const char *stem, guint keep, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) copies = list_copies (folder, stem, error);
  g_auto (MappeBackupState) now = { 0 };
  g_autofree char *path = NULL;

  if (copies == NULL || !mappe_backup_state_read (&now, conn, error))
    return NULL;
  if (newest (copies) != NULL && is_up_to_date (newest (copies), &now))
    return g_strdup (newest (copies));
  path = next_path (folder, stem, newest (copies));
  if (!mappe_backup_make (conn, path, cancellable, error))
    return NULL;
  g_ptr_array_add (copies, g_strdup (path));
  prune (copies, now.council_id, keep);
  return g_steal_pointer (&path);
}

static gpointer
rotate_on_lane (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  const Rotation *rotation = data;
  g_autofree char *stem = stem_of (mappe_store_get_path (store));
  char *path;

  if (g_mkdir_with_parents (rotation->folder, 0700) != 0)
    {
      mappe_backup_fail (rotation->folder, errno, error);
      return NULL;
    }
  /* A damaged council must not push out the last good copy of itself. */
  if (!mappe_backup_is_sound (conn, FALSE, error))
    return NULL;
  remove_left_overs (rotation->folder, stem);
  path = make_next (conn, rotation->folder, stem, rotation->keep, cancellable, error);
  if (path == NULL)
    mappe_store_prefix_sql (error);
  return path;
}

/**
 * mappe_store_backup_rotate:
 * @folder: folder of the copies; made when missing
 * @keep: how many to keep, at least 1
 *
 * Makes a proven copy named after file and time, unless nothing was changed since the newest one, and removes the
 * oldest ones of this council. When the council is damaged nothing is made and nothing removed.
 *
 * Returns: (transfer full) (nullable): the path of the newest copy
 */
char *
mappe_store_backup_rotate (MappeStore *self, const char *folder, guint keep, GError **error)
{
  Rotation rotation = { (char *) folder, keep };

  g_return_val_if_fail (MAPPE_IS_STORE (self) && folder != NULL, NULL);

  return mappe_store_run_sync (self, MAPPE_LANE_READ, rotate_on_lane, &rotation, error);
}

void
mappe_store_backup_rotate_async (MappeStore *self, const char *folder, guint keep, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  Rotation *rotation;

  g_return_if_fail (MAPPE_IS_STORE (self) && folder != NULL);

  rotation = g_new0 (Rotation, 1);
  rotation->folder = g_strdup (folder);
  rotation->keep = keep;
  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_EXPORT, rotate_on_lane, rotation,
                         (GDestroyNotify) rotation_free, g_free, cancellable, callback, data);
}

/** mappe_store_backup_rotate_finish: Returns: (transfer full) (nullable): see mappe_store_backup_rotate() */
char *
mappe_store_backup_rotate_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
