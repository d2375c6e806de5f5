/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-act-private.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-date.h"
#include "mappe-meeting.h"
#include "mappe-presence-private.h"

/* Where the sitting stands, and its opening. */

/* --- where it stands --- */

/** mappe_sitting_state: Returns: whether the sitting is open */
MappeSittingState
mappe_sitting_state (const MappeSitting *sitting)
{
  if (mappe_act_is (sitting->meeting, MAPPE_MEETING_STATE, "held"))
    return MAPPE_SITTING_CLOSED;
  return mappe_row_is_null (sitting->meeting, MAPPE_MEETING_OPENED_AT) ? MAPPE_SITTING_WAITING : MAPPE_SITTING_RUNNING;
}

/** mappe_sitting_begin: Returns: minute it was opened; that of the plan for one that is not; %MAPPE_MINUTE_NONE */
int
mappe_sitting_begin (const MappeSitting *sitting)
{
  int opened = mappe_act_get_minute (sitting->meeting, MAPPE_MEETING_OPENED_AT);

  return opened != MAPPE_MINUTE_NONE ? opened : mappe_act_get_minute (sitting->meeting, MAPPE_MEETING_START_AT);
}

/** mappe_sitting_end: Returns: minute it was closed; %MAPPE_MINUTE_NONE while it is not */
int
mappe_sitting_end (const MappeSitting *sitting)
{
  int closed = mappe_act_get_minute (sitting->meeting, MAPPE_MEETING_CLOSED_AT);

  if (closed == MAPPE_MINUTE_NONE && mappe_sitting_state (sitting) == MAPPE_SITTING_CLOSED)
    return mappe_act_get_minute (sitting->meeting, MAPPE_MEETING_END_AT);
  return closed;
}

/* So long after midnight a sitting of the day before may still be going on. */
#define LATEST_MINUTE (6 * 60)

/**
 * mappe_sitting_live_minute:
 * @today: the day it is
 * @now: minute of that day
 *
 * The times of a sitting are of its day. What happens after midnight is recorded at the last minute of that day.
 *
 * Returns: minute at which something is recorded that happens now
 */
int
mappe_sitting_live_minute (const MappeSitting *sitting, const char *today, int now)
{
  g_autofree char *eve = mappe_date_add_days (today, -1);
  gboolean late = now < LATEST_MINUTE && now < mappe_sitting_begin (sitting) &&
                  mappe_act_is (sitting->meeting, MAPPE_MEETING_HELD_ON, eve);

  return late && mappe_sitting_state (sitting) == MAPPE_SITTING_RUNNING ? 24 * 60 - 1 : now;
}

/** mappe_sitting_running: Returns: (transfer none) (nullable): the item that was called and is not closed */
const MappeSittingItem *
mappe_sitting_running (const MappeSitting *sitting)
{
  const MappeSittingItem *running = NULL;

  for (guint i = 0; mappe_sitting_state (sitting) == MAPPE_SITTING_RUNNING && i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (!mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT) &&
          mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT))
        running = item;
    }
  return running;
}

/** mappe_sitting_following: Returns: (transfer none) (nullable): the first item after the running one that was not
 * called and has no result */
const MappeSittingItem *
mappe_sitting_following (const MappeSitting *sitting)
{
  const MappeSittingItem *running = mappe_sitting_running (sitting);
  gboolean after = running == NULL;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (after && mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT) &&
          mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_RESULT))
        return item;
      after = after || item == running;
    }
  return NULL;
}

static void
add_turn (const MappeSitting *sitting, int minute, GArray *turns)
{
  MappeQuorumTurn turn = { minute, mappe_sitting_quorum (sitting, NULL, minute) };
  const MappeQuorumTurn *last = turns->len > 0 ? &g_array_index (turns, MappeQuorumTurn, turns->len - 1) : NULL;

  if (last == NULL || last->quorum.quorate != turn.quorum.quorate)
    g_array_append_val (turns, turn);
}

/**
 * mappe_sitting_turns:
 * @until: last minute to look at
 *
 * Returns: (transfer full) (element-type MappeQuorumTurn): how the quorum was at the opening, and when it was lost or
 *   regained since; without regard to exclusions from single items
 */
GArray *
mappe_sitting_turns (const MappeSitting *sitting, int until)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (MappeQuorumTurn));
  int begin = mappe_sitting_begin (sitting), end = mappe_sitting_end (sitting);

  /* With the closing everybody leaves, and that is no loss of the quorum. */
  if (end != MAPPE_MINUTE_NONE)
    until = MIN (until, end - 1);
  for (int minute = begin; begin != MAPPE_MINUTE_NONE && minute <= until; minute++)
    add_turn (sitting, minute, turns);
  return turns;
}

/* --- opening --- */

static void
set_meeting_open (MappeRow *meeting, const MappeSitting *sitting, int minute, const char *day)
{
  mappe_act_set_minute (meeting, MAPPE_MEETING_OPENED_AT, minute);
  mappe_act_set_text (meeting, MAPPE_MEETING_QUORUM_RULE, mappe_quorum_rule_code (sitting->rules.quorum));
  mappe_act_set_text (meeting, MAPPE_MEETING_MAJORITY_RULE, mappe_majority_rule_code (sitting->rules.majority));
  mappe_act_set_int (meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE, sitting->rules.statutory);
  if (day != NULL)
    mappe_act_set_text (meeting, MAPPE_MEETING_HELD_ON, day);
}

/* Presence counts from the opening on: who came before is there at the opening, who left before never was. */
static void
clip_line (MappeEdit *edit, const MappeParticipant *participant, int opened)
{
  const MappeRow *base = participant->attendance;
  int arrived = mappe_act_get_minute (base, MAPPE_ATTENDANCE_ARRIVED_AT);
  int left = mappe_act_get_minute (base, MAPPE_ATTENDANCE_LEFT_AT);
  MappeRow *line;

  if (arrived == MAPPE_MINUTE_NONE || arrived >= opened)
    return;
  line = mappe_act_update (edit, base);
  mappe_act_set_minute (line, MAPPE_ATTENDANCE_ARRIVED_AT, opened);
  if (mappe_act_get_minute (base, MAPPE_ATTENDANCE_DEPUTY_FROM) <= opened)
    mappe_act_set_minute (line, MAPPE_ATTENDANCE_DEPUTY_FROM, MAPPE_MINUTE_NONE);
  if (left != MAPPE_MINUTE_NONE && left <= opened)
    {
      mappe_act_set_text (line, MAPPE_ATTENDANCE_STATUS, "accepted");
      mappe_act_set_minute (line, MAPPE_ATTENDANCE_ARRIVED_AT, MAPPE_MINUTE_NONE);
      mappe_act_set_minute (line, MAPPE_ATTENDANCE_LEFT_AT, MAPPE_MINUTE_NONE);
    }
  for (guint i = 0; i < participant->absences->len; i++)
    {
      const MappeRow *absence = g_ptr_array_index (participant->absences, i);

      if (mappe_act_get_minute (absence, MAPPE_ABSENCE_RETURNED_AT) <= opened ||
          mappe_row_is_null (line, MAPPE_ATTENDANCE_ARRIVED_AT))
        mappe_edit_delete (edit, &mappe_absence_kind, absence->id, absence->version);
      else if (mappe_act_get_minute (absence, MAPPE_ABSENCE_LEFT_AT) < opened)
        mappe_act_set_minute (mappe_act_update (edit, absence), MAPPE_ABSENCE_LEFT_AT, opened);
    }
}

static gboolean
may_open (const MappeSitting *sitting, int minute, const char *day, GError **error)
{
  const char *invited = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_INVITED_ON);

  if (!mappe_act_may_record (sitting, error))
    return FALSE;
  if (mappe_sitting_state (sitting) != MAPPE_SITTING_WAITING)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("The sitting was opened already")) != NULL;
  if (minute < 0 || minute >= 24 * 60)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The time is missing")) != NULL;
  if (day != NULL && !mappe_date_is_valid (day))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The day is missing")) != NULL;
  if (day != NULL && g_strcmp0 (invited, day) > 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                             _("The meeting cannot be on a day before its invitation")) != NULL;
  return TRUE;
}

/**
 * mappe_sitting_open:
 * @minute: minute of the day
 * @day: (nullable): day of the sitting, if it is another than planned
 *
 * Opens the sitting. The rules and the number of members of that day are kept with the meeting, and everybody has a
 * line in the attendance list.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_sitting_open (const MappeSitting *sitting, int minute, const char *day, GError **error)
{
  MappeEdit *edit;

  if (!may_open (sitting, minute, day, error))
    return NULL;
  edit = mappe_edit_new (_("The sitting is opened"));
  set_meeting_open (mappe_act_update (edit, sitting->meeting), sitting, minute, day);
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      if (participant->attendance == NULL)
        mappe_presence_line (edit, sitting, participant);
      else
        clip_line (edit, participant, minute);
    }
  return edit;
}
