/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-private.h"

#include <glib/gi18n.h>

#include "mappe-settings.h"
#include "mappe-welcome.h"

G_DEFINE_FINAL_TYPE (MappeWindow, mappe_window, ADW_TYPE_APPLICATION_WINDOW)

static void
keep_size (MappeWindow *self)
{
  GSettings *settings = mappe_settings_get ();
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (settings, "window-maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (maximized || width < 360 || height < 300)
    return;
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}

static void
restore_size (MappeWindow *self)
{
  GSettings *settings = mappe_settings_get ();

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* Sliding submenus kill the keyboard in GTK 4.8, so every menu is a nested one. */
static void
nest_menu (GtkMenuButton *button, GMenuModel *model)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model_full (model, GTK_POPOVER_MENU_NESTED);

  gtk_menu_button_set_popover (button, menu);
}

/* The place one is at, chosen again, leads from one of its records to its list. */
static void
sidebar_activated_cb (MappeWindow *self, gboolean again)
{
  MappePage *page = mappe_window_front_page (self);

  /* From the page of an event over its detail. */
  for (int step = 0; step < 2 && again && page != NULL && mappe_page_get_back_visible (page); step++)
    if (!mappe_page_go_back (page))
      break;
  mappe_split_set_show_content (self->split, TRUE);
}

static gboolean
mappe_window_close_request (GtkWindow *window)
{
  MappeWindow *self = MAPPE_WINDOW (window);

  if (!mappe_window_pages_can_close (self))
    return GDK_EVENT_STOP;
  keep_size (self);
  mappe_window_keep_place (self);
  /* Closing the file may wait for the disk; the window need not be seen waiting. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WINDOW_CLASS (mappe_window_parent_class)->close_request (window);
}

static void
mappe_window_dispose (GObject *object)
{
  MappeWindow *self = MAPPE_WINDOW (object);

  g_clear_handle_id (&self->present_id, g_source_remove);
  mappe_window_close_store (self);
  g_clear_pointer (&self->palette, gtk_widget_unparent);
  g_clear_object (&self->page_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_WINDOW);
  G_OBJECT_CLASS (mappe_window_parent_class)->dispose (object);
}

static void
mappe_window_finalize (GObject *object)
{
  MappeWindow *self = MAPPE_WINDOW (object);

  g_clear_pointer (&self->navigation, mappe_navigation_free);
  G_OBJECT_CLASS (mappe_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, council_box);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, split);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, council_button);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, council_label);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, leave_button);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MappeWindow, welcome_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "sidebar_page_cb",
                                                G_CALLBACK (mappe_window_sidebar_page));
}

static void
mappe_window_class_init (MappeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mappe_window_close_request;
  g_type_ensure (MAPPE_TYPE_BANNER);
  g_type_ensure (MAPPE_TYPE_SIDEBAR);
  g_type_ensure (MAPPE_TYPE_SPLIT);
  g_type_ensure (MAPPE_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-window.ui");
  bind_children (widget_class);
  mappe_window_install_actions (widget_class);
  mappe_window_install_file_actions (widget_class);
  mappe_window_install_page_actions (widget_class);
  mappe_window_install_trouble_actions (widget_class);
}

static void
add_menus (MappeWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/ratsmappe/Ratsmappe/mappe-menu.ui");
  GMenuModel *menu = G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu"));

  nest_menu (self->menu_button, menu);
  nest_menu (self->welcome_menu_button, menu);
}

static void
mappe_window_init (MappeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mappe_window_add_area_keys (self);
  add_menus (self);
  restore_size (self);
  /* The parent is a box: a stack takes all its children for pages, and its layout shows no popovers. */
  self->palette = mappe_search_palette_new ();
  gtk_widget_set_parent (self->palette, self->council_box);
  mappe_window_init_pages (self);
  mappe_window_set_store (self, NULL);
}

/**
 * mappe_window_new:
 *
 * Returns: (transfer none): a window with the welcome page
 */
GtkWidget *
mappe_window_new (GtkApplication *application)
{
  return g_object_new (MAPPE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * mappe_window_get_store:
 *
 * Returns: (transfer none) (nullable): the open council file
 */
MappeStore *
mappe_window_get_store (MappeWindow *self)
{
  g_return_val_if_fail (MAPPE_IS_WINDOW (self), NULL);
  return self->store;
}

/**
 * mappe_window_get_path:
 *
 * Returns: (nullable): path of the file that is open or being opened
 */
const char *
mappe_window_get_path (MappeWindow *self)
{
  g_return_val_if_fail (MAPPE_IS_WINDOW (self), NULL);
  return self->path;
}

/**
 * mappe_window_is_free:
 *
 * Returns: whether the window shows the welcome page, so that a file may be opened in it
 */
gboolean
mappe_window_is_free (MappeWindow *self)
{
  g_return_val_if_fail (MAPPE_IS_WINDOW (self), FALSE);
  return self->path == NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->root_stack), "welcome") == 0;
}

/**
 * mappe_window_show_busy:
 * @text: translated sentence: what is being done
 *
 * Shows that something takes its time.
 */
void
mappe_window_show_busy (MappeWindow *self, const char *text)
{
  g_return_if_fail (MAPPE_IS_WINDOW (self));
  gtk_label_set_label (self->busy_label, text);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->root_stack, "busy");
}

/**
 * mappe_window_show_idle:
 *
 * Shows the council, or the welcome page when there is none.
 */
void
mappe_window_show_idle (MappeWindow *self)
{
  g_return_if_fail (MAPPE_IS_WINDOW (self));
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->root_stack, self->store ? "council" : "welcome");
}
