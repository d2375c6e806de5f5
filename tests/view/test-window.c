/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "mappe-application.h"
#include "mappe-area.h"
#include "mappe-backup.h"
#include "mappe-body.h"
#include "mappe-new-council.h"
#include "mappe-settings.h"
#include "mappe-window.h"
#include "view-test.h"

static MappeApplication *application;

static char *
make_council (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mappe-window-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "council.ratsmappe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, &error);
  g_autoptr (MappeApplied) applied = NULL;

  g_assert_no_error (error);
  applied = mappe_store_apply (store, mappe_new_council_edit ("Council", "Musterheim", NULL, "Plenary", "en", NULL),
                               NULL, &error);
  g_assert_no_error (error);
  mappe_store_close (store);
  return g_steal_pointer (&path);
}

static MappeWindow *
open_window (const char *path)
{
  MappeWindow *window = MAPPE_WINDOW (mappe_window_new (GTK_APPLICATION (application)));

  mappe_window_open (window, path);
  view_test_wait (mappe_window_get_store (window) != NULL);
  return window;
}

static void
close_window (MappeWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  view_test_wait (window == NULL);
}

static void
test_welcome (void)
{
  MappeWindow *window = MAPPE_WINDOW (mappe_window_new (GTK_APPLICATION (application)));

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mappe_window_is_free (window));
  g_assert_null (mappe_window_get_page (window));
  close_window (window);
}

static void
test_pages (void)
{
  g_autofree char *path = make_council ();
  MappeWindow *window = open_window (path);
  const char *names[] = { "people", "bodies", "meetings", "documents" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", names[i]);
      g_assert_cmpstr (mappe_window_get_page (window), ==, names[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (mappe_window_get_page (window), ==, "meetings");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
  g_assert_cmpstr (mappe_window_get_page (window), ==, "documents");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-record", "(sx)", "body", (gint64) 1);
  g_assert_cmpstr (mappe_window_get_page (window), ==, "bodies");
  view_test_wait (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (window)), "Council – Bodies") == 0);
  close_window (window);
}

/* From a record to what is said of it, and back. */
static void
test_outcome (void)
{
  g_autofree char *path = make_council ();
  MappeWindow *window = open_window (path);

  mappe_window_show_page (window, "projects");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-outcome", "(sx)", "measure", (gint64) 1);
  g_assert_cmpstr (mappe_window_get_page (window), ==, "outcomes");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (mappe_window_get_page (window), ==, "projects");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-outcome", "(sx)", "no-such-kind", (gint64) 1);
  g_assert_cmpstr (mappe_window_get_page (window), ==, "projects");
  close_window (window);
}

/* The next time, the file opens where it was left. */
static void
test_last_place (void)
{
  g_autofree char *path = make_council ();
  MappeWindow *window = open_window (path);

  mappe_window_show_page (window, "areas");
  close_window (window);
  window = open_window (path);
  g_assert_cmpstr (mappe_window_get_page (window), ==, "areas");
  close_window (window);
}

static void
test_undo (void)
{
  g_autofree char *path = make_council ();
  MappeWindow *window = open_window (path);
  MappeStore *store = mappe_window_get_store (window);

  g_assert_nonnull (mappe_store_get_undo_label (store));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  view_test_wait (mappe_store_get_redo_label (store) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  view_test_wait (mappe_store_get_redo_label (store) == NULL);
  close_window (window);
}

/* Ctrl+Z takes back what was done just before, though it is not in the file yet; it was the first step of all. */
static void
test_undo_at_once (void)
{
  g_autofree char *path = make_council ();
  MappeWindow *window = open_window (path);
  MappeStore *store = mappe_window_get_store (window);
  MappeEdit *edit = mappe_edit_new ("Add area");
  MappeRow *area = mappe_row_new_preset (&mappe_area_kind);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  view_test_wait (mappe_store_get_undo_label (store) == NULL);
  mappe_row_set_canonical (area, MAPPE_AREA_NAME, "Altstadt", NULL);
  mappe_edit_insert (edit, area);
  mappe_store_apply_async (store, edit, NULL, NULL, NULL);
  g_assert_null (mappe_store_get_undo_label (store));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  view_test_wait (g_strcmp0 (mappe_store_get_redo_label (store), "Add area") == 0);
  g_assert_null (mappe_store_get_undo_label (store));
  close_window (window);
}

/* The council becomes what it was at the time of the backup, in the same window and on the same page. */
static void
test_restore (void)
{
  g_autofree char *path = make_council ();
  g_autofree char *backup = g_strconcat (path, "-backup", NULL);
  g_autofree char *replaced = g_strconcat (path, ".before-restore", NULL);
  g_autoptr (GError) error = NULL;
  MappeWindow *window = open_window (path);
  MappeStore *before = mappe_window_get_store (window);

  mappe_window_show_page (window, "people");
  g_assert_true (mappe_store_backup (before, backup, &error));
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  view_test_wait (mappe_store_get_undo_label (before) == NULL);
  mappe_window_restore (window, backup);
  g_assert_null (mappe_window_get_store (window));
  view_test_wait (mappe_window_get_store (window) != NULL);
  g_assert_nonnull (mappe_store_get_undo_label (mappe_window_get_store (window)));
  g_assert_cmpstr (mappe_window_get_page (window), ==, "people");
  g_assert_true (g_file_test (replaced, G_FILE_TEST_EXISTS));
  close_window (window);
}

/* A file that does not open leaves the welcome page and a dialog with what to do. */
static void
test_no_council (void)
{
  g_autofree char *path = make_council ();
  MappeWindow *window = MAPPE_WINDOW (mappe_window_new (GTK_APPLICATION (application)));
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n_windows = g_list_model_get_n_items (toplevels);

  g_assert_true (g_file_set_contents (path, "not a database at all", -1, NULL));
  mappe_window_open (window, path);
  view_test_wait (g_list_model_get_n_items (toplevels) > n_windows);
  g_assert_null (mappe_window_get_store (window));
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  application = mappe_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/outcome", test_outcome);
  g_test_add_func ("/window/last-place", test_last_place);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/undo-at-once", test_undo_at_once);
  g_test_add_func ("/window/restore", test_restore);
  g_test_add_func ("/window/no-council", test_no_council);
  return g_test_run ();
}
