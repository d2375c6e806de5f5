/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-preferences.h"

#include <glib/gi18n.h>

#include "mappe-preferences-backup.h"
#include "mappe-preferences-display.h"
#include "mappe-preferences-record.h"

struct _MappePreferences {
  AdwPreferencesWindow parent_instance;

  MappePreferencesRecord *council;
  MappePreferencesRecord *rules;
};

G_DEFINE_FINAL_TYPE (MappePreferences, mappe_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
restore_cb (MappePreferences *self, const char *backup)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *path = g_strdup (backup);

  if (parent == NULL)
    return;
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.restore", "s", path);
}

static gboolean
mappe_preferences_close_request (GtkWindow *window)
{
  MappePreferences *self = MAPPE_PREFERENCES (window);

  if (self->council)
    mappe_preferences_record_commit (self->council);
  if (self->rules)
    mappe_preferences_record_commit (self->rules);
  return GTK_WINDOW_CLASS (mappe_preferences_parent_class)->close_request (window);
}

static void
mappe_preferences_class_init (MappePreferencesClass *klass)
{
  GTK_WINDOW_CLASS (klass)->close_request = mappe_preferences_close_request;
}

static void
mappe_preferences_init (MappePreferences *self)
{
}

/**
 * mappe_preferences_new:
 * @parent: the window it belongs to
 * @store: (nullable): the council file open there
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
mappe_preferences_new (GtkWindow *parent, MappeStore *store)
{
  MappePreferences *self = g_object_new (MAPPE_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE,
                                         "destroy-with-parent", TRUE, "title", _("Preferences"),
                                         "search-enabled", TRUE, NULL);
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (self);
  AdwPreferencesPage *backup = mappe_preferences_backup_new (store);

  gtk_window_set_default_size (GTK_WINDOW (self), 640, 600);
  if (store)
    {
      self->council = MAPPE_PREFERENCES_RECORD (mappe_preferences_record_new_council (store));
      self->rules = MAPPE_PREFERENCES_RECORD (mappe_preferences_record_new_rules (store));
      adw_preferences_window_add (window, ADW_PREFERENCES_PAGE (self->council));
      adw_preferences_window_add (window, ADW_PREFERENCES_PAGE (self->rules));
    }
  adw_preferences_window_add (window, mappe_preferences_display_new (store));
  adw_preferences_window_add (window, backup);
  g_signal_connect_object (backup, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
