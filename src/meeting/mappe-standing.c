/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-standing.h"

#include "mappe-agenda-item.h"
#include "mappe-date.h"
#include "mappe-follow-up.h"
#include "mappe-meeting.h"
#include "mappe-objection.h"
#include "mappe-sitting-private.h"

/* What the next agenda cannot do without is found in the file, so that nobody has to remember it. */

typedef struct {
  gint64  body;
  char   *held_on;
} Job;

static void
job_free (Job *job)
{
  g_free (job->held_on);
  g_free (job);
}

/** mappe_standing_free: @self: (transfer full) */
void
mappe_standing_free (MappeStandingItems *self)
{
  g_ptr_array_unref (self->approvals);
  g_ptr_array_unref (self->deferred);
  g_free (self);
}

static gboolean
is_sent_only (const MappeRow *meeting)
{
  const char *state = mappe_row_get_text (meeting, MAPPE_MEETING_MINUTES_STATE);

  return g_strcmp0 (state, "sent") == 0 || g_strcmp0 (state, "objected") == 0;
}

static gboolean
count_objections (MappeStandingItems *self, MappeSnapshot *snapshot, const MappeRow *meeting, GError **error)
{
  g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_objection_kind, MAPPE_OBJECTION_MEETING,
                                                   meeting->id, MAPPE_OBJECTION_REFERENCE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const char *outcome = mappe_row_get_text (g_ptr_array_index (rows, i), MAPPE_OBJECTION_OUTCOME);

      self->objections += outcome == NULL || g_str_equal (outcome, "open");
    }
  return rows != NULL;
}

/* An item of a cancelled meeting carries nothing on: what was deferred comes again. */
static gboolean
is_carried_on (MappeSnapshot *snapshot, const MappeRow *item, gboolean *carried, GError **error)
{
  g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_agenda_item_kind, MAPPE_AGENDA_ITEM_CARRIED_FROM,
                                                   item->id, MAPPE_AGENDA_ITEM_REFERENCE, error);

  *carried = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len && !*carried; i++)
    {
      gint64 id = mappe_row_get_int (g_ptr_array_index (rows, i), MAPPE_AGENDA_ITEM_MEETING);
      g_autoptr (MappeRow) meeting = mappe_snapshot_load (snapshot, &mappe_meeting_kind, id, error);

      if (meeting == NULL)
        return FALSE;
      *carried = g_strcmp0 (mappe_row_get_text (meeting, MAPPE_MEETING_STATE), "cancelled") != 0;
    }
  return rows != NULL;
}

static gboolean
collect_deferred (MappeStandingItems *self, MappeSnapshot *snapshot, const MappeRow *meeting, GError **error)
{
  g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_agenda_item_kind, MAPPE_AGENDA_ITEM_MEETING,
                                                   meeting->id, MAPPE_AGENDA_ITEM_POSITION, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeRow *item = g_ptr_array_index (rows, i);
      const char *result = mappe_row_get_text (item, MAPPE_AGENDA_ITEM_RESULT);
      gboolean carried;

      if (result == NULL || !g_str_has_prefix (result, "deferred"))
        continue;
      if (!is_carried_on (snapshot, item, &carried, error))
        return FALSE;
      if (!carried)
        g_ptr_array_add (self->deferred, mappe_row_ref (item));
    }
  return rows != NULL;
}

static gboolean
collect (MappeStandingItems *self, MappeSnapshot *snapshot, gint64 body, const char *held_on, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);
  g_autoptr (GPtrArray) meetings = NULL;

  mappe_query_where_id (query, MAPPE_MEETING_BODY, body);
  mappe_query_where (query, MAPPE_MEETING_STATE, MAPPE_OP_EQUAL, "held");
  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_LESS, held_on);
  mappe_query_order (query, MAPPE_MEETING_HELD_ON, FALSE);
  meetings = mappe_snapshot_list (snapshot, query, error);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      MappeRow *meeting = ((MappeListed *) g_ptr_array_index (meetings, i))->row;

      if (!collect_deferred (self, snapshot, meeting, error))
        return FALSE;
      if (!is_sent_only (meeting))
        continue;
      g_ptr_array_add (self->approvals, mappe_row_ref (meeting));
      if (!count_objections (self, snapshot, meeting, error))
        return FALSE;
    }
  return meetings != NULL;
}

static MappeStandingItems *
find_standing (MappeSnapshot *snapshot, gint64 body, const char *held_on, GError **error)
{
  g_autoptr (MappeStandingItems) self = g_new0 (MappeStandingItems, 1);
  g_autofree char *today = mappe_date_today ();
  MappeFollowUpFilter filter = { .body = body, .state = MAPPE_FOLLOW_UP_AGENDA, .today = today };
  g_autoptr (GPtrArray) entries = NULL;

  self->approvals = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  self->deferred = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  entries = mappe_snapshot_follow_up (snapshot, &filter, error);
  if (entries == NULL || !collect (self, snapshot, body, held_on, error))
    return NULL;
  self->unfinished = entries->len;
  return g_steal_pointer (&self);
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Job *job = data;

  return find_standing (snapshot, job->body, job->held_on, error);
}

/**
 * mappe_standing_load:
 * @body: id of a body
 * @held_on: day of the meeting that the agenda is for
 *
 * Returns: (transfer full) (nullable): what comes onto that agenda by itself
 */
MappeStandingItems *
mappe_standing_load (MappeStore *store, gint64 body, const char *held_on, GError **error)
{
  Job job = { body, (char *) held_on };

  return mappe_store_read (store, load_job, &job, error);
}

void
mappe_standing_load_async (MappeStore *store, gint64 body, const char *held_on, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { body, g_strdup (held_on) };
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_job, job, (GDestroyNotify) job_free,
                          (GDestroyNotify) mappe_standing_free, cancellable, callback, data);
}

/** mappe_standing_load_finish: Returns: (transfer full) (nullable): see mappe_standing_load() */
MappeStandingItems *
mappe_standing_load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}
