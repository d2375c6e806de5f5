/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letters.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-print.h"
#include "mappe-window-frame.h"

/* They are sent by the user's mail program: here they are shown, corrected, copied or handed on. */
typedef struct {
  MappeLetters  letters;
  GtkWidget    *window, *overlay;
  GtkDropDown  *recipients;
  GtkTextView  *text;
} Window;

static void
window_free (Window *self)
{
  g_free (self->letters.subject);
  g_ptr_array_unref (self->letters.names);
  self->letters.data_free (self->letters.data);
  g_free (self);
}

static void
show_letter (Window *self)
{
  guint n = gtk_drop_down_get_selected (self->recipients);
  g_autofree char *text = NULL;

  if (n >= self->letters.names->len)
    return;
  text = self->letters.letter (n, self->letters.data);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

static char *
get_text (Window *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_cb (Window *self)
{
  g_autofree char *text = get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), text);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->overlay), adw_toast_new (self->letters.copied));
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) overlay = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    mappe_feedback_error (overlay, error, _("There is no mail program. Copy the text instead."));
}

static void
mail_cb (Window *self)
{
  g_autofree char *text = get_text (self);
  g_autofree char *subject = g_uri_escape_string (self->letters.subject, NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:?subject=%s&body=%s", subject, body);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, mailed_cb, g_object_ref (self->overlay));
}

static void
print_cb (Window *self)
{
  g_autofree char *text = get_text (self);
  guint n = gtk_drop_down_get_selected (self->recipients);

  if (n < self->letters.names->len)
    mappe_print_document (self->overlay, self->letters.paper (n, text, self->letters.data));
}

/* --- the window --- */

static void
set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_text (Window *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  g_object_set (self->text, "top-margin", 12, "bottom-margin", 12, "left-margin", 12, "right-margin", 12,
                "accepts-tab", FALSE, NULL);
  set_label (self->text, self->letters.text);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_recipients (Window *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->letters.names->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (self->letters.names, i));
  self->recipients = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL));
  gtk_drop_down_set_selected (self->recipients, self->letters.first);
  gtk_widget_set_hexpand (GTK_WIDGET (self->recipients), TRUE);
  set_label (self->recipients, self->letters.to);
  g_signal_connect_swapped (self->recipients, "notify::selected", G_CALLBACK (show_letter), self);
  return GTK_WIDGET (self->recipients);
}

static GtkWidget *
make_bar (Window *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));

  g_object_set (bar, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_box_append (GTK_BOX (bar), make_recipients (self));
  if (self->letters.subject != NULL)
    {
      GtkWidget *mail = gtk_button_new_with_label (_("Write mail"));

      g_signal_connect_swapped (mail, "clicked", G_CALLBACK (mail_cb), self);
      gtk_box_append (GTK_BOX (bar), mail);
    }
  if (self->letters.paper != NULL)
    {
      GtkWidget *print = gtk_button_new_with_label (_("Print…"));

      g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
      gtk_box_append (GTK_BOX (bar), print);
    }
  gtk_widget_add_css_class (copy, "suggested-action");
  set_label (copy, _("Copy"));
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (bar), copy);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), copy);
  return bar;
}

static void
fill_window (Window *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), box);
  adw_window_set_content (ADW_WINDOW (self->window), self->overlay);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), make_text (self));
}

/**
 * mappe_letters_show:
 * @near: a widget of the window concerned
 * @letters: what is shown; the window takes over what it points to
 *
 * Shows the letters, one at a time.
 */
void
mappe_letters_show (GtkWidget *near, const MappeLetters *letters)
{
  Window *self = g_new0 (Window, 1);

  self->letters = *letters;
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", letters->title, "modal", TRUE, "default-width", 600,
                               "default-height", 480, "transient-for", gtk_widget_get_root (near), NULL);
  fill_window (self);
  show_letter (self);
  mappe_window_close_on_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "letters", self, (GDestroyNotify) window_free);
  gtk_window_present (GTK_WINDOW (self->window));
}
