/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk/x11/gdkx.h>
#include <math.h>

#include "mappe-area.h"
#include "mappe-table.h"
#include "mappe-test-store.h"
#include "view-test.h"

#define ROW 34

typedef struct {
  MappeTestStore  base;
  MappeListModel *model;
  MappeTable     *table;
  GtkWidget      *window;
  GtkWidget      *button;  /* what Tab goes to */
} Fixture;

static void
add_areas (Fixture *fixture, const char *word, guint n)
{
  MappeEdit *edit = mappe_edit_new ("Add areas");
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;

  for (guint i = 0; i < n; i++)
    {
      MappeRow *row = mappe_row_new_preset (&mappe_area_kind);
      g_autofree char *name = g_strdup_printf ("%s %05u", word, i);
      mappe_row_set_canonical (row, MAPPE_AREA_NAME, name, NULL);
      mappe_edit_insert (edit, row);
    }
  applied = mappe_store_apply (fixture->base.store, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_area_kind);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  mappe_test_store_set_up (&fixture->base, NULL);
  add_areas (fixture, "Area", GPOINTER_TO_UINT (data));
  mappe_test_settle ();
  mappe_query_order (query, MAPPE_AREA_NAME, FALSE);
  fixture->model = mappe_list_model_new (fixture->base.store, query);
  fixture->table = MAPPE_TABLE (mappe_table_new (fixture->model, fixture->base.store));
  fixture->window = gtk_window_new ();
  fixture->button = gtk_button_new_with_label ("after");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->table));
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer model = fixture->model;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->model), &model);
  g_object_unref (fixture->model);
  view_test_wait (model == NULL);
  mappe_test_store_tear_down (&fixture->base, NULL);
}

static guint
n_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

static GtkAdjustment *
adjustment (Fixture *fixture)
{
  return mappe_table_get_adjustment (fixture->table);
}

static void
wait_rows (Fixture *fixture, guint n)
{
  view_test_wait (n_items (fixture) == n && gtk_adjustment_get_upper (adjustment (fixture)) == n * ROW);
}

static GtkColumnView *
column_view (Fixture *fixture)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (GTK_WIDGET (fixture->table));

  return GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled)));
}

/* All rows are equally high, or the lists of GTK 4.8 jump. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  wait_rows (fixture, 3000);
  view_test_wait (mappe_list_model_peek (fixture->model, 0) != NULL);
  g_assert_null (mappe_list_model_peek (fixture->model, 2999));
}

static void
xdotool (Fixture *fixture, const char *arguments)
{
  Window xid = gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (fixture->window)));
  g_autofree char *command = g_strdup_printf ("xdotool mousemove --window %lu 300 300 %s", xid, arguments);
  g_auto (GStrv) argv = g_strsplit (command, " ", -1);
  g_autoptr (GSubprocess) process = g_subprocess_newv ((const char * const *) argv, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_nonnull (process);
  g_subprocess_wait_async (process, NULL, view_test_keep_result_cb, &result);
  view_test_wait (result != NULL);
}

static gboolean
has_xdotool (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path == NULL)
    g_test_skip ("xdotool is not installed");
  return path != NULL;
}

/* Real wheel clicks, several of them before each frame: GTK 4.8 would race to the end of the list (gtk#2971). */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  double expected;

  if (!has_xdotool ())
    return;
  wait_rows (fixture, 3000);
  expected = 100 * pow (gtk_adjustment_get_page_size (adjustment (fixture)), 2.0 / 3.0);
  xdotool (fixture, "click --repeat 100 --delay 1 5");
  /* X tells of some clicks after the pointer came in without their distance; the fault would be ten times as much.
   */
  view_test_wait (gtk_adjustment_get_value (adjustment (fixture)) > 0.5 * expected);
  view_test_wait (mappe_list_model_peek (fixture->model, (guint) (expected / ROW / 2)) != NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment (fixture)), <, 1.02 * expected);
  xdotool (fixture, "click --repeat 150 --delay 1 4");
  view_test_wait (gtk_adjustment_get_value (adjustment (fixture)) == 0);
}

static gboolean
is_focus_in (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  MappeSelection *selection = mappe_table_get_selection (fixture->table);

  if (!has_xdotool ())
    return;
  wait_rows (fixture, 3000);
  mappe_table_focus_list (fixture->table);
  view_test_wait (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  xdotool (fixture, "key Down");
  view_test_wait (mappe_selection_get_n_selected (selection) == 1);
  xdotool (fixture, "key End");
  view_test_wait (mappe_selection_get_single (selection) == mappe_list_model_get_id (fixture->model, 2999));
  view_test_wait (gtk_adjustment_get_value (adjustment (fixture)) > 2900 * ROW);
  xdotool (fixture, "key Home");
  view_test_wait (mappe_selection_get_single (selection) == mappe_list_model_get_id (fixture->model, 0));
  xdotool (fixture, "key Tab");
  view_test_wait (is_focus_in (fixture->button));
}

/* Selecting everything must not load everything. */
static void
test_select_all (Fixture *fixture, gconstpointer data)
{
  MappeSelection *selection = mappe_table_get_selection (fixture->table);
  g_autoptr (GArray) ids = NULL;

  wait_rows (fixture, 3000);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (mappe_selection_get_n_selected (selection), ==, 3000);
  g_assert_cmpint (mappe_selection_get_single (selection), ==, 0);
  g_assert_null (mappe_list_model_peek (fixture->model, 2000));
  ids = mappe_selection_get_ids (selection);
  g_assert_cmpuint (ids->len, ==, 3000);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (mappe_selection_get_n_selected (selection), ==, 0);
}

static void
sorted_cb (Fixture *fixture)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_area_kind);
  guint field;
  gboolean descending;

  g_assert_true (mappe_table_get_sort (fixture->table, &field, &descending));
  mappe_query_order (query, field, descending);
  mappe_table_expect_refill (fixture->table);
  mappe_list_model_set_query (fixture->model, query);
}

/* What a click on the header of the second column does. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  MappeSelection *selection = mappe_table_get_selection (fixture->table);
  guint field;
  gboolean descending;
  gint64 id;

  wait_rows (fixture, 3000);
  g_signal_connect_swapped (fixture->table, "sort-changed", G_CALLBACK (sorted_cb), fixture);
  id = mappe_list_model_get_id (fixture->model, 5);
  g_assert_true (mappe_table_show_id (fixture->table, id));
  column = g_list_model_get_item (gtk_column_view_get_columns (column_view (fixture)), 1);
  gtk_column_view_sort_by_column (column_view (fixture), column, GTK_SORT_DESCENDING);
  g_assert_true (mappe_table_get_sort (fixture->table, &field, &descending));
  g_assert_cmpuint (field, ==, MAPPE_AREA_NAME);
  g_assert_true (descending);
  view_test_wait (mappe_list_model_find (fixture->model, id) == 2994);
  /* The same record is selected, though it has another place. */
  view_test_wait (mappe_selection_get_single (selection) == id);
}

static void
test_place_kept (Fixture *fixture, gconstpointer data)
{
  gint64 top;

  wait_rows (fixture, 3000);
  top = mappe_list_model_get_id (fixture->model, 1500);
  mappe_table_set_top_id (fixture->table, top);
  view_test_wait (fabs (gtk_adjustment_get_value (adjustment (fixture)) - 1500 * ROW) < ROW / 2);
  view_test_wait (mappe_table_get_top_id (fixture->table) == top);
  add_areas (fixture, "A before all", 40);
  wait_rows (fixture, 3040);
  view_test_wait (fabs (gtk_adjustment_get_value (adjustment (fixture)) - 1540 * ROW) < ROW);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  const guint two[] = { MAPPE_AREA_NAME, MAPPE_FIELD_REFERENCE };
  GListModel *columns;
  guint n;

  wait_rows (fixture, 1000);
  columns = gtk_column_view_get_columns (column_view (fixture));
  mappe_table_get_columns (fixture->table, &n);
  g_assert_cmpuint (n, >, 2);
  mappe_table_set_columns (fixture->table, two, 2);
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 2);
  g_assert_cmpuint (mappe_table_get_columns (fixture->table, &n)[0], ==, MAPPE_AREA_NAME);
  wait_rows (fixture, 1000);
}

/* A narrow window shows fewer columns, a wide one all of them again. */
static void
test_fit (Fixture *fixture, gconstpointer data)
{
  GListModel *columns;
  guint n;

  wait_rows (fixture, 1000);
  mappe_table_get_columns (fixture->table, &n);
  columns = gtk_column_view_get_columns (column_view (fixture));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 600);
  view_test_wait (g_list_model_get_n_items (columns) == 2);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 600);
  view_test_wait (g_list_model_get_n_items (columns) == n);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->table));
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  wait_rows (fixture, 1000);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (mappe_table_get_selection (fixture->table)), 2, 3, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.copy", NULL);
  view_test_wait (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, view_test_keep_result_cb, &result);
  view_test_wait (result != NULL);
  text = gdk_clipboard_read_text_finish (clipboard, result, NULL);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "Reference\tName\t"));
  g_assert_nonnull (strstr (lines[1], "\tArea 00002\t"));
  g_assert_nonnull (strstr (lines[3], "\tArea 00004\t"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/ratsmappe/Ratsmappe/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
#define TEST(name, n, func) g_test_add ("/table/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)
  TEST ("rows", 3000, test_rows);
  TEST ("wheel", 3000, test_wheel);
  TEST ("keys", 3000, test_keys);
  TEST ("select-all", 3000, test_select_all);
  TEST ("sort", 3000, test_sort);
  TEST ("place-kept", 3000, test_place_kept);
  TEST ("columns", 1000, test_columns);
  TEST ("fit", 1000, test_fit);
  TEST ("copy", 1000, test_copy);
  return g_test_run ();
}
