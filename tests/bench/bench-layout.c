/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: bench-layout [PAGES]
 *
 * How long it takes to break minutes of about so many pages (60) into pages, and to write them as text for a screen
 * reader. Both are done on a thread of their own: the goal is 10 ms a page, so that a preview follows the typing. The
 * window's thread only draws what can be seen: a page in less than 8 ms, half of what a frame has. */
#include <stdio.h>

#include <cairo.h>

#include "mappe-writers.h"

#define A4 595.28, 841.89
#define ITEMS_PER_PAGE 2
#define ROUNDS 7

static MappeNode *
minutes (guint n_items)
{
  static const char *const words[] = { "Der", "Rat", "berät", "über", "Beleuchtung,", "Wege", "und", "Aufenthalt",
                                       "im", "Stadtpark;", "die", "Polizei", "stellt", "die", "Zahlen", "des",
                                       "Vorjahres", "vor." };
  MappeNode *document = mappe_node_new_document ("Niederschrift", mappe_language_get ("de"));

  for (guint i = 1; i <= n_items; i++)
    {
      MappeNode *item = mappe_node_add (document, MAPPE_ROLE_AGENDA_ITEM);
      MappeNode *decision;
      g_autoptr (GString) text = g_string_new (NULL);

      item->number = g_strdup_printf ("%u", i);
      item->text = g_strdup ("Sicherheit im Stadtpark");
      for (guint word = 0; word < 210; word++)
        g_string_append_printf (text, "%s ", words[(word * 7 + i) % G_N_ELEMENTS (words)]);
      mappe_node_add_paragraph (item, text->str);
      decision = mappe_node_add (item, MAPPE_ROLE_DECISION);
      mappe_node_add_paragraph (decision, "Der Rat stimmt dem Vorhaben zu. Ja 12, Nein 3, Enthaltung 1.");
    }
  return document;
}

static int
compare (gconstpointer left, gconstpointer right)
{
  return *(const gint64 *) left > *(const gint64 *) right ? 1 : -1;
}

static double
median_ms (gint64 times[ROUNDS])
{
  qsort (times, ROUNDS, sizeof times[0], compare);
  return (double) times[ROUNDS / 2] / 1000;
}

static gint64
time_of_drawing (MappeLayout *layout, guint page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  gint64 begin = g_get_monotonic_time ();

  mappe_layout_draw (layout, page, cr);
  begin = g_get_monotonic_time () - begin;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return begin;
}

int
main (int argc, char **argv)
{
  guint wanted = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 60;
  g_autoptr (MappeNode) document = minutes (MAX (wanted, 1) * ITEMS_PER_PAGE);
  gint64 layout_times[ROUNDS], text_times[ROUNDS], slowest = 0;
  g_autofree gint64 *drawing = NULL;
  guint n_pages = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (MappeLayout) layout = mappe_layout_new (document, A4);
      g_autofree char *text = NULL;

      layout_times[i] = g_get_monotonic_time () - begin;
      begin = g_get_monotonic_time ();
      text = mappe_write_text (document, 100);
      text_times[i] = g_get_monotonic_time () - begin;
      n_pages = mappe_layout_n_pages (layout);
      drawing = drawing != NULL ? drawing : g_new (gint64, n_pages);
      for (guint page = 0; page < n_pages; page++)
        {
          gint64 time = time_of_drawing (layout, page);

          drawing[page] = i > 0 ? MIN (drawing[page], time) : time;
        }
    }
  for (guint page = 0; page < n_pages; page++)
    slowest = MAX (slowest, drawing[page]);
  printf ("%u pages: layout %.1f ms (%.2f a page), text %.1f ms, slowest page drawn in %.1f ms\n", n_pages,
          median_ms (layout_times), median_ms (layout_times) / n_pages, median_ms (text_times),
          (double) slowest / 1000);
  return 0;
}
