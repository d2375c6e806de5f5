/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-quorum.h"

static void
test_codes (void)
{
  static const char *const codes[] = { "more_than_half", "one_third", "three_members", "none" };
  MappeQuorumRule rule = MAPPE_QUORUM_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (mappe_quorum_rule_parse (codes[i], &rule));
      g_assert_cmpstr (mappe_quorum_rule_code (rule), ==, codes[i]);
    }
  rule = MAPPE_QUORUM_ONE_THIRD;
  g_assert_false (mappe_quorum_rule_parse (NULL, &rule));
  g_assert_false (mappe_quorum_rule_parse ("", &rule));
  g_assert_false (mappe_quorum_rule_parse ("More_Than_Half", &rule));
  g_assert_cmpint (rule, ==, MAPPE_QUORUM_ONE_THIRD);
}

static void
test_more_than_half (void)
{
  static const guint cases[][2] = { { 0, 1 }, { 1, 1 }, { 2, 2 }, { 3, 2 }, { 18, 10 }, { 19, 10 }, { 20, 11 },
                                    { 21, 11 }, { G_MAXUINT, G_MAXUINT / 2 + 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (mappe_quorum_needed (MAPPE_QUORUM_MORE_THAN_HALF, cases[i][0], 3), ==, cases[i][1]);
}

static void
test_one_third (void)
{
  static const guint cases[][2] = { { 0, 1 }, { 1, 1 }, { 2, 1 }, { 3, 1 }, { 4, 2 }, { 18, 6 }, { 19, 7 }, { 20, 7 },
                                    { 21, 7 }, { 22, 8 }, { G_MAXUINT, G_MAXUINT / 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (mappe_quorum_needed (MAPPE_QUORUM_ONE_THIRD, cases[i][0], 3), ==, cases[i][1]);
}

static void
test_fixed (void)
{
  g_assert_cmpuint (mappe_quorum_needed (MAPPE_QUORUM_THREE_MEMBERS, 19, 3), ==, 3);
  g_assert_cmpuint (mappe_quorum_needed (MAPPE_QUORUM_THREE_MEMBERS, 19, 5), ==, 5);
  g_assert_cmpuint (mappe_quorum_needed (MAPPE_QUORUM_THREE_MEMBERS, 19, 0), ==, 1);  /* nobody is no quorum */
  g_assert_cmpuint (mappe_quorum_needed (MAPPE_QUORUM_NONE, 19, 3), ==, 0);
}

typedef struct {
  MappeQuorumCase given;
  MappeQuorumRule applied;
  guint needed;
  gboolean quorate;
  guint spare;
} Case;

#define HALF MAPPE_QUORUM_MORE_THAN_HALF
#define THIRD MAPPE_QUORUM_ONE_THIRD
#define THREE MAPPE_QUORUM_THREE_MEMBERS
#define FREE MAPPE_QUORUM_NONE

static void
judge (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      MappeQuorum quorum = mappe_quorum_find (&cases[i].given);

      g_assert_cmpint (quorum.applied, ==, cases[i].applied);
      g_assert_cmpuint (quorum.needed, ==, cases[i].needed);
      g_assert_cmpint (quorum.quorate, ==, cases[i].quorate);
      g_assert_cmpuint (quorum.spare, ==, cases[i].spare);
      g_assert_cmpuint (quorum.present, ==, cases[i].given.present);
      g_assert_cmpuint (quorum.statutory, ==, cases[i].given.statutory);
      g_assert_cmpuint (quorum.excluded, ==, cases[i].given.excluded);
    }
}

static void
test_normal (void)
{
  /* rule, statutory, second invitation, needed then, present, excluded */
  static const Case cases[] = {
    { { HALF, 19, FALSE, 3, 12, 0 }, HALF, 10, TRUE, 2 },
    { { HALF, 19, FALSE, 3, 10, 0 }, HALF, 10, TRUE, 0 },
    { { HALF, 19, FALSE, 3, 9, 0 }, HALF, 10, FALSE, 0 },
    { { HALF, 20, FALSE, 3, 11, 0 }, HALF, 11, TRUE, 0 },
    { { HALF, 20, FALSE, 3, 10, 0 }, HALF, 11, FALSE, 0 },  /* half is not more than half */
    { { HALF, 0, FALSE, 3, 0, 0 }, HALF, 1, FALSE, 0 },
    { { HALF, 1, FALSE, 3, 1, 0 }, HALF, 1, TRUE, 0 },
    { { FREE, 19, FALSE, 3, 0, 0 }, FREE, 0, TRUE, 0 },
    { { FREE, 0, TRUE, 3, 4, 2 }, FREE, 0, TRUE, 4 },
    { { THIRD, 19, FALSE, 3, 7, 0 }, THIRD, 7, TRUE, 0 },
    { { THIRD, 19, FALSE, 3, 6, 0 }, THIRD, 7, FALSE, 0 },
    { { THREE, 19, FALSE, 3, 3, 0 }, THREE, 3, TRUE, 0 },
    { { THREE, 19, FALSE, 3, 2, 0 }, THREE, 3, FALSE, 0 },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

/* GemO § 39 (1): three are enough, for the same item only: the caller says whether it is. */
static void
test_second_invitation (void)
{
  static const Case cases[] = {
    { { HALF, 19, TRUE, 3, 3, 0 }, THREE, 3, TRUE, 0 },
    { { HALF, 19, TRUE, 3, 2, 0 }, THREE, 3, FALSE, 0 },
    { { HALF, 19, TRUE, 3, 12, 0 }, THREE, 3, TRUE, 9 },
    { { HALF, 19, FALSE, 3, 3, 0 }, HALF, 10, FALSE, 0 },  /* another item of the same sitting */
    { { HALF, 19, TRUE, 5, 4, 0 }, THREE, 5, FALSE, 0 },
    { { HALF, 19, TRUE, 0, 0, 0 }, THREE, 1, FALSE, 0 },
    { { THIRD, 19, TRUE, 3, 3, 0 }, THREE, 3, TRUE, 0 },
    /* The normal rule asks for no more: it stays. */
    { { HALF, 3, TRUE, 3, 2, 0 }, HALF, 2, TRUE, 0 },
    { { HALF, 5, TRUE, 3, 3, 0 }, HALF, 3, TRUE, 0 },
    { { HALF, 6, TRUE, 3, 3, 0 }, THREE, 3, TRUE, 0 },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

/* GemO § 39 (2) and its administrative rules: one third, where exclusions are one of the causes. */
static void
test_exclusions (void)
{
  static const Case cases[] = {
    { { HALF, 19, FALSE, 3, 11, 1 }, HALF, 10, TRUE, 1 },   /* no need for it */
    { { HALF, 19, FALSE, 3, 10, 9 }, HALF, 10, TRUE, 0 },
    { { HALF, 19, FALSE, 3, 9, 10 }, THIRD, 7, TRUE, 2 },   /* the only cause */
    { { HALF, 19, FALSE, 3, 9, 1 }, THIRD, 7, TRUE, 2 },    /* nine others are missing */
    { { HALF, 19, FALSE, 3, 7, 1 }, THIRD, 7, TRUE, 0 },
    { { HALF, 19, FALSE, 3, 6, 1 }, THIRD, 7, FALSE, 0 },   /* the chair decides */
    { { HALF, 19, FALSE, 3, 9, 0 }, HALF, 10, FALSE, 0 },   /* no cause */
    { { HALF, 20, FALSE, 3, 7, 2 }, THIRD, 7, TRUE, 0 },
    { { HALF, 21, FALSE, 3, 7, 2 }, THIRD, 7, TRUE, 0 },
    { { HALF, 22, FALSE, 3, 7, 2 }, THIRD, 8, FALSE, 0 },
    { { HALF, 1, FALSE, 3, 0, 1 }, HALF, 1, FALSE, 0 },     /* one third is no relief */
    { { HALF, 2, FALSE, 3, 1, 1 }, THIRD, 1, TRUE, 0 },
    { { THREE, 6, FALSE, 3, 2, 1 }, THIRD, 2, TRUE, 0 },
    { { THIRD, 19, FALSE, 3, 6, 3 }, THIRD, 7, FALSE, 0 },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

/* One third deviates from the whole of subsection 1, the second invitation too; the lower of both is enough. */
static void
test_both (void)
{
  static const Case cases[] = {
    { { HALF, 19, TRUE, 3, 2, 5 }, THREE, 3, FALSE, 0 },
    { { HALF, 19, TRUE, 3, 3, 5 }, THREE, 3, TRUE, 0 },
    { { HALF, 6, TRUE, 3, 2, 1 }, THIRD, 2, TRUE, 0 },
    { { HALF, 6, TRUE, 3, 3, 1 }, THREE, 3, TRUE, 0 },
    { { HALF, 6, TRUE, 3, 1, 1 }, THIRD, 2, FALSE, 0 },
    { { HALF, 19, TRUE, 8, 7, 1 }, THIRD, 7, TRUE, 0 },
  };

  judge (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quorum/codes", test_codes);
  g_test_add_func ("/quorum/more-than-half", test_more_than_half);
  g_test_add_func ("/quorum/one-third", test_one_third);
  g_test_add_func ("/quorum/fixed", test_fixed);
  g_test_add_func ("/quorum/normal", test_normal);
  g_test_add_func ("/quorum/second-invitation", test_second_invitation);
  g_test_add_func ("/quorum/exclusions", test_exclusions);
  g_test_add_func ("/quorum/both", test_both);
  return g_test_run ();
}
