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
#include "mappe-minutes.h"
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

/* @parent: field that leads to the meeting, by way of @sql, or -1 for the id; @free: fields that may change, ended by
 * -1 */
typedef struct {
  const MappeKind *kind;
  int              parent;
  const char      *sql;
  int              free[8];
} Recorded;

static const Recorded recorded[] = {
  { &mappe_meeting_kind, -1, OF_MEETING,
    { MAPPE_MEETING_MINUTES_STATE, MAPPE_MEETING_MINUTES_SENT_ON, MAPPE_MEETING_MINUTES_APPROVED_ON,
      MAPPE_MEETING_NOTE, -1 } },
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
#define SEALED                                                                                                        \
  "SELECT n.id FROM minutes n WHERE n.meeting = $1 AND n.sealed_at IS NOT NULL"                                       \
  " AND NOT EXISTS (SELECT 1 FROM minutes o WHERE o.meeting = n.meeting"                                              \
  " AND o.sealed_at IS NULL AND COALESCE (o.edition, 1) > COALESCE (n.edition, 1)) LIMIT 1"

/* What comes together with its meeting was recorded elsewhere, before the seal. */
static gboolean
judge_meeting (MappeApply *apply, const MappeRow *row, int field, gint64 meeting, GError **error)
{
  return mappe_guard_is_new (apply, &mappe_meeting_kind, meeting)
         || mappe_guard_refuse_found (apply, row, field,
                                   N_("The minutes of this meeting are sealed; only a correction of them changes what"
                                      " was recorded"), error,
                                   SEALED, "i", meeting);
}

static gboolean
find_meeting (MappeApply *apply, const Recorded *kind, const MappeRow *row, gint64 *meeting, GError **error)
{
  return mappe_guard_find (apply, meeting, error, kind->sql, "i",
                           kind->parent < 0 ? row->id : mappe_row_get_int (row, (guint) kind->parent));
}

/* @row: the record before or after the change: it may have been in one meeting and come into another. */
static gboolean
judge_row (MappeApply *apply, const Recorded *kind, const MappeRow *row, int field, GError **error)
{
  gint64 meeting;

  return row == NULL
         || (find_meeting (apply, kind, row, &meeting, error) && judge_meeting (apply, row, field, meeting, error));
}

static const Recorded *
recorded_kind (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (recorded); i++)
    if (recorded[i].kind == kind)
      return &recorded[i];
  return NULL;
}

/** mappe_guard_sealed: What was recorded of a meeting whose minutes are sealed is not changed. */
gboolean
mappe_guard_sealed (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const Recorded *kind = recorded_kind (change->kind);
  int field = kind != NULL ? changed_field (change, kind->free) : -1;

  return field < 0
         || (judge_row (apply, kind, change->before, field, error)
             && judge_row (apply, kind, change->after, field, error));
}

/* --- what undo leaves alone --- */

/* Minutes themselves, whatever field it is about. */
static const Recorded minutes = { &mappe_minutes_kind, MAPPE_MINUTES_MEETING, OF_MEETING, { -1 } };

/** mappe_guard_is_recorded: Returns: whether records of @kind may stay as they are because minutes are sealed */
gboolean
mappe_guard_is_recorded (const MappeKind *kind)
{
  return kind == &mappe_minutes_kind || recorded_kind (kind) != NULL;
}

static gboolean
find_seal (MappeApply *apply, const Recorded *kind, const MappeRow *row, gboolean *kept, GError **error)
{
  gint64 meeting, found;

  if (row == NULL || *kept)
    return TRUE;
  if (!find_meeting (apply, kind, row, &meeting, error)
      || !mappe_guard_find (apply, &found, error, SEALED, "i", meeting))
    return FALSE;
  *kept = found != 0 || mappe_guard_is_sealed (row);
  return TRUE;
}

/**
 * mappe_guard_is_kept:
 * @change: what would be taken back: @before is the record as it is, @after as it would be
 * @kept: (out): whether it stays since minutes are sealed
 *
 * Returns: whether that could be found out
 */
gboolean
mappe_guard_is_kept (MappeConn *conn, const MappeGuardChange *change, gboolean *kept, GError **error)
{
  const Recorded *kind = change->kind == &mappe_minutes_kind ? &minutes : recorded_kind (change->kind);
  MappeApply apply = { .conn = conn };

  *kept = FALSE;
  return kind == NULL || changed_field (change, kind->free) < 0
         || (find_seal (&apply, kind, change->before, kept, error)
             && find_seal (&apply, kind, change->after, kept, error));
}
