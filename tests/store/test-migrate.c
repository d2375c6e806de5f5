/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-person.h"
#include "mappe-store-private.h"
#include "mappe-test-store.h"

/* Files of older and newer programs. */

static MappeConn *
connect_to (const char *path)
{
  g_autoptr (GError) error = NULL;
  MappeConn *conn = mappe_conn_open (path, MAPPE_CONN_CREATE, &error);

  g_assert_no_error (error);
  return conn;
}

static void
run_sql (const char *path, const char *sql)
{
  g_autoptr (MappeConn) conn = connect_to (path);
  g_autoptr (GError) error = NULL;

  mappe_conn_script (conn, sql, &error);
  g_assert_no_error (error);
}

static gint64
version_of (const char *path)
{
  g_autoptr (MappeConn) conn = connect_to (path);
  g_autoptr (GError) error = NULL;
  gint64 version = mappe_schema_get_version (conn, &error);

  g_assert_no_error (error);
  return version;
}

static void
close_store (MappeTestStore *fixture)
{
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

/* What a program before the first version would have left: a log, but no records. */
static void
make_old (MappeTestStore *fixture, const char *but)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  g_autoptr (GString) sql = g_string_new ("PRAGMA foreign_keys=OFF;");

  close_store (fixture);
  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i]->name, but) != 0)
      g_string_append_printf (sql, "DROP TABLE %s;", kinds[i]->table);
  g_string_append (sql, "UPDATE meta SET value = '0' WHERE name = 'schema_version'");
  run_sql (fixture->path, sql->str);
}

static void
test_newer (MappeTestStore *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("person");
  g_autoptr (GError) error = NULL;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  close_store (fixture);
  run_sql (fixture->path, "UPDATE meta SET value = '99' WHERE name = 'schema_version'");
  fixture->store = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mappe_store_get_state (fixture->store), ==, MAPPE_STORE_READ_ONLY_NEWER);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 1);
  mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "last_name", "Buche", NULL));
  g_assert_null (mappe_store_apply (fixture->store, edit, NULL, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (version_of (fixture->path), ==, 99);
}

static void
test_older (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".version-0", NULL);
  g_autofree char *draft = g_strconcat (copy, ".part", NULL);
  g_autoptr (GError) error = NULL;

  make_old (fixture, NULL);
  /* A copy that broke off is in nobody's way. */
  g_file_set_contents (draft, "half", 4, NULL);
  fixture->store = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mappe_store_get_state (fixture->store), ==, MAPPE_STORE_WRITABLE);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 0);
  mappe_test_add (fixture->store, "body", "name", "Council", "kind", NULL, "quorum_rule", NULL, "majority_rule", NULL,
                  NULL);
  g_assert_cmpint (version_of (fixture->path), ==, MAPPE_SCHEMA_VERSION);
  g_assert_cmpint (version_of (copy), ==, 0);
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
}

/* The change of version breaks off in the middle: the file is as it was, and the next attempt succeeds. */
static void
test_interrupted (MappeTestStore *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".version-0", NULL);
  g_autoptr (GError) error = NULL;

  make_old (fixture, "task");
  g_assert_null (mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error));
  g_assert_true (error->domain == MAPPE_STORE_ERROR);
  g_clear_error (&error);
  g_assert_cmpint (version_of (fixture->path), ==, 0);
  g_assert_cmpint (version_of (copy), ==, 0);
  run_sql (fixture->path, "DROP TABLE task");
  fixture->store = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mappe_test_count (fixture->store, "task"), ==, 0);
}

static void
test_reading (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_old (fixture, NULL);
  g_assert_null (mappe_store_open (fixture->path, MAPPE_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (version_of (fixture->path), ==, 0);
}

/* Two programs open the old file: one of them does the work, the other one finds it done. */
static void
test_twice (MappeTestStore *fixture, gconstpointer data)
{
  g_autoptr (MappeConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  make_old (fixture, NULL);
  conn = connect_to (fixture->path);
  g_assert_true (mappe_migrate_file (conn, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_true (mappe_migrate_file (conn, fixture->path, &error));
  g_assert_no_error (error);
}

/* --- columns that came later --- */

static const MappeFieldSpec fields[] = {
  { .name = "reference", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_UNIQUE | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT },
  { .name = "name", .type = MAPPE_FIELD_TEXT, .since = 1, .flags = MAPPE_FIELD_SORT },
  { .name = "nickname", .type = MAPPE_FIELD_TEXT, .since = 2, .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_SEARCH },
  { .name = "friend", .type = MAPPE_FIELD_REF, .since = 2, .target = "person", .on_delete = MAPPE_DELETE_CLEAR },
  { .name = "badge", .type = MAPPE_FIELD_INT, .since = 3, .flags = MAPPE_FIELD_UNIQUE },
};

static const int titles[] = { 1, -1 };

static const MappeKind first_kind = { "gnome", "gnome", "Gnome", "Gnomes", "G", 2, fields, 2, titles, NULL, NULL };
static const MappeKind later_kind = { "gnome", "gnome", "Gnome", "Gnomes", "G", 2, fields, G_N_ELEMENTS (fields),
                                      titles, NULL, NULL };

static void
migrate (MappeConn *conn, const MappeKind *kind, gint64 from)
{
  g_autoptr (GError) error = NULL;

  mappe_schema_migrate_kind (conn, kind, from, &error);
  g_assert_no_error (error);
}

static MappeRow *
gnome (const MappeKind *kind, gint64 id, const char *reference, const char *name)
{
  MappeRow *row = mappe_row_new (kind);

  row->id = id;
  mappe_value_set_text (&row->values[0], reference);
  mappe_value_set_text (&row->values[1], name);
  return row;
}

static void
test_columns (MappeTestStore *fixture, gconstpointer data)
{
  gint64 person = mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  g_autoptr (MappeConn) conn = connect_to (fixture->path);
  g_autoptr (MappeRow) old = gnome (&first_kind, 1, "G01", "Alberich");
  g_autoptr (MappeRow) fresh = gnome (&later_kind, 2, "G02", "Mime");
  g_autoptr (MappeRow) back = NULL, twin = NULL;
  g_autoptr (GError) error = NULL;

  /* From nothing to version 1, then to 2 and 3 in one go; columns that are there are left alone. */
  migrate (conn, &first_kind, 0);
  g_assert_true (mappe_rows_insert (conn, old, &error));
  g_assert_no_error (error);
  migrate (conn, &later_kind, 1);
  migrate (conn, &later_kind, 3);

  back = mappe_rows_load (conn, &later_kind, old->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mappe_row_get_text (back, 1), ==, "Alberich");
  for (guint i = 2; i < later_kind.n_fields; i++)
    g_assert_true (mappe_row_is_null (back, i));

  mappe_value_set_text (&fresh->values[2], "Mimi");
  mappe_value_set_int (&fresh->values[3], person);
  mappe_value_set_int (&fresh->values[4], 7);
  g_assert_true (mappe_rows_insert (conn, fresh, &error));
  g_assert_no_error (error);
  /* The new rules hold. */
  twin = gnome (&later_kind, 3, "G03", "Mime");
  mappe_value_set_int (&twin->values[4], 7);
  g_assert_false (mappe_rows_insert (conn, twin, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CONSTRAINT);
  g_clear_error (&error);
  mappe_value_set_int (&twin->values[4], 8);
  mappe_value_set_int (&twin->values[3], person + 1000);
  g_assert_false (mappe_rows_insert (conn, twin, &error));
  g_assert_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CONSTRAINT);
}

/* Columns that came with @version to kinds that were there before. */
static void
drop_columns (GString *sql, guint version)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 1; kinds[k]->fields[MAPPE_FIELD_REFERENCE].since < version && i < kinds[k]->n_fields; i++)
      {
        const MappeFieldSpec *field = &kinds[k]->fields[i];

        if (field->since < version)
          continue;
        g_string_append_printf (sql, "DROP INDEX IF EXISTS %s_by_%s; ALTER TABLE %s DROP COLUMN %s;", kinds[k]->table,
                                field->name, kinds[k]->table, field->name);
        if (mappe_field_has_key (field))
          g_string_append_printf (sql, "ALTER TABLE %s DROP COLUMN %s_key;", kinds[k]->table, field->name);
      }
}

/* What version 5 brought (retention, offers to the archive, erasures, what went out) comes to a file of version 4. */
static void
test_from_4 (MappeTestStore *fixture, gconstpointer data)
{
  static const char *const later[] = { "archive_offer_item", "archive_offer", "retention_class", "erasure",
                                       "outgoing_part", "outgoing" };
  g_autofree char *copy = g_strconcat (fixture->path, ".version-4", NULL);
  g_autoptr (GString) sql = g_string_new ("PRAGMA foreign_keys=OFF;");
  g_autoptr (MappeConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", "email", "ahorn@example.org", NULL);
  close_store (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    g_string_append_printf (sql, "DROP TABLE %s;", later[i]);
  drop_columns (sql, 5);
  g_string_append (sql, "DELETE FROM code WHERE list IN ('retention_scope', 'retention_start', 'retention_follow',"
                        " 'archive_decision', 'archive_form', 'erasure_reason');"
                        "UPDATE meta SET value = '4' WHERE name = 'schema_version'");
  run_sql (fixture->path, sql->str);
  fixture->store = mappe_store_open (fixture->path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version_of (fixture->path), ==, 5);
  g_assert_cmpint (version_of (copy), ==, 4);
  g_assert_cmpint (mappe_test_count (fixture->store, "person"), ==, 1);
  mappe_test_add (fixture->store, "retention-class", "scope", "project", "follow", "delete", "years", "30", NULL);
  mappe_test_add (fixture->store, "archive-offer", "title", "Offer", NULL);
  conn = connect_to (fixture->path);
  g_assert_cmpint (mappe_log_number (conn, "SELECT COUNT (*) FROM outgoing", &error), ==, 0);
  g_assert_no_error (error);
}

static void
add (const char *path, void (*test) (MappeTestStore *, gconstpointer))
{
  g_test_add (path, MappeTestStore, NULL, mappe_test_store_set_up, test, mappe_test_store_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/migrate/newer", test_newer);
  add ("/migrate/older", test_older);
  add ("/migrate/interrupted", test_interrupted);
  add ("/migrate/reading", test_reading);
  add ("/migrate/twice", test_twice);
  add ("/migrate/columns", test_columns);
  add ("/migrate/from-4", test_from_4);
  return g_test_run ();
}
