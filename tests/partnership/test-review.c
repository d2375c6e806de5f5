/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-agreement-clause.h"
#include "mappe-agreement-review.h"
#include "mappe-agreement.h"
#include "mappe-build-review.h"
#include "mappe-clause-review.h"
#include "mappe-field-work-error.h"
#include "mappe-review-evidence.h"
#include "mappe-review.h"
#include "mappe-test-demo.h"
#include "mappe-test-edit.h"

/* The review of the demo council's security partnership; the figures were counted by hand in data/sample. */

#define TODAY "2026-11-30"

static const MappeEvidenceYear year = { 2026, "2026-01-01", TODAY, TODAY, NULL };

/* --- figures --- */

static gpointer
figures_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (MappeRow) clause = mappe_snapshot_load (snapshot, &mappe_agreement_clause_kind, *(gint64 *) data, error);
  MappeEvidencePatrols patrols;
  MappeEvidenceShare share;
  MappeEvidenceSum sum;

  /* 26 planned from 2 September to 28 November: 22 held, PT-008 and PT-016 cancelled, week 48 not reported on. */
  g_assert_true (mappe_evidence_patrols (snapshot, clause, &year, &patrols, error));
  g_assert_cmpstr (patrols.begins, ==, "2026-09-02");
  g_assert_cmpuint (patrols.planned, ==, 26);
  g_assert_cmpuint (patrols.held, ==, 22);
  g_assert_cmpuint (patrols.cancelled, ==, 2);
  g_assert_cmpuint (patrols.unreported, ==, 2);
  /* Weeks 36 to 48; short are 39, 43 (one each) and 48. */
  g_assert_cmpuint (patrols.weeks, ==, 13);
  g_assert_cmpuint (patrols.weeks_met, ==, 10);
  g_free (patrols.begins);
  /* EV-02, EV-03, EV-07; EV-06 is of class A. */
  g_assert_true (mappe_evidence_large_events (snapshot, &year, &share, error));
  g_assert_cmpuint (share.of, ==, 3);
  g_assert_cmpuint (share.n, ==, 3);
  /* EV-03 after 22 days, EV-04 18, EV-05 24; EV-02 after 36; EV-06 has none. */
  g_assert_true (mappe_evidence_debriefs (snapshot, &year, &share, error));
  g_assert_cmpuint (share.of, ==, 5);
  g_assert_cmpuint (share.n, ==, 3);
  g_assert_cmpuint (share.late, ==, 1);
  g_assert_cmpuint (share.missing, ==, 1);
  g_assert_true (mappe_evidence_participation (snapshot, &year, &sum, error));
  g_assert_cmpuint (sum.n, ==, 2);
  g_assert_cmpint (sum.sum, ==, 27 + 112);
  g_assert_true (mappe_evidence_volunteers (snapshot, &year, &sum, error));
  g_assert_cmpuint (sum.n, ==, 3);
  g_assert_cmpfloat (sum.hours, ==, 248 + 212 + 209 + 101 + 101 + 118 + 76 + 67 + 84);
  g_assert_cmpint (sum.active, ==, 17 + 14 + 13);
  g_assert_true (mappe_evidence_closures (snapshot, &year, &sum, error));
  g_assert_cmpuint (sum.n, ==, 5);
  g_assert_cmpfloat (sum.median, ==, 180);
  return GINT_TO_POINTER (1);
}

static void
test_figures (MappeTestStore *test, gconstpointer data)
{
  gint64 clause = mappe_test_id (test->store, "agreement-clause", "CL-01");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (mappe_store_read (test->store, figures_cb, &clause, &error));
  g_assert_no_error (error);
}

static gpointer
last_year_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeEvidenceYear before = { 2025, "2025-01-01", "2025-12-31", TODAY, NULL };
  g_autoptr (MappeRow) clause = mappe_snapshot_load (snapshot, &mappe_agreement_clause_kind, *(gint64 *) data, error);
  MappeEvidencePatrols patrols;
  MappeEvidenceShare share;
  MappeEvidenceSum sum;

  g_assert_true (mappe_evidence_patrols (snapshot, clause, &before, &patrols, error));
  g_assert_cmpuint (patrols.planned, ==, 0);
  g_assert_null (patrols.begins);
  /* EV-01: its debrief was held in the next year, 22 days after its end. */
  g_assert_true (mappe_evidence_debriefs (snapshot, &before, &share, error));
  g_assert_cmpuint (share.of, ==, 1);
  g_assert_cmpuint (share.n, ==, 1);
  g_assert_true (mappe_evidence_closures (snapshot, &before, &sum, error));
  g_assert_cmpuint (sum.n, ==, 0);
  g_assert_true (isnan (sum.median));
  return GINT_TO_POINTER (1);
}

static void
test_last_year (MappeTestStore *test, gconstpointer data)
{
  gint64 clause = mappe_test_id (test->store, "agreement-clause", "CL-01");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (mappe_store_read (test->store, last_year_cb, &clause, &error));
  g_assert_no_error (error);
}

/* --- sheet --- */

typedef struct {
  gint64 agreement;
  int    year;
} Wanted;

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return mappe_review_load (snapshot, wanted->agreement, wanted->year, TODAY, NULL, error);
}

static MappeReview *
review_of (MappeTestStore *test, const char *agreement, int reviewed)
{
  g_autoptr (GError) error = NULL;
  Wanted wanted = { mappe_test_id (test->store, "agreement", agreement), reviewed };
  MappeReview *review = mappe_store_read (test->store, load_cb, &wanted, &error);

  g_assert_no_error (error);
  return review;
}

/* --- the council --- */

/* The plenary met on 19 May and 27 October; its meeting of 8 December is to come. In 2025 the file has one meeting. */
static gpointer
meetings_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeEvidenceYear before = { 2025, "2025-01-01", "2025-12-31", TODAY, NULL };
  const MappeEvidenceYear whole = { 2026, "2026-01-01", "2026-12-31", "2027-01-15", NULL };
  g_autoptr (MappeRow) clause = mappe_snapshot_load (snapshot, &mappe_agreement_clause_kind, *(gint64 *) data, error);
  const struct { const MappeEvidenceYear *year; guint held, unreported; } cases[] = {
    { &year, 2, 0 }, { &before, 1, 0 }, { &whole, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MappeEvidenceMeetings meetings;

      g_assert_true (mappe_evidence_meetings (snapshot, clause, cases[i].year, &meetings, error));
      g_assert_cmpuint (meetings.held, ==, cases[i].held);
      g_assert_cmpuint (meetings.cancelled, ==, 0);
      g_assert_cmpuint (meetings.unreported, ==, cases[i].unreported);
      g_assert_cmpuint (meetings.agreed, ==, (guint) mappe_row_get_int (clause, MAPPE_AGREEMENT_CLAUSE_PER_YEAR));
      g_assert_nonnull (meetings.body);
      g_free (meetings.body);
    }
  return GINT_TO_POINTER (1);
}

/* D-06, D-08, D-09, D-14 and D-15 agreed to P03, P01, P05, P04 and P11, which D-12 had recommended; D-10 was against
 * P07. No project began in 2026. P02 began six weeks before D-02 and is the only one of 2025; D-03 and D-04 are of 2025
 * too. */
static gpointer
concepts_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeEvidenceYear before = { 2025, "2025-01-01", "2025-12-31", TODAY, NULL };
  MappeEvidenceConcepts concepts;
  MappeEvidenceAudits audits;

  g_assert_true (mappe_evidence_concepts (snapshot, &year, &concepts, error));
  g_assert_cmpuint (concepts.decided, ==, 6);
  g_assert_cmpuint (concepts.agreed, ==, 5);
  g_assert_cmpuint (concepts.begun, ==, 0);
  g_assert_true (mappe_evidence_concepts (snapshot, &before, &concepts, error));
  g_assert_cmpuint (concepts.decided, ==, 3);
  g_assert_cmpuint (concepts.agreed, ==, 3);
  g_assert_cmpuint (concepts.begun, ==, 1);
  g_assert_cmpuint (concepts.begun_agreed, ==, 0);
  /* SA-03 is of 2026; the Schlossgarten was measured in 2022 and 2024, the station square once. */
  g_assert_true (mappe_evidence_audits (snapshot, &year, &audits, error));
  g_assert_cmpuint (audits.audits, ==, 1);
  g_assert_cmpuint (audits.areas, ==, 2);
  g_assert_cmpuint (audits.again, ==, 1);
  g_assert_true (mappe_evidence_audits (snapshot, &before, &audits, error));
  g_assert_cmpuint (audits.audits, ==, 0);
  g_assert_cmpuint (audits.areas, ==, 1);
  g_assert_cmpuint (audits.again, ==, 1);
  return GINT_TO_POINTER (1);
}

static char *
words_of (MappeTestStore *test, const char *reference)
{
  g_autoptr (MappeReview) review = NULL;
  g_autofree char *words = NULL;
  const char *owner = g_str_equal (reference, "CL-09") ? "AG-02" : "AG-01";

  review = review_of (test, owner, 2026);
  for (guint i = 0; i < review->clauses->len; i++)
    {
      const MappeReviewClause *clause = g_ptr_array_index (review->clauses, i);

      if (g_strcmp0 (mappe_row_get_text (clause->clause, MAPPE_FIELD_REFERENCE), reference) == 0)
        words = g_strdup (clause->evidence);
    }
  g_assert_nonnull (words);
  return g_steal_pointer (&words);
}

static void
test_council (MappeTestStore *test, gconstpointer data)
{
  gint64 clause = mappe_test_id (test->store, "agreement-clause", "CL-08");
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL, *kept = NULL, *missing = NULL, *concepts = NULL, *places = NULL;

  g_assert_nonnull (mappe_store_read (test->store, meetings_cb, &clause, &error));
  g_assert_nonnull (mappe_store_read (test->store, concepts_cb, NULL, &error));
  g_assert_no_error (error);
  plain = words_of (test, "CL-08");
  g_assert_nonnull (strstr (plain, " met 2 times."));
  g_assert_nonnull (strstr (plain, "3 of 5 debriefs"));
  g_assert_null (strstr (plain, "rhythm"));
  mappe_test_set (test->store, &mappe_agreement_clause_kind, clause, "per_year", "2");
  kept = words_of (test, "CL-08");
  g_assert_nonnull (strstr (kept, "The agreed rhythm of 2 a year is kept."));
  mappe_test_set (test->store, &mappe_agreement_clause_kind, clause, "per_year", "4");
  missing = words_of (test, "CL-08");
  g_assert_nonnull (strstr (missing, "The agreed rhythm is 4 a year; 2 meetings are missing."));
  concepts = words_of (test, "CL-04");
  g_assert_nonnull (strstr (concepts, "5 of 6 projects"));
  places = words_of (test, "CL-09");
  g_assert_nonnull (strstr (places, "1 site audit was held. 1 of 2 audited areas"));
}

/* --- the whole sheet --- */

static void
test_sheet (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeReview) review = review_of (test, "AG-01", 2026);
  const MappeReviewClause *first = g_ptr_array_index (review->clauses, 0);
  const MappeReviewClause *last = g_ptr_array_index (review->clauses, 7);

  g_assert_cmpuint (review->clauses->len, ==, 8);
  g_assert_cmpstr (review->to, ==, TODAY);
  g_assert_nonnull (review->review);
  g_assert_false (mappe_review_is_signed (review));
  g_assert_cmpstr (mappe_review_fulfilment (first), ==, "mostly");
  g_assert_cmpstr (mappe_review_fulfilment (last), ==, "open");
  g_assert_nonnull (strstr (last->evidence, " met 2 times."));
  g_assert_nonnull (strstr (first->evidence, "22 of 26"));
  g_assert_nonnull (strstr (first->evidence, "10 of 13"));
  g_assert_nonnull (strstr (first->offices, ", "));
  g_assert_cmpstr (first->measures, !=, "");
}

/* --- acts --- */

static void
judge (MappeTestStore *test, const char *agreement, guint clause, const char *fulfilment, const char *remark)
{
  g_autoptr (MappeReview) review = review_of (test, agreement, 2026);

  mappe_test_accept (test->store, mappe_review_judge (review, g_ptr_array_index (review->clauses, clause), fulfilment,
                                                      remark, NULL));
}

static void
test_judge (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeReview) before = review_of (test, "AG-02", 2026);
  g_autoptr (MappeReview) after = NULL;
  g_autoptr (GError) error = NULL;
  const MappeReviewClause *clause;

  g_assert_null (before->review);
  judge (test, "AG-02", 0, "partly", "Two lamps out.");
  after = review_of (test, "AG-02", 2026);
  clause = g_ptr_array_index (after->clauses, 0);
  g_assert_nonnull (after->review);
  g_assert_cmpstr (mappe_review_fulfilment (clause), ==, "partly");
  g_assert_cmpstr (mappe_row_get_text (clause->mine, MAPPE_CLAUSE_REVIEW_REMARK), ==, "Two lamps out.");
  g_assert_null (mappe_review_judge (after, clause, "partly", "Two lamps out.", &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_NOTHING);
}

static void
refuse_sign (MappeReview *review, gint64 decision, const char *day, MappeFieldWorkError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_review_sign_off (review, decision, day, &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, (int) code);
}

static MappeRow *
load (MappeTestStore *test, const MappeKind *kind, const char *reference)
{
  return mappe_store_load (test->store, kind, mappe_test_id (test->store, kind->name, reference), NULL);
}

static void
test_sign (MappeTestStore *test, gconstpointer data)
{
  gint64 decision = mappe_test_id (test->store, "decision", "D-15");
  g_autoptr (MappeReview) open = review_of (test, "AG-01", 2026);
  g_autoptr (MappeReview) ready = NULL;
  g_autoptr (MappeReview) signed_off = NULL;
  g_autoptr (MappeRow) agreement = NULL;
  g_autoptr (MappeRow) clause = NULL;
  g_autoptr (MappeRow) undone = NULL;
  g_autofree char *label = NULL;

  refuse_sign (open, decision, TODAY, MAPPE_FIELD_WORK_ERROR_MISSING);
  for (guint i = 3; i < 8; i++)
    if (i != 5)
      judge (test, "AG-01", i, "full", NULL);
  ready = review_of (test, "AG-01", 2026);
  refuse_sign (ready, 0, TODAY, MAPPE_FIELD_WORK_ERROR_MISSING);
  refuse_sign (ready, decision, "2025-12-31", MAPPE_FIELD_WORK_ERROR_STATE);
  mappe_test_accept (test->store, mappe_review_sign_off (ready, decision, TODAY, NULL));
  signed_off = review_of (test, "AG-01", 2026);
  g_assert_true (mappe_review_is_signed (signed_off));
  g_assert_nonnull (signed_off->decision);
  g_assert_nonnull (strstr (((MappeReviewClause *) g_ptr_array_index (signed_off->clauses, 0))->evidence, "22 of 26"));
  refuse_sign (signed_off, decision, TODAY, MAPPE_FIELD_WORK_ERROR_STATE);
  agreement = load (test, &mappe_agreement_kind, "AG-01");
  g_assert_cmpstr (mappe_row_get_text (agreement, MAPPE_AGREEMENT_LAST_REVIEWED_ON), ==, TODAY);
  g_assert_cmpstr (mappe_row_get_text (agreement, MAPPE_AGREEMENT_NEXT_REVIEW_ON), ==, "2027-11-30");
  clause = load (test, &mappe_agreement_clause_kind, "CL-08");
  g_assert_cmpstr (mappe_row_get_text (clause, MAPPE_AGREEMENT_CLAUSE_FULFILMENT), ==, "full");
  g_assert_cmpstr (mappe_row_get_text (clause, MAPPE_AGREEMENT_CLAUSE_LAST_REVIEWED_ON), ==, TODAY);
  label = mappe_store_undo (test->store, NULL);
  g_assert_nonnull (label);
  undone = load (test, &mappe_agreement_clause_kind, "CL-08");
  g_assert_cmpstr (mappe_row_get_text (undone, MAPPE_AGREEMENT_CLAUSE_FULFILMENT), ==, "open");
}

/* What was signed off stays, whatever is recorded later. */
static void
test_frozen (MappeTestStore *test, gconstpointer data)
{
  gint64 decision = mappe_test_id (test->store, "decision", "D-15");
  g_autofree char *patrol = mappe_test_text_of (mappe_test_id (test->store, "patrol", "PT-024"));
  g_autoptr (MappeReview) ready = NULL;
  g_autoptr (MappeReview) later = NULL;
  const MappeReviewClause *clause;
  g_autoptr (GError) error = NULL;

  for (guint i = 3; i < 8; i++)
    if (i != 5)
      judge (test, "AG-01", i, "full", NULL);
  ready = review_of (test, "AG-01", 2026);
  mappe_test_accept (test->store, mappe_review_sign_off (ready, decision, TODAY, NULL));
  mappe_test_accept (test->store, mappe_test_change (test->store, NULL, "patrol", patrol, "status", "cancelled",
                                                     "cancel_reason", "Illness", NULL));
  later = review_of (test, "AG-01", 2026);
  clause = g_ptr_array_index (later->clauses, 0);
  g_assert_nonnull (strstr (clause->evidence, "22 of 26"));
  g_assert_null (mappe_review_judge (later, clause, "full", NULL, &error));
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_STATE);
}

/* The printed sheet has a line for each clause, and says what it is. */
static void
test_paper (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeReview) review = review_of (test, "AG-01", 2026);
  g_autoptr (MappeNode) document = mappe_build_review (review, NULL);
  const MappeNode *head = g_ptr_array_index (document->children, 0);
  const MappeNode *table = g_ptr_array_index (document->children, 1);

  g_assert_cmpuint (document->children->len, ==, 2);
  g_assert_cmpint (head->role, ==, MAPPE_ROLE_PARAGRAPH);
  g_assert_cmpint (table->role, ==, MAPPE_ROLE_TABLE);
  g_assert_cmpuint (table->children->len, ==, 1 + review->clauses->len);
}

static gpointer
unanchored_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_review_unanchored (snapshot, error);
}

static void
test_unanchored (MappeTestStore *test, gconstpointer data)
{
  static const char *const wanted[] = { "CL-04", "CL-05", "CL-07", "CL-08", "CL-10" };
  g_autoptr (GPtrArray) listed = mappe_store_read (test->store, unanchored_cb, NULL, NULL);

  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < listed->len; i++)
    {
      const MappeListed *clause = g_ptr_array_index (listed, i);

      g_assert_cmpstr (mappe_row_get_text (clause->row, MAPPE_FIELD_REFERENCE), ==, wanted[i]);
    }
}

#define CASE(path, function) \
  g_test_add (path, MappeTestStore, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CASE ("/review/figures", test_figures);
  CASE ("/review/last-year", test_last_year);
  CASE ("/review/council", test_council);
  CASE ("/review/sheet", test_sheet);
  CASE ("/review/judge", test_judge);
  CASE ("/review/sign", test_sign);
  CASE ("/review/frozen", test_frozen);
  CASE ("/review/paper", test_paper);
  CASE ("/review/unanchored", test_unanchored);
  return g_test_run ();
}
