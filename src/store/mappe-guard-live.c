/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision.h"

/* A sitting that is recorded live, perhaps in two windows: a vote counts those who are in the room by the attendance
 * list of the file, whatever the window that recorded it knew. Meetings typed afterwards, without an opening, keep the
 * numbers that were written down. */

/* Decisions of meeting $1 whose number of voters is not that of the attendance list at the minute of the vote. */
#define MISCOUNTED                                                                                                    \
  "SELECT d.id FROM decision d JOIN agenda_item i ON i.id = d.agenda_item JOIN meeting m ON m.id = i.meeting"         \
  " WHERE m.id = $1 AND m.opened_at IS NOT NULL AND d.voted_at IS NOT NULL AND d.yes IS NOT NULL"                     \
  " AND d.eligible <> (SELECT COUNT (*) FROM attendance a WHERE a.meeting = m.id AND a.voting = 1"                    \
  " AND a.arrived_at <= d.voted_at AND (a.left_at IS NULL OR a.left_at > d.voted_at)"                                 \
  " AND NOT EXISTS (SELECT 1 FROM absence b WHERE b.attendance = a.id AND b.left_at <= d.voted_at"                    \
  " AND b.returned_at > d.voted_at)"                                                                                  \
  " AND NOT EXISTS (SELECT 1 FROM conflict_declaration c WHERE c.agenda_item = i.id AND c.person = a.person"          \
  " AND c.consequence = 'excluded'))"

static gboolean
judge_votes_of (MappeApply *apply, const MappeRow *row, int field, gint64 meeting, GError **error)
{
  return mappe_guard_refuse_found (apply, row, field,
                                   N_("A vote was counted with others in the room; the attendance list and the vote"
                                      " must agree"), error, MISCOUNTED " LIMIT 1", "i", meeting);
}

/* The meeting of a record by way of another: @sql finds it by the id $1. */
static gboolean
judge_by (MappeApply *apply, const MappeRow *row, int field, const char *sql, gint64 id, GError **error)
{
  gint64 meeting;

  return mappe_guard_find (apply, &meeting, error, sql, "i", id) && judge_votes_of (apply, row, field, meeting, error);
}

/** mappe_guard_live_attendance: Who comes and goes does not change votes that were counted. */
gboolean
mappe_guard_live_attendance (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after != NULL ? change->after : change->before;

  return judge_votes_of (apply, row, MAPPE_ATTENDANCE_ARRIVED_AT, mappe_row_get_int (row, MAPPE_ATTENDANCE_MEETING),
                         error);
}

/** mappe_guard_live_absence: The same for who was away for a time. */
gboolean
mappe_guard_live_absence (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after != NULL ? change->after : change->before;

  return judge_by (apply, row, MAPPE_ABSENCE_LEFT_AT, "SELECT meeting FROM attendance WHERE id = $1",
                   mappe_row_get_int (row, MAPPE_ABSENCE_ATTENDANCE), error);
}

/** mappe_guard_live_conflict: The same for who was excluded. */
gboolean
mappe_guard_live_conflict (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after != NULL ? change->after : change->before;

  return judge_by (apply, row, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE, "SELECT meeting FROM agenda_item WHERE id = $1",
                   mappe_row_get_int (row, MAPPE_CONFLICT_DECLARATION_AGENDA_ITEM), error);
}

/** mappe_guard_live_decision: A vote counts those whom the attendance list has in the room. */
gboolean
mappe_guard_live_decision (MappeApply *apply, const MappeRow *decision, GError **error)
{
  gint64 meeting;

  return mappe_guard_find (apply, &meeting, error, "SELECT meeting FROM agenda_item WHERE id = $1", "i",
                           mappe_row_get_int (decision, MAPPE_DECISION_AGENDA_ITEM)) &&
         mappe_guard_refuse_found (apply, decision, MAPPE_DECISION_ELIGIBLE,
                                   N_("Somebody came, left or was excluded meanwhile; please count again"), error,
                                   MISCOUNTED " AND d.id = $2 LIMIT 1", "ii", meeting, decision->id);
}

/** mappe_guard_live_item: Only one item is dealt with at a time. */
gboolean
mappe_guard_live_item (MappeApply *apply, const MappeRow *item, GError **error)
{
  if (mappe_row_is_null (item, MAPPE_AGENDA_ITEM_OPENED_AT) || !mappe_row_is_null (item, MAPPE_AGENDA_ITEM_CLOSED_AT))
    return TRUE;
  return mappe_guard_refuse_found (apply, item, MAPPE_AGENDA_ITEM_OPENED_AT,
                                   N_("Another item was called meanwhile"), error,
                                   "SELECT id FROM agenda_item WHERE meeting = $1 AND id <> $2"
                                   " AND opened_at IS NOT NULL AND closed_at IS NULL LIMIT 1", "ii",
                                   mappe_row_get_int (item, MAPPE_AGENDA_ITEM_MEETING), item->id);
}
