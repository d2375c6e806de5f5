/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meetings of the demo council as one, with what is reckoned from them. */
#include "mappe-agenda-item.h"
#include "mappe-decision.h"
#include "mappe-sitting-words.h"
#include "mappe-test-demo.h"

typedef MappeTestStore Fixture;

static int
at (const char *hhmm)
{
  return mappe_minute_parse (hhmm);
}

static void
assert_quorum (const MappeSitting *sitting, const char *item, const char *hhmm, guint present, guint needed,
               gboolean quorate)
{
  MappeQuorum quorum = mappe_sitting_quorum (sitting, item != NULL ? mappe_test_item (sitting, item) : NULL,
                                             at (hhmm));

  g_assert_cmpuint (quorum.present, ==, present);
  g_assert_cmpuint (quorum.needed, ==, needed);
  g_assert_cmpint (quorum.quorate, ==, quorate);
}

/* MTG05: three leave one after the other, and the last of them takes the quorum along. */
static void
test_quorum_lost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");

  g_assert_cmpuint (sitting->rules.statutory, ==, 19);
  assert_quorum (sitting, NULL, "15:29", 0, 10, FALSE);
  assert_quorum (sitting, NULL, "15:30", 12, 10, TRUE);
  assert_quorum (sitting, NULL, "17:04", 12, 10, TRUE);
  assert_quorum (sitting, NULL, "17:05", 11, 10, TRUE);
  assert_quorum (sitting, NULL, "17:08", 10, 10, TRUE);
  assert_quorum (sitting, NULL, "17:10", 9, 10, FALSE);
  assert_quorum (sitting, "8", "17:10", 9, 10, FALSE);
}

/* MTG05 item 5: M24 is excluded; the vote has one less than are present. */
static void
test_exclusion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  const MappeSittingItem *item = mappe_test_item (sitting, "5");
  gint64 excluded = mappe_test_participant (sitting, "M24")->person;
  g_autoptr (GPtrArray) voters = g_ptr_array_new ();
  MappeVerdict verdict;

  g_assert_true (mappe_sitting_excluded (sitting, item, excluded));
  g_assert_false (mappe_sitting_excluded (sitting, mappe_test_item (sitting, "4"), excluded));
  g_assert_cmpuint (mappe_sitting_present (sitting, at ("16:50")), ==, 12);
  g_assert_cmpuint (mappe_sitting_entitled (sitting, item, at ("16:50"), voters), ==, 11);
  for (guint i = 0; i < voters->len; i++)
    g_assert_cmpint (((MappeParticipant *) g_ptr_array_index (voters, i))->person, !=, excluded);
  verdict = mappe_sitting_judge (sitting, item, at ("16:50"), 9, 1, 1, FALSE);
  g_assert_cmpint (verdict.fault, ==, MAPPE_VOTE_FINE);
  g_assert_true (verdict.adopted);
  verdict = mappe_sitting_judge (sitting, item, at ("16:50"), 9, 1, 2, FALSE);
  g_assert_cmpint (verdict.fault, ==, MAPPE_VOTE_TOO_MANY);
}

/* A declared conflict that does not exclude, MTG03 item 3. */
static void
test_no_exclusion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG03");

  g_assert_cmpuint (mappe_test_item (sitting, "3")->conflicts->len, ==, 1);
  g_assert_false (mappe_sitting_excluded (sitting, mappe_test_item (sitting, "3"),
                                          mappe_test_participant (sitting, "M10")->person));
}

/* MTG06: three are enough for item 3, which is invited to for the second time; the others need the normal quorum. */
static void
test_second_invitation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");

  assert_quorum (sitting, "2", "16:10", 0, 10, FALSE);
  assert_quorum (sitting, "3", "16:10", 0, 3, FALSE);
  assert_quorum (sitting, "4", "16:10", 0, 10, FALSE);
}

/* MTG01: a deputy, a late arrival, an early departure; what the decisions say is what is reckoned. */
static void
test_stored_votes (Fixture *fixture, gconstpointer data)
{
  static const char *const meetings[] = { "MTG01", "MTG02", "MTG03", "MTG05" };
  guint n_votes = 0;

  for (guint m = 0; m < G_N_ELEMENTS (meetings); m++)
    {
      g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, meetings[m]);

      for (guint i = 0; i < sitting->items->len; i++)
        {
          const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

          for (guint d = 0; d < item->decisions->len; d++)
            {
              const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, d);
              int minute = at (mappe_row_get_text (decision->row, MAPPE_DECISION_VOTED_AT));

              g_test_message ("%s", mappe_row_get_text (decision->row, MAPPE_FIELD_REFERENCE));
              g_assert_cmpint (mappe_sitting_present (sitting, minute), ==,
                               mappe_row_get_int (decision->row, MAPPE_DECISION_VOTING_PRESENT));
              g_assert_cmpint (mappe_sitting_entitled (sitting, item, minute, NULL), ==,
                               mappe_row_get_int (decision->row, MAPPE_DECISION_ELIGIBLE));
              n_votes++;
            }
        }
    }
  g_assert_cmpuint (n_votes, ==, 14);
}

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG01");
  g_autofree char *next = mappe_sitting_next_number (sitting);

  g_assert_cmpuint (sitting->items->len, ==, 9);
  g_assert_cmpstr (mappe_row_get_text (mappe_test_item (sitting, "8")->row, MAPPE_FIELD_REFERENCE), ==, "AI-0108");
  g_assert_false (mappe_test_item (sitting, "8")->public);
  g_assert_cmpint (mappe_test_item (sitting, "4")->start, ==, at ("16:05"));
  g_assert_cmpstr (next, ==, "KPR 2025/11");
}

static void
test_item_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");

  g_assert_cmpstr (mappe_sitting_item_at (sitting, at ("16:30"))->number, ==, "5");
  g_assert_cmpstr (mappe_sitting_item_at (sitting, at ("17:10"))->number, ==, "8");
  g_assert_null (mappe_sitting_item_at (sitting, at ("15:00")));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  MappeQuorum quorum = mappe_sitting_quorum (sitting, NULL, at ("17:10"));
  g_autofree char *text = mappe_words_quorum (&quorum, mappe_language_get ("en"));

  g_assert_cmpstr (text, ==, "No quorum: 9 of 19 members entitled to vote are present, 10 are needed"
                             " (more than half of the members entitled to vote)");
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/sitting/" path, Fixture, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("quorum-lost", test_quorum_lost);
  ADD ("exclusion", test_exclusion);
  ADD ("no-exclusion", test_no_exclusion);
  ADD ("second-invitation", test_second_invitation);
  ADD ("stored-votes", test_stored_votes);
  ADD ("agenda", test_agenda);
  ADD ("item-at", test_item_at);
  ADD ("words", test_words);
  return g_test_run ();
}
