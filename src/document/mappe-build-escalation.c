/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-escalation.h"

#include <glib/gi18n-lib.h>

#include "mappe-escalation-contact.h"
#include "mappe-escalation-words.h"

static void
add_contact (MappeNode *table, const MappeListed *contact, const MappeLanguage *language)
{
  g_autofree char *step = g_strdup_printf ("%d", (int) mappe_row_get_int (contact->row, MAPPE_ESCALATION_CONTACT_STEP));
  g_autofree char *who = mappe_escalation_words_contact (contact, language);
  g_autofree char *deputy = mappe_escalation_words_stand_in (contact, language);
  const char *office = contact->shown[MAPPE_ESCALATION_CONTACT_ORGANISATION];
  MappeNode *line = mappe_node_add_row (table, 0, step, office != NULL ? office : "–", who,
                                        deputy != NULL ? deputy : "–", NULL);

  mappe_node_set_source (line, contact->row->kind->name, mappe_row_get_text (contact->row, MAPPE_FIELD_REFERENCE));
  ((MappeNode *) g_ptr_array_index (line->children, 0))->flags |= MAPPE_NODE_NARROW;
}

static void
add_topic (MappeNode *document, const MappeEscalation *escalation, const MappeEscalationTopic *topic,
           const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, mappe_escalation_words_topic (escalation, topic, language));
  g_autofree char *gaps = mappe_escalation_words_gaps (topic, language);
  MappeNode *table;

  if (gaps != NULL)
    mappe_node_add_paragraph (section, gaps);
  if (topic->contacts->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_ ("Step"), L_ ("Office"), L_ ("Contact"), L_ ("Deputy"), NULL);
  for (guint i = 0; i < topic->contacts->len; i++)
    add_contact (table, g_ptr_array_index (topic->contacts, i), language);
}

/**
 * mappe_build_escalation:
 * @day: of the list, "YYYY-MM-DD"
 * @language: (nullable): language of the list
 *
 * Makes the list of whom to call, topic by topic, with the gaps it has.
 *
 * Returns: (transfer full): the document
 */
MappeNode *
mappe_build_escalation (const MappeEscalation *escalation, const char *day, const MappeLanguage *language)
{
  g_autofree char *date = mappe_language_date (language, day);
  g_autofree char *title = g_strdup_printf (L_ ("Escalation list of %s"), date);
  MappeNode *document = mappe_node_new_document (title, language);

  mappe_node_set_meta (document, "kind", "escalation-list");
  mappe_node_set_meta (document, "date", day);
  for (guint i = 0; i < escalation->topics->len; i++)
    add_topic (document, escalation, g_ptr_array_index (escalation->topics, i), language);
  return document;
}
