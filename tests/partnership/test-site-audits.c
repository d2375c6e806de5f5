/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-site-audits.h"
#include "mappe-test-demo.h"

/* The audits of the demo; the figures were added up by hand in data/sample/site_audit_scores.csv. */

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_site_audits_load (snapshot, *(gint64 *) data, mappe_language_get ("en"), error);
}

static MappeSiteAudits *
load (MappeTestStore *test, const char *area)
{
  gint64 id = mappe_test_id (test->store, "area", area);
  g_autoptr (GError) error = NULL;
  MappeSiteAudits *audits = mappe_store_read (test->store, load_cb, &id, &error);

  g_assert_no_error (error);
  return audits;
}

static void
assert_mean (const MappeSiteAudits *audits, guint audit, guint n, double expected)
{
  double mean;

  g_assert_cmpuint (mappe_site_audits_mean (audits, audit, &mean), ==, n);
  g_assert_cmpfloat_with_epsilon (mean, expected, 1e-9);
}

static void
test_figures (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeSiteAudits) park = load (test, "AR-01"), square = load (test, "AR-02"), none = load (test, "AR-03");
  int score;

  g_assert_cmpuint (park->criteria->len, ==, 10);
  g_assert_cmpuint (park->audits->len, ==, 2);
  assert_mean (park, 0, 10, 2.1);
  assert_mean (park, 1, 10, 3.7);
  assert_mean (square, 0, 10, 3.0);
  g_assert_cmpint (mappe_site_audits_score (park, 1, "lighting"), ==, 5);
  g_assert_cmpstr (mappe_site_audits_weakest (park, 0, &score)->code, ==, "lighting");
  g_assert_cmpint (score, ==, 1);
  /* Five criteria have 3 in the second audit; the first of them in the list is told. */
  g_assert_cmpstr (mappe_site_audits_weakest (park, 1, &score)->code, ==, "activity");
  g_assert_cmpint (score, ==, 3);
  g_assert_cmpstr (park->light[0], ==, "Dusk");
  g_assert_cmpstr (park->light[1], ==, "Dark");
  g_assert_cmpuint (none->audits->len, ==, 0);
}

static void
apply (MappeTestStore *test, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (test->store, edit, NULL, &error);

  g_assert_no_error (error);
}

/* One score is changed, one taken away; the rest stays, and one step takes both back. */
static void
test_enter (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeSiteAudits) before = load (test, "AR-01"), after = NULL;
  int scores[10] = { 4, 4, 4, 4, 4, 3, 3, 4, 3, 0 };
  gint64 n = mappe_test_count (test->store, "site-audit-score");
  MappeEdit *edit = mappe_site_audits_enter (before, 1, scores, "Scores");
  g_autofree char *label = NULL;

  g_assert_cmpuint (mappe_edit_size (edit), ==, 2);
  apply (test, edit);
  after = load (test, "AR-01");
  g_assert_cmpint (mappe_test_count (test->store, "site-audit-score"), ==, n - 1);
  g_assert_cmpint (mappe_site_audits_score (after, 1, "lighting"), ==, 4);
  g_assert_cmpint (mappe_site_audits_score (after, 1, "help"), ==, 0);
  assert_mean (after, 1, 9, 33.0 / 9);
  scores[9] = 2;
  apply (test, mappe_site_audits_enter (after, 1, scores, "Scores"));
  g_assert_cmpint (mappe_test_count (test->store, "site-audit-score"), ==, n);
  label = mappe_store_undo (test->store, NULL);
  g_assert_cmpint (mappe_test_count (test->store, "site-audit-score"), ==, n - 1);
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/site-audits/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("figures", test_figures);
  TEST ("enter", test_enter);
  return g_test_run ();
}
