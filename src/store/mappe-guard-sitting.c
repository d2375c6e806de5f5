/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-date.h"
#include "mappe-meeting.h"

/* Who was there and when; what stood on the agenda. */

/* --- attendance --- */

static gboolean
is_there (const MappeRow *attendance)
{
  return mappe_guard_is (attendance, MAPPE_ATTENDANCE_STATUS, "present")
         || mappe_guard_is (attendance, MAPPE_ATTENDANCE_STATUS, "deputised");
}

static gboolean
judge_times (MappeApply *apply, const MappeRow *row, GError **error)
{
  if (is_there (row))
    return TRUE;
  if (!mappe_row_is_null (row, MAPPE_ATTENDANCE_ARRIVED_AT) || !mappe_row_is_null (row, MAPPE_ATTENDANCE_LEFT_AT))
    return mappe_guard_refuse (apply, row,
                               mappe_row_is_null (row, MAPPE_ATTENDANCE_ARRIVED_AT) ? MAPPE_ATTENDANCE_LEFT_AT
                                                                                    : MAPPE_ATTENDANCE_ARRIVED_AT,
                               N_("Only who is present arrives and leaves"), error);
  return mappe_guard_refuse_found (apply, row, MAPPE_ATTENDANCE_STATUS,
                                   N_("Only who is present can be away for a time"), error,
                                   "SELECT id FROM absence WHERE attendance = $1 LIMIT 1", "i", row->id);
}

/* An attendance without times lasts as long as the meeting. */
static gboolean
judge_stay (MappeApply *apply, const MappeRow *row, GError **error)
{
  return mappe_guard_refuse_found (apply, row, MAPPE_ATTENDANCE_ARRIVED_AT,
                                   N_("A temporary absence begins before the arrival"), error,
                                   "SELECT b.id FROM attendance a JOIN absence b ON b.attendance = a.id"
                                   " WHERE a.id = $1 AND b.left_at < a.arrived_at LIMIT 1", "i", row->id)
         && mappe_guard_refuse_found (apply, row, MAPPE_ATTENDANCE_LEFT_AT,
                                      N_("A temporary absence ends after the departure"), error,
                                      "SELECT b.id FROM attendance a JOIN absence b ON b.attendance = a.id"
                                      " WHERE a.id = $1 AND b.returned_at > a.left_at LIMIT 1", "i", row->id);
}

gboolean
mappe_guard_attendance (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (mappe_guard_changed (change, MAPPE_ATTENDANCE_MEETING, MAPPE_ATTENDANCE_PERSON, -1)
      && !mappe_guard_refuse_found (apply, row, MAPPE_ATTENDANCE_PERSON,
                                    N_("This person is in the attendance list already"), error,
                                    "SELECT id FROM attendance WHERE meeting = $1 AND person = $2 AND id <> $3 LIMIT 1",
                                    "iii", mappe_row_get_int (row, MAPPE_ATTENDANCE_MEETING),
                                    mappe_row_get_int (row, MAPPE_ATTENDANCE_PERSON), row->id))
    return FALSE;
  if (row == NULL)
    return mappe_guard_live_attendance (apply, change, error);
  if (!mappe_guard_changed (change, MAPPE_ATTENDANCE_STATUS, MAPPE_ATTENDANCE_ARRIVED_AT, MAPPE_ATTENDANCE_LEFT_AT,
                            MAPPE_ATTENDANCE_VOTING, -1))
    return TRUE;
  return judge_times (apply, row, error) && judge_stay (apply, row, error)
         && mappe_guard_live_attendance (apply, change, error);
}

gboolean
mappe_guard_absence (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (row == NULL)
    return mappe_guard_live_absence (apply, change, error);
  if (!mappe_guard_changed (change, MAPPE_ABSENCE_ATTENDANCE, MAPPE_ABSENCE_LEFT_AT, MAPPE_ABSENCE_RETURNED_AT, -1))
    return TRUE;
  return mappe_guard_refuse_found (apply, row, MAPPE_ABSENCE_ATTENDANCE,
                                   N_("Only who is present can be away for a time"), error,
                                   "SELECT a.id FROM absence b JOIN attendance a ON a.id = b.attendance WHERE b.id = $1"
                                   " AND a.status NOT IN ('present', 'deputised')", "i", row->id)
         && mappe_guard_refuse_found (apply, row, MAPPE_ABSENCE_LEFT_AT,
                                      N_("A temporary absence begins before the arrival"), error,
                                      "SELECT b.id FROM absence b JOIN attendance a ON a.id = b.attendance"
                                      " WHERE b.id = $1 AND b.left_at < a.arrived_at", "i", row->id)
         && mappe_guard_refuse_found (apply, row, MAPPE_ABSENCE_RETURNED_AT,
                                      N_("A temporary absence ends after the departure"), error,
                                      "SELECT b.id FROM absence b JOIN attendance a ON a.id = b.attendance"
                                      " WHERE b.id = $1 AND b.returned_at > a.left_at", "i", row->id)
         && mappe_guard_refuse_found (apply, row, MAPPE_ABSENCE_LEFT_AT,
                                      N_("It overlaps with another temporary absence"), error,
                                      "SELECT o.id FROM absence b JOIN absence o ON o.attendance = b.attendance"
                                      " AND o.id <> b.id WHERE b.id = $1 AND o.left_at < b.returned_at"
                                      " AND b.left_at < o.returned_at LIMIT 1", "i", row->id)
         && mappe_guard_live_absence (apply, change, error);
}

/* --- agenda --- */

/* A meeting that never took place: cancelled, or still to come and not opened. Today's may be going on. */
#define NEVER_HELD                                                                                                    \
  "(m.state = 'cancelled' OR ((m.state IS NULL OR m.state IN ('planned', 'invited')) AND m.opened_at IS NULL"        \
  " AND m.held_on > $2))"

/* @sql finds a meeting that was never held by the id of @row, $1; $2 is today. */
static gboolean
judge_held (MappeApply *apply, const MappeRow *row, int field, const char *sql, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_guard_refuse_found (apply, row, field, N_("A decision needs a meeting that was held"), error, sql, "it",
                                   row->id, today);
}

/** mappe_guard_decision_held: A decision is not made in a meeting that was cancelled or is still to come. */
gboolean
mappe_guard_decision_held (MappeApply *apply, const MappeRow *decision, int field, GError **error)
{
  return judge_held (apply, decision, field,
                     "SELECT m.id FROM decision d JOIN agenda_item a ON a.id = d.agenda_item"
                     " JOIN meeting m ON m.id = a.meeting WHERE d.id = $1 AND " NEVER_HELD, error);
}

static gboolean
judge_part (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  gint64 meeting_id = mappe_row_get_int (change->after, MAPPE_AGENDA_ITEM_MEETING);
  const MappeRow *meeting = mappe_guard_row_before (apply, &mappe_meeting_kind, meeting_id);
  const char *reason = N_("After the invitation an item stays in its part of the agenda");

  if (meeting == NULL)
    return mappe_guard_refuse_found (apply, change->after, MAPPE_AGENDA_ITEM_PUBLIC, reason, error,
                                     "SELECT id FROM meeting WHERE id = $1"
                                     " AND (invited_on IS NOT NULL OR state IN ('invited', 'held'))", "i", meeting_id);
  /* The edit that sends the invitation may still sort the agenda it sends. */
  if (mappe_row_is_null (meeting, MAPPE_MEETING_INVITED_ON) && !mappe_guard_is (meeting, MAPPE_MEETING_STATE, "invited")
      && !mappe_guard_is (meeting, MAPPE_MEETING_STATE, "held"))
    return TRUE;
  return mappe_guard_refuse (apply, change->after, MAPPE_AGENDA_ITEM_PUBLIC, reason, error);
}

/* Items that stand beneath each other in a ring have no place on the agenda. */
static gboolean
judge_parent (MappeApply *apply, const MappeRow *item, GError **error)
{
  return mappe_guard_refuse_found (apply, item, MAPPE_AGENDA_ITEM_PARENT, N_("An item cannot stand beneath itself"),
                                   error,
                                   "WITH RECURSIVE above (id) AS (SELECT parent FROM agenda_item WHERE id = $1"
                                   " UNION SELECT a.parent FROM agenda_item a JOIN above ON a.id = above.id)"
                                   " SELECT id FROM above WHERE id = $1 LIMIT 1", "i", item->id);
}

gboolean
mappe_guard_agenda_item (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (mappe_guard_changed (change, MAPPE_AGENDA_ITEM_PARENT, -1) && !judge_parent (apply, change->after, error))
    return FALSE;
  if (change->after != NULL
      && mappe_guard_changed (change, MAPPE_AGENDA_ITEM_OPENED_AT, MAPPE_AGENDA_ITEM_CLOSED_AT, -1)
      && !mappe_guard_live_item (apply, change->after, error))
    return FALSE;
  if (change->before == NULL || change->after == NULL)
    return TRUE;
  if (mappe_row_get_int (change->before, MAPPE_AGENDA_ITEM_PUBLIC)
          != mappe_row_get_int (change->after, MAPPE_AGENDA_ITEM_PUBLIC)
      && !judge_part (apply, change, error))
    return FALSE;
  return !mappe_guard_changed (change, MAPPE_AGENDA_ITEM_MEETING, -1)
         || judge_held (apply, change->after, MAPPE_AGENDA_ITEM_MEETING,
                        "SELECT m.id FROM agenda_item a JOIN decision d ON d.agenda_item = a.id"
                        " JOIN meeting m ON m.id = a.meeting WHERE a.id = $1 AND " NEVER_HELD, error);
}

/* --- meeting --- */

gboolean
mappe_guard_meeting (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;
  gboolean held = mappe_guard_changed (change, MAPPE_MEETING_HELD_ON, MAPPE_MEETING_STATE, MAPPE_MEETING_OPENED_AT, -1);
  gboolean approved = mappe_guard_changed (change, MAPPE_MEETING_HELD_ON, MAPPE_MEETING_MINUTES_APPROVED_ON, -1);
  const char *early = N_("Minutes are not approved before the meeting");

  if (held && change->before != NULL
      && !judge_held (apply, row, MAPPE_MEETING_STATE,
                      "SELECT m.id FROM meeting m JOIN agenda_item a ON a.meeting = m.id"
                      " JOIN decision d ON d.agenda_item = a.id WHERE m.id = $1 AND " NEVER_HELD, error))
    return FALSE;
  if (!approved)
    return TRUE;
  if (g_strcmp0 (mappe_row_get_text (row, MAPPE_MEETING_HELD_ON),
                 mappe_row_get_text (row, MAPPE_MEETING_MINUTES_APPROVED_ON)) > 0
      && !mappe_row_is_null (row, MAPPE_MEETING_MINUTES_APPROVED_ON))
    return mappe_guard_refuse (apply, row, MAPPE_MEETING_MINUTES_APPROVED_ON, early, error);
  return mappe_guard_refuse_found (apply, row, MAPPE_MEETING_HELD_ON, early, error,
                                   "SELECT n.id FROM meeting m JOIN minutes n ON n.meeting = m.id"
                                   " WHERE m.id = $1 AND n.approved_on < m.held_on LIMIT 1", "i", row->id);
}
