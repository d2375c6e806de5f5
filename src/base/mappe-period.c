/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-period.h"

#include <stdio.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-text.h"

static const MappePeriod no_period = { MAPPE_PERIOD_NONE, 0, 0 };

static MappePeriod
make (MappePeriodKind kind, int year, int nth)
{
  if (year < 1 || year > 9999 || nth < 1 || nth > 12 / (int) kind)
    return no_period;
  return (MappePeriod) { kind, year, (nth - 1) * (int) kind + 1 };
}

/**
 * mappe_period_parse:
 * @text: (nullable): stored form
 *
 * Returns: the period; of kind %MAPPE_PERIOD_NONE when @text is not the stored form of one
 */
MappePeriod
mappe_period_parse (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  int year = 0;

  if (length < 4)
    return no_period;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return no_period;
      year = year * 10 + g_ascii_digit_value (text[i]);
    }
  if (length == 4)
    return make (MAPPE_PERIOD_YEAR, year, 1);
  if (length == 6 && g_ascii_isdigit (text[5]) && (text[4] == 'Q' || text[4] == 'H'))
    return make (text[4] == 'Q' ? MAPPE_PERIOD_QUARTER : MAPPE_PERIOD_HALF, year, g_ascii_digit_value (text[5]));
  if (length == 7 && text[4] == '-' && g_ascii_isdigit (text[5]) && g_ascii_isdigit (text[6]))
    return make (MAPPE_PERIOD_MONTH, year, g_ascii_digit_value (text[5]) * 10 + g_ascii_digit_value (text[6]));
  return no_period;
}

/* The words of a spreadsheet's heading, folded. */
typedef struct {
  int         year;    /* 0: none seen */
  int         number;  /* a number that is not the year; 0: none */
  int         month;   /* from a month's name; 0: none */
  int         roman;   /* I to IV; 0: none */
  gboolean    quarter, half, wrong;
} Words;

static int
month_named (const char *word)
{
  /* German and English, as far as they differ from each other; three letters are enough for all of them. */
  static const char *const names[][3] = {
    { "jan", "jaen", NULL }, { "feb", NULL }, { "mar", "maer", "mrz" }, { "apr", NULL },
    { "mai", "may", NULL },  { "jun", NULL }, { "jul", NULL },          { "aug", NULL },
    { "sep", NULL },         { "okt", "oct" }, { "nov", NULL },         { "dez", "dec" },
  };

  for (guint month = 0; month < G_N_ELEMENTS (names); month++)
    for (guint i = 0; i < 3 && names[month][i] != NULL; i++)
      if (g_str_has_prefix (word, names[month][i]))
        return (int) month + 1;
  return 0;
}

static int
roman_of (const char *word)
{
  static const char *const numbers[] = { "i", "ii", "iii", "iv" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (word, numbers[i]))
      return (int) i + 1;
  return 0;
}

static void
take_number (Words *words, const char *digits)
{
  gint64 value = g_ascii_strtoll (digits, NULL, 10);
  int *place = strlen (digits) == 4 ? &words->year : &words->number;

  words->wrong = words->wrong || *place != 0 || value == 0 || strlen (digits) > 4;
  *place = (int) value;
}

static void
take_word (Words *words, const char *word)
{
  int month = month_named (word), roman = roman_of (word);

  if (roman > 0)
    words->roman = roman;
  else if (month > 0)
    words->month = month;
  else if (g_str_equal (word, "q") || g_str_has_prefix (word, "quart"))
    words->quarter = TRUE;
  else if (g_str_equal (word, "h") || g_str_equal (word, "hj") || g_str_has_prefix (word, "halb")
           || g_str_has_prefix (word, "half"))
    words->half = TRUE;
  else if (!g_str_equal (word, "jahr") && !g_str_equal (word, "year"))
    words->wrong = TRUE;
}

/* "3. Quartal 2026" → numbers and words, each handed on. */
static void
split (Words *words, const char *folded)
{
  while (*folded != '\0' && !words->wrong)
    {
      gboolean digits = g_ascii_isdigit (*folded);
      gsize length = 0;

      if (!g_ascii_isalnum (*folded))
        {
          folded++;
          continue;
        }
      while (digits ? g_ascii_isdigit (folded[length]) : g_ascii_isalpha (folded[length]))
        length++;
      g_autofree char *part = g_strndup (folded, length);
      if (digits)
        take_number (words, part);
      else
        take_word (words, part);
      folded += length;
    }
}

/* --- from one day to another --- */

/* Behind the first day of a range, where its last day begins: "2026-01-01..2026-01-31", also with "to", "bis" or a
 * dash. */
static const char *
behind_dash (const char *text)
{
  static const char *const dashes[] = { "..", "…", "–", "—", "-", "/", "to", "bis" };

  while (*text == ' ')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text, dashes[i]))
      {
        for (text += strlen (dashes[i]); *text == ' '; text++)
          ;
        return text;
      }
  return "";
}

static gboolean
parse_range (const char *typed, char **first, char **last)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *from = g_strndup (stripped, MIN (strlen (stripped), 10));
  const char *to = mappe_date_is_valid (from) ? behind_dash (stripped + 10) : "";

  if (!mappe_date_is_valid (to) || strcmp (to, from) < 0)
    return FALSE;
  *first = g_steal_pointer (&from);
  *last = g_strdup (to);
  return TRUE;
}

/* Returns: the period that has exactly these days */
static MappePeriod
period_of_days (const char *first, const char *last)
{
  static const MappePeriodKind kinds[] = { MAPPE_PERIOD_MONTH, MAPPE_PERIOD_QUARTER, MAPPE_PERIOD_HALF,
                                           MAPPE_PERIOD_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MappePeriod period = mappe_period_at (first, kinds[i]);
      g_autofree char *begin = mappe_period_first_day (period);
      g_autofree char *end = mappe_period_last_day (period);

      if (g_strcmp0 (begin, first) == 0 && g_strcmp0 (end, last) == 0)
        return period;
    }
  return no_period;
}

static MappePeriod
parse_words (const char *folded)
{
  Words words = { 0 };
  int nth;

  split (&words, folded);
  nth = words.roman > 0 ? words.roman : words.number;
  if (words.wrong || words.year == 0 || (words.roman > 0 && words.number > 0) || (words.quarter && words.half))
    return no_period;
  if (words.month > 0)
    return nth == 0 && !words.quarter && !words.half ? make (MAPPE_PERIOD_MONTH, words.year, words.month) : no_period;
  if (words.half)
    return make (MAPPE_PERIOD_HALF, words.year, nth);
  if (words.quarter || words.roman > 0)
    return make (MAPPE_PERIOD_QUARTER, words.year, nth);
  return nth > 0 ? make (MAPPE_PERIOD_MONTH, words.year, nth) : make (MAPPE_PERIOD_YEAR, words.year, 1);
}

/**
 * mappe_period_parse_typed:
 * @typed: (nullable): what somebody types or a spreadsheet has as heading: "Q3 2026", "III/2026", "3. Quartal 2026",
 *   "1. Hj. 2026", "07/2026", "Juli 2026", "2026", the stored forms, an ISO day for its month, or the days of a whole
 *   period, "2026-01-01..2026-03-31"
 *
 * Returns: the period; of kind %MAPPE_PERIOD_NONE when @typed is not understood
 */
MappePeriod
mappe_period_parse_typed (const char *typed)
{
  MappePeriod stored = mappe_period_parse (typed);
  g_autofree char *folded = typed != NULL ? mappe_text_fold (typed) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (stored.kind != MAPPE_PERIOD_NONE)
    return stored;
  if (folded == NULL || strlen (folded) > 40)
    return no_period;
  if (mappe_date_is_valid (typed))
    return mappe_period_at (typed, MAPPE_PERIOD_MONTH);
  return parse_range (typed, &first, &last) ? period_of_days (first, last) : parse_words (folded);
}

/**
 * mappe_period_days:
 * @typed: (nullable): as for mappe_period_parse_typed(), or any days of the form "2026-04-03..2026-04-06"
 * @first: (out) (transfer full) (nullable): ISO day; %NULL when @typed is not understood
 * @last: (out) (transfer full) (nullable): ISO day
 *
 * Returns: whether @typed tells its days
 */
gboolean
mappe_period_days (const char *typed, char **first, char **last)
{
  MappePeriod period = mappe_period_parse_typed (typed);

  *first = mappe_period_first_day (period);
  *last = mappe_period_last_day (period);
  return *first != NULL || (typed != NULL && parse_range (typed, first, last));
}

/* Periods reach further back than the days that a record may hold, so that none of them prints as another. */
static gboolean
read_day (const char *iso, int *year, int *month)
{
  MappePeriod of_month;
  g_autofree char *text = g_strndup (iso, 7);
  const char *day = strlen (iso) == 10 && iso[7] == '-' ? iso + 8 : "";

  of_month = mappe_period_parse (text);
  *year = of_month.year;
  *month = of_month.month;
  return of_month.kind == MAPPE_PERIOD_MONTH && g_ascii_isdigit (day[0]) && g_ascii_isdigit (day[1])
         && g_date_valid_dmy ((GDateDay) (g_ascii_digit_value (day[0]) * 10 + g_ascii_digit_value (day[1])),
                              (GDateMonth) *month, (GDateYear) *year);
}

/**
 * mappe_period_at:
 * @iso: (nullable): a day, of the years 1 to 9999
 * @kind: a length
 *
 * Returns: the period of that length that holds the day; of kind %MAPPE_PERIOD_NONE for what is no day
 */
MappePeriod
mappe_period_at (const char *iso, MappePeriodKind kind)
{
  int year, month;

  if (kind == MAPPE_PERIOD_NONE || iso == NULL || !read_day (iso, &year, &month))
    return no_period;
  return make (kind, year, (month - 1) / (int) kind + 1);
}

/** mappe_period_add: Returns: the period @n periods later, earlier for a negative @n */
MappePeriod
mappe_period_add (MappePeriod period, int n)
{
  int months = period.year * 12 + period.month - 1 + n * (int) period.kind;

  if (period.kind == MAPPE_PERIOD_NONE)
    return no_period;
  return make (period.kind, months / 12, (months % 12) / (int) period.kind + 1);
}

/** mappe_period_distance: Returns: how many periods of the length of @from lie between the beginnings of both */
int
mappe_period_distance (MappePeriod from, MappePeriod to)
{
  g_return_val_if_fail (from.kind != MAPPE_PERIOD_NONE && to.kind != MAPPE_PERIOD_NONE, 0);
  return (to.year * 12 + to.month - from.year * 12 - from.month) / (int) from.kind;
}

/** mappe_period_to_text: Returns: (transfer full) (nullable): the stored form; %NULL for no period */
char *
mappe_period_to_text (MappePeriod period)
{
  switch (period.kind)
    {
    case MAPPE_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", period.year, period.month);
    case MAPPE_PERIOD_QUARTER:
      return g_strdup_printf ("%04dQ%d", period.year, (period.month + 2) / 3);
    case MAPPE_PERIOD_HALF:
      return g_strdup_printf ("%04dH%d", period.year, (period.month + 5) / 6);
    case MAPPE_PERIOD_YEAR:
      return g_strdup_printf ("%04d", period.year);
    case MAPPE_PERIOD_NONE:
    default:
      return NULL;
    }
}

/** mappe_period_first_day: Returns: (transfer full) (nullable): ISO day; %NULL for no period */
char *
mappe_period_first_day (MappePeriod period)
{
  return period.kind != MAPPE_PERIOD_NONE ? g_strdup_printf ("%04d-%02d-01", period.year, period.month) : NULL;
}

/** mappe_period_last_day: Returns: (transfer full) (nullable): ISO day; %NULL for no period */
char *
mappe_period_last_day (MappePeriod period)
{
  int month = period.month + (int) period.kind - 1;

  if (period.kind == MAPPE_PERIOD_NONE)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", period.year, month,
                          g_date_get_days_in_month ((GDateMonth) month, (GDateYear) period.year));
}
