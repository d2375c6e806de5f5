/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-edit.h"

/* What sealed minutes tell is not undone; everything else is, also from before the seal. */

typedef MappeTestMeeting Fixture;

static void
accept (Fixture *fixture, MappeEdit *edit)
{
  mappe_test_accept (fixture->test.store, edit);
}

/* Steps that were taken back, until nothing more can be; the last refusal in @error. */
static guint
undo_all (Fixture *fixture, GPtrArray *labels, GError **error)
{
  guint n = 0;

  for (char *label; (label = mappe_store_undo (fixture->test.store, error)) != NULL; n++)
    g_ptr_array_add (labels, label);
  return n;
}

/* What the sealed minutes tell stays, all other steps are undone in their order and redone, also those from before. */
static void
test_seal_and_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "after", "untold", "told" };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  MappeStore *store = fixture->test.store;
  g_autofree char *task = ADD (fixture, "task", "title", "Order lamps");
  g_autofree char *id = NULL, *sealed = NULL, *last = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  accept (fixture, ALSO (fixture, mappe_edit_new ("told"), "task", task, "title", "Buy lamps"));
  accept (fixture, ALSO (fixture, mappe_edit_new ("kept"), "agenda-item", fixture->item, "title", "Lamps"));
  accept (fixture, ALSO (fixture, mappe_edit_new ("untold"), "agenda-item", fixture->item, "note", "seen"));
  id = mappe_test_meeting_seal (fixture);
  accept (fixture, ALSO (fixture, mappe_edit_new ("after"), "task", task, "note", "paid"));
  last = mappe_test_store_content (store);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *label = NULL;

      mappe_test_settle ();
      g_assert_cmpstr (mappe_store_get_undo_label (store), ==, expected[i]);
      label = mappe_store_undo (store, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (label, ==, expected[i]);
    }
  sealed = mappe_test_get (store, mappe_test_kind ("minutes"), g_ascii_strtoll (id, NULL, 10), "sealed_at");
  g_assert_cmpstr (sealed, ==, "2026-06-02T10:00");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_ptr_array_add (labels, mappe_store_redo (store, &error));
  g_assert_no_error (error);
  redone = mappe_test_store_content (store);
  g_assert_cmpstr (redone, ==, last);
  g_assert_cmpuint (undo_all (fixture, labels, &error), >=, G_N_ELEMENTS (expected));
}

/* Where nothing else is left to undo, the reason is given, each time. */
static void
test_seal_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  g_free (mappe_test_meeting_seal (fixture));
  undo_all (fixture, labels, &error);
  before = mappe_test_store_content (fixture->test.store);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED);
      g_assert_nonnull (mappe_store_error_get_reason (error));
      g_clear_error (&error);
      g_assert_cmpuint (undo_all (fixture, labels, &error), ==, 0);
    }
  after = mappe_test_store_content (fixture->test.store);
  g_assert_cmpstr (after, ==, before);
}

/* A step that something sealed has come to need stays too, and is no obstacle for those beneath it. */
static void
test_seal_needs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *free_task = ADD (fixture, "task", "title", "Beneath");
  g_autofree char *guest = ADD (fixture, "person", "last_name", "Cedar");
  g_autofree char *lost = ADD (fixture, "agenda-item", "title", "Withdrawn", "meeting", fixture->meeting);
  g_autofree char *orphan = ADD (fixture, "task", "title", "Of it", "agenda_item", lost);
  g_autoptr (GError) error = NULL;

  g_free (ADD (fixture, "attendance", "meeting", fixture->meeting, "person", guest));
  accept (fixture, mappe_test_deletion ("task", orphan));
  accept (fixture, mappe_test_deletion ("agenda-item", lost));
  g_free (mappe_test_meeting_seal (fixture));
  g_free (mappe_store_undo (fixture->test.store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "task"), ==, 0);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "attendance"), ==, 1);
  undo_all (fixture, labels, &error);
  g_clear_error (&error);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "person"), ==, 1);
}

#define TEST(path, func)                                                                                          \
  g_test_add ("/undo-seal/" path, Fixture, NULL, mappe_test_meeting_set_up, func, mappe_test_meeting_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("and-undo", test_seal_and_undo);
  TEST ("alone", test_seal_alone);
  TEST ("needs", test_seal_needs);
  return g_test_run ();
}
