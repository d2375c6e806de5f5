/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-private.h"

#include <glib/gi18n.h>

#include "mappe-attachment.h"
#include "mappe-backup.h"
#include "mappe-copies.h"
#include "mappe-council.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-search.h"
#include "mappe-settings.h"

enum {
  WATCH_SECONDS = 2,   /* how soon the changes of another computer are seen */
  WARM_AFTER_SECONDS = 1, /* the search index is fed when the first look is over */
  PATIENCE_MS = 250,   /* a window whose file takes longer than this to open is shown without it */
};

/* --- the council's name --- */

static void
set_council_name (MappeWindow *self, const char *name)
{
  g_autofree char *base = self->path ? g_path_get_basename (self->path) : NULL;

  g_free (self->council_name);
  self->council_name = g_strdup (name && *name ? name : base);
  gtk_label_set_label (self->council_label, self->council_name ? self->council_name : "");
  gtk_widget_set_tooltip_text (self->council_button, self->council_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->council_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->council_name ? self->council_name : "", -1);
  mappe_window_update_titles (self);
}

static void
council_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) self = MAPPE_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_list_finish (MAPPE_STORE (source), result, &error);

  if (listed == NULL || self->store != MAPPE_STORE (source))
    {
      mappe_feedback_error (GTK_WIDGET (self->pages), error, _("The council’s name was not read"));
      return;
    }
  if (listed->len > 0)
    set_council_name (self, mappe_row_get_text (((MappeListed *) listed->pdata[0])->row, MAPPE_COUNCIL_NAME));
}

/* Reads the council's name for the title. */
static void
load_council (MappeWindow *self)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);

  mappe_query_limit (query, 1);
  mappe_store_list_async (self->store, query, self->cancellable, council_loaded_cb, g_object_ref (self));
}

static void
changed_cb (MappeWindow *self, GArray *touched)
{
  gboolean council = touched == NULL;

  for (guint i = 0; touched && i < touched->len; i++)
    council |= g_array_index (touched, MappeTouched, i).kind == &mappe_council_kind;
  if (council)
    load_council (self);
  /* After an erasure the search has forgotten all files, not only those of what was touched. */
  if (self->warm_id == 0)
    mappe_attachment_feed_async (self->store, self->cancellable);
  mappe_window_recount_soon (self);
}

/* --- states that last --- */

/* Says above the page why the file cannot be changed, or that it is gone. */
static void
update_banner (MappeWindow *self)
{
  MappeStoreState state = self->store ? mappe_store_get_state (self->store) : MAPPE_STORE_WRITABLE;
  g_autofree char *lease = NULL;
  const char *text = NULL;

  switch (state)
    {
    case MAPPE_STORE_READ_ONLY_ASKED:
      text = _("This file was opened for reading only. Save a copy to change it.");
      break;
    case MAPPE_STORE_READ_ONLY_FILE:
      text = _("You may read this file, but not change it. Save a copy, or ask its owner for the right to write.");
      break;
    case MAPPE_STORE_READ_ONLY_NEWER:
      text = _("This file was written by a newer version of the program, so it can be read here but not changed.");
      break;
    case MAPPE_STORE_READ_ONLY_LEASE:
      /* Translators: %s is a user name, a computer and a time. */
      lease = g_strdup_printf (_("This file is being changed by %s. You can read it; it becomes free when they close "
                                 "it."),
                               mappe_store_get_lease_holder (self->store));
      text = lease;
      break;
    case MAPPE_STORE_WRITABLE:
    default:
      break;
    }
  if (self->lost)
    mappe_banner_show (self->banner, MAPPE_BANNER_ERROR,
                       _("The file was moved, deleted or replaced. What you see is still complete: save a copy now."),
                       _("Save a copy as…"), "win.save-copy");
  else if (text)
    mappe_banner_show (self->banner, MAPPE_BANNER_NOTE, text, _("Save a copy as…"), "win.save-copy");
  else
    mappe_banner_hide (self->banner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", self->store && state == MAPPE_STORE_WRITABLE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", self->store && state == MAPPE_STORE_WRITABLE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-copy", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.share", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back-up", self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", self->store != NULL);
  mappe_window_update_undo (self);
}

static void
lost_cb (MappeWindow *self)
{
  self->lost = TRUE;
  update_banner (self);
}

/* --- the store --- */

static void
follow_store (MappeWindow *self)
{
  g_autofree char *actor = g_settings_get_string (mappe_settings_get (), "actor-name");

  if (*actor)
    mappe_store_set_actor (self->store, actor);
  mappe_store_watch (self->store, WATCH_SECONDS);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::state", G_CALLBACK (update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::undo-label", G_CALLBACK (mappe_window_update_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::redo-label", G_CALLBACK (mappe_window_update_undo), self,
                           G_CONNECT_SWAPPED);
  self->cancellable = g_cancellable_new ();
  self->backup_timer = mappe_backup_timer_new (self->store);
}

/**
 * mappe_window_close_store:
 *
 * Lets go of the file; pages keep what was typed as drafts.
 */
void
mappe_window_close_store (MappeWindow *self)
{
  g_clear_object (&self->backup_timer);
  g_clear_handle_id (&self->attention_id, g_source_remove);
  g_clear_handle_id (&self->warm_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->pages)
    mappe_window_clear_pages (self);
  if (self->palette)
    mappe_search_palette_set_store (MAPPE_SEARCH_PALETTE (self->palette), NULL);
  if (self->store)
    {
      g_signal_handlers_disconnect_by_data (self->store, self);
      mappe_store_close (self->store);
    }
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->council_name, g_free);
  self->lost = FALSE;
}

static gboolean
warm_cb (gpointer data)
{
  MappeWindow *self = MAPPE_WINDOW (data);

  self->warm_id = 0;
  mappe_store_search_warm (self->store);
  mappe_attachment_feed_async (self->store, self->cancellable);
  return G_SOURCE_REMOVE;
}

/**
 * mappe_window_set_store:
 * @store: (nullable): an open council file; %NULL for the welcome page
 *
 * Shows a council in place of the one before.
 */
void
mappe_window_set_store (MappeWindow *self, MappeStore *store)
{
  g_return_if_fail (MAPPE_IS_WINDOW (self));
  mappe_window_close_store (self);
  self->store = store ? g_object_ref (store) : NULL;
  if (store)
    {
      self->path = g_strdup (mappe_store_get_path (store));
      follow_store (self);
      mappe_search_palette_set_store (MAPPE_SEARCH_PALETTE (self->palette), store);
      mappe_window_start_pages (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
      load_council (self);
      mappe_window_count_attention (self);
      self->warm_id = g_timeout_add_seconds (WARM_AFTER_SECONDS, warm_cb, self);
    }
  set_council_name (self, NULL);
  update_banner (self);
  mappe_window_show_idle (self);
}

/* --- opening --- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) self = MAPPE_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open_finish (result, &error);

  g_clear_handle_id (&self->present_id, g_source_remove);
  if (store == NULL)
    {
      mappe_window_show_idle (self);
      gtk_window_present (GTK_WINDOW (self));
      mappe_window_open_failed (self, error);
      return;
    }
  mappe_settings_add_file (mappe_store_get_path (store));
  mappe_window_set_store (self, store);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
impatient_cb (gpointer data)
{
  MappeWindow *self = MAPPE_WINDOW (data);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = g_strdup_printf (_("Opening %s…"), name);

  self->present_id = 0;
  mappe_window_show_busy (self, text);
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/**
 * mappe_window_open:
 * @path: path of a council file
 *
 * Opens the file and shows the window with it, so that the first thing seen is the council at its last place.
 */
void
mappe_window_open (MappeWindow *self, const char *path)
{
  g_return_if_fail (MAPPE_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  if (self->store)
    mappe_window_set_store (self, NULL);
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_handle_id (&self->present_id, g_source_remove);
  self->present_id = g_timeout_add (PATIENCE_MS, impatient_cb, self);
  /* A backup that is looked into stays as it is. */
  mappe_store_open_async (path,
                          g_str_has_suffix (path, MAPPE_BACKUP_SUFFIX) ? MAPPE_STORE_OPEN_READ_ONLY
                                                                       : MAPPE_STORE_OPEN_DEFAULT,
                          NULL, opened_cb, g_object_ref (self));
}

/* --- copies --- */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) self = MAPPE_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (mappe_store_backup_finish (MAPPE_STORE (source), result, &error))
    mappe_feedback_toast (GTK_WIDGET (self->pages), _("Copy saved and checked"));
  else
    mappe_feedback_error (GTK_WIDGET (self->pages), error, _("The copy was not saved"));
}

/* The file chooser has asked whether an old file may go; the store would refuse to write over it. */
static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeWindow *self = MAPPE_WINDOW (source);
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path && self->store)
    mappe_store_backup_async (self->store, path, self->cancellable, copied_cb, g_object_ref (self));
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);
  MappeDialogsFilter filter = { _("Council files"), "*.ratsmappe" };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *stem = g_strndup (base, strlen (base) - (g_str_has_suffix (base, ".ratsmappe") ? 10 : 0));
  /* Translators: name of a copied file; %s is the name of the original. */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), stem);
  g_autofree char *suggested = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".ratsmappe", NULL);

  mappe_dialogs_choose_async (widget, MAPPE_DIALOGS_SAVE, _("Save a copy as"), &filter, suggested, copy_chosen_cb,
                              NULL);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) self = MAPPE_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mappe_store_backup_rotate_finish (MAPPE_STORE (source), result, &error);
  g_autofree char *name = path ? g_filename_display_basename (path) : NULL;
  g_autofree char *text = name ? g_strdup_printf (_("Backup %s saved and checked"), name) : NULL;

  if (text)
    mappe_feedback_toast (GTK_WIDGET (self->pages), text);
  else
    mappe_feedback_error (GTK_WIDGET (self->pages), error, _("The backup was not made"));
}

static void
back_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeWindow *self = MAPPE_WINDOW (widget);
  g_autofree char *folder = mappe_settings_backup_folder ();

  mappe_store_backup_rotate_async (self->store, folder, g_settings_get_uint (mappe_settings_get (), "backup-keep"),
                                   self->cancellable, backed_up_cb, g_object_ref (self));
}

/**
 * mappe_window_install_file_actions:
 *
 * Actions on the file as a whole.
 */
void
mappe_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_cb);
}
