/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-presence-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-act-private.h"
#include "mappe-attendance.h"
#include "mappe-decision.h"
#include "mappe-presence-private.h"
#include "mappe-sitting-acts.h"

/* Who is in the room, and since when (MGeschO § 26 (1) no. 2 and 3). One act is one key in the room. */

/** mappe_presence_is_here: Returns: whether the person, or the deputy, came and has not left for good */
gboolean
mappe_presence_is_here (const MappeParticipant *participant)
{
  const MappeRow *row = participant->attendance;

  return row != NULL && !mappe_row_is_null (row, MAPPE_ATTENDANCE_ARRIVED_AT) &&
         mappe_row_is_null (row, MAPPE_ATTENDANCE_LEFT_AT);
}

/* --- parts of an edit --- */

/* The line of the list as it shall be; a new one where there is none. */
MappeRow *
mappe_presence_line (MappeEdit *edit, const MappeSitting *sitting, const MappeParticipant *participant)
{
  MappeRow *row;

  if (participant->attendance != NULL)
    return mappe_act_update (edit, participant->attendance);
  row = mappe_row_new_preset (&mappe_attendance_kind);
  mappe_act_set_int (row, MAPPE_ATTENDANCE_MEETING, sitting->meeting->id);
  mappe_act_set_int (row, MAPPE_ATTENDANCE_PERSON, participant->person);
  mappe_act_set_int (row, MAPPE_ATTENDANCE_VOTING, participant->voting);
  mappe_edit_insert (edit, row);
  return row;
}

void
mappe_presence_set_absence (MappeRow *row, gint64 attendance, const MappeStay *absence)
{
  mappe_act_set_int (row, MAPPE_ABSENCE_ATTENDANCE, attendance);
  mappe_act_set_minute (row, MAPPE_ABSENCE_LEFT_AT, absence->from);
  mappe_act_set_minute (row, MAPPE_ABSENCE_RETURNED_AT, absence->to);
}

void
mappe_presence_add_absence (MappeEdit *edit, gint64 attendance, const MappeStay *absence)
{
  MappeRow *row = mappe_row_new_preset (&mappe_absence_kind);

  mappe_presence_set_absence (row, attendance, absence);
  mappe_edit_insert (edit, row);
}

/* Votes were counted with those in the room: who was there at a vote is not changed afterwards. */
static gboolean
votes_hold (const MappeSitting *sitting, const MappeParticipant *participant, const GArray *stays, GError **error)
{
  for (guint i = 0; participant->voting && i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint d = 0; d < item->decisions->len; d++)
        {
          const MappeRow *decision = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, d))->row;
          const char *voted_at = mappe_row_get_text (decision, MAPPE_DECISION_VOTED_AT);
          int minute = mappe_minute_parse (voted_at);

          if (minute == MAPPE_MINUTE_NONE || mappe_row_is_null (decision, MAPPE_DECISION_YES) ||
              mappe_participant_present (participant, minute) ==
                  mappe_presence_at ((const MappeStay *) stays->data, stays->len, minute))
            continue;
          return mappe_act_refuse (error, MAPPE_MEETING_ERROR_COUNT,
                                   /* Translators: name, time, number of the agenda item */
                                   _("%s would change the vote counted at %s (item %s); take that vote back first"),
                                   participant->name, voted_at, item->number) != NULL;
        }
    }
  return TRUE;
}

gboolean
mappe_presence_times_hold (const MappeSitting *sitting, const MappeParticipant *participant,
                           const MappePresenceTimes *times, GError **error)
{
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (MappeStay));

  mappe_presence_between (times->arrived, times->left == MAPPE_MINUTE_NONE ? MAPPE_MINUTE_OPEN : times->left,
                          times->absences, times->n_absences, stays);
  return votes_hold (sitting, participant, stays, error);
}

/* Before the opening people come in and go out already. */
gboolean
mappe_presence_may_come_or_go (const MappeSitting *sitting, int minute, GError **error)
{
  if (mappe_sitting_state (sitting) == MAPPE_SITTING_WAITING)
    return mappe_act_may_record (sitting, error);
  return mappe_act_may_record_at (sitting, minute, error);
}

static gboolean
is_free (const MappeSitting *sitting, gint64 person, const MappeParticipant *except, GError **error)
{
  for (guint i = 0; person > 0 && i < sitting->participants->len; i++)
    {
      const MappeParticipant *other = g_ptr_array_index (sitting->participants, i);

      if (other == except || !mappe_presence_is_here (other))
        continue;
      if (g_strcmp0 (other->status, "deputised") == 0
              ? mappe_row_get_int (other->attendance, MAPPE_ATTENDANCE_DEPUTY) == person
              : other->person == person)
        return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                                 _("%s is in the room already and cannot be there twice"), other->name) != NULL;
    }
  return TRUE;
}

/* --- coming --- */

static gboolean
may_arrive (const MappeSitting *sitting, const MappeParticipant *participant, int minute, GError **error)
{
  const MappeRow *row = participant->attendance;
  const char *arrived = row != NULL ? mappe_row_get_text (row, MAPPE_ATTENDANCE_ARRIVED_AT) : NULL;
  const char *left = row != NULL ? mappe_row_get_text (row, MAPPE_ATTENDANCE_LEFT_AT) : NULL;

  if (mappe_presence_is_here (participant))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE, _("%s is in the room already, since %s"),
                             participant->name, arrived) != NULL;
  if (left != NULL && minute < mappe_minute_parse (left))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                             _("%s was in the room until %s and cannot return before"), participant->name,
                             left) != NULL;
  return TRUE;
}

/* The stays after an arrival: what was before, and from @minute on. */
static gboolean
arrival_holds (const MappeSitting *sitting, const MappeParticipant *participant, int minute, GError **error)
{
  g_autoptr (GArray) stays = g_array_copy (participant->stays);
  MappeStay stay = { minute, MAPPE_MINUTE_OPEN };

  g_array_append_val (stays, stay);
  return votes_hold (sitting, participant, stays, error);
}

static void
add_arrival (MappeEdit *edit, MappeRow *line, int minute)
{
  MappeStay absence = { mappe_act_get_minute (line, MAPPE_ATTENDANCE_LEFT_AT), minute };

  if (mappe_row_is_null (line, MAPPE_ATTENDANCE_ARRIVED_AT))
    {
      mappe_act_set_text (line, MAPPE_ATTENDANCE_STATUS, "present");
      mappe_act_set_minute (line, MAPPE_ATTENDANCE_ARRIVED_AT, minute);
      mappe_act_set_text (line, MAPPE_ATTENDANCE_DEPUTY, NULL);
      mappe_act_set_text (line, MAPPE_ATTENDANCE_DEPUTY_NAME, NULL);
      mappe_act_set_minute (line, MAPPE_ATTENDANCE_DEPUTY_FROM, MAPPE_MINUTE_NONE);
      return;
    }
  mappe_act_set_minute (line, MAPPE_ATTENDANCE_LEFT_AT, MAPPE_MINUTE_NONE);
  if (absence.from < absence.to)
    mappe_presence_add_absence (edit, line->id, &absence);
}

/**
 * mappe_presence_arrive:
 * @person: id of a participant
 * @minute: minute of the day
 *
 * Somebody comes in, or comes back: the time in between becomes a temporary absence.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_presence_arrive (const MappeSitting *sitting, gint64 person, int minute, GError **error)
{
  const MappeParticipant *participant = mappe_act_participant (sitting, person, error);
  MappeEdit *edit;

  if (participant == NULL || !mappe_presence_may_come_or_go (sitting, minute, error) ||
      !may_arrive (sitting, participant, minute, error) || !is_free (sitting, person, participant, error) ||
      !arrival_holds (sitting, participant, minute, error))
    return NULL;
  edit = mappe_act_begin (participant->stays->len > 0 ? _("%s returns") : _("%s arrives"), participant->name);
  add_arrival (edit, mappe_presence_line (edit, sitting, participant), minute);
  return edit;
}

/**
 * mappe_presence_arrive_all:
 *
 * Everybody who accepted and is not there yet comes in at once.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_presence_arrive_all (const MappeSitting *sitting, int minute, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (_("Everybody who accepted arrives"));

  if (!mappe_presence_may_come_or_go (sitting, minute, error))
    return NULL;
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      if (g_strcmp0 (participant->status, "accepted") != 0 || participant->stays->len > 0)
        continue;
      if (!arrival_holds (sitting, participant, minute, error))
        return NULL;
      add_arrival (edit, mappe_presence_line (edit, sitting, participant), minute);
    }
  if (mappe_edit_size (edit) == 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                             _("Everybody who accepted is in the room already"));
  return g_steal_pointer (&edit);
}

/* --- going --- */

/**
 * mappe_presence_leave:
 * @minute: minute of the day; from then on the person is not in the room any more
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_presence_leave (const MappeSitting *sitting, gint64 person, int minute, GError **error)
{
  const MappeParticipant *participant = mappe_act_participant (sitting, person, error);
  const MappeStay *last;
  g_autoptr (GArray) stays = NULL;
  MappeEdit *edit;

  if (participant == NULL || !mappe_presence_may_come_or_go (sitting, minute, error))
    return NULL;
  if (!mappe_presence_is_here (participant) || participant->stays->len == 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE, _("%s is not in the room"), participant->name);
  last = &g_array_index (participant->stays, MappeStay, participant->stays->len - 1);
  if (minute <= last->from)
    {
      g_autofree char *from = mappe_minute_format (last->from);

      return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                               _("%s is in the room since %s and can only leave after that"), participant->name,
                               from);
    }
  stays = g_array_copy (participant->stays);
  g_array_index (stays, MappeStay, stays->len - 1).to = minute;
  if (!votes_hold (sitting, participant, stays, error))
    return NULL;
  edit = mappe_act_begin (_("%s leaves"), participant->name);
  mappe_act_set_minute (mappe_presence_line (edit, sitting, participant), MAPPE_ATTENDANCE_LEFT_AT, minute);
  return edit;
}

/* --- deputies and absentees --- */

/* A member who was in the room hands over: at once, or after a time in which nobody was there. */
static gboolean
may_take_over (const MappeSitting *sitting, const MappeParticipant *participant, int minute, GError **error)
{
  const MappeRow *row = participant->attendance;
  const char *left = mappe_row_get_text (row, MAPPE_ATTENDANCE_LEFT_AT);
  const MappeStay *last;
  g_autofree char *from = NULL;

  if (g_strcmp0 (participant->status, "deputised") == 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE, _("A deputy sits in for %s already"),
                             participant->name) != NULL;
  if (left != NULL)
    return may_arrive (sitting, participant, minute, error) && arrival_holds (sitting, participant, minute, error);
  if (participant->stays->len == 0)
    return TRUE;
  last = &g_array_index (participant->stays, MappeStay, participant->stays->len - 1);
  from = mappe_minute_format (last->from);
  return minute > last->from ||
         mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                           _("%s is in the room since %s and can only leave after that"), participant->name,
                           from) != NULL;
}

/* Whether a deputy may come, for the whole sitting or from now on. */
static gboolean
may_depute (const MappeSitting *sitting, const MappeParticipant *participant, int minute, GError **error)
{
  if (participant->attendance == NULL || mappe_row_is_null (participant->attendance, MAPPE_ATTENDANCE_ARRIVED_AT))
    return arrival_holds (sitting, participant, minute, error);
  return may_take_over (sitting, participant, minute, error);
}

/**
 * mappe_presence_depute:
 * @deputy: id of the person who sits in, or 0
 * @deputy_name: (nullable): name of the deputy who is not in the register
 *
 * A deputy comes in and sits for a member, from the beginning or from @minute on, when the member leaves the chair;
 * what the member may do, the deputy may, and an exclusion of the member holds for the deputy.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_presence_depute (const MappeSitting *sitting, gint64 person, gint64 deputy, const char *deputy_name, int minute,
                       GError **error)
{
  const MappeParticipant *participant = mappe_act_participant (sitting, person, error);
  gboolean takes_over;
  MappeEdit *edit;
  MappeRow *line;

  if (participant == NULL || !mappe_presence_may_come_or_go (sitting, minute, error))
    return NULL;
  if (deputy <= 0 && mappe_act_is_empty (deputy_name))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The name of the deputy is missing"));
  if (deputy == person)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE, _("Nobody is the deputy of themselves"));
  if (!is_free (sitting, deputy, participant, error) || !may_depute (sitting, participant, minute, error))
    return NULL;
  edit = mappe_act_begin (_("A deputy for %s arrives"), participant->name);
  line = mappe_presence_line (edit, sitting, participant);
  takes_over = !mappe_row_is_null (line, MAPPE_ATTENDANCE_ARRIVED_AT);
  if (!takes_over || !mappe_row_is_null (line, MAPPE_ATTENDANCE_LEFT_AT))
    add_arrival (edit, line, minute);
  mappe_act_set_text (line, MAPPE_ATTENDANCE_STATUS, "deputised");
  mappe_act_set_minute (line, MAPPE_ATTENDANCE_DEPUTY_FROM, takes_over ? minute : MAPPE_MINUTE_NONE);
  mappe_act_set_text (line, MAPPE_ATTENDANCE_DEPUTY_NAME, deputy > 0 ? NULL : deputy_name);
  mappe_act_set_text (line, MAPPE_ATTENDANCE_DEPUTY, NULL);
  if (deputy > 0)
    mappe_act_set_int (line, MAPPE_ATTENDANCE_DEPUTY, deputy);
  return edit;
}

gboolean
mappe_presence_is_away (const char *status)
{
  static const char *const away[] = { "excused", "absent", "accepted", "declined", "no_reply", NULL };

  return status != NULL && g_strv_contains (away, status);
}

/**
 * mappe_presence_mark:
 * @status: code of the list attendance_status for somebody who is not in the room
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_presence_mark (const MappeSitting *sitting, gint64 person, const char *status, GError **error)
{
  const MappeParticipant *participant = mappe_act_participant (sitting, person, error);
  MappeEdit *edit;

  if (participant == NULL || !mappe_act_may_record (sitting, error))
    return NULL;
  if (participant->attendance != NULL && !mappe_row_is_null (participant->attendance, MAPPE_ATTENDANCE_ARRIVED_AT))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                             _("%s has been in the room; correct the times first"), participant->name);
  if (!mappe_presence_is_away (status))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The status is missing"));
  edit = mappe_act_begin (g_strcmp0 (status, "excused") == 0 ? _("%s is excused") : _("Attendance of %s"),
                          participant->name);
  mappe_act_set_text (mappe_presence_line (edit, sitting, participant), MAPPE_ATTENDANCE_STATUS, status);
  return edit;
}
