/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-vote.h"

static const char *const codes[] = {
  [MAPPE_MAJORITY_SIMPLE] = "simple_majority",
  [MAPPE_MAJORITY_TWO_THIRDS_PRESENT] = "two_thirds_present",
  [MAPPE_MAJORITY_TWO_THIRDS_STATUTORY] = "two_thirds_statutory",
  [MAPPE_MAJORITY_CONSENSUS] = "consensus",
};

/**
 * mappe_majority_rule_parse:
 * @code: (nullable): a code of the list "majority_rule"
 * @rule: (out): the rule; left as it is when @code is none
 *
 * Returns: whether @code is one of the rules
 */
gboolean
mappe_majority_rule_parse (const char *code, MappeMajorityRule *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *rule = (MappeMajorityRule) i;
        return TRUE;
      }
  return FALSE;
}

/** mappe_majority_rule_code: Returns: the code of the list "majority_rule" */
const char *
mappe_majority_rule_code (MappeMajorityRule rule)
{
  return codes[rule];
}

static guint
two_thirds (guint of)
{
  return of / 3 * 2 + of % 3;  /* rounded up: "at least" */
}

static void
find_needed (const MappeVote *vote, MappeVerdict *verdict)
{
  guint counted = vote->abstentions_count ? vote->entitled : vote->yes + vote->no;

  switch (vote->rule)
    {
    case MAPPE_MAJORITY_TWO_THIRDS_PRESENT:
      verdict->of = vote->entitled;
      verdict->needed = MAX (1, two_thirds (vote->entitled));
      break;
    case MAPPE_MAJORITY_TWO_THIRDS_STATUTORY:
      /* A number that was never filled in lowers no majority. */
      verdict->of = MAX (vote->statutory, vote->entitled);
      verdict->needed = MAX (1, two_thirds (verdict->of));
      break;
    case MAPPE_MAJORITY_CONSENSUS:
      verdict->of = vote->yes + vote->no;
      verdict->needed = MAX (1, verdict->of);
      break;
    case MAPPE_MAJORITY_SIMPLE:
    default:
      verdict->of = counted;
      verdict->needed = counted / 2 + 1;
      break;
    }
}

/* Half of the votes that count. Where abstentions count and some abstain, as many yes as no are less than half. */
static gboolean
is_tie (const MappeVote *vote)
{
  return vote->rule == MAPPE_MAJORITY_SIMPLE && vote->yes > 0 && vote->yes == vote->no &&
         (!vote->abstentions_count || vote->abstain == 0);
}

/**
 * mappe_vote_judge:
 *
 * Finds the result of a vote. GemO § 40: the majority of those present decides unless a law says otherwise; two thirds
 * of all members decide on a secret ballot and on the rules of procedure. Whether abstentions count, and what a tie
 * means, are settings of the body; by the model rules abstentions do not count and a tie rejects. Two thirds of those
 * present are reckoned from all who are in the room, for who abstains is present.
 *
 * Returns: the result with its arithmetic; with a fault, only @fault and @sum say something
 */
MappeVerdict
mappe_vote_judge (const MappeVote *vote)
{
  guint64 sum = (guint64) vote->yes + vote->no + vote->abstain;
  MappeVerdict verdict = { .sum = (guint) MIN (sum, G_MAXUINT) };

  if (sum != vote->entitled)
    {
      verdict.fault = sum < vote->entitled ? MAPPE_VOTE_TOO_FEW : MAPPE_VOTE_TOO_MANY;
      return verdict;
    }
  find_needed (vote, &verdict);
  verdict.tie = is_tie (vote);
  verdict.adopted = vote->yes >= verdict.needed;
  if (verdict.tie && vote->tie == MAPPE_TIE_CHAIR)
    verdict.adopted = vote->chair_yes;
  verdict.unanimous = verdict.adopted && vote->yes == vote->entitled;
  return verdict;
}
