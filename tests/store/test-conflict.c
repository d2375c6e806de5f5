/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-person.h"
#include "mappe-test-store.h"

/* Two forms on one record: what each of them may save, and what it is told. */

typedef struct {
  MappeTestStore base;
  gint64         id;
  MappeRow      *opened;  /* as both forms read it */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mappe_test_store_set_up (&self->base, NULL);
  self->id = mappe_test_add (self->base.store, "person", "last_name", "Ahorn", "first_name", "Anna", "email",
                             "anna@example.org", NULL);
  self->opened = mappe_store_load (self->base.store, &mappe_person_kind, self->id, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  mappe_row_unref (self->opened);
  mappe_test_store_tear_down (&self->base, NULL);
}

/* The form that was opened first saves now: @field to @value on top of what it had read. */
static MappeEdit *
late_edit (Fixture *self, guint field, const char *value)
{
  MappeEdit *edit = mappe_edit_new ("late");
  MappeRow *mine = mappe_row_copy (self->opened);

  mappe_row_set_canonical (mine, field, value, NULL);
  mappe_edit_update (edit, mappe_row_ref (self->opened), mine);
  return edit;
}

static MappeApplied *
apply (Fixture *self, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  MappeApplied *applied = mappe_store_apply (self->base.store, edit, NULL, &error);

  g_assert_no_error (error);
  return applied;
}

static void
assert_field (Fixture *self, const char *field, const char *expected)
{
  g_autofree char *value = mappe_test_get (self->base.store, &mappe_person_kind, self->id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_other_field (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeApplied) applied = NULL;

  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "email", "new@example.org");
  applied = apply (self, late_edit (self, MAPPE_PERSON_FIRST_NAME, "Andrea"));
  g_assert_cmpint (applied->set_id, >, 0);
  assert_field (self, "first_name", "Andrea");
  assert_field (self, "email", "new@example.org");
}

static void
test_same_field (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeApplied) fault = NULL;
  MappeConflict *conflict;

  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "first_name", "Antje");
  fault = mappe_test_refuse (self->base.store, late_edit (self, MAPPE_PERSON_FIRST_NAME, "Andrea"),
                             MAPPE_STORE_ERROR_CONFLICT);
  g_assert_true (fault->fault_kind == &mappe_person_kind);
  g_assert_cmpint (fault->fault_id, ==, self->id);
  g_assert_cmpint (fault->fault_field, ==, MAPPE_PERSON_FIRST_NAME);
  g_assert_cmpuint (fault->conflicts->len, ==, 1);
  conflict = g_ptr_array_index (fault->conflicts, 0);
  g_assert_cmpuint (conflict->field, ==, MAPPE_PERSON_FIRST_NAME);
  g_assert_cmpstr (conflict->base, ==, "Anna");
  g_assert_cmpstr (conflict->mine, ==, "Andrea");
  g_assert_cmpstr (conflict->theirs, ==, "Antje");
  assert_field (self, "first_name", "Antje");
}

/* All fields in conflict are told at once, and emptying a field counts as a value. */
static void
test_several_fields (Fixture *self, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("late");
  MappeRow *mine = mappe_row_copy (self->opened);
  g_autoptr (MappeApplied) fault = NULL;
  MappeConflict *conflict;

  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "first_name", NULL);
  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "email", "theirs@example.org");
  mappe_row_set_canonical (mine, MAPPE_PERSON_FIRST_NAME, "Andrea", NULL);
  mappe_row_set_canonical (mine, MAPPE_PERSON_EMAIL, NULL, NULL);
  mappe_row_set_canonical (mine, MAPPE_PERSON_PHONE, "+49 30 1", NULL);
  mappe_edit_update (edit, mappe_row_ref (self->opened), mine);
  fault = mappe_test_refuse (self->base.store, edit, MAPPE_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (fault->conflicts->len, ==, 2);
  conflict = g_ptr_array_index (fault->conflicts, 0);
  g_assert_cmpuint (conflict->field, ==, MAPPE_PERSON_FIRST_NAME);
  g_assert_null (conflict->theirs);
  conflict = g_ptr_array_index (fault->conflicts, 1);
  g_assert_cmpuint (conflict->field, ==, MAPPE_PERSON_EMAIL);
  g_assert_null (conflict->mine);
  g_assert_cmpstr (conflict->theirs, ==, "theirs@example.org");
  assert_field (self, "phone", NULL);
}

static void
test_equal_change (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeApplied) applied = NULL;

  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "first_name", "Andrea");
  applied = apply (self, late_edit (self, MAPPE_PERSON_FIRST_NAME, "Andrea"));
  /* Nothing was left to do, so nothing stands in the log. */
  g_assert_cmpint (applied->set_id, ==, 0);
  assert_field (self, "first_name", "Andrea");
}

static void
test_no_change (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeApplied) applied = apply (self, late_edit (self, MAPPE_PERSON_FIRST_NAME, "Anna"));
  g_autoptr (MappeRow) now = mappe_store_load (self->base.store, &mappe_person_kind, self->id, NULL);

  g_assert_cmpint (applied->set_id, ==, 0);
  g_assert_cmpint (now->version, ==, self->opened->version);
}

static void
test_there_and_back (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeApplied) applied = NULL;

  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "first_name", "Antje");
  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "first_name", "Anna");
  applied = apply (self, late_edit (self, MAPPE_PERSON_FIRST_NAME, "Andrea"));
  assert_field (self, "first_name", "Andrea");
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("delete");
  g_autoptr (MappeApplied) deleted = NULL;
  g_autoptr (MappeApplied) fault = NULL;

  mappe_edit_delete (edit, &mappe_person_kind, self->id, self->opened->version);
  deleted = apply (self, edit);
  fault = mappe_test_refuse (self->base.store, late_edit (self, MAPPE_PERSON_FIRST_NAME, "Andrea"),
                             MAPPE_STORE_ERROR_GONE);
  g_assert_cmpint (fault->fault_id, ==, self->id);
}

static void
test_delete_of_changed (Fixture *self, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("delete");
  g_autoptr (MappeApplied) fault = NULL, deleted = NULL, again = NULL;

  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "first_name", "Antje");
  mappe_edit_delete (edit, &mappe_person_kind, self->id, self->opened->version);
  fault = mappe_test_refuse (self->base.store, edit, MAPPE_STORE_ERROR_CONFLICT);
  g_assert_cmpint (fault->fault_id, ==, self->id);

  /* Version 0: whatever is there. */
  edit = mappe_edit_new ("delete");
  mappe_edit_delete (edit, &mappe_person_kind, self->id, 0);
  deleted = apply (self, edit);
  g_assert_cmpint (deleted->set_id, >, 0);
  /* Deleting what is gone is no error: what was wanted is so. */
  edit = mappe_edit_new ("delete");
  mappe_edit_delete (edit, &mappe_person_kind, self->id, self->opened->version);
  again = apply (self, edit);
  g_assert_cmpint (again->set_id, ==, 0);
}

static void
test_versions (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeApplied) applied = apply (self, late_edit (self, MAPPE_PERSON_FIRST_NAME, "Andrea"));
  g_autoptr (MappeRow) now = mappe_store_load (self->base.store, &mappe_person_kind, self->id, NULL);

  g_assert_cmpint (self->opened->version, >, 0);
  g_assert_cmpint (now->version, ==, applied->set_id);
  g_assert_cmpint (now->version, >, self->opened->version);
}

/* One edit is one step: what is right in it does not come without what is wrong. */
static void
test_all_or_nothing (Fixture *self, gconstpointer data)
{
  MappeEdit *edit = late_edit (self, MAPPE_PERSON_FIRST_NAME, "Andrea");
  g_autoptr (MappeApplied) fault = NULL;

  mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "last_name", "Buche", NULL));
  mappe_edit_insert (edit, mappe_test_row (&mappe_person_kind, "first_name", "Nameless", NULL));
  fault = mappe_test_refuse (self->base.store, edit, MAPPE_STORE_ERROR_INVALID);
  g_assert_cmpint (fault->fault_field, ==, MAPPE_PERSON_LAST_NAME);
  g_assert_cmpint (fault->fault_id, ==, 0);
  g_assert_cmpint (fault->n_inserted, ==, 1);
  assert_field (self, "first_name", "Anna");
}

static void
test_undo_of_overwritten (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  /* The step of another program is on the same stack: it is the one that is undone. */
  mappe_test_set (self->base.store, &mappe_person_kind, self->id, "first_name", "Andrea");
  other = mappe_store_open (self->base.path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  mappe_test_set (other, &mappe_person_kind, self->id, "first_name", "Antje");
  label = mappe_store_undo (self->base.store, &error);
  g_assert_no_error (error);
  assert_field (self, "first_name", "Andrea");
  mappe_test_settle ();
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
  add ("/conflict/other-field", test_other_field);
  add ("/conflict/same-field", test_same_field);
  add ("/conflict/several-fields", test_several_fields);
  add ("/conflict/equal-change", test_equal_change);
  add ("/conflict/no-change", test_no_change);
  add ("/conflict/there-and-back", test_there_and_back);
  add ("/conflict/gone", test_gone);
  add ("/conflict/delete-of-changed", test_delete_of_changed);
  add ("/conflict/versions", test_versions);
  add ("/conflict/all-or-nothing", test_all_or_nothing);
  add ("/conflict/undo-of-overwritten", test_undo_of_overwritten);
  return g_test_run ();
}
