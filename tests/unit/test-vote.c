/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-vote.h"

#define SIMPLE MAPPE_MAJORITY_SIMPLE
#define PRESENT MAPPE_MAJORITY_TWO_THIRDS_PRESENT
#define STATUTORY MAPPE_MAJORITY_TWO_THIRDS_STATUTORY
#define CONSENSUS MAPPE_MAJORITY_CONSENSUS

typedef struct {
  MappeMajorityRule rule;
  gboolean abstentions_count;
  guint yes, no, abstain;
  guint needed, of;
  gboolean adopted, tie, unanimous;
} Case;

static MappeVote
vote_of (const Case *c)
{
  return (MappeVote) { .rule = c->rule, .abstentions_count = c->abstentions_count, .statutory = 19,
                       .entitled = c->yes + c->no + c->abstain, .yes = c->yes, .no = c->no, .abstain = c->abstain };
}

static void
judge (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      MappeVote vote = vote_of (&cases[i]);
      MappeVerdict verdict = mappe_vote_judge (&vote);

      g_assert_cmpint (verdict.fault, ==, MAPPE_VOTE_FINE);
      g_assert_cmpuint (verdict.sum, ==, vote.entitled);
      g_assert_cmpuint (verdict.needed, ==, cases[i].needed);
      g_assert_cmpuint (verdict.of, ==, cases[i].of);
      g_assert_cmpint (verdict.adopted, ==, cases[i].adopted);
      g_assert_cmpint (verdict.tie, ==, cases[i].tie);
      g_assert_cmpint (verdict.unanimous, ==, cases[i].unanimous);
    }
}

static void
test_codes (void)
{
  static const char *const codes[] = { "simple_majority", "two_thirds_present", "two_thirds_statutory", "consensus" };
  MappeMajorityRule rule = CONSENSUS;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (mappe_majority_rule_parse (codes[i], &rule));
      g_assert_cmpstr (mappe_majority_rule_code (rule), ==, codes[i]);
    }
  rule = PRESENT;
  g_assert_false (mappe_majority_rule_parse (NULL, &rule));
  g_assert_false (mappe_majority_rule_parse ("", &rule));
  g_assert_false (mappe_majority_rule_parse ("simple", &rule));
  g_assert_cmpint (rule, ==, PRESENT);
}

static void
test_simple (void)
{
  static const Case cases[] = {
    { SIMPLE, FALSE, 9, 1, 1, 6, 10, TRUE, FALSE, FALSE },    /* D-15 */
    { SIMPLE, FALSE, 4, 9, 2, 7, 13, FALSE, FALSE, FALSE },   /* D-10 */
    { SIMPLE, FALSE, 14, 0, 1, 8, 14, TRUE, FALSE, FALSE },   /* D-11 */
    { SIMPLE, FALSE, 5, 0, 0, 3, 5, TRUE, FALSE, TRUE },      /* D-05 */
    { SIMPLE, FALSE, 6, 5, 0, 6, 11, TRUE, FALSE, FALSE },
    { SIMPLE, FALSE, 5, 6, 0, 6, 11, FALSE, FALSE, FALSE },
    { SIMPLE, FALSE, 1, 0, 10, 1, 1, TRUE, FALSE, FALSE },    /* one is enough where all others abstain */
    { SIMPLE, FALSE, 0, 0, 11, 1, 0, FALSE, FALSE, FALSE },
    { SIMPLE, FALSE, 0, 11, 0, 6, 11, FALSE, FALSE, FALSE },
    { SIMPLE, FALSE, 0, 0, 0, 1, 0, FALSE, FALSE, FALSE },    /* nobody in the room */
  };

  judge (cases, G_N_ELEMENTS (cases));
}

static void
test_abstentions_count (void)
{
  static const Case cases[] = {
    { SIMPLE, TRUE, 9, 1, 1, 6, 11, TRUE, FALSE, FALSE },
    { SIMPLE, TRUE, 6, 0, 5, 6, 11, TRUE, FALSE, FALSE },
    { SIMPLE, TRUE, 5, 0, 6, 6, 11, FALSE, FALSE, FALSE },    /* adopted where they do not count */
    { SIMPLE, FALSE, 5, 0, 6, 3, 5, TRUE, FALSE, FALSE },
    { SIMPLE, TRUE, 6, 4, 2, 7, 12, FALSE, FALSE, FALSE },    /* half */
    { SIMPLE, TRUE, 0, 0, 11, 6, 11, FALSE, FALSE, FALSE },
    { SIMPLE, TRUE, 11, 0, 0, 6, 11, TRUE, FALSE, TRUE },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

static void
test_tie (void)
{
  static const Case cases[] = {
    { SIMPLE, FALSE, 6, 6, 0, 7, 12, FALSE, TRUE, FALSE },
    { SIMPLE, FALSE, 5, 5, 2, 6, 10, FALSE, TRUE, FALSE },
    { SIMPLE, TRUE, 6, 6, 0, 7, 12, FALSE, TRUE, FALSE },
    { SIMPLE, TRUE, 5, 5, 2, 7, 12, FALSE, FALSE, FALSE },  /* less than half */
    { PRESENT, FALSE, 6, 6, 0, 8, 12, FALSE, FALSE, FALSE },
    { CONSENSUS, FALSE, 6, 6, 0, 12, 12, FALSE, FALSE, FALSE },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

/* The chair decides a tie, nothing else. */
static void
test_tie_of_chair (void)
{
  static const Case cases[] = {
    { SIMPLE, FALSE, 6, 6, 0, 7, 12, TRUE, TRUE, FALSE },
    { SIMPLE, FALSE, 5, 5, 2, 6, 10, TRUE, TRUE, FALSE },
    { SIMPLE, TRUE, 6, 6, 0, 7, 12, TRUE, TRUE, FALSE },
    { SIMPLE, TRUE, 5, 5, 2, 7, 12, FALSE, FALSE, FALSE },
    { SIMPLE, FALSE, 5, 6, 1, 6, 11, FALSE, FALSE, FALSE },
    { PRESENT, FALSE, 6, 6, 0, 8, 12, FALSE, FALSE, FALSE },
    { CONSENSUS, FALSE, 6, 6, 0, 12, 12, FALSE, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MappeVote vote = vote_of (&cases[i]);

      vote.tie = MAPPE_TIE_CHAIR;
      g_assert_false (mappe_vote_judge (&vote).adopted);
      vote.chair_yes = TRUE;
      g_assert_cmpint (mappe_vote_judge (&vote).adopted, ==, cases[i].adopted);
      g_assert_cmpint (mappe_vote_judge (&vote).tie, ==, cases[i].tie);
      vote.tie = MAPPE_TIE_REJECTED;
      g_assert_false (mappe_vote_judge (&vote).adopted);
    }
}

/* Two thirds of 9, 10 and 11; who abstains is present. */
static void
test_two_thirds_present (void)
{
  static const Case cases[] = {
    { PRESENT, FALSE, 6, 3, 0, 6, 9, TRUE, FALSE, FALSE },
    { PRESENT, FALSE, 5, 4, 0, 6, 9, FALSE, FALSE, FALSE },
    { PRESENT, FALSE, 7, 3, 0, 7, 10, TRUE, FALSE, FALSE },
    { PRESENT, FALSE, 6, 4, 0, 7, 10, FALSE, FALSE, FALSE },
    { PRESENT, FALSE, 8, 3, 0, 8, 11, TRUE, FALSE, FALSE },
    { PRESENT, FALSE, 7, 4, 0, 8, 11, FALSE, FALSE, FALSE },
    { PRESENT, FALSE, 6, 0, 4, 7, 10, FALSE, FALSE, FALSE },
    { PRESENT, TRUE, 6, 0, 4, 7, 10, FALSE, FALSE, FALSE },
    { PRESENT, FALSE, 7, 0, 3, 7, 10, TRUE, FALSE, FALSE },
    { PRESENT, FALSE, 1, 0, 0, 1, 1, TRUE, FALSE, TRUE },
    { PRESENT, FALSE, 0, 0, 0, 1, 0, FALSE, FALSE, FALSE },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

static void
test_two_thirds_statutory (void)
{
  static const Case cases[] = {
    { STATUTORY, FALSE, 13, 2, 0, 13, 19, TRUE, FALSE, FALSE },
    { STATUTORY, FALSE, 12, 0, 0, 13, 19, FALSE, FALSE, FALSE },  /* all present, and not enough */
    { STATUTORY, TRUE, 13, 0, 6, 13, 19, TRUE, FALSE, FALSE },
    { STATUTORY, FALSE, 19, 0, 0, 13, 19, TRUE, FALSE, TRUE },
  };
  MappeVote none = { .rule = STATUTORY };
  MappeVote unknown = { .rule = STATUTORY, .statutory = 0, .entitled = 12, .yes = 7, .no = 5 };

  judge (cases, G_N_ELEMENTS (cases));
  g_assert_false (mappe_vote_judge (&none).adopted);
  /* the statutory number was not filled in */
  g_assert_false (mappe_vote_judge (&unknown).adopted);
  g_assert_cmpuint (mappe_vote_judge (&unknown).of, ==, 12);
  g_assert_cmpuint (mappe_vote_judge (&unknown).needed, ==, 8);
}

static void
test_consensus (void)
{
  static const Case cases[] = {
    { CONSENSUS, FALSE, 11, 0, 0, 11, 11, TRUE, FALSE, TRUE },
    { CONSENSUS, FALSE, 9, 0, 2, 9, 9, TRUE, FALSE, FALSE },
    { CONSENSUS, TRUE, 9, 0, 2, 9, 9, TRUE, FALSE, FALSE },   /* who abstains does not stand in the way */
    { CONSENSUS, FALSE, 10, 1, 0, 11, 11, FALSE, FALSE, FALSE },
    { CONSENSUS, FALSE, 0, 0, 11, 1, 0, FALSE, FALSE, FALSE },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

static void
test_sums (void)
{
  MappeVote vote = { .rule = SIMPLE, .statutory = 19, .entitled = 11, .yes = 9, .no = 1, .abstain = 0 };
  MappeVerdict few = mappe_vote_judge (&vote), many, huge;

  g_assert_cmpint (few.fault, ==, MAPPE_VOTE_TOO_FEW);
  g_assert_cmpuint (few.sum, ==, 10);
  g_assert_false (few.adopted);
  vote.abstain = 2;
  many = mappe_vote_judge (&vote);
  g_assert_cmpint (many.fault, ==, MAPPE_VOTE_TOO_MANY);
  g_assert_cmpuint (many.sum, ==, 12);
  g_assert_false (many.adopted);
  vote.abstain = 1;
  g_assert_cmpint (mappe_vote_judge (&vote).fault, ==, MAPPE_VOTE_FINE);
  /* 2³² too many, which an unsigned sum would not see */
  vote.yes = G_MAXUINT;
  vote.no = 12;
  vote.abstain = 0;
  huge = mappe_vote_judge (&vote);
  g_assert_cmpint (huge.fault, ==, MAPPE_VOTE_TOO_MANY);
  g_assert_cmpuint (huge.sum, ==, G_MAXUINT);
  g_assert_false (huge.adopted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vote/codes", test_codes);
  g_test_add_func ("/vote/simple", test_simple);
  g_test_add_func ("/vote/abstentions-count", test_abstentions_count);
  g_test_add_func ("/vote/tie", test_tie);
  g_test_add_func ("/vote/tie-of-chair", test_tie_of_chair);
  g_test_add_func ("/vote/two-thirds-present", test_two_thirds_present);
  g_test_add_func ("/vote/two-thirds-statutory", test_two_thirds_statutory);
  g_test_add_func ("/vote/consensus", test_consensus);
  g_test_add_func ("/vote/sums", test_sums);
  return g_test_run ();
}
