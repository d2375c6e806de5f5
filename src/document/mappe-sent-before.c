/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sent-before.h"

#include "mappe-build-agenda.h"
#include "mappe-invitation-acts.h"
#include "mappe-meeting.h"

static gboolean
freeze (MappeStore *store, gint64 meeting, GError **error)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (store, meeting, error);
  g_autoptr (GBytes) content = sitting != NULL ? mappe_freeze_agenda (sitting, error) : NULL;
  MappeEdit *edit = content != NULL ? mappe_invitation_put_down (sitting, content) : NULL;
  g_autoptr (MappeApplied) applied = NULL;

  if (content == NULL)
    return FALSE;
  if (edit == NULL)
    return TRUE;
  applied = mappe_store_apply (store, edit, NULL, error);
  return applied != NULL;
}

/**
 * mappe_sent_before_freeze:
 * @store: a council that was filled from tables, where no agenda is kept as it was sent
 *
 * Freezes the agendas of the meetings to come whose invitation is out: what changes from now on is a supplement that
 * shows the difference.
 *
 * Returns: whether all of them are kept
 */
gboolean
mappe_sent_before_freeze (MappeStore *store, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);
  g_autoptr (GPtrArray) meetings = NULL;

  mappe_query_where (query, MAPPE_MEETING_STATE, MAPPE_OP_EQUAL, "invited");
  meetings = mappe_store_list (store, query, error);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    if (!freeze (store, ((MappeListed *) g_ptr_array_index (meetings, i))->row->id, error))
      return FALSE;
  return meetings != NULL;
}
