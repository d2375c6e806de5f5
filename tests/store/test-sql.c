/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn.h"
#include "mappe-test-store.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* What the store expects of an engine. Every engine runs the same cases: MAPPE_SQL_URI names the database to use, an
 * SQLite file of its own otherwise. */

typedef struct {
  char      *folder;
  char      *uri;
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
  const char *uri = g_getenv ("MAPPE_SQL_URI");
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mappe-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->uri = uri != NULL ? g_strdup (uri) : g_strconcat ("file:", self->folder, "/conformance.db", NULL);
  self->conn = connect_to (self->uri, MAPPE_CONN_CREATE);
  mappe_conn_script (self->conn, "DROP TABLE IF EXISTS part; DROP TABLE IF EXISTS thing", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->conn != NULL)
    g_assert_finalize_object (self->conn);
  mappe_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->uri);
}

static void
script (MappeConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;

  mappe_conn_script (conn, sql, &error);
  g_assert_no_error (error);
}

static MappeStmt *
prepare (MappeConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, &error);

  g_assert_no_error (error);
  return stmt;
}

static gboolean
step (MappeStmt *stmt)
{
  g_autoptr (GError) error = NULL;
  gboolean has_row;

  mappe_stmt_step (stmt, &has_row, &error);
  g_assert_no_error (error);
  return has_row;
}

static void
run (MappeStmt *stmt)
{
  g_autoptr (GError) error = NULL;

  mappe_stmt_run (stmt, &error);
  g_assert_no_error (error);
}

/* All rows of a statement without parameters: columns joined by "|", rows by " ", NULL as "-". */
static char *
rows_of (MappeConn *conn, const char *sql, guint n_columns)
{
  MappeStmt *stmt = prepare (conn, sql);
  GString *text = g_string_new (NULL);

  while (step (stmt))
    for (guint i = 0; i < n_columns; i++)
      {
        g_string_append (text, i > 0 ? "|" : text->len > 0 ? " " : "");
        g_string_append (text, mappe_stmt_is_null (stmt, i) ? "-" : mappe_stmt_get_text (stmt, i));
      }
  return g_string_free (text, FALSE);
}

static void
assert_rows (MappeConn *conn, const char *sql, guint n_columns, const char *expected)
{
  g_autofree char *rows = rows_of (conn, sql, n_columns);

  g_assert_cmpstr (rows, ==, expected);
}

static void
make_things (Fixture *self)
{
  const MappeDialect *dialect = mappe_conn_get_dialect (self->conn);
  g_autofree char *sql = g_strdup_printf (
    "CREATE TABLE thing (id %s, name %s UNIQUE, size %s, weight %s, content %s);"
    "CREATE TABLE part (id %s, thing %s NOT NULL REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED)",
    dialect->key_type, dialect->text_type, dialect->int_type, dialect->real_type, dialect->blob_type,
    dialect->key_type, dialect->int_type);

  script (self->conn, sql);
}

static gint64
add_thing (Fixture *self, const char *name, gint64 size)
{
  MappeStmt *stmt = prepare (self->conn, "INSERT INTO thing (name, size) VALUES ($1, $2) RETURNING id");
  gint64 id;

  mappe_stmt_bind_text (stmt, 1, name);
  mappe_stmt_bind_int (stmt, 2, size);
  g_assert_true (step (stmt));
  id = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return id;
}

static void
test_parameters (Fixture *self, gconstpointer data)
{
  MappeStmt *stmt = prepare (self->conn, "SELECT $2, $1, $2, $3 WHERE $1 <> $2");

  mappe_stmt_bind_text (stmt, 1, "one");
  mappe_stmt_bind_text (stmt, 2, "two");
  mappe_stmt_bind_null (stmt, 3);
  g_assert_true (step (stmt));
  g_assert_cmpstr (mappe_stmt_get_text (stmt, 0), ==, "two");
  g_assert_cmpstr (mappe_stmt_get_text (stmt, 1), ==, "one");
  g_assert_cmpstr (mappe_stmt_get_text (stmt, 2), ==, "two");
  g_assert_true (mappe_stmt_is_null (stmt, 3));
  g_assert_null (mappe_stmt_get_text (stmt, 3));
  g_assert_false (step (stmt));

  /* The same text gives the same statement, without the old values. */
  g_assert_true (prepare (self->conn, "SELECT $2, $1, $2, $3 WHERE $1 <> $2") == stmt);
  mappe_stmt_bind_text (stmt, 1, "x");
  mappe_stmt_bind_text (stmt, 2, NULL);
  g_assert_false (step (stmt));
}

static void
test_many_parameters (Fixture *self, gconstpointer data)
{
  MappeStmt *stmt = prepare (self->conn, "SELECT $10 - $1 + $9 - $2 + $8 - $3 + $7 - $4 + $6 - $5");

  for (guint i = 1; i <= 10; i++)
    mappe_stmt_bind_int (stmt, i, 1 << i);
  g_assert_true (step (stmt));
  g_assert_cmpint (mappe_stmt_get_int (stmt, 0), ==, 1024 - 2 + 512 - 4 + 256 - 8 + 128 - 16 + 64 - 32);
  mappe_stmt_reset (stmt);
}

static void
test_nullable_parameter (Fixture *self, gconstpointer data)
{
  MappeStmt *stmt;

  make_things (self);
  add_thing (self, "a", 1);
  add_thing (self, "b", 2);
  stmt = prepare (self->conn, "SELECT count(*) FROM thing WHERE CAST($1 AS BIGINT) IS NULL OR size = $1");
  mappe_stmt_bind_null (stmt, 1);
  g_assert_true (step (stmt));
  g_assert_cmpint (mappe_stmt_get_int (stmt, 0), ==, 2);
  mappe_stmt_reset (stmt);
  mappe_stmt_bind_int (stmt, 1, 2);
  g_assert_true (step (stmt));
  g_assert_cmpint (mappe_stmt_get_int (stmt, 0), ==, 1);
  mappe_stmt_reset (stmt);
}

static void
test_returning (Fixture *self, gconstpointer data)
{
  gint64 first, second;
  MappeStmt *stmt;

  make_things (self);
  first = add_thing (self, "first", 1);
  second = add_thing (self, "second", 2);
  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (second, ==, first + 1);

  stmt = prepare (self->conn, "UPDATE thing SET size = size + $2 WHERE id = $1 RETURNING size");
  mappe_stmt_bind_int (stmt, 1, second);
  mappe_stmt_bind_int (stmt, 2, 40);
  g_assert_true (step (stmt));
  g_assert_cmpint (mappe_stmt_get_int (stmt, 0), ==, 42);
  mappe_stmt_reset (stmt);
  mappe_stmt_bind_int (stmt, 1, second + 1);
  mappe_stmt_bind_int (stmt, 2, 40);
  g_assert_false (step (stmt));

  /* An id given by us, as undo does, is kept. */
  stmt = prepare (self->conn, "INSERT INTO thing (id, name) VALUES ($1, $2) RETURNING id");
  mappe_stmt_bind_int (stmt, 1, 1000);
  mappe_stmt_bind_text (stmt, 2, "own");
  g_assert_true (step (stmt));
  g_assert_cmpint (mappe_stmt_get_int (stmt, 0), ==, 1000);
  mappe_stmt_reset (stmt);
}

static void
test_changes (Fixture *self, gconstpointer data)
{
  MappeStmt *stmt;

  make_things (self);
  add_thing (self, "a", 1);
  add_thing (self, "b", 1);
  stmt = prepare (self->conn, "UPDATE thing SET size = 2 WHERE size = $1");
  mappe_stmt_bind_int (stmt, 1, 1);
  run (stmt);
  g_assert_cmpint (mappe_stmt_changes (stmt), ==, 2);
  mappe_stmt_bind_int (stmt, 1, 1);
  run (stmt);
  g_assert_cmpint (mappe_stmt_changes (stmt), ==, 0);
}

static void
test_upsert (Fixture *self, gconstpointer data)
{
  static const char insert[] = "INSERT INTO thing (name, size) VALUES ($1, $2)"
                               " ON CONFLICT (name) DO UPDATE SET size = excluded.size";
  MappeStmt *stmt;

  make_things (self);
  for (int i = 1; i <= 3; i++)
    {
      stmt = prepare (self->conn, insert);
      mappe_stmt_bind_text (stmt, 1, i == 2 ? "b" : "a");
      mappe_stmt_bind_int (stmt, 2, i);
      run (stmt);
    }
  assert_rows (self->conn, "SELECT name, size FROM thing ORDER BY name", 2, "a|3 b|2");
  stmt = prepare (self->conn, "INSERT INTO thing (name, size) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING");
  mappe_stmt_bind_text (stmt, 1, "a");
  mappe_stmt_bind_int (stmt, 2, 9);
  run (stmt);
  assert_rows (self->conn, "SELECT name, size FROM thing ORDER BY name", 2, "a|3 b|2");
}

static void
test_nulls_order (Fixture *self, gconstpointer data)
{
  make_things (self);
  script (self->conn, "INSERT INTO thing (name, size) VALUES ('a', 2), ('b', NULL), ('c', 1)");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY size ASC NULLS FIRST", 1, "b c a");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY size ASC NULLS LAST", 1, "c a b");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY size DESC NULLS FIRST", 1, "b a c");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY size DESC NULLS LAST", 1, "a c b");
}

/* Bytes, not a language: sort keys are made by us. */
static void
test_text_order (Fixture *self, gconstpointer data)
{
  make_things (self);
  script (self->conn, "INSERT INTO thing (name) VALUES ('ä'), ('Z'), ('a'), ('B'), ('z'), ('1')");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY name", 1, "1 B Z a z ä");
}

static void
test_filter_and_limit (Fixture *self, gconstpointer data)
{
  make_things (self);
  script (self->conn, "INSERT INTO thing (name, size) VALUES ('a', 1), ('b', 2), ('c', 3), ('d', 4)");
  assert_rows (self->conn, "SELECT count(*) FILTER (WHERE size > 2), count(*), sum(size) FROM thing", 3, "2|4|10");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY name DESC LIMIT 2", 1, "d c");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY name LIMIT 2 OFFSET 1", 1, "b c");
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY name LIMIT 0", 1, "");
}

static void
test_recursive (Fixture *self, gconstpointer data)
{
  MappeStmt *stmt = prepare (self->conn,
                             "WITH RECURSIVE step (n, total) AS (SELECT 1, 1 UNION ALL SELECT n + 1, total + n + 1"
                             " FROM step WHERE n < $1) SELECT max(total) FROM step");

  mappe_stmt_bind_int (stmt, 1, 100);
  g_assert_true (step (stmt));
  g_assert_cmpint (mappe_stmt_get_int (stmt, 0), ==, 5050);
  mappe_stmt_reset (stmt);
}

static void
test_like (Fixture *self, gconstpointer data)
{
  static const struct { const char *pattern; const char *found; } cases[] = {
    { "%garten%", "schlossgarten" },
    { "%\\%%", "100%" },
    { "%\\_%", "a_b" },
    { "%\\\\%", "c\\d" },
    { "a_b", "a_b axb" },
    { "%", "100% a_b axb c\\d schlossgarten" },
    { "%nothing%", "" },
  };

  make_things (self);
  script (self->conn, "INSERT INTO thing (name) VALUES ('schlossgarten'), ('100%'), ('a_b'), ('axb'), ('c\\d')");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MappeStmt *stmt = prepare (self->conn, "SELECT name FROM thing WHERE name LIKE $1 ESCAPE '\\' ORDER BY name");
      g_autoptr (GString) found = g_string_new (NULL);

      mappe_stmt_bind_text (stmt, 1, cases[i].pattern);
      while (step (stmt))
        g_string_append_printf (found, found->len > 0 ? " %s" : "%s", mappe_stmt_get_text (stmt, 0));
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
check_blob (Fixture *self, const void *bytes, gsize size)
{
  g_autoptr (GBytes) in = g_bytes_new (bytes, size);
  g_autoptr (GBytes) out = NULL;
  MappeStmt *stmt = prepare (self->conn, "INSERT INTO thing (content) VALUES ($1) RETURNING content");

  mappe_stmt_bind_blob (stmt, 1, in);
  g_assert_true (step (stmt));
  g_assert_false (mappe_stmt_is_null (stmt, 0));
  out = mappe_stmt_get_blob (stmt, 0);
  g_assert_nonnull (out);
  g_assert_true (g_bytes_equal (in, out));
  mappe_stmt_reset (stmt);
}

static void
test_blob (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *big = g_malloc (3 * 1024 * 1024);
  MappeStmt *stmt;

  for (gsize i = 0; i < 3 * 1024 * 1024; i++)
    big[i] = (guint8) (i * 7 + i / 251);
  make_things (self);
  check_blob (self, "", 0);
  check_blob (self, NULL, 0);
  check_blob (self, "\0", 1);
  check_blob (self, "a\0b\0\0\xff\xfe", 7);
  check_blob (self, big, 3 * 1024 * 1024);
  stmt = prepare (self->conn, "SELECT content FROM thing WHERE name = $1");
  add_thing (self, "none", 0);
  mappe_stmt_bind_text (stmt, 1, "none");
  g_assert_true (step (stmt));
  g_assert_null (mappe_stmt_get_blob (stmt, 0));
  mappe_stmt_reset (stmt);
}

static void
test_reals (Fixture *self, gconstpointer data)
{
  static const double reals[] = { 0.1, -0.1, 1.0 / 3, 1e300, 5e-324, DBL_MAX, -DBL_MAX, DBL_EPSILON, 2, -0.0,
                                  123456789.123456789, 0.30000000000000004 };

  make_things (self);
  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      MappeStmt *stmt = prepare (self->conn, "INSERT INTO thing (weight) VALUES ($1) RETURNING weight");
      double out;

      mappe_stmt_bind_real (stmt, 1, reals[i]);
      g_assert_true (step (stmt));
      out = mappe_stmt_get_real (stmt, 0);
      mappe_stmt_reset (stmt);
      g_assert_true (out == reals[i]);
    }
}

static void
test_integers (Fixture *self, gconstpointer data)
{
  static const gint64 integers[] = { 0, 1, -1, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64, (gint64) 1 << 53,
                                     ((gint64) 1 << 53) + 1 };

  make_things (self);
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      MappeStmt *stmt = prepare (self->conn, "INSERT INTO thing (size) VALUES ($1) RETURNING size");

      mappe_stmt_bind_int (stmt, 1, integers[i]);
      g_assert_true (step (stmt));
      g_assert_cmpint (mappe_stmt_get_int (stmt, 0), ==, integers[i]);
      mappe_stmt_reset (stmt);
    }
}

static void
test_texts (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "", "Müller", "日本", "a'b\"c;--", "$1", "e\xcc\x81", "1.0", "007" };

  make_things (self);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MappeStmt *stmt = prepare (self->conn, "INSERT INTO thing (name) VALUES ($1) RETURNING name");

      mappe_stmt_bind_text (stmt, 1, texts[i]);
      g_assert_true (step (stmt));
      g_assert_false (mappe_stmt_is_null (stmt, 0));
      g_assert_cmpstr (mappe_stmt_get_text (stmt, 0), ==, texts[i]);
      mappe_stmt_reset (stmt);
    }
}

static void
test_foreign_key (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_things (self);
  mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, &error);
  g_assert_no_error (error);
  /* Deferred: the order within a transaction does not matter … */
  script (self->conn, "INSERT INTO part (id, thing) VALUES (1, 7); INSERT INTO thing (id, name) VALUES (7, 'late')");
  g_assert_true (mappe_conn_commit (self->conn, &error));
  g_assert_no_error (error);
  /* … but at its end all must be right. */
  mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, &error);
  script (self->conn, "INSERT INTO part (id, thing) VALUES (2, 99)");
  g_assert_false (mappe_conn_commit (self->conn, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CONSTRAINT);
  g_assert_false (mappe_conn_in_txn (self->conn));
  assert_rows (self->conn, "SELECT id FROM part", 1, "1");
}

static void
test_unique (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MappeStmt *stmt;

  make_things (self);
  add_thing (self, "taken", 1);
  stmt = prepare (self->conn, "INSERT INTO thing (name) VALUES ($1)");
  mappe_stmt_bind_text (stmt, 1, "taken");
  g_assert_false (mappe_stmt_run (stmt, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CONSTRAINT);
  g_clear_error (&error);
  /* A missing value is a broken rule, too. */
  stmt = prepare (self->conn, "INSERT INTO part (thing) VALUES ($1)");
  mappe_stmt_bind_null (stmt, 1);
  g_assert_false (mappe_stmt_run (stmt, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CONSTRAINT);
  /* The statement is good for another try. */
  stmt = prepare (self->conn, "INSERT INTO thing (name) VALUES ($1)");
  mappe_stmt_bind_text (stmt, 1, "free");
  run (stmt);
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY name", 1, "free taken");
}

static void
test_transactional_ddl (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, &error);
  g_assert_no_error (error);
  make_things (self);
  script (self->conn, "ALTER TABLE thing ADD COLUMN colour INTEGER; CREATE INDEX thing_by_size ON thing (size)");
  add_thing (self, "a", 1);
  mappe_conn_rollback (self->conn);
  g_assert_false (mappe_conn_in_txn (self->conn));
  g_assert_null (mappe_conn_prepare (self->conn, "SELECT name AS gone FROM thing", &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_SYNTAX);
  /* Nothing is left that would stand in the way of doing it again. */
  make_things (self);
}

static void
test_rollback_on_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MappeStmt *stmt;

  make_things (self);
  add_thing (self, "before", 1);
  mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (mappe_conn_in_txn (self->conn));
  add_thing (self, "inside", 1);
  stmt = prepare (self->conn, "INSERT INTO thing (name) VALUES ($1)");
  mappe_stmt_bind_text (stmt, 1, "before");
  g_assert_false (mappe_stmt_run (stmt, &error));
  g_clear_error (&error);
  mappe_conn_rollback (self->conn);
  assert_rows (self->conn, "SELECT name FROM thing", 1, "before");
  /* Asking again does no harm. */
  mappe_conn_rollback (self->conn);
  add_thing (self, "after", 1);
  assert_rows (self->conn, "SELECT name FROM thing ORDER BY name", 1, "after before");
}

static void
test_syntax (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_conn_prepare (self->conn, "SELEC 1", &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_false (mappe_conn_script (self->conn, "INSERT INTO nowhere VALUES (1)", &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_SYNTAX);
}

static gpointer
interrupt_thread (gpointer data)
{
  mappe_conn_interrupt (data);
  return NULL;
}

/* The statement gives rows for ever, so that it is running for certain when it is interrupted. */
static void
test_interrupt (Fixture *self, gconstpointer data)
{
  MappeStmt *stmt = prepare (self->conn, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                         " SELECT i FROM n WHERE i % 1000 = 0");
  g_autoptr (GError) error = NULL;
  gboolean has_row = FALSE, going = TRUE;
  GThread *thread;

  g_assert_true (step (stmt));
  thread = g_thread_new ("interrupt", interrupt_thread, self->conn);
  while (going)
    going = mappe_stmt_step (stmt, &has_row, &error) && has_row;
  g_thread_join (thread);
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_INTERRUPTED);
  /* It stays so until the owner of the connection knows about it … */
  g_clear_error (&error);
  stmt = prepare (self->conn, "SELECT 1");
  g_assert_false (mappe_stmt_step (stmt, &has_row, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_INTERRUPTED);
  /* … and the connection lives on. */
  mappe_conn_resume (self->conn);
  assert_rows (self->conn, "SELECT 1", 1, "1");
}

static void
test_read_transaction (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeConn) other = NULL;
  g_autoptr (GError) error = NULL;

  make_things (self);
  add_thing (self, "a", 1);
  other = connect_to (self->uri, MAPPE_CONN_READ_ONLY);
  mappe_conn_begin (other, MAPPE_TXN_READ, &error);
  g_assert_no_error (error);
  assert_rows (other, "SELECT name FROM thing", 1, "a");
  add_thing (self, "b", 1);
  assert_rows (other, "SELECT name FROM thing ORDER BY id", 1, "a");
  g_assert_true (mappe_conn_commit (other, &error));
  assert_rows (other, "SELECT name FROM thing ORDER BY id", 1, "a b");
}

typedef struct {
  const char *uri;
  GMutex      lock;
  GCond       cond;
  gboolean    holds;
  gboolean    let_go;
} Holder;

static gpointer
hold_lock (gpointer data)
{
  Holder *holder = data;
  g_autoptr (MappeConn) conn = connect_to (holder->uri, MAPPE_CONN_DEFAULT);

  g_assert_true (mappe_conn_begin (conn, MAPPE_TXN_WRITE, NULL));
  script (conn, "INSERT INTO thing (name) VALUES ('holder')");
  g_mutex_lock (&holder->lock);
  holder->holds = TRUE;
  g_cond_signal (&holder->cond);
  while (!holder->let_go)
    g_cond_wait (&holder->cond, &holder->lock);
  g_mutex_unlock (&holder->lock);
  g_assert_true (mappe_conn_commit (conn, NULL));
  return NULL;
}

/* A second writer waits its turn; when it waits too long it is told so. */
static void
test_busy (Fixture *self, gconstpointer data)
{
  Holder holder = { .uri = self->uri };
  g_autoptr (GError) error = NULL;
  GThread *thread;

  make_things (self);
  mappe_conn_set_busy_timeout (self->conn, 50);
  thread = g_thread_new ("holder", hold_lock, &holder);
  g_mutex_lock (&holder.lock);
  while (!holder.holds)
    g_cond_wait (&holder.cond, &holder.lock);
  g_mutex_unlock (&holder.lock);

  g_assert_false (mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (mappe_conn_in_txn (self->conn));
  assert_rows (self->conn, "SELECT count(*) FROM thing", 1, "0");

  mappe_conn_set_busy_timeout (self->conn, 60000);
  g_mutex_lock (&holder.lock);
  holder.let_go = TRUE;
  g_cond_signal (&holder.cond);
  g_mutex_unlock (&holder.lock);
  g_assert_true (mappe_conn_begin (self->conn, MAPPE_TXN_WRITE, &error));
  g_assert_no_error (error);
  g_assert_true (mappe_conn_commit (self->conn, &error));
  g_thread_join (thread);
  assert_rows (self->conn, "SELECT name FROM thing", 1, "holder");
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeConn) reader = NULL;
  g_autoptr (GError) error = NULL;

  make_things (self);
  add_thing (self, "a", 1);
  reader = connect_to (self->uri, MAPPE_CONN_READ_ONLY);
  assert_rows (reader, "SELECT name FROM thing", 1, "a");
  g_assert_false (mappe_conn_script (reader, "INSERT INTO thing (name) VALUES ('b')", &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_READONLY);
  assert_rows (self->conn, "SELECT name FROM thing", 1, "a");
}

static gpointer
wrong_thread (gpointer data)
{
  mappe_conn_script (data, "SELECT 1", NULL);
  return NULL;
}

static void
test_thread (Fixture *self, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_thread_join (g_thread_new ("wrong", wrong_thread, self->conn));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion failed*owner*");
}

static gpointer
adopting_thread (gpointer data)
{
  mappe_conn_adopt (data);
  assert_rows (data, "SELECT 1", 1, "1");
  return NULL;
}

static void
test_adopt (Fixture *self, gconstpointer data)
{
  g_thread_join (g_thread_new ("adopt", adopting_thread, self->conn));
  mappe_conn_adopt (self->conn);
  assert_rows (self->conn, "SELECT 1", 1, "1");
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
  add ("/sql/parameters", test_parameters);
  add ("/sql/parameters/many", test_many_parameters);
  add ("/sql/parameters/nullable", test_nullable_parameter);
  add ("/sql/returning", test_returning);
  add ("/sql/changes", test_changes);
  add ("/sql/upsert", test_upsert);
  add ("/sql/order/nulls", test_nulls_order);
  add ("/sql/order/text", test_text_order);
  add ("/sql/filter-limit", test_filter_and_limit);
  add ("/sql/recursive", test_recursive);
  add ("/sql/like", test_like);
  add ("/sql/values/blob", test_blob);
  add ("/sql/values/real", test_reals);
  add ("/sql/values/integer", test_integers);
  add ("/sql/values/text", test_texts);
  add ("/sql/errors/foreign-key", test_foreign_key);
  add ("/sql/errors/unique", test_unique);
  add ("/sql/errors/syntax", test_syntax);
  add ("/sql/transaction/ddl", test_transactional_ddl);
  add ("/sql/transaction/rollback", test_rollback_on_error);
  add ("/sql/transaction/read", test_read_transaction);
  add ("/sql/transaction/busy", test_busy);
  add ("/sql/interrupt", test_interrupt);
  add ("/sql/read-only", test_read_only);
  add ("/sql/thread", test_thread);
  add ("/sql/thread/adopt", test_adopt);
  return g_test_run ();
}
