/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attachment-sample.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
picture_new (int width, int height)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 0, 0, width / 2, height);
  cairo_fill (cr);
  cairo_destroy (cr);
  return picture;
}

static void
draw_page (cairo_t *cr, const char *text)
{
  cairo_surface_t *picture;

  if (text != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          cairo_move_to (cr, 72, 100 + 20 * i);
          cairo_show_text (cr, lines[i]);
        }
      return;
    }
  picture = picture_new (200, 300);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (picture);
}

GBytes *
attachment_sample_pdf (const char *const *texts, guint n_texts, gboolean tagged)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Sicherheitskonzept");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-01T00:00:00Z");
  cairo_select_font_face (cr, "Cantarell", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 14);
  for (guint i = 0; i < n_texts; i++)
    {
      if (tagged && texts[i] != NULL)
        cairo_tag_begin (cr, "P", NULL);
      draw_page (cr, texts[i]);
      if (tagged && texts[i] != NULL)
        cairo_tag_end (cr, "P");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
attachment_sample_lock (GBytes *plain)
{
  qpdf_data pdf = qpdf_init ();
  gsize length;
  const char *bytes = g_bytes_get_data (plain, &length);
  GBytes *locked;

  g_assert_cmpint (qpdf_read_memory (pdf, "plain", bytes, length, NULL), ==, QPDF_SUCCESS);
  qpdf_init_write_memory (pdf);
  qpdf_set_r6_encryption_parameters2 (pdf, "open", "own", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                      QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (pdf), ==, QPDF_SUCCESS);
  locked = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  qpdf_cleanup (&pdf);
  return locked;
}

GBytes *
attachment_sample_png (int width, int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *picture = picture_new (width, height);

  cairo_surface_write_to_png_stream (picture, write_cb, bytes);
  cairo_surface_destroy (picture);
  return g_byte_array_free_to_bytes (bytes);
}

static void
put32 (guchar *to, guint number)
{
  for (guint i = 0; i < 4; i++)
    to[i] = (guchar) (number >> (24 - 8 * i));
}

GBytes *
attachment_sample_header (const char *kind, guint width, guint height)
{
  guchar png[64] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", gif[32] = "GIF89a";
  guchar jpeg[] = { 0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 1, 3,
                    0x11, 1, 0xff, 0xd9, 0, 0, 0 };

  put32 (png + 16, width);
  put32 (png + 20, height);
  png[24] = 8;
  png[25] = 2;
  gif[6] = (guchar) width, gif[7] = (guchar) (width >> 8);
  gif[8] = (guchar) height, gif[9] = (guchar) (height >> 8);
  jpeg[13] = (guchar) (height >> 8), jpeg[14] = (guchar) height, jpeg[15] = (guchar) (width >> 8);
  jpeg[16] = (guchar) width;
  if (g_str_equal (kind, "png"))
    return g_bytes_new (png, sizeof png);
  return g_str_equal (kind, "gif") ? g_bytes_new (gif, sizeof gif) : g_bytes_new (jpeg, sizeof jpeg);
}

GBytes *
attachment_sample_claim (guint n_pages)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                                          "2 0 obj <</Type/Pages/MediaBox[0 0 300 300]/Kids[");

  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, "%u 0 R ", i + 3);
  g_string_append_printf (pdf, "]/Count %u>> endobj\n", n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, "%u 0 obj <</Type/Page/Parent 2 0 R>> endobj\n", i + 3);
  g_string_append_printf (pdf, "trailer <</Root 1 0 R/Size %u>>\n%%%%EOF\n", n_pages + 3);
  return g_string_free_to_bytes (g_steal_pointer (&pdf));
}
