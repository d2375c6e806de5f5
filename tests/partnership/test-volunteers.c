/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-build-thanks.h"
#include "mappe-field-work-error.h"
#include "mappe-funding-application.h"
#include "mappe-test-demo.h"
#include "mappe-thanks-file.h"
#include "mappe-volunteer.h"
#include "mappe-volunteers.h"
#include "mappe-writers.h"

/* Volunteers of the demo; figures counted by hand in data/sample/volunteer*.csv. Amounts are cents. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_volunteers_load (snapshot, "2026-11-30", error);
}

static MappeVolunteers *
load (MappeTestStore *test)
{
  g_autoptr (GError) error = NULL;
  MappeVolunteers *all = mappe_store_read (test->store, load_cb, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static void
apply (MappeTestStore *test, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (test->store, edit, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (applied);
}

static gint64
programme_of (MappeTestStore *test, const char *reference)
{
  return mappe_test_id (test->store, "volunteer-programme", reference);
}

static void
expect_sum (MappeVolunteerSum sum, guint n, double hours, gint64 joined, gint64 departed, gint64 active, gint64 trained)
{
  g_assert_cmpuint (sum.n, ==, n);
  g_assert_cmpfloat (sum.hours, ==, hours);
  g_assert_cmpint (sum.joined, ==, joined);
  g_assert_cmpint (sum.departed, ==, departed);
  g_assert_cmpint (sum.active, ==, active);
  g_assert_cmpint (sum.trained, ==, trained);
}

static void
test_sums (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeVolunteers) all = load (test);
  g_autoptr (GArray) years = mappe_volunteers_years (all, programme_of (test, "VP-02"));
  g_autofree char *next = mappe_volunteers_next_quarter (all, programme_of (test, "VP-01"));

  expect_sum (mappe_volunteers_sum (all, programme_of (test, "VP-01"), 2025), 4, 844, 4, 2, 17, 17);
  expect_sum (mappe_volunteers_sum (all, programme_of (test, "VP-01"), 2026), 3, 669, 2, 2, 17, 15);
  expect_sum (mappe_volunteers_sum (all, 0, 2026), 9, 1216, 5, 4, 44, 39);
  expect_sum (mappe_volunteers_sum (all, 0, 2022), 0, 0, 0, 0, 0, 0);
  g_assert_cmpuint (years->len, ==, 3);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2026);
  g_assert_cmpint (g_array_index (years, int, 2), ==, 2024);
  g_assert_cmpstr (next, ==, "2026Q4");
}

static void
expect_training (const GPtrArray *list, guint nth, const char *name, const char *due, int days_left)
{
  const MappeVolunteerTraining *training = g_ptr_array_index (list, nth);

  g_assert_cmpstr (mappe_row_get_text (training->person->row, MAPPE_VOLUNTEER_LAST_NAME), ==, name);
  g_assert_cmpstr (training->due, ==, due);
  g_assert_cmpint (training->days_left, ==, days_left);
}

static void
test_training (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeVolunteers) all = load (test), after = NULL;
  g_autoptr (GPtrArray) list = mappe_volunteers_training (all), left = NULL;
  const MappeVolunteerTraining *first = g_ptr_array_index (list, 0);
  gint64 id = first->person->row->id;

  /* Who ended, who did not begin, and the programme without a rhythm are left out. */
  g_assert_cmpuint (list->len, ==, 3);
  expect_training (list, 0, "Cyprian", "2026-10-10", -51);
  expect_training (list, 1, "Apfelblüte", "2026-10-14", -47);
  expect_training (list, 2, "Birkenhain", "2027-03-17", 107);
  /* Every 24 months in this programme. */
  apply (test, mappe_volunteers_train (all, first->person->row, "2026-11-30", "Trained"));
  after = load (test);
  left = mappe_volunteers_training (after);
  expect_training (left, 2, "Cyprian", "2028-11-30", 731);
  /* Without a day of the next one it is reckoned: from the last training, or from the begin. */
  mappe_test_set (test->store, &mappe_volunteer_kind, id, "training_due_on", NULL);
  mappe_volunteers_free (g_steal_pointer (&after));
  g_ptr_array_unref (g_steal_pointer (&left));
  after = load (test);
  left = mappe_volunteers_training (after);
  expect_training (left, 2, "Cyprian", "2028-11-30", 731);
  mappe_test_set (test->store, &mappe_volunteer_kind, id, "trained_on", NULL);
  mappe_volunteers_free (g_steal_pointer (&after));
  g_ptr_array_unref (g_steal_pointer (&left));
  after = load (test);
  left = mappe_volunteers_training (after);
  expect_training (left, 0, "Cyprian", "2024-10-01", -790);
}

static void
test_undertaking (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeVolunteers) all = load (test);
  g_autoptr (GPtrArray) missing = mappe_volunteers_missing_undertaking (all);
  const MappeRow *person = ((MappeListed *) g_ptr_array_index (missing, 0))->row;
  MappeEdit *edit = mappe_edit_new ("Begin");
  MappeRow *mine = mappe_row_copy (person);
  g_autoptr (MappeApplied) refused = NULL;

  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (mappe_row_get_text (person, MAPPE_VOLUNTEER_LAST_NAME), ==, "Fliederbusch");
  /* Nobody begins without it; the message stands at its field. */
  mappe_row_set_canonical (mine, MAPPE_VOLUNTEER_BEGINS_ON, "2026-12-01", NULL);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) person), mine);
  refused = mappe_test_refuse (test->store, edit, MAPPE_STORE_ERROR_REFUSED);
  g_assert_cmpint (refused->fault_field, ==, MAPPE_VOLUNTEER_UNDERTAKING_ON);
}

static void
test_thanks (MappeTestStore *test, gconstpointer data)
{
  static const struct { const char *name; guint years; gboolean thanked; } expected[] = {
    { "Apfelblüte", 10, TRUE }, { "Birkenhain", 6, TRUE }, { "Cyprian", 1, FALSE }, { "Dornbusch", 2, TRUE },
    { "Efeuwand", 2, FALSE },
  };
  g_autoptr (MappeVolunteers) all = load (test), after = NULL;
  g_autoptr (GPtrArray) list = mappe_volunteers_thanks (all, 2025), early = mappe_volunteers_thanks (all, 2015);
  g_autoptr (GPtrArray) late = NULL;

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const MappeVolunteerThanks *thanks = g_ptr_array_index (list, i);

      g_assert_cmpstr (mappe_row_get_text (thanks->person->row, MAPPE_VOLUNTEER_LAST_NAME), ==, expected[i].name);
      g_assert_cmpuint (thanks->years, ==, expected[i].years);
      g_assert_cmpint (thanks->thanked, ==, expected[i].thanked);
    }
  g_assert_cmpuint (early->len, ==, 1);
  apply (test, mappe_volunteers_thank (all, 2025, "Thanks"));
  after = load (test);
  late = mappe_volunteers_thanks (after, 2025);
  for (guint i = 0; i < late->len; i++)
    g_assert_true (((MappeVolunteerThanks *) g_ptr_array_index (late, i))->thanked);
}

static void
test_shares (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeVolunteers) all = load (test), after = NULL;
  g_autoptr (GPtrArray) own = mappe_volunteers_shares (all, programme_of (test, "VP-01"), 2025), taken = NULL;
  g_autoptr (GPtrArray) other = mappe_volunteers_shares (all, programme_of (test, "VP-02"), 2025);
  const MappeVolunteerShare *share = g_ptr_array_index (own, 0);

  /* Of the drafts only that of a funding programme with a rate: 844 hours at 15 €. */
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (share->rate, ==, 1500);
  g_assert_cmpint (share->amount, ==, 1266000);
  g_assert_true (share->same_project);
  g_assert_false (share->taken);
  g_assert_cmpuint (other->len, ==, 1);
  g_assert_false (((MappeVolunteerShare *) g_ptr_array_index (other, 0))->same_project);
  apply (test, mappe_volunteers_give (share, 844, "Hours"));
  after = load (test);
  taken = mappe_volunteers_shares (after, programme_of (test, "VP-01"), 2025);
  g_assert_true (((MappeVolunteerShare *) g_ptr_array_index (taken, 0))->taken);
}

static void
test_enter (MappeTestStore *test, gconstpointer data)
{
  gint64 programme = programme_of (test, "VP-01"), n = mappe_test_count (test->store, "volunteer-quarter");
  MappeVolunteerEntry entry = { "Q4 2026", "18", "1", NULL, "200.5", "16" };
  MappeVolunteerEntry again = { "2026Q4", "19", "2", "0", "201", "16" };
  MappeVolunteerEntry month = { "2026-10", "19", NULL, NULL, NULL, NULL };
  MappeVolunteerEntry nothing = { "2026Q4", NULL, "1", NULL, NULL, NULL };
  g_autoptr (MappeVolunteers) all = load (test), after = NULL, changed = NULL;
  g_autoptr (GError) no_quarter = NULL, no_count = NULL;

  apply (test, mappe_volunteers_enter (all, programme, &entry, NULL));
  after = load (test);
  expect_sum (mappe_volunteers_sum (after, programme, 2026), 4, 869.5, 3, 2, 18, 16);
  /* The quarter is there once. */
  apply (test, mappe_volunteers_enter (after, programme, &again, NULL));
  g_assert_cmpint (mappe_test_count (test->store, "volunteer-quarter"), ==, n + 1);
  changed = load (test);
  expect_sum (mappe_volunteers_sum (changed, programme, 2026), 4, 870, 4, 2, 19, 16);
  g_assert_null (mappe_volunteers_enter (changed, programme, &month, &no_quarter));
  g_assert_error (no_quarter, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_MISSING);
  g_assert_null (mappe_volunteers_enter (changed, programme, &nothing, &no_count));
  g_assert_error (no_count, MAPPE_FIELD_WORK_ERROR, MAPPE_FIELD_WORK_ERROR_MISSING);
}

/* The list for print and for letters: who was active in 2025, with the years; then the hours of the programmes. */
static void
test_thanks_papers (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeVolunteers) all = load (test);
  g_autoptr (MappeNode) document = mappe_build_thanks (all, 2025, mappe_language_get ("en"));
  g_autofree char *text = mappe_write_text (document, 100), *csv = mappe_thanks_file_csv (all, 2025);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_nonnull (strstr (text, "Thanks to volunteers 2025"));
  g_assert_nonnull (strstr (text, "Detlef Dornbusch"));
  g_assert_nonnull (strstr (text, "844"));
  g_assert_null (strstr (text, "Fliederbusch"));
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 5 + 1);
  g_assert_true (g_str_has_prefix (lines[1],
                                   "Apfelblüte,Agathe,Safety advice for seniors,10,a.apfelbluete@musterhausen.example,"
                                   "2025-12-05"));
}

static void
test_chart (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeVolunteers) all = load (test);
  g_autoptr (MappeChart) chart =
      mappe_volunteers_chart (all, programme_of (test, "VP-01"), mappe_language_get ("en"));
  gint64 empty = mappe_test_add (test->store, "volunteer-programme", "name", "New", NULL);

  g_assert_cmpstr (mappe_chart_get_title (chart), ==,
                   "Safety advice for seniors: from 11 to 17 active, 209 hours in 2026Q3");
  g_assert_cmpuint (mappe_chart_n_series (chart), ==, 5);
  g_assert_null (mappe_volunteers_chart (all, empty, NULL));
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/volunteers/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("sums", test_sums);
  TEST ("training", test_training);
  TEST ("undertaking", test_undertaking);
  TEST ("thanks", test_thanks);
  TEST ("shares", test_shares);
  TEST ("enter", test_enter);
  TEST ("thanks-papers", test_thanks_papers);
  TEST ("chart", test_chart);
  return g_test_run ();
}
