/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting-dates.h"

#include <string.h>

#include "mappe-date.h"
#include "mappe-notice.h"

/* MGeschO § 26 says "within a month", which the setting of the body holds as 30 or 31 days. */
static gboolean
is_a_month (guint days)
{
  return days == 30 || days == 31;
}

/**
 * mappe_minutes_due_on:
 * @held_on: day of the meeting
 * @minutes_days: days after the meeting; 30 and 31 stand for "within a month"
 *
 * GemO § 41 (3): minutes reach the members within a month of the meeting: the same day of the next month, or its last
 * day.
 *
 * Returns: (transfer full) (nullable): the day they are due; %NULL when @held_on is no day
 */
char *
mappe_minutes_due_on (const char *held_on, guint minutes_days)
{
  GDate day;

  if (!mappe_date_parse_iso (held_on, &day))
    return NULL;
  if (!is_a_month (minutes_days))
    return mappe_date_add_days (held_on, (int) MIN (minutes_days, G_MAXINT));
  if (g_date_get_year (&day) >= 9999 && g_date_get_month (&day) == G_DATE_DECEMBER)
    return NULL;
  g_date_add_months (&day, 1);
  return mappe_date_to_iso (&day);
}

/**
 * mappe_objection_in_time:
 * @raised_on: (nullable): day the objection was raised
 * @next_meeting_on: (nullable): day of the next meeting of the body after the one whose minutes they are
 *
 * GemO § 41 (3): objections are raised at the latest in the next meeting, and the body decides.
 *
 * Returns: whether the objection is in time; always while there is no next meeting, never when @raised_on is no day
 */
gboolean
mappe_objection_in_time (const char *raised_on, const char *next_meeting_on)
{
  if (!mappe_date_is_valid (raised_on))
    return FALSE;
  return next_meeting_on == NULL || *next_meeting_on == '\0' || strcmp (raised_on, next_meeting_on) <= 0;
}

/** mappe_meeting_dates_clear: Frees what the calendar holds. */
void
mappe_meeting_dates_clear (MappeMeetingDates *self)
{
  g_clear_pointer (&self->call_closes_on, g_free);
  g_clear_pointer (&self->papers_due_on, g_free);
  g_clear_pointer (&self->invite_by, g_free);
  g_clear_pointer (&self->notice_by, g_free);
  g_clear_pointer (&self->minutes_due_on, g_free);
}

/**
 * mappe_meeting_dates_find:
 * @held_on: (nullable): day of the meeting
 * @rules: periods of the body
 * @dates: (out): the calendar; to be cleared
 *
 * Reckons the calendar of a meeting. The public notice follows the notice period of the invitation (GemO § 34 (6)).
 *
 * Returns: %FALSE when @held_on is no valid day
 */
gboolean
mappe_meeting_dates_find (const char *held_on, const MappeMeetingRules *rules, MappeMeetingDates *dates)
{
  *dates = (MappeMeetingDates) { 0 };
  if (!mappe_notice_deadline (held_on, rules->notice_days, &dates->invite_by))
    return FALSE;
  dates->notice_by = g_strdup (dates->invite_by);
  dates->call_closes_on = mappe_date_add_days (held_on, -(int) MIN (rules->call_days, G_MAXINT));
  dates->papers_due_on = mappe_date_add_days (held_on, -(int) MIN (rules->papers_days, G_MAXINT));
  dates->minutes_due_on = mappe_minutes_due_on (held_on, rules->minutes_days);
  return TRUE;
}
