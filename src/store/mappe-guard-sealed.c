/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision-exclusion.h"
#include "mappe-decision.h"
#include "mappe-guest.h"
#include "mappe-meeting.h"
#include "mappe-motion.h"
#include "mappe-roll-call-vote.h"
#include "mappe-statement.h"

/* What sealed minutes tell of a meeting stays as it is in the records too (GemO § 41, MGeschO § 26), until a correction
 * of the minutes has begun. What comes after a meeting goes on: tasks, the follow-up of decisions, objections, papers,
 * notes. */

#define OF_MEETING "SELECT $1"
#define OF_ITEM "SELECT meeting FROM agenda_item WHERE id = $1"
#define OF_DECISION "SELECT i.meeting FROM decision d JOIN agenda_item i ON i.id = d.agenda_item WHERE d.id = $1"
#define OF_ATTENDANCE "SELECT meeting FROM attendance WHERE id = $1"

/* @parent: field that leads to the meeting, by way of @sql; @free: fields that may change, ended by -1 */
typedef struct {
  const MappeKind *kind;
  guint            parent;
  const char      *sql;
  int              free[8];
} Recorded;

static const Recorded recorded[] = {
  { &mappe_agenda_item_kind, MAPPE_AGENDA_ITEM_MEETING, OF_MEETING, { MAPPE_AGENDA_ITEM_NOTE, -1 } },
  { &mappe_attendance_kind, MAPPE_ATTENDANCE_MEETING, OF_MEETING, { MAPPE_ATTENDANCE_NOTE, -1 } },
  { &mappe_absence_kind, MAPPE_ABSENCE_ATTENDANCE, OF_ATTENDANCE, { MAPPE_ABSENCE_NOTE, -1 } },
  { &mappe_guest_kind, MAPPE_GUEST_MEETING, OF_MEETING, { MAPPE_GUEST_NOTE, -1 } },
  { &mappe_motion_kind, MAPPE_MOTION_AGENDA_ITEM, OF_ITEM, { MAPPE_MOTION_NOTE, -1 } },
  { &mappe_statement_kind, MAPPE_STATEMENT_AGENDA_ITEM, OF_ITEM, { MAPPE_STATEMENT_NOTE, -1 } },
  { &mappe_conflict_declaration_kind, MAPPE_CONFLICT_DECLARATION_AGENDA_ITEM, OF_ITEM,
    { MAPPE_CONFLICT_DECLARATION_NOTE, -1 } },
  { &mappe_decision_exclusion_kind, MAPPE_DECISION_EXCLUSION_DECISION, OF_DECISION,
    { MAPPE_DECISION_EXCLUSION_NOTE, -1 } },
  { &mappe_roll_call_vote_kind, MAPPE_ROLL_CALL_VOTE_DECISION, OF_DECISION, { MAPPE_ROLL_CALL_VOTE_NOTE, -1 } },
  { &mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM, OF_ITEM,
    { MAPPE_DECISION_RESPONSIBLE_ORGANISATION, MAPPE_DECISION_DUE_ON, MAPPE_DECISION_DUE_REASON, MAPPE_DECISION_STATUS,
      MAPPE_DECISION_DONE_ON, MAPPE_DECISION_EXTRACT_SENT_ON, MAPPE_DECISION_NOTE, -1 } },
};

/* Of a meeting itself. */
static const int free_of_meeting[] = { MAPPE_MEETING_MINUTES_STATE, MAPPE_MEETING_MINUTES_SENT_ON,
                                       MAPPE_MEETING_MINUTES_APPROVED_ON, MAPPE_MEETING_NOTE, -1 };

static gboolean
is_free (const int *free, guint field)
{
  while (*free >= 0 && (guint) *free != field)
    free++;
  return *free >= 0;
}

/* The first field of a record that was changed and is none of those that may, or -1; 0 for a new or deleted record. */
static int
changed_field (const MappeGuardChange *change, const int *free)
{
  if (change->before == NULL || change->after == NULL)
    return 0;
  for (guint i = 0; i < change->kind->n_fields; i++)
    if (!is_free (free, i) && !mappe_value_equal (&change->before->values[i], &change->after->values[i]))
      return (int) i;
  return -1;
}

/* A correction that has begun is a newer edition without a seal. */
static gboolean
judge_meeting (MappeApply *apply, const MappeRow *row, int field, gint64 meeting, GError **error)
{
  return mappe_guard_refuse_found (apply, row, field,
                                   N_("The minutes of this meeting are sealed; only a correction of them changes what"
                                      " was recorded"), error,
                                   "SELECT n.id FROM minutes n WHERE n.meeting = $1 AND n.sealed_at IS NOT NULL"
                                   " AND NOT EXISTS (SELECT 1 FROM minutes o WHERE o.meeting = n.meeting"
                                   " AND o.sealed_at IS NULL AND COALESCE (o.edition, 1) > COALESCE (n.edition, 1))"
                                   " LIMIT 1", "i", meeting);
}

/* @row: the record before or after the change: it may have been in one meeting and come into another. */
static gboolean
judge_row (MappeApply *apply, const Recorded *kind, const MappeRow *row, int field, GError **error)
{
  gint64 meeting;

  return row == NULL
         || (mappe_guard_find (apply, &meeting, error, kind->sql, "i", mappe_row_get_int (row, kind->parent))
             && judge_meeting (apply, row, field, meeting, error));
}

/** mappe_guard_sealed: What was recorded of a meeting whose minutes are sealed is not changed. */
gboolean
mappe_guard_sealed (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  int field;

  if (change->kind == &mappe_meeting_kind)
    {
      field = changed_field (change, free_of_meeting);
      return field < 0 || change->before == NULL || judge_meeting (apply, change->before, field, change->id, error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (recorded); i++)
    if (recorded[i].kind == change->kind)
      {
        field = changed_field (change, recorded[i].free);
        return field < 0
               || (judge_row (apply, &recorded[i], change->before, field, error)
                   && judge_row (apply, &recorded[i], change->after, field, error));
      }
  return TRUE;
}
