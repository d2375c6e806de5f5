/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "mappe-area.h"
#include "mappe-list-diff.h"
#include "mappe-list-model.h"
#include "mappe-project.h"

/* --- the difference of two vectors --- */

static GArray *
vector_of (GRand *rand, guint n, guint values)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  GArray *vector = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (vector->len < n)
    {
      gint64 key = g_rand_int_range (rand, 1, (int) values + 1);
      if (g_hash_table_add (used, GINT_TO_POINTER ((int) key)))
        g_array_append_val (vector, key);
    }
  return vector;
}

static GArray *
apply_hunks (GArray *before, GArray *after, GArray *hunks)
{
  GArray *result = g_array_copy (before);

  for (guint i = 0; i < hunks->len; i++)
    {
      const MappeHunk *hunk = &g_array_index (hunks, MappeHunk, i);
      g_assert_cmpuint (hunk->position + hunk->removed, <=, result->len);
      g_array_remove_range (result, hunk->position, hunk->removed);
      if (hunk->added > 0)
        g_array_insert_vals (result, hunk->position, &g_array_index (after, gint64, hunk->from), hunk->added);
    }
  return result;
}

static void
assert_same (GArray *left, GArray *right)
{
  g_assert_cmpmem (left->data, left->len * sizeof (gint64), right->data, right->len * sizeof (gint64));
}

static void
test_diff_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 4000; round++)
    {
      guint values = (guint) g_rand_int_range (rand, 1, 14);
      g_autoptr (GArray) before = vector_of (rand, (guint) g_rand_int_range (rand, 0, (int) values + 1), values);
      g_autoptr (GArray) after = vector_of (rand, (guint) g_rand_int_range (rand, 0, (int) values + 1), values);
      g_autoptr (GHashTable) touched = g_hash_table_new (g_int64_hash, g_int64_equal);
      gboolean refilled;
      for (guint i = 0; i < before->len; i++)
        if (g_rand_boolean (rand))
          g_hash_table_add (touched, &g_array_index (before, gint64, i));
      for (guint i = 0; i < after->len; i++)
        if (g_rand_boolean (rand))
          g_hash_table_add (touched, &g_array_index (after, gint64, i));
      g_autoptr (GArray) hunks = mappe_list_diff (before, after, round % 2 ? touched : NULL, &refilled);
      g_autoptr (GArray) result = apply_hunks (before, after, hunks);
      assert_same (result, after);
    }
}

/* One moved record among many is two small steps, not everything between its places. */
static void
test_diff_move (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) hunks = NULL;
  g_autoptr (GHashTable) touched = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 moved = 10;
  gboolean refilled;

  for (gint64 i = 0; i < 100000; i++)
    g_array_append_val (before, i);
  after = g_array_copy (before);
  g_array_remove_index (after, 10);
  g_array_insert_val (after, 90000, moved);
  g_hash_table_add (touched, &moved);
  hunks = mappe_list_diff (before, after, touched, &refilled);
  g_assert_false (refilled);
  g_assert_cmpuint (hunks->len, ==, 2);
  g_assert_cmpuint (g_array_index (hunks, MappeHunk, 0).removed, ==, 1);
  g_assert_cmpuint (g_array_index (hunks, MappeHunk, 1).added, ==, 1);
  g_assert_cmpuint (g_array_index (hunks, MappeHunk, 1).position, ==, 90000);
}

static void
test_diff_refill (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) hunks = NULL;
  gboolean refilled;

  for (gint64 i = 0; i < 10000; i++)
    {
      g_array_append_val (before, i);
      g_array_prepend_val (after, i);
    }
  hunks = mappe_list_diff (before, after, NULL, &refilled);
  g_assert_true (refilled);
  g_assert_cmpuint (hunks->len, ==, 2);
  g_assert_cmpuint (g_array_index (hunks, MappeHunk, 0).removed, ==, 10000);
  g_assert_cmpuint (g_array_index (hunks, MappeHunk, 1).added, ==, 10000);
}

/* --- a store with areas --- */

typedef struct {
  char           *folder;
  MappeStore     *store;
  MappeListModel *model;
  GString        *record;  /* what items-changed said and no test has consumed */
  GArray         *shadow;  /* ids as a view knows them from the signals alone */
  guint           refreshed;
} Fixture;

static MappeRow *
area_new (const char *name)
{
  MappeRow *row = mappe_row_new_preset (&mappe_area_kind);

  g_assert_true (mappe_row_set_canonical (row, MAPPE_AREA_NAME, name, NULL));
  return row;
}

static void
apply (Fixture *fixture, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (fixture->store, edit, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (applied);
}

static void
add_areas (Fixture *fixture, guint first, guint n)
{
  MappeEdit *edit = mappe_edit_new ("Add areas");

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Area %05u", i);
      mappe_edit_insert (edit, area_new (name));
    }
  apply (fixture, edit);
}

static void
rename_area (Fixture *fixture, gint64 id, const char *name)
{
  g_autoptr (MappeRow) row = mappe_store_load (fixture->store, &mappe_area_kind, id, NULL);
  MappeRow *mine = mappe_row_copy (row);
  MappeEdit *edit = mappe_edit_new ("Rename");

  g_assert_true (mappe_row_set_canonical (mine, MAPPE_AREA_NAME, name, NULL));
  mappe_edit_update (edit, mappe_row_ref (row), mine);
  apply (fixture, edit);
}

static void
delete_area (Fixture *fixture, gint64 id)
{
  g_autoptr (MappeRow) row = mappe_store_load (fixture->store, &mappe_area_kind, id, NULL);
  MappeEdit *edit = mappe_edit_new ("Delete");

  mappe_edit_delete (edit, &mappe_area_kind, id, row->version);
  apply (fixture, edit);
}

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  if (fixture->record->len > 0)
    g_string_append (fixture->record, ", ");
  if (removed == 0)
    g_string_append_printf (fixture->record, "%u+%u", position, added);
  else if (added == 0)
    g_string_append_printf (fixture->record, "%u-%u", position, removed);
  else
    g_string_append_printf (fixture->record, "%u-%u+%u", position, removed, added);
  g_assert_cmpuint (position + removed, <=, fixture->shadow->len);
  g_array_remove_range (fixture->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = mappe_list_model_get_id (fixture->model, position + i);
      g_array_insert_val (fixture->shadow, position + i, id);
    }
  g_assert_cmpuint (fixture->shadow->len, ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->model)));
}

static void
refreshed_cb (Fixture *fixture)
{
  fixture->refreshed++;
}

/* Commits are announced by the main loop, and a new query follows in an idle. */
static void
settle (Fixture *fixture)
{
  do
    while (g_main_context_iteration (NULL, FALSE))
      ;
  while (mappe_list_model_get_loading (fixture->model) && (g_main_context_iteration (NULL, TRUE), TRUE));
}

static void
consume (Fixture *fixture, const char *expected)
{
  settle (fixture);
  g_assert_cmpstr (fixture->record->str, ==, expected);
  g_string_truncate (fixture->record, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("mappe-list-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "list.ratsmappe", NULL);
  fixture->store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  fixture->record = g_string_new (NULL);
  fixture->shadow = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
start (Fixture *fixture, const MappeQuery *query)
{
  /* What was saved before is announced before. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture->model = mappe_list_model_new (fixture->store, query);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect_swapped (fixture->model, "refreshed", G_CALLBACK (refreshed_cb), fixture);
}

static MappeQuery *
by_name (void)
{
  MappeQuery *query = mappe_query_new (&mappe_area_kind);

  mappe_query_order (query, MAPPE_AREA_NAME, FALSE);
  return query;
}

static void
start_by_name (Fixture *fixture, guint n)
{
  g_autoptr (MappeQuery) query = by_name ();
  g_autofree char *expected = NULL;

  add_areas (fixture, 0, n);
  start (fixture, query);
  expected = n > 512 ? g_strdup_printf ("0+512, 512+%u", n - 512) : g_strdup_printf ("0+%u", n);
  consume (fixture, expected);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->model != NULL)
    {
      consume (fixture, "");
      g_assert_finalize_object (fixture->model);
    }
  mappe_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);
  remove_files (fixture->folder);
  g_free (fixture->folder);
  g_string_free (fixture->record, TRUE);
  g_array_unref (fixture->shadow);
}

static void
wait_loaded (MappeRecord *record)
{
  while (mappe_record_is_loading (record))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_head_then_all (Fixture *fixture, gconstpointer data)
{
  start_by_name (fixture, 1300);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 1300);
}

static void
test_total (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeQuery) query = by_name ();

  start_by_name (fixture, 30);
  mappe_query_match (query, "00007");
  mappe_list_model_set_query (fixture->model, query);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 1);
  while (mappe_list_model_get_n_total (fixture->model) != 30)
    g_main_context_iteration (NULL, TRUE);
  g_string_truncate (fixture->record, 0);
}

static void
test_rows_come (Fixture *fixture, gconstpointer data)
{
  start_by_name (fixture, 600);
  g_autoptr (MappeRecord) record = g_list_model_get_item (G_LIST_MODEL (fixture->model), 300);
  g_autoptr (MappeRecord) again = g_list_model_get_item (G_LIST_MODEL (fixture->model), 300);

  g_assert_true (record == again);
  g_assert_true (mappe_record_is_loading (record));
  g_assert_null (mappe_list_model_peek (fixture->model, 300));
  wait_loaded (record);
  g_assert_cmpstr (mappe_record_get_text (record, MAPPE_AREA_NAME), ==, "Area 00300");
  g_assert_true (mappe_list_model_peek (fixture->model, 300) == record);
  /* Its neighbours of the page came along. */
  g_assert_nonnull (mappe_list_model_peek (fixture->model, 256));
  g_assert_nonnull (mappe_list_model_peek (fixture->model, 511));
  g_assert_null (mappe_list_model_peek (fixture->model, 255));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), 600));
}

static void
test_insert_delete (Fixture *fixture, gconstpointer data)
{
  start_by_name (fixture, 100);
  gint64 id = mappe_list_model_get_id (fixture->model, 40);

  delete_area (fixture, id);
  consume (fixture, "40-1");
  g_assert_cmpuint (mappe_list_model_find (fixture->model, id), ==, G_MAXUINT);
  g_free (mappe_store_undo (fixture->store, NULL));
  consume (fixture, "40+1");
  g_assert_cmpuint (mappe_list_model_find (fixture->model, id), ==, 40);
  add_areas (fixture, 100, 3);
  consume (fixture, "100+3");
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  start_by_name (fixture, 100);
  g_autoptr (MappeRecord) record = g_list_model_get_item (G_LIST_MODEL (fixture->model), 7);

  wait_loaded (record);
  rename_area (fixture, mappe_record_get_id (record), "Area 00007b");
  consume (fixture, "");
  while (g_strcmp0 (mappe_record_get_text (record, MAPPE_AREA_NAME), "Area 00007b") != 0)
    g_main_context_iteration (NULL, TRUE);
  /* A new place in the order is a move, and nothing but the moved record goes and comes. */
  rename_area (fixture, mappe_record_get_id (record), "Area 00050b");
  consume (fixture, "7-1, 50+1");
}

static void
test_waits_through_moves (Fixture *fixture, gconstpointer data)
{
  start_by_name (fixture, 600);
  g_autoptr (MappeRecord) record = g_list_model_get_item (G_LIST_MODEL (fixture->model), 599);

  /* Its place, and with it its page, changes before the request is sent. */
  delete_area (fixture, mappe_list_model_get_id (fixture->model, 0));
  wait_loaded (record);
  consume (fixture, "0-1");
  g_assert_cmpstr (mappe_record_get_text (record, MAPPE_AREA_NAME), ==, "Area 00599");
}

static void
test_other_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_area_kind);

  start_by_name (fixture, 2000);
  gint64 id = mappe_list_model_get_id (fixture->model, 3);
  mappe_query_order (query, MAPPE_AREA_NAME, TRUE);
  mappe_list_model_set_query (fixture->model, query);
  settle (fixture);
  g_assert_cmpuint (mappe_list_model_find (fixture->model, id), ==, 1996);
  g_string_truncate (fixture->record, 0);
}

static void
test_refill (Fixture *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("Rename all");

  start_by_name (fixture, 1000);
  fixture->refreshed = 0;
  for (guint i = 0; i < 1000; i++)
    {
      MappeRow *row =
          mappe_store_load (fixture->store, &mappe_area_kind, mappe_list_model_get_id (fixture->model, i), NULL);
      MappeRow *mine = mappe_row_copy (row);
      g_autofree char *name = g_strdup_printf ("Area %05u", 5000 - i);
      mappe_row_set_canonical (mine, MAPPE_AREA_NAME, name, NULL);
      mappe_edit_update (edit, row, mine);
    }
  apply (fixture, edit);
  /* The last one is now the first, and is the one that stays. */
  consume (fixture, "0-999, 1+999");
  g_assert_cmpuint (fixture->refreshed, ==, 1);
}

/* Records that nobody looks at any more are not asked for, however many went by. */
static void
test_skipped_pages (Fixture *fixture, gconstpointer data)
{
  start_by_name (fixture, 5000);
  for (guint i = 0; i < 5000; i += 16)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (fixture->model), i));
  g_autoptr (MappeRecord) last = g_list_model_get_item (G_LIST_MODEL (fixture->model), 2600);
  wait_loaded (last);
  for (guint i = 0; i < 5000; i++)
    g_assert_true ((mappe_list_model_peek (fixture->model, i) != NULL) == (i / 256 == 2600 / 256));
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_project_kind);
  MappeEdit *edit = mappe_edit_new ("Add");
  MappeRow *project = mappe_row_new_preset (&mappe_project_kind);
  g_autofree char *id = NULL;

  add_areas (fixture, 1, 1);
  gint64 area = mappe_store_find (fixture->store, &mappe_area_kind, "AR-01", NULL);
  g_assert_cmpint (area, >, 0);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, area);
  mappe_row_set_canonical (project, MAPPE_PROJECT_TITLE, "Light", NULL);
  g_assert_true (mappe_row_set_canonical (project, MAPPE_PROJECT_AREA, id, NULL));
  mappe_edit_insert (edit, project);
  apply (fixture, edit);

  start (fixture, query);
  consume (fixture, "0+1");
  g_autoptr (MappeRecord) record = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  wait_loaded (record);
  g_assert_cmpstr (mappe_record_get_shown (record, MAPPE_PROJECT_AREA), ==, "Area 00001");
  rename_area (fixture, area, "Castle garden");
  while (g_strcmp0 (mappe_record_get_shown (record, MAPPE_PROJECT_AREA), "Castle garden") != 0)
    g_main_context_iteration (NULL, TRUE);
  consume (fixture, "");
}

/* Any sequence of edits and queries, told by the signals alone, ends in what the store says. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  guint next = 700;

  start_by_name (fixture, 700);
  for (guint round = 0; round < 150; round++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
      gint64 id =
          n > 0 ? mappe_list_model_get_id (fixture->model, (guint) g_rand_int_range (rand, 0, (int) n)) : 0;
      /* The list has not heard of every change yet. */
      g_autoptr (MappeRow) there = id != 0 ? mappe_store_load (fixture->store, &mappe_area_kind, id, NULL) : NULL;
      g_autoptr (MappeQuery) query = mappe_query_new (&mappe_area_kind);
      g_autofree char *name = g_strdup_printf ("Area %05u x", (guint) g_rand_int_range (rand, 0, 1000));

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          add_areas (fixture, next++, (guint) g_rand_int_range (rand, 1, 40));
          break;
        case 1:
          if (there != NULL)
            delete_area (fixture, id);
          break;
        case 2:
        case 3:
          if (there != NULL)
            rename_area (fixture, id, name);
          break;
        case 4:
          g_free (mappe_store_undo (fixture->store, NULL));
          break;
        default:
          mappe_query_order (query, g_rand_boolean (rand) ? MAPPE_AREA_NAME : MAPPE_FIELD_REFERENCE,
                             g_rand_boolean (rand));
          if (g_rand_int_range (rand, 0, 3) == 0)
            mappe_query_match (query, "x");
          mappe_list_model_set_query (fixture->model, query);
        }
      if (g_rand_boolean (rand))
        continue;
      settle (fixture);
      g_autoptr (GArray) expected =
          mappe_store_query (fixture->store, mappe_list_model_get_query (fixture->model), NULL);
      assert_same (fixture->shadow, expected);
    }
  settle (fixture);
  g_string_truncate (fixture->record, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-diff/any", test_diff_any);
  g_test_add_func ("/list-diff/move", test_diff_move);
  g_test_add_func ("/list-diff/refill", test_diff_refill);
#define TEST(name, func) g_test_add ("/list-model/" name, Fixture, NULL, set_up, func, tear_down)
  TEST ("head-then-all", test_head_then_all);
  TEST ("total", test_total);
  TEST ("rows-come", test_rows_come);
  TEST ("insert-delete", test_insert_delete);
  TEST ("change", test_change);
  TEST ("waits-through-moves", test_waits_through_moves);
  TEST ("other-order", test_other_order);
  TEST ("refill", test_refill);
  TEST ("skipped-pages", test_skipped_pages);
  TEST ("shown", test_shown);
  TEST ("random", test_random);
  return g_test_run ();
}
