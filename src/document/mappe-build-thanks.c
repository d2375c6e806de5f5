/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-thanks.h"

#include <glib/gi18n-lib.h>

#include "mappe-chart-text.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer.h"

static void
add_person (MappeNode *table, const MappeVolunteerThanks *thanks, const MappeLanguage *language)
{
  const MappeRow *row = thanks->person->row;
  const char *first = mappe_row_get_text (row, MAPPE_VOLUNTEER_FIRST_NAME);
  const char *day = mappe_row_get_text (row, MAPPE_VOLUNTEER_THANKED_ON);
  const char *programme = thanks->person->shown[MAPPE_VOLUNTEER_PROGRAMME];
  g_autofree char *name = g_strdup_printf ("%s%s%s", first != NULL ? first : "", first != NULL ? " " : "",
                                           mappe_row_get_text (row, MAPPE_VOLUNTEER_LAST_NAME));
  g_autofree char *years = g_strdup_printf ("%u", thanks->years);
  g_autofree char *thanked = thanks->thanked ? mappe_language_date (language, day) : g_strdup ("–");

  mappe_node_add_row (table, 0, name, programme != NULL ? programme : "–", years, thanked, NULL);
}

static void
add_programmes (MappeNode *document, const MappeVolunteers *volunteers, int year, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_ ("Hours of the programmes"));
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_ ("Volunteer programme"), L_ ("Hours"), L_ ("Active"), NULL);
  for (guint i = 0; i < volunteers->programmes->len; i++)
    {
      const MappeRow *programme = ((MappeListed *) g_ptr_array_index (volunteers->programmes, i))->row;
      MappeVolunteerSum sum = mappe_volunteers_sum (volunteers, programme->id, year);
      g_autofree char *hours = mappe_chart_number_text (sum.hours, 0, language);
      g_autofree char *active = g_strdup_printf ("%" G_GINT64_FORMAT, sum.active);

      if (sum.n > 0)
        mappe_node_add_row (table, 0, mappe_row_get_text (programme, MAPPE_VOLUNTEER_PROGRAMME_NAME), hours, active,
                            NULL);
    }
}

/**
 * mappe_build_thanks:
 * @year: for which people are thanked
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): who was active in the year, with the years of service, and the hours of the programmes
 */
MappeNode *
mappe_build_thanks (const MappeVolunteers *volunteers, int year, const MappeLanguage *language)
{
  g_autofree char *title = g_strdup_printf (L_ ("Thanks to volunteers %d"), year);
  MappeNode *document = mappe_node_new_document (title, language), *table;
  g_autoptr (GPtrArray) list = mappe_volunteers_thanks (volunteers, year);
  g_autofree char *day = mappe_language_date (language, volunteers->today);
  g_autofree char *head = g_strdup_printf (L_ ("As of %s"), day);

  mappe_node_set_meta (document, "kind", "thanks");
  mappe_node_set_meta (document, "date", volunteers->today);
  mappe_node_add_paragraph (document, head);
  if (list->len == 0)
    mappe_node_add_paragraph (document, L_ ("Nobody was active in this year."));
  else
    {
      table = mappe_node_add (document, MAPPE_ROLE_TABLE);
      mappe_node_add_row (table, MAPPE_NODE_HEADER, L_ ("Name"), L_ ("Volunteer programme"), L_ ("Years of service"),
                          L_ ("Thanked on"), NULL);
      for (guint i = 0; i < list->len; i++)
        add_person (table, g_ptr_array_index (list, i), language);
    }
  add_programmes (document, volunteers, year, language);
  return document;
}
