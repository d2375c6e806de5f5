/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-thanks-file.h"

#include <glib/gi18n-lib.h>

#include "mappe-csv.h"
#include "mappe-volunteer.h"

enum { COLUMNS = 6 };

static void
append_thanks (GString *out, const MappeVolunteerThanks *thanks)
{
  const MappeRow *row = thanks->person->row;
  const char *first = mappe_row_get_text (row, MAPPE_VOLUNTEER_FIRST_NAME);
  const char *mail = mappe_row_get_text (row, MAPPE_VOLUNTEER_EMAIL);
  const char *day = mappe_row_get_text (row, MAPPE_VOLUNTEER_THANKED_ON);
  const char *programme = thanks->person->shown[MAPPE_VOLUNTEER_PROGRAMME];
  g_autofree char *years = g_strdup_printf ("%u", thanks->years);
  const char *cells[COLUMNS] = { mappe_row_get_text (row, MAPPE_VOLUNTEER_LAST_NAME), first != NULL ? first : "",
                                 programme != NULL ? programme : "", years, mail != NULL ? mail : "",
                                 day != NULL ? day : "" };

  mappe_csv_append_row (out, cells, COLUMNS, MAPPE_CSV_PLAIN);
}

/**
 * mappe_thanks_file_csv:
 *
 * Returns: (transfer full): who is to be thanked for a year, as comma-separated values (RFC 4180), e.g. for letters;
 *   dates and numbers as programs read them
 */
char *
mappe_thanks_file_csv (const MappeVolunteers *volunteers, int year)
{
  g_autoptr (GPtrArray) list = mappe_volunteers_thanks (volunteers, year);
  GString *out = g_string_new (NULL);
  const char *heads[COLUMNS] = { _("Last name"), _("First name"), _("Volunteer programme"), _("Years of service"),
                                 _("E-mail"), _("Thanked on") };

  mappe_csv_append_row (out, heads, COLUMNS, MAPPE_CSV_PLAIN);
  for (guint i = 0; i < list->len; i++)
    append_thanks (out, g_ptr_array_index (list, i));
  return g_string_free (out, FALSE);
}
