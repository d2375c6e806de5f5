/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

#include <string.h>

#include "mappe-backup.h"

static char *
dump (MappeStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_assert_true (mappe_store_dump (store, out, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (out, "", 1, NULL, NULL, NULL));
  g_output_stream_close (out, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (out));
}

static const MappeKind *
kind (const char *name)
{
  return mappe_kind_lookup (name, NULL);
}

static void
test_lines (MappeTestStore *test, gconstpointer data)
{
  gint64 parent = mappe_test_insert (test->store, mappe_test_row (kind ("body"), "reference", "B10", "name", "Plenum",
                                                                  "note", "a\\b\nc", NULL));
  g_autofree char *parent_id = g_strdup_printf ("%" G_GINT64_FORMAT, parent);
  g_autofree char *text = NULL;
  const char *first, *second;

  mappe_test_insert (test->store, mappe_test_row (kind ("body"), "reference", "B9", "name", "Lenkungsgruppe", "parent",
                                                  parent_id, NULL));
  text = dump (test->store);
  g_assert_nonnull (strstr (text, "body/B10.name: Plenum\n"));
  g_assert_nonnull (strstr (text, "body/B10.note: a\\\\b\\nc\n"));
  g_assert_nonnull (strstr (text, "body/B9.parent: B10\n"));
  g_assert_null (strstr (text, "body/B10.parent"));
  first = strstr (text, "body/B9.");
  second = strstr (text, "body/B10.");
  g_assert_true (first < second);
  g_assert_true (second < strstr (text, "code/"));
  g_assert_true (g_str_has_suffix (text, "\n"));
}

/* Other ids, other versions, another past: the same content. */
static void
test_equal (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "other.ratsmappe", NULL);
  g_autoptr (MappeStore) other = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, NULL);
  g_autofree char *before = dump (test->store);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  gint64 id;

  mappe_test_insert (test->store, mappe_test_row (kind ("person"), "reference", "M01", "last_name", "Ü", NULL));
  mappe_test_insert (test->store, mappe_test_row (kind ("person"), "reference", "M02", "last_name", "Z", NULL));
  mappe_test_insert (other, mappe_test_row (kind ("person"), "reference", "M02", "last_name", "X", NULL));
  id = mappe_test_insert (other, mappe_test_row (kind ("person"), "reference", "M01", "last_name", "Ü", NULL));
  left = dump (test->store);
  right = dump (other);
  g_assert_cmpstr (left, !=, right);
  mappe_test_set (other, kind ("person"), id - 1, "last_name", "Z");
  g_free (right);
  right = dump (other);
  g_assert_cmpstr (left, ==, right);
  mappe_store_close (other);
  mappe_test_settle ();

  g_free (mappe_store_undo (test->store, NULL));
  g_free (mappe_store_undo (test->store, NULL));
  g_free (left);
  left = dump (test->store);
  g_assert_cmpstr (left, ==, before);
}

static void
test_write_fails (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char small[100];
  g_autoptr (GOutputStream) out = g_memory_output_stream_new (small, sizeof small, NULL, NULL);

  g_assert_false (mappe_store_dump (test->store, out, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

#define ADD(path, func) \
  g_test_add ("/dump/" path, MappeTestStore, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lines", test_lines);
  ADD ("equal", test_equal);
  ADD ("write-fails", test_write_fails);
  return g_test_run ();
}
