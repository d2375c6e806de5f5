/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that are hard to write: other scripts, characters without a sign, texts that are too long for anything. */
#include "document-awkward.h"

#include <string.h>

#define MEGABYTE (1024 * 1024)

/* Each is a document whose only section holds one paragraph for each text. */
static const char *const turned[] = {
  "Hebräisch: שלום עולם und דוד בן־גוריון sprach um 17:05 Uhr.", "שלום וברכה 123 (abc) סוף",
  "Arabisch: قال محمد بن سلمان إن الاجتماع بدأ (2026) الآن.", "اجتماع مجلس الوقاية 2026", NULL,
};
static const char *const combined[] = {
  "Nguyễn Thị Ánh Tuyết, Nguye\u0302\u0303n Thi\u0323", "Łódź, Þórsdóttir, Ångström, Čapek, Ελένη, Ольга",
  "no-break: 12\u00a0%, 10\u00a0000\u00a0Euro, § 33\u00a0Abs. 2, Soft\u00adhyphen", "offen, Auflage, Kaffee, ﬁ", NULL,
};
static const char *const unknown[] = { "Privat: [\ue000] Ende", "Hieroglyphen: [\U00013000] Ende", NULL };
/* What no text may hold: half of a pair, no character at all, control characters, a sequence that is too long. */
static const char *const forbidden[] = {
  "halb: [\xed\xa0\x80] Ende", "keines: [\xef\xbf\xbe\xef\xbf\xbf] Ende", "Steuerung: [\x01\x07\x0b\x1b] Ende",
  "lang: [\xc0\x80] Ende", "abgebrochen: [\xe2\x82", NULL,
};

static MappeNode *
of_texts (const char *title, const char *const *texts)
{
  MappeNode *document = mappe_node_new_document (title, mappe_language_get ("de"));
  MappeNode *section = mappe_node_add_section (document, 1, title);
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  MappeNode *list = mappe_node_add (section, MAPPE_ROLE_LIST);

  mappe_node_set_meta (document, "date", "2026-11-30");
  mappe_node_set_meta (document, "council", "Rat");
  mappe_node_set_meta (document, "kind", "minutes");
  mappe_node_set_meta (document, "about", title);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, "Nummer", "Text", NULL);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      mappe_node_add_paragraph (section, texts[i]);
      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_BOLD, texts[i]);
      mappe_node_add_row (table, 0, "1", texts[i], NULL);
    }
  return document;
}

static char *
repeat (const char *what, gsize bytes)
{
  GString *text = g_string_new (NULL);

  while (text->len < bytes)
    g_string_append (text, what);
  return g_string_free (text, FALSE);
}

/* A word without an end, a cell that is higher than pages, many of them in a row. */
static MappeNode *
of_long (const char *title, const char *what, gsize bytes)
{
  g_autofree char *text = repeat (what, bytes);
  const char *const texts[] = { text, NULL };
  MappeNode *document = of_texts (title, texts);
  MappeNode *section = g_ptr_array_index (document->children, 0);
  MappeNode *row = mappe_node_add_row (g_ptr_array_index (section->children, 0), 0, text, "Ende", NULL);

  ((MappeNode *) g_ptr_array_index (row->children, 1))->flags |= MAPPE_NODE_NARROW;
  return document;
}

/* A chart of which only the text is left, as in what was sealed. */
static MappeNode *
of_chart (void)
{
  MappeNode *document = of_texts ("chart", (const char *const[]) { "Davor", NULL });
  MappeNode *figure = mappe_node_add (g_ptr_array_index (document->children, 0), MAPPE_ROLE_FIGURE);

  figure->text = g_strdup ("Vorher 12 Fälle im Monat, nachher 7.");
  return document;
}

/* As long as a field may be. */
static MappeNode *
of_megabyte (void)
{
  g_autofree char *text = repeat ("Der Rat nimmt Kenntnis; die Aussprache geht weiter. ", MEGABYTE);
  MappeNode *document = mappe_node_new_document ("Sehr lang", mappe_language_get ("de"));

  mappe_node_set_meta (document, "date", "2026-11-30");
  mappe_node_add_paragraph (mappe_node_add_section (document, 1, "Verlauf"), text);
  return document;
}

const char *const document_awkward_names[] = { "turned", "combined", "unknown", "forbidden", "word", "cell", "megabyte",
                                               "chart", NULL };

MappeNode *
document_awkward (const char *name)
{
  if (g_str_equal (name, "turned"))
    return of_texts (name, turned);
  if (g_str_equal (name, "combined"))
    return of_texts (name, combined);
  if (g_str_equal (name, "unknown"))
    return of_texts (name, unknown);
  if (g_str_equal (name, "forbidden"))
    return of_texts (name, forbidden);
  if (g_str_equal (name, "word"))
    return of_long (name, "Donaudampfschifffahrt", 20000);
  if (g_str_equal (name, "cell"))
    return of_long (name, "Der Rat nimmt Kenntnis. ", 20000);
  if (g_str_equal (name, "chart"))
    return of_chart ();
  return of_megabyte ();
}
