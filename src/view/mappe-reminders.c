/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-reminders.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-follow-up-text.h"

/* A letter a person. It is sent by the user's mail program: here it is shown and copied. */
typedef struct {
  GtkWidget       *window;
  GtkWidget       *overlay;
  GtkDropDown     *people;
  GtkTextView     *text;
  GPtrArray       *entries;
  GPtrArray       *names;
} Reminders;

static void
reminders_free (Reminders *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static void
show_letter (Reminders *self)
{
  guint n = gtk_drop_down_get_selected (self->people);
  g_autofree char *text = NULL;

  if (n >= self->names->len)
    return;
  text = mappe_follow_up_text_reminder (self->entries, g_ptr_array_index (self->names, n));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

static void
copy_cb (Reminders *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), text);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->overlay), adw_toast_new (_("Reminder copied")));
}

static GtkWidget *
make_text (Reminders *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  g_object_set (self->text, "top-margin", 12, "bottom-margin", 12, "left-margin", 12, "right-margin", 12,
                "accepts-tab", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the reminder"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_people (Reminders *self, const char *who)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < self->names->len; i++)
    {
      gtk_string_list_append (list, g_ptr_array_index (self->names, i));
      if (g_strcmp0 (g_ptr_array_index (self->names, i), who) == 0)
        chosen = i;
    }
  self->people = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL));
  gtk_drop_down_set_selected (self->people, chosen);
  gtk_widget_set_hexpand (GTK_WIDGET (self->people), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->people), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reminder for"), -1);
  g_signal_connect_swapped (self->people, "notify::selected", G_CALLBACK (show_letter), self);
  return GTK_WIDGET (self->people);
}

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
fill_window (Reminders *self, const char *who)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));

  g_object_set (bar, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_widget_add_css_class (copy, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy"), -1);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (bar), make_people (self, who));
  gtk_box_append (GTK_BOX (bar), copy);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_text (self));
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), box);
  adw_window_set_content (ADW_WINDOW (self->window), self->overlay);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), copy);
}

/**
 * mappe_reminders_show:
 * @near: a widget of the window concerned
 * @entries: (element-type MappeFollowUp): what is followed up
 * @who: (nullable): whose reminder is shown first
 *
 * Shows a reminder for each person or office that has something unfinished among @entries.
 */
void
mappe_reminders_show (GtkWidget *near, GPtrArray *entries, const char *who)
{
  Reminders *self = g_new0 (Reminders, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->entries = g_ptr_array_ref (entries);
  self->names = mappe_follow_up_text_people (entries);
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", _("Reminders"), "modal", TRUE, "default-width", 560,
                               "default-height", 460, "transient-for", gtk_widget_get_root (near), NULL);
  fill_window (self, who);
  show_letter (self);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (self->window, keys);
  g_object_set_data_full (G_OBJECT (self->window), "reminders", self, (GDestroyNotify) reminders_free);
  gtk_window_present (GTK_WINDOW (self->window));
}
