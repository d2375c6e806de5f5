/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-debrief.h"

#include "mappe-date.h"
#include "mappe-event-file.h"
#include "mappe-event.h"

/** mappe_debrief_due_on: Returns: (transfer full) (nullable): last day for the debrief of @event: the one it says, else
 * %MAPPE_DEBRIEF_DAYS after its last day */
char *
mappe_debrief_due_on (const MappeRow *event)
{
  const char *due = mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_DUE_ON), *last = mappe_event_last_day (event);

  if (due != NULL)
    return g_strdup (due);
  return last != NULL ? mappe_date_add_days (last, MAPPE_DEBRIEF_DAYS) : NULL;
}

/**
 * mappe_debrief_state:
 * @today: day to reckon from
 * @days_left: (out) (optional): days until the deadline, negative when it is over; 0 without one
 *
 * Returns: how the debrief of @event stands
 */
MappeDebriefState
mappe_debrief_state (const MappeRow *event, const char *today, int *days_left)
{
  const char *held = mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_ON), *last = mappe_event_last_day (event);
  g_autofree char *due = mappe_debrief_due_on (event);

  if (days_left != NULL)
    *days_left = due != NULL ? mappe_date_days_between (today, due) : 0;
  if (held != NULL)
    return g_strcmp0 (held, due) <= 0 ? MAPPE_DEBRIEF_IN_TIME : MAPPE_DEBRIEF_LATE;
  if (g_strcmp0 (mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_STATUS), "waived") == 0)
    return MAPPE_DEBRIEF_WAIVED;
  if (g_strcmp0 (due, today) < 0)
    return MAPPE_DEBRIEF_OVERDUE;
  return g_strcmp0 (last, today) < 0 ? MAPPE_DEBRIEF_OPEN : MAPPE_DEBRIEF_AHEAD;
}

static MappeDebriefShare
sum (GPtrArray *events, const char *today)
{
  MappeDebriefShare share = { 0 };

  for (guint i = 0; i < events->len; i++)
    {
      MappeDebriefState state = mappe_debrief_state (g_ptr_array_index (events, i), today, NULL);

      share.in_time += state == MAPPE_DEBRIEF_IN_TIME;
      share.late += state == MAPPE_DEBRIEF_LATE;
      share.overdue += state == MAPPE_DEBRIEF_OVERDUE;
      share.waived += state == MAPPE_DEBRIEF_WAIVED;
      share.waiting += state == MAPPE_DEBRIEF_OPEN || state == MAPPE_DEBRIEF_AHEAD;
    }
  return share;
}

/** mappe_debrief_share_of: Returns: how many debriefs the share in time is a part of */
guint
mappe_debrief_share_of (const MappeDebriefShare *self)
{
  return self->in_time + self->late + self->overdue;
}

/** mappe_debrief_share_read: Returns: (transfer full) (nullable): the share over all events of the file; g_free() it */
MappeDebriefShare *
mappe_debrief_share_read (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_event_kind);
  g_autoptr (GPtrArray) events = mappe_snapshot_rows (snapshot, query, error);
  MappeDebriefShare *share;

  if (events == NULL)
    return NULL;
  share = g_new (MappeDebriefShare, 1);
  *share = sum (events, today);
  return share;
}
