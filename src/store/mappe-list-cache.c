/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-cache.h"

struct _MappeListCache {
  GHashTable *held;    /* id → Held */
  GQueue      recent;  /* of Held, the last used at the tail */
  guint       most;
};

typedef struct {
  gint64       id;
  MappeRecord *record;
  GList        link;
} Held;

static void
held_free (Held *held)
{
  g_object_unref (held->record);
  g_free (held);
}

/** mappe_list_cache_new: @most: most records to keep */
MappeListCache *
mappe_list_cache_new (guint most)
{
  MappeListCache *self = g_new0 (MappeListCache, 1);

  self->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) held_free);
  self->most = most;
  return self;
}

/** mappe_list_cache_free: @self: (transfer full): a cache */
void
mappe_list_cache_free (MappeListCache *self)
{
  g_hash_table_unref (self->held);
  g_free (self);
}

/** mappe_list_cache_contains: Returns: whether the record is kept */
gboolean
mappe_list_cache_contains (MappeListCache *self, gint64 id)
{
  return g_hash_table_contains (self->held, &id);
}

/** mappe_list_cache_peek: Returns: (transfer none) (nullable): the record; this does not count as a use */
MappeRecord *
mappe_list_cache_peek (MappeListCache *self, gint64 id)
{
  Held *held = g_hash_table_lookup (self->held, &id);

  return held != NULL ? held->record : NULL;
}

/** mappe_list_cache_use: Returns: (transfer full) (nullable): the record */
MappeRecord *
mappe_list_cache_use (MappeListCache *self, gint64 id)
{
  Held *held = g_hash_table_lookup (self->held, &id);

  if (held == NULL)
    return NULL;
  g_queue_unlink (&self->recent, &held->link);
  g_queue_push_tail_link (&self->recent, &held->link);
  return g_object_ref (held->record);
}

static void
drop (MappeListCache *self, Held *held)
{
  g_queue_unlink (&self->recent, &held->link);
  g_hash_table_remove (self->held, &held->id);
}

/** mappe_list_cache_add: Keeps @record; one that was used longer ago may go. */
void
mappe_list_cache_add (MappeListCache *self, MappeRecord *record)
{
  gint64 id = mappe_record_get_id (record);
  Held *held;

  if (g_hash_table_contains (self->held, &id))
    return;
  held = g_new0 (Held, 1);
  held->id = id;
  held->record = g_object_ref (record);
  held->link.data = held;
  g_queue_push_tail_link (&self->recent, &held->link);
  g_hash_table_insert (self->held, &held->id, held);
  while (self->recent.length > self->most)
    drop (self, g_queue_peek_head (&self->recent));
}

/** mappe_list_cache_remove: Lets go of the record with this @id, if it is kept. */
void
mappe_list_cache_remove (MappeListCache *self, gint64 id)
{
  Held *held = g_hash_table_lookup (self->held, &id);

  if (held != NULL)
    drop (self, held);
}

/** mappe_list_cache_clear: Lets go of all records. */
void
mappe_list_cache_clear (MappeListCache *self)
{
  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->held);
}

/** mappe_list_cache_add_ids: @ids: (element-type gint64): gets the ids of all records kept, the last used first */
void
mappe_list_cache_add_ids (MappeListCache *self, GArray *ids)
{
  for (GList *l = self->recent.tail; l != NULL; l = l->prev)
    g_array_append_val (ids, ((Held *) l->data)->id);
}
