/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-acts.h"

#include "mappe-agenda-item.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-sitting-private.h"

/** mappe_minutes_approval_free: @self: (transfer full) */
void
mappe_minutes_approval_free (MappeMinutesApproval *self)
{
  g_free (self->title);
  g_free (self->held_on);
  g_free (self);
}

static MappeMinutesApproval *
approval_of (MappeSnapshot *snapshot, const MappeRow *item, const MappeListed *decision, GError **error)
{
  g_autoptr (MappeRow) meeting = mappe_snapshot_load (snapshot, &mappe_meeting_kind,
                                                      mappe_row_get_int (item, MAPPE_AGENDA_ITEM_MEETING), error);
  MappeMinutesApproval *self;

  if (meeting == NULL)
    return NULL;
  self = g_new0 (MappeMinutesApproval, 1);
  self->decision = decision->row->id;
  self->title = g_strdup (decision->title);
  self->held_on = g_strdup (mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
  return self;
}

/**
 * mappe_snapshot_minutes_approval:
 * @meeting: id of a meeting
 *
 * Looks for the decision about the minutes of the meeting: under the standing item for it of a later meeting.
 *
 * Returns: (transfer full) (nullable): the decision, without an id when there is none yet
 */
MappeMinutesApproval *
mappe_snapshot_minutes_approval (MappeSnapshot *snapshot, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) items = mappe_sitting_rows (snapshot, &mappe_agenda_item_kind,
                                                    MAPPE_AGENDA_ITEM_SUBJECT_MEETING, meeting,
                                                    MAPPE_AGENDA_ITEM_REFERENCE, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MappeRow *item = g_ptr_array_index (items, i);
      g_autoptr (GPtrArray) decisions = NULL;

      if (g_strcmp0 (mappe_row_get_text (item, MAPPE_AGENDA_ITEM_STANDING), "approval") != 0)
        continue;
      decisions = mappe_sitting_list (snapshot, &mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM, item->id,
                                      MAPPE_DECISION_REFERENCE, error);
      if (decisions == NULL)
        return NULL;
      if (decisions->len > 0)
        return approval_of (snapshot, item, g_ptr_array_index (decisions, 0), error);
    }
  return items != NULL ? g_new0 (MappeMinutesApproval, 1) : NULL;
}
