/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn.h"
#include "mappe-person.h"
#include "mappe-test-store.h"

/* Who did what and when: per record, and for the file as a whole. */

static GPtrArray *
history (MappeStore *store, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = mappe_store_history (store, mappe_kind_lookup (kind, NULL), id, &error);

  g_assert_no_error (error);
  return entries;
}

static GPtrArray *
whole_log (MappeStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = mappe_store_log (store, 0, 0, &error);

  g_assert_no_error (error);
  return entries;
}

static void
assert_entry (GPtrArray *entries, guint nth, int op, int field, const char *old_value, const char *new_value)
{
  const MappeHistoryEntry *entry;

  g_assert_cmpuint (nth, <, entries->len);
  entry = g_ptr_array_index (entries, nth);
  g_assert_cmpint (entry->op, ==, op);
  g_assert_cmpint (entry->field, ==, field);
  g_assert_cmpstr (entry->old_value, ==, old_value);
  g_assert_cmpstr (entry->new_value, ==, new_value);
}

static void
test_record (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  g_autoptr (GPtrArray) entries = NULL;
  const MappeHistoryEntry *entry;
  gint64 id;

  mappe_store_set_actor (store, "Sekretärin");
  id = mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  mappe_test_set (store, &mappe_person_kind, id, "first_name", "Anna");
  mappe_store_set_actor (store, "Vertretung");
  mappe_test_set (store, &mappe_person_kind, id, "first_name", "Andrea");

  entries = history (store, "person", id);
  g_assert_cmpuint (entries->len, ==, 3);
  assert_entry (entries, 0, MAPPE_CHANGE_UPDATE, MAPPE_PERSON_FIRST_NAME, "Anna", "Andrea");
  assert_entry (entries, 1, MAPPE_CHANGE_UPDATE, MAPPE_PERSON_FIRST_NAME, NULL, "Anna");
  assert_entry (entries, 2, MAPPE_CHANGE_INSERT, -1, NULL, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->actor, ==, "Vertretung");
  g_assert_cmpstr (entry->label, ==, "set");
  g_assert_cmpstr (entry->set_kind, ==, "EDIT");
  g_assert_cmpuint (strlen (entry->at), ==, strlen ("2026-01-01T00:00:00.000Z"));
  entry = g_ptr_array_index (entries, 2);
  g_assert_cmpstr (entry->actor, ==, "Sekretärin");
  g_assert_cmpstr (entry->label, ==, "insert");
}

/* References are told by what stands on paper, and the history outlives the record. */
static void
test_references (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 organisation = mappe_test_add (store, "organisation", "reference", "ORG77", "name", "Police", NULL);
  gint64 other = mappe_test_add (store, "organisation", "name", "Fire brigade", NULL);
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, organisation);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, other);
  g_autoptr (GPtrArray) entries = NULL, later = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  const MappeHistoryEntry *newest;
  MappeEdit *edit = mappe_edit_new ("delete");
  gint64 id = mappe_test_add (store, "person", "last_name", "Ahorn", "organisation", first, NULL);

  mappe_test_set (store, &mappe_person_kind, id, "organisation", second);
  entries = history (store, "person", id);
  assert_entry (entries, 0, MAPPE_CHANGE_UPDATE, MAPPE_PERSON_ORGANISATION, "ORG77", "P-01");

  mappe_edit_delete (edit, &mappe_person_kind, id, 0);
  applied = mappe_store_apply (store, edit, NULL, NULL);
  later = history (store, "person", id);
  newest = g_ptr_array_index (later, 0);
  g_assert_cmpint (newest->op, ==, MAPPE_CHANGE_DELETE);
  g_assert_cmpint (newest->set_id, ==, applied->set_id);
  g_assert_cmpuint (later->len, >, entries->len);
}

static MappeRow *
next_person (gpointer data, GError **error)
{
  int *left = data;
  g_autofree char *name = g_strdup_printf ("Person %d", *left);

  return (*left)-- > 0 ? mappe_test_row (&mappe_person_kind, "last_name", name, NULL) : NULL;
}

static MappeApplied *
import_persons (MappeStore *store, int count)
{
  MappeEdit *edit = mappe_edit_new_import ("import");
  g_autoptr (GError) error = NULL;
  MappeApplied *applied;

  mappe_edit_set_source (edit, next_person, &count);
  applied = mappe_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (applied->n_inserted, >, 0);
  return applied;
}

/* An import is one line of the log, and yet each record of it knows where it comes from. */
static void
test_range (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 before = mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  g_autoptr (MappeApplied) applied = import_persons (store, 100);
  gint64 after = mappe_test_add (store, "person", "last_name", "Buche", NULL);

  g_assert_cmpint (after, ==, before + 101);
  for (gint64 id = before; id <= after; id++)
    {
      g_autoptr (GPtrArray) entries = history (store, "person", id);
      const MappeHistoryEntry *entry = g_ptr_array_index (entries, 0);

      g_assert_cmpuint (entries->len, ==, 1);
      assert_entry (entries, 0, MAPPE_CHANGE_INSERT, -1, NULL, NULL);
      g_assert_cmpstr (entry->set_kind, ==, id > before && id < after ? "IMPORT" : "EDIT");
    }
}

static void
test_undo (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 id = mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  g_autoptr (GPtrArray) entries = NULL, log = NULL;
  const MappeHistoryEntry *newest;
  const MappeLogEntry *undo, *redo, *set;

  mappe_test_set (store, &mappe_person_kind, id, "last_name", "Buche");
  g_free (mappe_store_undo (store, NULL));
  g_free (mappe_store_redo (store, NULL));
  entries = history (store, "person", id);
  g_assert_cmpuint (entries->len, ==, 4);
  newest = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (newest->set_kind, ==, "REDO");
  assert_entry (entries, 0, MAPPE_CHANGE_UPDATE, MAPPE_PERSON_LAST_NAME, "Ahorn", "Buche");
  assert_entry (entries, 1, MAPPE_CHANGE_UPDATE, MAPPE_PERSON_LAST_NAME, "Buche", "Ahorn");

  log = whole_log (store);
  redo = g_ptr_array_index (log, 0);
  undo = g_ptr_array_index (log, 1);
  set = g_ptr_array_index (log, 2);
  g_assert_cmpint (undo->undoes, ==, set->set_id);
  g_assert_cmpint (redo->undoes, ==, undo->set_id);
  g_assert_cmpstr (undo->label, ==, "set");
  g_assert_cmpstr (redo->label, ==, "set");
}

static void
test_log (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  g_autoptr (MappeApplied) applied = import_persons (store, 250);
  g_autoptr (GPtrArray) all = NULL, page = NULL, next = NULL;
  const MappeLogEntry *entry;

  for (int i = 0; i < 5; i++)
    mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  all = whole_log (store);
  /* The code lists of the new file are the first entry. */
  g_assert_cmpuint (all->len, ==, 7);
  entry = g_ptr_array_index (all, 6);
  g_assert_cmpstr (entry->set_kind, ==, "MIGRATE");
  entry = g_ptr_array_index (all, 5);
  g_assert_cmpstr (entry->set_kind, ==, "IMPORT");
  g_assert_cmpint (entry->n_records, ==, 250);
  g_assert_cmpint (entry->undoes, ==, 0);

  page = mappe_store_log (store, 0, 2, NULL);
  g_assert_cmpuint (page->len, ==, 2);
  entry = g_ptr_array_index (page, 1);
  next = mappe_store_log (store, entry->set_id, 2, NULL);
  g_assert_cmpuint (next->len, ==, 2);
  g_assert_cmpint (((MappeLogEntry *) g_ptr_array_index (next, 0))->set_id, ==, entry->set_id - 1);
}

static void
set_stamp (const char *path, const char *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeConn) conn = mappe_conn_open (path, MAPPE_CONN_DEFAULT, &error);
  MappeStmt *stmt;

  g_assert_no_error (error);
  stmt = mappe_conn_prepare (conn, "UPDATE change_set SET at = $1 WHERE id = (SELECT max(id) FROM change_set)",
                             &error);
  g_assert_no_error (error);
  mappe_stmt_bind_text (stmt, 1, at);
  mappe_stmt_run (stmt, &error);
  g_assert_no_error (error);
}

/* Somebody worked with a clock that ran ahead; now it is right again. */
static void
test_clock_set_back (MappeTestStore *fixture, gconstpointer data)
{
  static const char future[] = "2999-12-31T23:59:59.000Z";
  g_autoptr (GPtrArray) log = NULL;

  mappe_test_add (fixture->store, "person", "last_name", "Ahorn", NULL);
  set_stamp (fixture->path, future);
  mappe_test_add (fixture->store, "person", "last_name", "Buche", NULL);
  mappe_test_add (fixture->store, "person", "last_name", "Eiche", NULL);
  log = whole_log (fixture->store);
  for (guint i = 0; i + 1 < log->len; i++)
    {
      const MappeLogEntry *newer = g_ptr_array_index (log, i);
      const MappeLogEntry *older = g_ptr_array_index (log, i + 1);

      g_assert_cmpstr (newer->at, >=, older->at);
    }
  g_assert_cmpstr (((MappeLogEntry *) g_ptr_array_index (log, 0))->at, ==, future);
}

static void
test_stack (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *second = NULL, *first = NULL, *again = NULL;

  /* The base of a new file is not undone. */
  g_assert_null (mappe_store_undo (store, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (mappe_store_redo (store, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  mappe_test_set (store, &mappe_person_kind, 1, "last_name", "Buche");
  mappe_test_store_reopen (fixture);
  store = fixture->store;
  g_assert_cmpstr (mappe_store_get_undo_label (store), ==, "set");
  g_assert_null (mappe_store_get_redo_label (store));
  second = mappe_store_undo (store, NULL);
  g_assert_cmpstr (second, ==, "set");
  mappe_test_store_reopen (fixture);
  store = fixture->store;
  g_assert_cmpstr (mappe_store_get_undo_label (store), ==, "insert");
  g_assert_cmpstr (mappe_store_get_redo_label (store), ==, "set");
  first = mappe_store_undo (store, NULL);
  again = mappe_store_redo (store, NULL);
  g_assert_cmpstr (again, ==, "insert");

  /* A new step: what was undone is not to be redone any more. */
  mappe_test_add (store, "person", "last_name", "Eiche", NULL);
  g_assert_null (mappe_store_redo (store, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING);
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
  add ("/history/record", test_record);
  add ("/history/references", test_references);
  add ("/history/range", test_range);
  add ("/history/undo", test_undo);
  add ("/history/log", test_log);
  add ("/history/clock-set-back", test_clock_set_back);
  add ("/history/stack", test_stack);
  return g_test_run ();
}
