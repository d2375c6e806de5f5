/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-citizen-input.h"
#include "mappe-contributions.h"
#include "mappe-test-demo.h"

/* The contributions of the demo; figures counted by hand in data/sample/citizen_inputs.csv. Days to the answer, by
 * reference: 52 76 – 96 17 22 – 34 18 16 – 75 47 – – –. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_contributions_load (snapshot, mappe_language_get ("en"), error);
}

static MappeContributions *
load (MappeTestStore *test)
{
  g_autoptr (GError) error = NULL;
  MappeContributions *all = mappe_store_read (test->store, load_cb, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static void
assert_sum (MappeContributionSum sum, guint received, guint answered, guint realised, double days)
{
  g_assert_cmpuint (sum.received, ==, received);
  g_assert_cmpuint (sum.answered, ==, answered);
  g_assert_cmpuint (sum.realised, ==, realised);
  g_assert_cmpfloat (sum.median_days, ==, days);
}

static void
test_years (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeContributions) all = load (test);
  g_autoptr (GArray) years = mappe_contributions_years (all);
  static const int expected[] = { 2022, 2024, 2025, 2026 };

  assert_sum (mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, 0), 16, 10, 2, 40.5);
  assert_sum (mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, 2022), 5, 3, 1, 76);
  assert_sum (mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, 2024), 3, 2, 0, 61);
  assert_sum (mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, 2025), 2, 1, 0, 17);
  assert_sum (mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, 2026), 6, 4, 1, 20);
  g_assert_cmpuint (mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, 2023).received, ==, 0);
  g_assert_cmpuint (years->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < years->len; i++)
    g_assert_cmpint (g_array_index (years, int, i), ==, expected[i]);
}

static void
test_events (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeContributions) all = load (test);
  static const struct { const char *event; guint received, answered, realised; double days; } expected[] = {
    { "PA-01", 2, 2, 1, 64 }, { "PA-02", 3, 1, 0, 96 }, { "PA-03", 3, 2, 0, 61 },
    { "PA-04", 2, 1, 0, 17 }, { "PA-05", 4, 3, 1, 22 }, { "PA-06", 2, 1, 0, 18 },
  };

  g_assert_cmpuint (all->events->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_sum (mappe_contributions_sum (all, mappe_test_id (test->store, "participation-event", expected[i].event), 0),
                expected[i].received, expected[i].answered, expected[i].realised, expected[i].days);
  g_assert_cmpuint (mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_WITHOUT, 0).received, ==, 0);
}

/* What may be told: one that is not anonymous and one that tells a number plate are left out. */
static void
test_told (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeContributions) before = load (test), after = NULL;
  g_autoptr (GPtrArray) told = NULL, fewer = NULL;
  guint n_left_out;

  told = mappe_contributions_told (before, 2026, &n_left_out);
  g_assert_cmpuint (told->len, ==, 10);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpstr (mappe_contributions_category (before, ((MappeListed *) g_ptr_array_index (told, 0))->row), ==,
                   "Cleanliness");
  mappe_test_set (test->store, &mappe_citizen_input_kind, mappe_test_id (test->store, "citizen-input", "CI-001"),
                  "anonymous", "0");
  mappe_test_set (test->store, &mappe_citizen_input_kind, mappe_test_id (test->store, "citizen-input", "CI-009"),
                  "text", "The car TR-AB 123 stands there");
  after = load (test);
  fewer = mappe_contributions_told (after, 2026, &n_left_out);
  g_assert_cmpuint (fewer->len, ==, 8);
  g_assert_cmpuint (n_left_out, ==, 2);
}

static void
answer (MappeTestStore *test, const MappeRow *input, const MappeContributionAnswer *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (
      test->store, mappe_contribution_answer (input, given, "2026-11-30", "Answer"), NULL, &error);

  g_assert_no_error (error);
}

static void
test_answer (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeContributions) before = load (test), after = NULL, undone = NULL;
  g_autoptr (GPtrArray) waiting = mappe_contributions_waiting (before), left = NULL;
  const MappeRow *first = ((MappeListed *) g_ptr_array_index (waiting, 0))->row;
  MappeContributionAnswer given = { "presence", "There are more patrols.", "answered",
                                    mappe_test_id (test->store, "measure", "MS-P02-1") };
  g_autofree char *label = NULL, *day = NULL, *status = NULL;
  gint64 id = first->id;

  g_assert_cmpuint (waiting->len, ==, 6);
  g_assert_cmpstr (mappe_row_get_text (first, MAPPE_FIELD_REFERENCE), ==, "CI-003");
  answer (test, first, &given);
  after = load (test);
  left = mappe_contributions_waiting (after);
  g_assert_cmpuint (left->len, ==, 5);
  day = mappe_test_get (test->store, &mappe_citizen_input_kind, id, "answered_on");
  g_assert_cmpstr (day, ==, "2026-11-30");
  g_assert_cmpuint (mappe_contributions_sum (after, MAPPE_CONTRIBUTIONS_ALL, 0).realised, ==, 3);
  label = mappe_store_undo (test->store, NULL);
  status = mappe_test_get (test->store, &mappe_citizen_input_kind, id, "status");
  g_assert_cmpstr (status, ==, "in_progress");
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/contributions/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("years", test_years);
  TEST ("events", test_events);
  TEST ("told", test_told);
  TEST ("answer", test_answer);
  return g_test_run ();
}
