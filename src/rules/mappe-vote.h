/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MAPPE_MAJORITY_SIMPLE,
  MAPPE_MAJORITY_TWO_THIRDS_PRESENT,
  MAPPE_MAJORITY_TWO_THIRDS_STATUTORY,
  MAPPE_MAJORITY_CONSENSUS,
} MappeMajorityRule;

typedef enum {
  MAPPE_TIE_REJECTED,
  MAPPE_TIE_CHAIR,  /* the chair's vote decides */
} MappeTieRule;

/**
 * MappeVote: a vote as counted
 * @rule: majority needed
 * @abstentions_count: whether an abstention counts as a vote cast, so that it works like a no; for the simple majority
 * @tie: what a tie means
 * @statutory: statutory number of members entitled to vote
 * @entitled: members in the room who are entitled to vote and not excluded
 * @yes: votes in favour
 * @no: votes against
 * @abstain: abstentions
 * @chair_yes: with %MAPPE_TIE_CHAIR: the chair voted in favour
 */
typedef struct {
  MappeMajorityRule rule;
  gboolean          abstentions_count;
  MappeTieRule      tie;
  guint             statutory;
  guint             entitled;
  guint             yes, no, abstain;
  gboolean          chair_yes;
} MappeVote;

typedef enum {
  MAPPE_VOTE_FINE,
  MAPPE_VOTE_TOO_FEW,   /* fewer votes than members entitled */
  MAPPE_VOTE_TOO_MANY,
} MappeVoteFault;

/**
 * MappeVerdict: the result with its arithmetic
 * @fault: whether the sums add up; nothing else is valid when they do not
 * @sum: yes + no + abstentions
 * @adopted: the result
 * @tie: half of the votes that count are yes, half are no, under the simple majority
 * @unanimous: all entitled voted in favour
 * @needed: least number of yes votes
 * @of: number the majority is reckoned from
 */
typedef struct {
  MappeVoteFault fault;
  guint          sum;
  gboolean       adopted;
  gboolean       tie;
  gboolean       unanimous;
  guint          needed;
  guint          of;
} MappeVerdict;

gboolean      mappe_majority_rule_parse (const char *code, MappeMajorityRule *rule);
const char   *mappe_majority_rule_code  (MappeMajorityRule rule);
MappeVerdict  mappe_vote_judge          (const MappeVote *vote);

G_END_DECLS
