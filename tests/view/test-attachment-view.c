/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF or a picture in the window. */
#include "mappe-attachment-print.h"
#include "mappe-attachment-sheets.h"
#include "mappe-attachment-view.h"
#include "mappe-attachment.h"
#include "view-test.h"

#include <glib/gstdio.h>

#include "attachment-sample.h"

#define MANY 400

static const char *const texts[] = { "Deckblatt", "Beleuchtung am Bahnhof", NULL, "Licht und Beleuchtung" };

static GtkWidget *
new_window (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  view_test_wait (gtk_widget_get_width (view) > 0);
  return window;
}

static MappeAttachmentView *
open_view (GBytes *bytes, GtkWidget **window)
{
  MappeAttachmentView *view = MAPPE_ATTACHMENT_VIEW (mappe_attachment_view_new ());

  *window = new_window (GTK_WIDGET (view));
  mappe_attachment_view_open (view, bytes);
  view_test_wait (mappe_attachment_view_get_file (view) != NULL || mappe_attachment_view_get_fault (view) != NULL);
  return view;
}

static void
act (MappeAttachmentView *view, const char *action, int direction)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), action, "i", direction));
}

static void
test_pages (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, G_N_ELEMENTS (texts), FALSE);
  GtkWidget *window;
  MappeAttachmentView *view = open_view (bytes, &window);

  g_assert_cmpuint (mappe_attachment_n_pages (mappe_attachment_view_get_file (view)), ==, 4);
  mappe_attachment_view_go_to (view, 3, NULL);
  view_test_wait (mappe_attachment_view_get_page (view) == 3);
  act (view, "attachment.step", -1);
  view_test_wait (mappe_attachment_view_get_page (view) == 2);
  act (view, "attachment.step", -1);
  act (view, "attachment.step", -1);
  act (view, "attachment.step", -1);
  view_test_wait (mappe_attachment_view_get_page (view) == 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_find (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, G_N_ELEMENTS (texts), FALSE);
  GtkWidget *window;
  MappeAttachmentView *view = open_view (bytes, &window);

  mappe_attachment_view_go_to (view, 0, "beleuchtung");
  view_test_wait (mappe_attachment_view_get_found (view) == 2);
  view_test_wait (mappe_attachment_view_get_page (view) == 1);
  act (view, "attachment.find", 1);
  view_test_wait (mappe_attachment_view_get_page (view) == 3);
  act (view, "attachment.find", 1);
  view_test_wait (mappe_attachment_view_get_page (view) == 1);
  mappe_attachment_view_go_to (view, 0, "fehlt");
  view_test_wait (mappe_attachment_view_get_found (view) == 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_faults (void)
{
  g_autoptr (GBytes) good = attachment_sample_pdf (texts, 1, FALSE);
  g_autoptr (GBytes) locked = attachment_sample_lock (good);
  g_autoptr (GBytes) huge = attachment_sample_header ("png", 100000, 100000);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  GtkWidget *window;
  MappeAttachmentView *view = open_view (locked, &window);

  g_assert_nonnull (strstr (mappe_attachment_view_get_fault (view), "password"));
  mappe_attachment_view_open (view, huge);
  view_test_wait (mappe_attachment_view_get_fault (view) != NULL);
  g_assert_nonnull (strstr (mappe_attachment_view_get_fault (view), "100000 × 100000"));
  mappe_attachment_view_open (view, none);
  view_test_wait (mappe_attachment_view_get_fault (view) != NULL);
  /* Nothing to step, seek or copy in, and nothing that breaks. */
  act (view, "attachment.step", 1);
  act (view, "attachment.find", 0);
  act (view, "attachment.find", 1);
  gtk_widget_activate_action (GTK_WIDGET (view), "attachment.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "attachment.text", NULL);
  mappe_attachment_view_open (view, good);
  view_test_wait (mappe_attachment_view_get_file (view) != NULL);
  g_assert_null (mappe_attachment_view_get_fault (view));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One file after the other: what comes late of the first is not shown in the second. */
static void
test_order (void)
{
  g_autoptr (GBytes) first = attachment_sample_pdf (texts, 4, FALSE);
  g_autoptr (GBytes) second = attachment_sample_png (40, 30);
  MappeAttachmentView *view = MAPPE_ATTACHMENT_VIEW (mappe_attachment_view_new ());
  GtkWidget *window = new_window (GTK_WIDGET (view));

  mappe_attachment_view_open (view, first);
  mappe_attachment_view_open (view, second);
  view_test_wait (mappe_attachment_view_get_file (view) != NULL);
  g_assert_true (mappe_attachment_is_picture (mappe_attachment_view_get_file (view)));
  mappe_attachment_view_open (view, first);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

static GtkAdjustment *
scroller_new (MappeAttachmentSheets *sheets, GtkWidget **window)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (sheets));
  *window = new_window (scroller);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* However long the file and however far one scrolls: what is kept is bounded, and what is seen is drawn. */
static void
test_bounded (void)
{
  const char *pages[MANY];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MappeAttachment) file = NULL;
  MappeAttachmentSheets *sheets = MAPPE_ATTACHMENT_SHEETS (mappe_attachment_sheets_new ());
  GtkWidget *window;
  GtkAdjustment *adjustment = scroller_new (sheets, &window);
  gsize most = 0;

  for (guint i = 0; i < MANY; i++)
    pages[i] = "Seite";
  bytes = attachment_sample_pdf (pages, MANY, FALSE);
  file = mappe_attachment_new (bytes, NULL);
  mappe_attachment_sheets_set_file (sheets, file);
  mappe_attachment_sheets_set_zoom (sheets, 2);
  view_test_wait (gtk_adjustment_get_upper (adjustment) > MANY * 1000);
  for (guint i = 0; i < 40; i++)
    {
      gsize kept = mappe_attachment_sheets_get_kept (sheets);

      gtk_adjustment_set_value (adjustment, i * 2400.0);
      gtk_widget_queue_draw (GTK_WIDGET (sheets));
      /* A full cache gives one page for another. */
      view_test_wait (mappe_attachment_sheets_get_kept (sheets) != kept || kept > 20 * 1000000);
      most = MAX (most, mappe_attachment_sheets_get_kept (sheets));
      g_assert_cmpuint (most, <=, 24 * 1000000);
    }
  g_assert_cmpuint (most, >, 20 * 1000000);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_places (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 4, FALSE);
  g_autoptr (MappeAttachment) file = mappe_attachment_new (bytes, NULL);
  MappeAttachmentSheets *sheets = MAPPE_ATTACHMENT_SHEETS (mappe_attachment_sheets_new ());
  GtkWidget *window;
  graphene_rect_t page, box;

  scroller_new (sheets, &window);
  mappe_attachment_sheets_set_file (sheets, file);
  mappe_attachment_sheets_set_zoom (sheets, 0.75);  /* a pixel a point */
  view_test_wait (gtk_widget_get_height (GTK_WIDGET (sheets)) > 3000);
  mappe_attachment_sheets_place (sheets, 2, NULL, &page);
  mappe_attachment_sheets_place (sheets, 2, &(MappeAttachmentBox) { 10, 20, 30, 40 }, &box);
  g_assert_cmpfloat_with_epsilon (page.size.height, 842, 0.5);
  g_assert_cmpfloat_with_epsilon (box.origin.x - page.origin.x, 10, 0.1);
  g_assert_cmpfloat_with_epsilon (box.origin.y - page.origin.y, 20, 0.1);
  g_assert_cmpfloat_with_epsilon (box.size.height, 40, 0.1);
  for (guint i = 0; i < 4; i++)
    {
      mappe_attachment_sheets_place (sheets, i, NULL, &page);
      g_assert_cmpuint (mappe_attachment_sheets_page_at (sheets, page.origin.y), ==, i);
      g_assert_cmpuint (mappe_attachment_sheets_page_at (sheets, page.origin.y + page.size.height), ==, i);
    }
  g_assert_cmpuint (mappe_attachment_sheets_page_at (sheets, 1e9), ==, 3);
  g_assert_cmpuint (mappe_attachment_sheets_page_at (sheets, -5), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Printed into a file: as many pages, and the text in them. */
static void
test_print (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 4, FALSE);
  g_autoptr (MappeAttachment) file = mappe_attachment_new (bytes, NULL), printed = NULL;
  g_autoptr (GtkPrintOperation) operation = mappe_attachment_print_operation (file, "Konzept");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mappe-printed.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *text = NULL, *raw = NULL;
  gsize length;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  content = g_bytes_new (raw, length);
  printed = mappe_attachment_new (content, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mappe_attachment_n_pages (printed), ==, 4);
  text = mappe_attachment_page_text (printed, 1);
  g_assert_nonnull (strstr (text, "Beleuchtung am Bahnhof"));
  g_remove (path);
}

static void
assert_warning (MappeContentState state, gboolean has_text, gboolean tagged, guint n_scanned, const char *word)
{
  const MappeContentText facts = { state, 3, n_scanned, has_text, tagged, NULL };
  g_autofree char *warning = mappe_attachment_warning (&facts);

  if (word == NULL)
    g_assert_null (warning);
  else
    g_assert_nonnull (strstr (warning, word));
}

static void
test_warnings (void)
{
  assert_warning (MAPPE_CONTENT_PDF, TRUE, TRUE, 0, NULL);
  assert_warning (MAPPE_CONTENT_PDF, TRUE, FALSE, 0, "no tags");
  assert_warning (MAPPE_CONTENT_PDF, FALSE, FALSE, 3, "a scan");
  assert_warning (MAPPE_CONTENT_PDF, TRUE, TRUE, 2, "2 pages");
  assert_warning (MAPPE_CONTENT_LOCKED, FALSE, FALSE, 0, "password");
  assert_warning (MAPPE_CONTENT_UNREADABLE, FALSE, FALSE, 0, "damaged");
  assert_warning (MAPPE_CONTENT_PICTURE, FALSE, FALSE, 0, NULL);
  assert_warning (MAPPE_CONTENT_OTHER, FALSE, FALSE, 0, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/attachment/pages", test_pages);
  g_test_add_func ("/attachment/find", test_find);
  g_test_add_func ("/attachment/faults", test_faults);
  g_test_add_func ("/attachment/order", test_order);
  g_test_add_func ("/attachment/bounded", test_bounded);
  g_test_add_func ("/attachment/places", test_places);
  g_test_add_func ("/attachment/print", test_print);
  g_test_add_func ("/attachment/warnings", test_warnings);
  return g_test_run ();
}
