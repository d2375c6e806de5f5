/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs and pictures opened for reading. */
#include "mappe-attachment.h"

#include "attachment-sample.h"

static const char *const texts[] = { "Beleuchtung am Bahnhof\nSicher-\nheit und Bus-\nBahn", NULL, "Seite drei" };

static MappeAttachment *
open_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  MappeAttachment *file = mappe_attachment_new (bytes, &error);

  g_assert_no_error (error);
  return file;
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 3, FALSE);
  g_autoptr (MappeAttachment) file = open_bytes (bytes);
  g_autofree char *first = mappe_attachment_page_text (file, 0);
  g_autofree char *scan = mappe_attachment_page_text (file, 1);
  double width, height;

  g_assert_false (mappe_attachment_is_picture (file));
  g_assert_cmpuint (mappe_attachment_n_pages (file), ==, 3);
  g_assert_cmpstr (mappe_attachment_title (file), ==, "Sicherheitskonzept");
  mappe_attachment_page_size (file, 2, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 842, 0.5);
  g_assert_nonnull (strstr (first, "Beleuchtung am Bahnhof"));
  g_assert_cmpstr (scan, ==, "");
}

static guint
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
}

static void
test_render (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 3, FALSE);
  g_autoptr (MappeAttachment) file = open_bytes (bytes);
  cairo_surface_t *page = mappe_attachment_render (file, 1, 0.5);
  cairo_surface_t *huge = mappe_attachment_render (file, 1, 1e6);
  gint64 pixels = (gint64) cairo_image_surface_get_width (huge) * cairo_image_surface_get_height (huge);

  g_assert_cmpint (cairo_image_surface_get_width (page), ==, 298);
  g_assert_cmpint (cairo_image_surface_get_height (page), ==, 421);
  g_assert_cmphex (pixel_at (page, 10, 10), ==, 0xff0000);
  g_assert_cmphex (pixel_at (page, 290, 415), ==, 0xffffff);
  /* Whatever was asked for, memory is bounded. */
  g_assert_cmpint (pixels, >, 10 * 1000 * 1000);
  g_assert_cmpint (pixels, <, 17 * 1000 * 1000);
  cairo_surface_destroy (page);
  cairo_surface_destroy (huge);
}

static void
test_find (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 3, FALSE);
  g_autoptr (MappeAttachment) file = open_bytes (bytes);
  g_autoptr (GArray) found = mappe_attachment_find (file, 0, "BAHN");
  g_autoptr (GArray) none = mappe_attachment_find (file, 1, "bahn");
  g_autoptr (GArray) nothing = mappe_attachment_find (file, 0, "");
  const MappeAttachmentBox *first;

  g_assert_cmpuint (found->len, ==, 2);
  first = &g_array_index (found, MappeAttachmentBox, 0);
  /* Written at 72, 100 from the upper left corner. */
  g_assert_cmpfloat (first->x, >, 100);
  g_assert_cmpfloat (first->y, >, 80);
  g_assert_cmpfloat (first->y + first->height, <, 112);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_selection (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 3, FALSE);
  g_autoptr (MappeAttachment) file = open_bytes (bytes);
  const MappeAttachmentBox line = { 60, 95, 400, 5 };
  g_autoptr (GArray) boxes = NULL;
  g_autofree char *text = mappe_attachment_selection (file, 0, &line, &boxes);

  g_assert_cmpstr (text, ==, "Beleuchtung am Bahnhof");
  g_assert_cmpuint (boxes->len, >=, 1);
}

static void
test_picture (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_png (400, 200);
  g_autoptr (MappeAttachment) file = open_bytes (bytes);
  cairo_surface_t *page = mappe_attachment_render (file, 0, 96 / 72.0);
  g_autofree char *text = mappe_attachment_page_text (file, 0);
  double width, height;

  g_assert_true (mappe_attachment_is_picture (file));
  g_assert_cmpuint (mappe_attachment_n_pages (file), ==, 1);
  mappe_attachment_page_size (file, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 300, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 150, 0.01);
  g_assert_cmpint (cairo_image_surface_get_width (page), ==, 400);
  g_assert_cmphex (pixel_at (page, 10, 10), ==, 0xff0000);
  g_assert_cmphex (pixel_at (page, 390, 10), ==, 0);
  g_assert_cmpstr (text, ==, "");
  cairo_surface_destroy (page);
}

static MappeContentText *
read_sample (guint n_texts, gboolean tagged)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, n_texts, tagged);

  return mappe_attachment_read (bytes, TRUE, NULL);
}

static void
test_facts (void)
{
  g_autoptr (MappeContentText) plain = read_sample (1, FALSE);
  g_autoptr (MappeContentText) tagged = read_sample (1, TRUE);
  g_autoptr (MappeContentText) mixed = read_sample (3, TRUE);

  g_assert_true (plain->has_text && !plain->tagged);
  g_assert_false (mappe_content_text_is_accessible (plain));
  g_assert_true (tagged->has_text && tagged->tagged);
  g_assert_true (mappe_content_text_is_accessible (tagged));
  g_assert_cmpuint (mixed->n_pages, ==, 3);
  g_assert_cmpuint (mixed->n_scanned, ==, 1);
  g_assert_false (mappe_content_text_is_accessible (mixed));
  g_assert_cmpuint (mixed->texts->len, ==, 3);
  /* A divided word is one word, two parts of a compound are not. */
  g_assert_nonnull (strstr (mixed->texts->pdata[0], "Sicherheit und Bus-\nBahn"));
}

static void
test_facts_only (void)
{
  g_autoptr (GBytes) pdf = attachment_sample_pdf (texts, 3, FALSE);
  g_autoptr (GBytes) png = attachment_sample_png (10, 10);
  g_autoptr (GBytes) note = g_bytes_new_static ("Notiz", 5);
  g_autoptr (MappeContentText) facts = mappe_attachment_read (pdf, FALSE, NULL);
  g_autoptr (MappeContentText) picture = mappe_attachment_read (png, TRUE, NULL);
  g_autoptr (MappeContentText) other = mappe_attachment_read (note, TRUE, NULL);

  g_assert_cmpuint (facts->n_pages, ==, 3);
  g_assert_cmpuint (facts->texts->len, ==, 0);
  g_assert_cmpint (picture->state, ==, MAPPE_CONTENT_PICTURE);
  g_assert_cmpint (other->state, ==, MAPPE_CONTENT_OTHER);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 3, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MappeContentText) read = NULL;

  g_cancellable_cancel (cancellable);
  read = mappe_attachment_read (bytes, TRUE, cancellable);
  g_assert_cmpuint (read->texts->len, ==, 0);
}

static gpointer
render_thread (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      cairo_surface_t *page = mappe_attachment_render (data, i % 3, 0.3);

      g_assert_nonnull (page);
      cairo_surface_destroy (page);
    }
  mappe_attachment_unref (data);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GBytes) bytes = attachment_sample_pdf (texts, 3, FALSE);
  MappeAttachment *file = open_bytes (bytes);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("render", render_thread, mappe_attachment_ref (file));
  for (guint i = 0; i < 20; i++)
    g_free (mappe_attachment_page_text (file, i % 3));
  mappe_attachment_unref (file);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment/pdf", test_pdf);
  g_test_add_func ("/attachment/render", test_render);
  g_test_add_func ("/attachment/find", test_find);
  g_test_add_func ("/attachment/selection", test_selection);
  g_test_add_func ("/attachment/picture", test_picture);
  g_test_add_func ("/attachment/facts", test_facts);
  g_test_add_func ("/attachment/facts-only", test_facts_only);
  g_test_add_func ("/attachment/cancelled", test_cancelled);
  g_test_add_func ("/attachment/threads", test_threads);
  return g_test_run ();
}
