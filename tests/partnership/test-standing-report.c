/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-body.h"
#include "mappe-build-standing.h"
#include "mappe-meeting.h"
#include "mappe-standing-report.h"
#include "mappe-standing-words.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

/* How the demo council stands; the figures were counted by hand in data/sample: bodies, memberships, meetings,
 * decisions, patrols, project_finance and funding_*.csv. Amounts are cents. */

#define TODAY "2026-11-30"

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_standing_report_load (snapshot, data, error);
}

static MappeStandingReport *
load (MappeTestStore *test, const char *today)
{
  g_autoptr (GError) error = NULL;
  MappeStandingReport *report = mappe_store_read (test->store, load_cb, (gpointer) today, &error);

  g_assert_no_error (error);
  return report;
}

static const MappeStandingBody *
body (const MappeStandingReport *report, const char *reference)
{
  for (guint i = 0; i < report->bodies->len; i++)
    {
      const MappeStandingBody *each = g_ptr_array_index (report->bodies, i);

      if (g_str_equal (mappe_row_get_text (each->body, MAPPE_FIELD_REFERENCE), reference))
        return each;
    }
  g_assert_not_reached ();
}

static const MappeStandingEntry *
entry (const MappeStandingReport *report, MappeStandingTopic topic, guint nth)
{
  g_assert_cmpuint (nth, <, report->entries[topic]->len);
  return g_ptr_array_index (report->entries[topic], nth);
}

static void
test_bodies (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeStandingReport) report = load (test, TODAY);
  const MappeStandingBody *plenary = body (report, "B01"), *steering = body (report, "B02");
  const MappeStandingBody *space = body (report, "B04"), *seniors = body (report, "B06");

  g_assert_cmpstr (report->from, ==, "2025-12-01");
  g_assert_cmpuint (report->bodies->len, ==, 6);
  /* MTG03 and MTG05; eight of their items were decided. */
  g_assert_cmpuint (plenary->activity.meetings, ==, 2);
  g_assert_cmpuint (plenary->activity.decisions, ==, 8);
  g_assert_cmpuint (plenary->members, ==, 25);
  g_assert_cmpuint (plenary->voting, ==, 19);
  g_assert_cmpstr (mappe_row_get_text (plenary->last, MAPPE_FIELD_REFERENCE), ==, "MTG05");
  g_assert_cmpstr (mappe_row_get_text (plenary->next, MAPPE_FIELD_REFERENCE), ==, "MTG06");
  g_assert_cmpstr (plenary->due_on, ==, "2027-06-27");
  g_assert_cmpint (plenary->rhythm, ==, MAPPE_RHYTHM_KEPT);
  g_assert_cmpuint (plenary->lacks, ==, 0);
  /* Once since December, where twice a year is the rule, and every eight months. */
  g_assert_cmpuint (steering->activity.meetings, ==, 1);
  g_assert_cmpstr (steering->due_on, ==, "2026-10-10");
  g_assert_cmpuint (steering->lacks, ==, MAPPE_LACKS_MEETINGS | MAPPE_LACKS_RHYTHM);
  g_assert_cmpint (space->rhythm, ==, MAPPE_RHYTHM_OPEN);
  g_assert_cmpstr (space->due_on, ==, "2027-01-07");
  g_assert_cmpuint (space->lacks, ==, 0);
  g_assert_cmpuint (seniors->members, ==, 5);
  g_assert_cmpuint (seniors->lacks, ==, MAPPE_LACKS_MEMBERS);
  g_assert_cmpint (seniors->rhythm, ==, MAPPE_RHYTHM_NONE);
  g_assert_cmpuint (mappe_standing_report_n_warnings (report), ==, 3);
}

static void
test_council (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeStandingReport) report = load (test, TODAY);

  g_assert_cmpuint (report->council.meetings, ==, 4);
  g_assert_cmpuint (report->council.decisions, ==, 8 + 2 + 1);
  /* Only MS-P02-3 was begun since December; of the 37, 27 run: 1, 3, 3, 2, 1, 2, 3, 3, 3, 0, 3 and 3 of P01 to P12. */
  g_assert_cmpuint (report->council.measures, ==, 1);
  g_assert_cmpuint (report->council.running, ==, 27);
  g_assert_cmpuint (report->council.patrols, ==, 22);
  g_assert_cmpuint (report->council.open, ==, 4);
  g_assert_cmpuint (report->council.late, ==, 2);
  g_assert_cmpuint (report->members, ==, 25);
  g_assert_cmpstr (mappe_row_get_text (report->last, MAPPE_FIELD_REFERENCE), ==, "MTG05");
  g_assert_cmpstr (mappe_row_get_text (report->next, MAPPE_FIELD_REFERENCE), ==, "MTG06");
}

static void
test_entries (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeStandingReport) report = load (test, TODAY);

  g_assert_cmpstr (entry (report, MAPPE_STANDING_DECISIONS, 0)->reference, ==, "D-05");
  g_assert_cmpint (entry (report, MAPPE_STANDING_DECISIONS, 0)->days_left, ==, -61);
  g_assert_cmpuint (report->entries[MAPPE_STANDING_DECISIONS]->len, ==, 4);
  g_assert_cmpuint (report->entries[MAPPE_STANDING_TERMS]->len, ==, 0);
  /* 60000 € granted, 43200 € paid. */
  g_assert_cmpuint (report->entries[MAPPE_STANDING_GRANTS]->len, ==, 1);
  g_assert_cmpint (entry (report, MAPPE_STANDING_GRANTS, 0)->cents, ==, 1680000);
  /* All lines but the two of P10, which are spent. */
  g_assert_cmpuint (report->entries[MAPPE_STANDING_BUDGETS]->len, ==, 17);
  g_assert_cmpint (mappe_standing_report_sum (report, MAPPE_STANDING_BUDGETS), ==, 17495000);
  /* FA-01, F002, F006, F010 and F017, all on the same day. */
  g_assert_cmpuint (report->entries[MAPPE_STANDING_REPORTS]->len, ==, 5);
  g_assert_cmpstr (entry (report, MAPPE_STANDING_REPORTS, 4)->reference, ==, "FA-01");
  g_assert_cmpint (entry (report, MAPPE_STANDING_REPORTS, 4)->days_left, ==, 121);
  g_assert_cmpuint (report->entries[MAPPE_STANDING_DEBRIEFS]->len, ==, 1);
  g_assert_cmpstr (entry (report, MAPPE_STANDING_DEBRIEFS, 0)->reference, ==, "EV-06");
  g_assert_cmpuint (report->entries[MAPPE_STANDING_REVIEWS]->len, ==, 1);
  g_assert_cmpint (entry (report, MAPPE_STANDING_REVIEWS, 0)->days_left, ==, -60);
}

static void
test_terms (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeStandingReport) before = load (test, "2028-12-29"), within = load (test, "2028-12-30");
  g_autoptr (MappeStandingReport) over = load (test, "2029-07-01");

  /* The terms of M15 to M25 end on 30 June 2029. */
  g_assert_cmpuint (before->entries[MAPPE_STANDING_TERMS]->len, ==, 0);
  g_assert_cmpuint (within->entries[MAPPE_STANDING_TERMS]->len, ==, 11);
  g_assert_cmpuint (over->entries[MAPPE_STANDING_TERMS]->len, ==, 0);
}

/* A membership that ended does not count, nor one twice. */
static void
test_members (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *seniors = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "body", "B06"));
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "person", "M01"));
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "person", "M02"));
  g_autoptr (MappeStandingReport) report = NULL, later = NULL;

  mappe_test_add (test->store, "membership", "person", first, "body", seniors, "valid_to", "2026-11-29", NULL);
  report = load (test, TODAY);
  g_assert_cmpuint (body (report, "B06")->members, ==, 5);
  mappe_test_add (test->store, "membership", "person", second, "body", seniors, "valid_to", "2026-11-30", NULL);
  mappe_test_add (test->store, "membership", "person", second, "body", seniors, NULL);
  later = load (test, TODAY);
  g_assert_cmpuint (body (later, "B06")->members, ==, 6);
  g_assert_cmpuint (body (later, "B06")->lacks, ==, 0);
  g_assert_cmpuint (later->entries[MAPPE_STANDING_TERMS]->len, ==, 1);
}

/* A body that never met breaks its rhythm; an inactive one is not told. */
static void
test_rhythm (MappeTestStore *test, gconstpointer data)
{
  gint64 youth = mappe_test_id (test->store, "body", "B03"), space = mappe_test_id (test->store, "body", "B04");
  g_autoptr (MappeStandingReport) report = NULL;
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, space);

  mappe_test_set (test->store, &mappe_body_kind, youth, "meets_every_months", "12");
  mappe_test_set (test->store, &mappe_body_kind, mappe_test_id (test->store, "body", "B06"), "active", "0");
  mappe_test_add (test->store, "meeting", "body", owner, "title", "In time", "held_on", "2027-01-07", NULL);
  report = load (test, TODAY);
  g_assert_cmpint (body (report, "B03")->rhythm, ==, MAPPE_RHYTHM_BROKEN);
  g_assert_null (body (report, "B03")->due_on);
  g_assert_cmpint (body (report, "B04")->rhythm, ==, MAPPE_RHYTHM_KEPT);
  g_assert_cmpuint (report->bodies->len, ==, 5);
}

/* A warning says the figure and the rule, in both languages. */
static void
test_words (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeStandingReport) report = load (test, TODAY);
  const MappeLanguage *german = mappe_language_get ("de"), *english = mappe_language_get ("en");
  g_autoptr (GPtrArray) warnings = mappe_standing_words_warnings (body (report, "B02"), english);
  g_autoptr (GPtrArray) same = mappe_standing_words_warnings (body (report, "B02"), german);
  g_autofree char *verdict = mappe_standing_words_verdict (report, german);

  g_assert_cmpuint (warnings->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==,
                   "1 meeting in the last twelve months; by its own rule there are at least 2.");
  g_assert_cmpstr (g_ptr_array_index (same, 1), ==,
                   "Letzte Sitzung am 10.02.2026; nach eigener Regel tagt es mindestens alle 8 Monate und war am "
                   "10.10.2026 fällig.");
  g_assert_cmpstr (verdict, ==, "3 Mindestmaße sind nicht eingehalten");
}

static void
test_paper (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeStandingReport) report = load (test, TODAY);
  g_autoptr (MappeNode) paper = mappe_build_standing (report, mappe_language_get ("de"));
  g_autofree char *text = mappe_write_text (paper, 500);

  g_assert_nonnull (strstr (text, "Stand des Rates am 30.11.2026"));
  g_assert_nonnull (strstr (text, "5 Mitglieder; nach eigener Regel sind es mindestens 6."));
  g_assert_nonnull (strstr (text, "4 Sitzungen, 11 Beschlüsse, 1 Maßnahme begonnen (27 in Umsetzung), 22 gemeinsame"));
  g_assert_nonnull (strstr (text, "Geplant und nicht ausgegeben: 174.950,00\u00a0€ in 17 Posten"));
}

static void
test_months (void)
{
  static const struct { const char *day; int months; const char *after; } cases[] = {
    { "2026-11-30", -12, "2025-11-30" }, { "2024-02-29", -12, "2023-02-28" }, { "2026-08-31", 6, "2027-02-28" },
    { "2026-12-31", 2, "2027-02-28" }, { "2026-11-30", 0, "2026-11-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after = mappe_standing_months_after (cases[i].day, cases[i].months);

      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/standing-report/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_,                        \
              mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  TEST ("bodies", test_bodies);
  TEST ("council", test_council);
  TEST ("entries", test_entries);
  TEST ("terms", test_terms);
  TEST ("members", test_members);
  TEST ("rhythm", test_rhythm);
  TEST ("words", test_words);
  TEST ("paper", test_paper);
  g_test_add_func ("/standing-report/months", test_months);
  return g_test_run ();
}
