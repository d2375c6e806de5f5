/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-private.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"

/* --- undo and redo --- */

static void
set_step (MappeWindow *self, GtkWidget *button, const char *action, gboolean possible, const char *text)
{
  gboolean writable = self->store && mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, writable && possible);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * mappe_window_update_undo:
 *
 * Says on the buttons which step they take back or do again.
 */
void
mappe_window_update_undo (MappeWindow *self)
{
  const char *undo = self->store ? mappe_store_get_undo_label (self->store) : NULL;
  const char *redo = self->store ? mappe_store_get_redo_label (self->store) : NULL;
  /* Translators: %s is the step, e.g. "Delete person". */
  g_autofree char *undo_text = undo ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));

  set_step (self, self->undo_button, "win.undo", undo != NULL, undo_text);
  set_step (self, self->redo_button, "win.redo", redo != NULL, redo_text);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) self = MAPPE_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo_finish (MAPPE_STORE (source), result, &error);
  g_autofree char *text = label ? g_strdup_printf (_("Undone: %s"), label) : NULL;

  if (self->store == NULL)
    return;
  if (text)
    mappe_feedback_toast (GTK_WIDGET (self->pages), text);
  else
    mappe_feedback_error (GTK_WIDGET (self->pages), error, _("The step was not undone"));
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) self = MAPPE_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo_finish (MAPPE_STORE (source), result, &error);
  g_autofree char *text = label ? g_strdup_printf (_("Redone: %s"), label) : NULL;

  if (self->store == NULL)
    return;
  if (text)
    mappe_feedback_toast (GTK_WIDGET (self->pages), text);
  else
    mappe_feedback_error (GTK_WIDGET (self->pages), error, _("The step was not redone"));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);

  if (self->store)
    mappe_store_undo_async (self->store, undone_cb, g_object_ref (self));
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);

  if (self->store)
    mappe_store_redo_async (self->store, redone_cb, g_object_ref (self));
}

/* --- what the page in front does --- */

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);

  if (self->store)
    mappe_search_palette_present (MAPPE_SEARCH_PALETTE (self->palette));
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePage *page = mappe_window_front_page (MAPPE_WINDOW (widget));

  if (page)
    mappe_page_new_record (page, NULL, NULL);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePage *page = mappe_window_front_page (MAPPE_WINDOW (widget));

  if (page)
    mappe_page_save (page);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePage *page = mappe_window_front_page (MAPPE_WINDOW (widget));

  if (page)
    mappe_page_print (page);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePage *page = mappe_window_front_page (MAPPE_WINDOW (widget));

  if (page)
    mappe_page_delete_selected (page);
}

static void
filter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePage *page = mappe_window_front_page (MAPPE_WINDOW (widget));

  if (page)
    mappe_page_focus_filter (page);
}

static void
fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/**
 * mappe_window_install_actions:
 *
 * Actions on what is shown. Undo is a binding of the window, not an accelerator of the application: a text field with
 * the focus takes back its own typing first.
 */
void
mappe_window_install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType ctrl = GDK_CONTROL_MASK, shift = GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, ctrl, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, ctrl | shift, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, ctrl, "win.redo", NULL);
}
