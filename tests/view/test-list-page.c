/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "mappe-area.h"
#include "mappe-csv-export.h"
#include "mappe-detail.h"
#include "mappe-filter-chip.h"
#include "mappe-list-acts.h"
#include "mappe-list-page.h"
#include "mappe-list-view.h"
#include "mappe-project.h"
#include "mappe-state-light.h"
#include "mappe-tabular.h"
#include "mappe-test-store.h"
#include "view-test.h"

typedef struct {
  MappeTestStore base;
  GtkWidget     *window;
  MappePage     *page;
} Fixture;

static void
add_project (MappeStore *store, const char *title, const char *status)
{
  mappe_test_insert (store, mappe_test_row (&mappe_project_kind, "title", title, "status", status, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->base, NULL);
  add_project (fixture->base.store, "Light in the park", "planned");
  add_project (fixture->base.store, "Safe way home", "planned");
  add_project (fixture->base.store, "Street work, \"Gleis 1\"", "completed");
  add_project (fixture->base.store, "Legal walls", "idea");
  mappe_test_settle ();
  fixture->page = MAPPE_PAGE (mappe_list_page_new (fixture->base.store, "projects", &mappe_project_kind));
  mappe_list_page_add_kind (MAPPE_LIST_PAGE (fixture->page), &mappe_area_kind);
  fixture->window = view_test_show (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->page);
  mappe_test_store_tear_down (&fixture->base, NULL);
}

static MappeListView *
list (Fixture *fixture)
{
  return MAPPE_LIST_VIEW (view_test_find (GTK_WIDGET (fixture->page), MAPPE_TYPE_LIST_VIEW));
}

static guint
n_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (mappe_list_view_get_model (list (fixture))));
}

static gboolean
is_settled (Fixture *fixture)
{
  return !mappe_list_model_get_loading (mappe_list_view_get_model (list (fixture)));
}

static gint64
nth_id (Fixture *fixture, guint nth)
{
  return mappe_list_model_get_id (mappe_list_view_get_model (list (fixture)), nth);
}

static gint64
shown_id (Fixture *fixture)
{
  const MappeKind *kind;

  return mappe_page_get_record (fixture->page, &kind);
}

/* The first record is shown without a click. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  view_test_wait (n_items (fixture) == 4);
  view_test_wait (shown_id (fixture) == nth_id (fixture, 0));
  g_assert_cmpint (mappe_list_view_get_selected (list (fixture)), ==, nth_id (fixture, 0));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = view_test_find (GTK_WIDGET (list (fixture)), GTK_TYPE_SEARCH_ENTRY);

  view_test_wait (n_items (fixture) == 4);
  gtk_editable_set_text (GTK_EDITABLE (entry), "light");
  view_test_wait (n_items (fixture) == 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  view_test_wait (n_items (fixture) == 0);
  gtk_widget_activate_action (GTK_WIDGET (list (fixture)), "records.clear-filter", NULL);
  view_test_wait (n_items (fixture) == 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_chip (Fixture *fixture, gconstpointer data)
{
  const char *running[] = { "planned", NULL };
  const char *two[] = { "planned", "idea", NULL };
  MappeFilterChip *chip;
  g_auto (GStrv) active = NULL;

  view_test_wait (n_items (fixture) == 4);
  chip = MAPPE_FILTER_CHIP (view_test_find (GTK_WIDGET (list (fixture)), MAPPE_TYPE_FILTER_CHIP));
  g_assert_cmpuint (mappe_filter_chip_get_field (chip), ==, MAPPE_PROJECT_STATUS);
  mappe_filter_chip_set_codes (chip, running);
  view_test_wait (n_items (fixture) == 2);
  mappe_filter_chip_set_codes (chip, two);
  view_test_wait (n_items (fixture) == 3);
  active = mappe_filter_chip_get_active (chip);
  g_assert_true (g_strv_contains ((const char * const *) active, "planned"));
  g_assert_false (g_strv_contains ((const char * const *) active, "completed"));
  mappe_filter_chip_set_codes (chip, (const char * const *) active);
  view_test_wait (is_settled (fixture) && n_items (fixture) == 3);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  gint64 area = mappe_test_insert (fixture->base.store, mappe_test_row (&mappe_area_kind, "name", "Park", NULL));
  gint64 third;

  view_test_wait (n_items (fixture) == 4);
  third = nth_id (fixture, 2);
  g_assert_true (mappe_page_open_record (fixture->page, &mappe_project_kind, third));
  view_test_wait (mappe_list_view_get_selected (list (fixture)) == third && shown_id (fixture) == third);
  g_assert_true (mappe_page_open_record (fixture->page, &mappe_area_kind, area));
  view_test_wait (shown_id (fixture) == area);
  g_assert_false (mappe_page_open_record (fixture->page, mappe_kind_lookup ("person", NULL), 1));
}

/* What is opened is seen, even where a filter hid it. */
static void
test_open_filtered (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = view_test_find (GTK_WIDGET (list (fixture)), GTK_TYPE_SEARCH_ENTRY);
  gint64 last;

  view_test_wait (n_items (fixture) == 4);
  last = nth_id (fixture, 3);
  gtk_editable_set_text (GTK_EDITABLE (entry), "light");
  view_test_wait (n_items (fixture) == 1 && is_settled (fixture));
  g_assert_true (mappe_page_open_record (fixture->page, &mappe_project_kind, last));
  view_test_wait (n_items (fixture) == 4 && mappe_list_view_get_selected (list (fixture)) == last);
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = NULL;
  gint64 third;

  view_test_wait (n_items (fixture) == 4);
  third = nth_id (fixture, 2);
  mappe_page_open_record (fixture->page, &mappe_project_kind, third);
  view_test_wait (shown_id (fixture) == third);
  state = mappe_page_get_state (fixture->page);
  mappe_page_open_record (fixture->page, &mappe_project_kind, nth_id (fixture, 0));
  view_test_wait (shown_id (fixture) == nth_id (fixture, 0));
  mappe_page_set_state (fixture->page, state);
  view_test_wait (shown_id (fixture) == third);
  mappe_page_set_state (fixture->page, "nonsense");
  mappe_page_set_state (fixture->page, "project 99999 99999");
  view_test_settle ();
}

/* Deletes at once; the neighbour is selected; undo brings it back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  gint64 first, second;

  view_test_wait (shown_id (fixture) != 0 && n_items (fixture) == 4);
  first = nth_id (fixture, 0);
  second = nth_id (fixture, 1);
  view_test_wait (mappe_list_view_get_selected (list (fixture)) == first);
  mappe_page_delete_selected (fixture->page);
  view_test_wait (n_items (fixture) == 3 && mappe_list_view_get_selected (list (fixture)) == second);
  g_free (mappe_store_undo (fixture->base.store, NULL));
  view_test_wait (n_items (fixture) == 4);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_project_kind);
  GtkSelectionModel *selection;

  view_test_wait (n_items (fixture) == 4);
  selection = GTK_SELECTION_MODEL (mappe_table_get_selection (mappe_list_view_get_table (list (fixture))));
  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (mappe_list_view_get_n_selected (list (fixture)), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      gint64 id = nth_id (fixture, i);
      g_array_append_val (ids, id);
    }
  mappe_query_where (query, MAPPE_PROJECT_STATUS, MAPPE_OP_EQUAL, "paused");
  mappe_list_set (GTK_WIDGET (fixture->page), fixture->base.store, &mappe_project_kind, ids, MAPPE_PROJECT_STATUS,
                  "paused");
  view_test_wait (mappe_store_count (fixture->base.store, query, NULL) == 4);
  /* One step, not four. */
  g_free (mappe_store_undo (fixture->base.store, NULL));
  g_assert_cmpint (mappe_store_count (fixture->base.store, query, NULL), ==, 0);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRow) preset = mappe_test_row (&mappe_project_kind, "title", "New one", NULL);
  MappeDetail *detail = MAPPE_DETAIL (view_test_find (GTK_WIDGET (fixture->page), MAPPE_TYPE_DETAIL));

  view_test_wait (n_items (fixture) == 4);
  g_assert_true (mappe_page_new_record (fixture->page, NULL, preset));
  g_assert_true (mappe_detail_is_new (detail));
  mappe_page_save (fixture->page);
  view_test_wait (n_items (fixture) == 5 && shown_id (fixture) != 0);
  view_test_wait (mappe_list_view_get_selected (list (fixture)) == shown_id (fixture));
}

/* --- export --- */

static GFile *
export_to (Fixture *fixture, GCancellable *cancellable, GError **error)
{
  const guint fields[] = { MAPPE_PROJECT_REFERENCE, MAPPE_PROJECT_TITLE, MAPPE_PROJECT_STATUS };
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_project_kind);
  g_autofree char *path = g_build_filename (fixture->base.folder, "list.csv", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GFile *file = g_file_new_for_path (path);

  mappe_csv_export_async (fixture->base.store, query, fields, G_N_ELEMENTS (fields), file, cancellable, NULL, NULL,
                          view_test_keep_result_cb, &result);
  view_test_wait (result != NULL);
  mappe_csv_export_finish (result, NULL, error);
  return file;
}

static guint
count_parts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".part");
  return n;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  view_test_wait (n_items (fixture) == 4);
  file = export_to (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, &error));
  g_assert_true (g_str_has_prefix (text, "Reference,Title,Status\r\nP01,Light in the park,Planned\r\n"));
  g_assert_nonnull (strstr (text, "P03,\"Street work, \"\"Gleis 1\"\"\",Completed\r\n"));
  g_assert_cmpuint (count_parts (fixture->base.folder), ==, 0);
}

static void
test_export_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  g_cancellable_cancel (cancellable);
  file = export_to (fixture, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_cmpuint (count_parts (fixture->base.folder), ==, 0);
}

static void
test_csv_values (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  mappe_tabular_add_csv_value (csv, "plain", FALSE);
  mappe_tabular_add_csv_value (csv, NULL, FALSE);
  mappe_tabular_add_csv_value (csv, "a,b", FALSE);
  mappe_tabular_add_csv_value (csv, "two\nlines", FALSE);
  mappe_tabular_add_csv_value (csv, "\"q\"", TRUE);
  g_assert_cmpstr (csv->str, ==, "plain,,\"a,b\",\"two\nlines\",\"\"\"q\"\"\"\r\n");
}

static void
test_states (void)
{
  g_assert_cmpint (mappe_state_of_code ("task_status", "done"), ==, MAPPE_STATE_DONE);
  g_assert_cmpint (mappe_state_of_code ("task_status", NULL), ==, MAPPE_STATE_NONE);
  g_assert_cmpint (mappe_state_of_code ("task_status", "invented"), ==, MAPPE_STATE_NONE);
  g_assert_cmpint (mappe_state_of_due ("1999-01-01"), ==, MAPPE_STATE_OVERDUE);
  g_assert_cmpint (mappe_state_of_due ("2999-01-01"), ==, MAPPE_STATE_ON_TRACK);
}

static void
test_state_light (void)
{
  GtkWidget *light = g_object_ref_sink (mappe_state_light_new ());

  mappe_state_light_set (MAPPE_STATE_LIGHT (light), MAPPE_STATE_OVERDUE, NULL);
  mappe_state_light_set (MAPPE_STATE_LIGHT (light), MAPPE_STATE_DONE, "finished");
  g_assert_finalize_object (light);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/list-page/csv-values", test_csv_values);
  g_test_add_func ("/list-page/states", test_states);
  g_test_add_func ("/list-page/state-light", test_state_light);
#define TEST(name, func) g_test_add ("/list-page/" name, Fixture, NULL, set_up, func, tear_down)
  TEST ("first", test_first);
  TEST ("filter", test_filter);
  TEST ("chip", test_chip);
  TEST ("open", test_open);
  TEST ("open-filtered", test_open_filtered);
  TEST ("state", test_state);
  TEST ("delete", test_delete);
  TEST ("many", test_many);
  TEST ("new", test_new);
  TEST ("export", test_export);
  TEST ("export-cancelled", test_export_cancelled);
  return g_test_run ();
}
