/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MINUS "\u2212"
#define DASH "\u2013"
#define MOST_DIGITS 12
#define TOO_LONG 1e15  /* no count of anything; shown with its power of ten */

/**
 * mappe_chart_month:
 * @year: e.g. 2026
 * @month: 1 to 12
 *
 * Returns: the position of that month on an axis of time; a quarter or a year is that of its first month
 */
double
mappe_chart_month (int year, int month)
{
  return year * 12.0 + month - 1;
}

/** mappe_chart_month_name: @month: 0 is January. Returns: (transfer none): "Jan", "Mär" */
const char *
mappe_chart_month_name (int month, const MappeLanguage *language)
{
  /* Translators: short names of the months, of three letters, for the axis of a chart */
  static const char *const names[] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
                                       N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };

  g_return_val_if_fail (month >= 0 && month < 12, "");
  return mappe_language_text (language, names[month]);
}

static const char *
full_month_name (int month, const MappeLanguage *language)
{
  static const char *const names[] = { N_("January"), N_("February"), N_("March"), N_("April"), N_("May"),
                                       N_("June"), N_("July"), N_("August"), N_("September"), N_("October"),
                                       N_("November"), N_("December") };

  return mappe_language_text (language, names[month]);
}

/* "1234.5" → "1.234,5" */
static char *
localise (const char *canonical, gboolean german)
{
  GString *text = g_string_new (*canonical == '-' ? MINUS : NULL);
  const char *digits = canonical + (*canonical == '-');
  const char *mark = strchr (digits, '.');
  gsize whole = mark != NULL ? (gsize) (mark - digits) : strlen (digits);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, german ? '.' : ',');
      g_string_append_c (text, digits[i]);
    }
  if (mark != NULL)
    {
      g_string_append_c (text, german ? ',' : '.');
      g_string_append (text, mark + 1);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_zero (const char *canonical)
{
  return strspn (canonical, "-0.") == strlen (canonical);
}

/**
 * mappe_chart_number_text:
 * @value: any number
 * @digits: after the decimal mark, at most 12
 *
 * Returns: (transfer full): "1.234,5" in German, "1,234.5" in English, with a true minus sign and never "−0"; "–" for
 *   %NAN, "∞" for what is unbounded; from 10¹⁵ on with a power of ten: "1,20e+15"
 */
char *
mappe_chart_number_text (double value, guint digits, const MappeLanguage *language)
{
  char format[16], buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup (DASH);
  if (isinf (value))
    return g_strdup (value < 0 ? MINUS "\u221e" : "\u221e");
  if (fabs (value) >= TOO_LONG)
    g_strlcpy (format, "%.2e", sizeof format);
  else
    g_snprintf (format, sizeof format, "%%.%uf", MIN (digits, MOST_DIGITS));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  return localise (is_zero (buffer) && *buffer == '-' ? buffer + 1 : buffer, mappe_language_is_german (language));
}

/** mappe_chart_round_text: Returns: (transfer full): @value with up to 3 digits behind the mark, none idle: "0,25" */
char *
mappe_chart_round_text (double value, const MappeLanguage *language)
{
  for (guint digits = 0; digits < 4; digits++)
    if (fabs (value * pow (10, digits) - round (value * pow (10, digits))) < 1e-6 * pow (10, digits))
      return mappe_chart_number_text (value, digits, language);
  return mappe_chart_number_text (value, 3, language);
}

/** mappe_chart_range_text: Returns: (transfer full): "0,65 bis 0,83", "0.65 to 0.83" */
char *
mappe_chart_range_text (double lower, double upper, guint digits, const MappeLanguage *language)
{
  g_autofree char *from = mappe_chart_number_text (lower, digits, language);
  g_autofree char *to = mappe_chart_number_text (upper, digits, language);

  /* Translators: an interval of numbers: "0.65 to 0.83" */
  return g_strdup_printf (L_ ("%s to %s"), from, to);
}

/**
 * mappe_chart_period_text:
 * @month: as of mappe_chart_month(); any moment within the period
 * @step: months of a period: 1, 3, 6 or 12
 *
 * Returns: (transfer full): "März 2026", "Q1 2026", "2026"
 */
char *
mappe_chart_period_text (double month, guint step, const MappeLanguage *language)
{
  int year, nth;

  if (!isfinite (month) || fabs (month) > 120000)
    return g_strdup (DASH);
  year = (int) floor (month / 12);
  nth = CLAMP ((int) floor (month - year * 12.0), 0, 11);
  if (step >= 12)
    return g_strdup_printf ("%d", year);
  if (step == 3)
    return g_strdup_printf ("Q%d %d", nth / 3 + 1, year);
  if (step == 6)
    /* Translators: half of a year: "1st half of 2026" */
    return g_strdup_printf (nth < 6 ? L_ ("1st half of %d") : L_ ("2nd half of %d"), year);
  return g_strdup_printf ("%s %d", full_month_name (nth, language), year);
}
