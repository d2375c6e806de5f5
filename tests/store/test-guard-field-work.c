/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date.h"
#include "mappe-test-edit.h"

/* The partnership's field work: what breaks a rule is refused with the field at fault, what just keeps it is saved. */

typedef struct {
  MappeTestStore test;
  char          *organisation;
  char          *area;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->organisation = ADD (fixture, "organisation", "name", "Police station");
  fixture->area = ADD (fixture, "area", "name", "Park");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->organisation);
  g_free (fixture->area);
  mappe_test_store_tear_down (&fixture->test, data);
}

/* @field: (nullable): the field at fault; %NULL when the row is to be saved */
static void
assert_judged (Fixture *fixture, MappeRow *row, const char *field)
{
  const MappeKind *kind = row->kind;
  MappeEdit *edit = mappe_test_insertion (row);

  if (field == NULL)
    mappe_test_accept (fixture->test.store, edit);
  else
    mappe_test_refuse_at (fixture->test.store, edit, kind->name, field);
}

static MappeRow *
patrol (Fixture *fixture, const char *date, const char *start, const char *end)
{
  return ROW ("patrol", "date", date, "start_at", start, "end_at", end, "area", fixture->area, "status", "planned",
              "police_organisation", fixture->organisation);
}

static void
test_overlapping_patrols (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *date, *start, *end; gboolean overlaps; } cases[] = {
    { "2026-09-02", "19:59", "21:00", TRUE },  { "2026-09-02", "20:00", "21:00", FALSE },
    { "2026-09-02", "17:00", "18:00", FALSE }, { "2026-09-02", "17:00", "18:01", TRUE },
    { "2026-09-02", "17:30", "01:00", TRUE },  { "2026-09-03", "18:00", "20:00", FALSE },
    { "2026-09-05", "00:30", "01:30", TRUE },  { "2026-09-05", "01:00", "02:00", FALSE },
    { "2026-09-03", "23:00", "01:00", FALSE }, { "2026-09-06", "23:00", "00:31", TRUE },
    { "2026-09-06", "23:00", "00:30", FALSE },
  };

  assert_judged (fixture, patrol (fixture, "2026-09-02", "18:00", "20:00"), NULL);
  assert_judged (fixture, patrol (fixture, "2026-09-04", "23:00", "01:00"), NULL);
  assert_judged (fixture, patrol (fixture, "2026-09-07", "00:30", "02:00"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s–%s", cases[i].date, cases[i].start, cases[i].end);
      assert_judged (fixture, patrol (fixture, cases[i].date, cases[i].start, cases[i].end),
                     cases[i].overlaps ? "police_organisation" : NULL);
    }
}

/* A cancelled patrol leaves its unit free, and another unit is free anyway. */
static void
test_free_units (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = ADD (fixture, "organisation", "name", "Rural police station");

  assert_judged (fixture, patrol (fixture, "2026-09-02", "18:00", "20:00"), NULL);
  assert_judged (fixture, ROW ("patrol", "date", "2026-09-02", "start_at", "18:30", "end_at", "20:30", "area",
                               fixture->area, "status", "planned", "police_organisation", other), NULL);
  assert_judged (fixture, ROW ("patrol", "date", "2026-09-02", "start_at", "18:30", "end_at", "20:30", "area",
                               fixture->area, "status", "cancelled", "cancel_reason", "Illness", "police_organisation",
                               fixture->organisation), NULL);
}

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();
  g_autofree char *year = g_strndup (today, 4);
  g_autofree char *next_year = mappe_test_text_of (g_ascii_strtoll (year, NULL, 10) + 1);
  g_autofree char *agreement = ADD (fixture, "agreement", "title", "Security partnership");
  g_autofree char *other = ADD (fixture, "agreement", "title", "Cooperation");
  g_autofree char *clause = ADD (fixture, "agreement-clause", "agreement", agreement, "obligation", "Patrols");
  g_autofree char *foreign = ADD (fixture, "agreement-clause", "agreement", other, "obligation", "Light");
  g_autofree char *review = NULL;

  assert_judged (fixture, ROW ("agreement-review", "agreement", agreement, "year", next_year), "year");
  review = ADD (fixture, "agreement-review", "agreement", agreement, "year", year);
  assert_judged (fixture, ROW ("agreement-review", "agreement", agreement, "year", year), "year");
  assert_judged (fixture, ROW ("agreement-review", "agreement", other, "year", year), NULL);
  assert_judged (fixture, ROW ("clause-review", "review", review, "clause", foreign), "clause");
  assert_judged (fixture, ROW ("clause-review", "review", review, "clause", clause), NULL);
  assert_judged (fixture, ROW ("clause-review", "review", review, "clause", clause), "clause");
}

/* A review of one clause, with a decision to sign it off. */
typedef struct {
  char *agreement, *clause, *review, *judged, *decision;
} Review;

static void
review_clear (Review *review)
{
  g_free (review->agreement);
  g_free (review->clause);
  g_free (review->review);
  g_free (review->judged);
  g_free (review->decision);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Review, review_clear)

static void
make_review (Fixture *fixture, Review *review)
{
  g_autofree char *body = ADD (fixture, "body", "name", "Steering group");
  g_autofree char *meeting = ADD (fixture, "meeting", "title", "January", "body", body, "held_on", "2026-01-14",
                                  "state", "held");
  g_autofree char *item = ADD (fixture, "agenda-item", "title", "Review", "meeting", meeting);

  review->agreement = ADD (fixture, "agreement", "title", "Security partnership");
  review->clause = ADD (fixture, "agreement-clause", "agreement", review->agreement, "obligation", "Patrols");
  review->review = ADD (fixture, "agreement-review", "agreement", review->agreement, "year", "2025");
  review->decision = ADD (fixture, "decision", "agenda_item", item, "text", "The review of 2025 is signed off");
}

static MappeEdit *
sign_off (Fixture *fixture, const Review *review)
{
  return CHANGE (fixture, "agreement-review", review->review, "status", "signed_off", "decision", review->decision);
}

/* Nobody signs off without a decision, nor while a clause is open; the edit that signs off may write the clauses. */
static void
test_sign_off (Fixture *fixture, gconstpointer data)
{
  MappeStore *store = fixture->test.store;
  g_auto (Review) review = { 0 };
  MappeEdit *edit;

  make_review (fixture, &review);
  mappe_test_refuse_at (store, CHANGE (fixture, "agreement-review", review.review, "status", "signed_off"),
                        "agreement-review", "decision");
  mappe_test_refuse_at (store, sign_off (fixture, &review), "agreement-review", "status");
  review.judged = ADD (fixture, "clause-review", "review", review.review, "clause", review.clause);
  mappe_test_refuse_at (store, sign_off (fixture, &review), "agreement-review", "status");
  edit = ALSO (fixture, sign_off (fixture, &review), "clause-review", review.judged, "fulfilment", "full");
  mappe_test_accept (store, edit);
}

static void
refuse_change (Fixture *fixture, const char *kind, const char *id, const char *field, const char *value)
{
  mappe_test_refuse_at (fixture->test.store, CHANGE (fixture, kind, id, field, value), kind, field);
}

/* What was signed off stays: its own fields, its clauses, and what it hangs on; its note does not belong to it. */
static void
test_signed_off (Fixture *fixture, gconstpointer data)
{
  MappeStore *store = fixture->test.store;
  g_auto (Review) review = { 0 };
  g_autofree char *later = NULL;
  MappeEdit *edit;

  make_review (fixture, &review);
  review.judged = ADD (fixture, "clause-review", "review", review.review, "clause", review.clause, "fulfilment",
                       "partly");
  mappe_test_accept (store, sign_off (fixture, &review));
  refuse_change (fixture, "agreement-review", review.review, "status", "open");
  refuse_change (fixture, "agreement-review", review.review, "reviewed_on", "2026-01-09");
  refuse_change (fixture, "clause-review", review.judged, "fulfilment", "full");
  refuse_change (fixture, "clause-review", review.judged, "remark", "better than it was");
  edit = CHANGE (fixture, "agreement-review", review.review, "note", "x");
  mappe_test_refuse_at (store, ALSO (fixture, edit, "clause-review", review.judged, "remark", "hidden among others"),
                        "clause-review", "remark");
  mappe_test_refuse_at (store, mappe_test_deletion ("clause-review", review.judged), "clause-review", "-");
  mappe_test_refuse_at (store, mappe_test_deletion ("agreement-review", review.review), "clause-review", "-");
  mappe_test_refuse_at (store, mappe_test_deletion ("agreement-clause", review.clause), "clause-review", "-");
  mappe_test_refuse_at (store, mappe_test_deletion ("decision", review.decision), "agreement-review", "decision");
  later = ADD (fixture, "agreement-clause", "agreement", review.agreement, "obligation", "Sound");
  mappe_test_refuse_at (store, INSERT ("clause-review", "review", review.review, "clause", later), "clause-review",
                        "-");
  mappe_test_accept (store, CHANGE (fixture, "agreement-review", review.review, "note", "Filed in folder 7"));
}

/* Undoing the sign-off opens the review again. */
static void
test_sign_off_undone (Fixture *fixture, gconstpointer data)
{
  g_auto (Review) review = { 0 };
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  make_review (fixture, &review);
  review.judged = ADD (fixture, "clause-review", "review", review.review, "clause", review.clause, "fulfilment",
                       "partly");
  mappe_test_accept (fixture->test.store, sign_off (fixture, &review));
  refuse_change (fixture, "clause-review", review.judged, "fulfilment", "full");
  mappe_test_settle ();
  label = mappe_store_undo (fixture->test.store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
  mappe_test_accept (fixture->test.store,
                     CHANGE (fixture, "clause-review", review.judged, "fulfilment", "full"));
}

static void
test_transfer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *project = ADD (fixture, "project", "title", "Light in the park", "area", fixture->area);
  g_autofree char *profile = ADD (fixture, "best-practice-profile", "title", "Light", "project", project);
  g_autofree char *square = ADD (fixture, "area", "name", "Square");

  assert_judged (fixture, ROW ("transfer", "profile", profile, "target_area", fixture->area), "target_area");
  assert_judged (fixture, ROW ("transfer", "profile", profile, "target_area", square), NULL);
}

/* Three of four criteria are not enough. */
static void
test_published (Fixture *fixture, gconstpointer data)
{
  static const char *const criteria[] = { "problem_described", "mechanism_described", "evaluated", "replicable" };
  g_autofree char *project = ADD (fixture, "project", "title", "Light in the park", "area", fixture->area);

  for (guint i = 0; i <= G_N_ELEMENTS (criteria); i++)
    {
      MappeRow *row = ROW ("best-practice-profile", "title", "Light", "project", project, "published_on", "2026-05-19");

      for (guint n = 0; n < G_N_ELEMENTS (criteria); n++)
        mappe_row_set_canonical (row, (guint) mappe_kind_find_field (row->kind, criteria[n]), n == i ? "0" : "1", NULL);
      assert_judged (fixture, row, i < G_N_ELEMENTS (criteria) ? "published_on" : NULL);
    }
  assert_judged (fixture, ROW ("best-practice-profile", "title", "Light", "project", project), NULL);
}

static void
test_scores (Fixture *fixture, gconstpointer data)
{
  g_autofree char *audit = ADD (fixture, "site-audit", "area", fixture->area, "held_on", "2026-06-16");

  assert_judged (fixture, ROW ("site-audit-score", "audit", audit, "criterion", "lighting", "score", "2"), NULL);
  assert_judged (fixture, ROW ("site-audit-score", "audit", audit, "criterion", "lighting", "score", "3"), "criterion");
  assert_judged (fixture, ROW ("site-audit-score", "audit", audit, "criterion", "help", "score", "3"), NULL);
}

static MappeRow *
application (const char *programme, const char *asked, const char *total)
{
  return ROW ("funding-application", "title", "Youth forum", "programme", programme, "asked_eur", asked, "total_eur",
              total);
}

static void
test_amounts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *programme = ADD (fixture, "funding-programme", "name", "State grants", "quota_pct", "80", "cap_eur",
                                    "20000.00");
  g_autofree char *free = ADD (fixture, "funding-programme", "name", "Without rules");

  assert_judged (fixture, application (programme, "20000.01", "100000.00"), "asked_eur");
  assert_judged (fixture, application (programme, "20000.00", "100000.00"), NULL);
  assert_judged (fixture, application (programme, "8000.01", "10000.00"), "asked_eur");
  assert_judged (fixture, application (programme, "8000.00", "10000.00"), NULL);
  assert_judged (fixture, application (free, "999999.00", "10.00"), NULL);
}

/* What is granted keeps the same rules as what is asked. */
static void
test_grants (Fixture *fixture, gconstpointer data)
{
  g_autofree char *programme = ADD (fixture, "funding-programme", "name", "State grants", "quota_pct", "80", "cap_eur",
                                    "20000.00");
  g_autofree char *grant = ADD (fixture, "funding-application", "title", "Youth forum", "programme", programme,
                                "asked_eur", "8000.00", "total_eur", "10000.00");
  MappeStore *store = fixture->test.store;

  mappe_test_refuse_at (store, CHANGE (fixture, "funding-application", grant, "granted_eur", "8000.01"),
                        "funding-application", "granted_eur");
  mappe_test_refuse_at (store, CHANGE (fixture, "funding-application", grant, "granted_eur", "20000.01", "total_eur",
                                       "90000.00"), "funding-application", "granted_eur");
  mappe_test_accept (store, CHANGE (fixture, "funding-application", grant, "granted_eur", "8000.00"));
}

static MappeRow *
volunteer (const char *programme, const char *begins_on, const char *undertaking_on)
{
  return ROW ("volunteer", "last_name", "Fliederbusch", "programme", programme, "begins_on", begins_on,
              "undertaking_on", undertaking_on);
}

static void
test_undertaking (Fixture *fixture, gconstpointer data)
{
  g_autofree char *programme = ADD (fixture, "volunteer-programme", "name", "Stewards");

  assert_judged (fixture, volunteer (programme, "2026-12-01", ""), "undertaking_on");
  assert_judged (fixture, volunteer (programme, "", ""), NULL);
  assert_judged (fixture, volunteer (programme, "2026-12-01", "2026-11-30"), NULL);
}

static MappeRow *
quarter (const char *programme, const char *period)
{
  return ROW ("volunteer-quarter", "programme", programme, "period", period, "hours", "12");
}

/* Figures stand once for each quarter of each programme, written in one way. */
static void
test_quarters (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "2026Q5", "2026Q0", "2026", "2026-07", "2026H1", "Q3 2026", "26Q3", "autumn" };
  g_autofree char *programme = ADD (fixture, "volunteer-programme", "name", "Stewards");
  g_autofree char *other = ADD (fixture, "volunteer-programme", "name", "Escort line");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_judged (fixture, quarter (programme, wrong[i]), "period");
  assert_judged (fixture, quarter (programme, "2026Q3"), NULL);
  assert_judged (fixture, quarter (programme, "2026Q3"), "period");
  assert_judged (fixture, quarter (programme, "2026Q4"), NULL);
  assert_judged (fixture, quarter (other, "2026Q3"), NULL);
}

/* A rule about what a record says has nothing to say when it goes. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *programme = ADD (fixture, "volunteer-programme", "name", "Stewards");
  g_autofree char *person = ADD (fixture, "volunteer", "last_name", "Fliederbusch", "programme", programme);
  g_autofree char *figures = ADD (fixture, "volunteer-quarter", "programme", programme, "period", "2026Q3", "hours",
                                  "12");

  mappe_test_accept (fixture->test.store, mappe_test_deletion ("volunteer", person));
  mappe_test_accept (fixture->test.store, mappe_test_deletion ("volunteer-quarter", figures));
  g_assert_cmpint (mappe_test_count (fixture->test.store, "volunteer"), ==, 0);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "volunteer-quarter"), ==, 0);
}

#define TEST(path, test) g_test_add ("/guard-field-work/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("overlapping-patrols", test_overlapping_patrols);
  TEST ("free-units", test_free_units);
  TEST ("reviews", test_reviews);
  TEST ("sign-off", test_sign_off);
  TEST ("signed-off", test_signed_off);
  TEST ("sign-off-undone", test_sign_off_undone);
  TEST ("transfer", test_transfer);
  TEST ("published", test_published);
  TEST ("scores", test_scores);
  TEST ("amounts", test_amounts);
  TEST ("grants", test_grants);
  TEST ("undertaking", test_undertaking);
  TEST ("quarters", test_quarters);
  TEST ("deleted", test_deleted);
  return g_test_run ();
}
