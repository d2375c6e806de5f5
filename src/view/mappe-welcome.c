/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-welcome.h"

#include <glib/gi18n.h>

#include "mappe-settings.h"

enum { MOST_RECENT = 5 };

struct _MappeWelcome {
  AdwBin parent_instance;

  AdwPreferencesGroup *recent_group;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (MappeWelcome, mappe_welcome, ADW_TYPE_BIN)

static char *
shown_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (text, home) && (text[strlen (home)] == '/' || text[strlen (home)] == '\0'))
    return g_strconcat ("~", text + strlen (home), NULL);
  return g_steal_pointer (&text);
}

static char *
shown_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  if (g_str_has_suffix (base, ".ratsmappe"))
    base[strlen (base) - strlen (".ratsmappe")] = '\0';
  return g_filename_display_name (base);
}

static GtkWidget *
make_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = shown_name (path);
  g_autofree char *folder = shown_folder (path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "org.ratsmappe.Ratsmappe-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  /* The target first: GTK warns of an action without the target it takes. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-path");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
mappe_welcome_dispose (GObject *object)
{
  MappeWelcome *self = MAPPE_WELCOME (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_WELCOME);
  G_OBJECT_CLASS (mappe_welcome_parent_class)->dispose (object);
}

static void
mappe_welcome_class_init (MappeWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeWelcome, recent_group);
}

static void
mappe_welcome_init (MappeWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  mappe_welcome_refresh (self);
  g_signal_connect_object (mappe_settings_get (), "changed::last-files", G_CALLBACK (mappe_welcome_refresh), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mappe_welcome_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
mappe_welcome_new (void)
{
  return g_object_new (MAPPE_TYPE_WELCOME, NULL);
}

/**
 * mappe_welcome_refresh:
 *
 * Reads the recent files again; those that are not there are left out.
 */
void
mappe_welcome_refresh (MappeWelcome *self)
{
  g_auto (GStrv) files = g_settings_get_strv (mappe_settings_get (), "last-files");

  g_return_if_fail (MAPPE_IS_WELCOME (self));
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; files[i] && self->rows->len < MOST_RECENT; i++)
    if (g_file_test (files[i], G_FILE_TEST_EXISTS))
      {
        GtkWidget *row = make_row (files[i]);

        adw_preferences_group_add (self->recent_group, row);
        g_ptr_array_add (self->rows, row);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), self->rows->len > 0);
}
