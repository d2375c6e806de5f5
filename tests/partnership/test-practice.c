/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-area.h"
#include "mappe-measure.h"
#include "mappe-practice.h"
#include "mappe-project.h"
#include "mappe-test-demo.h"
#include "mappe-transfer-condition.h"
#include "mappe-transfer.h"

/* The best practice of the demo and its transfer; figures counted by hand in data/sample/transfer_conditions.csv. */

static gpointer
load_transfer_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_transfer_check_load (snapshot, *(gint64 *) data, mappe_language_get ("en"), error);
}

static MappeTransferCheck *
load_transfer (MappeTestStore *test)
{
  gint64 id = mappe_test_id (test->store, "transfer", "TR-01");
  g_autoptr (GError) error = NULL;
  MappeTransferCheck *check = mappe_store_read (test->store, load_transfer_cb, &id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (check);
  return check;
}

static gpointer
load_practice_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_practice_load (snapshot, *(gint64 *) data, mappe_language_get ("en"), error);
}

static void
apply (MappeTestStore *test, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (test->store, edit, NULL, &error);

  g_assert_no_error (error);
}

static void
test_profile (MappeTestStore *test, gconstpointer data)
{
  gint64 id = mappe_test_id (test->store, "best-practice-profile", "BP-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (MappePractice) practice = mappe_store_read (test->store, load_practice_cb, &id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mappe_practice_n_met (practice->profile), ==, 4);
  g_assert_cmpuint (practice->transfers->len, ==, 1);
  g_assert_cmpstr (mappe_row_get_text (practice->area, MAPPE_AREA_NAME), ==, "Schlossgarten park");
  for (guint i = 0; i < MAPPE_PRACTICE_PARTS; i++)
    g_assert_false (mappe_row_is_null (practice->profile, mappe_practice_part (i)));
}

static void
test_verdict (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeTransferCheck) check = load_transfer (test);
  g_autofree char *verdict = mappe_transfer_check_verdict (check, mappe_language_get ("en"));
  guint counts[MAPPE_FIT_N];

  mappe_transfer_check_count (check, counts);
  g_assert_cmpuint (check->conditions->len, ==, 5);
  g_assert_cmpuint (counts[MAPPE_FIT_FITS], ==, 1);
  g_assert_cmpuint (counts[MAPPE_FIT_ADAPT], ==, 3);
  g_assert_cmpuint (counts[MAPPE_FIT_NONE], ==, 1);
  g_assert_cmpuint (counts[MAPPE_FIT_OPEN], ==, 0);
  g_assert_cmpuint (mappe_transfer_check_unsolved (check), ==, 0);
  g_assert_cmpstr (verdict, ==, "Fitting: 1 of 5 conditions; to adapt: 3; not fitting: 1.");
}

/* Schlossgarten: park, deficits 2 and 4, no residents, first audit 21/10; Bahnhofsvorplatz: square, 4 and 4, 640
 * residents, last audit 30/10; one owner. */
static void
test_proposals (MappeTestStore *test, gconstpointer data)
{
  static const struct { const char *topic; MappeFit fit; } expected[] = {
    { "Kind of place", MAPPE_FIT_ADAPT },
    { "Deficit in recorded safety", MAPPE_FIT_NONE },
    { "Deficit in perceived safety", MAPPE_FIT_FITS },
    { "Site audit before the start", MAPPE_FIT_ADAPT },
    { "Residents", MAPPE_FIT_ADAPT },
    { "Owner", MAPPE_FIT_FITS },
  };
  g_autoptr (MappeTransferCheck) check = load_transfer (test), after = NULL;
  const MappeTransferProposal *audit;
  guint counts[MAPPE_FIT_N];

  g_assert_cmpuint (check->proposals->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MappeTransferProposal *proposal = g_ptr_array_index (check->proposals, i);

      g_assert_cmpstr (proposal->topic, ==, expected[i].topic);
      g_assert_cmpint (proposal->fit, ==, expected[i].fit);
    }
  audit = g_ptr_array_index (check->proposals, 3);
  g_assert_cmpstr (audit->source_state, ==, "2.1 of 5, weakest: Lighting (1); 29 March 2022");
  g_assert_cmpstr (audit->target_state, ==, "3.0 of 5, weakest: Lighting (2); 16 June 2026");
  apply (test, mappe_transfer_propose (check, "Propose"));
  after = load_transfer (test);
  g_assert_cmpuint (after->conditions->len, ==, 11);
  g_assert_cmpuint (after->proposals->len, ==, 0);
  mappe_transfer_check_count (after, counts);
  g_assert_cmpuint (counts[MAPPE_FIT_FITS], ==, 3);
  g_assert_cmpuint (counts[MAPPE_FIT_ADAPT], ==, 6);
  g_assert_cmpuint (counts[MAPPE_FIT_NONE], ==, 2);
  /* Of the new ones, four do not fit and say nothing of what to do yet. */
  g_assert_cmpuint (mappe_transfer_check_unsolved (after), ==, 4);
}

/* The adapted steps become a project of the target area; one step takes all of it back. */
static void
test_start (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeTransferCheck) check = load_transfer (test), after = NULL, undone = NULL;
  g_autofree char *before = mappe_test_store_content (test->store), *again = NULL, *label = NULL;
  gint64 measures = mappe_test_count (test->store, "measure");
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_measure_kind);
  g_autoptr (GPtrArray) listed = NULL;
  const char *why;

  g_assert_true (mappe_transfer_may_start (check, &why));
  apply (test, mappe_transfer_start (check, "Light on the square", "Make a project of it"));
  after = load_transfer (test);
  g_assert_false (mappe_transfer_may_start (after, &why));
  g_assert_nonnull (why);
  g_assert_cmpstr (mappe_row_get_text (after->project, MAPPE_PROJECT_TITLE), ==, "Light on the square");
  g_assert_cmpint (mappe_row_get_int (after->project, MAPPE_PROJECT_AREA), ==,
                   mappe_test_id (test->store, "area", "AR-02"));
  g_assert_cmpint (mappe_row_get_int (after->project, MAPPE_PROJECT_LEAD_ORGANISATION), ==,
                   mappe_test_id (test->store, "organisation", "U-07"));
  g_assert_cmpstr (mappe_row_get_text (after->transfer->row, MAPPE_TRANSFER_STATUS), ==, "running");
  g_assert_cmpint (mappe_test_count (test->store, "measure"), ==, measures + 4);
  mappe_query_where_id (query, MAPPE_MEASURE_PROJECT, after->project->id);
  mappe_query_order (query, MAPPE_FIELD_REFERENCE, FALSE);
  listed = mappe_store_list (test->store, query, NULL);
  g_assert_cmpuint (listed->len, ==, 4);
  g_assert_cmpstr (mappe_row_get_text (((MappeListed *) g_ptr_array_index (listed, 1))->row, MAPPE_MEASURE_TITLE), ==,
                   "Light at stops and exits");
  label = mappe_store_undo (test->store, NULL);
  g_assert_cmpstr (label, ==, "Make a project of it");
  again = mappe_test_store_content (test->store);
  undone = load_transfer (test);
  g_assert_null (undone->project);
  g_assert_cmpstr (before, ==, again);
}

static void
test_report (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeTransferCheck) check = load_transfer (test), after = NULL, back = NULL;

  apply (test, mappe_transfer_report (check, "People wait at the stops again.", "2027-06-01", "Report"));
  after = load_transfer (test);
  g_assert_cmpstr (mappe_row_get_text (after->transfer->row, MAPPE_TRANSFER_STATUS), ==, "reported");
  g_assert_cmpstr (mappe_row_get_text (after->transfer->row, MAPPE_TRANSFER_REPORTED_ON), ==, "2027-06-01");
  apply (test, mappe_transfer_report (after, "", "2027-06-02", "Take back"));
  back = load_transfer (test);
  g_assert_true (mappe_row_is_null (back->transfer->row, MAPPE_TRANSFER_RESULT));
  g_assert_true (mappe_row_is_null (back->transfer->row, MAPPE_TRANSFER_REPORTED_ON));
  g_assert_cmpstr (mappe_row_get_text (back->transfer->row, MAPPE_TRANSFER_STATUS), ==, "adapting");
}

static void
test_judge (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeTransferCheck) check = load_transfer (test), after = NULL;
  const MappeListed *light = g_ptr_array_index (check->conditions, 0);

  apply (test, mappe_transfer_judge (light->row, MAPPE_FIT_NONE, "", "Judge"));
  after = load_transfer (test);
  light = g_ptr_array_index (after->conditions, 0);
  g_assert_cmpint (mappe_transfer_fit_of (light->row), ==, MAPPE_FIT_NONE);
  g_assert_true (mappe_row_is_null (light->row, MAPPE_TRANSFER_CONDITION_ADAPTATION));
  g_assert_cmpuint (mappe_transfer_check_unsolved (after), ==, 1);
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/practice/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("profile", test_profile);
  TEST ("verdict", test_verdict);
  TEST ("proposals", test_proposals);
  TEST ("start", test_start);
  TEST ("report", test_report);
  TEST ("judge", test_judge);
  return g_test_run ();
}
