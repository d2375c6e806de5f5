/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and files of charts; what is suppressed is in none of them. */
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "chart-samples.h"
#include "mappe-chart-png.h"
#include "mappe-chart-table.h"

static MappeChart *
sample (const char *name, const char *language)
{
  for (guint i = 0; i < chart_samples_n (); i++)
    if (g_str_equal (chart_sample_get_name (i), name))
      return chart_sample_new (i, language);
  g_assert_not_reached ();
}

/* --- secrecy --- */

static GBytes *
bytes_of (MappeChart *chart, MappeChartFormat format)
{
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mappe_chart_view_to_bytes (view, format, 1, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
assert_same_texts (MappeChart *one, MappeChart *other)
{
  g_autoptr (MappeChartView) view = mappe_chart_view_new (one), same = mappe_chart_view_new (other);
  g_autofree char *summary = mappe_chart_get_summary (one), *same_summary = mappe_chart_get_summary (other);
  MappeChartHit hit, same_hit;
  gboolean more = mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit);

  g_assert_cmpstr (summary, ==, same_summary);
  g_assert_true (mappe_chart_view_step (same, NULL, MAPPE_CHART_STEP_FIRST, &same_hit));
  while (more)
    {
      g_autofree char *text = mappe_chart_view_get_text (view, &hit);
      g_autofree char *same_text = mappe_chart_view_get_text (same, &same_hit);

      g_assert_cmpstr (text, ==, same_text);
      g_assert_cmpfloat (hit.x, ==, same_hit.x);
      g_assert_cmpfloat (hit.y, ==, same_hit.y);
      more = mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT, &hit);
      g_assert_cmpint (mappe_chart_view_step (same, &same_hit, MAPPE_CHART_STEP_NEXT, &same_hit), ==, more);
      if (!more)
        {
          more = mappe_chart_view_step (view, &hit, MAPPE_CHART_STEP_NEXT_SERIES, &hit);
          g_assert_cmpint (mappe_chart_view_step (same, &same_hit, MAPPE_CHART_STEP_NEXT_SERIES, &same_hit), ==, more);
        }
    }
}

static void
test_secret (void)
{
  for (guint i = 0; i < chart_secrets_n (); i++)
    for (guint j = 0; j < 2; j++)
      {
        const char *language = j == 0 ? "de" : "en";
        g_autoptr (MappeChart) one = chart_sample_with_secret (i, 2, language);
        g_autoptr (MappeChart) other = chart_sample_with_secret (i, 4, language);
        g_autoptr (MappeChart) huge = chart_sample_with_secret (i, 4000, language);
        g_autofree char *summary = mappe_chart_get_summary (one);
        g_autoptr (GBytes) csv = bytes_of (one, MAPPE_CHART_FORMAT_CSV);

        for (MappeChartFormat format = MAPPE_CHART_FORMAT_PNG; format <= MAPPE_CHART_FORMAT_CSV; format++)
          {
            g_autoptr (GBytes) a = bytes_of (one, format), b = bytes_of (other, format), c = bytes_of (huge, format);

            if (!g_bytes_equal (a, b) || !g_bytes_equal (a, c))
              g_error ("chart %u tells its secret in format %d", i, format);
          }
        assert_same_texts (one, other);
        g_test_message ("chart %u: %s", i, summary);
        g_assert_nonnull (strstr (summary, j == 0 ? "Kleine Zahlen werden nicht gezeigt"
                                                  : "Small counts are not shown"));
        g_assert_nonnull (g_strstr_len (g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv),
                                        j == 0 ? "nicht gezeigt (kleine Zahl)" : "not shown (small count)"));
      }
}

/* --- tables --- */

static void
assert_csv (const char *name, const char *language, const char *wanted)
{
  g_autoptr (MappeChart) chart = sample (name, language);
  g_autoptr (MappeChartTable) table = mappe_chart_table_new (chart);
  g_autofree char *csv = mappe_chart_table_to_csv (table);

  g_assert_cmpstr (csv, ==, wanted);
}

static void
test_csv (void)
{
  assert_csv ("displacement", "de",
              "\xef\xbb\xbfName;Vorher;Nachher;Erwartet;Unterschied zum Vergleich (WDD), Fälle;"
              "Unterschied zum Vergleich (WDD), Fälle: von;Unterschied zum Vergleich (WDD), Fälle: bis;WDQ\r\n"
              "Gebiet;207;110;217;-107;-167;-47;\r\n"
              "Umfeld;178;157;168;-11;-60;38;\r\n"
              "Vergleich;308;318;kein Eintrag;;;;\r\n"
              "Zusammen;;;;-118;-196;-40;\r\n"
              "WDQ;;;;;;;0,11\r\n");
  assert_csv ("change", "en",
              "\xef\xbb\xbfName,Before\u00a0%,Before\u00a0%: from,Before\u00a0%: to,After\u00a0%,After\u00a0%: from,"
              "After\u00a0%: to,Change in points,Change in points: from,Change in points: to\r\n"
              "Schlossgarten,33.1,28.4,38.2,54.0,48.7,59.2,20.9,13.6,27.9\r\n"
              "Station square,41.2,36.0,46.6,45.0,39.5,50.6,3.8,-3.8,11.4\r\n"
              "Pedestrian zone,66.3,61.0,71.2,63.9,58.4,69.0,-2.4,-9.8,5.1\r\n"
              "School centre south,not shown (small count),not shown (small count),not shown (small count),"
              "not shown (small count),not shown (small count),not shown (small count),not shown (small count),"
              "not shown (small count),not shown (small count)\r\n"
              "Comparison area,58.0,52.9,62.9,59.1,53.7,64.3,1.1,-6.2,8.4\r\n");
  assert_csv ("areas", "de",
              "\xef\xbb\xbfName;Objektiver Mangel;Subjektiver Mangel\r\nSchlossgarten;2;4\r\nBahnhofsvorplatz;4;4\r\n"
              "Moselufer;2;3\r\nFußgängerzone;3;2\r\nNordviertel;2;3\r\nSchulzentrum Süd;1;2\r\n");
}

static void
assert_cell (MappeChartTable *table, gsize row, guint column, const char *wanted)
{
  g_autofree char *cell = mappe_chart_table_get_cell (table, row, column);

  g_assert_cmpstr (cell, ==, wanted);
}

static void
test_table (void)
{
  g_autoptr (MappeChart) run = sample ("run", "de"), pairing = sample ("pairing", "en");
  g_autoptr (MappeChartTable) table = mappe_chart_table_new (run), both = mappe_chart_table_new (pairing);

  g_assert_cmpuint (mappe_chart_table_n_columns (table), ==, 5);
  g_assert_cmpuint (mappe_chart_table_n_rows (table), ==, 66);
  g_assert_cmpstr (mappe_chart_table_get_title (table, 0), ==, "Zeitraum");
  g_assert_cmpstr (mappe_chart_table_get_title (table, 1), ==, "Straftaten je Monat");
  g_assert_cmpstr (mappe_chart_table_get_title (table, 2), ==, "Median vorher");
  assert_cell (table, 0, 0, "April 2021");
  assert_cell (table, 0, 1, "20");
  assert_cell (table, 0, 3, "35,6");
  assert_cell (table, 17, 1, "kein Eintrag");
  assert_cell (table, 58, 1, "nicht gezeigt (kleine Zahl)");
  /* Quarters and half-years are rows of their own, in the order of time. */
  g_assert_cmpuint (mappe_chart_table_n_rows (both), ==, 22);
  assert_cell (both, 0, 0, "Q1 2023");
  assert_cell (both, 1, 0, "1st half of 2023");
  assert_cell (both, 1, 1, "");
  assert_cell (both, 1, 2, "33.1");
}

/* Each of them has as many cells as columns, and something in it. */
static void
test_all_tables (void)
{
  for (guint i = 0; i < chart_samples_n (); i++)
    {
      g_autoptr (MappeChart) chart = chart_sample_new (i, "en");
      g_autoptr (MappeChartTable) table = mappe_chart_table_new (chart);
      g_autofree char *csv = mappe_chart_table_to_csv (table);
      g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

      g_assert_cmpuint (g_strv_length (lines), ==, mappe_chart_table_n_rows (table) + 2);
      g_assert_cmpuint (mappe_chart_table_n_rows (table), >, 0);
      for (gsize row = 0; row < mappe_chart_table_n_rows (table); row++)
        for (guint column = 0; column < mappe_chart_table_n_columns (table); column++)
          {
            g_autofree char *cell = mappe_chart_table_get_cell (table, row, column);

            g_assert_nonnull (cell);
            g_assert_true (column > 0 || *cell != '\0');
          }
    }
}

/* --- files --- */

static void
test_formats (void)
{
  MappeChartFormat format = MAPPE_CHART_FORMAT_PNG;
  g_autoptr (GError) error = NULL;

  g_assert_true (mappe_chart_format_from_name ("/a/b.SVG", &format, NULL));
  g_assert_cmpint (format, ==, MAPPE_CHART_FORMAT_SVG);
  g_assert_false (mappe_chart_format_from_name ("a.gif", &format, &error));
  g_assert_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_FORMAT);
}

static void
assert_starts (GBytes *bytes, const char *start)
{
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (start), start, strlen (start));
}

static void
count_element (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
               GError **error)
{
  guint *n = data;

  n[0] += g_str_equal (name, "title");
  n[1] += g_str_equal (name, "desc");
}

/* Whole files, the same each time, and an SVG says in words what it shows. */
static void
test_bytes (void)
{
  const GMarkupParser parser = { .start_element = count_element };

  for (guint i = 0; i < chart_samples_n (); i++)
    {
      g_autoptr (MappeChart) chart = chart_sample_new (i, "de"), again = chart_sample_new (i, "de");
      g_autoptr (GBytes) png = bytes_of (chart, MAPPE_CHART_FORMAT_PNG);
      g_autoptr (GBytes) pdf = bytes_of (chart, MAPPE_CHART_FORMAT_PDF);
      g_autoptr (GBytes) same = bytes_of (again, MAPPE_CHART_FORMAT_PDF);
      g_autoptr (GBytes) svg = bytes_of (chart, MAPPE_CHART_FORMAT_SVG);
      g_autoptr (GBytes) same_svg = bytes_of (again, MAPPE_CHART_FORMAT_SVG);
      g_autoptr (GError) error = NULL;
      guint found[2] = { 0, 0 };
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, found, NULL);
      g_autofree char *title = g_markup_printf_escaped ("<title>%s</title>", mappe_chart_get_title (chart));

      assert_starts (png, "\x89PNG\r\n");
      assert_starts (pdf, "%PDF-1.");
      g_assert_true (g_bytes_equal (pdf, same));
      g_assert_true (g_bytes_equal (svg, same_svg));
      g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), &error);
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_cmpuint (found[0], ==, 1);
      g_assert_cmpuint (found[1], ==, 1);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), title));
    }
}

static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ratsmappe-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.png", NULL);
  g_autoptr (MappeChart) chart = sample ("forest", "de");
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  struct stat status;
  cairo_surface_t *surface;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (mappe_chart_view_write (view, path, MAPPE_CHART_FORMAT_PNG, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1600);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1000);
  cairo_surface_destroy (surface);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "chart.png");
  g_assert_null (g_dir_read_name (dir));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_write_fails (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ratsmappe-chart-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (folder, "not-there", "chart.png", NULL);
  g_autofree char *taken = g_build_filename (folder, "folder.png", NULL);
  g_autoptr (MappeChart) chart = sample ("forest", "de");
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_false (mappe_chart_view_write (view, inside, MAPPE_CHART_FORMAT_PNG, 1, &error));
  g_assert_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_false (mappe_chart_view_write (view, taken, MAPPE_CHART_FORMAT_SVG, 1, &error));
  g_assert_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (mappe_chart_view_write (view, inside, MAPPE_CHART_FORMAT_PNG, 1000, &error));
  g_assert_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_SIZE);
  /* No draft stays behind. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "folder.png");
  g_assert_null (g_dir_read_name (dir));
  g_assert_cmpint (g_rmdir (taken), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* --- PNG --- */

typedef struct {
  const guint8 *data;
  gsize         length, at;
} Reader;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reader *self = closure;

  if (length > self->length - self->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, self->data + self->at, length);
  self->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Even areas, lines, gradients and noise, in turns of random length. */
static void
scribble (cairo_surface_t *surface, gboolean opaque)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  guint32 pixel = 0;
  guint left = 0, manner = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint8 *data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
      guint32 *row = (guint32 *) (gpointer) data;

      for (int x = 0; x < width; x++)
        {
          guint32 alpha = opaque || g_test_rand_bit () ? 255 : 0;

          if (left-- == 0)
            {
              left = (guint) g_test_rand_int_range (0, 700);
              manner = (guint) g_test_rand_int_range (0, 4);
            }
          pixel = manner == 0 ? pixel : manner == 1 ? pixel + 0x010203 : manner == 2 ? (guint32) g_test_rand_int ()
                                                                                  : 0xffffff;
          row[x] = alpha == 0 ? 0 : (pixel & 0xffffff) | alpha << 24;
          if (y % 3 == 1 && x % 5 != 0 && manner == 3)
            row[x] = ((guint32 *) (gpointer) (data - cairo_image_surface_get_stride (surface)))[x];
        }
    }
  cairo_surface_mark_dirty (surface);
}

static void
assert_same (cairo_surface_t *one, cairo_surface_t *other, gboolean opaque)
{
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);

  g_assert_cmpint (cairo_image_surface_get_width (other), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (other), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *a = cairo_image_surface_get_data (one) + y * cairo_image_surface_get_stride (one);
        const guint8 *b = cairo_image_surface_get_data (other) + y * cairo_image_surface_get_stride (other);
        guint32 mask = opaque ? 0xffffff : 0xffffffff;

        g_assert_cmphex (((const guint32 *) (gconstpointer) a)[x] & mask, ==,
                         ((const guint32 *) (gconstpointer) b)[x] & mask);
      }
}

/* What another program reads, here libpng by way of cairo, is each pixel that was written. */
static void
test_png (void)
{
  static const int sizes[][2] = { { 1, 1 }, { 2, 1 }, { 1, 3 }, { 86, 4 }, { 87, 4 }, { 88, 4 }, { 64, 5 }, { 65, 5 },
                                  { 333, 77 }, { 1, 500 }, { 1200, 40 } };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      gboolean opaque = i % 2 == 0;
      cairo_surface_t *surface = cairo_image_surface_create (opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                             sizes[i / 2][0], sizes[i / 2][1]);
      g_autoptr (GBytes) png = NULL;
      cairo_surface_t *again;
      Reader reader = { 0 };

      scribble (surface, opaque);
      png = mappe_chart_png_encode (surface);
      reader.data = g_bytes_get_data (png, &reader.length);
      again = cairo_image_surface_create_from_png_stream (read_cb, &reader);
      g_assert_cmpint (cairo_surface_status (again), ==, CAIRO_STATUS_SUCCESS);
      assert_same (surface, again, opaque);
      cairo_surface_destroy (again);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  chart_samples_init ();
  g_test_add_func ("/chart/secret", test_secret);
  g_test_add_func ("/chart/csv", test_csv);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/chart/all-tables", test_all_tables);
  g_test_add_func ("/chart/formats", test_formats);
  g_test_add_func ("/chart/bytes", test_bytes);
  g_test_add_func ("/chart/write", test_write);
  g_test_add_func ("/chart/write-fails", test_write_fails);
  g_test_add_func ("/chart/png", test_png);
  return g_test_run ();
}
