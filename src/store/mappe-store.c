/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

#include "mappe-edit-private.h"
#include "mappe-erase-private.h"

#define LEASE_RENEW_SECONDS 30

struct _MappeStore {
  GObject         parent_instance;

  char           *path;
  char           *council_id;
  const char     *actor;            /* interned: the writer reads it */
  MappeStoreState state;
  MappeFileFacts  facts;
  MappeLease     *lease;
  char           *lease_holder;

  MappeLane      *write_lane;
  MappeLane      *read_lane;
  MappeLane      *index_lane;

  GMainContext   *context;
  GSource        *lease_source;
  GSource        *watch_source;
  gboolean        lost;
  char           *undo_label;
  char           *redo_label;
  gint64          last_announced;   /* change set; only on the context's thread */
  GHashTable     *records;          /* RecordKey → unowned MappeRecord */
};

typedef struct {
  const MappeKind *kind;
  gint64           id;
} RecordKey;

enum { PROP_0, PROP_PATH, PROP_STATE, PROP_UNDO_LABEL, PROP_REDO_LABEL, N_PROPS };
enum { SIGNAL_CHANGED, SIGNAL_LOST, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeStore, mappe_store, G_TYPE_OBJECT)

/* --- identity map: one object for a record, however often it is shown --- */

static guint
record_key_hash (gconstpointer data)
{
  const RecordKey *key = data;

  return g_int64_hash (&key->id) * 31 + mappe_kind_index (key->kind);
}

static gboolean
record_key_equal (gconstpointer a, gconstpointer b)
{
  const RecordKey *left = a;
  const RecordKey *right = b;

  return left->kind == right->kind && left->id == right->id;
}

static gboolean
is_record (gpointer key, gpointer value, gpointer object)
{
  return value == object;
}

static void
record_gone_cb (gpointer data, GObject *object)
{
  MappeStore *self = data;

  g_hash_table_foreach_remove (self->records, is_record, object);
}

/**
 * mappe_store_get_record:
 *
 * The object that stands for a record in the user interface, loading until somebody sets its row. The store itself
 * refreshes its row when a commit changes it. For the thread of the main context only.
 *
 * Returns: (transfer full): always the same object while anybody holds it
 */
MappeRecord *
mappe_store_get_record (MappeStore *self, const MappeKind *kind, gint64 id)
{
  RecordKey key = { kind, id };
  MappeRecord *record = g_hash_table_lookup (self->records, &key);

  if (record != NULL)
    return g_object_ref (record);
  record = mappe_record_new (kind, id);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, self);
  g_hash_table_insert (self->records, g_memdup2 (&key, sizeof key), record);
  return record;
}

static void
forget_records (MappeStore *self)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_object_weak_unref (record, record_gone_cb, self);
  g_hash_table_remove_all (self->records);
}

static void
rows_refreshed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeStore *self = MAPPE_STORE (source);
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (self, result, NULL);

  for (guint i = 0; listed != NULL && i < listed->len; i++)
    {
      MappeListed *item = g_ptr_array_index (listed, i);
      RecordKey key = { item->row->kind, item->row->id };
      MappeRecord *record = g_hash_table_lookup (self->records, &key);

      if (record != NULL)
        mappe_listed_show (item, record);
    }
}

static gboolean
is_touched (GArray *touched, const RecordKey *key)
{
  for (guint i = 0; i < touched->len; i++)
    {
      const MappeTouched *item = &g_array_index (touched, MappeTouched, i);

      if (item->kind == key->kind && item->id == key->id)
        return item->op != MAPPE_CHANGE_DELETE;
    }
  return FALSE;
}

static void
refresh_records (MappeStore *self, GArray *touched)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, self->records);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (((RecordKey *) key)->kind == kinds[k] && (touched == NULL || is_touched (touched, key)))
          g_array_append_val (ids, ((RecordKey *) key)->id);
      if (ids->len > 0)
        mappe_store_rows_async (self, kinds[k], (const gint64 *) ids->data, ids->len, NULL, rows_refreshed_cb, NULL);
    }
}

/* --- announcing commits --- */

/* Holds the store weakly: a program that does not run the context must still be able to close it. */
typedef struct {
  GWeakRef    store;
  GArray     *touched;
  gint64      last_set;
  char       *undo_label;
  char       *redo_label;
} Announcement;

static void
announcement_free (Announcement *announcement)
{
  g_weak_ref_clear (&announcement->store);
  g_clear_pointer (&announcement->touched, g_array_unref);
  g_free (announcement->undo_label);
  g_free (announcement->redo_label);
  g_free (announcement);
}

static void
set_label (MappeStore *self, char **label, char *value, guint property)
{
  if (g_strcmp0 (*label, value) == 0)
    {
      g_free (value);
      return;
    }
  g_free (*label);
  *label = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
announce_cb (gpointer data)
{
  Announcement *announcement = data;
  g_autoptr (MappeStore) self = g_weak_ref_get (&announcement->store);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  self->last_announced = MAX (self->last_announced, announcement->last_set);
  set_label (self, &self->undo_label, g_steal_pointer (&announcement->undo_label), PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, g_steal_pointer (&announcement->redo_label), PROP_REDO_LABEL);
  refresh_records (self, announcement->touched);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, announcement->touched);
  return G_SOURCE_REMOVE;
}

/**
 * mappe_store_announce:
 * @touched: (transfer full) (nullable): what was changed
 *
 * Tells the listeners of a commit, from a lane's thread.
 */
void
mappe_store_announce (MappeStore *self, MappeConn *conn, GArray *touched)
{
  Announcement *announcement = g_new0 (Announcement, 1);
  g_autoptr (GSource) source = NULL;
  gint64 undo, redo;

  g_weak_ref_init (&announcement->store, self);
  announcement->touched = touched;
  announcement->last_set = mappe_log_last (conn, NULL);
  mappe_log_stack (conn, &undo, &redo, &announcement->undo_label, &announcement->redo_label, NULL);
  /* Not g_main_context_invoke(): while nobody runs the context it would call us on this thread. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce_cb, announcement, (GDestroyNotify) announcement_free);
  g_source_attach (source, self->context);
}

/* --- changes of other processes --- */

/** mappe_store_guard_file: Returns: whether the file that was opened still lies at its path */
gboolean
mappe_store_guard_file (MappeStore *self, GError **error)
{
  if (mappe_file_is_same (self->path, &self->facts))
    return TRUE;
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOST, "%s was removed or replaced", self->path);
  return FALSE;
}

static gpointer
look_for_others (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *last_set = data;

  if (!mappe_store_guard_file (self, error))
    return NULL;
  if (mappe_log_last (conn, error) > *last_set)
    mappe_store_announce (self, conn, NULL);
  return data;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeStore *self = MAPPE_STORE (source);
  g_autoptr (GError) error = NULL;
  gboolean was_lost = self->lost;

  mappe_store_run_finish (self, result, &error);
  self->lost = g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOST);
  if (self->lost && !was_lost)
    g_signal_emit (self, signals[SIGNAL_LOST], 0);
}

static gboolean
watch_cb (gpointer data)
{
  MappeStore *self = data;
  gint64 *last_set = g_memdup2 (&self->last_announced, sizeof (gint64));

  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_COUNT, look_for_others, last_set, g_free, NULL, NULL,
                         looked_cb, NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * mappe_store_watch:
 * @seconds: how often; 0 ends watching
 *
 * Looks now and then whether another program changed the file ("changed" is emitted) or took it away ("lost").
 */
void
mappe_store_watch (MappeStore *self, guint seconds)
{
  if (self->watch_source != NULL)
    g_source_destroy (self->watch_source);
  g_clear_pointer (&self->watch_source, g_source_unref);
  if (seconds == 0)
    return;
  self->watch_source = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (self->watch_source, watch_cb, self, NULL);
  g_source_attach (self->watch_source, self->context);
}

/* --- lanes --- */

static MappeLane *
lane_of (MappeStore *self, MappeLaneName lane)
{
  return lane == MAPPE_LANE_WRITE ? self->write_lane : lane == MAPPE_LANE_READ ? self->read_lane : self->index_lane;
}

void
mappe_store_run_async (MappeStore *self, MappeLaneName lane, MappePriority priority, MappeStoreFunc func,
                       gpointer data, GDestroyNotify data_free, GDestroyNotify result_free,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, mappe_store_run_async);
  if (lane_of (self, lane) == NULL)
    {
      g_task_return_new_error (task, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FAILED, "the file is closed");
      if (data_free != NULL)
        data_free (data);
      g_object_unref (task);
      return;
    }
  mappe_lane_run_async (lane_of (self, lane), priority, func, data, data_free, result_free, task);
}

gpointer
mappe_store_run_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
mappe_store_run_sync (MappeStore *self, MappeLaneName lane, MappeStoreFunc func, gpointer data, GError **error)
{
  if (lane_of (self, lane) == NULL)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_FAILED, "the file is closed");
      return NULL;
    }
  return mappe_lane_run_sync (lane_of (self, lane), func, data, error);
}

static MappeConnFlags
conn_flags (MappeStore *self)
{
  return (self->facts.remote ? MAPPE_CONN_REMOTE : 0)
         | (self->state != MAPPE_STORE_WRITABLE ? MAPPE_CONN_READ_ONLY : 0);
}

static void
start_lanes (MappeStore *self)
{
  MappeConnFlags flags = conn_flags (self);

  self->write_lane = mappe_lane_new (self, "mappe-write", 1, flags);
  self->read_lane = mappe_lane_new (self, "mappe-read", 2, flags | MAPPE_CONN_READ_ONLY);
  self->index_lane = mappe_lane_new (self, "mappe-index", 1, flags | MAPPE_CONN_READ_ONLY);
}

/** mappe_store_guard_write: Returns: whether writing is allowed now; checked before each transaction */
gboolean
mappe_store_guard_write (MappeStore *self, GError **error)
{
  if (self->state != MAPPE_STORE_WRITABLE)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_READ_ONLY, "%s is open for reading only", self->path);
      return FALSE;
    }
  if (!mappe_store_guard_file (self, error))
    return FALSE;
  if (self->lease != NULL && !mappe_lease_renew (self->lease))
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_LOCKED, "somebody else has taken %s over", self->path);
      return FALSE;
    }
  return TRUE;
}

/* --- opening --- */

static gboolean
meet_version (MappeStore *self, MappeConn *conn, GError **error)
{
  gint64 version = mappe_schema_get_version (conn, error);

  if (version < 0)
    return FALSE;
  if (version > MAPPE_SCHEMA_VERSION)
    self->state = MAPPE_STORE_READ_ONLY_NEWER;
  if (version >= MAPPE_SCHEMA_VERSION)
    return TRUE;
  if (self->state == MAPPE_STORE_WRITABLE)
    return mappe_migrate_file (conn, self->path, error);
  g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_READ_ONLY,
               "%s is of an older version and must be opened for writing once", self->path);
  return FALSE;
}

static gboolean
read_content (MappeStore *self, MappeConn *conn, GError **error)
{
  gint64 undo, redo;

  if (mappe_conn_get_application_id (conn) != MAPPE_APPLICATION_MARK)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_A_COUNCIL, "%s is a database of another program",
                   self->path);
      return FALSE;
    }
  if (!meet_version (self, conn, error))
    return FALSE;
  if (self->state == MAPPE_STORE_WRITABLE)
    mappe_erase_finish_scrub (conn);
  self->council_id = mappe_schema_get_meta (conn, "council_id", error);
  self->last_announced = mappe_log_last (conn, error);
  return self->council_id != NULL && self->last_announced >= 0
         && mappe_log_stack (conn, &undo, &redo, &self->undo_label, &self->redo_label, error);
}

static gboolean
decide_state (MappeStore *self, MappeStoreFlags flags, GError **error)
{
  if (flags & MAPPE_STORE_OPEN_READ_ONLY)
    self->state = MAPPE_STORE_READ_ONLY_ASKED;
  else if (!self->facts.writable)
    self->state = MAPPE_STORE_READ_ONLY_FILE;
  else if (self->facts.remote)
    {
      self->lease = mappe_lease_take (self->path, &self->lease_holder, error);
      if (self->lease == NULL && self->lease_holder == NULL)
        return FALSE;
      if (self->lease == NULL)
        self->state = MAPPE_STORE_READ_ONLY_LEASE;
    }
  return TRUE;
}

static gboolean
open_store (MappeStore *self, MappeStoreFlags flags, GError **error)
{
  MappeConnFlags remote = mappe_file_folder_is_remote (self->path) ? MAPPE_CONN_REMOTE : 0;
  g_autoptr (MappeConn) conn = NULL;

  if ((flags & MAPPE_STORE_OPEN_CREATE) && !mappe_store_create_file (self->path, remote, error))
    return mappe_store_prefix_sql (error);
  if (!mappe_file_inspect (self->path, &self->facts, error) || !decide_state (self, flags, error))
    return FALSE;
  conn = mappe_conn_open (self->path, conn_flags (self), error);
  if (conn == NULL || !read_content (self, conn, error))
    return mappe_store_prefix_sql (error);
  start_lanes (self);
  return TRUE;
}

static gboolean
renew_cb (gpointer data)
{
  MappeStore *self = data;

  if (mappe_lease_renew (self->lease))
    return G_SOURCE_CONTINUE;
  self->state = MAPPE_STORE_READ_ONLY_LEASE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  return G_SOURCE_REMOVE;
}

static void
keep_lease (MappeStore *self)
{
  if (self->lease == NULL)
    return;
  self->lease_source = g_timeout_source_new_seconds (LEASE_RENEW_SECONDS);
  g_source_set_callback (self->lease_source, renew_cb, self, NULL);
  g_source_attach (self->lease_source, self->context);
}

static MappeStore *
store_new (const char *path)
{
  MappeStore *self = g_object_new (MAPPE_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->actor = g_intern_string (g_get_user_name ());
  self->context = g_main_context_ref_thread_default ();
  return self;
}

/**
 * mappe_store_open:
 * @path: a council file
 *
 * Opens a council, or makes one with %MAPPE_STORE_OPEN_CREATE. A file that cannot be written is opened for reading;
 * mappe_store_get_state() says why.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL with a #MappeStoreError
 */
MappeStore *
mappe_store_open (const char *path, MappeStoreFlags flags, GError **error)
{
  g_autoptr (MappeStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = store_new (path);
  if (!open_store (self, flags, error))
    return NULL;
  keep_lease (self);
  return g_steal_pointer (&self);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MappeStore *self = g_task_get_task_data (task);
  MappeStoreFlags flags = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (task), "flags"));
  GError *error = NULL;

  if (open_store (self, flags, &error))
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
mappe_store_open_async (const char *path, MappeStoreFlags flags, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, mappe_store_open_async);
  g_task_set_task_data (task, store_new (path), g_object_unref);
  g_object_set_data (G_OBJECT (task), "flags", GUINT_TO_POINTER (flags));
  /* The store has no lanes yet, so this one job borrows a thread of the pool. */
  g_task_run_in_thread (task, open_thread);
}

/** mappe_store_open_finish: Returns: (transfer full) (nullable): see mappe_store_open() */
MappeStore *
mappe_store_open_finish (GAsyncResult *result, GError **error)
{
  MappeStore *self = g_task_propagate_pointer (G_TASK (result), error);

  if (self != NULL)
    keep_lease (self);
  return self;
}

/**
 * mappe_store_close:
 *
 * Finishes what was begun, then closes the file. Operations after this fail.
 */
void
mappe_store_close (MappeStore *self)
{
  mappe_store_watch (self, 0);
  if (self->lease_source != NULL)
    g_source_destroy (self->lease_source);
  g_clear_pointer (&self->lease_source, g_source_unref);
  g_clear_pointer (&self->index_lane, mappe_lane_stop);
  g_clear_pointer (&self->read_lane, mappe_lane_stop);
  g_clear_pointer (&self->write_lane, mappe_lane_stop);
  g_clear_pointer (&self->lease, mappe_lease_release);
}

/* --- object --- */

static void
mappe_store_dispose (GObject *object)
{
  MappeStore *self = MAPPE_STORE (object);

  mappe_store_close (self);
  forget_records (self);
  G_OBJECT_CLASS (mappe_store_parent_class)->dispose (object);
}

static void
mappe_store_finalize (GObject *object)
{
  MappeStore *self = MAPPE_STORE (object);

  g_free (self->path);
  g_free (self->council_id);
  g_free (self->lease_holder);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_hash_table_unref (self->records);
  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (mappe_store_parent_class)->finalize (object);
}

static void
mappe_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MappeStore *self = MAPPE_STORE (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mappe_store_class_init (MappeStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mappe_store_dispose;
  object_class->finalize = mappe_store_finalize;
  object_class->get_property = mappe_store_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, MAPPE_STORE_READ_ONLY_LEASE, 0, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MappeStore::changed:
   * @touched: (nullable) (element-type MappeTouched): what a commit changed; %NULL when too much to list
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MAPPE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * MappeStore::lost:
   *
   * The file was removed or replaced while open; what is shown can still be saved with mappe_store_backup().
   */
  signals[SIGNAL_LOST] = g_signal_new ("lost", MAPPE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
mappe_store_init (MappeStore *self)
{
  self->records = g_hash_table_new_full (record_key_hash, record_key_equal, g_free, NULL);
}

/* --- what is known of the file --- */

/** mappe_store_set_actor: @actor: who the change log says did it; the login name until this is called */
void
mappe_store_set_actor (MappeStore *self, const char *actor)
{
  g_atomic_pointer_set (&self->actor, g_intern_string (actor));
}

const char *
mappe_store_get_actor (MappeStore *self)
{
  return g_atomic_pointer_get (&self->actor);
}

const char *
mappe_store_get_path (MappeStore *self)
{
  return self->path;
}

/** mappe_store_get_council_id: Returns: (transfer none): a UUID the file keeps for life, in all its copies */
const char *
mappe_store_get_council_id (MappeStore *self)
{
  return self->council_id;
}

MappeStoreState
mappe_store_get_state (MappeStore *self)
{
  return self->state;
}

/** mappe_store_get_lease_holder: Returns: (transfer none) (nullable): "user, computer, since" of who writes */
const char *
mappe_store_get_lease_holder (MappeStore *self)
{
  return self->lease_holder;
}

const char *
mappe_store_get_undo_label (MappeStore *self)
{
  return self->undo_label;
}

const char *
mappe_store_get_redo_label (MappeStore *self)
{
  return self->redo_label;
}
