/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-personal-warning.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mappe-citizen-input.h"
#include "mappe-date.h"
#include "mappe-participation-event.h"
#include "mappe-personal-data.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer-quarter.h"
#include "mappe-volunteer.h"

/**
 * mappe_personal_warning_concerns:
 *
 * Returns: whether texts of @field are looked at: all that is typed on citizens and volunteers, but for name and
 *   address of a volunteer, and all notes
 */
gboolean
mappe_personal_warning_concerns (const MappeKind *kind, const MappeFieldSpec *field)
{
  static const MappeKind *const kinds[] = { &mappe_citizen_input_kind, &mappe_participation_event_kind,
                                            &mappe_volunteer_kind, &mappe_volunteer_programme_kind,
                                            &mappe_volunteer_quarter_kind };
  gboolean free_text = field->type == MAPPE_FIELD_LONGTEXT || field->type == MAPPE_FIELD_TEXT;
  gboolean own = kind == &mappe_volunteer_kind && (field->flags & MAPPE_FIELD_PERSONAL) != 0;

  if (field->type == MAPPE_FIELD_LONGTEXT && g_str_equal (field->name, "note"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kind == kinds[i])
      return free_text && !own && field != &kind->fields[MAPPE_FIELD_REFERENCE];
  return FALSE;
}

/* Returns: what is wrong with it, with a place for the words that were found */
static const char *
sentence_of (MappePersonalKind kind)
{
  switch (kind)
    {
    case MAPPE_PERSONAL_BIRTH:
      return _("looks like a date of birth.");
    case MAPPE_PERSONAL_PLATE:
      return _("looks like a number plate.");
    case MAPPE_PERSONAL_CASE:
    case MAPPE_PERSONAL_KINDS:
    default:
      return _("looks like a case number.");
    }
}

/**
 * mappe_personal_warning:
 * @text: (nullable): what was typed
 *
 * Returns: (transfer full) (nullable): what in it should not be there, in words; it can be saved all the same
 */
char *
mappe_personal_warning (const char *text)
{
  g_autofree char *today = mappe_date_today ();
  g_auto (MappePersonalFound) found = { { NULL } };
  GString *warning;

  if (!mappe_personal_data_find (text, atoi (today), &found))
    return NULL;
  warning = g_string_new (NULL);
  for (guint i = 0; i < MAPPE_PERSONAL_KINDS; i++)
    if (found.found[i] != NULL)
      {
        /* Translators: words that were typed, and "looks like a date of birth." */
        g_string_append_printf (warning, _("“%s” %s"), found.found[i], sentence_of (i));
        g_string_append_c (warning, ' ');
      }
  g_string_append (warning, _("Please leave out what tells who somebody is."));
  return g_string_free (warning, FALSE);
}
