/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

/* What sealed minutes tell is not undone; everything else is, also from before the seal. */

typedef struct {
  MappeTestStore test;
  char          *body, *meeting, *item, *person, *other;
} Fixture;

static const MappeKind *
kind (const char *name)
{
  return mappe_kind_lookup (name, NULL);
}

static char *
text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

#define ADD(fixture, name, ...) (text_of (mappe_test_add ((fixture)->test.store, name, __VA_ARGS__, NULL)))
#define ROW(name, ...) (mappe_test_row (kind (name), __VA_ARGS__, NULL))

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->body = ADD (fixture, "body", "name", "Plenary");
  fixture->meeting = ADD (fixture, "meeting", "title", "Spring", "body", fixture->body, "held_on", "2026-05-19",
                          "state", "held");
  fixture->item = ADD (fixture, "agenda-item", "title", "Lamps", "meeting", fixture->meeting);
  fixture->person = ADD (fixture, "person", "last_name", "Ahorn");
  fixture->other = ADD (fixture, "person", "last_name", "Buche");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->body);
  g_free (fixture->meeting);
  g_free (fixture->item);
  g_free (fixture->person);
  g_free (fixture->other);
  mappe_test_store_tear_down (&fixture->test, data);
}

static GArray *
accepted (Fixture *fixture, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (fixture->test.store, edit, NULL, &error);

  g_assert_no_error (error);
  return g_array_ref (applied->ids);
}

static void
accept (Fixture *fixture, MappeEdit *edit)
{
  g_array_unref (accepted (fixture, edit));
}

static MappeEdit *
deletion (const char *kind_name, const char *id)
{
  MappeEdit *edit = mappe_edit_new ("delete");

  mappe_edit_delete (edit, kind (kind_name), g_ascii_strtoll (id, NULL, 10), 0);
  return edit;
}

/* Adds a change of a record by name, value pairs ended by NULL to @edit; a new one when %NULL. */
static MappeEdit *
change (Fixture *fixture, MappeEdit *edit, const char *kind_name, const char *id, ...)
{
  MappeRow *base = mappe_store_load (fixture->test.store, kind (kind_name), g_ascii_strtoll (id, NULL, 10), NULL);
  MappeRow *mine = mappe_row_copy (base);
  const char *name;
  va_list pairs;

  va_start (pairs, id);
  while ((name = va_arg (pairs, const char *)) != NULL)
    g_assert_true (mappe_row_set_canonical (mine, (guint) mappe_kind_find_field (mine->kind, name),
                                            va_arg (pairs, const char *), NULL));
  va_end (pairs);
  if (edit == NULL)
    edit = mappe_edit_new ("change");
  mappe_edit_update (edit, base, mine);
  return edit;
}

#define CHANGE(fixture, name, id, ...) (change (fixture, NULL, name, id, __VA_ARGS__, NULL))

static char *
sealed_minutes (Fixture *fixture)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("text", 4);
  MappeEdit *edit = mappe_edit_new ("minutes");
  g_autofree char *hash = mappe_edit_add_blob (edit, content);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *id = NULL;

  mappe_edit_insert (edit, ROW ("minutes", "meeting", fixture->meeting, "content", hash, "state", "approved",
                                "approved_on", "2026-06-01", "signed_on", "2026-06-02", "signed_chair", "A",
                                "signed_minute_taker", "B"));
  ids = accepted (fixture, edit);
  id = text_of (g_array_index (ids, gint64, 0));
  accept (fixture, CHANGE (fixture, "minutes", id, "sealed_at", "2026-06-02T10:00", "state", "sealed"));
  return g_steal_pointer (&id);
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

  accept (fixture, change (fixture, mappe_edit_new ("told"), "task", task, "title", "Buy lamps", NULL));
  accept (fixture, change (fixture, mappe_edit_new ("kept"), "agenda-item", fixture->item, "title", "Lamps", NULL));
  accept (fixture, change (fixture, mappe_edit_new ("untold"), "agenda-item", fixture->item, "note", "seen", NULL));
  id = sealed_minutes (fixture);
  accept (fixture, change (fixture, mappe_edit_new ("after"), "task", task, "note", "paid", NULL));
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
  sealed = mappe_test_get (store, kind ("minutes"), g_ascii_strtoll (id, NULL, 10), "sealed_at");
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

  g_free (sealed_minutes (fixture));
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
  accept (fixture, deletion ("task", orphan));
  accept (fixture, deletion ("agenda-item", lost));
  g_free (sealed_minutes (fixture));
  g_free (mappe_store_undo (fixture->test.store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "task"), ==, 0);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "attendance"), ==, 1);
  undo_all (fixture, labels, &error);
  g_clear_error (&error);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "person"), ==, 1);
}

#define TEST(path, func) g_test_add ("/undo-seal/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("and-undo", test_seal_and_undo);
  TEST ("alone", test_seal_alone);
  TEST ("needs", test_seal_needs);
  return g_test_run ();
}
