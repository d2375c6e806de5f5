/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-write.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mappe-chart-png.h"
#include "mappe-chart-table.h"
#include "mappe-target.h"

#define MOST_PIXELS 20000      /* of a side of a picture */
#define POINTS_PER_UNIT 0.75   /* on paper: a unit of the drawing is a pixel of 96 dpi */

G_DEFINE_QUARK (mappe-chart-error-quark, mappe_chart_error)

/**
 * mappe_chart_format_from_name:
 * @name: of a file
 * @format: (out): what its ending says
 * @error: return location for %MAPPE_CHART_ERROR_FORMAT
 *
 * Returns: whether it ends with ".png", ".svg", ".pdf" or ".csv"
 */
gboolean
mappe_chart_format_from_name (const char *name, MappeChartFormat *format, GError **error)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf", ".csv" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_FORMAT,
               _ ("“%s”: a chart can be saved as .png, .svg, .pdf or .csv"), name);
  return FALSE;
}

static cairo_status_t
collect_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* @surface: (transfer full) */
static cairo_status_t
draw_on (MappeChartView *self, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  mappe_chart_view_draw (self, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static cairo_status_t
take_png (cairo_surface_t *surface, GByteArray *bytes)
{
  g_autoptr (GBytes) png = mappe_chart_png_encode (surface);

  if (png == NULL)
    return CAIRO_STATUS_NO_MEMORY;
  g_byte_array_append (bytes, g_bytes_get_data (png, NULL), (guint) g_bytes_get_size (png));
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
make_png (MappeChartView *self, GByteArray *bytes, double width, double height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                                         (int) ceil (height * scale));
  cairo_status_t status = draw_on (self, surface, scale);

  if (status == CAIRO_STATUS_SUCCESS)
    status = take_png (surface, bytes);
  cairo_surface_destroy (surface);
  return status;
}

/* The same bytes for the same chart: nothing depends on the clock. */
static void
set_metadata (cairo_surface_t *surface, MappeChart *chart)
{
  g_autofree char *summary = mappe_chart_get_summary (chart);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, mappe_chart_get_title (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, summary);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ratsmappe");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
}

static cairo_status_t
make_vectors (MappeChartView *self, GByteArray *bytes, MappeChartFormat format, double width, double height)
{
  double scale = format == MAPPE_CHART_FORMAT_PDF ? POINTS_PER_UNIT : 1;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (format == MAPPE_CHART_FORMAT_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (collect_cb, bytes, width * scale, height * scale);
      set_metadata (surface, mappe_chart_view_get_chart (self));
    }
  else
    {
      surface = cairo_svg_surface_create_for_stream (collect_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
    }
  status = draw_on (self, surface, scale);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/* cairo counts its surfaces, and the count is in the file: equal charts would not be equal files. */
static void
append_uncounted (GByteArray *bytes, const char *svg, gsize length)
{
  const char *mark = g_strstr_len (svg, (gssize) length, "<g id=\"surface");
  const char *quote = mark != NULL ? strchr (mark + strlen ("<g id=\""), '"') : NULL;

  if (quote == NULL)
    {
      g_byte_array_append (bytes, (const guint8 *) svg, (guint) length);
      return;
    }
  g_byte_array_append (bytes, (const guint8 *) svg, (guint) (mark - svg));
  g_byte_array_append (bytes, (const guint8 *) "<g id=\"chart", strlen ("<g id=\"chart"));
  g_byte_array_append (bytes, (const guint8 *) quote, (guint) (length - (gsize) (quote - svg)));
}

/* cairo writes letters as outlines; title and description are what a screen reader finds in the file. */
static void
describe_svg (GByteArray *bytes, MappeChart *chart)
{
  const char *svg, *start, *end;
  g_autofree char *summary = mappe_chart_get_summary (chart);
  g_autofree char *words = NULL;
  GByteArray *whole;

  g_byte_array_append (bytes, (const guint8 *) "", 1);
  svg = (const char *) bytes->data;
  start = strstr (svg, "<svg ");
  end = start != NULL ? strchr (start, '>') : NULL;
  g_byte_array_set_size (bytes, bytes->len - 1);
  if (end == NULL)
    return;
  words = g_markup_printf_escaped (" role=\"img\" lang=\"%s\">\n<title>%s</title>\n<desc>%s</desc>",
                                   mappe_language_get_code (mappe_chart_get_language (chart)),
                                   mappe_chart_get_title (chart), summary);
  whole = g_byte_array_new ();
  g_byte_array_append (whole, bytes->data, (guint) (end - svg));
  g_byte_array_append (whole, (const guint8 *) words, (guint) strlen (words));
  append_uncounted (whole, end + 1, bytes->len - (gsize) (end - svg) - 1);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, whole->data, whole->len);
  g_byte_array_unref (whole);
}

static cairo_status_t
make (MappeChartView *self, GByteArray *bytes, MappeChartFormat format, double scale)
{
  double width, height;
  cairo_status_t status;

  mappe_chart_view_get_size (self, &width, &height);
  if (!(width * scale <= MOST_PIXELS) || !(height * scale <= MOST_PIXELS) || !(scale > 0))
    return CAIRO_STATUS_INVALID_SIZE;
  if (format == MAPPE_CHART_FORMAT_PNG)
    return make_png (self, bytes, width, height, scale);
  status = make_vectors (self, bytes, format, width, height);
  if (format == MAPPE_CHART_FORMAT_SVG && status == CAIRO_STATUS_SUCCESS)
    describe_svg (bytes, mappe_chart_view_get_chart (self));
  return status;
}

static GBytes *
make_csv (MappeChartView *self)
{
  g_autoptr (MappeChartTable) table = mappe_chart_table_new (mappe_chart_view_get_chart (self));
  char *csv = mappe_chart_table_to_csv (table);

  return g_bytes_new_take (csv, strlen (csv));
}

/**
 * mappe_chart_view_to_bytes:
 * @format: kind of the file
 * @scale: pixels a unit of the drawing, for pictures; 2 for fine screens
 * @error: return location for %MAPPE_CHART_ERROR_SIZE
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
mappe_chart_view_to_bytes (MappeChartView *self, MappeChartFormat format, double scale, GError **error)
{
  GByteArray *bytes;
  cairo_status_t status;

  if (format == MAPPE_CHART_FORMAT_CSV)
    return make_csv (self);
  bytes = g_byte_array_new ();
  status = make (self, bytes, format, scale);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_SIZE, _ ("The chart could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static int
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return errno;
      if (n > 0)
        {
          data += n;
          length -= (gsize) n;
        }
    }
  return fsync (fd) != 0 ? errno : 0;
}

/* Returns: errno, or 0 */
static int
write_beside (const char *draft, int fd, GBytes *bytes, const char *path)
{
  int error = write_all (fd, bytes);

  if (close (fd) != 0 && error == 0)
    error = errno;
  if (error == 0 && g_rename (draft, path) != 0)
    error = errno;
  if (error != 0)
    g_unlink (draft);
  return error;
}

/**
 * mappe_chart_view_write:
 * @path: the file to make or to replace
 * @format: kind of the file
 * @scale: pixels a unit of the drawing, for pictures
 * @error: return location for a #MappeChartError
 *
 * Saves the chart as it is seen, in a file which only the user may read.
 *
 * Returns: whether @path is the whole chart; otherwise it is what it was
 */
gboolean
mappe_chart_view_write (MappeChartView *self, const char *path, MappeChartFormat format, double scale,
                        GError **error)
{
  g_autoptr (GBytes) bytes = mappe_chart_view_to_bytes (self, format, scale, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *draft = g_build_filename (folder, ".ratsmappe-XXXXXX", NULL);
  g_autofree char *name = g_filename_display_basename (path);
  int fd, failed;

  if (bytes == NULL)
    return FALSE;
  if (mappe_target_refusal (path) != NULL)
    {
      g_set_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_WRITE, _ ("“%s” could not be written: %s"), name,
                   mappe_target_refusal (path));
      return FALSE;
    }
  fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);
  failed = fd < 0 ? errno : write_beside (draft, fd, bytes, path);
  if (failed == 0)
    return TRUE;
  g_set_error (error, MAPPE_CHART_ERROR, MAPPE_CHART_ERROR_WRITE, _ ("“%s” could not be written: %s"), name,
               g_strerror (failed));
  return FALSE;
}
