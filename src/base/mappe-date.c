/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date-private.h"
#include "mappe-date.h"

#include <stdlib.h>

static gboolean
two_digits (const char *p, int *value)
{
  if (!g_ascii_isdigit (p[0]) || !g_ascii_isdigit (p[1]))
    return FALSE;
  *value = (p[0] - '0') * 10 + (p[1] - '0');
  return TRUE;
}

/* Reads the ten characters of a day; more may follow. */
static gboolean
parse_day (const char *text, GDate *date)
{
  int century, year, month, day;

  if (text == NULL || strnlen (text, 10) < 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  if (!two_digits (text, &century) || !two_digits (text + 2, &year) || !two_digits (text + 5, &month)
      || !two_digits (text + 8, &day))
    return FALSE;
  return mappe_date_set (date, century * 100 + year, month, day);
}

/* Sets @date when that day exists in the years a council file may hold. */
gboolean
mappe_date_set (GDate *date, int year, int month, int day)
{
  if (year < MAPPE_DATE_MIN_YEAR || year > MAPPE_DATE_MAX_YEAR || month < 1 || month > 12 || day < 1)
    return FALSE;
  if (day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* Moves @date by @days; FALSE and unchanged when that leaves the years a council file may hold. */
gboolean
mappe_date_shift (GDate *date, gint64 days)
{
  GDate first, last;
  gint64 target = (gint64) g_date_get_julian (date) + days;

  mappe_date_set (&first, MAPPE_DATE_MIN_YEAR, 1, 1);
  mappe_date_set (&last, MAPPE_DATE_MAX_YEAR, 12, 31);
  if (target < g_date_get_julian (&first) || target > g_date_get_julian (&last))
    return FALSE;
  g_date_set_julian (date, (guint32) target);
  return TRUE;
}

/**
 * mappe_date_is_valid:
 * @iso: (nullable): any text
 *
 * Returns: %TRUE when @iso is exactly "YYYY-MM-DD" and names a day of the years 1583 to 9999
 */
gboolean
mappe_date_is_valid (const char *iso)
{
  return mappe_date_parse_iso (iso, NULL);
}

/**
 * mappe_date_parse_iso:
 * @iso: (nullable): a day in stored form
 * @date: (out caller-allocates) (optional): the day; unchanged on failure
 *
 * Returns: %FALSE when @iso is not valid, see mappe_date_is_valid()
 */
gboolean
mappe_date_parse_iso (const char *iso, GDate *date)
{
  GDate parsed;

  if (!parse_day (iso, &parsed) || iso[10] != '\0')
    return FALSE;
  if (date != NULL)
    *date = parsed;
  return TRUE;
}

/**
 * mappe_date_to_iso:
 * @date: a valid day
 *
 * Returns: (transfer full): the stored form "YYYY-MM-DD"
 */
char *
mappe_date_to_iso (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), NULL);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/**
 * mappe_date_days_between:
 * @from: a day in stored form
 * @to: another day in stored form
 *
 * Returns: how many days @to lies after @from, negative when before; 0 when one of them is not valid
 */
int
mappe_date_days_between (const char *from, const char *to)
{
  GDate first, last;

  if (!mappe_date_parse_iso (from, &first) || !mappe_date_parse_iso (to, &last))
    return 0;
  return g_date_days_between (&first, &last);
}

/**
 * mappe_date_add_days:
 * @iso: a day in stored form
 * @days: how many days later, negative for earlier
 *
 * Returns: (transfer full) (nullable): the day in stored form; %NULL when @iso is not valid or the result
 *   leaves the years 1583 to 9999
 */
char *
mappe_date_add_days (const char *iso, int days)
{
  GDate date;

  if (!mappe_date_parse_iso (iso, &date) || !mappe_date_shift (&date, days))
    return NULL;
  return mappe_date_to_iso (&date);
}

/**
 * mappe_date_today:
 *
 * The environment variable `MAPPE_TODAY` (YYYY-MM-DD) overrides the clock: tests, screenshots and the demo
 * council need a day that stands still.
 *
 * Returns: (transfer full): today's local date in stored form
 */
char *
mappe_date_today (void)
{
  const char *fixed = g_getenv ("MAPPE_TODAY");
  g_autoptr (GDateTime) now = NULL;

  if (mappe_date_is_valid (fixed))
    return g_strdup (fixed);
  now = g_date_time_new_now_local ();
  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

static char *
format_day (const GDate *date, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date),
                                                    g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (time, format);
}

static char *
format_iso (const char *iso, const char *format)
{
  GDate date;

  /* What cannot be read is shown as it is stored, so that nothing in a damaged file is invisible. */
  if (!mappe_date_parse_iso (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  return format_day (&date, format);
}

/**
 * mappe_date_format:
 * @iso: (nullable): a day in stored form
 *
 * Returns: (transfer full): the day in the usual short writing, English "31 Dec 2026", German "31.12.2026";
 *   "" for %NULL, a text that is not valid as it is
 */
char *
mappe_date_format (const char *iso)
{
  /* Translators: usual short form of a date, see g_date_time_format(); in German "%d.%m.%Y" */
  return format_iso (iso, _("%-d %b %Y"));
}

/**
 * mappe_date_format_long:
 * @iso: (nullable): a day in stored form
 *
 * Returns: (transfer full): the day with its weekday and month in words, otherwise as mappe_date_format()
 */
char *
mappe_date_format_long (const char *iso)
{
  /* Translators: date with weekday; in German "%A, %-d. %B %Y" */
  return format_iso (iso, _("%A, %-d %B %Y"));
}

/**
 * mappe_date_format_month:
 * @year: 1583 to 9999
 * @month: 1 to 12
 *
 * Returns: (transfer full): the month in words with its year, "December 2026"
 */
char *
mappe_date_format_month (int year, int month)
{
  GDate date;

  g_return_val_if_fail (mappe_date_set (&date, year, month, 1), NULL);
  /* Translators: a month standing alone with its year, as the heading of a calendar */
  return format_day (&date, _("%OB %Y"));
}

/**
 * mappe_time_is_valid:
 * @hhmm: (nullable): any text
 *
 * Returns: %TRUE when @hhmm is exactly "HH:MM" between 00:00 and 23:59
 */
gboolean
mappe_time_is_valid (const char *hhmm)
{
  int hour, minute;

  if (hhmm == NULL || strnlen (hhmm, 6) != 5 || hhmm[2] != ':')
    return FALSE;
  return two_digits (hhmm, &hour) && two_digits (hhmm + 3, &minute) && hour < 24 && minute < 60;
}

/**
 * mappe_datetime_is_valid:
 * @text: (nullable): any text
 *
 * Returns: %TRUE when @text is exactly "YYYY-MM-DDTHH:MM"
 */
gboolean
mappe_datetime_is_valid (const char *text)
{
  GDate date;

  return parse_day (text, &date) && text[10] == 'T' && mappe_time_is_valid (text + 11);
}

/**
 * mappe_datetime_format:
 * @text: (nullable): local date and time in stored form
 *
 * Returns: (transfer full): short date and time of day; "" for %NULL, a text that is not valid as it is
 */
char *
mappe_datetime_format (const char *text)
{
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;

  if (!mappe_datetime_is_valid (text))
    return g_strdup (text != NULL ? text : "");
  day = g_strndup (text, 10);
  shown = mappe_date_format (day);
  /* Translators: date, time of day */
  return g_strdup_printf (_("%s, %s"), shown, text + 11);
}

/**
 * mappe_stamp_now:
 *
 * Returns: (transfer full): this instant in UTC, "YYYY-MM-DDTHH:MM:SS.mmmZ"; the order as text is the order
 *   in time
 */
char *
mappe_stamp_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", g_date_time_get_year (now),
                          g_date_time_get_month (now), g_date_time_get_day_of_month (now),
                          g_date_time_get_hour (now), g_date_time_get_minute (now), g_date_time_get_second (now),
                          g_date_time_get_microsecond (now) / 1000);
}

/**
 * mappe_stamp_format:
 * @stamp: (nullable): an instant as made by mappe_stamp_now()
 *
 * Returns: (transfer full): its local date and time of day; "" for %NULL, a text that is not valid as it is
 */
char *
mappe_stamp_format (const char *stamp)
{
  g_autoptr (GDateTime) instant = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *text = NULL;

  if (stamp != NULL)
    instant = g_date_time_new_from_iso8601 (stamp, NULL);
  if (instant != NULL)
    local = g_date_time_to_local (instant);
  if (local == NULL)
    return g_strdup (stamp != NULL ? stamp : "");
  text = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_time_get_year (local), g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local), g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
  return mappe_datetime_format (text);
}

/* The same day of another year; 29 February becomes the 28th where there is none. */
static char *
in_year (const char *iso, int year)
{
  char *moved = g_strdup_printf ("%04d%s", year, iso + 4);

  if (!mappe_date_is_valid (moved))
    moved[9] = '8';
  return moved;
}

/**
 * mappe_date_next_yearly:
 * @iso: a day that comes every year, "YYYY-MM-DD"
 * @today: "YYYY-MM-DD"
 *
 * Returns: (transfer full): its next time, @today itself included; never before @iso
 */
char *
mappe_date_next_yearly (const char *iso, const char *today)
{
  int year = MAX (atoi (iso), atoi (today));
  char *next = in_year (iso, year);

  if (g_strcmp0 (next, today) >= 0)
    return next;
  g_free (next);
  return in_year (iso, year + 1);
}
