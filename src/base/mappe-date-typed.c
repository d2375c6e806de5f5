/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date-private.h"
#include "mappe-date.h"
#include "mappe-error.h"
#include "mappe-typed-private.h"

/* Larger steps are slips of the finger. */
#define MAX_RELATIVE 9999

typedef enum {
  OUTCOME_DAY,
  OUTCOME_OTHER_FORM,
  OUTCOME_NO_SUCH_DAY,
} Outcome;

typedef Outcome (*Reader) (const MappeTyped *typed, const GDate *today, GDate *day);

typedef struct {
  const char *name; /* folded as mappe_text_fold() does: "ue" is "u" */
  int value;
} Name;

static const Name days[] = {
  { "today", 0 },     { "heute", 0 },   { "tomorrow", 1 },    { "morgen", 1 },
  { "yesterday", -1 }, { "gestern", -1 }, { "ubermorgen", 2 }, { "vorgestern", -2 },
};

static const Name weekdays[] = {
  { "montag", 1 },  { "monday", 1 },  { "dienstag", 2 },   { "tusday", 2 },   { "mittwoch", 3 },
  { "wednesday", 3 }, { "donnerstag", 4 }, { "thursday", 4 }, { "freitag", 5 }, { "friday", 5 },
  { "samstag", 6 }, { "saturday", 6 }, { "sonntag", 7 },   { "sunday", 7 },   { "sonnabend", 6 },
};

static const Name months[] = {
  { "januar", 1 },     { "january", 1 },   { "janner", 1 },    { "februar", 2 },  { "february", 2 },
  { "feber", 2 },      { "marz", 3 },      { "march", 3 },     { "mrz", 3 },      { "april", 4 },
  { "mai", 5 },        { "may", 5 },       { "juni", 6 },      { "june", 6 },     { "juli", 7 },
  { "july", 7 },       { "august", 8 },    { "september", 9 }, { "oktober", 10 }, { "october", 10 },
  { "november", 11 },  { "dezember", 12 }, { "december", 12 },
};

/* The value is the number of days; 0 stands for months and -1 for years. */
static const Name units[] = {
  { "days", 1 },  { "tagen", 1 },  { "weeks", 7 }, { "wochen", 7 },
  { "months", 0 }, { "monaten", 0 }, { "years", -1 }, { "jahren", -1 },
};

static const char *const week_words[] = { "kw", "w", "week", "woche", "kalenderwoche", NULL };

/* Finds @word among the names; beginnings of at least @shortest letters count. */
static gboolean
look_up (const Name *names, gsize n, const char *word, gsize shortest, int *value)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < n; i++)
    if ((length >= shortest && strncmp (names[i].name, word, length) == 0) || strcmp (names[i].name, word) == 0)
      {
        *value = names[i].value;
        return TRUE;
      }
  return FALSE;
}

static gboolean
full_year (const MappeTyped *typed, guint index, int *year)
{
  int number = typed->numbers[index];

  if (typed->digits[index] == 2)
    *year = number < 80 ? 2000 + number : 1900 + number;
  else if (typed->digits[index] == 4)
    *year = number;
  else
    return FALSE;
  return TRUE;
}

/* Whether @day is not more than six months before @today. */
static gboolean
is_recent_or_later (const GDate *day, const GDate *today)
{
  GDate limit = *today;

  g_date_subtract_months (&limit, 6);
  return g_date_compare (day, &limit) >= 0;
}

static Outcome
set_day (GDate *date, int year, int month, int day)
{
  return mappe_date_set (date, year, month, day) ? OUTCOME_DAY : OUTCOME_NO_SUCH_DAY;
}

/* Without a year: the day nearest to today, never more than six months back. */
static Outcome
set_nearest (GDate *date, int month, int day, const GDate *today)
{
  int year = g_date_get_year (today);

  for (int candidate = year - 1; candidate <= year + 1; candidate++)
    if (mappe_date_set (date, candidate, month, day) && is_recent_or_later (date, today))
      return OUTCOME_DAY;
  return OUTCOME_NO_SUCH_DAY;
}

static Outcome
read_numbers (const MappeTyped *typed, const GDate *today, GDate *day)
{
  static const char *const with_year[] = { "N.N.N", "N/N/N", "N-N-N", "NNN", NULL };
  static const char *const without_year[] = { "N.N.", "N.N", "N/N", NULL };
  const int *n = typed->numbers;
  int year;

  if (mappe_typed_has_shape (typed, without_year))
    return set_nearest (day, n[1], n[0], today);
  if (!mappe_typed_has_shape (typed, with_year))
    return OUTCOME_OTHER_FORM;
  if (typed->digits[0] == 4)
    return set_day (day, n[0], n[1], n[2]);
  if (!full_year (typed, 2, &year))
    return OUTCOME_OTHER_FORM;
  return set_day (day, year, n[1], n[0]);
}

/* "311226", "31122026" and "20261231": the last two cannot be confused, no month is above 12. */
static Outcome
read_compact (const MappeTyped *typed, const GDate *today, GDate *day)
{
  int n = typed->numbers[0];
  int year = n % 100;

  if (strcmp (typed->shape, "N") != 0)
    return OUTCOME_OTHER_FORM;
  if (typed->digits[0] == 6)
    return set_day (day, year < 80 ? 2000 + year : 1900 + year, n / 100 % 100, n / 10000);
  if (typed->digits[0] != 8)
    return OUTCOME_OTHER_FORM;
  if (mappe_date_set (day, n % 10000, n / 10000 % 100, n / 1000000))
    return OUTCOME_DAY;
  return set_day (day, n / 10000, n / 100 % 100, n % 100);
}

static Outcome
shift_months (GDate *day, int count)
{
  int index = g_date_get_year (day) * 12 + (int) g_date_get_month (day) - 1 + count;
  int year = index / 12;
  int month = index % 12 + 1;
  int last;

  if (year < MAPPE_DATE_MIN_YEAR || year > MAPPE_DATE_MAX_YEAR)
    return OUTCOME_NO_SUCH_DAY;
  last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  return set_day (day, year, month, MIN (g_date_get_day (day), last));
}

static Outcome
read_relative (const MappeTyped *typed, const GDate *today, GDate *day)
{
  static const char *const shapes[] = { "+N", "-N", "+NW", "-NW", NULL };
  int count = typed->numbers[0];
  int unit = 1;

  if (!mappe_typed_has_shape (typed, shapes))
    return OUTCOME_OTHER_FORM;
  if (typed->n_words > 0 && !look_up (units, G_N_ELEMENTS (units), typed->words[0], 1, &unit))
    return OUTCOME_OTHER_FORM;
  if (count > MAX_RELATIVE)
    return OUTCOME_NO_SUCH_DAY;
  if (typed->shape[0] == '-')
    count = -count;
  *day = *today;
  if (unit <= 0)
    return shift_months (day, unit == 0 ? count : count * 12);
  return mappe_date_shift (day, (gint64) count * unit) ? OUTCOME_DAY : OUTCOME_NO_SUCH_DAY;
}

static Outcome
read_word (const MappeTyped *typed, const GDate *today, GDate *day)
{
  static const char *const shapes[] = { "W", "W.", NULL };
  int offset;
  int weekday;

  if (!mappe_typed_has_shape (typed, shapes))
    return OUTCOME_OTHER_FORM;
  if (!look_up (days, G_N_ELEMENTS (days), typed->words[0], 3, &offset))
    {
      if (!look_up (weekdays, G_N_ELEMENTS (weekdays), typed->words[0], 2, &weekday))
        return OUTCOME_OTHER_FORM;
      offset = (weekday - (int) g_date_get_weekday (today) + 6) % 7 + 1;
    }
  *day = *today;
  return mappe_date_shift (day, offset) ? OUTCOME_DAY : OUTCOME_NO_SUCH_DAY;
}

/* The Monday of a week of ISO 8601; FALSE when that year has no such week. */
static gboolean
set_week (GDate *date, int year, int week)
{
  GDate last;

  /* 4 January always lies in week 1, 28 December in the last week. */
  if (!mappe_date_set (date, year, 1, 4) || !mappe_date_set (&last, year, 12, 28))
    return FALSE;
  if (week < 1 || week > (int) g_date_get_iso8601_week_of_year (&last))
    return FALSE;
  return mappe_date_shift (date, (week - 1) * 7 - ((int) g_date_get_weekday (date) - 1));
}

static Outcome
set_nearest_week (GDate *date, int week, const GDate *today)
{
  int year = g_date_get_year (today);

  for (int candidate = year - 1; candidate <= year + 1; candidate++)
    if (set_week (date, candidate, week) && is_recent_or_later (date, today))
      return OUTCOME_DAY;
  return OUTCOME_NO_SUCH_DAY;
}

static Outcome
read_week (const MappeTyped *typed, const GDate *today, GDate *day)
{
  static const char *const without_year[] = { "WN", "WN.", "W.N", NULL };
  static const char *const year_last[] = { "WNN", "WN/N", "WN.N", "WN-N", "WN,N", NULL };
  static const char *const year_first[] = { "N-WN", "NWN", NULL };
  gboolean first = mappe_typed_has_shape (typed, year_first);
  int year;

  if (typed->n_words != 1 || !g_strv_contains (week_words, typed->words[0]))
    return OUTCOME_OTHER_FORM;
  if (mappe_typed_has_shape (typed, without_year))
    return typed->digits[0] <= 2 ? set_nearest_week (day, typed->numbers[0], today) : OUTCOME_OTHER_FORM;
  if (!first && !mappe_typed_has_shape (typed, year_last))
    return OUTCOME_OTHER_FORM;
  if (!full_year (typed, first ? 0 : 1, &year))
    return OUTCOME_OTHER_FORM;
  return set_week (day, year, typed->numbers[first ? 1 : 0]) ? OUTCOME_DAY : OUTCOME_NO_SUCH_DAY;
}

static Outcome
read_month_name (const MappeTyped *typed, const GDate *today, GDate *day)
{
  static const char *const without_year[] = { "N.W", "NW", "N.W.", "NW.", "WN", "W.N", "WN.", "W.N.", NULL };
  static const char *const with_year[] = { "N.WN", "NWN", "N.W.N", "NW.N", "N.W,N", "NW,N", "N-W-N",
                                           "WNN",  "W.NN", "WN,N", "W.N,N", "WN.N", NULL };
  int month;
  int year;

  if (typed->n_words != 1 || !look_up (months, G_N_ELEMENTS (months), typed->words[0], 3, &month))
    return OUTCOME_OTHER_FORM;
  if (typed->digits[0] > 2)
    return OUTCOME_OTHER_FORM;
  if (mappe_typed_has_shape (typed, without_year))
    return set_nearest (day, month, typed->numbers[0], today);
  if (!mappe_typed_has_shape (typed, with_year) || !full_year (typed, 1, &year))
    return OUTCOME_OTHER_FORM;
  return set_day (day, year, month, typed->numbers[0]);
}

/* Takes "Thursday, " off the beginning of a date; 0 when there is none. */
static int
take_weekday (MappeTyped *typed)
{
  gsize skip = 1 + strspn (typed->shape + 1, ".,");
  int weekday;

  if (typed->shape[0] != 'W' || typed->n_numbers == 0
      || !look_up (weekdays, G_N_ELEMENTS (weekdays), typed->words[0], 2, &weekday))
    return 0;
  memmove (typed->shape, typed->shape + skip, sizeof typed->shape - skip);
  typed->n_words--;
  memmove (typed->words[0], typed->words[1], sizeof typed->words - sizeof typed->words[0]);
  return weekday;
}

static Outcome
read_date (const MappeTyped *typed, const GDate *today, GDate *day)
{
  static const Reader readers[] = {
    read_numbers, read_compact, read_relative, read_word, read_week, read_month_name,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      Outcome outcome = readers[i](typed, today, day);

      if (outcome != OUTCOME_OTHER_FORM)
        return outcome;
    }
  return OUTCOME_OTHER_FORM;
}

static void
set_outcome_error (GError **error, Outcome outcome, const char *typed)
{
  g_autofree char *shown = mappe_typed_quote (typed);

  if (*shown == '\0')
    g_set_error_literal (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE,
                         _("Type a date, for example 31.12.2026, +14, tomorrow or Monday."));
  else if (outcome == OUTCOME_NO_SUCH_DAY)
    g_set_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE,
                 /* Translators: %s is what was typed, for example 31.4. */
                 _("The calendar has no such day: “%s”. Years from 1583 to 9999 are possible."), shown);
  else
    g_set_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE,
                 _("“%s” is not a date. Type for example 31.12.2026, 3 April, +14, tomorrow, Monday or week 12."),
                 shown);
}

/**
 * mappe_date_parse_typed:
 * @typed: what a person typed
 * @today: (nullable): the day to count from, in stored form; %NULL for today
 * @error: return location for an error of %MAPPE_BASE_ERROR_DATE; its message is translated
 *
 * Reads a date as people write it, in German or English whatever the locale is:
 *
 * - `2026-12-31`, `31.12.2026`, `31.12.26`, `31/12/2026`, `311226`; two-digit years mean 1980 to 2079
 * - `3.4.`, `3.4`, `3. April`, `Apr 3`, `3 April 2027`; without a year the day nearest to @today that is not
 *   more than six months before it
 * - `+14`, `-3`, `+2w`, `+1m`, `+1y`, German `+2 Wochen`, `+1 Jahr`; a month ends where it ends: 31 January
 *   `+1m` is the last day of February
 * - `today`, `heute`, `tomorrow`, `morgen`, `yesterday`, `gestern`; a weekday or its beginning (`mo`, `Monday`)
 *   means the next such day after @today
 * - `KW 12`, `week 12`, `w12 2027`, `2027-W12`: the Monday of that week of ISO 8601, without a year as above
 *
 * A weekday before a date (`Thursday, 31.12.2026`) must be right.
 *
 * Returns: (transfer full) (nullable): the day in stored form
 */
char *
mappe_date_parse_typed (const char *typed, const char *today, GError **error)
{
  g_autofree char *now = today != NULL ? g_strdup (today) : mappe_date_today ();
  MappeTyped scanned;
  Outcome outcome = OUTCOME_OTHER_FORM;
  int weekday = 0;
  GDate start, day;

  g_return_val_if_fail (typed != NULL, NULL);
  g_return_val_if_fail (mappe_date_parse_iso (now, &start), NULL);
  if (mappe_typed_scan (&scanned, typed))
    {
      weekday = take_weekday (&scanned);
      outcome = read_date (&scanned, &start, &day);
    }
  if (outcome != OUTCOME_DAY)
    {
      set_outcome_error (error, outcome, typed);
      return NULL;
    }
  if (weekday != 0 && weekday != (int) g_date_get_weekday (&day))
    {
      g_autofree char *iso = mappe_date_to_iso (&day);
      g_autofree char *shown = mappe_date_format_long (iso);

      /* Translators: the weekday typed does not fit the date typed; %s is the date with its right weekday */
      g_set_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE,
                   _("Weekday and date do not fit: it is %s."), shown);
      return NULL;
    }
  return mappe_date_to_iso (&day);
}
