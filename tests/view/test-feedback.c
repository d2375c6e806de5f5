/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-feedback.h"
#include "mappe-record-error.h"
#include "mappe-store.h"
#include "view-test.h"

static void
assert_explained (GQuark domain, int last)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = 0; code <= last; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (domain, code, "words for the log");
      const char *advice = NULL;
      const char *message = mappe_feedback_explain (error, &advice);

      g_assert_cmpstr (message, !=, "Something went wrong");
      g_assert_nonnull (advice);
      g_assert_false (g_str_has_suffix (message, "."));
      g_hash_table_add (seen, (gpointer) message);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, (guint) last / 2);
}

static void
test_explain (void)
{
  g_autoptr (GError) foreign = g_error_new_literal (G_MARKUP_ERROR, 0, "foreign");

  assert_explained (MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING);
  assert_explained (MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_RULE);
  g_assert_cmpstr (mappe_feedback_explain (foreign, NULL), ==, "Something went wrong");
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* What stands in a record is no markup. */
static void
test_toast (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *near = gtk_label_new ("near");

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), near);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  mappe_feedback_toast (near, "Müller & <Söhne>");
  view_test_wait (has_label (overlay, "Müller & <Söhne>"));
  mappe_feedback_undoable (near, "Person deleted");
  view_test_wait (has_label (overlay, "Person deleted"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_error (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *near = gtk_label_new ("near");
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autoptr (GError) full = g_error_new_literal (MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FULL, "disk is full");

  gtk_window_set_child (GTK_WINDOW (window), near);
  gtk_window_present (GTK_WINDOW (window));
  mappe_feedback_error (near, NULL, "Nothing failed");
  mappe_feedback_error (near, cancelled, "Cancelled is no failure");
  view_test_settle ();
  g_assert_null (view_test_question ());
  mappe_feedback_error (near, full, "The person was not saved");
  view_test_wait (view_test_question () != NULL);
  g_assert_true (has_label (GTK_WIDGET (view_test_question ()), "The person was not saved"));
  gtk_window_destroy (GTK_WINDOW (view_test_question ()));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/feedback/explain", test_explain);
  g_test_add_func ("/feedback/toast", test_toast);
  g_test_add_func ("/feedback/error", test_error);
  return g_test_run ();
}
