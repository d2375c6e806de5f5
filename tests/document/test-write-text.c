/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-sample.h"

static void
assert_written (const MappeNode *document, guint width, const char *wanted)
{
  g_autofree char *text = mappe_write_text (document, width);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_german (void)
{
  g_autoptr (MappeNode) document = document_sample ("de");

  assert_written (document, 76,
                  "Niederschrift der 5. Sitzung\n"
                  "============================\n"
                  "\n"
                  "Dienstag, 27. Oktober 2026, Rathaus\n"
                  "\n"
                  "Anwesenheit\n"
                  "-----------\n"
                  "\n"
                  "Name              Funktion  von    bis\n"
                  "----------------  --------  -----  -----\n"
                  "Dr. Jörg Weiß     Vorsitz   16:00  18:05\n"
                  "Łucja Þórsdóttir  Mitglied  16:10\n"
                  "\n"
                  "Öffentlicher Teil\n"
                  "-----------------\n"
                  "\n"
                  "1    Begrüßung\n"
                  "     Der Vorsitzende eröffnet die Sitzung um 16:00 Uhr.\n"
                  "\n"
                  "2    Beleuchtung\n"
                  "\n"
                  "2.1  Plan\n"
                  "     1. Bericht\n"
                  "     2. Aussprache\n"
                  "\n"
                  "     Abstimmung\n"
                  "     9 Ja, 1 Nein, 2 Enthaltungen: angenommen.\n"
                  "\n"
                  "     Beschluss 2026/07\n"
                  "     Der Rat beschließt den Plan „Sicher nach Hause“:\n"
                  "\n"
                  "     – Licht am Bahnhof,\n"
                  "     – Begleitung an Freitagen.\n"
                  "\n"
                  "\n"
                  "________________________________________\n"
                  "Vorsitz\n"
                  "\n"
                  "\n"
                  "________________________________________\n"
                  "Schriftführung\n");
}

static void
test_english (void)
{
  g_autoptr (MappeNode) document = document_sample ("en");

  assert_written (document, 40,
                  "Minutes of the 5th meeting\n"
                  "==========================\n"
                  "\n"
                  "Tuesday, 27 October 2026, town hall\n"
                  "\n"
                  "Attendance\n"
                  "----------\n"
                  "\n"
                  "Name              Function  from   until\n"
                  "----------------  --------  -----  -----\n"
                  "Dr. Jörg Weiß     Chair     16:00  18:05\n"
                  "Łucja Þórsdóttir  Member    16:10\n"
                  "\n"
                  "Public part\n"
                  "-----------\n"
                  "\n"
                  "1    Welcome\n"
                  "     The chair opens the meeting at\n"
                  "     16:00.\n"
                  "\n"
                  "2    Lighting\n"
                  "\n"
                  "2.1  Plan\n"
                  "     1. Report\n"
                  "     2. Debate\n"
                  "\n"
                  "     Vote\n"
                  "     9 in favour, 1 against, 2\n"
                  "     abstentions: carried.\n"
                  "\n"
                  "     Decision 2026/07\n"
                  "     The council adopts the plan “Safe\n"
                  "     home”:\n"
                  "\n"
                  "     – light at the station,\n"
                  "     – company on Fridays.\n"
                  "\n"
                  "\n"
                  "________________________________________\n"
                  "Chair\n"
                  "\n"
                  "\n"
                  "________________________________________\n"
                  "Secretary\n");
}

/* A table that is too wide for the page is written row by row, its headings with each value. */
static void
test_wide_table (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document (NULL, NULL);
  MappeNode *table = mappe_node_add (document, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, "Nr.", "Aufgabe", "", NULL);
  mappe_node_add_row (table, 0, "1", "ein sehr langer Text der Aufgabe", "offen", NULL);
  mappe_node_add_row (table, 0, "2", "", "erledigt", NULL);
  assert_written (document, 30, "Nr.: 1\nAufgabe: ein sehr langer\n  Text der Aufgabe\noffen\n\nNr.: 2\nerledigt\n");
  assert_written (document, 80,
                  "Nr.  Aufgabe\n"
                  "---  --------------------------------  --------\n"
                  "1    ein sehr langer Text der Aufgabe  offen\n"
                  "2                                      erledigt\n");
}

/* Columns are those of a terminal: wide characters take two, accents none. */
static void
test_wrap (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document (NULL, NULL);

  mappe_node_add_paragraph (document, "\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD"
                                      "\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD");
  mappe_node_add_paragraph (document, "eins  zwei e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81 drei vier");
  mappe_node_add_paragraph (document, "Donaudampfschifffahrtsgesellschaft\n\nx");
  assert_written (document, 20,
                  "\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD"
                  "\xE4\xB8\xAD\xE4\xB8\xAD\n\xE4\xB8\xAD\n\n"
                  "eins  zwei e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81 drei\nvier\n\n"
                  "Donaudampfschifffahr\ntsgesellschaft\n\nx\n");
}

static void
test_lists (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document (NULL, NULL);
  MappeNode *list = mappe_node_add (document, MAPPE_ROLE_LIST);
  MappeNode *item = mappe_node_add (list, MAPPE_ROLE_LIST_ITEM);
  MappeNode *inner;

  mappe_node_add_text (item, 0, "erster Punkt der Liste");
  inner = mappe_node_add (item, MAPPE_ROLE_LIST);
  inner->flags = MAPPE_NODE_ORDERED;
  mappe_node_add_text (mappe_node_add (inner, MAPPE_ROLE_LIST_ITEM), 0, "innen");
  mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), 0, "zweiter");
  mappe_node_add_paragraph (document, "Ende");
  assert_written (document, 20, "– erster Punkt der\n  Liste\n  1. innen\n– zweiter\n\nEnde\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write-text/german", test_german);
  g_test_add_func ("/write-text/english", test_english);
  g_test_add_func ("/write-text/wide-table", test_wide_table);
  g_test_add_func ("/write-text/wrap", test_wrap);
  g_test_add_func ("/write-text/lists", test_lists);
  return g_test_run ();
}
