/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-recurrence.h"

#include <string.h>

#include "mappe-date.h"

/* Repetitions (RFC 5545 3.3.10), day by day: each day of the time that is looked at is asked whether it is one. */

typedef enum { DAILY, WEEKLY, MONTHLY, YEARLY } Frequency;

enum { MOST_PARTS = 62 };

/**
 * Rule:
 * @weekdays: by GDateWeekday: bits of the ordinals that are meant, 1 to 5; 6 is the last, 0 each
 * @month_days: from 1, below 0 from the end
 * @until: (nullable): last day, as it is stored
 */
typedef struct {
  Frequency frequency;
  int       interval, count;
  guint     weekdays[8];
  gboolean  by_weekday, by_ordinal;
  int       month_days[MOST_PARTS], months[MOST_PARTS];
  guint     n_month_days, n_months;
  char      until[11];
} Rule;

static gboolean
read_frequency (Rule *rule, const char *value)
{
  static const char *const names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], value) == 0)
      {
        rule->frequency = (Frequency) i;
        return TRUE;
      }
  return FALSE;
}

/* "MO", "1TU", "-1FR" */
static gboolean
read_weekday (Rule *rule, const char *text)
{
  static const char *const names[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  char *end;
  gint64 ordinal = g_ascii_strtoll (text, &end, 10);

  for (guint day = 1; day < G_N_ELEMENTS (names); day++)
    if (g_ascii_strcasecmp (names[day], end) == 0)
      {
        if (ordinal < -1 || ordinal > 5)
          return FALSE;
        rule->by_weekday = TRUE;
        rule->by_ordinal = rule->by_ordinal || ordinal != 0;
        rule->weekdays[day] |= 1u << (ordinal == -1 ? 6 : ordinal);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_weekdays (Rule *rule, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", MOST_PARTS);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!read_weekday (rule, parts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_numbers (const char *value, int least, int most, int *numbers, guint *n)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", MOST_PARTS);

  *n = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 number;

      if (*n == MOST_PARTS || !g_ascii_string_to_signed (parts[i], 10, least, most, &number, NULL) || number == 0)
        return FALSE;
      numbers[(*n)++] = (int) number;
    }
  return TRUE;
}

static gboolean
read_until (Rule *rule, const char *value)
{
  if (strspn (value, "0123456789") < 8)
    return FALSE;
  g_snprintf (rule->until, sizeof rule->until, "%.4s-%.2s-%.2s", value, value + 4, value + 6);
  return mappe_date_is_valid (rule->until);
}

static gboolean
read_part (Rule *rule, const char *name, const char *value)
{
  guint n;

  if (g_str_equal (name, "FREQ"))
    return read_frequency (rule, value);
  if (g_str_equal (name, "INTERVAL"))
    return read_numbers (value, 1, 1000, &rule->interval, &n) && n == 1;
  if (g_str_equal (name, "COUNT"))
    return read_numbers (value, 1, 100000, &rule->count, &n) && n == 1;
  if (g_str_equal (name, "UNTIL"))
    return read_until (rule, value);
  if (g_str_equal (name, "BYDAY"))
    return read_weekdays (rule, value);
  if (g_str_equal (name, "BYMONTHDAY"))
    return read_numbers (value, -31, 31, rule->month_days, &rule->n_month_days);
  if (g_str_equal (name, "BYMONTH"))
    return read_numbers (value, 1, 12, rule->months, &rule->n_months);
  return g_str_equal (name, "WKST");
}

static gboolean
read_rule (Rule *rule, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", 32);
  gboolean has_frequency = FALSE;

  rule->interval = 1;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *mark = strchr (parts[i], '=');
      g_autofree char *name = mark != NULL ? g_ascii_strup (parts[i], mark - parts[i]) : NULL;

      if (*parts[i] == '\0')
        continue;
      if (name == NULL || strchr (mark + 1, '=') != NULL
          || (g_str_equal (name, "INTERVAL") && strchr (mark, ',') != NULL)
          || (g_str_equal (name, "COUNT") && strchr (mark, ',') != NULL) || !read_part (rule, name, mark + 1))
        return FALSE;
      has_frequency = has_frequency || g_str_equal (name, "FREQ");
    }
  /* "Each Monday of a year" and ordinals in a week are beyond what secretariats write. */
  return has_frequency && !(rule->by_ordinal && rule->frequency < MONTHLY)
         && !(rule->frequency == YEARLY && rule->by_weekday && rule->n_months == 0);
}

/* --- one day --- */

static gboolean
has_number (const int *numbers, guint n, int wanted)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i] == wanted)
      return TRUE;
  return FALSE;
}

static gboolean
is_weekday (const Rule *rule, const GDate *day)
{
  guint bits = rule->weekdays[g_date_get_weekday (day)];
  guint ordinal = (g_date_get_day (day) - 1u) / 7 + 1;
  gboolean last = g_date_get_day (day) + 7 > g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));

  return (bits & 1u) != 0 || (bits >> ordinal & 1u) != 0 || (last && (bits >> 6 & 1u) != 0);
}

static gboolean
is_month_day (const Rule *rule, const GDate *day, const GDate *start)
{
  int days = g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));

  if (rule->n_month_days > 0)
    return has_number (rule->month_days, rule->n_month_days, g_date_get_day (day))
           || has_number (rule->month_days, rule->n_month_days, (int) g_date_get_day (day) - days - 1);
  return rule->by_weekday || g_date_get_day (day) == g_date_get_day (start);
}

/* Returns: how many days, weeks, months or years @day is behind @start */
static int
steps_between (Frequency frequency, const GDate *start, const GDate *day)
{
  int months = (g_date_get_year (day) - g_date_get_year (start)) * 12 + (int) g_date_get_month (day)
               - (int) g_date_get_month (start);
  int days = g_date_days_between (start, day);

  switch (frequency)
    {
    case DAILY:
      return days;
    case WEEKLY:
      return (days + (int) g_date_get_weekday (start) - 1) / 7;
    case MONTHLY:
      return months;
    case YEARLY:
    default:
      return g_date_get_year (day) - g_date_get_year (start);
    }
}

static gboolean
is_day (const Rule *rule, const GDate *start, const GDate *day)
{
  if (steps_between (rule->frequency, start, day) % rule->interval != 0)
    return FALSE;
  if (rule->n_months > 0 && !has_number (rule->months, rule->n_months, (int) g_date_get_month (day)))
    return FALSE;
  if (rule->by_weekday && !is_weekday (rule, day))
    return FALSE;
  switch (rule->frequency)
    {
    case DAILY:
      return TRUE;
    case WEEKLY:
      return rule->by_weekday || g_date_get_weekday (day) == g_date_get_weekday (start);
    case MONTHLY:
      return is_month_day (rule, day, start);
    case YEARLY:
    default:
      return is_month_day (rule, day, start)
             && (rule->n_months > 0 || g_date_get_month (day) == g_date_get_month (start));
    }
}

/**
 * mappe_recurrence_days:
 * @rule: value of an RRULE
 * @start: the first day, as it is stored
 * @without: (element-type utf8): days that are left out, as they are stored
 * @days: (element-type utf8): gets the days, the first one as well
 * @cut: (out): whether there are more than were taken
 *
 * Returns: whether the rule was understood; if not, @days gets the first day alone
 */
gboolean
mappe_recurrence_days (const char *rule, const char *start, GHashTable *without, GPtrArray *days, gboolean *cut)
{
  Rule read = { 0 };
  GDate first, day;
  gboolean understood = read_rule (&read, rule) && mappe_date_parse_iso (start, &first);
  int n = 1;

  *cut = FALSE;
  if (!g_hash_table_contains (without, start))
    g_ptr_array_add (days, g_strdup (start));
  if (!understood)
    return FALSE;
  day = first;
  for (int i = 0; i < MAPPE_RECURRENCE_DAYS && g_date_get_julian (&day) < 3600000; i++)
    {
      g_autofree char *iso = NULL;

      g_date_add_days (&day, 1);
      iso = mappe_date_to_iso (&day);
      if ((read.count > 0 && n >= read.count) || (*read.until != '\0' && strcmp (iso, read.until) > 0))
        return TRUE;
      if (!is_day (&read, &first, &day))
        continue;
      if (days->len >= MAPPE_RECURRENCE_MOST)
        break;
      n++;
      if (!g_hash_table_contains (without, iso))
        g_ptr_array_add (days, g_steal_pointer (&iso));
    }
  *cut = TRUE;
  return TRUE;
}
