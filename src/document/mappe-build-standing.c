/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-standing.h"

#include <glib/gi18n-lib.h>

#include "mappe-body.h"
#include "mappe-standing-words.h"

static void
add_warnings (MappeNode *document, const MappeStandingReport *report, const MappeLanguage *language)
{
  g_autofree char *verdict = mappe_standing_words_verdict (report, language);
  MappeNode *section = mappe_node_add_section (document, 1, verdict), *list = NULL;

  for (guint i = 0; i < report->bodies->len; i++)
    {
      const MappeStandingBody *body = g_ptr_array_index (report->bodies, i);
      g_autoptr (GPtrArray) warnings = mappe_standing_words_warnings (body, language);

      for (guint j = 0; j < warnings->len; j++)
        {
          g_autofree char *line = g_strdup_printf ("%s: %s", mappe_row_get_text (body->body, MAPPE_BODY_NAME),
                                                   (const char *) g_ptr_array_index (warnings, j));

          if (list == NULL)
            list = mappe_node_add (section, MAPPE_ROLE_LIST);
          mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), 0, line);
        }
    }
}

static void
add_body (MappeNode *table, const MappeStandingBody *body, const MappeLanguage *language)
{
  g_autofree char *members = mappe_standing_words_members (body, language);
  g_autofree char *last = mappe_standing_words_meeting (body->last, language);
  g_autofree char *next = mappe_standing_words_meeting (body->next, language);
  g_autofree char *rhythm = mappe_standing_words_rhythm (body, language);
  g_autofree char *activity = mappe_standing_words_activity (&body->activity, language);
  g_autofree char *open = mappe_standing_words_open (&body->activity, language);
  g_autofree char *meetings = g_strdup_printf ("%s / %s", last, next);
  g_autofree char *done = g_strdup_printf ("%s. %s", activity, open);
  MappeNode *line = mappe_node_add_row (table, 0, mappe_row_get_text (body->body, MAPPE_BODY_NAME), members, meetings,
                                        rhythm, done, NULL);

  mappe_node_set_source (line, body->body->kind->name, mappe_row_get_text (body->body, MAPPE_FIELD_REFERENCE));
}

static void
add_bodies (MappeNode *document, const MappeStandingReport *report, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_ ("Bodies"));
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_ ("Body"), L_ ("Members"), L_ ("Last / next meeting"),
                      L_ ("Rhythm"), L_ ("Last twelve months"), NULL);
  for (guint i = 0; i < report->bodies->len; i++)
    add_body (table, g_ptr_array_index (report->bodies, i), language);
}

static void
add_topic (MappeNode *document, const MappeStandingReport *report, MappeStandingTopic topic,
           const MappeLanguage *language)
{
  g_autofree char *count = mappe_standing_words_count (report, topic, language);
  g_autofree char *heading = g_strdup_printf ("%s: %s", mappe_standing_words_topic (topic, language), count);
  MappeNode *section = mappe_node_add_section (document, 1, heading), *table;

  if (report->entries[topic]->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  for (guint i = 0; i < report->entries[topic]->len; i++)
    {
      const MappeStandingEntry *entry = g_ptr_array_index (report->entries[topic], i);
      g_autofree char *about = mappe_standing_words_entry (report, entry, language);
      MappeNode *line = mappe_node_add_row (table, 0, entry->reference, entry->title, about, NULL);

      mappe_node_set_source (line, entry->kind->name, entry->reference);
      ((MappeNode *) g_ptr_array_index (line->children, 0))->flags |= MAPPE_NODE_NARROW;
    }
}

/**
 * mappe_build_standing:
 * @language: (nullable): language of the report
 *
 * Makes the report on how the council stands: warnings, bodies, what waits.
 *
 * Returns: (transfer full): the document
 */
MappeNode *
mappe_build_standing (const MappeStandingReport *report, const MappeLanguage *language)
{
  g_autofree char *day = mappe_language_date (language, report->today);
  g_autofree char *title = g_strdup_printf (L_ ("Standing of the council on %s"), day);
  g_autofree char *activity = mappe_standing_words_activity (&report->council, language);
  g_autofree char *patrols = g_strdup_printf (mappe_language_plural (language, "%u joint foot patrol",
                                                                     "%u joint foot patrols", report->council.patrols),
                                              report->council.patrols);
  g_autofree char *done = g_strdup_printf (L_ ("In the last twelve months: %1$s, %2$s."), activity, patrols);
  MappeNode *document = mappe_node_new_document (title, language);

  mappe_node_set_meta (document, "kind", "standing");
  mappe_node_set_meta (document, "date", report->today);
  mappe_node_add_paragraph (document, done);
  add_warnings (document, report, language);
  add_bodies (document, report, language);
  for (MappeStandingTopic topic = 0; topic < MAPPE_STANDING_N_TOPICS; topic++)
    add_topic (document, report, topic, language);
  return document;
}
