/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-chart-view.h"
#include "mappe-place.h"
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

static void
assert_readable (MappeChart *chart, double width, double height)
{
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  guint n;
  g_autofree MappeChartBox *boxes = NULL;

  mappe_chart_view_set_size (view, width, height);
  boxes = mappe_chart_view_get_boxes (view, &n);
  for (guint i = 0; i < n; i++)
    {
      if (boxes[i].ellipsized)
        g_error ("%g×%g: “%s” is cut", width, height, boxes[i].text);
      for (guint j = i + 1; j < n; j++)
        if (boxes[i].x + 0.01 < boxes[j].x + boxes[j].width && boxes[j].x + 0.01 < boxes[i].x + boxes[i].width
            && boxes[i].y + 0.01 < boxes[j].y + boxes[j].height && boxes[j].y + 0.01 < boxes[i].y + boxes[i].height)
          g_error ("%g×%g: “%s” over “%s”", width, height, boxes[i].text, boxes[j].text);
    }
}

static void
test_chart (MappeTestStore *test, gconstpointer data)
{
  static const double sizes[][2] = { { 320, 240 }, { 480, 320 }, { 800, 500 }, { 1280, 720 } };
  static const char *const areas[] = { "AR-01", "AR-02" };
  static const char *const titles[] = { "Place: mean score from 2.1 to 3.7, better in 10 of 10 criteria",
                                        "Place: mean score 3.0 of 5" };

  for (guint a = 0; a < G_N_ELEMENTS (areas); a++)
    {
      g_autoptr (MappeSiteAudits) audits = load (test, areas[a]);
      g_autoptr (MappeChart) chart = mappe_site_audits_chart (audits, "Place", mappe_language_get ("en"));
      g_autofree char *summary = mappe_chart_get_summary (chart);

      g_assert_cmpstr (mappe_chart_get_title (chart), ==, titles[a]);
      g_assert_true (g_str_has_prefix (summary, titles[a]));
      g_assert_cmpint (strstr (summary, "Dusk, then Dark") != NULL, ==, a == 0);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        assert_readable (chart, sizes[i][0], sizes[i][1]);
    }
}

static gpointer
load_place_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_place_file_load (snapshot, *(gint64 *) data, "2026-11-30", mappe_language_get ("en"), error);
}

/* Schlossgarten in data/sample: one project with three measures, patrols of 9 and 23 September, 7 and 21 October, 4 and
 * 18 November with 13 + 16 + 19 + 18 + 11 + 10 talks, two events, contributions 1 to 4 and 11. */
static void
test_place (MappeTestStore *test, gconstpointer data)
{
  gint64 park = mappe_test_id (test->store, "area", "AR-01"), square = mappe_test_id (test->store, "area", "AR-02");
  g_autoptr (MappePlaceFile) place = mappe_store_read (test->store, load_place_cb, &park, NULL);
  g_autoptr (MappePlaceFile) other = mappe_store_read (test->store, load_place_cb, &square, NULL);

  g_assert_cmpuint (place->projects->len, ==, 1);
  g_assert_cmpuint (place->measures->len, ==, 3);
  g_assert_cmpuint (place->patrols.held, ==, 6);
  g_assert_cmpint (place->patrols.talks, ==, 13 + 16 + 19 + 18 + 11 + 10);
  g_assert_cmpuint (place->events->len, ==, 2);
  g_assert_cmpuint (place->n_inputs, ==, 5);
  g_assert_cmpuint (place->inputs[MAPPE_PLACE_ANSWERED], ==, 2);
  g_assert_cmpuint (place->inputs[MAPPE_PLACE_IN_PROGRESS], ==, 2);
  g_assert_cmpuint (place->inputs[MAPPE_PLACE_REJECTED], ==, 1);
  g_assert_cmpuint (place->realised, ==, 1);
  g_assert_cmpuint (place->transfers->len, ==, 0);
  g_assert_cmpuint (other->transfers->len, ==, 1);
}

#define TEST(name_, func_)                                                                                           \
  g_test_add ("/site-audits/" name_, MappeTestStore, "en", mappe_test_demo_set_up, func_, mappe_test_store_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("figures", test_figures);
  TEST ("enter", test_enter);
  TEST ("chart", test_chart);
  TEST ("place", test_place);
  return g_test_run ();
}
