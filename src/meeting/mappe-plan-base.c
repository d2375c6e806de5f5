/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-plan-acts.h"

#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-sitting-private.h"

typedef struct {
  gint64 body, copy_from;
} Job;

/** mappe_plan_base_free: @self: (transfer full) */
void
mappe_plan_base_free (MappePlanBase *self)
{
  g_clear_pointer (&self->body, mappe_row_unref);
  g_clear_pointer (&self->last, mappe_row_unref);
  g_clear_pointer (&self->last_items, g_ptr_array_unref);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_strfreev);
  g_free (self->language);
  g_free (self);
}

static gboolean
load_meetings (MappePlanBase *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_meeting_kind, MAPPE_MEETING_BODY, self->body->id,
                                                   MAPPE_MEETING_HELD_ON, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);

      if (!mappe_row_is_null (row, MAPPE_MEETING_NUMBER))
        g_strv_builder_add (numbers, mappe_row_get_text (row, MAPPE_MEETING_NUMBER));
      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_MEETING_STATE), "cancelled") == 0)
        continue;
      g_clear_pointer (&self->last, mappe_row_unref);
      self->last = mappe_row_ref (row);
    }
  self->numbers = g_strv_builder_end (numbers);
  return rows != NULL;
}

static gboolean
load_items (MappePlanBase *self, MappeSnapshot *snapshot, gint64 meeting, GError **error)
{
  g_autoptr (MappeSitting) sitting = meeting > 0 ? mappe_snapshot_sitting (snapshot, meeting, error) : NULL;

  self->last_items = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  if (meeting <= 0)
    return TRUE;
  for (guint i = 0; sitting != NULL && i < sitting->items->len; i++)
    g_ptr_array_add (self->last_items,
                     mappe_row_ref (((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->row));
  return sitting != NULL;
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Job *job = data;
  g_autoptr (MappePlanBase) self = g_new0 (MappePlanBase, 1);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = mappe_snapshot_list (snapshot, query, error);

  self->body = councils != NULL ? mappe_snapshot_load (snapshot, &mappe_body_kind, job->body, error) : NULL;
  if (self->body == NULL || !load_meetings (self, snapshot, error))
    return NULL;
  self->memberships = mappe_sitting_rows (snapshot, &mappe_membership_kind, MAPPE_MEMBERSHIP_BODY, job->body,
                                          MAPPE_MEMBERSHIP_REFERENCE, error);
  if (self->memberships == NULL ||
      !load_items (self, snapshot, job->copy_from > 0 ? job->copy_from : self->last != NULL ? self->last->id : 0,
                   error))
    return NULL;
  if (councils->len > 0)
    self->language = g_strdup (mappe_row_get_text (((MappeListed *) g_ptr_array_index (councils, 0))->row,
                                                   MAPPE_COUNCIL_LANGUAGE));
  return g_steal_pointer (&self);
}

/**
 * mappe_plan_base_load:
 * @body: id of the body
 * @copy_from: id of the meeting whose agenda may be copied, or 0 for the newest of the body
 *
 * Returns: (transfer full) (nullable): what a new meeting is made from
 */
MappePlanBase *
mappe_plan_base_load (MappeStore *store, gint64 body, gint64 copy_from, GError **error)
{
  Job job = { body, copy_from };

  return mappe_store_read (store, load_job, &job, error);
}

void
mappe_plan_base_load_async (MappeStore *store, gint64 body, gint64 copy_from, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  Job job = { body, copy_from };

  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_job, g_memdup2 (&job, sizeof job), g_free,
                          (GDestroyNotify) mappe_plan_base_free, cancellable, callback, data);
}

/** mappe_plan_base_load_finish: Returns: (transfer full) (nullable): see mappe_plan_base_load() */
MappePlanBase *
mappe_plan_base_load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}
