/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart-samples.h"
#include "mappe-chart-layout-private.h"

static const char *const languages[] = { "de", "en" };

#define SLACK 0.01  /* of a unit: what rounding may take */

static gboolean
overlap (const MappeChartBox *one, const MappeChartBox *other)
{
  return one->x + SLACK < other->x + other->width && other->x + SLACK < one->x + one->width &&
         one->y + SLACK < other->y + other->height && other->y + SLACK < one->y + one->height;
}

static void
assert_apart (MappeChartView *view, const char *name, double width, double height)
{
  guint n;
  g_autofree MappeChartBox *boxes = mappe_chart_view_get_boxes (view, &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      if (boxes[i].x < -SLACK || boxes[i].x + boxes[i].width > width + SLACK || boxes[i].y < -SLACK ||
          boxes[i].y + boxes[i].height > height + SLACK)
        g_error ("%s at %g×%g: “%s” leaves the picture: %g…%g, %g…%g", name, width, height, boxes[i].text, boxes[i].x,
                 boxes[i].x + boxes[i].width, boxes[i].y, boxes[i].y + boxes[i].height);
      for (guint j = i + 1; j < n; j++)
        if (overlap (&boxes[i], &boxes[j]))
          g_error ("%s at %g×%g: “%s” over “%s”", name, width, height, boxes[i].text, boxes[j].text);
    }
}

static void
check_size (guint sample, const char *language, double width, double height, double scale)
{
  g_autoptr (MappeChart) chart = chart_sample_new (sample, language);
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  g_autofree char *name = g_strdup_printf ("%s (%s, text %g)", chart_sample_get_name (sample), language, scale);

  mappe_chart_view_set_size (view, width, height);
  mappe_chart_view_set_font (view, NULL, scale);
  assert_apart (view, name, width, height);
}

static void
test_no_label_over_another (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 360, 640 }, { 400, 300 }, { 480, 360 },  { 500, 800 },
                                     { 640, 400 }, { 720, 260 }, { 800, 500 }, { 1200, 400 }, { 1920, 1080 } };

  for (guint i = 0; i < chart_samples_n (); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        check_size (i, languages[j], sizes[k][0], sizes[k][1], 1);
}

static void
test_large_text (void)
{
  static const double sizes[][2] = { { 480, 360 }, { 800, 500 }, { 1920, 1080 } };

  for (guint i = 0; i < chart_samples_n (); i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      for (double scale = 0.8; scale <= 1.5; scale += 0.35)
        check_size (i, "de", sizes[k][0], sizes[k][1], scale);
}

static void
test_any_size (void)
{
  for (guint i = 0; i < 150; i++)
    check_size ((guint) g_test_rand_int_range (0, (int) chart_samples_n ()), languages[i % 2],
                g_test_rand_double_range (320, 1920), g_test_rand_double_range (240, 1080), 1);
}

static guint
count_kind (MappeChartView *view, MappeChartLabelKind kind, gboolean *cut)
{
  guint n, found = 0;
  g_autofree MappeChartBox *boxes = mappe_chart_view_get_boxes (view, &n);

  *cut = FALSE;
  for (guint i = 0; i < n; i++)
    if (boxes[i].kind == kind)
      {
        found++;
        *cut |= boxes[i].ellipsized;
      }
  return found;
}

/* What may never be lost: the finding; n and period; where it is from. */
static void
test_texts_remain (void)
{
  for (guint i = 0; i < chart_samples_n (); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autoptr (MappeChart) chart = chart_sample_new (i, languages[j]);
        g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
        gboolean cut;

        mappe_chart_view_set_size (view, 320, 240);
        g_assert_cmpuint (count_kind (view, MAPPE_CHART_LABEL_TITLE, &cut), ==, 1);
        g_assert_false (cut);
        g_assert_cmpuint (count_kind (view, MAPPE_CHART_LABEL_SUBTITLE, &cut), ==, 1);
        g_assert_false (cut);
        g_assert_cmpuint (count_kind (view, MAPPE_CHART_LABEL_SOURCE, &cut), ==, 1);
        /* Where a point of a network lies means nothing. */
        if (!g_str_equal (chart_sample_get_name (i), "network"))
          g_assert_cmpuint (count_kind (view, MAPPE_CHART_LABEL_TICK, &cut), >=, 3);
      }
}

/* Nothing that is too small, and nothing that is no size, is a reason to fail. */
static void
test_tiny (void)
{
  static const double sides[] = { -5, 0, 1, 3, 20, 77, 150, NAN, INFINITY };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 160, 160);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < chart_samples_n (); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
      {
        g_autoptr (MappeChart) chart = chart_sample_new (i, "de");
        g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);

        mappe_chart_view_set_size (view, sides[j], sides[j]);
        mappe_chart_view_draw (view, cr);
        mappe_chart_view_set_size (view, i % 2 == 0 ? 400 : sides[j], i % 2 == 0 ? sides[j] : 400);
        mappe_chart_view_draw (view, cr);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* --- any figures --- */

static double
any_value (void)
{
  static const double odd[] = { NAN, INFINITY, -INFINITY, 0, -1, 1e-9, 1e12, -1e12, 1e300, 5 };

  return g_test_rand_int_range (0, 8) == 0 ? odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]
                                           : g_test_rand_double_range (-20, 200);
}

static MappeChartEstimate
any_estimate (void)
{
  double estimate = fabs (any_value ());

  return (MappeChartEstimate) { estimate, estimate - fabs (any_value ()), estimate + fabs (any_value ()) };
}

static char *
any_name (void)
{
  GString *name = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    g_string_append (name, i % 3 == 2 ? " " : i % 2 == 0 ? "Sicher" : "heitsgefühl");
  return g_string_free (name, FALSE);
}

typedef struct {
  MappeChartHead       head;
  MappeChartChangeRow  changes[12];
  MappeChartForestRow  ratios[12];
  MappeChartQuarter    quarters[12];
  char                *names[12];
  double               x[40], y[40], other[40], third[40];
  guint8               flags[40];
} Any;

static void
any_init (Any *self)
{
  double at = mappe_chart_month (g_test_rand_int_range (1990, 2020), 1);

  self->head = (MappeChartHead) { mappe_language_get ("de"), "Ein Befund in einem Satz", "n = 1.234", "Polizei", NULL,
                                  NULL };
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      gboolean hidden = g_test_rand_int_range (0, 6) == 0;

      self->names[i] = any_name ();
      self->changes[i] = (MappeChartChangeRow) { self->names[i], any_estimate (), any_estimate (), any_estimate (),
                                                 hidden };
      self->ratios[i] = (MappeChartForestRow) { self->names[i], any_estimate (), any_value (), i == 11, hidden };
      self->quarters[i] = (MappeChartQuarter) { self->names[i], any_value (), any_value (), i == 3, hidden };
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->x); i++)
    {
      self->x[i] = at += g_test_rand_int_range (0, 6);
      self->y[i] = any_value ();
      self->other[i] = any_value ();
      self->third[i] = any_value ();
      self->flags[i] = (guint8) (g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, 16) : 0);
    }
}

static MappeChart *
any_chart (Any *self, guint kind)
{
  guint n = (guint) g_test_rand_int_range (0, 12);
  MappeChartEvent event = { any_value () * 300, self->names[0] };
  MappeChartTimeline timeline = { (guint[]) { 0, 1, 3, 12 }[n % 4], &event, n % 2, NULL, 0, NULL };
  MappeChartQuantity quantity = { "Fälle je 1.000 Einwohner", n % 3 == 0 ? "%" : NULL, n % 3, n % 5 == 0 };
  MappeChartPoints points = { n * 3, self->x, self->y, self->flags };
  MappeChartChange change = { quantity, quantity, self->changes, n };
  MappeChartForest forest = { quantity, n % 2 == 0, FALSE, self->ratios, n };
  MappeChartFunnel funnel = { .size_quantity = quantity, .quantity = quantity, .quarters = self->quarters,
                              .n_quarters = n, .center = any_value (), .n_limits = n, .sizes = self->x,
                              .inner_lower = self->y, .inner_upper = self->other };
  MappeChartControl control = { timeline, quantity, points, self->other, NULL, self->third, self->y, n % 2 == 0 };
  MappeChartInterrupted interrupted = { timeline, quantity, points, self->other, self->third, self->names[1] };
  MappeChartCumulated cumulated = { timeline, quantity, points, self->other, self->third };
  MappeChartPairing pairing = { timeline, quantity, quantity, points, points, 6, self->other, self->third };

  switch (kind % 7)
    {
    case 0:
      return mappe_chart_new_change (&self->head, &change);
    case 1:
      return mappe_chart_new_forest (&self->head, &forest);
    case 2:
      return mappe_chart_new_funnel (&self->head, &funnel);
    case 3:
      return mappe_chart_new_control (&self->head, &control);
    case 4:
      return mappe_chart_new_interrupted (&self->head, &interrupted);
    case 5:
      return mappe_chart_new_cumulated (&self->head, &cumulated);
    default:
      return mappe_chart_new_pairing (&self->head, &pairing);
    }
}

static void
test_any_figures (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1920, 1080);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < 350; i++)
    {
      Any any;
      g_autoptr (MappeChart) chart = NULL;
      g_autoptr (MappeChartView) view = NULL;
      double width = g_test_rand_double_range (320, 1200), height = g_test_rand_double_range (240, 800);
      g_autofree char *name = g_strdup_printf ("any figures, kind %u", i % 7);
      MappeChartHit hit;

      any_init (&any);
      chart = any_chart (&any, i);
      view = mappe_chart_view_new (chart);
      mappe_chart_view_set_size (view, width, height);
      assert_apart (view, name, width, height);
      mappe_chart_view_draw (view, cr);
      mappe_chart_view_hit (view, width / 2, height / 2, 100, &hit);
      mappe_chart_view_zoom (view, width / 2, 2.5);
      assert_apart (view, name, width, height);
      mappe_chart_view_draw (view, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      for (guint j = 0; j < G_N_ELEMENTS (any.names); j++)
        g_free (any.names[j]);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* --- spreading --- */

static double
cost_of (const double *wanted, const double *got, guint n)
{
  double cost = 0;

  for (guint i = 0; i < n; i++)
    cost += (wanted[i] - got[i]) * (wanted[i] - got[i]);
  return cost;
}

/* Slowly: moving any run of labels a little makes nothing better. */
static void
assert_best (const double *wanted, const double *got, const double *heights, guint n, double top, double bottom)
{
  double cost = cost_of (wanted, got, n);

  for (guint from = 0; from < n; from++)
    for (guint to = from + 1; to <= n; to++)
      for (int way = -1; way <= 1; way += 2)
        {
          g_autofree double *moved = g_memdup2 (got, n * sizeof (double));
          gboolean allowed = TRUE;

          for (guint i = from; i < to; i++)
            moved[i] += way * 0.05;
          for (guint i = 0; i < n; i++)
            allowed &= moved[i] - heights[i] / 2 >= top - 1e-9 && moved[i] + heights[i] / 2 <= bottom + 1e-9 &&
                       (i == 0 || moved[i] - moved[i - 1] >= (heights[i] + heights[i - 1]) / 2 - 1e-9);
          if (allowed)
            g_assert_cmpfloat (cost_of (wanted, moved, n), >=, cost - 1e-6);
        }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
test_spread (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 8);
      double wanted[8], got[8], heights[8], sum = 0, top = g_test_rand_double_range (-20, 20), bottom;

      for (guint j = 0; j < n; j++)
        {
          wanted[j] = g_test_rand_double_range (0, 100);
          sum += heights[j] = g_test_rand_double_range (5, 20);
        }
      bottom = top + sum + g_test_rand_double_range (0, 100);
      qsort (wanted, n, sizeof (double), compare_doubles);
      for (guint j = 0; j < n; j++)
        got[j] = wanted[j];
      mappe_chart_spread (got, heights, n, top, bottom);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpfloat (got[j] - heights[j] / 2, >=, top - 1e-6);
          g_assert_cmpfloat (got[j] + heights[j] / 2, <=, bottom + 1e-6);
          if (j > 0)
            g_assert_cmpfloat (got[j] - got[j - 1], >=, (heights[j] + heights[j - 1]) / 2 - 1e-6);
        }
      assert_best (wanted, got, heights, n, top, bottom);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  chart_samples_init ();
  g_test_add_func ("/chart/layout/spread", test_spread);
  g_test_add_func ("/chart/layout/apart", test_no_label_over_another);
  g_test_add_func ("/chart/layout/large-text", test_large_text);
  g_test_add_func ("/chart/layout/any-size", test_any_size);
  g_test_add_func ("/chart/layout/any-figures", test_any_figures);
  g_test_add_func ("/chart/layout/texts-remain", test_texts_remain);
  g_test_add_func ("/chart/layout/tiny", test_tiny);
  return g_test_run ();
}
