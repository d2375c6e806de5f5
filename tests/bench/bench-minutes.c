/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-minutes.h"

#define ITEMS_PER_PAGE 3

/* Minutes of about so many pages. */
MappeNode *
bench_minutes (guint n_pages)
{
  static const char *const words[] = { "Der", "Rat", "berät", "über", "Beleuchtung,", "Wege", "und", "Aufenthalt",
                                       "im", "Stadtpark;", "die", "Polizei", "stellt", "die", "Zahlen", "des",
                                       "Vorjahres", "vor." };
  MappeNode *document = mappe_node_new_document ("Niederschrift", mappe_language_get ("de"));

  for (guint i = 1; i <= n_pages * ITEMS_PER_PAGE; i++)
    {
      MappeNode *item = mappe_node_add (document, MAPPE_ROLE_AGENDA_ITEM);
      g_autoptr (GString) text = g_string_new (NULL);

      item->number = g_strdup_printf ("%u", i);
      item->text = g_strdup ("Sicherheit im Stadtpark");
      for (guint word = 0; word < 210; word++)
        g_string_append_printf (text, "%s ", words[(word * 7 + i) % G_N_ELEMENTS (words)]);
      mappe_node_add_paragraph (item, text->str);
    }
  return document;
}
