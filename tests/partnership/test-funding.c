/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-acts.h"
#include "mappe-agenda-item.h"
#include "mappe-decision.h"
#include "mappe-funding-application.h"
#include "mappe-funding-overview.h"
#include "mappe-funding-programme.h"
#include "mappe-funding-rules.h"
#include "mappe-sample.h"
#include "mappe-test-demo.h"

/* Applications of the demo; figures reckoned by hand from data/sample/funding_*.csv. Amounts are cents. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_funding_file_load (snapshot, *(gint64 *) data, "2026-11-30", error);
}

static MappeFundingFile *
load (MappeTestStore *test, const char *reference)
{
  gint64 id = mappe_test_id (test->store, "funding-application", reference);
  g_autoptr (GError) error = NULL;
  MappeFundingFile *file = mappe_store_read (test->store, load_cb, &id, &error);

  g_assert_no_error (error);
  return file;
}

static void
test_demo (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeFundingFile) granted = load (test, "FA-01"), draft = load (test, "FA-02");
  g_autoptr (MappeFundingFile) done = load (test, "FA-03");
  g_autoptr (GPtrArray) wanted = mappe_funding_wanted_papers (granted);

  g_assert_cmpint (granted->sum.own, ==, 3600000);
  g_assert_cmpint (granted->sum.missing, ==, 0);
  g_assert_cmpint (granted->sum.paid, ==, 3000000 + 1320000);
  g_assert_cmpint (granted->sum.open, ==, 1680000);
  g_assert_cmpint (granted->sum.most, ==, -1);
  g_assert_cmpuint (granted->papers->len, ==, 3);
  g_assert_cmpuint (wanted->len, ==, 0);
  g_assert_null (granted->deadline);
  /* The programme names no rate: 100 hours count nothing, and 1500 € are missing. */
  g_assert_cmpint (draft->sum.volunteer, ==, 0);
  g_assert_cmpint (draft->sum.missing, ==, 150000);
  g_assert_cmpint (done->sum.open, ==, 0);
}

/* By the rules of FP-01: 80 %, at most 20000 €, 20 % of one's own, 15 € an hour. */
static void
test_rules (MappeTestStore *test, gconstpointer data)
{
  gint64 id = mappe_test_id (test->store, "funding-programme", "FP-01");
  g_autoptr (MappeRow) programme = mappe_store_load (test->store, &mappe_funding_programme_kind, id, NULL);
  g_autoptr (MappeRow) small = mappe_test_row (&mappe_funding_application_kind, "total_eur", "11000.00", "asked_eur",
                                               "6000.00", "own_eur", "2500.00", "other_eur", "1000.00",
                                               "volunteer_hours", "100", NULL);
  g_autoptr (MappeRow) large = mappe_test_row (&mappe_funding_application_kind, "total_eur", "30000.01", NULL);
  MappeFundingSum sum = mappe_funding_sum (small, programme, NULL);

  g_assert_cmpint (sum.volunteer, ==, 150000);
  g_assert_cmpint (sum.own, ==, 400000);
  g_assert_cmpint (sum.missing, ==, 0);
  g_assert_cmpint (sum.most, ==, 880000);
  g_assert_cmpint (sum.least_own, ==, 220000);
  sum = mappe_funding_sum (large, programme, NULL);
  g_assert_cmpint (sum.most, ==, 2000000);
  /* A cent of which 20 % are wanted is wanted whole. */
  g_assert_cmpint (sum.least_own, ==, 600001);
}

static void
test_deadline (void)
{
  static const struct { const char *day, *yearly, *today, *next; } cases[] = {
    { "2027-09-30", "1", "2026-11-30", "2027-09-30" }, { "2024-09-30", "1", "2026-09-30", "2026-09-30" },
    { "2024-09-30", "1", "2026-10-01", "2027-09-30" }, { "2024-09-30", "0", "2026-10-01", "2024-09-30" },
    { "2024-02-29", "1", "2026-01-01", "2026-02-28" }, { NULL, "1", "2026-01-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeRow) programme = mappe_test_row (&mappe_funding_programme_kind, "deadline_yearly",
                                                       cases[i].yearly, cases[i].day != NULL ? "deadline_on" : NULL,
                                                       cases[i].day, NULL);
      g_autofree char *next = mappe_funding_deadline (programme, cases[i].today);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
test_papers (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeFundingFile) file = load (test, "FA-03"), after = NULL;
  g_autoptr (GPtrArray) wanted = mappe_funding_wanted_papers (file), left = NULL;
  g_autoptr (MappeApplied) applied = NULL;

  g_assert_cmpuint (wanted->len, ==, 3);
  applied = mappe_store_apply (test->store, mappe_funding_take_papers (file, "Papers"), NULL, NULL);
  g_assert_nonnull (applied);
  after = load (test, "FA-03");
  left = mappe_funding_wanted_papers (after);
  g_assert_cmpuint (after->papers->len, ==, 3);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
expect_check (const MappeFundingFile *file, MappeFundingRule rule, MappeFundingVerdict verdict, gint64 limit,
              gint64 value)
{
  MappeFundingCheck check = mappe_funding_check (file, rule, "2026-11-30");

  g_assert_cmpint (check.verdict, ==, verdict);
  g_assert_cmpint (check.limit, ==, limit);
  g_assert_cmpint (check.value, ==, value);
}

/* 19000 € of 32000 € by the rules of FP-01, 340 € of one's own; of the project no end is known. */
static void
test_checks (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeFundingFile) draft = load (test, "FA-04"), helped = NULL, granted = load (test, "FA-01");
  g_autoptr (MappeFundingFile) foreign = load (test, "FA-02");

  expect_check (draft, MAPPE_FUNDING_RULE_OPEN, MAPPE_FUNDING_MET, 0, 0);
  expect_check (draft, MAPPE_FUNDING_RULE_DEADLINE, MAPPE_FUNDING_NO_RULE, 0, 0);
  expect_check (draft, MAPPE_FUNDING_RULE_QUOTA, MAPPE_FUNDING_MET, 2560000, 1900000);
  expect_check (draft, MAPPE_FUNDING_RULE_CAP, MAPPE_FUNDING_MET, 2000000, 1900000);
  expect_check (draft, MAPPE_FUNDING_RULE_YEARS, MAPPE_FUNDING_UNKNOWN, 36, 0);
  expect_check (draft, MAPPE_FUNDING_RULE_OWN_SHARE, MAPPE_FUNDING_NOT_MET, 640000, 34000);
  expect_check (draft, MAPPE_FUNDING_RULE_COVERED, MAPPE_FUNDING_NOT_MET, 3200000, 1934000);
  expect_check (draft, MAPPE_FUNDING_RULE_PAPERS, MAPPE_FUNDING_NO_RULE, 0, 0);
  g_assert_cmpuint (mappe_funding_n_not_met (draft, "2026-11-30"), ==, 2);
  /* With the 844 hours of 2025 at 15 € it is covered to the euro. */
  mappe_test_set (test->store, &mappe_funding_application_kind, draft->application->row->id, "volunteer_hours", "844");
  helped = load (test, "FA-04");
  expect_check (helped, MAPPE_FUNDING_RULE_OWN_SHARE, MAPPE_FUNDING_MET, 640000, 1300000);
  expect_check (helped, MAPPE_FUNDING_RULE_COVERED, MAPPE_FUNDING_MET, 3200000, 3200000);
  g_assert_cmpuint (mappe_funding_n_not_met (helped, "2026-11-30"), ==, 0);
  /* Two of three papers; the programme has no other rule. */
  expect_check (granted, MAPPE_FUNDING_RULE_PAPERS, MAPPE_FUNDING_NOT_MET, 3, 2);
  expect_check (granted, MAPPE_FUNDING_RULE_OPEN, MAPPE_FUNDING_NO_RULE, 0, 0);
  expect_check (foreign, MAPPE_FUNDING_RULE_STATEMENT, MAPPE_FUNDING_NOT_MET, 0, 0);
}

/* The project of FA-01 runs from 2024-01-01 to 2028-12-31: 60 months; it was handed in on the last day, or after. */
static void
test_time (MappeTestStore *test, gconstpointer data)
{
  gint64 id = mappe_test_id (test->store, "funding-application", "FA-01");
  g_autoptr (MappeFundingFile) file = load (test, "FA-01"), late = NULL;

  mappe_test_set (test->store, &mappe_funding_programme_kind, file->programme->id, "most_years", "5");
  mappe_test_set (test->store, &mappe_funding_programme_kind, file->programme->id, "deadline_on", "2025-11-12");
  late = load (test, "FA-01");
  expect_check (late, MAPPE_FUNDING_RULE_YEARS, MAPPE_FUNDING_MET, 60, 60);
  expect_check (late, MAPPE_FUNDING_RULE_DEADLINE, MAPPE_FUNDING_MET, 0, 0);
  mappe_test_set (test->store, &mappe_funding_application_kind, id, "applied_on", "2025-11-13");
  mappe_test_set (test->store, &mappe_funding_programme_kind, file->programme->id, "most_years", "4");
  mappe_funding_file_free (g_steal_pointer (&late));
  late = load (test, "FA-01");
  expect_check (late, MAPPE_FUNDING_RULE_YEARS, MAPPE_FUNDING_NOT_MET, 48, 60);
  expect_check (late, MAPPE_FUNDING_RULE_DEADLINE, MAPPE_FUNDING_NOT_MET, 0, -1);
}

/* Onto the agenda of the next meeting and back in one step; then the decision of the item becomes the statement. */
static void
test_statement (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeFundingFile) file = load (test, "FA-02"), put = NULL, decided = NULL;
  g_autofree char *draft = mappe_funding_draft_statement (file, mappe_language_get ("en"));
  g_autofree char *before = mappe_test_store_content (test->store), *after = NULL, *label = NULL;
  g_autofree char *id = NULL, *text = NULL;
  MappeAgendaProposal proposal = { "Statement", "decision", draft, 0 };
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (MappeApplied) applied = NULL, taken = NULL;
  MappeEdit *edit;
  gint64 item, decision;

  g_assert_cmpuint (file->meetings->len, ==, 1);
  g_assert_nonnull (strstr (draft, "6,000.00 €"));
  sitting = mappe_sitting_load (test->store, ((MappeListed *) g_ptr_array_index (file->meetings, 0))->row->id, NULL);
  edit = mappe_agenda_propose (sitting, &proposal, &item, NULL);
  mappe_funding_put_on_agenda (file, edit, item, draft);
  applied = mappe_store_apply (test->store, edit, NULL, NULL);
  g_assert_nonnull (applied);
  put = load (test, "FA-02");
  g_assert_cmpstr (mappe_row_get_text (put->item->row, MAPPE_AGENDA_ITEM_DRAFT_DECISION), ==, draft);
  g_assert_cmpstr (mappe_row_get_text (put->application->row, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT), ==, draft);
  expect_check (put, MAPPE_FUNDING_RULE_STATEMENT, MAPPE_FUNDING_NOT_MET, 0, 1);
  g_assert_null (mappe_funding_take_decision (put, "Decision"));
  label = mappe_store_undo (test->store, NULL);
  after = mappe_test_store_content (test->store);
  g_assert_cmpstr (before, ==, after);
  g_free (mappe_store_redo (test->store, NULL));
  /* As if the decision D-01 had been made on it. */
  decision = mappe_test_id (test->store, "decision", "D-01");
  id = mappe_test_get (test->store, &mappe_decision_kind, decision, "agenda_item");
  text = mappe_test_get (test->store, &mappe_decision_kind, decision, "text");
  mappe_test_set (test->store, &mappe_funding_application_kind, put->application->row->id, "agenda_item", id);
  decided = load (test, "FA-02");
  taken = mappe_store_apply (test->store, mappe_funding_take_decision (decided, "Decision"), NULL, NULL);
  g_assert_nonnull (taken);
  mappe_funding_file_free (g_steal_pointer (&decided));
  decided = load (test, "FA-02");
  g_assert_cmpstr (mappe_row_get_text (decided->application->row, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT), ==,
                   text);
  expect_check (decided, MAPPE_FUNDING_RULE_STATEMENT, MAPPE_FUNDING_MET, 0, 1);
}

static gpointer
overview_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_funding_overview_load (snapshot, "2026-11-30", error);
}

/* In an empty council all four come; nothing comes twice, and one that was deleted can come again. */
static void
test_examples (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *folder = mappe_sample_find_folder ();
  g_autoptr (GPtrArray) examples = mappe_sample_funding_programmes (folder, "de", NULL);
  g_autoptr (MappeFundingOverview) empty = mappe_store_read (test->store, overview_cb, NULL, NULL), full = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  const MappeRow *first;

  g_assert_cmpuint (examples->len, ==, 4);
  g_assert_cmpuint (mappe_funding_n_examples (empty, examples), ==, 4);
  applied = mappe_store_apply (test->store, mappe_funding_add_examples (empty, examples, "Examples"), NULL, NULL);
  g_assert_nonnull (applied);
  full = mappe_store_read (test->store, overview_cb, NULL, NULL);
  g_assert_cmpuint (full->programmes->len, ==, 4);
  g_assert_cmpuint (mappe_funding_n_examples (full, examples), ==, 0);
  first = g_ptr_array_index (full->programmes, 0);
  g_assert_cmpint (mappe_row_get_int (first, MAPPE_FUNDING_PROGRAMME_CAP_EUR), ==, 2000000);
  g_assert_cmpint (mappe_row_get_int (first, MAPPE_FUNDING_PROGRAMME_VOLUNTEER_RATE_EUR), ==, 1500);
  g_assert_cmpstr (mappe_row_get_text (first, MAPPE_FUNDING_PROGRAMME_SOURCE_ON), ==, "2026-11-23");
  g_assert_cmpuint (full->files->len, ==, 0);
}

static void
test_overview (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeFundingOverview) all = mappe_store_read (test->store, overview_cb, NULL, NULL);

  g_assert_cmpuint (all->programmes->len, ==, 4);
  g_assert_cmpuint (all->files->len, ==, 4);
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/funding/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("demo", test_demo);
  TEST ("rules", test_rules);
  TEST ("papers", test_papers);
  TEST ("checks", test_checks);
  TEST ("time", test_time);
  TEST ("statement", test_statement);
  TEST ("overview", test_overview);
  g_test_add ("/funding/examples", MappeTestStore, NULL, mappe_test_store_set_up, test_examples,
              mappe_test_store_tear_down);
  g_test_add_func ("/funding/deadline", test_deadline);
  return g_test_run ();
}
