/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-minutes-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-decision.h"
#include "mappe-roll-call-vote.h"
#include "mappe-sitting-words.h"
#include "mappe-task.h"

/* Decisions with quorum, form of vote, wording and result: GemO §§ 39 to 41. */

static guint
count_of (const MappeRow *row, guint field)
{
  return (guint) MAX (mappe_row_get_int (row, field), 0);
}

/* --- the result, reckoned again from the numbers of the decision --- */

static MappeSittingRules
rules_of (const MappeSitting *sitting, const MappeRow *decision)
{
  MappeSittingRules rules = sitting->rules;

  mappe_majority_rule_parse (mappe_row_get_text (decision, MAPPE_DECISION_MAJORITY_RULE), &rules.majority);
  if (!mappe_row_is_null (decision, MAPPE_DECISION_STATUTORY))
    rules.statutory = count_of (decision, MAPPE_DECISION_STATUTORY);
  return rules;
}

static gboolean
was_adopted (const MappeRow *decision)
{
  static const char *const adopted[] = { "adopted", "adopted_amended", "recommended", NULL };
  const char *outcome = mappe_row_get_text (decision, MAPPE_DECISION_OUTCOME);

  return outcome != NULL && g_strv_contains (adopted, outcome);
}

static MappeVerdict
judge (const MappeSittingRules *rules, const MappeRow *decision)
{
  MappeVote vote = {
    .rule = rules->majority,
    .abstentions_count = rules->abstentions_count,
    .tie = rules->tie,
    .statutory = rules->statutory,
    .entitled = count_of (decision, MAPPE_DECISION_ELIGIBLE),
    .yes = count_of (decision, MAPPE_DECISION_YES),
    .no = count_of (decision, MAPPE_DECISION_NO),
    .abstain = count_of (decision, MAPPE_DECISION_ABSTAIN),
    .chair_yes = was_adopted (decision),
  };

  return mappe_vote_judge (&vote);
}

/* What was decided although or because of the counts: "Adopted as amended", "Deferred" */
static const char *
outcome_of (const MappeSitting *sitting, const MappeRow *decision, const MappeLanguage *language)
{
  return mappe_sitting_code (sitting, "item_result", mappe_row_get_text (decision, MAPPE_DECISION_OUTCOME), language);
}

/**
 * mappe_minutes_vote_text:
 *
 * Returns: (transfer full): counts and result of a decision with the rule: "9 in favour, 1 against, 1 abstention.
 *   Adopted (majority of those present: 6 of 10 needed)"; "" when nothing is recorded
 */
char *
mappe_minutes_vote_text (const MappeSitting *sitting, const MappeSittingDecision *decision,
                         const MappeLanguage *language)
{
  MappeSittingRules rules = rules_of (sitting, decision->row);
  g_autofree char *counts = NULL, *verdict_text = NULL;
  MappeVerdict verdict;

  if (mappe_row_is_null (decision->row, MAPPE_DECISION_YES))
    return g_strdup (outcome_of (sitting, decision->row, language));
  verdict = judge (&rules, decision->row);
  counts = mappe_words_counts (count_of (decision->row, MAPPE_DECISION_YES),
                               count_of (decision->row, MAPPE_DECISION_NO),
                               count_of (decision->row, MAPPE_DECISION_ABSTAIN), language);
  verdict_text = verdict.fault == MAPPE_VOTE_FINE ? mappe_words_verdict (&rules, &verdict, language)
                                                  : g_strdup (outcome_of (sitting, decision->row, language));
  return g_strdup_printf ("%s. %s", counts, verdict_text);
}

/* --- quorum at the vote: GemO § 39 --- */

/* As it was stored with the vote, else found again from its numbers. */
static MappeQuorum
quorum_of (const MappeSitting *sitting, const MappeSittingItem *item, const MappeSittingDecision *decision)
{
  const MappeRow *row = decision->row;
  MappeQuorumCase given = {
    .rule = sitting->rules.quorum,
    .statutory = rules_of (sitting, row).statutory,
    .second_invitation = mappe_sitting_is_second (sitting, item),
    .second_needed = sitting->rules.second_needed,
    .present = count_of (row, mappe_row_is_null (row, MAPPE_DECISION_ELIGIBLE) ? MAPPE_DECISION_VOTING_PRESENT
                                                                               : MAPPE_DECISION_ELIGIBLE),
    .excluded = decision->excluded->len,
  };
  MappeQuorum quorum = mappe_quorum_find (&given);

  mappe_quorum_rule_parse (mappe_row_get_text (row, MAPPE_DECISION_QUORUM_RULE), &quorum.applied);
  if (!mappe_row_is_null (row, MAPPE_DECISION_QUORUM_NEEDED))
    quorum.needed = count_of (row, MAPPE_DECISION_QUORUM_NEEDED);
  quorum.quorate = quorum.present >= quorum.needed;
  return quorum;
}

static void
add_quorum (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item,
            const MappeSittingDecision *decision)
{
  const MappeLanguage *language = build->language;
  const char *reason = mappe_row_get_text (decision->row, MAPPE_DECISION_QUORUM_OVERRIDE);
  MappeQuorum quorum = quorum_of (build->sitting, item, decision);
  g_autofree char *sentence = NULL;

  if (mappe_row_is_null (decision->row, MAPPE_DECISION_VOTING_PRESENT))
    return;
  sentence = mappe_words_quorum (&quorum, language);
  mappe_node_add_paragraph (node, sentence);
  if (reason != NULL)
    mappe_minutes_add_bold (node, L_("Voted without a quorum, because:"), reason);
}

/* --- form of vote, names at a roll call: MGeschO § 26 (1) nos. 6 and 7 --- */

static void
add_form (const MappeMinutesBuild *build, MappeNode *node, const MappeRow *decision)
{
  const MappeLanguage *language = build->language;
  const char *form = mappe_row_get_text (decision, MAPPE_DECISION_VOTE_TYPE);
  g_autofree char *text = NULL;

  if (form == NULL || g_str_equal (form, "open"))
    return;
  text = g_strdup (mappe_sitting_code (build->sitting, "vote_type", form, language));
  if (!mappe_row_is_null (decision, MAPPE_DECISION_SECRET_YES))
    {
      g_autofree char *plain = g_steal_pointer (&text);
      guint n = count_of (decision, MAPPE_DECISION_SECRET_YES);

      text = g_strdup_printf (mappe_language_plural (language, "%s (%u vote for the secret ballot)",
                                                     "%s (%u votes for the secret ballot)", n), plain, n);
    }
  mappe_minutes_add_bold (node, L_("Form of vote:"), text);
}

static void
add_called (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingDecision *decision, const char *vote)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *heading = NULL;
  guint n = 0;

  for (guint i = 0; i < decision->roll_call->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (decision->roll_call, i);
      g_autofree char *name = NULL;

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_ROLL_CALL_VOTE_VOTE), vote) != 0)
        continue;
      name = mappe_sitting_person_name (build->sitting, mappe_row_get_int (row, MAPPE_ROLL_CALL_VOTE_PERSON));
      g_string_append_printf (names, n > 0 ? ", %s" : "%s", name != NULL ? name : "?");
      n++;
    }
  if (n == 0)
    return;
  heading = g_strdup_printf ("%s (%u):", mappe_sitting_code (build->sitting, "vote", vote, build->language), n);
  mappe_minutes_add_bold (node, heading, names->str);
}

/* A secret ballot never has names. */
static void
add_roll_call (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingDecision *decision)
{
  static const char *const votes[] = { "yes", "no", "abstain" };

  if (g_strcmp0 (mappe_row_get_text (decision->row, MAPPE_DECISION_VOTE_TYPE), "roll_call") != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    add_called (build, node, decision, votes[i]);
}

/* --- a decision --- */

static void
add_result (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item,
            const MappeSittingDecision *decision)
{
  const MappeLanguage *language = build->language;
  gboolean election = g_strcmp0 (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_KIND), "election") == 0;
  g_autofree char *text = mappe_minutes_vote_text (build->sitting, decision, language);
  MappeNode *vote = mappe_node_add (node, MAPPE_ROLE_VOTE);

  mappe_minutes_add_bold (vote, election ? L_("Result of the election:") : L_("Result of the vote:"), text);
  if (g_strcmp0 (mappe_row_get_text (decision->row, MAPPE_DECISION_OUTCOME), "adopted_amended") == 0)
    mappe_node_add_paragraph (vote, outcome_of (build->sitting, decision->row, language));
  add_roll_call (build, vote, decision);
}

/* A decision that is not public is for members, wherever it was made. */
MappeClass
mappe_minutes_class_of_decision (const MappeSittingDecision *decision)
{
  return mappe_row_get_int (decision->row, MAPPE_DECISION_PUBLIC) != 0 ? MAPPE_CLASS_PUBLIC : MAPPE_CLASS_MEMBERS;
}

/* A decision with its number, wording and vote. */
void
mappe_minutes_build_decision (const MappeMinutesBuild *build, MappeNode *node, const MappeSittingItem *item,
                              const MappeSittingDecision *decision)
{
  const MappeLanguage *language = build->language;
  const MappeRow *row = decision->row;
  const char *number = mappe_row_get_text (row, MAPPE_DECISION_NUMBER);
  guint first = node->children->len;
  MappeNode *part;

  add_quorum (build, node, item, decision);
  add_form (build, node, row);
  part = mappe_node_add (node, MAPPE_ROLE_DECISION);
  part->text = g_strdup (L_("Decision"));
  part->number = g_strdup (number);
  mappe_node_set_source (part, row->kind->name, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  mappe_node_add_paragraph (part, mappe_row_get_text (row, MAPPE_DECISION_TEXT));
  add_result (build, node, item, decision);
  mappe_minutes_restrict_from (node, first, mappe_minutes_class_of_decision (decision));
}

/* --- tasks --- */

/* Returns: (transfer full) (nullable): the day a task is due */
char *
mappe_minutes_task_due (const MappeRow *task, const MappeLanguage *language)
{
  const char *due = mappe_row_get_text (task, MAPPE_TASK_DUE_ON);

  return due != NULL ? mappe_language_date (language, due) : NULL;
}

/* Returns: (transfer full) (nullable): who is responsible: the person, and the office when it is another's or alone */
char *
mappe_minutes_task_who (const MappeSitting *sitting, const MappeListed *task)
{
  const char *office = task->shown[MAPPE_TASK_RESPONSIBLE_ORGANISATION];
  g_autofree char *name =
      mappe_sitting_person_name (sitting, mappe_row_get_int (task->row, MAPPE_TASK_RESPONSIBLE_MEMBER));

  if (name != NULL && office != NULL)
    return g_strdup_printf ("%s (%s)", name, office);
  return name != NULL ? g_steal_pointer (&name) : g_strdup (office);
}
