/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-application.h"
#include "mappe-funding-programme.h"
#include "mappe-funding.h"
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

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/funding/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("demo", test_demo);
  TEST ("rules", test_rules);
  TEST ("papers", test_papers);
  g_test_add_func ("/funding/deadline", test_deadline);
  return g_test_run ();
}
