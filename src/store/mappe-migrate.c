/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gstdio.h>

/* Whether the copy can be read, is sound, and holds what the council holds. */
static gboolean
verify_copy (const char *copy, gint64 version, gint64 last_set, GError **error)
{
  g_autoptr (MappeConn) conn = mappe_conn_open (copy, MAPPE_CONN_READ_ONLY, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (conn == NULL || !mappe_conn_check (conn, TRUE, findings, error))
    return FALSE;
  if (findings->len == 0 && mappe_schema_get_version (conn, NULL) == version
      && mappe_log_last (conn, NULL) == last_set)
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED, "%s: the copy before the change of version: %s",
               copy, findings->len > 0 ? (const char *) findings->pdata[0] : "not the same");
  return FALSE;
}

/* Under another name until it is proven: a copy that broke off is never taken for a whole one. */
static gboolean
keep_copy (const char *path, gint64 version, gint64 last_set, GError **error)
{
  /* A connection does not copy its own transaction; another one sees what was before it. */
  g_autoptr (MappeConn) reader = mappe_conn_open (path, MAPPE_CONN_READ_ONLY, error);
  g_autofree char *copy = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, path, version);
  g_autofree char *draft = g_strconcat (copy, ".part", NULL);

  g_unlink (draft);
  if (reader == NULL || !mappe_conn_copy (reader, draft, NULL, NULL, error)
      || !verify_copy (draft, version, last_set, error))
    {
      g_unlink (draft);
      return FALSE;
    }
  if (rename (draft, copy) != 0)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_PERMISSION, "%s: %s", copy, g_strerror (errno));
      g_unlink (draft);
      return FALSE;
    }
  mappe_file_sync_folder (path);
  return TRUE;
}

static gboolean
migrate (MappeConn *conn, const char *path, GError **error)
{
  gint64 version = mappe_schema_get_version (conn, error);

  /* Another program may have been quicker while we waited for the lock. */
  return version >= MAPPE_SCHEMA_VERSION
         || (version >= 0 && keep_copy (path, version, mappe_log_last (conn, NULL), error)
             && mappe_schema_migrate (conn, version, error));
}

/**
 * mappe_migrate_file:
 * @conn: a connection that may write
 * @path: the file it has open
 *
 * Brings an older file to the present version in one transaction, after a proven copy of it was put beside it. An
 * attempt that breaks off leaves the file as it was and can be made again.
 */
gboolean
mappe_migrate_file (MappeConn *conn, const char *path, GError **error)
{
  if (!mappe_conn_begin (conn, MAPPE_TXN_WRITE, error))
    return FALSE;
  if (!migrate (conn, path, error))
    {
      mappe_conn_rollback (conn);
      return FALSE;
    }
  return mappe_conn_commit (conn, error);
}
