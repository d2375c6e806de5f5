/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-archive-offer.h"
#include "mappe-date.h"
#include "mappe-document.h"
#include "mappe-event.h"
#include "mappe-retention.h"
#include "mappe-test-edit.h"

/* Records are kept for their time and are offered to the archive before they go. */

#define TODAY "2026-11-30"

typedef struct {
  MappeTestStore test;
  char          *paper;   /* of a meeting held in 2010 */
  char          *office;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL, *meeting = NULL;

  mappe_test_store_set_up (&fixture->test, data);
  fixture->office = ADD (fixture, "organisation", "name", "Public order office");
  body = ADD (fixture, "body", "name", "Council");
  meeting = ADD (fixture, "meeting", "body", body, "title", "First", "held_on", "2010-03-04", "state", "held");
  fixture->paper = ADD (fixture, "document", "title", "Report on lighting", "meeting", meeting, "pages", "12");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->paper);
  g_free (fixture->office);
  mappe_test_store_tear_down (&fixture->test, data);
}

static gint64
number (const char *id)
{
  return g_ascii_strtoll (id, NULL, 10);
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_retention_load (snapshot, TODAY, error);
}

static MappeRetention *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MappeRetention *retention = mappe_store_read (fixture->test.store, load_job, NULL, &error);

  g_assert_no_error (error);
  return retention;
}

static void
delete_refused (Fixture *fixture, const MappeKind *kind, const char *id, const char *reason)
{
  MappeEdit *edit = mappe_edit_new ("Delete");
  g_autoptr (GError) error = NULL;

  mappe_edit_delete (edit, kind, number (id), 0);
  g_assert_null (mappe_store_apply (fixture->test.store, edit, NULL, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (mappe_store_error_get_reason (error), reason));
}

static void
delete_done (Fixture *fixture, const MappeKind *kind, const char *id)
{
  MappeEdit *edit = mappe_edit_new ("Delete");

  mappe_edit_delete (edit, kind, number (id), 0);
  mappe_test_accept (fixture->test.store, edit);
}

static void
make_offer (Fixture *fixture)
{
  g_autoptr (MappeRetention) retention = load (fixture);
  MappeEdit *edit = mappe_retention_offer (retention, "Offer 2026", "Town archive", "Office", TODAY, "Offer");

  g_assert_nonnull (edit);
  mappe_test_accept (fixture->test.store, edit);
}

static void
assert_state (Fixture *fixture, MappeRetentionState state)
{
  g_autoptr (MappeRetention) retention = load (fixture);

  g_assert_cmpuint (mappe_retention_count (retention, state), ==, 1);
  g_assert_cmpuint (retention->due->len, ==, 1);
}

/* DP-10: without a recorded decision of the archive nothing is deleted; with one it is. */
static void
test_decision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRetention) retention = load (fixture);
  const MappeRetentionDue *due;

  g_assert_cmpuint (retention->due->len, ==, 1);
  due = g_ptr_array_index (retention->due, 0);
  g_assert_cmpstr (due->title, ==, "Report on lighting");
  g_assert_cmpstr (due->due_on, ==, "2021-01-01");
  g_assert_cmpint (due->pages, ==, 12);
  g_assert_cmpint (due->state, ==, MAPPE_RETENTION_TO_OFFER);
  g_assert_null (mappe_retention_delete (retention, "Delete"));
  delete_refused (fixture, &mappe_document_kind, fixture->paper, "offered to the archive");
  make_offer (fixture);
  assert_state (fixture, MAPPE_RETENTION_OFFERED);
  delete_refused (fixture, &mappe_document_kind, fixture->paper, "offered to the archive");
  mappe_test_refuse_at (fixture->test.store, CHANGE (fixture, "archive-offer", "1", "decision", "taken"),
                        "archive-offer", "decided_on");
  mappe_test_accept (fixture->test.store, CHANGE (fixture, "archive-offer", "1", "decision", "taken", "decided_on",
                                                  "2026-12-01", "decided_by", "Ahorn"));
  assert_state (fixture, MAPPE_RETENTION_TO_DELETE);
  {
    g_autoptr (MappeRetention) decided = load (fixture);

    mappe_test_accept (fixture->test.store, mappe_retention_delete (decided, "Delete"));
  }
  g_assert_cmpint (mappe_test_count (fixture->test.store, "document"), ==, 0);
  delete_refused (fixture, &mappe_archive_offer_kind, "1", "proof");
}

/* One record may be decided on by itself: the archive takes three of twenty. */
static void
test_one_differs (Fixture *fixture, gconstpointer data)
{
  make_offer (fixture);
  mappe_test_accept (fixture->test.store, CHANGE (fixture, "archive-offer-item", "1", "decision", "not_wanted"));
  assert_state (fixture, MAPPE_RETENTION_TO_DELETE);
  delete_done (fixture, &mappe_document_kind, fixture->paper);
}

/* concepts of events stay for three years; what lies ahead is nobody's record yet. */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();
  g_autofree char *past = mappe_date_add_days (today, -30), *ahead = mappe_date_add_days (today, 30);
  g_autofree char *held = ADD (fixture, "event", "title", "Fair", "start_on", past, "lead_organisation",
                              fixture->office);
  g_autofree char *paper = ADD (fixture, "document", "title", "Concept", "event", held);
  g_autofree char *planned = ADD (fixture, "event", "title", "Run", "start_on", ahead, "lead_organisation",
                                 fixture->office);

  delete_refused (fixture, &mappe_event_kind, held, "not over");
  delete_refused (fixture, &mappe_document_kind, paper, "not over");
  delete_done (fixture, &mappe_event_kind, planned);
  mappe_test_refuse_at (fixture->test.store, INSERT ("retention-class", "scope", "event", "years", "2", "follow",
                                                     "delete"), "retention-class", "years");
}

/* What the council decides holds instead of what the program starts with. */
static void
test_own_rule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeRetention) retention = NULL;
  g_autofree char *own = ADD (fixture, "retention-class", "scope", "paper", "follow", "delete", "years", "30", "basis",
                              "Decision 3/2020");

  delete_refused (fixture, &mappe_document_kind, fixture->paper, "not over");
  retention = load (fixture);
  g_assert_cmpuint (retention->due->len, ==, 0);
  mappe_test_refuse_at (fixture->test.store, INSERT ("retention-class", "scope", "paper", "follow", "keep"),
                        "retention-class", "scope");
  mappe_test_accept (fixture->test.store, CHANGE (fixture, "retention-class", own, "follow", "keep"));
  delete_refused (fixture, &mappe_document_kind, fixture->paper, "permanently");
  mappe_test_accept (fixture->test.store, CHANGE (fixture, "retention-class", own, "follow", "delete", "years", "5",
                                                  "offer", "0"));
  assert_state (fixture, MAPPE_RETENTION_TO_DELETE);
  delete_done (fixture, &mappe_document_kind, fixture->paper);
}

/* Making one record of two loses nothing. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  g_autofree char *one = ADD (fixture, "event", "title", "Fair", "start_on", "2012-05-06",
                              "lead_organisation", fixture->office);
  g_autofree char *other = ADD (fixture, "event", "title", "Fair", "start_on", "2012-05-06",
                              "lead_organisation", fixture->office);

  delete_refused (fixture, &mappe_event_kind, other, "offered");
  applied = mappe_store_merge (fixture->test.store, &mappe_event_kind, number (one), number (other), "Merge", &error);
  g_assert_no_error (error);
  g_assert_cmpint (mappe_test_count (fixture->test.store, "event"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD_TEST(name, func) g_test_add ("/retention/" name, Fixture, NULL, set_up, func, tear_down)
  ADD_TEST ("decision", test_decision);
  ADD_TEST ("one-differs", test_one_differs);
  ADD_TEST ("events", test_events);
  ADD_TEST ("own-rule", test_own_rule);
  ADD_TEST ("merge", test_merge);
  return g_test_run ();
}
