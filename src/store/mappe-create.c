/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-code.h"
#include "mappe-edit-private.h"
#include "mappe-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

typedef struct {
  gint64      since;  /* version of the schema */
  const char *list;
  const char *code;
  const char *german;
  const char *english;
  int         position;
} DefaultCode;

#define NEW_CODE(since, list, code, german, english, position) { since, list, code, german, english, position },
#define CODE(list, code, german, english, position) NEW_CODE (1, list, code, german, english, position)
static const DefaultCode default_codes[] = {
#include "mappe-code-defaults.def"
};
#undef CODE
#undef NEW_CODE

static MappeRow *
code_row (const DefaultCode *code)
{
  MappeRow *row = mappe_row_new (&mappe_code_kind);

  mappe_value_take_text (&row->values[MAPPE_CODE_REFERENCE], g_strdup_printf ("%s/%s", code->list, code->code));
  mappe_value_set_text (&row->values[MAPPE_CODE_LIST], code->list);
  mappe_value_set_text (&row->values[MAPPE_CODE_CODE], code->code);
  mappe_value_set_text (&row->values[MAPPE_CODE_LABEL_DE], code->german);
  mappe_value_set_text (&row->values[MAPPE_CODE_LABEL_EN], code->english);
  mappe_value_set_int (&row->values[MAPPE_CODE_POSITION], code->position);
  mappe_value_set_int (&row->values[MAPPE_CODE_OWN], 0);
  return row;
}

static gboolean
code_is_there (MappeConn *conn, const MappeRow *row)
{
  return mappe_rows_find (conn, &mappe_code_kind, mappe_row_get_text (row, MAPPE_CODE_REFERENCE), NULL) > 0;
}

/**
 * mappe_schema_add_codes:
 * @from: version of the schema the file had; 0 for a new file
 *
 * Writes the codes that came after version @from, inside the caller's transaction. A code of that name which the town
 * has made itself stays as it is.
 */
gboolean
mappe_schema_add_codes (MappeConn *conn, gint64 from, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new_base ("code lists");
  g_autoptr (MappeLogWriter) log = mappe_log_begin (conn, "MIGRATE", "ratsmappe", "code lists", 0, error);
  g_autoptr (MappeApplied) outcome = NULL;
  g_autoptr (GArray) touched = NULL;

  if (log == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (default_codes); i++)
    {
      g_autoptr (MappeRow) row = code_row (&default_codes[i]);

      if (default_codes[i].since > from && (from == 0 || !code_is_there (conn, row)))
        mappe_edit_insert (edit, g_steal_pointer (&row));
    }
  outcome = mappe_applied_new ();
  return mappe_apply_edit (conn, log, edit, outcome, error) && mappe_log_end (log, &touched, error);
}

/* Makes a council file of an empty database: mark, tables and code lists. */
static gboolean
create_content (MappeConn *conn, GError **error)
{
  if (!mappe_conn_set_application_id (conn, MAPPE_APPLICATION_MARK, error)
      || !mappe_conn_begin (conn, MAPPE_TXN_WRITE, error))
    return FALSE;
  if (!mappe_schema_create (conn, error) || !mappe_schema_add_codes (conn, 0, error))
    {
      mappe_conn_rollback (conn);
      return FALSE;
    }
  return mappe_conn_commit (conn, error) && mappe_conn_checkpoint (conn, error);
}

static gboolean
fill_draft (const char *draft, MappeConnFlags flags, GError **error)
{
  g_autoptr (MappeConn) conn = mappe_conn_open (draft, flags, error);

  return conn != NULL && create_content (conn, error);
}

static void
remove_draft (const char *draft)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (draft, endings[i], NULL);

      g_unlink (path);
    }
}

/* A link never replaces a file that came meanwhile; not every network share has links. */
static gboolean
put_in_place (const char *draft, const char *path, GError **error)
{
  int saved;

  if (link (draft, path) == 0)
    return TRUE;
  saved = errno;
  if (saved != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && rename (draft, path) == 0)
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR,
               saved == EEXIST ? MAPPE_STORE_ERROR_EXISTS : MAPPE_STORE_ERROR_PERMISSION, "%s: %s", path,
               g_strerror (saved));
  return FALSE;
}

/**
 * mappe_store_create_file:
 * @path: where; must not exist
 * @flags: how the engine shall write it
 *
 * Makes a new council under another name and gives it its own when it is whole, so that a crash leaves no half
 * council that somebody opens.
 */
gboolean
mappe_store_create_file (const char *path, MappeConnFlags flags, GError **error)
{
  g_autofree char *draft = g_strdup_printf ("%s.new-%d", path, (int) getpid ());
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean made;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_EXISTS, "%s exists already", path);
      return FALSE;
    }
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no folder %s", folder);
      return FALSE;
    }
  remove_draft (draft);
  made = fill_draft (draft, flags | MAPPE_CONN_CREATE, error) && put_in_place (draft, path, error);
  remove_draft (draft);
  if (made)
    mappe_file_sync_folder (path);
  return made;
}
