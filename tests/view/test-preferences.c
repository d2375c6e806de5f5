/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-field-row.h"
#include "mappe-new-council.h"
#include "mappe-preferences.h"
#include "mappe-preferences-record.h"
#include "view-test.h"

static MappeStore *
new_store (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mappe-preferences-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "council.ratsmappe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeStore *store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  applied = mappe_store_apply (store, mappe_new_council_edit ("Council", "Musterheim", NULL, "Plenary", "en", NULL),
                               NULL, &error);
  g_assert_no_error (error);
  return store;
}

static MappeFieldRow *
find_row (GtkWidget *widget, const MappeKind *kind, guint field)
{
  if (MAPPE_IS_FIELD_ROW (widget) && mappe_field_row_get_kind (MAPPE_FIELD_ROW (widget)) == kind
      && mappe_field_row_get_field (MAPPE_FIELD_ROW (widget)) == field)
    return MAPPE_FIELD_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      MappeFieldRow *found = find_row (child, kind, field);

      if (found)
        return found;
    }
  return NULL;
}

/* What is typed is saved as one step, into the record that is shown. */
static void
test_council (void)
{
  g_autoptr (MappeStore) store = new_store ();
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (mappe_preferences_record_new_council (store)));
  MappeFieldRow *row = find_row (page, &mappe_council_kind, MAPPE_COUNCIL_TOWN);
  g_autoptr (MappeRow) saved = NULL;

  view_test_wait (g_strcmp0 (mappe_field_row_get_value (row), "Musterheim") == 0);
  mappe_preferences_record_commit (MAPPE_PREFERENCES_RECORD (page));
  mappe_field_row_set_typed (row, "Neustadt");
  mappe_preferences_record_commit (MAPPE_PREFERENCES_RECORD (page));
  view_test_wait (g_strcmp0 (mappe_store_get_undo_label (store), "Change council") == 0);
  view_test_wait (g_strcmp0 (mappe_field_row_get_base (row), "Neustadt") == 0);
  g_assert_false (mappe_field_row_is_dirty (row));
  saved = mappe_store_load (store, &mappe_council_kind, 1, NULL);
  g_assert_cmpstr (mappe_row_get_text (saved, MAPPE_COUNCIL_TOWN), ==, "Neustadt");
  g_assert_cmpstr (mappe_row_get_text (saved, MAPPE_COUNCIL_NAME), ==, "Council");
  g_assert_finalize_object (page);
  mappe_store_close (store);
}

/* Four days of notice are the least the law allows. */
static void
test_rules (void)
{
  g_autoptr (MappeStore) store = new_store ();
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (mappe_preferences_record_new_rules (store)));
  MappeFieldRow *row = find_row (page, &mappe_body_kind, MAPPE_BODY_NOTICE_DAYS);
  g_autoptr (MappeRow) saved = NULL;

  view_test_wait (g_strcmp0 (mappe_field_row_get_value (row), "14") == 0);
  mappe_field_row_set_typed (row, "3");
  g_assert_nonnull (mappe_field_row_get_fault (row));
  mappe_preferences_record_commit (MAPPE_PREFERENCES_RECORD (page));
  mappe_field_row_set_typed (row, "7");
  g_assert_null (mappe_field_row_get_fault (row));
  mappe_preferences_record_commit (MAPPE_PREFERENCES_RECORD (page));
  view_test_wait (g_strcmp0 (mappe_field_row_get_base (row), "7") == 0);
  saved = mappe_store_load (store, &mappe_body_kind, 1, NULL);
  g_assert_cmpint (mappe_row_get_int (saved, MAPPE_BODY_NOTICE_DAYS), ==, 7);
  g_assert_finalize_object (page);
  mappe_store_close (store);
}

static void
test_window (void)
{
  g_autoptr (MappeStore) store = new_store ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = mappe_preferences_new (GTK_WINDOW (parent), store);

  gtk_window_present (GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (window));
  view_test_wait (gtk_widget_get_mapped (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  view_test_wait (window == NULL);
  gtk_window_destroy (GTK_WINDOW (parent));
  mappe_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/preferences/council", test_council);
  g_test_add_func ("/preferences/rules", test_rules);
  g_test_add_func ("/preferences/window", test_window);
  return g_test_run ();
}
