/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-backup-timer.h"

#include "mappe-backup.h"
#include "mappe-copies.h"
#include "mappe-settings.h"

enum { CHECK_SECONDS = 300 };

struct _MappeBackupTimer {
  GObject parent_instance;

  MappeStore *store;
  GCancellable *cancellable;
  gint64 changed; /* seconds since 1970 of the last change, 0 for none seen */
  guint check_id;
};

G_DEFINE_FINAL_TYPE (MappeBackupTimer, mappe_backup_timer, G_TYPE_OBJECT)

/**
 * mappe_backup_timer_is_due:
 * @changed: seconds since 1970 of the last change of the file
 * @backed_up: the same of the newest backup, 0 for none
 * @interval_hours: how old a backup may be; 0 makes none
 * @now: seconds since 1970
 *
 * Returns: whether a backup is to be made now
 */
gboolean
mappe_backup_timer_is_due (gint64 changed, gint64 backed_up, guint interval_hours, gint64 now)
{
  if (interval_hours == 0 || changed <= backed_up)
    return FALSE;
  /* A clock that was set back must not stop the backups. */
  return backed_up > now || now - backed_up >= (gint64) interval_hours * 3600;
}

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mappe_store_backup_rotate_finish (MAPPE_STORE (source), result, &error);

  /* The next check tries again; a disk that is gone for a while is no reason to disturb anybody. */
  if (path == NULL)
    g_info ("The automatic backup was not made: %s", error->message);
}

/* What was changed in an earlier session shows in the time of the file. */
static gint64
last_change (MappeBackupTimer *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (mappe_store_get_path (self->store));
  g_autoptr (GFileInfo) info = g_file_query_info (file, "time::modified", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  gint64 modified = info ? g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) : 0;

  return MAX (self->changed, modified);
}

static void
copies_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) copies = mappe_copies_finish (result, NULL);
  g_autofree char *folder = NULL;
  GSettings *settings = mappe_settings_get ();
  MappeBackupTimer *self;
  gint64 newest;

  if (copies == NULL)
    return;
  self = MAPPE_BACKUP_TIMER (data);
  newest = copies->len > 0 ? ((MappeCopy *) copies->pdata[0])->modified : 0;
  if (!mappe_backup_timer_is_due (last_change (self), newest,
                                  g_settings_get_uint (settings, "backup-interval-hours"), now_seconds ()))
    return;
  folder = mappe_settings_backup_folder ();
  mappe_store_backup_rotate_async (self->store, folder, g_settings_get_uint (settings, "backup-keep"),
                                   self->cancellable, backed_up_cb, NULL);
}

static gboolean
check_cb (gpointer data)
{
  MappeBackupTimer *self = MAPPE_BACKUP_TIMER (data);
  g_autofree char *folder = mappe_settings_backup_folder ();

  if (mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE)
    mappe_copies_async (mappe_store_get_path (self->store), folder, self->cancellable, copies_cb, self);
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (MappeBackupTimer *self)
{
  self->changed = now_seconds ();
}

static void
mappe_backup_timer_dispose (GObject *object)
{
  MappeBackupTimer *self = MAPPE_BACKUP_TIMER (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_backup_timer_parent_class)->dispose (object);
}

static void
mappe_backup_timer_class_init (MappeBackupTimerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_backup_timer_dispose;
}

static void
mappe_backup_timer_init (MappeBackupTimer *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * mappe_backup_timer_new:
 * @store: the council file
 *
 * Returns: (transfer full): a timer that runs until it is let go
 */
MappeBackupTimer *
mappe_backup_timer_new (MappeStore *store)
{
  MappeBackupTimer *self = g_object_new (MAPPE_TYPE_BACKUP_TIMER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->check_id = g_timeout_add_seconds (CHECK_SECONDS, check_cb, self);
  return self;
}
