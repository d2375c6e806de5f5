/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-preferences-backup.h"

#include <glib/gi18n.h>

#include "mappe-backup.h"
#include "mappe-copies.h"
#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-settings.h"

enum { MOST_COPIES = 50 };

struct _MappePreferencesBackup {
  AdwPreferencesPage parent_instance;

  MappeStore *store;
  GCancellable *cancellable;
  GPtrArray *rows;
  AdwActionRow *folder_row;
  AdwComboRow *interval_row;
  GtkAdjustment *keep_adjustment;
  AdwPreferencesGroup *copies_group;
  GtkWidget *now_button;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MappePreferencesBackup, mappe_preferences_backup, ADW_TYPE_PREFERENCES_PAGE)

enum {
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const guint intervals[] = { 1, 4, 24, 168, 0 };

static void list_copies (MappePreferencesBackup *self);

/* --- the settings --- */

static void
show_folder (MappePreferencesBackup *self)
{
  g_autofree char *folder = mappe_settings_backup_folder ();
  g_autofree char *shown = g_filename_display_name (folder);

  adw_action_row_set_subtitle (self->folder_row, shown);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappePreferencesBackup *self = MAPPE_PREFERENCES_BACKUP (source);
  g_autoptr (GFile) folder = mappe_dialogs_choose_finish (result, NULL);
  g_autofree char *path = folder ? g_file_get_path (folder) : NULL;

  if (path == NULL)
    return;
  g_settings_set_string (mappe_settings_get (), "backup-folder", path);
  show_folder (self);
  list_copies (self);
}

static void
folder_cb (MappePreferencesBackup *self)
{
  g_autofree char *folder = mappe_settings_backup_folder ();

  mappe_dialogs_choose_async (GTK_WIDGET (self), MAPPE_DIALOGS_FOLDER, _("Folder for backups"), NULL, folder,
                              folder_chosen_cb, NULL);
}

static void
interval_cb (MappePreferencesBackup *self)
{
  if (!self->filling)
    g_settings_set_uint (mappe_settings_get (), "backup-interval-hours",
                         intervals[adw_combo_row_get_selected (self->interval_row)]);
}

static void
keep_cb (MappePreferencesBackup *self)
{
  if (!self->filling)
    g_settings_set_uint (mappe_settings_get (), "backup-keep", gtk_adjustment_get_value (self->keep_adjustment));
}

/* An interval that was set elsewhere shows as the next longer one. */
static void
fill (MappePreferencesBackup *self)
{
  guint hours = g_settings_get_uint (mappe_settings_get (), "backup-interval-hours");
  guint nth = 0;

  while (nth < G_N_ELEMENTS (intervals) - 1 && (hours == 0 || intervals[nth] < hours))
    nth++;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->interval_row, hours > 168 ? 3 : nth);
  gtk_adjustment_set_value (self->keep_adjustment, g_settings_get_uint (mappe_settings_get (), "backup-keep"));
  self->filling = FALSE;
  show_folder (self);
}

/* --- the copies --- */

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappePreferencesBackup *self = MAPPE_PREFERENCES_BACKUP (source);
  g_autofree char *backup = data;

  if (mappe_dialogs_confirm_finish (result, NULL))
    g_signal_emit (self, signals[RESTORE], 0, backup);
}

static void
restore_clicked_cb (MappePreferencesBackup *self, GtkButton *button)
{
  const char *backup = g_object_get_data (G_OBJECT (button), "backup");
  const char *when = g_object_get_data (G_OBJECT (button), "when");
  g_autofree char *heading = g_strdup_printf (_("Restore the backup of %s?"), when);

  mappe_dialogs_confirm_async (GTK_WIDGET (self), heading,
                               _("Everything that was changed since then is taken back. The present file is kept "
                                 "beside it under the name “before-restore”."),
                               _("_Restore"), MAPPE_DIALOGS_DESTRUCTIVE, confirmed_cb, g_strdup (backup));
}

static void
add_row (MappePreferencesBackup *self, GtkWidget *row)
{
  adw_preferences_group_add (self->copies_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_copy (MappePreferencesBackup *self, const MappeCopy *copy)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore…"));
  g_autoptr (GDateTime) modified = g_date_time_new_from_unix_local (copy->modified);
  g_autofree char *stored = g_date_time_format (modified, "%Y-%m-%dT%H:%M");
  g_autofree char *when = mappe_datetime_format (stored);
  g_autofree char *size = g_format_size (copy->size);
  g_autofree char *name = g_filename_display_basename (copy->path);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", size, name);
  g_autofree char *label = g_strdup_printf (_("Restore the backup of %s"), when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "backup", g_strdup (copy->path), g_free);
  g_object_set_data_full (G_OBJECT (button), "when", g_steal_pointer (&when), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row);
}

static void
add_none (MappePreferencesBackup *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No backups yet"));
  gtk_widget_add_css_class (row, "dim-label");
  add_row (self, row);
}

static void
copies_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) copies = mappe_copies_finish (result, NULL);
  MappePreferencesBackup *self;

  if (copies == NULL)
    return;
  self = MAPPE_PREFERENCES_BACKUP (data);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->copies_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (copies->len, MOST_COPIES); i++)
    add_copy (self, copies->pdata[i]);
  if (copies->len == 0)
    add_none (self);
}

static void
list_copies (MappePreferencesBackup *self)
{
  g_autofree char *folder = mappe_settings_backup_folder ();

  if (self->store)
    mappe_copies_async (mappe_store_get_path (self->store), folder, self->cancellable, copies_cb, self);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePreferencesBackup) self = MAPPE_PREFERENCES_BACKUP (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mappe_store_backup_rotate_finish (MAPPE_STORE (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_widget_set_sensitive (self->now_button, TRUE);
  if (path)
    mappe_feedback_toast (GTK_WIDGET (self), _("Backup saved and checked"));
  else
    mappe_feedback_error (GTK_WIDGET (self), error, _("The backup was not made"));
  list_copies (self);
}

static void
now_cb (MappePreferencesBackup *self)
{
  g_autofree char *folder = mappe_settings_backup_folder ();

  gtk_widget_set_sensitive (self->now_button, FALSE);
  mappe_store_backup_rotate_async (self->store, folder, g_settings_get_uint (mappe_settings_get (), "backup-keep"),
                                   NULL, made_cb, g_object_ref (self));
}

static void
mappe_preferences_backup_dispose (GObject *object)
{
  MappePreferencesBackup *self = MAPPE_PREFERENCES_BACKUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_PREFERENCES_BACKUP);
  G_OBJECT_CLASS (mappe_preferences_backup_parent_class)->dispose (object);
}

static void
mappe_preferences_backup_class_init (MappePreferencesBackupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_preferences_backup_dispose;
  signals[RESTORE] = g_signal_new ("restore", MAPPE_TYPE_PREFERENCES_BACKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-preferences-backup.ui");
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesBackup, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesBackup, interval_row);
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesBackup, keep_adjustment);
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesBackup, copies_group);
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesBackup, now_button);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, interval_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
}

static void
mappe_preferences_backup_init (MappePreferencesBackup *self)
{
  self->filling = TRUE;
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * mappe_preferences_backup_new:
 * @store: (nullable): the open file, whose backups are listed
 *
 * Returns: (transfer floating): where, how often and how many backups
 */
AdwPreferencesPage *
mappe_preferences_backup_new (MappeStore *store)
{
  MappePreferencesBackup *self = g_object_new (MAPPE_TYPE_PREFERENCES_BACKUP, NULL);

  self->store = store ? g_object_ref (store) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->copies_group), store != NULL);
  list_copies (self);
  return ADW_PREFERENCES_PAGE (self);
}
