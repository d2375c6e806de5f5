/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-sample.h"

static MappeNode *
add_item (MappeNode *parent, const char *number, const char *title)
{
  MappeNode *item = mappe_node_add (parent, MAPPE_ROLE_AGENDA_ITEM);

  item->number = g_strdup (number);
  item->text = g_strdup (title);
  mappe_node_set_source (item, "agenda-item", number);
  return item;
}

static void
add_attendance (MappeNode *document, gboolean german)
{
  MappeNode *part = mappe_node_add_section (document, 1, german ? "Anwesenheit" : "Attendance");
  MappeNode *table = mappe_node_add (part, MAPPE_ROLE_TABLE);
  MappeNode *row;

  row = mappe_node_add_row (table, MAPPE_NODE_HEADER, german ? "Name" : "Name", german ? "Funktion" : "Function",
                            german ? "von" : "from", german ? "bis" : "until", NULL);
  for (guint i = 2; i < 4; i++)
    ((MappeNode *) g_ptr_array_index (row->children, i))->flags |= MAPPE_NODE_NARROW;
  mappe_node_add_row (table, 0, "Dr. Jörg Weiß", german ? "Vorsitz" : "Chair", "16:00", "18:05", NULL);
  mappe_node_add_row (table, 0, "Łucja Þórsdóttir", german ? "Mitglied" : "Member", "16:10", "", NULL);
}

static void
add_decision (MappeNode *item, gboolean german)
{
  MappeNode *vote = mappe_node_add (item, MAPPE_ROLE_VOTE);
  MappeNode *decision = mappe_node_add (item, MAPPE_ROLE_DECISION);

  vote->text = g_strdup (german ? "Abstimmung" : "Vote");
  mappe_node_add_paragraph (vote, german ? "9 Ja, 1 Nein, 2 Enthaltungen: angenommen."
                                         : "9 in favour, 1 against, 2 abstentions: carried.");
  decision->text = g_strdup (german ? "Beschluss" : "Decision");
  decision->number = g_strdup ("2026/07");
  decision->class = MAPPE_CLASS_MEMBERS;
  mappe_node_set_source (decision, "decision", "B-2026-07");
  mappe_node_set_typed (decision, "text");
  mappe_node_add_markup (decision, german ? "Der Rat **beschließt** den Plan „Sicher *nach Hause*“:\n\n- Licht am "
                                            "Bahnhof,\n- Begleitung an Freitagen."
                                          : "The council **adopts** the plan “Safe *home*”:\n\n- light at the "
                                            "station,\n- company on Fridays.");
}

/* Minutes of two pages at most, with every role that has a look of its own. */
MappeNode *
document_sample (const char *language)
{
  gboolean german = g_str_equal (language, "de");
  MappeNode *document = mappe_node_new_document (german ? "Niederschrift der 5. Sitzung" : "Minutes of the 5th meeting",
                                                 mappe_language_get (language));
  MappeNode *section, *item, *sub, *signatures;

  mappe_node_set_meta (document, "council", german ? "Präventionsrat Musterhausen" : "Musterhausen council");
  mappe_node_set_meta (document, "date", "2026-10-27");
  mappe_node_add_paragraph (document, german ? "Dienstag, 27. Oktober 2026, Rathaus"
                                             : "Tuesday, 27 October 2026, town hall");
  add_attendance (document, german);
  section = mappe_node_add_section (document, 1, german ? "Öffentlicher Teil" : "Public part");
  item = add_item (section, "1", german ? "Begrüßung" : "Welcome");
  mappe_node_add_paragraph (item, german ? "Der Vorsitzende eröffnet die Sitzung um 16:00 Uhr."
                                         : "The chair opens the meeting at 16:00.");
  item = add_item (section, "2", german ? "Beleuchtung" : "Lighting");
  sub = add_item (item, "2.1", german ? "Plan" : "Plan");
  mappe_node_add_markup (sub, german ? "1. Bericht\n2. Aussprache" : "1. Report\n2. Debate");
  add_decision (sub, german);
  signatures = mappe_node_add (document, MAPPE_ROLE_SIGNATURES);
  mappe_node_add_paragraph (signatures, german ? "Vorsitz" : "Chair");
  mappe_node_add_paragraph (signatures, german ? "Schriftführung" : "Secretary");
  return document;
}

void
document_sample_table (MappeNode *parent, guint n_rows)
{
  static const char long_text[] = "Eine Maßnahme, deren Beschreibung so lang ist, dass sie in der Spalte sicherlich"
                                  " mehr als nur eine Zeile einnimmt";
  MappeNode *table = mappe_node_add (parent, MAPPE_ROLE_TABLE);
  MappeNode *row = mappe_node_add_row (table, MAPPE_NODE_HEADER, "Nummer", "Maßnahme", NULL);

  ((MappeNode *) g_ptr_array_index (row->children, 0))->flags |= MAPPE_NODE_NARROW;
  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("R%03u", i);

      mappe_node_add_row (table, 0, number, i % 3 == 0 ? long_text : "kurz", NULL);
    }
}

/* Lines, then items with numbered words, so that order and completeness can be seen in the text of a PDF. */
MappeNode *
document_sample_long (guint n_before, guint n_items)
{
  MappeNode *document = mappe_node_new_document ("Lange Niederschrift", mappe_language_get ("de"));
  guint word = 0;

  for (guint i = 0; i < n_before; i++)
    mappe_node_add_paragraph (document, "Zeile");
  for (guint i = 1; i <= n_items; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      MappeNode *item = add_item (document, number, "Ein Punkt der Tagesordnung");
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 20 + i * 7 % 90; j++)
        g_string_append_printf (text, "w%05u ", word++);
      mappe_node_add_paragraph (item, text->str);
    }
  return document;
}
