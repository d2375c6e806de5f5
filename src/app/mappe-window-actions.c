/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-private.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-import-window.h"
#include "mappe-list-page.h"
#include "mappe-share-window.h"

/* --- undo and redo --- */

/* The keys work before the button does: what they take back may still be on its way into the file, and an undo queues
 * behind it. */
static void
set_step (MappeWindow *self, GtkWidget *button, const char *action, gboolean possible, const char *text)
{
  gboolean writable = self->store && mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, writable);
  gtk_widget_set_sensitive (button, writable && possible);
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
share_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePage *page = mappe_window_front_page (MAPPE_WINDOW (widget));
  const MappeKind *kind = NULL;
  gint64 id = page != NULL ? mappe_page_get_record (page, &kind) : 0;

  if (page != NULL)
    mappe_share_window_open (GTK_WIDGET (page), mappe_page_get_store (page), kind, id);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePage *page = mappe_window_front_page (MAPPE_WINDOW (widget));
  const MappeKind *kind = NULL;

  if (MAPPE_IS_LIST_PAGE (page))
    kind = mappe_list_page_get_front_kind (MAPPE_LIST_PAGE (page));
  else if (page != NULL)
    mappe_page_get_record (page, &kind);
  if (page != NULL)
    mappe_import_window_open (GTK_WIDGET (page), mappe_page_get_store (page), kind, NULL);
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

/* Sidebar, page and header bar in turn; what a narrow window hides is left out. */
static void
go_to_area (MappeWindow *self, int step)
{
  GtkWidget *areas[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (mappe_window_front_page (self)),
                         gtk_widget_get_ancestor (self->new_button, ADW_TYPE_HEADER_BAR) };
  const int n_areas = G_N_ELEMENTS (areas);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  int at = 0;

  for (int i = 0; focus != NULL && i < n_areas; i++)
    if (areas[i] != NULL && gtk_widget_is_ancestor (focus, areas[i]))
      at = i;
  for (int i = 1; i <= n_areas; i++)
    {
      GtkWidget *area = areas[(at + step * i + n_areas * n_areas) % n_areas];

      if (area != NULL && gtk_widget_get_mapped (area)
          && (ADW_IS_HEADER_BAR (area) ? gtk_widget_child_focus (area, GTK_DIR_TAB_FORWARD)
                                       : gtk_widget_grab_focus (area)))
        return;
    }
}

static void
next_area_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_area (MAPPE_WINDOW (widget), 1);
}

static void
previous_area_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_area (MAPPE_WINDOW (widget), -1);
}

/**
 * mappe_window_add_area_keys:
 *
 * F6 goes through the parts of the window, before any GtkPaned below takes the key for its own halves.
 */
void
mappe_window_add_area_keys (MappeWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *shortcuts = GTK_SHORTCUT_CONTROLLER (keys);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (shortcuts, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F6, 0),
                                                                     gtk_named_action_new ("win.next-area")));
  gtk_shortcut_controller_add_shortcut (shortcuts,
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F6, GDK_SHIFT_MASK),
                                                          gtk_named_action_new ("win.previous-area")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
  gtk_widget_class_install_action (widget_class, "win.share", NULL, share_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "win.next-area", NULL, next_area_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-area", NULL, previous_area_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, ctrl, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, ctrl | shift, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, ctrl, "win.redo", NULL);
}
