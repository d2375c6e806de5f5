/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many short sittings by chance, through the acts and the file, against a second reckoning that is slow and obvious:
 * for every person, whether they are in the room, minute by minute. And two windows that record one sitting. */
#include "mappe-decision.h"
#include "mappe-item-acts.h"
#include "mappe-meeting.h"
#include "mappe-presence-acts.h"
#include "mappe-sitting-acts.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-test-demo.h"
#include "mappe-vote-acts.h"

#define N_VOTING 7
#define N_PEOPLE 9
#define N_ITEMS 3
#define N_SITTINGS 100
#define N_ACTS 16
#define BEGIN 600

typedef struct {
  MappeTestStore test;
  gint64         body;
  gint64         people[N_PEOPLE];
  gint64         items[N_ITEMS];
  MappeSitting  *sitting;
  GRand         *chance;

  /* the obvious model */
  gboolean       here[N_PEOPLE][1440];
  int            since[N_PEOPLE];          /* begin of the stay; -1: not in the room */
  gboolean       excluded[N_ITEMS][N_PEOPLE];
  int            voted_at[N_ITEMS];        /* -1: no vote yet */
  int            clock;
  guint          n_votes, n_refused;
} Fixture;

/* --- a council of nine, two of them without a vote --- */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MappeStore *store;

  mappe_test_store_set_up (&fixture->test, NULL);
  store = fixture->test.store;
  fixture->chance = g_rand_new_with_seed (20261208);
  mappe_test_add (store, "council", "name", "KPR", NULL);
  fixture->body = mappe_test_add (store, "body", "name", "Plenum", "statutory_members", "7", "quorum_rule",
                                  "more_than_half", "majority_rule", "simple_majority", "abstentions_count", "0", NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *body = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->body);
      g_autofree char *person = NULL;

      fixture->people[i] = mappe_test_add (store, "person", "last_name", name, NULL);
      person = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->people[i]);
      mappe_test_add (store, "membership", "person", person, "body", body, "valid_from", "2020-01-01", "voting",
                      i < N_VOTING ? "1" : "0", NULL);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->sitting, mappe_sitting_unref);
  g_rand_free (fixture->chance);
  mappe_test_store_tear_down (&fixture->test, NULL);
}

static MappeSitting *
load (Fixture *fixture, gint64 meeting)
{
  g_autoptr (GError) error = NULL;
  MappeSitting *sitting = mappe_sitting_load (fixture->test.store, meeting, &error);

  g_assert_no_error (error);
  return sitting;
}

/* A meeting with its items, in one edit. Returns: its id */
static gint64
add_meeting (Fixture *fixture)
{
  g_autofree char *body = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->body);
  MappeEdit *edit = mappe_edit_new ("Sitzung");
  gint64 meeting = mappe_edit_insert (edit, mappe_test_row (&mappe_meeting_kind, "body", body, "title", "Sitzung",
                                                            "held_on", "2026-11-03", "start_at", "10:00", NULL));
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i + 1);
      MappeRow *item = mappe_test_row (&mappe_agenda_item_kind, "title", "TOP", "kind", "decision", "position",
                                       position, "public", "1", NULL);

      mappe_value_set_int (&item->values[MAPPE_AGENDA_ITEM_MEETING], meeting);
      mappe_edit_insert (edit, item);
    }
  applied = mappe_store_apply (fixture->test.store, edit, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_ITEMS; i++)
    fixture->items[i] = g_array_index (applied->ids, gint64, i + 1);
  return g_array_index (applied->ids, gint64, 0);
}

static void
begin_sitting (Fixture *fixture)
{
  gint64 meeting = add_meeting (fixture);
  GError *error = NULL;
  MappeEdit *edit;

  for (guint i = 0; i < N_ITEMS; i++)
    fixture->voted_at[i] = -1;
  memset (fixture->here, 0, sizeof fixture->here);
  memset (fixture->excluded, 0, sizeof fixture->excluded);
  for (guint i = 0; i < N_PEOPLE; i++)
    fixture->since[i] = -1;
  fixture->clock = BEGIN;
  g_clear_pointer (&fixture->sitting, mappe_sitting_unref);
  fixture->sitting = load (fixture, meeting);
  edit = mappe_sitting_open (fixture->sitting, BEGIN, NULL, &error);
  fixture->sitting = mappe_test_act (fixture->test.store, fixture->sitting, edit, error);
}

/* --- the model --- */

static gboolean
votes (Fixture *fixture, guint item, guint person, int minute)
{
  return person < N_VOTING && fixture->here[person][minute] && !fixture->excluded[item][person];
}

static guint
voters (Fixture *fixture, guint item, int minute)
{
  guint n = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    n += votes (fixture, item, i, minute);
  return n;
}

/* More than half of seven; a third of seven where somebody is excluded. */
static gboolean
has_quorum (Fixture *fixture, guint item, int minute)
{
  guint n = voters (fixture, item, minute);
  gboolean somebody = FALSE;

  for (guint i = 0; i < N_VOTING; i++)
    somebody = somebody || fixture->excluded[item][i];
  return 2 * n > N_VOTING || (somebody && 3 * n >= N_VOTING);
}

static gboolean
was_voted_since (Fixture *fixture, guint person, int minute)
{
  for (guint i = 0; i < N_ITEMS; i++)
    if (fixture->voted_at[i] >= minute)
      return person < N_VOTING;
  return FALSE;
}

static void
set_here (Fixture *fixture, guint person, gboolean here, int minute)
{
  for (int i = minute; i < 1440; i++)
    fixture->here[person][i] = here;
  fixture->since[person] = here ? minute : -1;
}

/* --- acts by chance --- */

/* The act must be refused, or carried out, as the model says. Returns: whether it was carried out */
static gboolean
expect (Fixture *fixture, MappeEdit *edit, GError *error, gboolean allowed)
{
  if (!allowed)
    {
      g_assert_null (edit);
      g_assert_nonnull (error);
      g_assert_true (error->domain == MAPPE_MEETING_ERROR);
      g_error_free (error);
      fixture->n_refused++;
      return FALSE;
    }
  fixture->sitting = mappe_test_act (fixture->test.store, fixture->sitting, edit, error);
  return TRUE;
}

static void
arrive (Fixture *fixture, guint person)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_presence_arrive (fixture->sitting, fixture->people[person], fixture->clock, &error);

  if (expect (fixture, edit, error,
              fixture->since[person] < 0 && !was_voted_since (fixture, person, fixture->clock)))
    set_here (fixture, person, TRUE, fixture->clock);
}

static void
leave (Fixture *fixture, guint person)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_presence_leave (fixture->sitting, fixture->people[person], fixture->clock, &error);

  if (expect (fixture, edit, error,
              fixture->since[person] >= 0 && fixture->clock > fixture->since[person] &&
                  !was_voted_since (fixture, person, fixture->clock)))
    set_here (fixture, person, FALSE, fixture->clock);
}

static void
exclude (Fixture *fixture, guint item, guint person)
{
  MappeConflictDraft draft = { .person = fixture->people[person], .ground_code = "self", .excluded = TRUE };
  gboolean voted = fixture->voted_at[item] >= 0 && votes (fixture, item, person, fixture->voted_at[item]);
  GError *error = NULL;
  MappeEdit *edit = mappe_item_declare (fixture->sitting, fixture->items[item], &draft, fixture->clock, &error);

  if (expect (fixture, edit, error, !fixture->excluded[item][person] && !voted))
    fixture->excluded[item][person] = TRUE;
}

static void
vote (Fixture *fixture, guint item)
{
  guint n = voters (fixture, item, fixture->clock);
  guint yes = (guint) g_rand_int_range (fixture->chance, 0, (int) n + 1);
  guint no = (guint) g_rand_int_range (fixture->chance, 0, (int) (n - yes) + 1);
  gboolean wrong = g_rand_int_range (fixture->chance, 0, 4) == 0;
  MappeBallot ballot = { .form = "open", .text = "Beschluss", .yes = yes, .no = no, .abstain = n - yes - no + wrong,
                         .secret_yes = -1 };
  GError *error = NULL;
  MappeEdit *edit = mappe_vote_record (fixture->sitting, fixture->items[item], &ballot, fixture->clock, &error);
  const MappeRow *decision;

  if (!expect (fixture, edit, error,
               fixture->voted_at[item] < 0 && !wrong && n > 0 && has_quorum (fixture, item, fixture->clock)))
    return;
  fixture->voted_at[item] = fixture->clock;
  fixture->n_votes++;
  decision = ((MappeSittingDecision *) mappe_sitting_item (fixture->sitting, fixture->items[item])->decisions->pdata[0])
                 ->row;
  g_assert_cmpint (mappe_row_get_int (decision, MAPPE_DECISION_ELIGIBLE), ==, n);
  g_assert_cmpstr (mappe_row_get_text (decision, MAPPE_DECISION_OUTCOME), ==, yes > no ? "adopted" : "rejected");
}

static void
compare (Fixture *fixture)
{
  guint present = 0;

  for (guint i = 0; i < N_VOTING; i++)
    present += fixture->here[i][fixture->clock];
  g_assert_cmpuint (mappe_sitting_present (fixture->sitting, fixture->clock), ==, present);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      const MappeSittingItem *item = mappe_sitting_item (fixture->sitting, fixture->items[i]);

      g_assert_cmpuint (mappe_sitting_entitled (fixture->sitting, item, fixture->clock, NULL), ==,
                        voters (fixture, i, fixture->clock));
      g_assert_cmpint (mappe_sitting_quorum (fixture->sitting, item, fixture->clock).quorate, ==,
                       has_quorum (fixture, i, fixture->clock));
    }
}

static void
act (Fixture *fixture)
{
  guint person = (guint) g_rand_int_range (fixture->chance, 0, N_PEOPLE);
  guint item = (guint) g_rand_int_range (fixture->chance, 0, N_ITEMS);
  int what = g_rand_int_range (fixture->chance, 0, 20);

  fixture->clock += g_rand_int_range (fixture->chance, 0, 3);
  if (what < 10)
    arrive (fixture, person);
  else if (what < 13)
    leave (fixture, person);
  else if (what < 15)
    exclude (fixture, item, person);
  else
    vote (fixture, item);
  compare (fixture);
}

/* What the file says of every minute is what the model says. */
static void
close_sitting (Fixture *fixture)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_sitting_close (fixture->sitting, fixture->clock + 1, &error);

  fixture->sitting = mappe_test_act (fixture->test.store, fixture->sitting, edit, error);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      const MappeParticipant *participant = mappe_sitting_participant (fixture->sitting, fixture->people[i]);

      for (int minute = BEGIN; minute <= fixture->clock; minute++)
        g_assert_cmpint (mappe_participant_present (participant, minute), ==, fixture->here[i][minute]);
      g_assert_false (mappe_participant_present (participant, fixture->clock + 1));
    }
  for (guint i = 0; i < N_ITEMS; i++)
    g_assert_false (mappe_row_is_null (mappe_sitting_item (fixture->sitting, fixture->items[i])->row,
                                       MAPPE_AGENDA_ITEM_RESULT));
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint s = 0; s < N_SITTINGS; s++)
    {
      begin_sitting (fixture);
      for (guint i = 0; i < N_ACTS; i++)
        act (fixture);
      close_sitting (fixture);
    }
  g_test_message ("%u votes, %u refusals", fixture->n_votes, fixture->n_refused);
  g_assert_cmpuint (fixture->n_votes, >, N_SITTINGS / 4);
  g_assert_cmpuint (fixture->n_refused, >, N_SITTINGS);
}

/* --- two windows --- */

typedef enum { APPLIED, REFUSED } Outcome;

/* Applies both acts, which were built from the same sitting, one after the other. */
static Outcome
apply_second (Fixture *fixture, MappeEdit *first, MappeEdit *second)
{
  g_autoptr (MappeApplied) one = NULL, two = NULL;
  g_autoptr (GError) error = NULL;
  gint64 meeting = fixture->sitting->meeting->id;

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  one = mappe_store_apply (fixture->test.store, first, NULL, &error);
  g_assert_no_error (error);
  two = mappe_store_apply (fixture->test.store, second, NULL, &error);
  g_assert_true ((two == NULL) == (error != NULL));
  mappe_sitting_unref (fixture->sitting);
  fixture->sitting = load (fixture, meeting);
  return two != NULL ? APPLIED : REFUSED;
}

static void
begin_with (Fixture *fixture, guint n_people)
{
  begin_sitting (fixture);
  for (guint i = 0; i < n_people; i++)
    arrive (fixture, i);
  fixture->clock += 5;
}

#define S fixture->sitting
#define AT fixture->clock
#define PEOPLE fixture->people
#define BOTH(one, two) apply_second (fixture, one, two)

static void
test_two_people (Fixture *fixture, gconstpointer data)
{
  begin_with (fixture, 2);
  g_assert_cmpint (BOTH (mappe_presence_arrive (S, PEOPLE[2], AT, NULL),
                         mappe_presence_arrive (S, PEOPLE[3], AT, NULL)), ==, APPLIED);
  g_assert_cmpuint (mappe_sitting_present (S, AT), ==, 4);
  /* The same person in both windows: once in the room. */
  g_assert_cmpint (BOTH (mappe_presence_arrive (S, PEOPLE[4], AT, NULL),
                         mappe_presence_arrive (S, PEOPLE[4], AT, NULL)), ==, APPLIED);
  g_assert_cmpuint (mappe_sitting_present (S, AT), ==, 5);
  g_assert_cmpint (BOTH (mappe_presence_arrive (S, PEOPLE[5], AT, NULL),
                         mappe_presence_arrive (S, PEOPLE[5], AT + 1, NULL)), ==, REFUSED);
  g_assert_cmpint (BOTH (mappe_presence_arrive (S, PEOPLE[6], AT, NULL),
                         mappe_presence_mark (S, PEOPLE[6], "excused", NULL)), ==, REFUSED);
  g_assert_cmpint (BOTH (mappe_presence_leave (S, PEOPLE[0], AT, NULL),
                         mappe_presence_leave (S, PEOPLE[0], AT + 1, NULL)), ==, REFUSED);
}

static void
test_two_returns (Fixture *fixture, gconstpointer data)
{
  begin_with (fixture, 2);
  leave (fixture, 0);
  AT += 5;
  g_assert_cmpint (BOTH (mappe_presence_arrive (S, PEOPLE[0], AT, NULL),
                         mappe_presence_arrive (S, PEOPLE[0], AT + 1, NULL)), ==, REFUSED);
  g_assert_cmpuint (mappe_sitting_participant (S, PEOPLE[0])->absences->len, ==, 1);
}

static MappeEdit *
vote_of (Fixture *fixture, guint item, guint yes)
{
  MappeBallot ballot = { .form = "open", .text = "Beschluss", .yes = yes, .secret_yes = -1 };

  return mappe_vote_record (S, fixture->items[item], &ballot, AT, NULL);
}

static void
test_vote_and_presence (Fixture *fixture, gconstpointer data)
{
  MappeConflictDraft draft = { .ground_code = "self", .excluded = TRUE };

  begin_with (fixture, 5);
  /* Counted without the one who came in at the other window. */
  g_assert_cmpint (BOTH (mappe_presence_arrive (S, PEOPLE[5], AT, NULL), vote_of (fixture, 0, 5)), ==, REFUSED);
  g_assert_cmpuint (mappe_sitting_item (S, fixture->items[0])->decisions->len, ==, 0);
  g_assert_cmpint (BOTH (vote_of (fixture, 0, 6), mappe_presence_leave (S, PEOPLE[1], AT, NULL)), ==, REFUSED);
  g_assert_true (mappe_presence_is_here (mappe_sitting_participant (S, PEOPLE[1])));
  draft.person = PEOPLE[2];
  g_assert_cmpint (BOTH (mappe_item_declare (S, fixture->items[1], &draft, AT, NULL), vote_of (fixture, 1, 6)), ==,
                   REFUSED);
  draft.person = PEOPLE[3];
  g_assert_cmpint (BOTH (vote_of (fixture, 1, 5), mappe_item_declare (S, fixture->items[1], &draft, AT, NULL)), ==,
                   REFUSED);
  /* An arrival after the vote has nothing to do with it. */
  g_assert_cmpint (BOTH (vote_of (fixture, 2, 6), mappe_presence_arrive (S, PEOPLE[6], AT + 1, NULL)), ==, APPLIED);
}

static void
test_two_votes (Fixture *fixture, gconstpointer data)
{
  begin_with (fixture, 5);
  g_assert_cmpint (BOTH (vote_of (fixture, 0, 5), vote_of (fixture, 0, 5)), ==, REFUSED);
  g_assert_cmpuint (mappe_sitting_item (S, fixture->items[0])->decisions->len, ==, 1);
  /* Numbers without a gap and without a double. */
  g_assert_cmpint (BOTH (vote_of (fixture, 1, 5), vote_of (fixture, 2, 5)), ==, REFUSED);
}

static void
test_two_calls (Fixture *fixture, gconstpointer data)
{
  begin_with (fixture, 5);
  g_assert_cmpint (BOTH (mappe_item_call (S, fixture->items[0], AT, NULL),
                         mappe_item_call (S, fixture->items[1], AT, NULL)), ==, REFUSED);
  g_assert_cmpint (mappe_sitting_running (S)->row->id, ==, fixture->items[0]);
}

static void
test_two_closings (Fixture *fixture, gconstpointer data)
{
  begin_with (fixture, 5);
  g_assert_cmpint (BOTH (mappe_sitting_close (S, AT + 1, NULL), mappe_sitting_close (S, AT + 1, NULL)), ==, REFUSED);
  g_assert_cmpuint (S->minutes->len, ==, 1);
}

static void
test_closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  begin_with (fixture, 5);
  AT += 10;
  g_assert_cmpint (BOTH (mappe_sitting_close (S, AT - 5, NULL), vote_of (fixture, 0, 5)), ==, REFUSED);
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  const MappeRow *row;

  begin_with (fixture, 5);
  row = mappe_sitting_item (S, fixture->items[0])->row;
  g_assert_cmpint (BOTH (mappe_item_discuss (S, row, "Eins", NULL), mappe_item_discuss (S, row, "Zwei", NULL)), ==,
                   REFUSED);
  row = mappe_sitting_item (S, fixture->items[0])->row;
  g_assert_cmpstr (mappe_row_get_text (row, MAPPE_AGENDA_ITEM_DISCUSSION), ==, "Eins");
  /* Notes and a vote touch different fields of the item. */
  g_assert_cmpint (BOTH (mappe_item_discuss (S, row, "Drei", NULL), vote_of (fixture, 0, 5)), ==, APPLIED);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sitting-random/model", test_random);
  ADD ("/sitting-windows/people", test_two_people);
  ADD ("/sitting-windows/returns", test_two_returns);
  ADD ("/sitting-windows/vote-and-presence", test_vote_and_presence);
  ADD ("/sitting-windows/votes", test_two_votes);
  ADD ("/sitting-windows/calls", test_two_calls);
  ADD ("/sitting-windows/closings", test_two_closings);
  ADD ("/sitting-windows/closed-meanwhile", test_closed_meanwhile);
  ADD ("/sitting-windows/notes", test_notes);
  return g_test_run ();
}
