/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

/* The same person was written down twice; now one record is made of both. */

static char *
text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
assert_value (MappeStore *store, const char *kind, gint64 id, const char *field, const char *expected)
{
  g_autofree char *value = mappe_test_get (store, mappe_kind_lookup (kind, NULL), id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
merge (MappeStore *store, const char *kind, gint64 keep, gint64 drop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_merge (store, mappe_kind_lookup (kind, NULL), keep, drop, "merge",
                                                        &error);

  g_assert_no_error (error);
  g_assert_cmpint (applied->set_id, >, 0);
}

static void
assert_undoable (MappeStore *store, const char *before)
{
  g_autofree char *merged = mappe_test_store_content (store);
  g_autofree char *undone = NULL, *redone = NULL, *label = NULL;
  g_autoptr (GError) error = NULL;

  label = mappe_store_undo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "merge");
  undone = mappe_test_store_content (store);
  g_assert_cmpstr (undone, ==, before);
  g_free (mappe_store_redo (store, &error));
  g_assert_no_error (error);
  redone = mappe_test_store_content (store);
  g_assert_cmpstr (redone, ==, merged);
}

static void
test_persons (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 keep = mappe_test_add (store, "person", "last_name", "Müller", "phone", "1", NULL);
  gint64 drop = mappe_test_add (store, "person", "last_name", "Mueller", "phone", "2", "email", "m@example.org", NULL);
  gint64 body = mappe_test_add (store, "body", "name", "Council", NULL);
  g_autofree char *drop_text = text_of (drop);
  g_autofree char *keep_text = text_of (keep);
  g_autofree char *body_text = text_of (body);
  gint64 membership = mappe_test_add (store, "membership", "person", drop_text, "body", body_text, "valid_from",
                                      "2020-01-01", NULL);
  gint64 meeting = mappe_test_add (store, "meeting", "title", "1st", "body", body_text, "held_on", "2026-05-01",
                                   "chair", drop_text, "minute_taker", drop_text, NULL);
  g_autofree char *before = mappe_test_store_content (store);

  merge (store, "person", keep, drop);
  g_assert_cmpint (mappe_test_count (store, "person"), ==, 1);
  assert_value (store, "person", keep, "last_name", "Müller");
  assert_value (store, "person", keep, "phone", "1");
  assert_value (store, "person", keep, "email", "m@example.org");
  assert_value (store, "person", keep, "reference", "M01");
  assert_value (store, "membership", membership, "person", keep_text);
  assert_value (store, "meeting", meeting, "chair", keep_text);
  assert_value (store, "meeting", meeting, "minute_taker", keep_text);
  assert_undoable (store, before);
}

static void
test_organisations (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 keep = mappe_test_add (store, "organisation", "name", "Police", NULL);
  gint64 drop = mappe_test_add (store, "organisation", "name", "Polizei", "partner_since", "2020-01-01", NULL);
  gint64 project = mappe_test_add (store, "project", "title", "Lamps", NULL);
  g_autofree char *keep_text = text_of (keep);
  g_autofree char *drop_text = text_of (drop);
  g_autofree char *project_text = text_of (project);
  gint64 person = mappe_test_add (store, "person", "last_name", "Ahorn", "organisation", drop_text, NULL);
  gint64 partner = mappe_test_add (store, "project-partner", "project", project_text, "organisation", drop_text, NULL);
  g_autofree char *before = mappe_test_store_content (store);

  merge (store, "organisation", keep, drop);
  assert_value (store, "person", person, "organisation", keep_text);
  assert_value (store, "project-partner", partner, "organisation", keep_text);
  assert_value (store, "organisation", keep, "partner_since", "2020-01-01");
  assert_undoable (store, before);
}

/* Both were partners of the same project: one line of that is enough. */
static void
test_doubles (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 keep = mappe_test_add (store, "organisation", "name", "Police", NULL);
  gint64 drop = mappe_test_add (store, "organisation", "name", "Polizei", NULL);
  gint64 project = mappe_test_add (store, "project", "title", "Lamps", NULL);
  g_autofree char *keep_text = text_of (keep);
  g_autofree char *drop_text = text_of (drop);
  g_autofree char *project_text = text_of (project);
  g_autofree char *before = NULL;

  mappe_test_add (store, "project-partner", "project", project_text, "organisation", keep_text, NULL);
  mappe_test_add (store, "project-partner", "project", project_text, "organisation", drop_text, NULL);
  mappe_test_add (store, "project-partner", "project", project_text, "organisation", drop_text, "note", "own", NULL);
  before = mappe_test_store_content (store);
  merge (store, "organisation", keep, drop);
  g_assert_cmpint (mappe_test_count (store, "project-partner"), ==, 2);
  assert_undoable (store, before);
}

/* A record that refers to both of them, and records that refer to each other. */
static void
test_tangled (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 first = mappe_test_add (store, "person", "last_name", "Müller", NULL);
  gint64 second = mappe_test_add (store, "person", "last_name", "Mueller", NULL);
  gint64 keep = mappe_test_add (store, "body", "name", "Council", NULL);
  g_autofree char *keep_text = text_of (keep);
  gint64 drop = mappe_test_add (store, "body", "name", "Council (old)", "parent", keep_text, NULL);
  g_autofree char *drop_text = text_of (drop);
  g_autofree char *first_text = text_of (first);
  g_autofree char *second_text = text_of (second);
  gint64 meeting = mappe_test_add (store, "meeting", "title", "1st", "body", drop_text, "held_on", "2026-05-01",
                                   "chair", first_text, "minute_taker", second_text, NULL);
  g_autofree char *before = NULL, *between = NULL;

  mappe_test_set (store, mappe_kind_lookup ("body", NULL), keep, "parent", drop_text);
  before = mappe_test_store_content (store);
  merge (store, "person", first, second);
  assert_value (store, "meeting", meeting, "chair", first_text);
  assert_value (store, "meeting", meeting, "minute_taker", first_text);
  assert_undoable (store, before);

  between = mappe_test_store_content (store);
  merge (store, "body", keep, drop);
  g_assert_cmpint (mappe_test_count (store, "body"), ==, 1);
  assert_value (store, "meeting", meeting, "body", keep_text);
  /* Nobody is his own parent because of a merge. */
  assert_value (store, "body", keep, "parent", NULL);
  assert_undoable (store, between);
}

static void
test_refused (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 id = mappe_test_add (store, "person", "last_name", "Ahorn", NULL);
  g_autofree char *before = mappe_test_store_content (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_store_merge (store, mappe_kind_lookup ("person", NULL), id, id, "merge", &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_GONE);
  g_clear_error (&error);
  g_assert_null (mappe_store_merge (store, mappe_kind_lookup ("person", NULL), id, 999, "merge", &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_GONE);
  g_clear_error (&error);
  g_assert_null (mappe_store_merge (store, mappe_kind_lookup ("person", NULL), 999, id, "merge", &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_GONE);
  after = mappe_test_store_content (store);
  g_assert_cmpstr (after, ==, before);
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
  add ("/merge/persons", test_persons);
  add ("/merge/organisations", test_organisations);
  add ("/merge/doubles", test_doubles);
  add ("/merge/tangled", test_tangled);
  add ("/merge/refused", test_refused);
  return g_test_run ();
}
