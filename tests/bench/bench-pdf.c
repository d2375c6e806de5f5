/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF: bench-pdf [PAGES]
 *
 * Minutes of so many pages (500) as a tagged and finished PDF, compared with pango and cairo alone in the same run: the
 * same text as plain paragraphs on pages, without numbers, tables, tags, outline or metadata. Processor time, the best
 * of several rounds. Goal: 1.5. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <time.h>

#include "bench-minutes.h"
#include "mappe-format.h"

#define WIDTH 595.28
#define HEIGHT 841.89
#define MARGIN 60.0
#define SIZE 10.5
#define ROUNDS 3

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* --- the reference --- */

static cairo_status_t
count_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  *(gsize *) data += length;
  return CAIRO_STATUS_SUCCESS;
}

static double
draw_paragraph (cairo_t *cr, PangoLayout *layout, const char *text, double y)
{
  PangoLayoutIter *iter;
  double top = y;

  pango_layout_set_text (layout, text, -1);
  iter = pango_layout_get_iter (layout);
  do
    {
      int first, last;

      pango_layout_iter_get_line_yrange (iter, &first, &last);
      if (y + (last - first) / (double) PANGO_SCALE > HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          y = top = MARGIN;
        }
      cairo_move_to (cr, MARGIN, y + (pango_layout_iter_get_baseline (iter) - first) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      y += (last - first) / (double) PANGO_SCALE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return MAX (y, top) + 7;
}

static double
bare (const MappeNode *document, gsize *size)
{
  double begin = processor_ms (), y = MARGIN;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, size, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans");

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((WIDTH - 2 * MARGIN) * PANGO_SCALE));
  for (guint i = 0; i < document->children->len; i++)
    {
      const MappeNode *item = g_ptr_array_index (document->children, i);
      g_autofree char *text = mappe_node_get_text (g_ptr_array_index (item->children, 0));

      y = draw_paragraph (cr, layout, item->text, y);
      y = draw_paragraph (cr, layout, text, y);
    }
  cairo_surface_finish (surface);
  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return processor_ms () - begin;
}

static double
ours (const MappeNode *document, gsize *size)
{
  double begin = processor_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mappe_format_find ("pdf")->write (document, &error);

  if (pdf == NULL)
    g_error ("%s", error->message);
  *size = g_bytes_get_size (pdf);
  return processor_ms () - begin;
}

int
main (int argc, char **argv)
{
  guint wanted = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 500;
  g_autoptr (MappeNode) document = bench_minutes (MAX (wanted, 1));
  double best_bare = G_MAXDOUBLE, best_ours = G_MAXDOUBLE;
  gsize size_bare = 0, size_ours = 0;
  g_autoptr (MappeLayout) layout = mappe_layout_new (document, WIDTH, HEIGHT);

  for (guint i = 0; i < ROUNDS; i++)
    {
      size_bare = 0;
      best_bare = MIN (best_bare, bare (document, &size_bare));
      best_ours = MIN (best_ours, ours (document, &size_ours));
    }
  printf ("%u pages: %.0f ms, %.2f MB; pango and cairo alone %.0f ms, %.2f MB; ratio %.2f (goal 1.5)\n",
          mappe_layout_n_pages (layout), best_ours, (double) size_ours / 1e6, best_bare, (double) size_bare / 1e6,
          best_ours / best_bare);
  return 0;
}
