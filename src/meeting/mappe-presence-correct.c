/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-presence-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-act-private.h"
#include "mappe-attendance.h"
#include "mappe-guest.h"
#include "mappe-sitting-acts.h"

/* The attendance list corrected, and its guests. */

/* --- correcting --- */

static gboolean
is_in_order (const MappeParticipant *participant, const MappePresenceTimes *times, GError **error)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (MappeStay));
  MappePresenceFault fault;

  if (times->left != MAPPE_MINUTE_NONE && times->left <= times->arrived)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                             _("The departure of %s is not after the arrival"), participant->name) != NULL;
  if (times->n_absences > 0)
    g_array_append_vals (gaps, times->absences, times->n_absences);
  fault = mappe_presence_check ((const MappeStay *) gaps->data, gaps->len);
  if (fault == MAPPE_PRESENCE_REVERSED)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                             _("An absence of %s does not end after its begin"), participant->name) != NULL;
  if (fault == MAPPE_PRESENCE_OVERLAPPING)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE, _("Two absences of %s overlap"),
                             participant->name) != NULL;
  for (guint i = 0; i < times->n_absences; i++)
    if (times->absences[i].from < times->arrived ||
        (times->left != MAPPE_MINUTE_NONE && times->absences[i].to > times->left))
      return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                               _("An absence of %s lies outside of arrival and departure"),
                               participant->name) != NULL;
  return TRUE;
}

static gboolean
may_correct (const MappeSitting *sitting, const MappeParticipant *participant, const MappePresenceTimes *times,
             GError **error)
{
  gboolean closed = mappe_sitting_state (sitting) == MAPPE_SITTING_CLOSED;

  if (!mappe_act_may_record (sitting, error))
    return FALSE;
  if (mappe_presence_is_away (times->status))
    return (times->arrived == MAPPE_MINUTE_NONE && times->left == MAPPE_MINUTE_NONE && times->n_absences == 0)
               ? TRUE
               : mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE,
                                   _("Times are for those who were in the room")) != NULL;
  if (times->arrived == MAPPE_MINUTE_NONE)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The time of arrival is missing")) != NULL;
  if (closed && times->left == MAPPE_MINUTE_NONE)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING,
                             _("The sitting is closed; the time of departure is missing")) != NULL;
  if (!mappe_presence_may_come_or_go (sitting, times->arrived, error) ||
      (times->left != MAPPE_MINUTE_NONE && !mappe_presence_may_come_or_go (sitting, times->left, error)))
    return FALSE;
  return is_in_order (participant, times, error);
}

static void
replace_absences (MappeEdit *edit, const MappeParticipant *participant, const MappePresenceTimes *times)
{
  guint before = participant->absences->len;

  for (guint i = 0; i < MAX (before, times->n_absences); i++)
    {
      const MappeRow *row = i < before ? g_ptr_array_index (participant->absences, i) : NULL;

      if (i >= times->n_absences)
        mappe_edit_delete (edit, &mappe_absence_kind, row->id, row->version);
      else if (row != NULL)
        mappe_presence_set_absence (mappe_act_update (edit, row), participant->attendance->id, &times->absences[i]);
      else
        mappe_presence_add_absence (edit, participant->attendance->id, &times->absences[i]);
    }
}

/**
 * mappe_presence_correct:
 * @times: the line as it should have been
 *
 * Corrects a line of the attendance list. Who was counted at a vote stays there at that minute.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_presence_correct (const MappeSitting *sitting, gint64 person, const MappePresenceTimes *times, GError **error)
{
  const MappeParticipant *participant = mappe_act_participant (sitting, person, error);
  MappeEdit *edit;
  MappeRow *line;

  if (participant == NULL || !may_correct (sitting, participant, times, error) ||
      !mappe_presence_times_hold (sitting, participant, times, error))
    return NULL;
  if (participant->attendance == NULL && times->n_absences > 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_PRESENCE, _("%s has no line in the attendance list yet"),
                             participant->name);
  edit = mappe_act_begin (_("Times of %s corrected"), participant->name);
  line = mappe_presence_line (edit, sitting, participant);
  mappe_act_set_text (line, MAPPE_ATTENDANCE_STATUS, times->status);
  if (g_strcmp0 (times->status, "deputised") != 0)
    mappe_act_set_minute (line, MAPPE_ATTENDANCE_DEPUTY_FROM, MAPPE_MINUTE_NONE);
  mappe_act_set_minute (line, MAPPE_ATTENDANCE_ARRIVED_AT, times->arrived);
  mappe_act_set_minute (line, MAPPE_ATTENDANCE_LEFT_AT, times->left);
  if (participant->attendance != NULL)
    replace_absences (edit, participant, times);
  return edit;
}

/* --- guests --- */

/**
 * mappe_presence_add_guest:
 * @name: who
 * @reason: (nullable): what for
 * @organisation: id, or 0
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_presence_add_guest (const MappeSitting *sitting, const char *name, const char *reason, gint64 organisation,
                          GError **error)
{
  MappeEdit *edit;
  MappeRow *row;

  if (!mappe_act_may_record (sitting, error))
    return NULL;
  if (mappe_act_is_empty (name))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The name of the guest is missing"));
  edit = mappe_act_begin (_("Guest %s"), name);
  row = mappe_row_new_preset (&mappe_guest_kind);
  mappe_act_set_int (row, MAPPE_GUEST_MEETING, sitting->meeting->id);
  mappe_act_set_text (row, MAPPE_GUEST_NAME, name);
  mappe_act_set_text (row, MAPPE_GUEST_REASON, reason);
  if (organisation > 0)
    mappe_act_set_int (row, MAPPE_GUEST_ORGANISATION, organisation);
  mappe_edit_insert (edit, row);
  return edit;
}

/** mappe_presence_remove_guest: Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR */
MappeEdit *
mappe_presence_remove_guest (const MappeSitting *sitting, gint64 guest, GError **error)
{
  if (!mappe_act_may_record (sitting, error))
    return NULL;
  for (guint i = 0; i < sitting->guests->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (sitting->guests, i))->row;
      MappeEdit *edit;

      if (row->id != guest)
        continue;
      edit = mappe_act_begin (_("Guest %s removed"), mappe_row_get_text (row, MAPPE_GUEST_NAME));
      mappe_edit_delete (edit, &mappe_guest_kind, row->id, row->version);
      return edit;
    }
  return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This guest is not in the list any more"));
}
