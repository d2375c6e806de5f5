/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-presence-private.h"

/* The closing of the sitting, and the way back. */

/* --- closing --- */

static int
latest_of_item (const MappeSittingItem *item)
{
  int latest = MAX (mappe_act_get_minute (item->row, MAPPE_AGENDA_ITEM_OPENED_AT),
                    mappe_act_get_minute (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT));

  for (guint i = 0; i < item->decisions->len; i++)
    latest = MAX (latest, mappe_act_get_minute (((MappeSittingDecision *) g_ptr_array_index (item->decisions, i))->row,
                                                MAPPE_DECISION_VOTED_AT));
  return latest;
}

/* The last minute at which something was recorded. */
static int
latest_of (const MappeSitting *sitting)
{
  int latest = mappe_sitting_begin (sitting);

  for (guint i = 0; i < sitting->items->len; i++)
    latest = MAX (latest, latest_of_item (g_ptr_array_index (sitting->items, i)));
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      for (guint s = 0; s < participant->stays->len; s++)
        {
          const MappeStay *stay = &g_array_index (participant->stays, MappeStay, s);

          latest = MAX (latest, stay->to == MAPPE_MINUTE_OPEN ? stay->from : stay->to);
        }
    }
  return latest;
}

static void
close_line (MappeEdit *edit, const MappeSitting *sitting, const MappeParticipant *participant, int minute)
{
  const MappeRow *base = participant->attendance;

  if (base == NULL)
    {
      mappe_act_set_text (mappe_presence_line (edit, sitting, participant), MAPPE_ATTENDANCE_STATUS, "absent");
      return;
    }
  if (!mappe_row_is_null (base, MAPPE_ATTENDANCE_ARRIVED_AT) && mappe_row_is_null (base, MAPPE_ATTENDANCE_LEFT_AT))
    mappe_act_set_minute (mappe_act_update (edit, base), MAPPE_ATTENDANCE_LEFT_AT, minute);
  else if (mappe_act_is (base, MAPPE_ATTENDANCE_STATUS, "declined"))
    mappe_act_set_text (mappe_act_update (edit, base), MAPPE_ATTENDANCE_STATUS, "excused");
  else if (mappe_act_is (base, MAPPE_ATTENDANCE_STATUS, "accepted") ||
           mappe_act_is (base, MAPPE_ATTENDANCE_STATUS, "no_reply"))
    mappe_act_set_text (mappe_act_update (edit, base), MAPPE_ATTENDANCE_STATUS, "absent");
}

static const char *
result_without_vote (const MappeSitting *sitting, const MappeSittingItem *item, int minute)
{
  MappeQuorum quorum = mappe_sitting_quorum (sitting, item, minute);

  if (item->decisions->len > 0)
    return mappe_row_get_text (((MappeSittingDecision *) g_ptr_array_index (item->decisions, item->decisions->len - 1))
                                   ->row, MAPPE_DECISION_OUTCOME);
  if (!mappe_act_is (item->row, MAPPE_AGENDA_ITEM_KIND, "decision") &&
      !mappe_act_is (item->row, MAPPE_AGENDA_ITEM_KIND, "election"))
    return "noted";
  return quorum.quorate ? "deferred" : "deferred_no_quorum";
}

static void
close_item (MappeEdit *edit, const MappeSitting *sitting, const MappeSittingItem *item, int minute)
{
  gboolean running = !mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT) &&
                     mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT);
  gboolean open = mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_RESULT);
  MappeRow *row;

  if (!running && !open)
    return;
  row = mappe_act_update (edit, item->row);
  if (running)
    mappe_act_set_minute (row, MAPPE_AGENDA_ITEM_CLOSED_AT, minute);
  if (open)
    mappe_act_set_text (row, MAPPE_AGENDA_ITEM_RESULT, result_without_vote (sitting, item, minute));
}

static void
close_meeting (MappeEdit *edit, const MappeSitting *sitting, int minute)
{
  MappeRow *meeting = mappe_act_update (edit, sitting->meeting);
  MappeRow *minutes;

  mappe_act_set_minute (meeting, MAPPE_MEETING_CLOSED_AT, minute);
  mappe_act_set_minute (meeting, MAPPE_MEETING_END_AT, minute);
  /* A sitting that was over before its planned begin began when it was opened. */
  if (mappe_act_get_minute (meeting, MAPPE_MEETING_START_AT) > minute)
    mappe_act_set_minute (meeting, MAPPE_MEETING_START_AT, mappe_sitting_begin (sitting));
  mappe_act_set_text (meeting, MAPPE_MEETING_STATE, "held");
  if (sitting->minutes->len > 0)
    return;
  mappe_act_set_text (meeting, MAPPE_MEETING_MINUTES_STATE, "draft");
  minutes = mappe_row_new_preset (&mappe_minutes_kind);
  mappe_act_set_int (minutes, MAPPE_MINUTES_MEETING, sitting->meeting->id);
  mappe_act_set_int (minutes, MAPPE_MINUTES_EDITION, 1);
  mappe_act_set_text (minutes, MAPPE_MINUTES_STATE, "draft");
  mappe_edit_insert (edit, minutes);
}

/**
 * mappe_sitting_close:
 * @minute: minute of the day, after all that was recorded
 *
 * Closes the sitting: who is in the room leaves, who never came is absent or excused, every item has a result, and the
 * minutes begin as a draft.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_sitting_close (const MappeSitting *sitting, int minute, GError **error)
{
  int latest = latest_of (sitting);
  g_autofree char *recorded = mappe_minute_format (latest);
  MappeEdit *edit;

  if (!mappe_act_may_record (sitting, error))
    return NULL;
  if (mappe_sitting_state (sitting) != MAPPE_SITTING_RUNNING)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The sitting is not open"));
  if (minute <= latest)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("Something was recorded later, at %s"), recorded);
  edit = mappe_edit_new (_("The sitting is closed"));
  close_meeting (edit, sitting, minute);
  for (guint i = 0; i < sitting->participants->len; i++)
    close_line (edit, sitting, g_ptr_array_index (sitting->participants, i), minute);
  for (guint i = 0; i < sitting->items->len; i++)
    close_item (edit, sitting, g_ptr_array_index (sitting->items, i), minute);
  return edit;
}

/* --- opening again --- */

static void
reopen_line (MappeEdit *edit, const MappeParticipant *participant, int closed)
{
  const MappeRow *base = participant->attendance;

  if (base == NULL)
    return;
  if (closed != MAPPE_MINUTE_NONE && mappe_act_get_minute (base, MAPPE_ATTENDANCE_LEFT_AT) == closed)
    mappe_act_set_minute (mappe_act_update (edit, base), MAPPE_ATTENDANCE_LEFT_AT, MAPPE_MINUTE_NONE);
  else if (mappe_act_is (base, MAPPE_ATTENDANCE_STATUS, "absent"))
    mappe_act_set_text (mappe_act_update (edit, base), MAPPE_ATTENDANCE_STATUS, "no_reply");
}

/* The results that the closing gave to items nobody dealt with are open again. */
static void
reopen_item (MappeEdit *edit, const MappeSittingItem *item, int closed)
{
  gboolean was_running = closed != MAPPE_MINUTE_NONE &&
                         mappe_act_get_minute (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT) == closed;
  gboolean never_called = mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT);
  MappeRow *row;

  if (!was_running && !never_called)
    return;
  row = mappe_act_update (edit, item->row);
  mappe_act_set_text (row, MAPPE_AGENDA_ITEM_CLOSED_AT, NULL);
  if (item->decisions->len == 0)
    mappe_act_set_text (row, MAPPE_AGENDA_ITEM_RESULT, NULL);
}

/**
 * mappe_sitting_reopen:
 *
 * Opens a closed sitting again, e.g. when it was closed by mistake, as long as the minutes were not sent. Who left with
 * the closing is there again.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_sitting_reopen (const MappeSitting *sitting, GError **error)
{
  int closed = mappe_act_get_minute (sitting->meeting, MAPPE_MEETING_CLOSED_AT);
  gboolean invited = !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_INVITED_ON);
  MappeEdit *edit;
  MappeRow *meeting;

  if (!mappe_act_may_record (sitting, error))
    return NULL;
  if (mappe_sitting_state (sitting) != MAPPE_SITTING_CLOSED || closed == MAPPE_MINUTE_NONE)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The sitting was not closed here"));
  if (!mappe_row_is_null (sitting->meeting, MAPPE_MEETING_MINUTES_SENT_ON))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The minutes were sent already"));
  edit = mappe_edit_new (_("The sitting is opened again"));
  meeting = mappe_act_update (edit, sitting->meeting);
  mappe_act_set_text (meeting, MAPPE_MEETING_CLOSED_AT, NULL);
  mappe_act_set_text (meeting, MAPPE_MEETING_END_AT, NULL);
  mappe_act_set_text (meeting, MAPPE_MEETING_STATE, invited ? "invited" : "planned");
  for (guint i = 0; i < sitting->participants->len; i++)
    reopen_line (edit, g_ptr_array_index (sitting->participants, i), closed);
  for (guint i = 0; i < sitting->items->len; i++)
    reopen_item (edit, g_ptr_array_index (sitting->items, i), closed);
  return edit;
}
