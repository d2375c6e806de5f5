/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-window.h"

#include <glib/gi18n.h>

#include "mappe-share-private.h"
#include "mappe-window-frame.h"

#define WIDTH 940
#define HEIGHT 620

static void
share_free (gpointer data)
{
  MappeSharing *self = data;

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->writing);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  g_clear_pointer (&self->shared, mappe_shared_free);
  g_clear_pointer (&self->readers, g_array_unref);
  g_clear_pointer (&self->formats, g_array_unref);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->items);
  g_object_unref (self->store);
  g_free (self);
}

/** mappe_sharing_of: Returns: (transfer none) (nullable): %NULL once the window was closed */
MappeSharing *
mappe_sharing_of (AdwWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "mappe-share");
}

/* --- how it looks --- */

/** mappe_sharing_update_acts: What can be done now; what is missing is said. */
void
mappe_sharing_update_acts (MappeSharing *self)
{
  const gboolean idle = self->shared != NULL && self->writing == NULL;
  const MappeShareItem *item = mappe_sharing_get_item (self);
  const char *missing = mappe_sharing_find_missing (self);

  gtk_label_set_label (GTK_LABEL (self->hint), missing != NULL ? missing : "");
  gtk_widget_set_visible (self->hint, missing != NULL);
  gtk_widget_set_tooltip_text (self->acts[MAPPE_SHARE_SAVE], missing);
  gtk_widget_set_sensitive (self->acts[MAPPE_SHARE_SAVE], idle && missing == NULL);
  gtk_widget_set_sensitive (self->acts[MAPPE_SHARE_MAIL],
                            idle && missing == NULL && item->sort != MAPPE_SHARE_OPARL);
  gtk_widget_set_sensitive (self->acts[MAPPE_SHARE_PRINT], idle && self->shared->document != NULL);
}

/* @shared: (transfer full) (nullable): %NULL while it is made */
static void
set_shared (MappeSharing *self, MappeShared *shared)
{
  g_clear_pointer (&self->shared, mappe_shared_free);
  self->shared = shared;
  gtk_label_set_label (self->report, shared != NULL ? shared->report : "");
  if (shared != NULL && shared->document != NULL)
    mappe_paper_view_set_document (self->paper, mappe_node_copy_for (shared->document, MAPPE_CLASS_CONFIDENTIAL));
  else if (shared != NULL)
    gtk_text_buffer_set_text (self->text, shared->text, -1);
  if (shared != NULL)
    gtk_stack_set_visible_child_name (self->stack, shared->document != NULL ? "paper" : "text");
  mappe_sharing_update_acts (self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeShared) shared = mappe_share_look_finish (result, &error);
  MappeSharing *self = mappe_sharing_of (window);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (shared == NULL)
    {
      adw_status_page_set_description (self->nothing, error->message);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  set_shared (self, g_steal_pointer (&shared));
}

/** mappe_sharing_look_again: Whatever was under way is not wanted any more. */
void
mappe_sharing_look_again (MappeSharing *self)
{
  const MappeShareWish wish = mappe_sharing_get_wish (self);

  g_cancellable_cancel (self->looking);
  g_object_unref (self->looking);
  self->looking = g_cancellable_new ();
  set_shared (self, NULL);
  mappe_share_look_async (self->store, &wish, self->looking, looked_cb, g_object_ref (self->window));
}

/* --- building --- */

static GtkWidget *
make_text (MappeSharing *self)
{
  GtkWidget *view = gtk_text_view_new (), *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_object_set (view, "editable", FALSE, "cursor-visible", FALSE, "monospace", TRUE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                "left-margin", 12, "right-margin", 12, "top-margin", 12, "bottom-margin", 12, "accepts-tab", FALSE,
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How it looks"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

static GtkWidget *
make_preview (MappeSharing *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->paper = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  self->nothing = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->nothing, _("Nothing to share"));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->paper), "paper");
  gtk_stack_add_named (self->stack, make_text (self), "text");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
make_act (MappeSharing *self, guint number, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  self->acts[number] = button;
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_header (MappeSharing *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = make_act (self, MAPPE_SHARE_SAVE, _("_Save…"), G_CALLBACK (mappe_sharing_save));

  gtk_widget_add_css_class (save, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             make_act (self, MAPPE_SHARE_MAIL, _("_Mail…"), G_CALLBACK (mappe_sharing_mail)));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           make_act (self, MAPPE_SHARE_PRINT, _("_Print…"), G_CALLBACK (mappe_sharing_print)));
  return header;
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  (g_variant_get_boolean (arguments) ? mappe_sharing_save : mappe_sharing_print) (data);
  return TRUE;
}

static void
add_key (MappeSharing *self, guint key, gboolean saves)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (key_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (saves));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
}

static GtkWidget *
make_content (MappeSharing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *header = make_header (self);

  gtk_box_append (GTK_BOX (halves), mappe_sharing_make_choices (self));
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), make_preview (self));
  gtk_widget_set_vexpand (halves, TRUE);
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), halves);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->overlay);
  gtk_box_append (GTK_BOX (box), mappe_sharing_make_busy (self));
  return box;
}

/* A look under way keeps the window, so its end would come too late. A file under way is written to its end. */
static void
closed_cb (MappeSharing *self)
{
  g_cancellable_cancel (self->looking);
}

static void
build_window (MappeSharing *self, GtkWidget *near)
{
  self->window = ADW_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (self->window), "mappe-share", self, share_free);
  adw_window_set_content (self->window, make_content (self));
  gtk_window_set_title (GTK_WINDOW (self->window), C_("window", "Share"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (gtk_widget_get_root (near)));
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  mappe_window_close_on_escape (GTK_WIDGET (self->window));
  g_signal_connect_swapped (self->window, "unrealize", G_CALLBACK (closed_cb), self);
  add_key (self, GDK_KEY_s, TRUE);
  add_key (self, GDK_KEY_p, FALSE);
}

/**
 * mappe_share_window_open:
 * @near: a widget of the window
 * @kind: (nullable): of the record in front
 * @id: of it; 0 when only the kind is
 *
 * Opens the window in which documents and data about the record, and about the whole council, are looked at, saved,
 * printed and mailed. It begins with the first document, for those it is meant for, in the language of the user.
 */
void
mappe_share_window_open (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id)
{
  MappeSharing *self = g_new0 (MappeSharing, 1);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->id = id;
  self->items = mappe_share_items (id > 0 ? kind : NULL);
  self->kinds = g_ptr_array_new ();
  self->looking = g_cancellable_new ();
  build_window (self, near);
  g_object_notify (G_OBJECT (self->what), "selected");
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->what));
}
