/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-quorum.h"

static const char *const codes[] = {
  [MAPPE_QUORUM_MORE_THAN_HALF] = "more_than_half",
  [MAPPE_QUORUM_ONE_THIRD] = "one_third",
  [MAPPE_QUORUM_THREE_MEMBERS] = "three_members",
  [MAPPE_QUORUM_NONE] = "none",
};

/**
 * mappe_quorum_rule_parse:
 * @code: (nullable): a code of the list "quorum_rule"
 * @rule: (out): the rule; left as it is when @code is none
 *
 * Returns: whether @code is one of the rules
 */
gboolean
mappe_quorum_rule_parse (const char *code, MappeQuorumRule *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *rule = (MappeQuorumRule) i;
        return TRUE;
      }
  return FALSE;
}

/** mappe_quorum_rule_code: Returns: the code of the list "quorum_rule" */
const char *
mappe_quorum_rule_code (MappeQuorumRule rule)
{
  return codes[rule];
}

/**
 * mappe_quorum_needed:
 * @statutory: statutory number of members entitled to vote
 * @second_needed: fixed number for %MAPPE_QUORUM_THREE_MEMBERS
 *
 * GemO § 39 and MGeschO § 8: more than half of the statutory number; one third of it after exclusions (rounded up: "at
 * least"); three after a second invitation. Nobody is never a quorum: each of these rules needs one member at least.
 * Sentence 3 of GemO § 39 (1), three members where the statutory number of a council has sunk below six, is left out:
 * it differs from more than half for bodies of up to three only, whose members are not a council that shrank.
 *
 * Returns: least number of members
 */
guint
mappe_quorum_needed (MappeQuorumRule rule, guint statutory, guint second_needed)
{
  switch (rule)
    {
    case MAPPE_QUORUM_MORE_THAN_HALF:
      return statutory / 2 + 1;
    case MAPPE_QUORUM_ONE_THIRD:
      return MAX (1, statutory / 3 + (statutory % 3 > 0));
    case MAPPE_QUORUM_THREE_MEMBERS:
      return MAX (1, second_needed);
    case MAPPE_QUORUM_NONE:
    default:
      return 0;
    }
}

static guint
needed_by (const MappeQuorumCase *given, MappeQuorumRule rule)
{
  return mappe_quorum_needed (rule, given->statutory, given->second_needed);
}

/* The rule of an instant: that of a second invitation for the same item goes before the body's, unless the body's own
 * asks for fewer. One third stands in "in deviation from subsection 1" (GemO § 39 (2)), so for either of them, where
 * exclusions are a cause that it is missed, if only one of several (administrative rules to § 39, no. 1). */
static MappeQuorumRule
rule_of (const MappeQuorumCase *given)
{
  MappeQuorumRule rule = given->rule;

  if (given->second_invitation && needed_by (given, MAPPE_QUORUM_THREE_MEMBERS) < needed_by (given, rule))
    rule = MAPPE_QUORUM_THREE_MEMBERS;
  if (given->excluded > 0 && given->present < needed_by (given, rule)
      && needed_by (given, MAPPE_QUORUM_ONE_THIRD) < needed_by (given, rule))
    rule = MAPPE_QUORUM_ONE_THIRD;
  return rule;
}

/**
 * mappe_quorum_find:
 *
 * Finds the quorum of an instant (GemO § 39, MGeschO § 8; bodies may have rules of their own, which are settings).
 * Below one third after an exclusion the chair decides after hearing the others; that is no matter of counting.
 *
 * Returns: the quorum with its arithmetic
 */
MappeQuorum
mappe_quorum_find (const MappeQuorumCase *given)
{
  MappeQuorum quorum = {
    .applied = rule_of (given),
    .present = given->present,
    .statutory = given->statutory,
    .excluded = given->excluded,
  };

  quorum.needed = needed_by (given, quorum.applied);
  quorum.quorate = given->present >= quorum.needed;
  quorum.spare = quorum.quorate ? given->present - quorum.needed : 0;
  return quorum;
}
