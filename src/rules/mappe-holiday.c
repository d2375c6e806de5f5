/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-holiday.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"

/* Public holidays by the holiday laws of the federal states, as of 2026. A hint for planning only: notice periods count
 * holidays like any day. */

#define BIT(state) (1u << MAPPE_FEDERAL_STATE_##state)
#define ALL 0xffffffffu

typedef struct {
  MappeFederalState  state;
  const char        *names[4];
} StateNames;

static const StateNames states[] = {
  { MAPPE_FEDERAL_STATE_BW, { "BW", "Baden-Württemberg" } },
  { MAPPE_FEDERAL_STATE_BY, { "BY", "Bayern", "Bavaria" } },
  { MAPPE_FEDERAL_STATE_BE, { "BE", "Berlin" } },
  { MAPPE_FEDERAL_STATE_BB, { "BB", "Brandenburg" } },
  { MAPPE_FEDERAL_STATE_HB, { "HB", "Bremen" } },
  { MAPPE_FEDERAL_STATE_HH, { "HH", "Hamburg" } },
  { MAPPE_FEDERAL_STATE_HE, { "HE", "Hessen", "Hesse" } },
  { MAPPE_FEDERAL_STATE_MV, { "MV", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania" } },
  { MAPPE_FEDERAL_STATE_NI, { "NI", "Niedersachsen", "Lower Saxony" } },
  { MAPPE_FEDERAL_STATE_NW, { "NW", "NRW", "Nordrhein-Westfalen", "North Rhine-Westphalia" } },
  { MAPPE_FEDERAL_STATE_RP, { "RP", "RLP", "Rheinland-Pfalz", "Rhineland-Palatinate" } },
  { MAPPE_FEDERAL_STATE_SL, { "SL", "Saarland" } },
  { MAPPE_FEDERAL_STATE_SN, { "SN", "Sachsen", "Saxony" } },
  { MAPPE_FEDERAL_STATE_ST, { "ST", "Sachsen-Anhalt", "Saxony-Anhalt" } },
  { MAPPE_FEDERAL_STATE_SH, { "SH", "Schleswig-Holstein" } },
  { MAPPE_FEDERAL_STATE_TH, { "TH", "Thüringen", "Thuringia" } },
};

/* @easter: days from Easter Sunday, where @month is 0. */
typedef struct {
  const char *name;
  int         month, day;
  int         easter;
  int         since;
  guint       states;
} Holiday;

static const Holiday holidays[] = {
  { N_("New Year’s Day"), 1, 1, 0, 0, ALL },
  { N_("Epiphany"), 1, 6, 0, 0, BIT (BW) | BIT (BY) | BIT (ST) },
  { N_("International Women’s Day"), 3, 8, 0, 2019, BIT (BE) },
  { N_("International Women’s Day"), 3, 8, 0, 2023, BIT (MV) },
  { N_("Good Friday"), 0, 0, -2, 0, ALL },
  { N_("Easter Sunday"), 0, 0, 0, 0, BIT (BB) },
  { N_("Easter Monday"), 0, 0, 1, 0, ALL },
  { N_("Labour Day"), 5, 1, 0, 0, ALL },
  { N_("Ascension Day"), 0, 0, 39, 0, ALL },
  { N_("Whit Sunday"), 0, 0, 49, 0, BIT (BB) },
  { N_("Whit Monday"), 0, 0, 50, 0, ALL },
  { N_("Corpus Christi"), 0, 0, 60, 0, BIT (BW) | BIT (BY) | BIT (HE) | BIT (NW) | BIT (RP) | BIT (SL) },
  { N_("Assumption Day"), 8, 15, 0, 0, BIT (BY) | BIT (SL) },
  { N_("World Children’s Day"), 9, 20, 0, 2019, BIT (TH) },
  { N_("Day of German Unity"), 10, 3, 0, 1990, ALL },
  { N_("Reformation Day"), 10, 31, 0, 0, BIT (BB) | BIT (MV) | BIT (SN) | BIT (ST) | BIT (TH) },
  { N_("Reformation Day"), 10, 31, 0, 2018, BIT (HB) | BIT (HH) | BIT (NI) | BIT (SH) },
  { N_("All Saints’ Day"), 11, 1, 0, 0, BIT (BW) | BIT (BY) | BIT (NW) | BIT (RP) | BIT (SL) },
  { N_("Christmas Day"), 12, 25, 0, 0, ALL },
  { N_("St Stephen’s Day"), 12, 26, 0, 0, ALL },
};

/**
 * mappe_federal_state_parse:
 * @name: (nullable): German or English name, or the usual abbreviation, in any case
 *
 * Returns: the state; %MAPPE_FEDERAL_STATE_NONE when @name is none
 */
MappeFederalState
mappe_federal_state_parse (const char *name)
{
  g_autofree char *wanted = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  for (guint i = 0; wanted != NULL && i < G_N_ELEMENTS (states); i++)
    for (guint n = 0; n < G_N_ELEMENTS (states[i].names) && states[i].names[n] != NULL; n++)
      {
        g_autofree char *known = g_utf8_casefold (states[i].names[n], -1);

        if (g_str_equal (g_strstrip (wanted), known))
          return states[i].state;
      }
  return MAPPE_FEDERAL_STATE_NONE;
}

/* The computus of Meeus, Jones and Butcher for the Gregorian calendar. */
static void
easter_day (int year, GDate *date)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31;

  g_date_set_dmy (date, (GDateDay) ((h + l - 7 * m + 114) % 31 + 1), (GDateMonth) month, (GDateYear) year);
}

/* The Wednesday before 23 November: a holiday in Saxony. */
static gboolean
is_repentance_day (const GDate *date, MappeFederalState state)
{
  return state == MAPPE_FEDERAL_STATE_SN && g_date_get_month (date) == G_DATE_NOVEMBER &&
         g_date_get_weekday (date) == G_DATE_WEDNESDAY && g_date_get_day (date) >= 16 && g_date_get_day (date) <= 22;
}

/* Holidays of a single year. */
static const char *
single_day (const char *iso, MappeFederalState state)
{
  /* 500 years of Reformation: everywhere. */
  if (g_str_equal (iso, "2017-10-31"))
    return N_("Reformation Day");
  if (state != MAPPE_FEDERAL_STATE_BE)
    return NULL;
  if (g_str_equal (iso, "2020-05-08") || g_str_equal (iso, "2025-05-08"))
    return N_("Liberation Day");
  if (g_str_equal (iso, "2028-06-17"))
    return N_("Anniversary of the 1953 uprising");
  return NULL;
}

static gboolean
falls_on (const Holiday *holiday, const GDate *date, const GDate *easter)
{
  if (holiday->month == 0)
    return g_date_days_between (easter, date) == holiday->easter;
  return g_date_get_month (date) == (GDateMonth) holiday->month && g_date_get_day (date) == holiday->day;
}

/**
 * mappe_holiday_name:
 * @iso: (nullable): a day, "YYYY-MM-DD"
 * @state: the federal state; %MAPPE_FEDERAL_STATE_NONE knows what is a holiday everywhere
 *
 * Returns: (transfer none) (nullable): English name of the public holiday, marked for translation; %NULL for a usual
 *   day
 */
const char *
mappe_holiday_name (const char *iso, MappeFederalState state)
{
  GDate date, easter;

  if (!mappe_date_parse_iso (iso, &date))
    return NULL;
  g_date_clear (&easter, 1);
  easter_day (g_date_get_year (&date), &easter);
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    if (falls_on (&holidays[i], &date, &easter) && g_date_get_year (&date) >= holidays[i].since &&
        (holidays[i].states == ALL || (holidays[i].states & (1u << state)) != 0))
      return holidays[i].name;
  if (is_repentance_day (&date, state))
    return N_("Day of Repentance and Prayer");
  return single_day (iso, state);
}
