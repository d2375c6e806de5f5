/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-draft.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".draft"

static GHashTable *
new_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * mappe_draft_slot:
 * @row: the row a form was opened with
 *
 * A new record that is a part of another one has a slot of its own there, so that it is never restored into another.
 *
 * Returns: (transfer full): stable name of the draft of that record
 */
char *
mappe_draft_slot (const MappeRow *row)
{
  if (row->id != 0)
    return g_strdup_printf ("%s-%" G_GINT64_FORMAT, row->kind->name, row->id);
  g_autoptr (GString) slot = g_string_new (row->kind->name);
  g_string_append (slot, "-new");
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (row->kind->fields[i].type == MAPPE_FIELD_REF && !mappe_row_is_null (row, i))
      g_string_append_printf (slot, "-%s-%" G_GINT64_FORMAT, row->kind->fields[i].name, mappe_row_get_int (row, i));
  return g_string_free (g_steal_pointer (&slot), FALSE);
}

/** mappe_draft_new: Returns: (transfer full): an empty draft for a form opened with @base */
MappeDraft *
mappe_draft_new (const MappeRow *base)
{
  MappeDraft *self = g_new0 (MappeDraft, 1);
  self->kind = base->kind;
  self->id = base->id;
  self->version = base->version;
  self->slot = mappe_draft_slot (base);
  self->base = new_texts ();
  self->input = new_texts ();
  self->typed = new_texts ();
  self->shown = new_texts ();
  return self;
}

/** mappe_draft_free: Frees the draft, not its file. */
void
mappe_draft_free (MappeDraft *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->base);
  g_hash_table_unref (self->input);
  g_hash_table_unref (self->typed);
  g_hash_table_unref (self->shown);
  g_free (self->slot);
  g_free (self);
}

/** mappe_draft_is_empty: Returns: whether there is no input */
gboolean
mappe_draft_is_empty (const MappeDraft *self)
{
  return g_hash_table_size (self->input) == 0 && g_hash_table_size (self->typed) == 0;
}

static void
put_texts (GKeyFile *file, const char *group, GHashTable *texts)
{
  GHashTableIter iter;
  gpointer name, text;
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_key_file_set_string (file, group, name, text);
}

/** mappe_draft_to_bytes: Returns: (transfer full): the draft as a key file */
GBytes *
mappe_draft_to_bytes (const MappeDraft *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize length = 0;
  g_key_file_set_string (file, "record", "kind", self->kind->name);
  g_key_file_set_int64 (file, "record", "id", self->id);
  g_key_file_set_int64 (file, "record", "version", self->version);
  g_key_file_set_string (file, "record", "slot", self->slot);
  put_texts (file, "base", self->base);
  put_texts (file, "input", self->input);
  put_texts (file, "typed", self->typed);
  put_texts (file, "shown", self->shown);
  char *text = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (text, length);
}

static void
get_texts (GKeyFile *file, const char *group, const MappeKind *kind, GHashTable *texts)
{
  g_auto (GStrv) names = g_key_file_get_keys (file, group, NULL, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *text = g_key_file_get_string (file, group, names[i], NULL);
      if (text != NULL && mappe_kind_find_field (kind, names[i]) >= 0)
        g_hash_table_insert (texts, g_strdup (names[i]), text);
      else
        g_free (text);
    }
}

/** mappe_draft_from_bytes: Returns: (transfer full) (nullable): the draft, %NULL when @bytes are not one */
MappeDraft *
mappe_draft_from_bytes (GBytes *bytes)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return NULL;
  g_autofree char *kind_name = g_key_file_get_string (file, "record", "kind", NULL);
  const MappeKind *kind = kind_name != NULL ? mappe_kind_lookup (kind_name, NULL) : NULL;
  g_autofree char *slot = g_key_file_get_string (file, "record", "slot", NULL);
  if (kind == NULL || slot == NULL)
    return NULL;
  g_autoptr (MappeRow) row = mappe_row_new (kind);
  MappeDraft *self = mappe_draft_new (row);
  self->id = g_key_file_get_int64 (file, "record", "id", NULL);
  self->version = g_key_file_get_int64 (file, "record", "version", NULL);
  g_free (self->slot);
  self->slot = g_steal_pointer (&slot);
  get_texts (file, "base", kind, self->base);
  get_texts (file, "input", kind, self->input);
  get_texts (file, "typed", kind, self->typed);
  get_texts (file, "shown", kind, self->shown);
  return self;
}

/* --- Files --- */

/** A job of the writing thread: @bytes %NULL removes the file. */
typedef struct {
  char   *path;
  GBytes *bytes;
} Job;

static GMutex pending_lock;
static GCond pending_done;
static guint pending;

static void
do_job (Job *job)
{
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  if (job->bytes == NULL)
    {
      if (g_unlink (job->path) != 0 && errno != ENOENT)
        g_debug ("Draft %s: %s", job->path, g_strerror (errno));
      return;
    }
  const char *text = g_bytes_get_data (job->bytes, &size);
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (job->path, text, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("Draft %s: %s", job->path, error != NULL ? error->message : g_strerror (errno));
}

static void
thread_func (gpointer data, gpointer unused)
{
  Job *job = data;
  do_job (job);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->path);
  g_free (job);
  g_mutex_lock (&pending_lock);
  pending--;
  g_cond_broadcast (&pending_done);
  g_mutex_unlock (&pending_lock);
}

/* One thread, so that a removal never overtakes a write. */
static void
queue_job (char *path, GBytes *bytes)
{
  static GThreadPool *pool;
  Job *job = g_new0 (Job, 1);
  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, g_thread_pool_new (thread_func, NULL, 1, FALSE, NULL));
  job->path = path;
  job->bytes = bytes;
  g_mutex_lock (&pending_lock);
  pending++;
  g_mutex_unlock (&pending_lock);
  g_thread_pool_push (pool, job, NULL);
}

static char *
get_folder (MappeStore *store)
{
  return g_build_filename (g_get_user_state_dir (), "ratsmappe", "drafts", mappe_store_get_council_id (store), NULL);
}

static char *
get_path (MappeStore *store, const char *slot)
{
  g_autofree char *folder = get_folder (store);
  g_autofree char *name = g_strconcat (slot, SUFFIX, NULL);
  return g_build_filename (folder, name, NULL);
}

/* What the folder holds, path to content, so that opening a record never waits for a disk. UI thread only. */
static GHashTable *known;
static GHashTable *scanned;

static void
scan (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      char *text = NULL;
      gsize length = 0;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_str_has_suffix (name, SUFFIX) && g_file_get_contents (path, &text, &length, NULL))
        g_hash_table_insert (known, g_steal_pointer (&path), g_bytes_new_take (text, length));
    }
}

static GHashTable *
get_known (MappeStore *store)
{
  g_autofree char *folder = get_folder (store);
  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
      scanned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  if (!g_hash_table_contains (scanned, folder))
    {
      scan (folder);
      g_hash_table_add (scanned, g_steal_pointer (&folder));
    }
  return known;
}

/**
 * mappe_draft_save:
 * @store: the store the record belongs to
 * @self: the draft
 *
 * Queues the draft for writing; a later call for the same slot replaces it. A draft that cannot be written is no
 * reason to stop the user: nothing is lost as long as the program runs.
 */
void
mappe_draft_save (MappeStore *store, const MappeDraft *self)
{
  GBytes *bytes = mappe_draft_to_bytes (self);
  char *path = get_path (store, self->slot);
  g_hash_table_replace (get_known (store), g_strdup (path), g_bytes_ref (bytes));
  queue_job (path, bytes);
}

/** mappe_draft_remove: Queues the removal of the draft @slot, if there is one. */
void
mappe_draft_remove (MappeStore *store, const char *slot)
{
  g_autofree char *path = get_path (store, slot);
  if (g_hash_table_remove (get_known (store), path))
    queue_job (g_steal_pointer (&path), NULL);
}

/**
 * mappe_draft_load:
 * @store: the store
 * @slot: name of a draft
 *
 * Returns: (transfer full) (nullable): the draft as last saved, %NULL when there is none
 */
MappeDraft *
mappe_draft_load (MappeStore *store, const char *slot)
{
  g_autofree char *path = get_path (store, slot);
  GBytes *bytes = g_hash_table_lookup (get_known (store), path);
  return bytes != NULL ? mappe_draft_from_bytes (bytes) : NULL;
}

/** mappe_draft_list: Returns: (transfer full) (element-type MappeDraft): all drafts of the council */
GPtrArray *
mappe_draft_list (MappeStore *store)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_draft_free);
  g_autofree char *folder = get_folder (store);
  GHashTableIter iter;
  gpointer path, bytes;
  g_hash_table_iter_init (&iter, get_known (store));
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    {
      MappeDraft *draft = g_str_has_prefix (path, folder) ? mappe_draft_from_bytes (bytes) : NULL;
      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  return drafts;
}

/** mappe_draft_rescan: Forgets what is known of the folders; the next call reads them again. */
void
mappe_draft_rescan (void)
{
  mappe_draft_flush ();
  g_clear_pointer (&known, g_hash_table_unref);
  g_clear_pointer (&scanned, g_hash_table_unref);
}

/** mappe_draft_flush: Waits until everything queued is written: before the program ends, and in tests. */
void
mappe_draft_flush (void)
{
  g_mutex_lock (&pending_lock);
  while (pending > 0)
    g_cond_wait (&pending_done, &pending_lock);
  g_mutex_unlock (&pending_lock);
}
