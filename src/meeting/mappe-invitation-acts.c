/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-invitation-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-version.h"
#include "mappe-attendance.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-invitation.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"
#include "mappe-recipients.h"

static gboolean
refuse (GError **error, MappeMeetingError code, const char *reason)
{
  g_set_error_literal (error, MAPPE_MEETING_ERROR, code, reason);
  return FALSE;
}

static gboolean
has_state (const MappeSitting *sitting, const char *state)
{
  return g_strcmp0 (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), state) == 0;
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/** mappe_invitation_is_first: Returns: whether nobody was invited to the meeting yet */
gboolean
mappe_invitation_is_first (const MappeSitting *sitting)
{
  return sitting->versions->len == 0 && mappe_row_is_null (sitting->meeting, MAPPE_MEETING_INVITED_ON);
}

/** mappe_invitation_is_open: Returns: whether the meeting is still to come, so that something can be sent */
gboolean
mappe_invitation_is_open (const MappeSitting *sitting)
{
  return !has_state (sitting, "held") && !has_state (sitting, "cancelled")
         && mappe_row_is_null (sitting->meeting, MAPPE_MEETING_OPENED_AT);
}

/**
 * mappe_invitation_notice:
 * @sent_on: day on which the invitation is received
 * @notice: (out): the notice with its arithmetic; to be cleared
 *
 * By the rules of the body, but never less than the law: GemO § 34 (3).
 *
 * Returns: %FALSE when one of the days is not valid
 */
gboolean
mappe_invitation_notice (const MappeSitting *sitting, const char *sent_on, MappeNotice *notice)
{
  gboolean urgent = mappe_row_get_int (sitting->meeting, MAPPE_MEETING_URGENT) != 0;

  return mappe_notice_check (sent_on, mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON),
                             MAX (sitting->rules.notice_days,
                                  urgent ? MAPPE_NOTICE_BY_LAW_URGENT : MAPPE_NOTICE_BY_LAW), notice);
}

/* --- sending --- */

static gboolean
judge_plan (const MappeSitting *sitting, GError **error)
{
  if (!mappe_invitation_is_open (sitting))
    return refuse (error, MAPPE_MEETING_ERROR_STATE,
                   has_state (sitting, "cancelled") ? _("The meeting was cancelled")
                                                    : _("The meeting has begun or is over"));
  if (mappe_row_is_null (sitting->meeting, MAPPE_MEETING_HELD_ON))
    return refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The date of the meeting is missing"));
  if (mappe_row_is_null (sitting->meeting, MAPPE_MEETING_START_AT)
      || mappe_row_is_null (sitting->meeting, MAPPE_MEETING_PLACE))
    return refuse (error, MAPPE_MEETING_ERROR_MISSING, _("Time or place of the meeting is missing"));
  if (sitting->items->len == 0)
    return refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The agenda is empty"));
  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_URGENT) != 0
      && !is_given (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_URGENCY_REASON)))
    return refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The invitation must say why the meeting is urgent"));
  return TRUE;
}

static gboolean
judge_day (const MappeSitting *sitting, const MappeInvitationOrder *order, GError **error)
{
  g_auto (MappeNotice) notice = { 0 };

  if (!mappe_invitation_notice (sitting, order->sent_on, &notice))
    return refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The day of sending is missing"));
  if (g_strcmp0 (order->sent_on, mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON)) > 0)
    return refuse (error, MAPPE_MEETING_ERROR_STATE, _("That day is after the meeting"));
  if (mappe_invitation_is_first (sitting) && !notice.kept && !is_given (order->reason))
    return refuse (error, MAPPE_MEETING_ERROR_MISSING,
                   _("The notice period is not kept; sending in spite of that needs a written reason"));
  return TRUE;
}

static gboolean
judge_change (const MappeSitting *sitting, const MappeInvitationOrder *order, GBytes *content, GError **error)
{
  if (mappe_invitation_is_first (sitting))
    return TRUE;
  if (sitting->sent_agenda != NULL && g_bytes_equal (sitting->sent_agenda, content))
    return refuse (error, MAPPE_MEETING_ERROR_STATE, _("The agenda is the same as the one sent last"));
  if (!is_given (order->reason))
    return refuse (error, MAPPE_MEETING_ERROR_MISSING, _("A changed agenda needs a reason"));
  return TRUE;
}

static gint64
last_edition (const MappeSitting *sitting)
{
  const MappeRow *last = sitting->versions->len > 0
                             ? g_ptr_array_index (sitting->versions, sitting->versions->len - 1) : NULL;

  return last != NULL ? mappe_row_get_int (last, MAPPE_AGENDA_VERSION_EDITION) : 0;
}

static gint64
insert_version (MappeEdit *edit, const MappeSitting *sitting, const MappeInvitationOrder *order, GBytes *content)
{
  MappeRow *row = mappe_row_new_preset (&mappe_agenda_version_kind);

  mappe_value_set_int (&row->values[MAPPE_AGENDA_VERSION_MEETING], sitting->meeting->id);
  mappe_value_set_int (&row->values[MAPPE_AGENDA_VERSION_EDITION], last_edition (sitting) + 1);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_VERSION_SENT_ON], order->sent_on);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_VERSION_REASON], is_given (order->reason) ? order->reason : NULL);
  mappe_value_take_text (&row->values[MAPPE_AGENDA_VERSION_CONTENT], mappe_edit_add_blob (edit, content));
  return mappe_edit_insert (edit, row);
}

static void
insert_invitation (MappeEdit *edit, gint64 version, const MappeRecipient *recipient, const char *sent_on)
{
  MappeRow *row = mappe_row_new_preset (&mappe_invitation_kind);
  g_autofree char *address = mappe_recipient_send_to (recipient);

  mappe_value_set_int (&row->values[MAPPE_INVITATION_AGENDA_VERSION], version);
  if (recipient->guest > 0)
    mappe_value_set_int (&row->values[MAPPE_INVITATION_GUEST], recipient->guest);
  else
    mappe_value_set_int (&row->values[MAPPE_INVITATION_PERSON], recipient->person);
  mappe_value_set_text (&row->values[MAPPE_INVITATION_NAME], recipient->name);
  mappe_value_set_text (&row->values[MAPPE_INVITATION_CHANNEL], recipient->channel);
  mappe_value_set_text (&row->values[MAPPE_INVITATION_ADDRESS], *address != '\0' ? address : NULL);
  mappe_value_set_int (&row->values[MAPPE_INVITATION_VOTING], recipient->voting);
  mappe_value_set_text (&row->values[MAPPE_INVITATION_SENT_ON], sent_on);
  mappe_edit_insert (edit, row);
}

static void
insert_attendance (MappeEdit *edit, const MappeSitting *sitting, const MappeParticipant *participant,
                   const char *status)
{
  MappeRow *row = mappe_row_new_preset (&mappe_attendance_kind);

  mappe_value_set_int (&row->values[MAPPE_ATTENDANCE_MEETING], sitting->meeting->id);
  mappe_value_set_int (&row->values[MAPPE_ATTENDANCE_PERSON], participant->person);
  mappe_value_set_text (&row->values[MAPPE_ATTENDANCE_STATUS], status);
  mappe_value_set_int (&row->values[MAPPE_ATTENDANCE_VOTING], participant->voting);
  mappe_edit_insert (edit, row);
}

static void
update_meeting (MappeEdit *edit, const MappeSitting *sitting, const MappeInvitationOrder *order)
{
  MappeRow *mine = mappe_row_copy (sitting->meeting);

  if (mappe_row_is_null (mine, MAPPE_MEETING_INVITED_ON))
    {
      mappe_value_set_text (&mine->values[MAPPE_MEETING_STATE], "invited");
      mappe_value_set_text (&mine->values[MAPPE_MEETING_INVITED_ON], order->sent_on);
    }
  if (order->publish && mappe_row_is_null (mine, MAPPE_MEETING_PUBLISHED_ON))
    mappe_value_set_text (&mine->values[MAPPE_MEETING_PUBLISHED_ON], order->sent_on);
  if (mappe_row_is_null (mine, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE))
    mappe_value_set_int (&mine->values[MAPPE_MEETING_VOTING_MEMBERS_AT_DATE], sitting->rules.statutory);
  mappe_edit_update (edit, mappe_row_ref (sitting->meeting), mine);
}

/**
 * mappe_invitation_send:
 * @order: day, reason, public notice
 * @content: the agenda as the members get it, in the form of mappe_write_xml()
 *
 * Sends the invitation, or a supplement when one was sent before: the agenda is frozen as a numbered version, everybody
 * who gets it is put down, and the members are in the attendance list. Refused without date, time, place or items; when
 * the notice period is not kept and there is no written reason (GemO § 34 (3)); and when nothing changed.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_invitation_send (const MappeSitting *sitting, const MappeInvitationOrder *order, GBytes *content, GError **error)
{
  g_autoptr (GPtrArray) recipients = NULL;
  MappeEdit *edit;
  gint64 version;

  if (!judge_plan (sitting, error) || !judge_day (sitting, order, error)
      || !judge_change (sitting, order, content, error))
    return NULL;
  recipients = mappe_invitation_recipients (sitting);
  edit = mappe_edit_new (mappe_invitation_is_first (sitting) ? _("Send the invitation")
                                                             : _("Send a supplement to the agenda"));
  version = insert_version (edit, sitting, order, content);
  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);

      insert_invitation (edit, version, recipient, order->sent_on);
      if (recipient->kind == MAPPE_RECIPIENT_MEMBER && recipient->participant->attendance == NULL)
        insert_attendance (edit, sitting, recipient->participant, "no_reply");
    }
  update_meeting (edit, sitting, order);
  return edit;
}

/**
 * mappe_invitation_put_down:
 * @content: see mappe_invitation_send()
 *
 * Puts down what was sent before the council was kept here: the agenda as it is, as version 1 of the day the members
 * were invited on. So what changes from now on is a supplement with its difference. Undo does not take it back.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when nothing was sent, or it was put down already
 */
MappeEdit *
mappe_invitation_put_down (const MappeSitting *sitting, GBytes *content)
{
  const MappeInvitationOrder order = { .sent_on = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_INVITED_ON) };
  g_autoptr (GPtrArray) recipients = NULL;
  const MappeLanguage *language;
  MappeEdit *edit;
  gint64 version;

  if (order.sent_on == NULL || sitting->versions->len > 0)
    return NULL;
  recipients = mappe_invitation_recipients (sitting);
  language = mappe_language_get (sitting->council != NULL
                                     ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE) : NULL);
  edit = mappe_edit_new_base (L_("Send the invitation"));
  version = insert_version (edit, sitting, &order, content);
  for (guint i = 0; i < recipients->len; i++)
    insert_invitation (edit, version, g_ptr_array_index (recipients, i), order.sent_on);
  return edit;
}

static gboolean
judge_publication (const MappeSitting *sitting, const char *day, GError **error)
{
  if (!mappe_date_is_valid (day))
    return refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The day of the public notice is missing"));
  if (g_strcmp0 (day, mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON)) > 0)
    return refuse (error, MAPPE_MEETING_ERROR_STATE, _("That day is after the meeting"));
  return TRUE;
}

/**
 * mappe_invitation_publish:
 * @day: of the public notice
 *
 * GemO § 34 (6): time, place and agenda are made public, also for an urgent meeting.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_invitation_publish (const MappeSitting *sitting, const char *day, GError **error)
{
  MappeEdit *edit;
  MappeRow *mine;

  if (!judge_plan (sitting, error) || !judge_publication (sitting, day, error))
    return NULL;
  edit = mappe_edit_new (_("Public notice"));
  mine = mappe_row_copy (sitting->meeting);
  mappe_value_set_text (&mine->values[MAPPE_MEETING_PUBLISHED_ON], day);
  mappe_edit_update (edit, mappe_row_ref (sitting->meeting), mine);
  return edit;
}

/* --- replies --- */

static gboolean
judge_reply (const MappeSitting *sitting, const MappeParticipant *participant, const char *status, GError **error)
{
  static const char *const replies[] = { "accepted", "declined", "no_reply", NULL };

  g_return_val_if_fail (g_strv_contains (replies, status), FALSE);

  if (!mappe_invitation_is_open (sitting))
    return refuse (error, MAPPE_MEETING_ERROR_STATE, _("The meeting has begun or is over"));
  if (participant == NULL || participant->membership == NULL)
    return refuse (error, MAPPE_MEETING_ERROR_PRESENCE, _("Only members reply to an invitation"));
  return TRUE;
}

/**
 * mappe_invitation_reply:
 * @person: id of a member
 * @status: "accepted", "declined" or "no_reply"
 *
 * Returns: (transfer full) (nullable): the edit that puts the reply down
 */
MappeEdit *
mappe_invitation_reply (const MappeSitting *sitting, gint64 person, const char *status, GError **error)
{
  const MappeParticipant *participant = mappe_sitting_participant (sitting, person);
  g_autofree char *label = NULL;
  MappeEdit *edit;
  MappeRow *mine;

  if (!judge_reply (sitting, participant, status, error))
    return NULL;
  /* Translators: a person, and what they replied */
  label = g_strdup_printf (_("Reply of %s: %s"), participant->name,
                           mappe_sitting_code (sitting, "attendance_status", status, NULL));
  edit = mappe_edit_new (label);
  if (participant->attendance == NULL)
    {
      insert_attendance (edit, sitting, participant, status);
      return edit;
    }
  mine = mappe_row_copy (participant->attendance);
  mappe_value_set_text (&mine->values[MAPPE_ATTENDANCE_STATUS], status);
  mappe_edit_update (edit, mappe_row_ref (participant->attendance), mine);
  return edit;
}
