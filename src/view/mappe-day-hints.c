/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-day-hints.h"

#include <glib/gi18n.h>

#include "mappe-calendar-text.h"
#include "mappe-date.h"

/* What speaks against a day for a meeting: said, and never in the way. */

/**
 * mappe_day_hints_of_day:
 * @day: "YYYY-MM-DD"
 * @federal_state: (nullable): name of the federal state, for its holidays
 *
 * Returns: (transfer full) (element-type utf8): a holiday, a weekend
 */
GPtrArray *
mappe_day_hints_of_day (const char *day, const char *federal_state)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *holiday = mappe_calendar_text_holiday (day, federal_state);
  GDate date;

  if (holiday != NULL)
    g_ptr_array_add (hints, g_strdup_printf (_("The day is a public holiday: %s"), holiday));
  if (mappe_date_parse_iso (day, &date) && g_date_get_weekday (&date) >= G_DATE_SATURDAY)
    g_ptr_array_add (hints, g_strdup (_("The day is at a weekend")));
  return hints;
}

/**
 * mappe_day_hints_near:
 * @calendar: the days around @day
 * @without: id of the meeting itself, or 0
 *
 * Returns: (transfer full) (element-type utf8): the other meetings on that day and near it
 */
GPtrArray *
mappe_day_hints_near (const MappeCalendar *calendar, const char *day, gint64 without)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < calendar->entries->len; i++)
    {
      const MappeCalendarEntry *entry = g_ptr_array_index (calendar->entries, i);
      g_autofree char *date = NULL;

      if (entry->topic != MAPPE_CALENDAR_MEETING || entry->cancelled || entry->id == without)
        continue;
      date = mappe_date_format_long (entry->date);
      /* Translators: name of a body, day, time */
      g_ptr_array_add (hints, g_strdup_printf (g_str_equal (entry->date, day) ? _("On the same day: %s, %s %s")
                                                                              : _("Nearby: %s, %s %s"),
                                               entry->body != NULL ? entry->body : entry->title, date,
                                               entry->time != NULL ? entry->time : ""));
    }
  return hints;
}
