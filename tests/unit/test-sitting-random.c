/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-presence.h"
#include "mappe-quorum.h"
#include "mappe-vote.h"

/* Random sittings, reckoned by src/rules and once more here as one would with a list of names on paper: who is in the
 * room in this minute, count heads, compare by multiplying.  The seeds are fixed: each run sees the same sittings. */

#define SITTINGS 3000
#define FIRST_SEED 20261027
#define FIRST_MINUTE 900
#define MINUTES 300
#define MOST_PEOPLE 28
#define MOST_ABSENCES 4
#define ITEMS 5

typedef struct {
  int arrived, left;
  MappeStay absences[MOST_ABSENCES];
  guint n_absences;
  GArray *stays;                /* what src/rules makes of it */
  gboolean in_room[MINUTES];    /* what this test makes of it */
} Person;

typedef struct {
  gboolean second;
  gboolean excluded[MOST_PEOPLE];
} Item;

typedef struct {
  guint number;
  GRand *rand;
  Person people[MOST_PEOPLE];
  guint n_people;
  Item items[ITEMS];
  guint statutory, second_needed;
  MappeQuorumRule quorum_rule;
} Sitting;

/* How often each thing was seen: a test that never sees a tie says nothing about ties. */
static struct {
  guint applied[4], quorate, not_quorate, relieved;
  guint few, many, adopted, rejected, unanimous, ties, ties_adopted, majority[4];
} seen;

static void
agree (const Sitting *self, int minute, const char *what, guint given, guint expected)
{
  if (given != expected)
    g_test_message ("sitting %u, minute %d: %s", self->number, minute, what);
  g_assert_cmpuint (given, ==, expected);
}

static gboolean
one_in (Sitting *self, int chances)
{
  return g_rand_int_range (self->rand, 0, chances) == 0;
}

/* --- making up a sitting --- */

/* A bit before the first minute to a bit after the last. */
static int
any_minute (Sitting *self)
{
  return g_rand_int_range (self->rand, FIRST_MINUTE - 5, FIRST_MINUTE + MINUTES + 5);
}

static void
make_absence (Sitting *self, MappeStay *absence)
{
  absence->from = any_minute (self);
  absence->to = one_in (self, 4) ? any_minute (self) : absence->from + g_rand_int_range (self->rand, 0, 30);
  if (one_in (self, 20))
    absence->to = one_in (self, 2) ? MAPPE_MINUTE_OPEN : MAPPE_MINUTE_NONE;
}

static void
make_person (Sitting *self, Person *person)
{
  gboolean punctual = one_in (self, 2);

  person->arrived = punctual ? FIRST_MINUTE : any_minute (self);
  if (one_in (self, 4))
    person->arrived = MAPPE_MINUTE_NONE;
  person->left = one_in (self, 3) ? any_minute (self) : MAPPE_MINUTE_OPEN;
  person->n_absences = one_in (self, 2) ? 0 : (guint) g_rand_int_range (self->rand, 0, MOST_ABSENCES + 1);
  for (guint i = 0; i < person->n_absences; i++)
    make_absence (self, &person->absences[i]);
  person->stays = g_array_new (FALSE, FALSE, sizeof (MappeStay));
  mappe_presence_between (person->arrived, person->left, person->absences, person->n_absences, person->stays);
}

static void
make_item (Sitting *self, Item *item)
{
  gboolean conflicts = one_in (self, 2);

  item->second = one_in (self, 3);
  for (guint i = 0; conflicts && i < self->n_people; i++)
    item->excluded[i] = one_in (self, 5);
}

static void
make_sitting (Sitting *self, guint number)
{
  self->number = number;
  self->rand = g_rand_new_with_seed (FIRST_SEED + number);
  self->n_people = (guint) g_rand_int_range (self->rand, 0, MOST_PEOPLE + 1);
  /* Seats may be empty. */
  self->statutory = self->n_people + (one_in (self, 2) ? 0 : (guint) g_rand_int_range (self->rand, 0, 6));
  self->second_needed = one_in (self, 4) ? (guint) g_rand_int_range (self->rand, 0, 9) : 3;
  self->quorum_rule = one_in (self, 3) ? (MappeQuorumRule) g_rand_int_range (self->rand, 0, 4)
                                       : MAPPE_QUORUM_MORE_THAN_HALF;
  for (guint i = 0; i < self->n_people; i++)
    make_person (self, &self->people[i]);
  for (guint i = 0; i < ITEMS; i++)
    make_item (self, &self->items[i]);
}

static void
clear_sitting (Sitting *self)
{
  for (guint i = 0; i < self->n_people; i++)
    g_array_unref (self->people[i].stays);
  g_rand_free (self->rand);
}

static const Item *
item_at (const Sitting *self, int minute)
{
  return &self->items[(minute - FIRST_MINUTE) * ITEMS / MINUTES];
}

/* --- on paper: presence --- */

static gboolean
is_out (const Person *person, int minute)
{
  for (guint i = 0; i < person->n_absences; i++)
    {
      MappeStay absence = person->absences[i];
      gboolean gone = minute >= absence.from;
      gboolean back = absence.to != MAPPE_MINUTE_NONE && minute >= absence.to;

      if (gone && !back)
        return TRUE;
    }
  return FALSE;
}

static void
fill_room (Person *person)
{
  for (int i = 0; i < MINUTES; i++)
    {
      int minute = FIRST_MINUTE + i;
      gboolean came = person->arrived != MAPPE_MINUTE_NONE && minute >= person->arrived;

      person->in_room[i] = came && minute < person->left && !is_out (person, minute);
    }
}

static void
compare_presence (const Sitting *self, const Person *person)
{
  const MappeStay *stays = (const MappeStay *) person->stays->data;

  g_assert_cmpint (mappe_presence_check (stays, person->stays->len), ==, MAPPE_PRESENCE_FINE);
  for (int i = 0; i < MINUTES; i++)
    agree (self, FIRST_MINUTE + i, "presence",
           (guint) mappe_presence_at (stays, person->stays->len, FIRST_MINUTE + i), (guint) person->in_room[i]);
}

/* --- on paper: quorum --- */

static gboolean
enough (const Sitting *self, MappeQuorumRule rule, guint heads)
{
  switch (rule)
    {
    case MAPPE_QUORUM_MORE_THAN_HALF:
      return 2 * heads > self->statutory;
    case MAPPE_QUORUM_ONE_THIRD:
      return heads > 0 && 3 * heads >= self->statutory;
    case MAPPE_QUORUM_THREE_MEMBERS:
      return heads > 0 && heads >= self->second_needed;
    case MAPPE_QUORUM_NONE:
    default:
      return TRUE;
    }
}

/* Asks for 0, 1, 2, … heads until they are enough. */
static guint
count_up (const Sitting *self, MappeQuorumRule rule)
{
  guint heads = 0;

  while (!enough (self, rule, heads))
    heads++;
  return heads;
}

static void
compare_quorum (const Sitting *self, const Item *item, int minute, guint heads, guint excluded)
{
  MappeQuorumCase given = { .rule = self->quorum_rule, .statutory = self->statutory, .second_invitation = item->second,
                            .second_needed = self->second_needed, .present = heads, .excluded = excluded };
  MappeQuorum quorum = mappe_quorum_find (&given);
  gboolean by_body = enough (self, self->quorum_rule, heads);
  gboolean by_second = item->second && enough (self, MAPPE_QUORUM_THREE_MEMBERS, heads);
  gboolean by_third = excluded > 0 && enough (self, MAPPE_QUORUM_ONE_THIRD, heads);
  guint left = heads;

  agree (self, minute, "quorate", (guint) quorum.quorate, (guint) (by_body || by_second || by_third));
  agree (self, minute, "needed", quorum.needed, count_up (self, quorum.applied));
  while (quorum.quorate && left > 0 && enough (self, quorum.applied, left - 1))
    left--;
  agree (self, minute, "spare", quorum.spare, heads - left);
  /* The rule that is named is one that applies. */
  if (quorum.applied != self->quorum_rule && quorum.applied == MAPPE_QUORUM_ONE_THIRD)
    agree (self, minute, "one third without a cause", excluded > 0 && !by_body && !by_second, TRUE);
  else if (quorum.applied != self->quorum_rule)
    agree (self, minute, "second invitation", quorum.applied == MAPPE_QUORUM_THREE_MEMBERS && item->second, TRUE);
  seen.applied[quorum.applied]++;
  seen.quorate += quorum.quorate;
  seen.not_quorate += !quorum.quorate;
  seen.relieved += quorum.quorate && !by_body;
}

/* --- on paper: votes --- */

typedef enum { YES, NO, ABSTAIN } Ballot;

/* Each ballot is drawn from the urn; sometimes one is lost or one too many. */
static MappeVote
make_vote (Sitting *self, guint heads, gboolean *all_yes)
{
  MappeVote vote = { .statutory = self->statutory, .entitled = heads };
  gboolean agreed = one_in (self, 6);
  guint ballots = heads;

  vote.rule = (MappeMajorityRule) g_rand_int_range (self->rand, 0, 4);
  vote.abstentions_count = one_in (self, 2);
  vote.tie = one_in (self, 2) ? MAPPE_TIE_CHAIR : MAPPE_TIE_REJECTED;
  vote.chair_yes = one_in (self, 2);
  if (one_in (self, 16))
    ballots++;
  else if (one_in (self, 16) && ballots > 0)
    ballots--;
  *all_yes = TRUE;
  for (guint i = 0; i < ballots; i++)
    {
      Ballot ballot = agreed ? YES : (Ballot) g_rand_int_range (self->rand, 0, 3);

      *all_yes = *all_yes && ballot == YES;
      vote.yes += ballot == YES;
      vote.no += ballot == NO;
      vote.abstain += ballot == ABSTAIN;
    }
  return vote;
}

/* Whether @yes would be enough, were it as many. */
static gboolean
carries (const MappeVote *vote, guint yes)
{
  switch (vote->rule)
    {
    case MAPPE_MAJORITY_TWO_THIRDS_PRESENT:
      return yes > 0 && 3 * yes >= 2 * vote->entitled;
    case MAPPE_MAJORITY_TWO_THIRDS_STATUTORY:
      return yes > 0 && 3 * yes >= 2 * MAX (vote->statutory, vote->entitled);
    case MAPPE_MAJORITY_CONSENSUS:
      return yes > 0 && yes >= vote->yes + vote->no;
    case MAPPE_MAJORITY_SIMPLE:
    default:
      return 2 * yes > (vote->abstentions_count ? vote->entitled : vote->yes + vote->no);
    }
}

static gboolean
is_a_tie (const MappeVote *vote)
{
  gboolean nobody_between = vote->abstain == 0 || !vote->abstentions_count;

  return vote->rule == MAPPE_MAJORITY_SIMPLE && vote->yes == vote->no && vote->yes > 0 && nobody_between;
}

static void
compare_result (const Sitting *self, int minute, const MappeVote *vote, const MappeVerdict *verdict, gboolean all_yes)
{
  gboolean by_chair = is_a_tie (vote) && vote->tie == MAPPE_TIE_CHAIR && vote->chair_yes;
  gboolean adopted = carries (vote, vote->yes) || by_chair;
  guint yes = 0;

  while (!carries (vote, yes))
    yes++;
  agree (self, minute, "adopted", (guint) verdict->adopted, (guint) adopted);
  agree (self, minute, "tie", (guint) verdict->tie, (guint) is_a_tie (vote));
  agree (self, minute, "votes needed", verdict->needed, yes);
  agree (self, minute, "unanimous", (guint) verdict->unanimous, (guint) (all_yes && vote->entitled > 0 && adopted));
  if (vote->rule == MAPPE_MAJORITY_CONSENSUS)
    agree (self, minute, "consensus", (guint) verdict->adopted, (guint) (vote->no == 0 && vote->yes > 0));
  seen.majority[vote->rule]++;
  seen.adopted += verdict->adopted;
  seen.rejected += !verdict->adopted;
  seen.unanimous += verdict->unanimous;
  seen.ties += verdict->tie;
  seen.ties_adopted += verdict->tie && verdict->adopted;
}

static void
compare_vote (Sitting *self, int minute, guint heads)
{
  gboolean all_yes;
  MappeVote vote = make_vote (self, heads, &all_yes);
  MappeVerdict verdict = mappe_vote_judge (&vote);
  guint ballots = vote.yes + vote.no + vote.abstain;
  MappeVoteFault fault = MAPPE_VOTE_FINE;

  if (ballots != heads)
    fault = ballots < heads ? MAPPE_VOTE_TOO_FEW : MAPPE_VOTE_TOO_MANY;
  agree (self, minute, "sum", verdict.sum, ballots);
  agree (self, minute, "fault", (guint) verdict.fault, (guint) fault);
  if (fault == MAPPE_VOTE_FINE)
    compare_result (self, minute, &vote, &verdict, all_yes);
  else
    agree (self, minute, "adopted in spite of a fault", (guint) verdict.adopted, FALSE);
  seen.few += fault == MAPPE_VOTE_TOO_FEW;
  seen.many += fault == MAPPE_VOTE_TOO_MANY;
}

/* --- comparing --- */

static void
compare_minute (Sitting *self, int minute)
{
  const Item *item = item_at (self, minute);
  guint heads = 0, entitled = 0, excluded = 0;

  for (guint i = 0; i < self->n_people; i++)
    {
      const Person *person = &self->people[i];
      gboolean present = mappe_presence_at ((MappeStay *) person->stays->data, person->stays->len, minute);

      entitled += present && !item->excluded[i];
      heads += person->in_room[minute - FIRST_MINUTE] && !item->excluded[i];
      excluded += item->excluded[i];
    }
  agree (self, minute, "entitled", entitled, heads);
  compare_quorum (self, item, minute, heads, excluded);
  compare_vote (self, minute, heads);
}

static void
compare_sitting (guint number)
{
  g_autofree Sitting *sitting = g_new0 (Sitting, 1);

  make_sitting (sitting, number);
  for (guint i = 0; i < sitting->n_people; i++)
    {
      fill_room (&sitting->people[i]);
      compare_presence (sitting, &sitting->people[i]);
    }
  for (int minute = FIRST_MINUTE; minute < FIRST_MINUTE + MINUTES; minute++)
    compare_minute (sitting, minute);
  clear_sitting (sitting);
}

static void
test_random (void)
{
  for (guint number = 0; number < SITTINGS; number++)
    compare_sitting (number);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (seen.applied[i], >, SITTINGS);
      g_assert_cmpuint (seen.majority[i], >, SITTINGS);
    }
  g_assert_cmpuint (seen.quorate, >, SITTINGS);
  g_assert_cmpuint (seen.not_quorate, >, SITTINGS);
  g_assert_cmpuint (seen.relieved, >, SITTINGS);
  g_assert_cmpuint (seen.few, >, SITTINGS);
  g_assert_cmpuint (seen.many, >, SITTINGS);
  g_assert_cmpuint (seen.adopted, >, SITTINGS);
  g_assert_cmpuint (seen.rejected, >, SITTINGS);
  g_assert_cmpuint (seen.unanimous, >, SITTINGS);
  g_assert_cmpuint (seen.ties, >, SITTINGS);
  g_assert_cmpuint (seen.ties_adopted, >, SITTINGS);
  g_test_message ("quorate %u, not %u, relieved %u; adopted %u, rejected %u, ties %u", seen.quorate, seen.not_quorate,
                  seen.relieved, seen.adopted, seen.rejected, seen.ties);
}

/* --- the demo council --- */

typedef struct {
  const char *member;
  const char *arrived, *left;
} Demo;

/* MTG05, the voting members who came; M02, M07, M08, M10, M15, M17 and M18 are missing. */
static const Demo mtg05[] = {
  { "M01", "15:30", "17:35" }, { "M05", "15:30", "17:35" }, { "M09", "15:30", "17:35" }, { "M11", "15:30", "17:35" },
  { "M12", "15:30", "17:35" }, { "M16", "15:30", "17:05" }, { "M20", "15:30", "17:08" }, { "M21", "15:30", "17:35" },
  { "M22", "15:30", "17:35" }, { "M23", "15:30", "17:10" }, { "M24", "15:30", "17:35" }, { "M25", "15:30", "17:35" },
};

static MappeQuorum
quorum_of_mtg05 (const char *time, const char *excluded, gboolean second)
{
  MappeQuorumCase given = { .rule = MAPPE_QUORUM_MORE_THAN_HALF, .statutory = 19, .second_needed = 3,
                            .second_invitation = second, .excluded = excluded != NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (mtg05); i++)
    {
      g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (MappeStay));

      mappe_presence_between (mappe_minute_parse (mtg05[i].arrived), mappe_minute_parse (mtg05[i].left), NULL, 0,
                              stays);
      given.present += mappe_presence_at ((MappeStay *) stays->data, stays->len, mappe_minute_parse (time)) &&
                       g_strcmp0 (mtg05[i].member, excluded) != 0;
    }
  return mappe_quorum_find (&given);
}

static void
check_mtg05 (const char *time, const char *excluded, guint present, gboolean quorate)
{
  MappeQuorum quorum = quorum_of_mtg05 (time, excluded, FALSE);

  g_assert_cmpuint (quorum.present, ==, present);
  g_assert_cmpuint (quorum.needed, ==, 10);
  g_assert_cmpint (quorum.applied, ==, MAPPE_QUORUM_MORE_THAN_HALF);
  g_assert_cmpint (quorum.quorate, ==, quorate);
}

/* Item 8 cannot be voted: the quorum is lost at 17:10. */
static void
test_quorum_lost (void)
{
  check_mtg05 ("15:29", NULL, 0, FALSE);
  check_mtg05 ("15:30", NULL, 12, TRUE);
  check_mtg05 ("16:50", NULL, 12, TRUE);
  check_mtg05 ("16:50", "M24", 11, TRUE);
  check_mtg05 ("17:04", NULL, 12, TRUE);
  check_mtg05 ("17:05", NULL, 11, TRUE);
  check_mtg05 ("17:07", NULL, 11, TRUE);
  check_mtg05 ("17:08", NULL, 10, TRUE);
  check_mtg05 ("17:09", NULL, 10, TRUE);
  check_mtg05 ("17:10", NULL, 9, FALSE);
  check_mtg05 ("17:34", NULL, 9, FALSE);
  check_mtg05 ("17:35", NULL, 0, FALSE);
}

/* What would have saved it: a second invitation, or an exclusion from that very item. */
static void
test_quorum_relieved (void)
{
  MappeQuorum second = quorum_of_mtg05 ("17:10", NULL, TRUE);
  MappeQuorum third = quorum_of_mtg05 ("17:10", "M24", FALSE);

  g_assert_cmpint (second.applied, ==, MAPPE_QUORUM_THREE_MEMBERS);
  g_assert_cmpuint (second.needed, ==, 3);
  g_assert_cmpuint (second.spare, ==, 6);
  g_assert_true (second.quorate);
  g_assert_cmpint (third.applied, ==, MAPPE_QUORUM_ONE_THIRD);
  g_assert_cmpuint (third.present, ==, 8);
  g_assert_cmpuint (third.needed, ==, 7);
  g_assert_true (third.quorate);
}

/* D-15 at 16:50: twelve in the room, M24 excluded, 9 : 1 with 1 abstention. */
static void
test_vote_with_exclusion (void)
{
  MappeVote vote = { .rule = MAPPE_MAJORITY_SIMPLE, .statutory = 19, .yes = 9, .no = 1, .abstain = 1,
                     .entitled = quorum_of_mtg05 ("16:50", "M24", FALSE).present };
  MappeVerdict verdict = mappe_vote_judge (&vote);

  g_assert_cmpint (verdict.fault, ==, MAPPE_VOTE_FINE);
  g_assert_true (verdict.adopted);
  g_assert_false (verdict.unanimous);
  /* with the vote of M24 it would be one too many */
  vote.yes++;
  g_assert_cmpint (mappe_vote_judge (&vote).fault, ==, MAPPE_VOTE_TOO_MANY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sitting-random/random", test_random);
  g_test_add_func ("/sitting-random/quorum-lost", test_quorum_lost);
  g_test_add_func ("/sitting-random/quorum-relieved", test_quorum_relieved);
  g_test_add_func ("/sitting-random/vote-with-exclusion", test_vote_with_exclusion);
  return g_test_run ();
}
