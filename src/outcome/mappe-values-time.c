/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-values-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-indicator-value.h"

/* Values of a time that is no month, quarter, half or year: "Easter: 03.04.2026–06.04.2026". They have a line of their
 * own, and their time is typed as it is shown. */

#define DASH "–"

/* What may stand between the first and the last day. */
static const char *const between[] = { DASH, " - ", " bis ", " to " };

/**
 * mappe_values_time_text:
 * @row: a value
 *
 * Returns: (transfer full): name and days of its time, as mappe_values_set_of() reads them
 */
char *
mappe_values_time_text (const MappeRow *row)
{
  const char *name = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD);
  const char *start = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START);
  const char *end = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_END);
  g_autofree char *first = start != NULL ? mappe_date_format (start) : NULL;
  g_autofree char *last = end != NULL ? mappe_date_format (end) : NULL;

  if (first == NULL || last == NULL || strstr (name, DASH) != NULL)
    return first == NULL || last == NULL ? g_strdup (name) : g_strconcat (first, DASH, last, NULL);
  return g_strdup_printf ("%s: %s" DASH "%s", name, first, last);
}

/* "3.4.26–6.4.26". Returns: whether both are days */
static gboolean
read_days (const char *typed, char **first, char **last)
{
  g_autofree char *today = mappe_date_today ();

  *first = *last = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *dash = strstr (typed, between[i]);
      g_autofree char *from = dash != NULL ? g_strndup (typed, (gsize) (dash - typed)) : NULL;
      g_autofree char *to = dash != NULL ? g_strdup (dash + strlen (between[i])) : NULL;

      if (dash == NULL)
        continue;
      *first = mappe_date_parse_typed (g_strstrip (from), today, NULL);
      *last = mappe_date_parse_typed (g_strstrip (to), today, NULL);
      if (*first != NULL && *last != NULL)
        return TRUE;
      g_clear_pointer (first, g_free);
      g_clear_pointer (last, g_free);
    }
  return FALSE;
}

static void
take_days (MappeRow *row, char *name, char *first, char *last)
{
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD], name);
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_START], first);
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_END], last);
}

/**
 * mappe_values_read_time:
 * @row: a value
 * @typed: a period, a name, "FROM–TO" or "NAME: FROM–TO"
 *
 * Gives @row the time that was typed; a name alone leaves its days as they are.
 */
void
mappe_values_read_time (MappeRow *row, const char *typed)
{
  MappePeriod period = mappe_period_parse_typed (typed);
  const char *colon = g_strrstr (typed, ": ");
  const char *days = colon != NULL ? colon + 2 : typed;
  char *first, *last;

  if (period.kind != MAPPE_PERIOD_NONE)
    take_days (row, mappe_period_to_text (period), mappe_period_first_day (period), mappe_period_last_day (period));
  else if (!read_days (days, &first, &last))
    mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD], typed);
  else if (colon != NULL)
    take_days (row, g_strndup (typed, (gsize) (colon - typed)), first, last);
  else
    take_days (row, g_strconcat (first, DASH, last, NULL), first, last);
}
