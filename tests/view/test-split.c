/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-split.h"
#include "view-test.h"

static GtkWidget *
new_half (int width)
{
  GtkWidget *half = gtk_label_new ("half");

  gtk_widget_set_size_request (half, width, 50);
  return half;
}

static MappeSplit *
new_split (void)
{
  MappeSplit *split = MAPPE_SPLIT (mappe_split_new ());

  mappe_split_set_threshold (split, 600);
  mappe_split_set_sidebar (split, new_half (200));
  mappe_split_set_content (split, new_half (300));
  return split;
}

static void
test_properties (void)
{
  MappeSplit *split = g_object_ref_sink (MAPPE_SPLIT (mappe_split_new ()));
  GtkWidget *half = new_half (10);
  guint notified = 0;

  g_signal_connect_swapped (split, "notify", G_CALLBACK (view_test_count_cb), &notified);
  mappe_split_set_sidebar (split, half);
  mappe_split_set_sidebar (split, half);
  mappe_split_set_show_content (split, TRUE);
  mappe_split_set_show_content (split, TRUE);
  mappe_split_set_threshold (split, 100);
  mappe_split_set_threshold (split, 100);
  mappe_split_set_position (split, 200);
  mappe_split_set_position (split, 200);
  g_assert_cmpuint (notified, ==, 4);
  g_assert_true (mappe_split_get_sidebar (split) == half);
  mappe_split_set_sidebar (split, NULL);
  g_assert_null (mappe_split_get_sidebar (split));
  g_assert_finalize_object (split);
}

static void
test_collapse (void)
{
  GtkWidget *window = gtk_window_new ();
  MappeSplit *split = new_split ();
  GtkWidget *sidebar = mappe_split_get_sidebar (split);
  GtkWidget *content = mappe_split_get_content (split);

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 300);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (split));
  gtk_window_present (GTK_WINDOW (window));
  view_test_wait (gtk_widget_get_width (GTK_WIDGET (split)) == 800);
  g_assert_false (mappe_split_get_collapsed (split));
  g_assert_true (gtk_widget_get_mapped (sidebar) && gtk_widget_get_mapped (content));

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  view_test_wait (mappe_split_get_collapsed (split));
  view_test_wait (gtk_widget_get_mapped (sidebar) && !gtk_widget_get_mapped (content));
  mappe_split_set_show_content (split, TRUE);
  view_test_wait (!gtk_widget_get_mapped (sidebar) && gtk_widget_get_mapped (content));

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 300);
  view_test_wait (!mappe_split_get_collapsed (split));
  view_test_wait (gtk_widget_get_mapped (sidebar) && gtk_widget_get_mapped (content));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The content alone, however wide the window is, and both again. */
static void
test_alone (void)
{
  GtkWidget *window = gtk_window_new ();
  MappeSplit *split = new_split ();
  GtkWidget *sidebar = mappe_split_get_sidebar (split);
  GtkWidget *content = mappe_split_get_content (split);

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 300);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (split));
  gtk_window_present (GTK_WINDOW (window));
  view_test_wait (gtk_widget_get_width (GTK_WIDGET (split)) == 800);
  mappe_split_set_alone (split, TRUE);
  view_test_wait (!gtk_widget_get_mapped (sidebar) && gtk_widget_get_width (content) == 800);
  g_assert_false (mappe_split_get_collapsed (split));
  mappe_split_set_alone (split, FALSE);
  view_test_wait (gtk_widget_get_mapped (sidebar) && gtk_widget_get_width (content) < 800);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The window may become as narrow as the wider half. */
static void
test_minimum (void)
{
  MappeSplit *split = g_object_ref_sink (new_split ());
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (split), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 300);
  g_assert_cmpint (natural, >=, 500);
  g_assert_finalize_object (split);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/split/properties", test_properties);
  g_test_add_func ("/split/minimum", test_minimum);
  g_test_add_func ("/split/collapse", test_collapse);
  g_test_add_func ("/split/alone", test_alone);
  return g_test_run ();
}
