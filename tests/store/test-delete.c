/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

/* A delete takes the parts along, clears what may be empty, and is refused for the rest. */

static char *
text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_person (MappeStore *store, const char *name)
{
  return mappe_test_add (store, "person", "last_name", name, NULL);
}

static gint64
add_body (MappeStore *store, const char *name)
{
  return mappe_test_add (store, "body", "name", name, NULL);
}

static gint64
add_meeting (MappeStore *store, gint64 body)
{
  g_autofree char *id = text_of (body);

  return mappe_test_add (store, "meeting", "title", "1st meeting", "body", id, "held_on", "2026-05-01", NULL);
}

static gint64
add_item (MappeStore *store, gint64 meeting)
{
  g_autofree char *id = text_of (meeting);

  return mappe_test_add (store, "agenda-item", "title", "Lamps", "meeting", id, NULL);
}

static gint64
add_decision (MappeStore *store, gint64 item)
{
  g_autofree char *id = text_of (item);

  return mappe_test_add (store, "decision", "text", "New lamps", "agenda_item", id, NULL);
}

static gint64
add_motion (MappeStore *store, gint64 item)
{
  g_autofree char *id = text_of (item);

  return mappe_test_add (store, "motion", "text", "New lamps", "agenda_item", id, NULL);
}

static MappeEdit *
delete_edit (const char *kind, gint64 id)
{
  MappeEdit *edit = mappe_edit_new ("delete");

  mappe_edit_delete (edit, mappe_kind_lookup (kind, NULL), id, 0);
  return edit;
}

static MappeApplied *
apply (MappeStore *store, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  MappeApplied *applied = mappe_store_apply (store, edit, NULL, &error);

  g_assert_no_error (error);
  return applied;
}

/* Undo gives back what was there to the last value, redo takes it away again. */
static void
assert_undoable (MappeStore *store, const char *before)
{
  g_autofree char *deleted = mappe_test_store_content (store);
  g_autofree char *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_free (mappe_store_undo (store, &error));
  g_assert_no_error (error);
  undone = mappe_test_store_content (store);
  g_assert_cmpstr (undone, ==, before);
  g_free (mappe_store_redo (store, &error));
  g_assert_no_error (error);
  redone = mappe_test_store_content (store);
  g_assert_cmpstr (redone, ==, deleted);
}

static void
test_cascade (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 meeting = add_meeting (store, add_body (store, "Council"));
  gint64 item = add_item (store, meeting);
  g_autofree char *before = NULL;
  g_autoptr (MappeApplied) applied = NULL;

  add_motion (store, item);
  add_motion (store, item);
  add_item (store, meeting);
  before = mappe_test_store_content (store);
  applied = apply (store, delete_edit ("meeting", meeting));
  g_assert_cmpint (mappe_test_count (store, "meeting"), ==, 0);
  g_assert_cmpint (mappe_test_count (store, "agenda-item"), ==, 0);
  g_assert_cmpint (mappe_test_count (store, "motion"), ==, 0);
  g_assert_cmpint (mappe_test_count (store, "body"), ==, 1);
  assert_undoable (store, before);
}

static void
test_clear (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 organisation = mappe_test_add (store, "organisation", "name", "Police", NULL);
  g_autofree char *id = text_of (organisation);
  gint64 person = mappe_test_add (store, "person", "last_name", "Ahorn", "organisation", id, NULL);
  g_autofree char *before = mappe_test_store_content (store);
  g_autofree char *cleared = NULL;
  g_autoptr (MappeApplied) applied = apply (store, delete_edit ("organisation", organisation));

  cleared = mappe_test_get (store, mappe_kind_lookup ("person", NULL), person, "organisation");
  g_assert_null (cleared);
  assert_undoable (store, before);
}

static void
test_restrict (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 body = add_body (store, "Council");
  g_autoptr (MappeApplied) fault = NULL, applied = NULL;
  gint64 meeting = add_meeting (store, body);

  fault = mappe_test_refuse (store, delete_edit ("body", body), MAPPE_STORE_ERROR_REFERENCE);
  g_assert_true (fault->fault_kind == mappe_kind_lookup ("body", NULL));
  g_assert_cmpint (fault->fault_id, ==, body);
  /* Both together may go, in either order. */
  {
    MappeEdit *edit = delete_edit ("body", body);

    mappe_edit_delete (edit, mappe_kind_lookup ("meeting", NULL), meeting, 0);
    applied = apply (store, edit);
  }
  g_assert_cmpint (mappe_test_count (store, "body"), ==, 0);
}

/* The meeting would take its roll-call votes along, but a person whose vote is recorded cannot go; and what the
 * cascade reaches must not be needed by others either. */
static void
test_restrict_inside_cascade (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 person = add_person (store, "Ahorn");
  gint64 other = add_person (store, "Buche");
  gint64 body = add_body (store, "Council");
  gint64 item = add_item (store, add_meeting (store, body));
  gint64 decision = add_decision (store, item);
  g_autofree char *decision_text = text_of (decision);
  g_autofree char *person_text = text_of (person);
  g_autofree char *body_text = text_of (body);
  g_autoptr (MappeApplied) fault = NULL, applied = NULL;
  g_autofree char *before = NULL;

  mappe_test_add (store, "roll-call-vote", "decision", decision_text, "person", person_text, "vote", "yes", NULL);
  mappe_test_add (store, "membership", "person", person_text, "body", body_text, NULL);
  before = mappe_test_store_content (store);
  /* The membership would go with the person; the vote holds the person back: then the membership stays, too. */
  fault = mappe_test_refuse (store, delete_edit ("person", person), MAPPE_STORE_ERROR_REFERENCE);
  g_assert_cmpint (mappe_test_count (store, "membership"), ==, 1);
  applied = apply (store, delete_edit ("person", other));
  assert_undoable (store, before);
}

static void
test_self_reference (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 parent = add_body (store, "Council");
  g_autofree char *parent_text = text_of (parent);
  gint64 child = mappe_test_add (store, "body", "name", "Group", "parent", parent_text, NULL);
  g_autofree char *child_text = text_of (child);
  g_autofree char *before = NULL;
  g_autoptr (MappeApplied) applied = NULL;

  mappe_test_set (store, mappe_kind_lookup ("body", NULL), parent, "parent", child_text);
  mappe_test_set (store, mappe_kind_lookup ("body", NULL), child, "parent", child_text);
  before = mappe_test_store_content (store);
  applied = apply (store, delete_edit ("body", child));
  g_assert_cmpint (mappe_test_count (store, "body"), ==, 1);
  assert_undoable (store, before);
}

static void
test_twice_in_one_edit (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 meeting = add_meeting (store, add_body (store, "Council"));
  gint64 item = add_item (store, meeting);
  g_autofree char *before = mappe_test_store_content (store);
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = delete_edit ("meeting", meeting);

  mappe_edit_delete (edit, mappe_kind_lookup ("agenda-item", NULL), item, 0);
  mappe_edit_delete (edit, mappe_kind_lookup ("meeting", NULL), meeting, 0);
  applied = apply (store, edit);
  g_assert_cmpint (mappe_test_count (store, "agenda-item"), ==, 0);
  assert_undoable (store, before);
}

static void
test_insert_and_delete (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 person = add_person (store, "Ahorn");
  g_autofree char *before = mappe_test_store_content (store);
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = delete_edit ("person", person);

  mappe_edit_insert (edit, mappe_test_row (mappe_kind_lookup ("person", NULL), "last_name", "Buche", NULL));
  applied = apply (store, edit);
  g_assert_cmpint (mappe_test_count (store, "person"), ==, 1);
  assert_undoable (store, before);
}

/* An edit that deletes a record and refers to it at the same time contradicts itself. */
static void
test_refer_to_deleted (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 organisation = mappe_test_add (store, "organisation", "name", "Police", NULL);
  g_autofree char *id = text_of (organisation);
  g_autoptr (MappeApplied) fault = NULL;
  MappeEdit *edit = delete_edit ("organisation", organisation);

  mappe_edit_insert (edit, mappe_test_row (mappe_kind_lookup ("person", NULL), "last_name", "Ahorn", "organisation",
                                           id, NULL));
  fault = mappe_test_refuse (store, edit, MAPPE_STORE_ERROR_REFERENCE);
  g_assert_true (fault->fault_kind == mappe_kind_lookup ("person", NULL));
}

static void
test_many (MappeTestStore *fixture, gconstpointer data)
{
  MappeStore *store = fixture->store;
  gint64 meeting = add_meeting (store, add_body (store, "Council"));
  MappeEdit *edit = mappe_edit_new ("items");
  g_autofree char *id = text_of (meeting);
  g_autofree char *before = NULL;
  g_autoptr (MappeApplied) added = NULL, deleted = NULL;

  for (guint i = 0; i < 500; i++)
    mappe_edit_insert (edit, mappe_test_row (mappe_kind_lookup ("agenda-item", NULL), "title", "Item", "meeting", id,
                                             NULL));
  added = apply (store, edit);
  before = mappe_test_store_content (store);
  deleted = apply (store, delete_edit ("meeting", meeting));
  g_assert_cmpint (mappe_test_count (store, "agenda-item"), ==, 0);
  assert_undoable (store, before);
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
  add ("/delete/cascade", test_cascade);
  add ("/delete/clear", test_clear);
  add ("/delete/restrict", test_restrict);
  add ("/delete/restrict-inside-cascade", test_restrict_inside_cascade);
  add ("/delete/self-reference", test_self_reference);
  add ("/delete/twice-in-one-edit", test_twice_in_one_edit);
  add ("/delete/insert-and-delete", test_insert_and_delete);
  add ("/delete/refer-to-deleted", test_refer_to_deleted);
  add ("/delete/many", test_many);
  return g_test_run ();
}
