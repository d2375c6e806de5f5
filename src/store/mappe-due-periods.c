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
