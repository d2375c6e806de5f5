/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-vote-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-agenda-item.h"
#include "mappe-date.h"
#include "mappe-motion.h"
#include "mappe-sitting-words.h"
#include "mappe-statement.h"
#include "mappe-vote-private.h"

/* Whether a vote can be stored, and what comes out of it. */

static gboolean
is_form (const MappeBallot *ballot, const char *form)
{
  return g_strcmp0 (ballot->form, form) == 0;
}

/**
 * mappe_ballot_count:
 * @counted: (out): the ballot with its sums: at a roll call they come from the votes called
 */
void
mappe_ballot_count (const MappeBallot *ballot, MappeBallot *counted)
{
  *counted = *ballot;
  if (!is_form (ballot, "roll_call"))
    return;
  counted->yes = counted->no = counted->abstain = 0;
  for (guint i = 0; i < ballot->n_called; i++)
    {
      counted->yes += g_strcmp0 (ballot->called[i].vote, "yes") == 0;
      counted->no += g_strcmp0 (ballot->called[i].vote, "no") == 0;
      counted->abstain += g_strcmp0 (ballot->called[i].vote, "abstain") == 0;
    }
}

/**
 * mappe_ballot_secret_needed:
 *
 * Returns: how many must ask for a secret ballot on the item, by the rules of the body (GemO § 40: two thirds of all
 *   members); 0 for an election, which may be secret without being asked for
 */
guint
mappe_ballot_secret_needed (const MappeSitting *sitting, gint64 id)
{
  const MappeSittingItem *item = mappe_sitting_item (sitting, id);
  guint statutory = sitting->rules.statutory;
  MappeVote vote = { .rule = sitting->rules.secret, .statutory = statutory, .entitled = statutory, .yes = statutory };

  if (item == NULL || mappe_act_is (item->row, MAPPE_AGENDA_ITEM_KIND, "election"))
    return 0;
  return mappe_vote_judge (&vote).needed;
}

/* --- faults, in the order in which people look at the form --- */

static MappeBallotField
check_item (const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot, int minute,
            GError **error)
{
  if (item == NULL)
    mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("This item is not on the agenda any more"));
  else if (!mappe_act_may_record_at (sitting, minute, error))
    return MAPPE_BALLOT_WHOLE;
  else if (item->decisions->len > 0 && !ballot->further)
    mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("A vote on item %s was recorded already"), item->number);
  else
    return MAPPE_BALLOT_FINE;
  return MAPPE_BALLOT_WHOLE;
}

static MappeBallotField
check_text (const MappeBallot *ballot, GError **error)
{
  if (!mappe_act_is_empty (ballot->text))
    return MAPPE_BALLOT_FINE;
  mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The wording of the decision is missing"));
  return MAPPE_BALLOT_TEXT;
}

static MappeBallotField
check_quorum (const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot, int minute,
              GError **error)
{
  MappeQuorum quorum = mappe_sitting_quorum (sitting, item, minute);
  g_autofree char *sentence = NULL;

  if (quorum.quorate || !mappe_act_is_empty (ballot->override))
    return MAPPE_BALLOT_FINE;
  sentence = mappe_words_quorum (&quorum, NULL);
  /* Translators: the quorum sentence */
  mappe_act_refuse (error, MAPPE_MEETING_ERROR_QUORUM,
                    _("%s. A vote in spite of that needs a written reason, which the minutes will show"), sentence);
  return MAPPE_BALLOT_OVERRIDE;
}

static MappeBallotField
check_secret (const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot, GError **error)
{
  guint needed = mappe_ballot_secret_needed (sitting, item->row->id);

  if (!is_form (ballot, "secret"))
    return MAPPE_BALLOT_FINE;
  for (guint i = 0; i < item->statements->len; i++)
    if (mappe_act_is (g_ptr_array_index (item->statements, i), MAPPE_STATEMENT_KIND, "dissent"))
      {
        mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE,
                          _("A dissenting opinion was recorded on item %s; the ballot would not be secret"),
                          item->number);
        return MAPPE_BALLOT_WHOLE;
      }
  if (needed == 0 || ballot->secret_yes >= (int) needed)
    return MAPPE_BALLOT_FINE;
  mappe_act_refuse (error, MAPPE_MEETING_ERROR_COUNT,
                    /* Translators: votes needed, the rule in words */
                    _("A secret ballot must be asked for by %u members (%s)"), needed,
                    mappe_words_majority_rule (sitting->rules.secret, NULL));
  return MAPPE_BALLOT_SECRET;
}

static gboolean
is_called (const MappeBallot *ballot, gint64 person)
{
  for (guint i = 0; i < ballot->n_called; i++)
    if (ballot->called[i].person == person && ballot->called[i].vote != NULL)
      return TRUE;
  return FALSE;
}

static MappeBallotField
check_called (const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot, int minute,
              GError **error)
{
  g_autoptr (GPtrArray) voters = g_ptr_array_new ();
  guint n_missing = 0;

  if (!is_form (ballot, "roll_call"))
    return MAPPE_BALLOT_FINE;
  mappe_sitting_entitled (sitting, item, minute, voters);
  for (guint i = 0; i < voters->len; i++)
    n_missing += !is_called (ballot, ((MappeParticipant *) g_ptr_array_index (voters, i))->person);
  if (n_missing == 0 && ballot->n_called == voters->len)
    return MAPPE_BALLOT_FINE;
  if (n_missing > 0)
    mappe_act_refuse (error, MAPPE_MEETING_ERROR_COUNT,
                      mappe_language_plural (NULL, "%u vote is still missing", "%u votes are still missing", n_missing),
                      n_missing);
  else
    mappe_act_refuse (error, MAPPE_MEETING_ERROR_EXCLUDED, _("Somebody was called who may not vote on item %s"),
                      item->number);
  return MAPPE_BALLOT_CALLED;
}

static MappeBallotField
check_counts (const MappeSitting *sitting, const MappeSittingItem *item, const MappeBallot *ballot, int minute,
              GError **error)
{
  MappeVerdict verdict = mappe_sitting_judge (sitting, item, minute, ballot->yes, ballot->no, ballot->abstain,
                                              ballot->chair_yes);
  guint entitled = mappe_sitting_entitled (sitting, item, minute, NULL);
  g_autofree char *fault = mappe_words_vote_fault (&verdict, entitled, NULL);

  if (is_form (ballot, "consensus"))
    return MAPPE_BALLOT_FINE;
  if (entitled == 0)
    fault = (g_free (fault), g_strdup (_("Nobody in the room may vote")));
  if (fault == NULL)
    return MAPPE_BALLOT_FINE;
  mappe_act_refuse (error, MAPPE_MEETING_ERROR_COUNT, "%s", fault);
  return MAPPE_BALLOT_COUNTS;
}

/**
 * mappe_ballot_check:
 * @id: id of the agenda item
 * @minute: minute of the vote
 * @error: set to %MAPPE_MEETING_ERROR with a sentence for people
 *
 * Returns: which part of the ballot is at fault; %MAPPE_BALLOT_FINE when it can be recorded
 */
MappeBallotField
mappe_ballot_check (const MappeSitting *sitting, gint64 id, const MappeBallot *ballot, int minute, GError **error)
{
  const MappeSittingItem *item = mappe_sitting_item (sitting, id);
  MappeBallotField field = check_item (sitting, item, ballot, minute, error);
  MappeBallot counted;

  mappe_ballot_count (ballot, &counted);
  if (field == MAPPE_BALLOT_FINE)
    field = check_text (ballot, error);
  if (field == MAPPE_BALLOT_FINE)
    field = check_quorum (sitting, item, ballot, minute, error);
  if (field == MAPPE_BALLOT_FINE)
    field = check_secret (sitting, item, ballot, error);
  if (field == MAPPE_BALLOT_FINE)
    field = check_called (sitting, item, ballot, minute, error);
  if (field == MAPPE_BALLOT_FINE)
    field = check_counts (sitting, item, &counted, minute, error);
  if (field == MAPPE_BALLOT_FINE && ballot->due_on != NULL && !mappe_date_is_valid (ballot->due_on))
    {
      mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The day is missing"));
      field = MAPPE_BALLOT_WHOLE;
    }
  return field;
}

/* --- the outcome --- */

static gboolean
is_amended (const MappeSittingItem *item, const MappeBallot *ballot)
{
  const char *draft = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_DRAFT_DECISION);
  g_autofree char *planned = draft != NULL ? g_strstrip (g_strdup (draft)) : NULL;
  g_autofree char *decided = g_strstrip (g_strdup (ballot->text != NULL ? ballot->text : ""));

  for (guint i = 0; i < item->motions->len; i++)
    {
      const MappeRow *motion = g_ptr_array_index (item->motions, i);

      if (mappe_act_is (motion, MAPPE_MOTION_KIND, "amendment") &&
          mappe_act_is (motion, MAPPE_MOTION_OUTCOME, "adopted"))
        return TRUE;
    }
  return ballot->objections_accepted || (planned != NULL && !g_str_equal (planned, decided));
}

/**
 * mappe_ballot_outcome:
 *
 * Returns: (transfer none): code of the list item_result: recommended where the body reaches consensus without votes;
 *   adopted as amended when an amendment was adopted or the wording is another than the draft
 */
const char *
mappe_ballot_outcome (const MappeSitting *sitting, gint64 id, const MappeBallot *ballot, int minute)
{
  const MappeSittingItem *item = mappe_sitting_item (sitting, id);
  MappeBallot counted;
  gboolean adopted;

  g_return_val_if_fail (item != NULL, NULL);
  mappe_ballot_count (ballot, &counted);
  adopted = is_form (ballot, "consensus") || mappe_sitting_judge (sitting, item, minute, counted.yes, counted.no,
                                                                  counted.abstain, counted.chair_yes).adopted;
  if (!adopted)
    return "rejected";
  if (sitting->rules.majority == MAPPE_MAJORITY_CONSENSUS)
    return "recommended";
  return is_amended (item, ballot) ? "adopted_amended" : "adopted";
}
