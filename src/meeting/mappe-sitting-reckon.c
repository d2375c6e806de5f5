/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-private.h"

#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-body.h"
#include "mappe-conflict-declaration.h"
#include "mappe-meeting.h"
#include "mappe-numbering.h"

/* From the records of a meeting to the questions of src/rules. */

/** mappe_participant_present: Returns: whether the person, or the deputy, is in the room at that minute */
gboolean
mappe_participant_present (const MappeParticipant *self, int minute)
{
  return mappe_presence_at ((const MappeStay *) self->stays->data, self->stays->len, minute);
}

/** mappe_participant_deputy_from: Returns: minute from which a deputy sits in for the member, who was there before;
 * %MAPPE_MINUTE_NONE for a deputy who was there all along, and without one */
int
mappe_participant_deputy_from (const MappeParticipant *self)
{
  if (g_strcmp0 (self->status, "deputised") != 0)
    return MAPPE_MINUTE_NONE;
  return mappe_minute_parse (mappe_row_get_text (self->attendance, MAPPE_ATTENDANCE_DEPUTY_FROM));
}

/**
 * mappe_sitting_excluded:
 * @item: (nullable): an agenda item
 * @person: id of a person
 *
 * Returns: whether the person is excluded from debate and vote of @item for a conflict of interest (GemO § 22)
 */
gboolean
mappe_sitting_excluded (const MappeSitting *self, const MappeSittingItem *item, gint64 person)
{
  for (guint i = 0; item != NULL && i < item->conflicts->len; i++)
    {
      const MappeRow *conflict = g_ptr_array_index (item->conflicts, i);

      if (mappe_row_get_int (conflict, MAPPE_CONFLICT_DECLARATION_PERSON) == person &&
          g_strcmp0 (mappe_row_get_text (conflict, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE), "excluded") == 0)
        return TRUE;
    }
  return FALSE;
}

/** mappe_sitting_present: Returns: members entitled to vote in this meeting who are in the room, excluded or not */
guint
mappe_sitting_present (const MappeSitting *self, int minute)
{
  return mappe_sitting_entitled (self, NULL, minute, NULL);
}

/**
 * mappe_sitting_entitled:
 * @item: (nullable): an agenda item, whose excluded members do not take part
 * @minute: minute of the day
 * @participants: (nullable) (element-type MappeParticipant): who they are, is added here
 *
 * Returns: how many may vote
 */
guint
mappe_sitting_entitled (const MappeSitting *self, const MappeSittingItem *item, int minute, GPtrArray *participants)
{
  guint n = 0;

  for (guint i = 0; i < self->participants->len; i++)
    {
      MappeParticipant *participant = g_ptr_array_index (self->participants, i);

      if (!participant->voting || !mappe_participant_present (participant, minute) ||
          mappe_sitting_excluded (self, item, participant->person))
        continue;
      n++;
      if (participants != NULL)
        g_ptr_array_add (participants, participant);
    }
  return n;
}

/**
 * mappe_sitting_is_second:
 * @item: (nullable): an agenda item
 *
 * Returns: whether the quorum of a second invitation applies: meeting and item are invited to for the second time
 *   (GemO § 39: the same item; all others need the normal quorum)
 */
gboolean
mappe_sitting_is_second (const MappeSitting *self, const MappeSittingItem *item)
{
  return item != NULL && mappe_row_get_int (self->meeting, MAPPE_MEETING_SECOND_INVITATION) != 0 &&
         mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_SECOND_READING) != 0;
}

/**
 * mappe_sitting_quorum:
 * @item: (nullable): the item that is being dealt with
 * @minute: minute of the day
 *
 * Returns: the quorum at that minute with its arithmetic
 */
MappeQuorum
mappe_sitting_quorum (const MappeSitting *self, const MappeSittingItem *item, int minute)
{
  MappeQuorumCase given = {
    .rule = self->rules.quorum,
    .statutory = self->rules.statutory,
    .second_invitation = mappe_sitting_is_second (self, item),
    .second_needed = self->rules.second_needed,
    .present = mappe_sitting_entitled (self, item, minute, NULL),
  };

  for (guint i = 0; item != NULL && i < self->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (self->participants, i);

      given.excluded += participant->voting && mappe_sitting_excluded (self, item, participant->person);
    }
  return mappe_quorum_find (&given);
}

/**
 * mappe_sitting_judge:
 * @item: the item voted on
 * @minute: minute of the vote
 * @chair_yes: the chair voted in favour, where that decides a tie
 *
 * Returns: the result by the rules of the body
 */
MappeVerdict
mappe_sitting_judge (const MappeSitting *self, const MappeSittingItem *item, int minute, guint yes, guint no,
                     guint abstain, gboolean chair_yes)
{
  MappeVote vote = {
    .rule = self->rules.majority,
    .abstentions_count = self->rules.abstentions_count,
    .tie = self->rules.tie,
    .statutory = self->rules.statutory,
    .entitled = mappe_sitting_entitled (self, item, minute, NULL),
    .yes = yes,
    .no = no,
    .abstain = abstain,
    .chair_yes = chair_yes,
  };

  return mappe_vote_judge (&vote);
}

/**
 * mappe_sitting_item_at:
 * @minute: minute of the day
 *
 * Returns: (transfer none) (nullable): the item that is being dealt with: by when it was called, else by the plan
 */
const MappeSittingItem *
mappe_sitting_item_at (const MappeSitting *self, int minute)
{
  const MappeSittingItem *planned = NULL, *called = NULL;
  int latest = MAPPE_MINUTE_NONE;

  for (guint i = 0; i < self->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (self->items, i);
      int opened = mappe_minute_parse (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_OPENED_AT));
      int closed = mappe_minute_parse (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT));
      gboolean running = opened != MAPPE_MINUTE_NONE && opened <= minute && (closed == MAPPE_MINUTE_NONE ||
                                                                            minute < closed);

      if (running && opened >= latest)
        {
          called = item;
          latest = opened;
        }
      if (item->start != MAPPE_MINUTE_NONE && item->start <= minute)
        planned = item;
    }
  return called != NULL ? called : planned;
}

/* The part of a number before the year, as the body wrote it last. */
static char *
last_prefix (const MappeSitting *self)
{
  for (guint i = self->decision_numbers != NULL ? g_strv_length (self->decision_numbers) : 0; i > 0; i--)
    {
      g_auto (MappeDecisionNumber) number = { 0 };

      if (mappe_decision_number_parse (self->decision_numbers[i - 1], &number))
        return g_strdup (number.prefix);
    }
  return g_strdup ("");
}

/**
 * mappe_sitting_next_number:
 *
 * Returns: (transfer full): the number of the next decision, without a gap: "KPR 2026/09"
 */
char *
mappe_sitting_next_number (const MappeSitting *self)
{
  const char *prefix = mappe_row_get_text (self->body, MAPPE_BODY_DECISION_PREFIX);
  g_autofree char *last = prefix == NULL ? last_prefix (self) : NULL;
  int year = (int) g_ascii_strtoll (mappe_row_get_text (self->meeting, MAPPE_MEETING_HELD_ON), NULL, 10);

  return mappe_decision_number_next (prefix != NULL ? prefix : last, year,
                                     (const char *const *) self->decision_numbers);
}
