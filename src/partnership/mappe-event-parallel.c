/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-parallel.h"

#include "mappe-deployment-plan-item.h"
#include "mappe-event-area.h"
#include "mappe-event.h"

/* Events on the same days, and what they share. */

static void
parallel_free (gpointer data)
{
  MappeParallelEvent *self = data;

  mappe_listed_free (self->event);
  g_free (self->from);
  g_free (self->to);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->units);
  g_free (self);
}

/** mappe_parallel_event_collides: Returns: whether both need the same place or the same people */
gboolean
mappe_parallel_event_collides (const MappeParallelEvent *self)
{
  return self->areas->len > 0 || self->units->len > 0;
}

/* --- who and where: ids with their names --- */

static void
add_name (GHashTable *names, const MappeListed *listed, guint field)
{
  gint64 id = mappe_row_get_int (listed->row, field);

  if (!mappe_row_is_null (listed->row, field))
    g_hash_table_insert (names, GSIZE_TO_POINTER ((gsize) id), listed->shown[field]);
}

static GHashTable *
names_of (const MappeListed *event, GPtrArray *more, guint field, guint more_field)
{
  GHashTable *names = g_hash_table_new (NULL, NULL);

  add_name (names, event, field);
  for (guint i = 0; i < more->len; i++)
    add_name (names, g_ptr_array_index (more, i), more_field);
  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
shared (GHashTable *one, GHashTable *other)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id, name;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &id, &name))
    if (g_hash_table_contains (other, id))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* --- the others --- */

static GPtrArray *
parts_of (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 event, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_where_id (query, field, event);
  return mappe_snapshot_list (snapshot, query, error);
}

/* @event: (transfer full) */
static MappeParallelEvent *
parallel_new (const MappeEventFile *file, MappeListed *event, GPtrArray *areas, GPtrArray *lines)
{
  enum { UNIT = MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION, LEAD = MAPPE_EVENT_LEAD_ORGANISATION };
  MappeParallelEvent *other = g_new0 (MappeParallelEvent, 1);
  const MappeListed *own = file->event;
  g_autoptr (GHashTable) here = names_of (own, file->areas, MAPPE_EVENT_AREA, MAPPE_EVENT_AREA_AREA);
  g_autoptr (GHashTable) there = names_of (event, areas, MAPPE_EVENT_AREA, MAPPE_EVENT_AREA_AREA);
  g_autoptr (GHashTable) ours = names_of (own, file->lines, LEAD, UNIT);
  g_autoptr (GHashTable) theirs = names_of (event, lines, LEAD, UNIT);
  const char *from = mappe_row_get_text (event->row, MAPPE_EVENT_START_ON), *to = mappe_event_last_day (event->row);
  const char *own_from = mappe_row_get_text (own->row, MAPPE_EVENT_START_ON), *own_to = mappe_event_last_day (own->row);

  other->event = event;
  other->from = g_strdup (g_strcmp0 (from, own_from) > 0 ? from : own_from);
  other->to = g_strdup (g_strcmp0 (to, own_to) < 0 ? to : own_to);
  other->areas = shared (here, there);
  other->units = shared (ours, theirs);
  return other;
}

/* @event: (transfer full) */
static gboolean
add_parallel (GPtrArray *parallel, MappeSnapshot *snapshot, const MappeEventFile *file, MappeListed *event,
              GError **error)
{
  gint64 id = event->row->id;
  g_autoptr (GPtrArray) areas = parts_of (snapshot, &mappe_event_area_kind, MAPPE_EVENT_AREA_EVENT, id, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (areas != NULL)
    lines = parts_of (snapshot, &mappe_deployment_plan_item_kind, MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT, id, error);
  if (lines == NULL)
    {
      mappe_listed_free (event);
      return FALSE;
    }
  g_ptr_array_add (parallel, parallel_new (file, event, areas, lines));
  return TRUE;
}

/* Those that begin no later than this one ends, and end no earlier than it begins; without a last day, on one day. */
static GPtrArray *
candidates (MappeSnapshot *snapshot, const MappeRow *own, gboolean one_day, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_event_kind);
  const char *from = mappe_row_get_text (own, MAPPE_EVENT_START_ON);

  mappe_query_where (query, MAPPE_EVENT_START_ON, MAPPE_OP_LESS_EQUAL, mappe_event_last_day (own));
  mappe_query_where (query, one_day ? MAPPE_EVENT_START_ON : MAPPE_EVENT_END_ON, MAPPE_OP_GREATER_EQUAL, from);
  if (one_day)
    mappe_query_where (query, MAPPE_EVENT_END_ON, MAPPE_OP_EMPTY, NULL);
  mappe_query_order (query, MAPPE_EVENT_START_ON, FALSE);
  return mappe_snapshot_list (snapshot, query, error);
}

/**
 * mappe_event_parallel:
 * @file: the event with its areas and its plan
 *
 * Returns: (transfer full) (nullable) (element-type MappeParallelEvent): all other events on the same days; what they
 *   share is named
 */
GPtrArray *
mappe_event_parallel (MappeSnapshot *snapshot, const MappeEventFile *file, GError **error)
{
  g_autoptr (GPtrArray) parallel = g_ptr_array_new_with_free_func (parallel_free);

  for (guint one_day = 0; one_day < 2; one_day++)
    {
      g_autoptr (GPtrArray) others = candidates (snapshot, file->event->row, one_day == 1, error);

      if (others == NULL)
        return NULL;
      while (others->len > 0)
        {
          MappeListed *other = g_ptr_array_steal_index (others, 0);

          if (other->row->id == file->event->row->id)
            mappe_listed_free (other);
          else if (!add_parallel (parallel, snapshot, file, other, error))
            return NULL;
        }
    }
  return g_steal_pointer (&parallel);
}
