/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-private.h"

#include "mappe-date.h"

/* Which periods of an indicator are over and without a value. */

static int
months_of (const char *frequency)
{
  static const struct { const char *code; int months; } rhythms[] = {
    { "monthly", 1 }, { "quarterly", 3 }, { "half_yearly", 6 }, { "yearly", 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++)
    if (g_strcmp0 (rhythms[i].code, frequency) == 0)
      return rhythms[i].months;
  return 0;
}

/* The last day of the month that is @month months after January of the year 0. */
static char *
end_of_month (int month)
{
  GDate date;
  GDateMonth of_year = (GDateMonth) (month % 12 + 1);
  GDateYear year = (GDateYear) (month / 12);

  g_date_set_dmy (&date, g_date_get_days_in_month (of_year, year), of_year, year);
  return mappe_date_to_iso (&date);
}

static int
month_of (const GDate *date)
{
  return g_date_get_year (date) * 12 + (int) g_date_get_month (date) - 1;
}

/**
 * mappe_due_missing_periods:
 * @frequency: (nullable): code of the list "frequency"
 * @newest: (nullable): last day of the newest period that has a value
 * @today: the day to reckon from
 * @first: (out) (transfer full) (nullable): last day of the first period without a value
 *
 * Periods follow each other from @newest on, so a yearly survey of June is expected again in June. A period counts
 * from the day after its end.
 *
 * Returns: how many periods are over and have no value; 0 when that cannot be said
 */
gint64
mappe_due_missing_periods (const char *frequency, const char *newest, const char *today, char **first)
{
  int months = months_of (frequency);
  GDate from, now;
  int over;

  *first = NULL;
  if (months == 0 || newest == NULL || !mappe_date_parse_iso (newest, &from) || !mappe_date_parse_iso (today, &now))
    return 0;
  over = (month_of (&now) - 1 - month_of (&from)) / months;
  *first = end_of_month (month_of (&from) + months);
  return MAX (over, 0);
}

/**
 * mappe_due_period_end:
 * @period: (nullable): as typed: 2026, 2026Q3, 2026H1, 2026-09
 *
 * Returns: (transfer full) (nullable): the last day of the period
 */
char *
mappe_due_period_end (const char *period)
{
  static const struct { const char *pattern; int months; } forms[] = {
    { "^([0-9]{4})$", 12 },
    { "^([0-9]{4})[ /-]?[Hh]([12])$", 6 },
    { "^([0-9]{4})[ /-]?[Qq]([1-4])$", 3 },
    { "^([0-9]{4})-(0[1-9]|1[0-2])$", 1 },
  };

  for (guint i = 0; period != NULL && i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (forms[i].pattern, 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *year = NULL;
      g_autofree char *nth = NULL;

      if (!g_regex_match (regex, period, 0, &match))
        continue;
      year = g_match_info_fetch (match, 1);
      nth = g_match_info_fetch (match, 2);
      gint64 part = nth != NULL && *nth != '\0' ? g_ascii_strtoll (nth, NULL, 10) : 1;
      if (g_ascii_strtoll (year, NULL, 10) < 1583)
        return NULL;
      return end_of_month ((int) (g_ascii_strtoll (year, NULL, 10) * 12 + part * forms[i].months - 1));
    }
  return NULL;
}
