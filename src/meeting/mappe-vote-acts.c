/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-vote-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-agenda-item.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision-exclusion.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-motion.h"
#include "mappe-objection.h"
#include "mappe-roll-call-vote.h"
#include "mappe-sitting-words.h"
#include "mappe-vote-private.h"

/* Motions and votes. A vote and all that follows from it is one edit. */

/* --- the decision --- */

static void
set_numbers (MappeRow *decision, const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot,
             int minute)
{
  mappe_act_set_int (decision, MAPPE_DECISION_VOTING_PRESENT, mappe_sitting_present (sitting, minute));
  mappe_act_set_int (decision, MAPPE_DECISION_ELIGIBLE, mappe_sitting_entitled (sitting, item, minute, NULL));
  if (g_str_equal (ballot->form, "consensus"))
    return;
  mappe_act_set_int (decision, MAPPE_DECISION_YES, ballot->yes);
  mappe_act_set_int (decision, MAPPE_DECISION_NO, ballot->no);
  mappe_act_set_int (decision, MAPPE_DECISION_ABSTAIN, ballot->abstain);
  if (g_str_equal (ballot->form, "secret") && ballot->secret_yes >= 0)
    mappe_act_set_int (decision, MAPPE_DECISION_SECRET_YES, ballot->secret_yes);
}

static void
set_rules (MappeRow *decision, const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot,
           int minute)
{
  MappeQuorum quorum = mappe_sitting_quorum (sitting, item, minute);

  mappe_act_set_int (decision, MAPPE_DECISION_STATUTORY, quorum.statutory);
  mappe_act_set_int (decision, MAPPE_DECISION_QUORUM_NEEDED, quorum.needed);
  mappe_act_set_text (decision, MAPPE_DECISION_QUORUM_RULE, mappe_quorum_rule_code (quorum.applied));
  mappe_act_set_text (decision, MAPPE_DECISION_MAJORITY_RULE, mappe_majority_rule_code (sitting->rules.majority));
  if (!quorum.quorate)
    mappe_act_set_text (decision, MAPPE_DECISION_QUORUM_OVERRIDE, ballot->override);
}

static MappeRow *
new_decision (const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot, int minute)
{
  MappeRow *decision = mappe_row_new_preset (&mappe_decision_kind);
  g_autofree char *number = mappe_sitting_next_number (sitting);
  g_autofree char *text = g_strstrip (g_strdup (ballot->text));
  const char *outcome = mappe_ballot_outcome (sitting, item->row->id, ballot, minute);

  mappe_act_set_int (decision, MAPPE_DECISION_AGENDA_ITEM, item->row->id);
  mappe_act_set_text (decision, MAPPE_DECISION_NUMBER, number);
  mappe_act_set_text (decision, MAPPE_DECISION_TEXT, text);
  mappe_act_set_int (decision, MAPPE_DECISION_PUBLIC, item->public);
  mappe_act_set_text (decision, MAPPE_DECISION_VOTE_TYPE, ballot->form);
  mappe_act_set_minute (decision, MAPPE_DECISION_VOTED_AT, minute);
  mappe_act_set_text (decision, MAPPE_DECISION_OUTCOME, outcome);
  mappe_act_set_text (decision, MAPPE_DECISION_DUE_ON, ballot->due_on);
  if (ballot->office > 0)
    mappe_act_set_int (decision, MAPPE_DECISION_RESPONSIBLE_ORGANISATION, ballot->office);
  if (ballot->motion > 0)
    mappe_act_set_int (decision, MAPPE_DECISION_MOTION, ballot->motion);
  /* There is nothing to be done about what was rejected. */
  if (g_str_equal (outcome, "rejected"))
    mappe_act_set_text (decision, MAPPE_DECISION_STATUS, "dropped");
  set_numbers (decision, sitting, item, ballot, minute);
  set_rules (decision, sitting, item, ballot, minute);
  return decision;
}

static void
add_exclusions (MappeEdit *edit, const MappeSittingItem *item, MappeRow *decision, gint64 id)
{
  for (guint i = 0; i < item->conflicts->len; i++)
    {
      const MappeRow *conflict = g_ptr_array_index (item->conflicts, i);
      MappeRow *row;

      if (!mappe_act_is (conflict, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE, "excluded"))
        continue;
      mappe_act_set_text (decision, MAPPE_DECISION_EXCLUSION_GROUND, "§ 22 GemO");
      row = mappe_row_new_preset (&mappe_decision_exclusion_kind);
      mappe_act_set_int (row, MAPPE_DECISION_EXCLUSION_DECISION, id);
      mappe_act_set_int (row, MAPPE_DECISION_EXCLUSION_PERSON,
                         mappe_row_get_int (conflict, MAPPE_CONFLICT_DECLARATION_PERSON));
      mappe_edit_insert (edit, row);
    }
}

static void
add_called (MappeEdit *edit, const MappeBallot *ballot, gint64 id)
{
  for (guint i = 0; g_str_equal (ballot->form, "roll_call") && i < ballot->n_called; i++)
    {
      MappeRow *row = mappe_row_new_preset (&mappe_roll_call_vote_kind);

      mappe_act_set_int (row, MAPPE_ROLL_CALL_VOTE_DECISION, id);
      mappe_act_set_int (row, MAPPE_ROLL_CALL_VOTE_PERSON, ballot->called[i].person);
      mappe_act_set_text (row, MAPPE_ROLL_CALL_VOTE_VOTE, ballot->called[i].vote);
      mappe_edit_insert (edit, row);
    }
}

/* --- approval of minutes --- */

static void
accept_objections (MappeEdit *edit, const MappeSitting *sitting, const MappeSittingItem *item)
{
  for (guint i = 0; i < item->subject_objections->len; i++)
    {
      const MappeRow *base = g_ptr_array_index (item->subject_objections, i);
      MappeRow *objection;

      if (!mappe_act_is (base, MAPPE_OBJECTION_OUTCOME, "open"))
        continue;
      objection = mappe_act_update (edit, base);
      mappe_act_set_text (objection, MAPPE_OBJECTION_OUTCOME, "accepted");
      mappe_act_set_int (objection, MAPPE_OBJECTION_DECIDED_IN, sitting->meeting->id);
    }
}

/* The decision of the standing item approves the minutes of the meeting that it is about. */
static void
approve_minutes (MappeEdit *edit, const MappeSitting *sitting, const MappeSittingItem *item,
                 const MappeBallot *ballot)
{
  const char *day = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON);
  MappeRow *row;

  if (item->subject == NULL || !mappe_act_is (item->row, MAPPE_AGENDA_ITEM_STANDING, "approval"))
    return;
  if (item->subject_minutes == NULL || mappe_row_is_null (item->subject_minutes, MAPPE_MINUTES_SEALED_AT))
    {
      row = mappe_act_update (edit, item->subject);
      mappe_act_set_text (row, MAPPE_MEETING_MINUTES_STATE, "approved");
      mappe_act_set_text (row, MAPPE_MEETING_MINUTES_APPROVED_ON, day);
    }
  if (item->subject_minutes != NULL && mappe_row_is_null (item->subject_minutes, MAPPE_MINUTES_SEALED_AT))
    {
      row = mappe_act_update (edit, item->subject_minutes);
      mappe_act_set_text (row, MAPPE_MINUTES_STATE, "approved");
      mappe_act_set_text (row, MAPPE_MINUTES_APPROVED_ON, day);
    }
  if (ballot->objections_accepted)
    accept_objections (edit, sitting, item);
}

/**
 * mappe_vote_record:
 * @id: id of the agenda item
 * @minute: minute of the vote
 *
 * Records a vote: the decision with its number, sums, exclusions and rules, the votes of a roll call, the result of the
 * item, and for the approval of minutes the state of those minutes.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_vote_record (const MappeSitting *sitting, gint64 id, const MappeBallot *ballot, int minute, GError **error)
{
  const MappeSittingItem *item = mappe_sitting_item (sitting, id);
  MappeBallot counted;
  MappeEdit *edit;
  MappeRow *decision, *row;
  gint64 decision_id;

  g_return_val_if_fail (ballot->form != NULL, NULL);
  if (mappe_ballot_check (sitting, id, ballot, minute, error) != MAPPE_BALLOT_FINE)
    return NULL;
  mappe_ballot_count (ballot, &counted);
  edit = mappe_act_begin (_("Vote on item %s"), item->number);
  decision = new_decision (sitting, item, &counted, minute);
  decision_id = mappe_edit_insert (edit, decision);
  add_exclusions (edit, item, decision, decision_id);
  add_called (edit, &counted, decision_id);
  row = mappe_act_update (edit, item->row);
  mappe_act_set_text (row, MAPPE_AGENDA_ITEM_RESULT, mappe_row_get_text (decision, MAPPE_DECISION_OUTCOME));
  if (!mappe_act_is (decision, MAPPE_DECISION_OUTCOME, "rejected"))
    approve_minutes (edit, sitting, item, ballot);
  return edit;
}

/* --- motions --- */

static const MappeRow *
find_motion (const MappeSitting *sitting, gint64 id, const MappeSittingItem **its_item, GError **error)
{
  for (guint i = 0; i < sitting->items->len; i++)
    {
      *its_item = g_ptr_array_index (sitting->items, i);
      for (guint m = 0; m < (*its_item)->motions->len; m++)
        if (((MappeRow *) g_ptr_array_index ((*its_item)->motions, m))->id == id)
          return g_ptr_array_index ((*its_item)->motions, m);
    }
  return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This motion is not there any more"));
}

/** mappe_vote_put_motion: Returns: (transfer full) (nullable): a motion or an amendment is put; %NULL with
 * %MAPPE_MEETING_ERROR when it is refused */
MappeEdit *
mappe_vote_put_motion (const MappeSitting *sitting, gint64 id, const MappeMotionDraft *draft, int minute,
                       GError **error)
{
  const MappeSittingItem *item = mappe_sitting_item (sitting, id);
  MappeEdit *edit;
  MappeRow *row;

  if (item == NULL)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This item is not on the agenda any more"));
  if (!mappe_act_may_record_at (sitting, minute, error))
    return NULL;
  if (mappe_act_is_empty (draft->text))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The wording of the motion is missing"));
  if (draft->proposer > 0 && mappe_sitting_excluded (sitting, item, draft->proposer))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_EXCLUDED,
                             _("Who is excluded from item %s puts no motion on it"), item->number);
  edit = mappe_act_begin (_("Motion on item %s"), item->number);
  row = mappe_row_new_preset (&mappe_motion_kind);
  mappe_act_set_int (row, MAPPE_MOTION_AGENDA_ITEM, id);
  mappe_act_set_text (row, MAPPE_MOTION_KIND, draft->kind);
  mappe_act_set_text (row, MAPPE_MOTION_PROPOSER_NAME, draft->proposer_name);
  mappe_act_set_text (row, MAPPE_MOTION_TEXT, draft->text);
  mappe_act_set_minute (row, MAPPE_MOTION_PUT_AT, minute);
  if (draft->proposer > 0)
    mappe_act_set_int (row, MAPPE_MOTION_PROPOSER, draft->proposer);
  mappe_edit_insert (edit, row);
  return edit;
}

static gboolean
is_open_motion (const MappeSitting *sitting, const MappeRow *motion, GError **error)
{
  if (!mappe_act_may_record (sitting, error))
    return FALSE;
  if (mappe_row_is_null (motion, MAPPE_MOTION_OUTCOME) || mappe_act_is (motion, MAPPE_MOTION_OUTCOME, "open"))
    return TRUE;
  return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("This motion is settled already")) != NULL;
}

/** mappe_vote_change_motion: Returns: (transfer full) (nullable): another wording of an open motion; %NULL with
 * %MAPPE_MEETING_ERROR when it is refused */
MappeEdit *
mappe_vote_change_motion (const MappeSitting *sitting, gint64 id, const char *text, GError **error)
{
  const MappeSittingItem *item = NULL;
  const MappeRow *motion = find_motion (sitting, id, &item, error);
  MappeEdit *edit;

  if (motion == NULL || !is_open_motion (sitting, motion, error))
    return NULL;
  if (mappe_act_is_empty (text))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The wording of the motion is missing"));
  edit = mappe_act_begin (_("Motion on item %s"), item->number);
  mappe_act_set_text (mappe_act_update (edit, motion), MAPPE_MOTION_TEXT, text);
  return edit;
}

/**
 * mappe_vote_judge_motion:
 *
 * A vote on a motion or an amendment. Like the vote on the item it needs a quorum and sums that add up.
 *
 * Returns: (transfer full) (nullable): the act; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_vote_judge_motion (const MappeSitting *sitting, gint64 id, guint yes, guint no, guint abstain, int minute,
                         GError **error)
{
  const MappeSittingItem *item = NULL;
  const MappeRow *motion = find_motion (sitting, id, &item, error);
  MappeVerdict verdict;
  MappeQuorum quorum;
  g_autofree char *fault = NULL, *sentence = NULL;
  MappeEdit *edit;
  MappeRow *row;

  if (motion == NULL || !is_open_motion (sitting, motion, error) || !mappe_act_may_record_at (sitting, minute, error))
    return NULL;
  quorum = mappe_sitting_quorum (sitting, item, minute);
  sentence = mappe_words_quorum (&quorum, NULL);
  if (!quorum.quorate)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_QUORUM, "%s", sentence);
  verdict = mappe_sitting_judge (sitting, item, minute, yes, no, abstain, FALSE);
  fault = mappe_words_vote_fault (&verdict, mappe_sitting_entitled (sitting, item, minute, NULL), NULL);
  if (fault != NULL)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_COUNT, "%s", fault);
  edit = mappe_act_begin (_("Vote on a motion, item %s"), item->number);
  row = mappe_act_update (edit, motion);
  mappe_act_set_minute (row, MAPPE_MOTION_VOTED_AT, minute);
  mappe_act_set_int (row, MAPPE_MOTION_ELIGIBLE, verdict.sum);
  mappe_act_set_int (row, MAPPE_MOTION_YES, yes);
  mappe_act_set_int (row, MAPPE_MOTION_NO, no);
  mappe_act_set_int (row, MAPPE_MOTION_ABSTAIN, abstain);
  mappe_act_set_text (row, MAPPE_MOTION_OUTCOME, verdict.adopted ? "adopted" : "rejected");
  return edit;
}

/** mappe_vote_withdraw_motion: Returns: (transfer full) (nullable): the motion is withdrawn; %NULL with
 * %MAPPE_MEETING_ERROR when it is refused */
MappeEdit *
mappe_vote_withdraw_motion (const MappeSitting *sitting, gint64 id, GError **error)
{
  const MappeSittingItem *item = NULL;
  const MappeRow *motion = find_motion (sitting, id, &item, error);
  MappeEdit *edit;

  if (motion == NULL || !is_open_motion (sitting, motion, error))
    return NULL;
  edit = mappe_act_begin (_("Motion withdrawn, item %s"), item->number);
  mappe_act_set_text (mappe_act_update (edit, motion), MAPPE_MOTION_OUTCOME, "withdrawn");
  return edit;
}
