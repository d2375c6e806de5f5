/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-search-palette.h"
#include "mappe-search-row.h"
#include "mappe-search.h"
#include "view-test.h"

static void
add_hit (GPtrArray *hits, const MappeKind *kind, gint64 id)
{
  MappeSearchHit *hit = g_new0 (MappeSearchHit, 1);

  hit->kind = kind;
  hit->id = id;
  hit->title = g_strdup_printf ("Title %d", (int) id);
  hit->reference = g_strdup_printf ("R%d", (int) id);
  g_ptr_array_add (hits, hit);
}

static guint
n_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, n))
    n++;
  return n;
}

/* Groups come in the order of their best hit; a long one is cut and opens by its last row. */
static void
test_groups (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *palette = mappe_search_palette_new ();
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_search_hit_free);
  GtkListBox *list;
  GtkListBoxRow *row;

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_set_parent (palette, box);
  add_hit (hits, &mappe_organisation_kind, 100);
  for (int i = 1; i <= 8; i++)
    add_hit (hits, &mappe_person_kind, i);
  mappe_search_palette_take_results (MAPPE_SEARCH_PALETTE (palette), hits);
  list = GTK_LIST_BOX (view_test_find (palette, GTK_TYPE_LIST_BOX));
  g_assert_cmpuint (n_rows (list), ==, 1 + 5 + 1);
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpint (mappe_search_row_get_id (MAPPE_SEARCH_ROW (row)), ==, 100);
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
  row = gtk_list_box_get_row_at_index (list, 6);
  g_assert_cmpint (mappe_search_row_get_id (MAPPE_SEARCH_ROW (row)), ==, 0);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpuint (n_rows (list), ==, 1 + 8);
  gtk_widget_unparent (palette);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nothing (void)
{
  GtkWidget *palette = g_object_ref_sink (mappe_search_palette_new ());
  g_autoptr (GPtrArray) hits = g_ptr_array_new ();
  GtkStack *stack = GTK_STACK (view_test_find (palette, GTK_TYPE_STACK));

  mappe_search_palette_take_results (MAPPE_SEARCH_PALETTE (palette), hits);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  g_assert_finalize_object (palette);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/palette/groups", test_groups);
  g_test_add_func ("/palette/nothing", test_nothing);
  return g_test_run ();
}
