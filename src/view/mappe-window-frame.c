/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-frame.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
#define HEIGHT 560

static void
cancel_cb (GtkWindow *window)
{
  gtk_window_close (window);
}

static GtkWidget *
wrap (GtkWidget *content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static GtkWidget *
build_header (GtkWidget *window, const char *verb, GtkWidget **accept)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));
  *accept = gtk_button_new_with_label (verb);
  gtk_widget_add_css_class (*accept, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), *accept);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_cb), window, G_CONNECT_SWAPPED);
  return header;
}

/** mappe_window_close_on_escape: @window: is closed by the key Escape, as by its close button */
void
mappe_window_close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/**
 * mappe_window_frame_new:
 * @near: widget in the window to be modal for
 * @title: title of the window
 * @verb: label of the button that accepts
 * @content: what is shown
 * @accept: (out) (transfer none): the button that accepts
 *
 * Returns: (transfer none): the window; it belongs to GTK until it is closed
 */
AdwWindow *
mappe_window_frame_new (GtkWidget *near, const char *title, const char *verb, GtkWidget *content, GtkWidget **accept)
{
  GtkWidget *window = adw_window_new ();
  GtkRoot *root = gtk_widget_get_root (near);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), build_header (window, verb, accept));
  gtk_box_append (GTK_BOX (box), wrap (content));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  mappe_window_close_on_escape (window);
  return ADW_WINDOW (window);
}
