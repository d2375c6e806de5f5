/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "mappe-chart-table.h"

static MappeChartView *
view_of (const char *name, const char *language)
{
  for (guint i = 0; i < chart_samples_n (); i++)
    if (g_str_equal (chart_sample_get_name (i), name))
      {
        g_autoptr (MappeChart) chart = chart_sample_new (i, language);

        return mappe_chart_view_new (chart);
      }
  g_assert_not_reached ();
}

static void
assert_text_at (MappeChartView *view, const MappeChartHit *hit, const char *wanted)
{
  g_autofree char *text = mappe_chart_view_get_text (view, hit);

  g_assert_cmpstr (text, ==, wanted);
}

/* All points of a view, walked by keyboard; each is found where it says it is. */
static guint
walk (MappeChartView *view)
{
  MappeChartHit hit, found;
  guint n = 0;
  gboolean more = mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit);

  while (more)
    {
      g_autofree char *text = mappe_chart_view_get_text (view, &hit);

      g_assert_nonnull (text);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      n++;
      g_assert_true (mappe_chart_view_hit (view, hit.x, hit.y, 1, &found));
      g_assert_cmpfloat (hypot (found.x - hit.x, found.y - hit.y), <=, 1);
      if (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit))
        continue;
      /* Down leads to another series, or on a map to another point of the same one. */
      more = mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT_SERIES, &found)
             && (found.panel != hit.panel || found.series != hit.series);
      if (more)
        mappe_chart_view_step (view, &found, MAPPE_CHART_STEP_FIRST, &hit);
    }
  return n;
}

static void
test_walk (void)
{
  static const struct {
    const char *name;
    guint points;
  } cases[] = { { "run", 64 }, { "stepped", 18 }, { "index", 57 }, { "change", 15 }, { "interrupted", 66 },
                { "likert", 25 }, { "aside", 6 }, { "forest", 7 }, { "displacement", 12 }, { "season", 94 },
                { "cumulated", 30 }, { "goals", 8 }, { "funnel", 13 }, { "multiples", 59 }, { "pairing", 22 },
                { "areas", 6 }, { "counts", 35 }, { "network", 12 }, { "stack", 6 }, { "factors", 11 } };

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, chart_samples_n ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeChartView) view = view_of (cases[i].name, "de");

      g_assert_cmpuint (walk (view), ==, cases[i].points);
    }
}

/* A focus on a panel that a smaller picture has no room for. */
static void
test_lost_panel (void)
{
  g_autoptr (MappeChartView) view = view_of ("displacement", "de");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (surface);
  MappeChartHit hit = { 2, 0, 0, 0, 0 }, next;

  assert_text_at (view, &hit, "WDQ, WDQ: 0,11");
  mappe_chart_view_set_focus (view, &hit);
  mappe_chart_view_set_size (view, 320, 240);
  mappe_chart_view_draw (view, cr);
  g_assert_cmpuint (walk (view), ==, 11);
  g_assert_true (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &next));
  g_assert_cmpuint (next.panel, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_texts (void)
{
  g_autoptr (MappeChartView) german = view_of ("run", "de"), english = view_of ("pairing", "en");
  g_autoptr (MappeChartView) likert = view_of ("likert", "de"), areas = view_of ("areas", "en");
  MappeChartHit hit;

  g_assert_true (mappe_chart_view_step (german, NULL, MAPPE_CHART_STEP_NEXT, &hit));
  assert_text_at (german, &hit, "Straftaten je Monat, April 2021: 20");
  g_assert_true (mappe_chart_view_step (german, &hit, MAPPE_CHART_STEP_LAST, &hit));
  assert_text_at (german, &hit, "Straftaten je Monat, September 2026: 15, vorläufig");
  g_assert_false (mappe_chart_view_step (german, &hit, MAPPE_CHART_STEP_NEXT, &hit));
  hit.point = 58;
  assert_text_at (german, &hit, "Straftaten je Monat, Februar 2026: nicht gezeigt (kleine Zahl)");
  hit.point = 36;
  assert_text_at (german, &hit, "Straftaten je Monat, April 2024: 12, nicht gewertet");
  g_assert_true (mappe_chart_view_step (english, NULL, MAPPE_CHART_STEP_NEXT, &hit));
  g_assert_true (mappe_chart_view_step (english, &hit, MAPPE_CHART_STEP_NEXT_SERIES, &hit));
  assert_text_at (english, &hit, "“Safe after dark”, 1st half of 2023: 33.1\u00a0% (28.4 to 38.2)");
  g_assert_true (mappe_chart_view_step (likert, NULL, MAPPE_CHART_STEP_NEXT, &hit));
  assert_text_at (likert, &hit, "sehr unsicher, Schlossgarten 2023 (n\u00a0=\u00a0318): 14\u00a0%");
  g_assert_true (mappe_chart_view_step (areas, NULL, MAPPE_CHART_STEP_NEXT, &hit));
  assert_text_at (areas, &hit, "School centre south: Recorded deficit 1, Perceived deficit 2");
}

/* A gap is passed over; a suppressed figure is not. */
static void
test_gaps (void)
{
  g_autoptr (MappeChartView) view = view_of ("run", "en");
  MappeChartHit hit = { 0, 0, 16, 0, 0 };

  g_assert_true (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit));
  g_assert_cmpuint (hit.point, ==, 19);
  g_assert_true (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_PREVIOUS, &hit));
  g_assert_cmpuint (hit.point, ==, 16);
  hit.point = 57;
  g_assert_true (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit));
  g_assert_cmpuint (hit.point, ==, 58);
}

static void
test_hit (void)
{
  g_autoptr (MappeChartView) view = view_of ("run", "de"), bars = view_of ("likert", "de");
  MappeChartHit first, hit;

  g_assert_true (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &first));
  g_assert_true (mappe_chart_view_hit (view, first.x - 3, first.y + 3, 10, &hit));
  g_assert_cmpuint (hit.point, ==, first.point);
  g_assert_false (mappe_chart_view_hit (view, first.x - 3, first.y + 3, 2, &hit));
  g_assert_false (mappe_chart_view_hit (view, 2, 2, 5, &hit));
  /* Anywhere in a bar is its figure. */
  g_assert_true (mappe_chart_view_step (bars, NULL, MAPPE_CHART_STEP_FIRST, &first));
  g_assert_true (mappe_chart_view_hit (bars, first.x + 12, first.y + 14, 1, &hit));
  g_assert_cmpuint (hit.series, ==, first.series);
  g_assert_cmpuint (hit.point, ==, first.point);
}

/* The nearest of all points, found slowly. */
static void
test_nearest (void)
{
  g_autoptr (MappeChartView) view = view_of ("index", "de");

  for (guint i = 0; i < 300; i++)
    {
      double x = g_test_rand_double_range (0, 800), y = g_test_rand_double_range (0, 500), nearest = INFINITY;
      MappeChartHit hit, step;
      gboolean more = mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &step);

      while (more)
        {
          nearest = MIN (nearest, hypot (step.x - x, step.y - y));
          more = mappe_chart_view_step (view, &step, MAPPE_CHART_STEP_NEXT, &step);
          if (!more && mappe_chart_view_step (view, &step, MAPPE_CHART_STEP_NEXT_SERIES, &step))
            more = mappe_chart_view_step (view, &step, MAPPE_CHART_STEP_FIRST, &step);
        }
      g_assert_cmpint (mappe_chart_view_hit (view, x, y, 40, &hit), ==, nearest <= 40);
      if (nearest <= 40)
        g_assert_cmpfloat_with_epsilon (hypot (hit.x - x, hit.y - y), nearest, 1e-9);
    }
}

static void
test_hidden (void)
{
  g_autoptr (MappeChartView) view = view_of ("index", "de");
  MappeChart *chart = mappe_chart_view_get_chart (view);
  MappeChartHit hit;

  g_assert_cmpuint (mappe_chart_n_series (chart), ==, 3);
  g_assert_cmpstr (mappe_chart_get_series_name (chart, 0), ==, "Schlossgarten");
  mappe_chart_view_set_hidden (view, 0, TRUE);
  g_assert_true (mappe_chart_view_get_hidden (view, 0));
  g_assert_cmpuint (walk (view), ==, 38);
  g_assert_true (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit));
  assert_text_at (view, &hit, "Umfeld, Q1 2022: 81");
  mappe_chart_view_set_hidden (view, 1, TRUE);
  mappe_chart_view_set_hidden (view, 2, TRUE);
  g_assert_false (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit));
  mappe_chart_view_set_hidden (view, 0, FALSE);
  g_assert_cmpuint (walk (view), ==, 19);
}

static void
test_window (void)
{
  g_autoptr (MappeChartView) view = view_of ("run", "de");
  double first, last, from, to;
  MappeChartHit hit;

  g_assert_true (mappe_chart_get_extent (mappe_chart_view_get_chart (view), &first, &last));
  g_assert_cmpfloat (first, ==, mappe_chart_month (2021, 4));
  g_assert_cmpfloat (last, ==, mappe_chart_month (2026, 10));
  g_assert_false (mappe_chart_view_is_zoomed (view));
  mappe_chart_view_set_window (view, mappe_chart_month (2023, 1), mappe_chart_month (2024, 1));
  g_assert_true (mappe_chart_view_is_zoomed (view));
  g_assert_cmpuint (walk (view), ==, 12);
  g_assert_true (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit));
  assert_text_at (view, &hit, "Straftaten je Monat, Januar 2023: 9");
  mappe_chart_view_pan (view, 1e6);
  mappe_chart_view_get_window (view, &from, &to);
  g_assert_cmpfloat (to, ==, last);
  g_assert_cmpfloat_with_epsilon (to - from, 12, 1e-9);
  mappe_chart_view_set_window (view, first - 100, first + 1);
  mappe_chart_view_get_window (view, &from, &to);
  g_assert_cmpfloat (from, >=, first);
  mappe_chart_view_set_window (view, first + 5, first + 5.1);
  mappe_chart_view_get_window (view, &from, &to);
  g_assert_cmpfloat_with_epsilon (to - from, 3, 1e-9);
  mappe_chart_view_reset_window (view);
  g_assert_false (mappe_chart_view_is_zoomed (view));
  mappe_chart_view_set_window (view, NAN, 5);
  mappe_chart_view_set_window (view, 9, 5);
  g_assert_false (mappe_chart_view_is_zoomed (view));
  mappe_chart_view_set_window (view, first - 5, last + 5);
  g_assert_false (mappe_chart_view_is_zoomed (view));
}

/* What is under the pointer stays there, and as often out as in leads back. */
static void
test_zoom (void)
{
  g_autoptr (MappeChartView) view = view_of ("run", "de");
  double first, last, from, to;
  MappeChartHit hit = { 0, 0, 30, 0, 0 }, after;

  mappe_chart_get_extent (mappe_chart_view_get_chart (view), &first, &last);
  g_assert_true (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit));
  for (guint i = 0; i < 3; i++)
    {
      mappe_chart_view_zoom (view, hit.x, 1.5);
      after = hit;
      after.point--;
      g_assert_true (mappe_chart_view_step (view, &after, MAPPE_CHART_STEP_NEXT, &after));
      g_assert_cmpfloat_with_epsilon (after.x, hit.x, 1);
    }
  mappe_chart_view_get_window (view, &from, &to);
  g_assert_cmpfloat_with_epsilon (to - from, (last - first) / 3.375, 1e-6);
  for (guint i = 0; i < 6; i++)
    mappe_chart_view_zoom (view, hit.x, 1 / 1.5);
  g_assert_false (mappe_chart_view_is_zoomed (view));
  mappe_chart_view_zoom (view, hit.x, 0);
  mappe_chart_view_zoom (view, hit.x, NAN);
  g_assert_false (mappe_chart_view_is_zoomed (view));
}

/* From left to right every area is reached, each at a place of its own; down and up go by what is perceived. */
static void
test_map_keys (void)
{
  static const char *const names[] = { "School", "Riverside", "Schlossgarten", "Northern", "Pedestrian", "Station" };
  g_autoptr (MappeChartView) view = view_of ("areas", "en");
  MappeChartHit hit, before = { 0 };
  guint n = 0;

  g_assert_true (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit));
  do
    {
      g_autofree char *text = mappe_chart_view_get_text (view, &hit);

      g_assert_cmpuint (n, <, G_N_ELEMENTS (names));
      g_assert_true (g_str_has_prefix (text, names[n]));
      g_assert_true (n == 0 || hypot (hit.x - before.x, hit.y - before.y) > 8);
      before = hit;
      n++;
    }
  while (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit));
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
  while (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT_SERIES, &hit))
    {
      g_assert_cmpfloat (hit.y, >=, before.y);
      before = hit;
      n++;
    }
  g_assert_cmpuint (n, ==, 2 * G_N_ELEMENTS (names) - 2);
  g_assert_true (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_FIRST, &hit));
  assert_text_at (view, &hit, "School centre south: Recorded deficit 1, Perceived deficit 2");
  g_assert_false (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_PREVIOUS, &hit));
}

/* The words of a quarter stand in it and on no point. */
static void
test_map (void)
{
  g_autoptr (MappeChartView) view = view_of ("areas", "en");
  MappeChartHit hit, hits[6];
  guint n, words = 0, points = 0;
  g_autofree MappeChartBox *boxes = mappe_chart_view_get_boxes (view, &n);
  double middle;

  g_assert_true (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit));
  do
    hits[points++] = hit;
  while (points < 6 && mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit));
  g_assert_cmpuint (points, ==, 6);
  /* Between 2, Schlossgarten, and 3, the pedestrian zone. */
  middle = (hits[2].x + hits[4].x) / 2;
  for (guint i = 0; i < n; i++)
    {
      if (boxes[i].kind != MAPPE_CHART_LABEL_CORNER)
        continue;
      words++;
      if (strstr (boxes[i].text, "Much") != NULL)
        g_assert_cmpfloat (boxes[i].x, >=, middle);
      else
        g_assert_cmpfloat (boxes[i].x + boxes[i].width, <=, middle);
      for (guint k = 0; k < points; k++)
        g_assert_false (hits[k].x > boxes[i].x && hits[k].x < boxes[i].x + boxes[i].width && hits[k].y > boxes[i].y
                        && hits[k].y < boxes[i].y + boxes[i].height);
    }
  g_assert_cmpuint (words, ==, 4);
}

/* Charts of rows cannot be zoomed. */
static void
test_not_zoomed (void)
{
  static const char *const names[] = { "forest", "likert", "goals", "change", "displacement", "areas", "funnel" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MappeChartView) view = view_of (names[i], "de");
      double from, to;

      g_assert_false (mappe_chart_get_extent (mappe_chart_view_get_chart (view), &from, &to));
      mappe_chart_view_zoom (view, 400, 4);
      mappe_chart_view_pan (view, 40);
      g_assert_false (mappe_chart_view_is_zoomed (view));
    }
}

static void
test_summary (void)
{
  g_autoptr (MappeChartView) run = view_of ("run", "de"), index = view_of ("index", "en");
  g_autofree char *with_sentence = mappe_chart_get_summary (mappe_chart_view_get_chart (run));
  g_autofree char *without = mappe_chart_get_summary (mappe_chart_view_get_chart (index));

  g_assert_cmpstr (with_sentence, ==,
                   "Vorher im Mittel 22, nachher 12 Fälle je Monat. Ohne Vergleichsgebiet lässt sich nicht sagen, ob "
                   "die Maßnahme der Grund ist. April und Mai 2024 nicht gewertet (Aufbau). Kleine Zahlen werden "
                   "nicht gezeigt.");
  g_assert_cmpstr (without, ==,
                   "In Schlossgarten incidents fell, in the comparison area they rose slightly. Mean of the 9 "
                   "quarters before = 100; January 2022 to September 2026");
}

/* --- bad input --- */

static MappeChart *
chart_of (const MappeChartPoints *points)
{
  MappeChartHead head = { mappe_language_get ("de"), "Titel", NULL, NULL, NULL, NULL };
  MappeChartControl control = { .timeline = { .step = 1 }, .quantity = { "Fälle", NULL, 0, FALSE },
                                .points = *points };

  return mappe_chart_new_control (&head, &control);
}

static void
test_bad_figures (void)
{
  const double nothing[] = { NAN, NAN }, wild[] = { INFINITY, -INFINITY, 1e300, -1e300, 5 }, one[] = { 3 };
  const double zeros[] = { 0, 0, 0 }, back[] = { 24315, 24313, 24314 }, same[] = { 24313, 24313, 24313 };
  const double no_time[] = { NAN, 24313, INFINITY };
  MappeChartPoints cases[] = { { 0, NULL, one, NULL }, { 1, NULL, one, NULL }, { 2, NULL, nothing, NULL },
                               { 5, NULL, wild, NULL }, { 3, back, zeros, NULL }, { 3, same, zeros, NULL },
                               { 3, no_time, zeros, NULL } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 500);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeChart) chart = chart_of (&cases[i]);
      g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
      MappeChartHit hit;

      mappe_chart_view_draw (view, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      mappe_chart_view_hit (view, 300, 300, 500, &hit);
      mappe_chart_view_zoom (view, 300, 3);
      mappe_chart_view_draw (view, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Figures of each half-year in a grid of quarters are a line; one that is missing is a gap, and so is a first one. */
static void
test_rhythm (void)
{
  const double halves[] = { NAN, 33, NAN, 36, NAN, 41, NAN, 44 }, missing[] = { NAN, 33, NAN, NAN, NAN, 41, NAN, 44 };
  const double late[] = { NAN, NAN, NAN, 36, NAN, 41, NAN, 44 }, two[] = { NAN, 33, NAN, 36 };
  double months[8];
  const struct {
    gsize n;
    const double *y;
    gsize rows;
  } cases[] = { { 8, halves, 4 }, { 8, missing, 8 }, { 8, late, 8 }, { 4, two, 4 } };

  for (guint i = 0; i < 8; i++)
    months[i] = mappe_chart_month (2023, 1) + i * 3;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MappeChartPoints points = { cases[i].n, months, cases[i].y, NULL };
      g_autoptr (MappeChart) chart = chart_of (&points);
      g_autoptr (MappeChartTable) table = mappe_chart_table_new (chart);

      g_assert_cmpuint (mappe_chart_table_n_rows (table), ==, cases[i].rows);
    }
}

static void
test_empty_rows (void)
{
  MappeChartHead head = { mappe_language_get ("de"), "Titel", NULL, NULL, NULL, NULL };
  MappeChartChange change = { { "a", NULL, 0, FALSE }, { "b", NULL, 0, FALSE }, NULL, 0 };
  MappeChartLikert likert = { NULL, 0, FALSE, NULL, 0 };
  MappeChartForest forest = { .n_rows = 0 };
  MappeChartGoals goals = { NULL, 0, NULL };
  MappeChartFunnel funnel = { .center = NAN };
  MappeChartMultiples multiples = { .n_quarters = 0 };
  MappeChartAreas areas = { .n_areas = 0 };
  MappeChartFactors factors = { .n_groups = 0 };
  MappeChartDisplacement displacement = { .wdq = NAN, .local = { NAN, NAN, NAN }, .buffer = { NAN, NAN, NAN },
                                          .total = { NAN, NAN, NAN } };
  MappeChart *charts[] = { mappe_chart_new_change (&head, &change), mappe_chart_new_likert (&head, &likert),
                           mappe_chart_new_forest (&head, &forest), mappe_chart_new_goals (&head, &goals),
                           mappe_chart_new_funnel (&head, &funnel), mappe_chart_new_multiples (&head, &multiples),
                           mappe_chart_new_areas (&head, &areas), mappe_chart_new_factors (&head, &factors),
                           mappe_chart_new_displacement (&head, &displacement) };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (MappeChartView) view = mappe_chart_view_new (charts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = mappe_chart_view_to_bytes (view, MAPPE_CHART_FORMAT_SVG, 1, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
      mappe_chart_unref (charts[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  chart_samples_init ();
  g_test_add_func ("/chart/view/walk", test_walk);
  g_test_add_func ("/chart/view/lost-panel", test_lost_panel);
  g_test_add_func ("/chart/view/texts", test_texts);
  g_test_add_func ("/chart/view/gaps", test_gaps);
  g_test_add_func ("/chart/view/hit", test_hit);
  g_test_add_func ("/chart/view/nearest", test_nearest);
  g_test_add_func ("/chart/view/hidden", test_hidden);
  g_test_add_func ("/chart/view/window", test_window);
  g_test_add_func ("/chart/view/zoom", test_zoom);
  g_test_add_func ("/chart/view/not-zoomed", test_not_zoomed);
  g_test_add_func ("/chart/view/map", test_map);
  g_test_add_func ("/chart/view/map-keys", test_map_keys);
  g_test_add_func ("/chart/view/summary", test_summary);
  g_test_add_func ("/chart/view/bad-figures", test_bad_figures);
  g_test_add_func ("/chart/view/rhythm", test_rhythm);
  g_test_add_func ("/chart/view/empty-rows", test_empty_rows);
  return g_test_run ();
}
