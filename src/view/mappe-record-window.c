/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-record-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mappe-detail.h"
#include "mappe-window-frame.h"

#define WIDTH 640
#define HEIGHT 620

/* What cannot be saved stays as a draft, so closing loses nothing and asks nothing. */
static gboolean
close_cb (GtkWindow *window, MappeDetail *detail)
{
  mappe_detail_leave (detail);
  return FALSE;
}

static gboolean
idle_cb (gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/* A new record that was given up leaves nothing to look at. The pane is still at work when it says so. */
static void
record_cb (GtkWindow *window, GParamSpec *pspec, MappeDetail *detail)
{
  if (mappe_detail_get_id (detail) < 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, idle_cb, g_object_ref (window), g_object_unref);
}

static void
title_cb (GtkWindow *window, const char *title)
{
  gtk_window_set_title (window, title);
}

/* What the window below can do works here as well; going to another record ends the visit. */
static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (data);
  GtkWindow *below = gtk_window_get_transient_for (window);
  const char *word = g_action_get_name (G_ACTION (action));
  g_autofree char *name = g_strconcat ("win.", word, NULL);
  if (below == NULL)
    return;
  gtk_widget_activate_action_variant (GTK_WIDGET (below), name, parameter);
  if (g_str_has_suffix (word, "-record") || g_str_equal (word, "open-outcome"))
    gtk_window_close (window);
}

static void
add_actions (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { "open-record", forward_cb, "(sx)" },
    { "new-record", forward_cb, "(ssx)" },
    { "open-outcome", forward_cb, "(sx)" },
    { "undo", forward_cb },
    { "redo", forward_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

static MappeDetail *
present (GtkWidget *near, MappeStore *store)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkRoot *root = gtk_widget_get_root (near);
  MappeDetail *detail = mappe_detail_new (store);
  mappe_window_close_on_escape (window);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (detail), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (detail));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), box);
  adw_window_set_content (ADW_WINDOW (window), toasts);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  add_actions (window);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_cb), detail, 0);
  g_signal_connect_object (detail, "title-changed", G_CALLBACK (title_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (detail, "notify::record", G_CALLBACK (record_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  return detail;
}

/** mappe_record_window_open: Shows the record @id of @kind in a window over that of @near. */
void
mappe_record_window_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id)
{
  mappe_detail_show (present (near, store), kind, id);
}

/** mappe_record_window_new_record: Starts a new record from @preset in a window over that of @near. */
void
mappe_record_window_new_record (GtkWidget *near, MappeStore *store, MappeRow *preset)
{
  mappe_detail_new_record (present (near, store), preset);
}
