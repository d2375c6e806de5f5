/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of all charts in both languages against stored ones. What is stored is a coarse picture of letters, from
 * " " for paper to "@" for black, that one can read in an editor; a cell may be a few steps off, so that another
 * version of a font is no failure, and a line at another place is one.
 *
 *   MAPPE_UPDATE_PICTURES=1 tests/chart/test-chart-picture     stores them anew */
#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "chart-samples.h"

#define WIDTH 720
#define HEIGHT 450
#define CELL_WIDTH 6
#define CELL_HEIGHT 10
#define COLUMNS (WIDTH / CELL_WIDTH)
#define ROWS (HEIGHT / CELL_HEIGHT)
#define SHADES " .:-=+*#%@"
#define MOST_MEAN 0.10   /* steps by which cells differ on average: fonts */
#define FAR 2            /* steps that are another picture */
#define MOST_FAR 0.006   /* share of cells that may be so far off */

static const char *const languages[] = { "de", "en" };

static cairo_surface_t *
draw (MappeChart *chart, MappeChartTheme theme)
{
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  mappe_chart_view_set_size (view, WIDTH, HEIGHT);
  mappe_chart_view_set_theme (view, theme);
  mappe_chart_view_draw (view, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static double
darkness (guint32 pixel)
{
  return 1 - (0.3 * (pixel >> 16) + 0.59 * (pixel >> 8 & 255) + 0.11 * (pixel & 255)) / 255;
}

/* Ink is thin: half of a cell covered with it is already the darkest step. */
static char
shade_of (cairo_surface_t *surface, int column, int row)
{
  double sum = 0;
  int step;

  for (int y = row * CELL_HEIGHT; y < (row + 1) * CELL_HEIGHT; y++)
    for (int x = column * CELL_WIDTH; x < (column + 1) * CELL_WIDTH; x++)
      sum += darkness (pixel_at (surface, x, y));
  step = (int) lround (sum / (CELL_WIDTH * CELL_HEIGHT) * 2 * 9);
  return SHADES[CLAMP (step, 0, 9)];
}

static char *
coarse (cairo_surface_t *surface)
{
  GString *text = g_string_new (NULL);

  for (int row = 0; row < ROWS; row++)
    {
      for (int column = 0; column < COLUMNS; column++)
        g_string_append_c (text, shade_of (surface, column, row));
      while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* --- comparing --- */

static int
step_of (const char *line, gsize column)
{
  return column < strlen (line) ? (int) (strchr (SHADES, line[column]) - SHADES) : 0;
}

/* Returns: (nullable): what is wrong */
static char *
compare (const char *got, const char *wanted)
{
  g_auto (GStrv) lines = g_strsplit (got, "\n", -1), others = g_strsplit (wanted, "\n", -1);
  double sum = 0, far = 0;

  if (g_strv_length (lines) != g_strv_length (others))
    return g_strdup ("another number of lines");
  for (guint row = 0; lines[row] != NULL; row++)
    for (gsize column = 0; column < COLUMNS; column++)
      {
        int distance = ABS (step_of (lines[row], column) - step_of (others[row], column));

        sum += distance;
        far += distance >= FAR;
      }
  sum /= COLUMNS * ROWS;
  far /= COLUMNS * ROWS;
  if (sum <= MOST_MEAN && far <= MOST_FAR)
    return NULL;
  return g_strdup_printf ("cells differ by %.3f steps, %.2f %% of them far", sum, far * 100);
}

static char *
path_of (const char *name, const char *language)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.txt", name, language);

  return g_test_build_filename (G_TEST_DIST, "chart", "pictures", file, NULL);
}

static gboolean
has_font (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    found |= g_str_equal (pango_font_family_get_name (families[i]), "Cantarell");
  g_free (families);
  return found;
}

static void
check_picture (guint nth, const char *language)
{
  g_autoptr (MappeChart) chart = chart_sample_new (nth, language);
  cairo_surface_t *surface = draw (chart, MAPPE_CHART_THEME_LIGHT);
  g_autofree char *got = coarse (surface), *path = path_of (chart_sample_get_name (nth), language);
  g_autofree char *wanted = NULL, *trouble = NULL;
  g_autoptr (GError) error = NULL;

  cairo_surface_destroy (surface);
  if (g_getenv ("MAPPE_UPDATE_PICTURES") != NULL)
    g_file_set_contents (path, got, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &wanted, NULL, &error);
  g_assert_no_error (error);
  trouble = compare (got, wanted);
  if (trouble != NULL)
    {
      g_test_message ("%s (%s): %s\n%s", chart_sample_get_name (nth), language, trouble, got);
      g_test_fail ();
    }
}

static void
test_pictures (gconstpointer data)
{
  if (!has_font ())
    {
      g_test_skip ("fonts-cantarell is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    check_picture (GPOINTER_TO_UINT (data), languages[i]);
}

/* The tolerance does not let everything pass: another chart, another language, a line that is moved. */
static void
test_tolerance (void)
{
  MappeChartHead head = { mappe_language_get ("de"), "Titel", NULL, NULL, NULL, NULL };
  double values[] = { 10, 12, 11, 13, 12, 14, 13, 15 };
  MappeChartControl control = { .quantity = { "Fälle", NULL, 0, FALSE }, .points = { 8, NULL, values, NULL } };
  g_autofree char *pictures[3] = { NULL };
  char *trouble;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MappeChart) chart = NULL;
      cairo_surface_t *surface;

      values[4] = i == 1 ? 4 : 12;
      chart = mappe_chart_new_control (&head, &control);
      surface = draw (chart, MAPPE_CHART_THEME_LIGHT);
      pictures[i] = coarse (surface);
      cairo_surface_destroy (surface);
    }
  trouble = compare (pictures[0], pictures[1]);
  g_assert_nonnull (trouble);
  g_test_message ("a moved point: %s", trouble);
  g_free (trouble);
  g_assert_null (compare (pictures[0], pictures[2]));
  g_free (pictures[1]);
  g_free (pictures[2]);
  pictures[1] = pictures[2] = NULL;
}

/* --- colours --- */

static guint32
packed (const MappeChartColor *color)
{
  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8 |
         (guint32) lround (color->blue * 255);
}

static gboolean
is_near (guint32 one, guint32 other)
{
  for (guint shift = 0; shift <= 16; shift += 8)
    if (ABS ((int) (one >> shift & 255) - (int) (other >> shift & 255)) > 3)
      return FALSE;
  return TRUE;
}

/* Where a point is said to be, it is drawn, in the colour of its role. */
static void
test_points_are_drawn (void)
{
  for (guint theme = 0; theme < MAPPE_CHART_N_THEMES; theme++)
    {
      g_autoptr (MappeChart) chart = chart_sample_new (2, "de");
      g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
      cairo_surface_t *surface = draw (chart, theme);
      MappeChartLook look = mappe_chart_theme_get_look (theme, MAPPE_CHART_ROLE_COMPARISON);
      MappeChartHit hit = { 0, 2, 0, 0, 0 };
      guint n = 0;

      g_assert_cmpstr (chart_sample_get_name (2), ==, "index");
      mappe_chart_view_set_size (view, WIDTH, HEIGHT);
      for (gboolean more = mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_FIRST, &hit); more;
           more = mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit))
        {
          g_assert_true (is_near (pixel_at (surface, (int) hit.x, (int) hit.y), packed (&look.color)));
          n++;
        }
      g_assert_cmpuint (n, ==, 19);
      cairo_surface_destroy (surface);
    }
}

/* One value of two hundred thousand stands out, and is seen from the line to its very end. */
static void
test_spike (void)
{
  const gsize n = 200000, at = 123456;
  g_autofree double *values = g_new (double, n);
  MappeChartHead head = { mappe_language_get ("de"), "Titel", NULL, NULL, NULL, NULL };
  MappeChartControl control = { .quantity = { "Messwert", NULL, 0, FALSE }, .points = { n, NULL, values, NULL } };
  g_autoptr (MappeChart) chart = NULL;
  g_autoptr (MappeChartView) view = NULL;
  cairo_surface_t *surface;
  MappeChartHit hit = { 0, 0, at - 1, 0, 0 };
  MappeChartHit line = { 0, 0, at, 0, 0 };

  for (gsize i = 0; i < n; i++)
    values[i] = i == at ? 90 : 10 + i % 3;
  chart = mappe_chart_new_control (&head, &control);
  view = mappe_chart_view_new (chart);
  mappe_chart_view_set_size (view, WIDTH, HEIGHT);
  g_assert_true (mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit));
  g_assert_true (mappe_chart_view_step (view, &line, MAPPE_CHART_STEP_NEXT, &line));
  surface = draw (chart, MAPPE_CHART_THEME_LIGHT);
  for (int y = (int) hit.y + 1; y < (int) line.y; y++)
    {
      double most = 0;

      for (int x = (int) hit.x - 1; x <= (int) hit.x + 1; x++)
        most = MAX (most, darkness (pixel_at (surface, x, y)));
      g_assert_cmpfloat (most, >, 0.1);
    }
  cairo_surface_destroy (surface);
}

/* The grey print has no colour anywhere. */
static void
test_print_is_grey (void)
{
  for (guint i = 0; i < chart_samples_n (); i++)
    {
      g_autoptr (MappeChart) chart = chart_sample_new (i, "de");
      cairo_surface_t *surface = draw (chart, MAPPE_CHART_THEME_PRINT);

      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            guint32 pixel = pixel_at (surface, x, y);

            g_assert_cmpint (ABS ((int) (pixel >> 16) - (int) (pixel & 255)), <=, 2);
            g_assert_cmpint (ABS ((int) (pixel >> 8 & 255) - (int) (pixel & 255)), <=, 2);
          }
      cairo_surface_destroy (surface);
    }
}

/* A hidden series leaves no ink, and a focused point more of it. */
static void
test_hidden_and_focused (void)
{
  g_autoptr (MappeChart) chart = chart_sample_new (2, "de");
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  MappeChartLook look = mappe_chart_theme_get_look (MAPPE_CHART_THEME_LIGHT, MAPPE_CHART_ROLE_BUFFER);
  MappeChartHit hit;
  guint found[3] = { 0 };

  for (guint i = 0; i < 3; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 500);
      cairo_t *cr = cairo_create (surface);

      if (i == 1)
        mappe_chart_view_set_hidden (view, 1, TRUE);
      g_assert_true (mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit));
      mappe_chart_view_set_focus (view, i == 2 ? &hit : NULL);
      mappe_chart_view_draw (view, cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < 500; y++)
        for (int x = 0; x < 800; x++)
          found[i] += i < 2 ? is_near (pixel_at (surface, x, y), packed (&look.color))
                            : hypot (x - hit.x, y - hit.y) < 12 && pixel_at (surface, x, y) == 0x1e1e1e;
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (found[0], >, 300);
  g_assert_cmpuint (found[1], ==, 0);
  g_assert_cmpuint (found[2], >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  chart_samples_init ();
  for (guint i = 0; i < chart_samples_n (); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/picture/", chart_sample_get_name (i), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pictures);
    }
  g_test_add_func ("/chart/picture/tolerance", test_tolerance);
  g_test_add_func ("/chart/picture/points-are-drawn", test_points_are_drawn);
  g_test_add_func ("/chart/picture/spike", test_spike);
  g_test_add_func ("/chart/picture/print-is-grey", test_print_is_grey);
  g_test_add_func ("/chart/picture/hidden-and-focused", test_hidden_and_focused);
  return g_test_run ();
}
