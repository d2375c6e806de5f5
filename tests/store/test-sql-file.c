/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn.h"
#include "mappe-test-store.h"

#include <string.h>

/* What only engines have that keep their data in a file. */

typedef struct {
  char      *folder;
  MappeConn *conn;
} Fixture;

static MappeConn *
connect_to (const char *uri, MappeConnFlags flags)
{
  g_autoptr (GError) error = NULL;
  MappeConn *conn = mappe_conn_open (uri, flags, &error);

  g_assert_no_error (error);
  return conn;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("mappe-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "file.db", NULL);
  self->conn = connect_to (path, MAPPE_CONN_CREATE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->conn);
  mappe_test_remove_folder (self->folder);
  g_free (self->folder);
}

static void
script (MappeConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;

  mappe_conn_script (conn, sql, &error);
  g_assert_no_error (error);
}

static void
assert_names (MappeConn *conn, const char *expected)
{
  g_autoptr (GError) error = NULL;
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT name FROM thing", &error);
  gboolean has_row;

  g_assert_no_error (error);
  g_assert_true (mappe_stmt_step (stmt, &has_row, &error));
  g_assert_true (has_row);
  g_assert_cmpstr (mappe_stmt_get_text (stmt, 0), ==, expected);
  mappe_stmt_reset (stmt);
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing.db", NULL);
  g_autofree char *no_folder = g_build_filename (self->folder, "no", "where.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_conn_open (path, MAPPE_CONN_DEFAULT, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_LOST);
  g_clear_error (&error);
  g_assert_null (mappe_conn_open (path, MAPPE_CONN_READ_ONLY, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_LOST);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (mappe_conn_open (no_folder, MAPPE_CONN_CREATE, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_LOST);
  g_clear_error (&error);
  g_assert_null (mappe_conn_open ("postgresql://localhost/none", MAPPE_CONN_DEFAULT, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_FAILED);
}

static void
test_corrupt (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "corrupt.db", NULL);
  g_autofree char *noise = g_malloc (8192);
  g_autoptr (MappeConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  memset (noise, 'x', 8192);
  g_file_set_contents (path, noise, 8192, &error);
  g_assert_no_error (error);
  conn = mappe_conn_open (path, MAPPE_CONN_DEFAULT, &error);
  g_assert_null (conn);
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CORRUPT);
}

static void
test_odd_names (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "mit leer.db", "a?b=c.db", "a#b.db", "100%25.db", "Müller & Söhne.db" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr (MappeConn) conn = connect_to (path, MAPPE_CONN_CREATE);

      script (conn, "CREATE TABLE t (a INTEGER)");
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

static void
test_copy_and_check (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "copy.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MappeConn) copy = NULL;
  g_autoptr (GError) error = NULL;

  script (self->conn, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO thing (name) VALUES ('a')");
  g_assert_true (mappe_conn_set_application_id (self->conn, 0x12345678, &error));
  g_assert_true (mappe_conn_copy (self->conn, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  copy = connect_to (path, MAPPE_CONN_READ_ONLY);
  assert_names (copy, "a");
  g_assert_cmpint (mappe_conn_get_application_id (copy), ==, 0x12345678);
  g_assert_true (mappe_conn_check (copy, TRUE, findings, &error));
  g_assert_true (mappe_conn_check (copy, FALSE, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);
}

/* A file of unknown origin must not run code of its own. */
static void
test_no_triggers (Fixture *self, gconstpointer data)
{
  script (self->conn, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);"
                      "CREATE TRIGGER t AFTER INSERT ON thing BEGIN DELETE FROM thing; END;"
                      "INSERT INTO thing (name) VALUES ('a')");
  assert_names (self->conn, "a");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/sql-file/missing", test_missing);
  add ("/sql-file/corrupt", test_corrupt);
  add ("/sql-file/odd-names", test_odd_names);
  add ("/sql-file/copy", test_copy_and_check);
  add ("/sql-file/no-triggers", test_no_triggers);
  return g_test_run ();
}
