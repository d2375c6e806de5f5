/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

#include <glib/gstdio.h>

void
mappe_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        mappe_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
mappe_test_store_set_up (MappeTestStore *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mappe-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "council.ratsmappe", NULL);
  self->store = mappe_store_open (self->path, MAPPE_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

/* Closing waits for what is under way; what it brings back holds the store until it has arrived. */
static void
close_store (MappeTestStore *self)
{
  mappe_store_close (self->store);
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

void
mappe_test_store_tear_down (MappeTestStore *self, gconstpointer data)
{
  if (self->store != NULL)
    close_store (self);
  mappe_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
mappe_test_store_reopen (MappeTestStore *self)
{
  g_autoptr (GError) error = NULL;

  close_store (self);
  self->store = mappe_store_open (self->path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
append_row (GString *text, const MappeRow *row)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      g_autofree char *value = mappe_row_get_canonical (row, i);

      if (value != NULL)
        g_string_append_printf (text, "%s/%" G_GINT64_FORMAT ".%s: %s\n", row->kind->name, row->id,
                                row->kind->fields[i].name, value);
    }
}

char *
mappe_test_store_content (MappeStore *store)
{
  GString *text = g_string_new (NULL);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MappeQuery) query = mappe_query_new (kinds[k]);
      g_autoptr (GPtrArray) listed = mappe_store_list (store, query, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < listed->len; i++)
        append_row (text, ((MappeListed *) g_ptr_array_index (listed, i))->row);
    }
  return g_string_free (text, FALSE);
}

static MappeRow *
row_of_pairs (const MappeKind *kind, va_list pairs)
{
  MappeRow *row = mappe_row_new_preset (kind);
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      int field = mappe_kind_require_field (kind, name, &error);

      g_assert_no_error (error);
      mappe_row_set_canonical (row, field, va_arg (pairs, const char *), &error);
      g_assert_no_error (error);
    }
  return row;
}

MappeRow *
mappe_test_row (const MappeKind *kind, ...)
{
  MappeRow *row;
  va_list pairs;

  va_start (pairs, kind);
  row = row_of_pairs (kind, pairs);
  va_end (pairs);
  return row;
}

gint64
mappe_test_insert (MappeStore *store, MappeRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = mappe_edit_new ("insert");

  mappe_edit_insert (edit, row);
  applied = mappe_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (applied->ids->len, ==, 1);
  return g_array_index (applied->ids, gint64, 0);
}

gint64
mappe_test_add (MappeStore *store, const char *kind, ...)
{
  MappeRow *row;
  va_list pairs;

  va_start (pairs, kind);
  row = row_of_pairs (mappe_kind_lookup (kind, NULL), pairs);
  va_end (pairs);
  return mappe_test_insert (store, row);
}

MappeApplied *
mappe_test_refuse (MappeStore *store, MappeEdit *edit, MappeStoreError code)
{
  g_autofree char *before = mappe_test_store_content (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last = mappe_store_get_last_set (store, NULL);
  MappeApplied *fault = NULL;

  g_assert_null (mappe_store_apply (store, edit, &fault, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, (int) code);
  g_assert_nonnull (fault);
  after = mappe_test_store_content (store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (mappe_store_get_last_set (store, NULL), ==, last);
  return fault;
}

gint64
mappe_test_count (MappeStore *store, const char *kind)
{
  g_autoptr (MappeQuery) query = mappe_query_new (mappe_kind_lookup (kind, NULL));
  g_autoptr (GError) error = NULL;
  gint64 count = mappe_store_count (store, query, &error);

  g_assert_no_error (error);
  return count;
}

void
mappe_test_set (MappeStore *store, const MappeKind *kind, gint64 id, const char *field, const char *canonical)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeRow *base = mappe_store_load (store, kind, id, &error);
  MappeRow *mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new ("set");

  mappe_row_set_canonical (mine, mappe_kind_find_field (kind, field), canonical, &error);
  g_assert_no_error (error);
  mappe_edit_update (edit, base, mine);
  applied = mappe_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
}

char *
mappe_test_get (MappeStore *store, const MappeKind *kind, gint64 id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) row = mappe_store_load (store, kind, id, &error);

  g_assert_no_error (error);
  return mappe_row_get_canonical (row, mappe_kind_find_field (kind, field));
}

void
mappe_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
