/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on paper: in the preview and out of the printer. */
#include "mappe-paper-sheets.h"
#include "mappe-paper-view.h"
#include "mappe-print.h"
#include "view-test.h"

#include <glib/gstdio.h>

static MappeNode *
new_document (guint n_paragraphs)
{
  MappeNode *document = mappe_node_new_document ("Invitation", mappe_language_get ("en"));

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *text = g_strdup_printf ("Paragraph %u", i);

      mappe_node_add_paragraph (document, text);
    }
  return document;
}

static GtkWidget *
new_window (MappePaperView *view)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  view_test_wait (gtk_widget_get_width (GTK_WIDGET (view)) == 500);
  return window;
}

static void
test_pages (void)
{
  MappePaperView *view = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  GtkWidget *window = new_window (view);

  g_assert_cmpuint (mappe_paper_view_get_n_pages (view), ==, 0);
  mappe_paper_view_set_document (view, new_document (1));
  mappe_paper_view_set_document (view, new_document (200));
  view_test_wait (mappe_paper_view_get_n_pages (view) > 1);
  mappe_paper_view_set_document (view, new_document (1));
  view_test_wait (mappe_paper_view_get_n_pages (view) == 1);
  mappe_paper_view_set_document (view, NULL);
  view_test_wait (mappe_paper_view_get_n_pages (view) == 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is still being broken into pages does not come back over what was set later. */
static void
test_order (void)
{
  MappePaperView *view = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  GtkWidget *window = new_window (view);

  mappe_paper_view_set_document (view, new_document (2000));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  mappe_paper_view_set_document (view, NULL);
  g_assert_cmpuint (mappe_paper_view_get_n_pages (view), ==, 0);
  mappe_paper_view_set_document (view, new_document (1));
  view_test_wait (mappe_paper_view_get_n_pages (view) > 0);
  g_assert_cmpuint (mappe_paper_view_get_n_pages (view), ==, 1);
  mappe_paper_view_set_document (view, new_document (2000));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  mappe_paper_view_set_document (view, new_document (200));
  view_test_wait (mappe_paper_view_get_n_pages (view) > 1 && mappe_paper_view_get_n_pages (view) < 10);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Set and forgotten before it could be shown. */
static void
test_gone (void)
{
  MappePaperView *view = g_object_ref_sink (MAPPE_PAPER_VIEW (mappe_paper_view_new ()));

  mappe_paper_view_set_document (view, new_document (1));
  g_assert_finalize_object (view);
  view_test_settle ();
  view = g_object_ref_sink (MAPPE_PAPER_VIEW (mappe_paper_view_new ()));
  mappe_paper_view_set_document (view, new_document (500));
  view_test_settle ();
  g_assert_finalize_object (view);
  view_test_settle ();
}

/* As wide as the view, until somebody asks for another size. */
static void
test_zoom (void)
{
  MappePaperSheets *sheets = g_object_ref_sink (MAPPE_PAPER_SHEETS (mappe_paper_sheets_new ()));
  g_autoptr (MappeNode) document = new_document (1);
  int least, fitting, fixed;

  mappe_paper_sheets_set_layout (sheets, mappe_layout_new (document, MAPPE_PAPER_WIDTH, MAPPE_PAPER_HEIGHT));
  gtk_widget_measure (GTK_WIDGET (sheets), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 200);
  gtk_widget_measure (GTK_WIDGET (sheets), GTK_ORIENTATION_VERTICAL, 332, &fitting, NULL, NULL, NULL);
  g_assert_cmpint (fitting, ==, 456);  /* 300 wide and 424 high, 16 around */
  mappe_paper_sheets_set_zoom (sheets, 2);
  gtk_widget_measure (GTK_WIDGET (sheets), GTK_ORIENTATION_VERTICAL, 332, &fixed, NULL, NULL, NULL);
  g_assert_cmpint (fixed, ==, 2277);   /* 2 × 1122.5, 16 around */
  g_assert_finalize_object (sheets);
}

static void
test_keys (void)
{
  MappePaperView *view = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  GtkWidget *window = new_window (view);
  MappePaperSheets *sheets;
  double fitting;

  mappe_paper_view_set_document (view, new_document (1));
  view_test_wait (mappe_paper_view_get_n_pages (view) == 1);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (view)));
  sheets = MAPPE_PAPER_SHEETS (gtk_root_get_focus (GTK_ROOT (window)));
  fitting = mappe_paper_sheets_get_zoom (sheets);
  gtk_widget_activate_action (GTK_WIDGET (sheets), "paper.zoom", "i", 1);
  g_assert_cmpfloat_with_epsilon (mappe_paper_sheets_get_zoom (sheets), fitting * 1.2, 0.001);
  gtk_widget_activate_action (GTK_WIDGET (sheets), "paper.zoom", "i", 0);
  g_assert_cmpfloat_with_epsilon (mappe_paper_sheets_get_zoom (sheets), fitting, 0.001);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each document begins a page. */
static void
test_print (void)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_node_free);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mappe-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  guint done = 0;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (documents, new_document (1));
  operation = mappe_print_operation_new (documents);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (view_test_count_cb), &done);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  view_test_wait (done == 1);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, 3);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/paper/pages", test_pages);
  g_test_add_func ("/paper/order", test_order);
  g_test_add_func ("/paper/gone", test_gone);
  g_test_add_func ("/paper/zoom", test_zoom);
  g_test_add_func ("/paper/keys", test_keys);
  g_test_add_func ("/paper/print", test_print);
  return g_test_run ();
}
