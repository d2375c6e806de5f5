/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-error.h"

/* A Monday in ISO week 48. */
#define TODAY "2026-11-23"

typedef struct {
  const char *typed;
  const char *today;
  const char *day; /* NULL: refused */
} Case;

static void
check_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *today = cases[i].today != NULL ? cases[i].today : TODAY;
      g_autofree char *day = mappe_date_parse_typed (cases[i].typed, today, &error);

      if (g_strcmp0 (day, cases[i].day) != 0)
        g_error ("“%s” on %s: %s instead of %s", cases[i].typed, today, day, cases[i].day);
      if (cases[i].day != NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 200);
    }
}

static void
test_valid (void)
{
  static const char *const good[] = { "1583-01-01", "9999-12-31", "2028-02-29", "2000-02-29", "2026-11-23" };
  static const char *const bad[] = {
    "",           "2026",       "2026-1-1",    "2026-13-01", "2026-00-10",  "2026-04-31", "2026-02-29",
    "2100-02-29", "1582-12-31", "0000-01-01",  "26-01-01",   "2026-01-010", "2026-01-01 ", " 2026-01-01",
    "2026/01/01", "2026-01-1a", "+026-01-01", "2026-01-01T", "20260101",   "２０２６-01-01", "2026-01-",
  };
  GDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *back = NULL;

      g_assert_true (mappe_date_is_valid (good[i]));
      g_assert_true (mappe_date_parse_iso (good[i], &date));
      back = mappe_date_to_iso (&date);
      g_assert_cmpstr (back, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (mappe_date_is_valid (bad[i]));
      g_assert_false (mappe_date_parse_iso (bad[i], &date));
    }
  g_assert_false (mappe_date_is_valid (NULL));
}

static void
test_parse_iso_keeps_on_failure (void)
{
  GDate date;
  g_autofree char *kept = NULL;

  g_assert_true (mappe_date_parse_iso ("2026-11-23", &date));
  g_assert_false (mappe_date_parse_iso ("2026-11-31", &date));
  kept = mappe_date_to_iso (&date);
  g_assert_cmpstr (kept, ==, "2026-11-23");
}

static void
test_typed_numbers (void)
{
  static const Case cases[] = {
    { "2026-12-31", NULL, "2026-12-31" },
    { "2026-2-3", NULL, "2026-02-03" },
    { "2026/12/31", NULL, "2026-12-31" },
    { "31.12.2026", NULL, "2026-12-31" },
    { "  31. 12. 2026 ", NULL, "2026-12-31" },
    { "1.2.2027", NULL, "2027-02-01" },
    { "31/12/2026", NULL, "2026-12-31" },
    { "31-12-2026", NULL, "2026-12-31" },
    { "31 12 2026", NULL, "2026-12-31" },
    { "31.12.26", NULL, "2026-12-31" },
    { "1.1.00", NULL, "2000-01-01" },
    { "1.1.79", NULL, "2079-01-01" },
    { "1.1.80", NULL, "1980-01-01" },
    { "1.1.99", NULL, "1999-01-01" },
    { "311226", NULL, "2026-12-31" },
    { "31122026", NULL, "2026-12-31" },
    { "20261231", NULL, "2026-12-31" },
    { "20101201", NULL, "2010-12-01" },
    { "20112020", NULL, "2020-11-20" },
    { "29.2.2028", NULL, "2028-02-29" },
    { "29.2.2027", NULL, NULL },
    { "31.4.2027", NULL, NULL },
    { "12/31/2026", NULL, NULL },
    { "0.1.2027", NULL, NULL },
    { "1.0.2027", NULL, NULL },
    { "32.1.27", NULL, NULL },
    { "1.1.1582", NULL, NULL },
    { "1.1.123", NULL, NULL },
    { "1.1.20267", NULL, NULL },
    { "3112", NULL, NULL },
    { "15", NULL, NULL },
    { "1.2.3.4", NULL, NULL },
    { "99999999999999999999", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typed_without_year (void)
{
  static const Case cases[] = {
    { "3.4.", NULL, "2027-04-03" },
    { "3.4", NULL, "2027-04-03" },
    { "3/4", NULL, "2027-04-03" },
    { "31.12.", NULL, "2026-12-31" },
    { "23.11.", NULL, "2026-11-23" },
    { "22.11.", NULL, "2026-11-22" },
    { "23.5.", NULL, "2026-05-23" },
    { "22.5.", NULL, "2027-05-22" },
    { "20.12.", "2027-01-10", "2026-12-20" },
    { "10.7.", "2027-01-10", "2026-07-10" },
    { "9.7.", "2027-01-10", "2027-07-09" },
    { "28.2.", "2026-08-31", "2026-02-28" },
    { "29.2.", "2027-10-01", "2028-02-29" },
    { "29.2.", "2028-03-01", "2028-02-29" },
    { "29.2.", "2026-01-01", NULL },
    { "31.4.", NULL, NULL },
    { "1.13.", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typed_relative (void)
{
  static const Case cases[] = {
    { "+14", NULL, "2026-12-07" },
    { "-3", NULL, "2026-11-20" },
    { "\u22123", NULL, "2026-11-20" },
    { "+0", NULL, "2026-11-23" },
    { "+ 1", NULL, "2026-11-24" },
    { "+2w", NULL, "2026-12-07" },
    { "+2 Wochen", NULL, "2026-12-07" },
    { "+1 week", NULL, "2026-11-30" },
    { "-1w", NULL, "2026-11-16" },
    { "+10d", NULL, "2026-12-03" },
    { "+10t", NULL, "2026-12-03" },
    { "+10 Tage", NULL, "2026-12-03" },
    { "+1m", NULL, "2026-12-23" },
    { "+1m", "2027-01-31", "2027-02-28" },
    { "+1m", "2028-01-31", "2028-02-29" },
    { "+1m", "2027-03-31", "2027-04-30" },
    { "+1m", "2026-12-31", "2027-01-31" },
    { "-1m", "2027-03-31", "2027-02-28" },
    { "-1m", "2027-01-15", "2026-12-15" },
    { "-12m", "2028-02-29", "2027-02-28" },
    { "+2 Monate", NULL, "2027-01-23" },
    { "+1y", NULL, "2027-11-23" },
    { "+1 Jahr", NULL, "2027-11-23" },
    { "-1j", "2028-02-29", "2027-02-28" },
    { "+1x", NULL, NULL },
    { "+1weekend", NULL, NULL },
    { "+", NULL, NULL },
    { "++1", NULL, NULL },
    { "+10000", NULL, NULL },
    { "+9999y", NULL, NULL },
    { "-9999y", NULL, NULL },
    { "+1", "9999-12-31", NULL },
    { "-1", "1583-01-01", NULL },
    { "-1m", "1583-01-01", NULL },
    { "+1m", "9999-12-01", NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typed_words (void)
{
  static const Case cases[] = {
    { "heute", NULL, "2026-11-23" },
    { "Today", NULL, "2026-11-23" },
    { "MORGEN", NULL, "2026-11-24" },
    { "tomorrow", NULL, "2026-11-24" },
    { "gestern", NULL, "2026-11-22" },
    { "yesterday", NULL, "2026-11-22" },
    { "übermorgen", NULL, "2026-11-25" },
    { "uebermorgen", NULL, "2026-11-25" },
    { "vorgestern", NULL, "2026-11-21" },
    { "mo", NULL, "2026-11-30" },
    { "Mo.", NULL, "2026-11-30" },
    { "mon", NULL, "2026-11-30" },
    { "Montag", NULL, "2026-11-30" },
    { "Monday", NULL, "2026-11-30" },
    { "di", NULL, "2026-11-24" },
    { "Tue", NULL, "2026-11-24" },
    { "tuesday", NULL, "2026-11-24" },
    { "Mittwoch", NULL, "2026-11-25" },
    { "wed", NULL, "2026-11-25" },
    { "do", NULL, "2026-11-26" },
    { "Donnerstag", NULL, "2026-11-26" },
    { "th", NULL, "2026-11-26" },
    { "fr", NULL, "2026-11-27" },
    { "sa", NULL, "2026-11-28" },
    { "Sonnabend", NULL, "2026-11-28" },
    { "so", NULL, "2026-11-29" },
    { "su", NULL, "2026-11-29" },
    { "Sunday", NULL, "2026-11-29" },
    { "m", NULL, NULL },
    { "morgens", NULL, NULL },
    { "irgendwann", NULL, NULL },
    { "tomorrow", "9999-12-31", NULL },
    { "yesterday", "1583-01-01", NULL },
    { "", NULL, NULL },
    { "   ", NULL, NULL },
    { "?", NULL, NULL },
    { "M\xFCrz", NULL, NULL },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL, NULL },
    { "................................................................", NULL, NULL },
    { "a b c d e f", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typed_weeks (void)
{
  static const Case cases[] = {
    { "KW 12", NULL, "2027-03-22" },
    { "kw12", NULL, "2027-03-22" },
    { "kw 12.", NULL, "2027-03-22" },
    { "KW. 12", NULL, "2027-03-22" },
    { "week 12", NULL, "2027-03-22" },
    { "Woche 12", NULL, "2027-03-22" },
    { "w12 2027", NULL, "2027-03-22" },
    { "KW 12/2027", NULL, "2027-03-22" },
    { "KW 12/27", NULL, "2027-03-22" },
    { "2027-W12", NULL, "2027-03-22" },
    { "KW 48", NULL, "2026-11-23" },
    { "KW 47", NULL, "2026-11-16" },
    { "KW 1", NULL, "2027-01-04" },
    { "KW 1 2026", NULL, "2025-12-29" },
    { "KW 53", NULL, "2026-12-28" },
    { "KW 53 2026", NULL, "2026-12-28" },
    { "KW 53 2027", NULL, NULL },
    { "KW 52", "2027-01-10", "2026-12-21" },
    { "KW 0", NULL, NULL },
    { "KW 54", NULL, NULL },
    { "KW 2027", NULL, NULL },
    { "KW", NULL, NULL },
    { "KW 12 202", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typed_month_names (void)
{
  static const Case cases[] = {
    { "3. April", NULL, "2027-04-03" },
    { "3 april", NULL, "2027-04-03" },
    { "3 April 2027", NULL, "2027-04-03" },
    { "3. April 2027", NULL, "2027-04-03" },
    { "Apr 3", NULL, "2027-04-03" },
    { "apr. 3", NULL, "2027-04-03" },
    { "April 3, 2027", NULL, "2027-04-03" },
    { "3 Apr 27", NULL, "2027-04-03" },
    { "3.Apr.27", NULL, "2027-04-03" },
    { "3-Apr-2027", NULL, "2027-04-03" },
    { "1. März", NULL, "2027-03-01" },
    { "1. Maerz 2027", NULL, "2027-03-01" },
    { "1. Mrz", NULL, "2027-03-01" },
    { "1 march", NULL, "2027-03-01" },
    { "31 Dez", NULL, "2026-12-31" },
    { "31 Dec", NULL, "2026-12-31" },
    { "1. Jänner", NULL, "2027-01-01" },
    { "1 January 2027", NULL, "2027-01-01" },
    { "5. Juni", NULL, "2026-06-05" },
    { "5. Juli", NULL, "2026-07-05" },
    { "5 jul", NULL, "2026-07-05" },
    { "5 okt", NULL, "2026-10-05" },
    { "5 october", NULL, "2026-10-05" },
    { "5. Mai", NULL, "2027-05-05" },
    { "31. April", NULL, NULL },
    { "3 ap", NULL, NULL },
    { "April", NULL, NULL },
    { "April 2027", NULL, NULL },
    { "3 Aprilmond", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typed_with_weekday (void)
{
  static const Case cases[] = {
    { "Thursday, 31 December 2026", NULL, "2026-12-31" },
    { "Donnerstag, 31. Dezember 2026", NULL, "2026-12-31" },
    { "Do 31.12.", NULL, "2026-12-31" },
    { "Do., 31.12.26", NULL, "2026-12-31" },
    { "Thu, Dec 31", NULL, "2026-12-31" },
    { "Mo 31.12.2026", NULL, NULL },
    { "Mo, ", NULL, NULL },
    { "Mo 3", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* What the program shows may be typed again. */
static void
test_shown_can_be_typed (void)
{
  g_autofree char *iso = g_strdup ("2023-12-25");

  while (strcmp (iso, "2025-01-10") < 0)
    {
      g_autofree char *shown = mappe_date_format (iso);
      g_autofree char *long_form = mappe_date_format_long (iso);
      g_autofree char *from_short = mappe_date_parse_typed (shown, TODAY, NULL);
      g_autofree char *from_long = mappe_date_parse_typed (long_form, TODAY, NULL);
      char *next = mappe_date_add_days (iso, 1);

      g_assert_cmpstr (from_short, ==, iso);
      g_assert_cmpstr (from_long, ==, iso);
      g_free (iso);
      iso = next;
    }
}

/* Every day without its year comes back within half a year around today, except a 29 February far away. */
static void
test_nearest_window (void)
{
  for (int offset = -180; offset <= 180; offset++)
    {
      g_autofree char *iso = mappe_date_add_days (TODAY, offset);
      g_autofree char *typed = g_strdup_printf ("%.2s.%.2s.", iso + 8, iso + 5);
      g_autofree char *day = mappe_date_parse_typed (typed, TODAY, NULL);

      g_assert_cmpstr (day, ==, iso);
    }
}

static void
test_typed_uses_today (void)
{
  g_autofree char *today = NULL;

  g_setenv ("MAPPE_TODAY", "2027-02-01", TRUE);
  today = mappe_date_parse_typed ("+1", NULL, NULL);
  g_assert_cmpstr (today, ==, "2027-02-02");
  g_unsetenv ("MAPPE_TODAY");
}

static void
test_error_messages (void)
{
  static const char *const typed[] = { "", "31.4.2027", "soon", "Mo 31.12.2026" };
  static const char *const part[] = { "Type a date", "no such day: “31.4.2027”", "“soon” is not a date",
                                      "it is Thursday, 31 December 2026" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mappe_date_parse_typed (typed[i], TODAY, &error));
      g_assert_nonnull (strstr (error->message, part[i]));
      g_assert_null (mappe_date_parse_typed (typed[i], TODAY, NULL));
    }
}

static void
test_format (void)
{
  static const struct {
    char *(*format) (const char *);
    const char *in;
    const char *out;
  } cases[] = {
    { mappe_date_format, "2026-12-31", "31 Dec 2026" },
    { mappe_date_format, "2026-04-03", "3 Apr 2026" },
    { mappe_date_format, "1583-01-01", "1 Jan 1583" },
    { mappe_date_format, "9999-12-31", "31 Dec 9999" },
    { mappe_date_format, NULL, "" },
    { mappe_date_format, "", "" },
    { mappe_date_format, "2026-02-31", "2026-02-31" },
    { mappe_date_format_long, "2026-12-31", "Thursday, 31 December 2026" },
    { mappe_date_format_long, "later", "later" },
    { mappe_datetime_format, "2026-12-31T17:30", "31 Dec 2026, 17:30" },
    { mappe_datetime_format, "2026-12-31", "2026-12-31" },
    { mappe_datetime_format, NULL, "" },
    { mappe_stamp_format, "2026-12-31T17:30:59.999Z", "31 Dec 2026, 17:30" },
    { mappe_stamp_format, "yesterday", "yesterday" },
    { mappe_stamp_format, NULL, "" },
  };
  g_autofree char *month = mappe_date_format_month (2026, 12);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = cases[i].format (cases[i].in);

      g_assert_cmpstr (out, ==, cases[i].out);
    }
  g_assert_cmpstr (month, ==, "December 2026");
}

static void
test_arithmetic (void)
{
  static const struct {
    const char *from;
    int days;
    const char *to;
  } cases[] = {
    { "2026-11-23", 0, "2026-11-23" },   { "2026-11-23", 1, "2026-11-24" },   { "2026-12-31", 1, "2027-01-01" },
    { "2028-02-28", 1, "2028-02-29" },   { "2027-02-28", 1, "2027-03-01" },   { "2026-11-23", 365, "2027-11-23" },
    { "2026-03-28", 2, "2026-03-30" },   { "2000-01-01", 36525, "2100-01-01" }, { "2100-02-28", 1, "2100-03-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = mappe_date_add_days (cases[i].from, cases[i].days);
      g_autofree char *back = mappe_date_add_days (cases[i].to, -cases[i].days);

      g_assert_cmpstr (to, ==, cases[i].to);
      g_assert_cmpstr (back, ==, cases[i].from);
      g_assert_cmpint (mappe_date_days_between (cases[i].from, cases[i].to), ==, cases[i].days);
      g_assert_cmpint (mappe_date_days_between (cases[i].to, cases[i].from), ==, -cases[i].days);
    }
  g_assert_null (mappe_date_add_days ("9999-12-31", 1));
  g_assert_null (mappe_date_add_days ("1583-01-01", -1));
  g_assert_null (mappe_date_add_days (TODAY, G_MAXINT));
  g_assert_null (mappe_date_add_days (TODAY, G_MININT));
  g_assert_null (mappe_date_add_days ("2026-02-30", 1));
  g_assert_null (mappe_date_add_days (NULL, 1));
  g_assert_cmpint (mappe_date_days_between (NULL, TODAY), ==, 0);
  g_assert_cmpint (mappe_date_days_between (TODAY, "x"), ==, 0);
}

static void
test_today (void)
{
  g_autofree char *fixed = NULL;
  g_autofree char *local = NULL;
  g_autofree char *ignored = NULL;

  g_setenv ("MAPPE_TODAY", "2026-11-23", TRUE);
  fixed = mappe_date_today ();
  g_assert_cmpstr (fixed, ==, "2026-11-23");
  g_setenv ("MAPPE_TODAY", "23.11.2026", TRUE);
  ignored = mappe_date_today ();
  g_assert_true (mappe_date_is_valid (ignored));
  g_unsetenv ("MAPPE_TODAY");
  local = mappe_date_today ();
  g_assert_true (mappe_date_is_valid (local));
}

static void
test_time_valid (void)
{
  static const char *const good[] = { "00:00", "09:30", "23:59" };
  static const char *const bad[] = {
    "", "9:30", "24:00", "23:60", "0930", "09:30:00", "09.30", " 9:30", "09:3", "ab:cd",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (mappe_time_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mappe_time_is_valid (bad[i]));
  g_assert_false (mappe_time_is_valid (NULL));
}

static void
test_time_typed (void)
{
  static const char *const cases[][2] = {
    { "9", "09:00" }, { "09", "09:00" }, { "9:30", "09:30" }, { "0930", "09:30" }, { "930", "09:30" },
    { "9.30", "09:30" }, { "9 Uhr", "09:00" }, { "9 Uhr 30", "09:30" }, { "9:30 Uhr", "09:30" },
    { "9.30 uhr", "09:30" }, { "9h30", "09:30" }, { "9h", "09:00" }, { "17:45", "17:45" },
    { "1745", "17:45" }, { "0", "00:00" }, { "23:59", "23:59" }, { "2 pm", "14:00" }, { "2:30pm", "14:30" },
    { "12 am", "00:00" }, { "12 pm", "12:00" }, { " 9 : 30 ", "09:30" }, { "", NULL }, { "24:00", NULL },
    { "24", NULL }, { "9:60", NULL }, { "9:3", NULL }, { "9:300", NULL }, { "123456", NULL }, { "-9", NULL },
    { "9 Uhr mittags", NULL }, { "noon", NULL }, { "13 pm", NULL }, { "0 am", NULL }, { "2pm30", NULL },
    { "9:30:15", NULL }, { "\xFF", NULL }, { "109:30", NULL }, { "9 x", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *time = mappe_time_parse_typed (cases[i][0], &error);

      if (g_strcmp0 (time, cases[i][1]) != 0)
        g_error ("“%s”: %s instead of %s", cases[i][0], time, cases[i][1]);
      if (time == NULL)
        g_assert_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE);
      else
        g_assert_true (mappe_time_is_valid (time));
    }
}

static void
test_datetime_valid (void)
{
  g_assert_true (mappe_datetime_is_valid ("2026-12-31T17:30"));
  g_assert_false (mappe_datetime_is_valid ("2026-12-31 17:30"));
  g_assert_false (mappe_datetime_is_valid ("2026-12-31T17:30:00"));
  g_assert_false (mappe_datetime_is_valid ("2026-12-32T17:30"));
  g_assert_false (mappe_datetime_is_valid ("2026-12-31T25:30"));
  g_assert_false (mappe_datetime_is_valid ("2026-12-31T"));
  g_assert_false (mappe_datetime_is_valid ("2026-12-31"));
  g_assert_false (mappe_datetime_is_valid (""));
  g_assert_false (mappe_datetime_is_valid (NULL));
}

static void
test_stamp (void)
{
  g_autofree char *first = mappe_stamp_now ();
  g_autofree char *second = mappe_stamp_now ();
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (first, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$", first, 0, 0));
  g_assert_cmpstr (first, <=, second);
  g_assert_nonnull (instant);
  g_assert_cmpint (ABS (g_date_time_difference (now, instant)), <, G_TIME_SPAN_HOUR);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/parse-iso-keeps-on-failure", test_parse_iso_keeps_on_failure);
  g_test_add_func ("/date/typed/numbers", test_typed_numbers);
  g_test_add_func ("/date/typed/without-year", test_typed_without_year);
  g_test_add_func ("/date/typed/relative", test_typed_relative);
  g_test_add_func ("/date/typed/words", test_typed_words);
  g_test_add_func ("/date/typed/weeks", test_typed_weeks);
  g_test_add_func ("/date/typed/month-names", test_typed_month_names);
  g_test_add_func ("/date/typed/with-weekday", test_typed_with_weekday);
  g_test_add_func ("/date/typed/shown-can-be-typed", test_shown_can_be_typed);
  g_test_add_func ("/date/typed/nearest-window", test_nearest_window);
  g_test_add_func ("/date/typed/uses-today", test_typed_uses_today);
  g_test_add_func ("/date/typed/error-messages", test_error_messages);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/arithmetic", test_arithmetic);
  g_test_add_func ("/date/today", test_today);
  g_test_add_func ("/time/valid", test_time_valid);
  g_test_add_func ("/time/typed", test_time_typed);
  g_test_add_func ("/datetime/valid", test_datetime_valid);
  g_test_add_func ("/stamp/now", test_stamp);
  return g_test_run ();
}
