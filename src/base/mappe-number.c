/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <langinfo.h>
#include <math.h>
#include <string.h>

#include "mappe-number.h"

/* 10^18 is the largest power of ten in 64 bits. */
#define MAX_DIGITS 18
/* "%.18f" of the largest double. */
#define REAL_BUFFER 340

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* Adds one decimal digit to a magnitude that must not exceed @limit. */
static gboolean
push_digit (guint64 *magnitude, guint digit, guint64 limit)
{
  if (*magnitude > (limit - digit) / 10)
    return FALSE;
  *magnitude = *magnitude * 10 + digit;
  return TRUE;
}

/**
 * mappe_decimal_parse:
 * @canonical: (nullable): "-12.5": optional minus sign, digits, optionally a point and digits
 * @digits: how many digits after the point @scaled stands for, at most 18
 * @scaled: (out) (optional): the value times 10^@digits; unchanged on failure
 *
 * Reads an exact decimal without going through floating point. More digits after the point than @digits
 * are accepted only when they are zeros.
 *
 * Returns: %FALSE when @canonical has another form, is finer than @digits or does not fit into 64 bits
 */
gboolean
mappe_decimal_parse (const char *canonical, guint digits, gint64 *scaled)
{
  gboolean negative = canonical != NULL && canonical[0] == '-';
  guint64 limit = (guint64) G_MAXINT64 + (negative ? 1 : 0);
  guint64 magnitude = 0;
  const char *p, *point;

  g_return_val_if_fail (digits <= MAX_DIGITS, FALSE);
  if (canonical == NULL)
    return FALSE;
  p = canonical + (negative ? 1 : 0);
  point = skip_digits (p);
  if (point == p || (*point != '\0' && *point != '.'))
    return FALSE;
  if (*point == '.' && (point[1] == '\0' || *skip_digits (point + 1) != '\0'))
    return FALSE;

  for (; p < point; p++)
    if (!push_digit (&magnitude, (guint) (*p - '0'), limit))
      return FALSE;
  if (*p == '.')
    p++;
  for (guint i = 0; i < digits; i++)
    if (!push_digit (&magnitude, *p != '\0' ? (guint) (*p++ - '0') : 0, limit))
      return FALSE;
  if (p[strspn (p, "0")] != '\0')
    return FALSE;

  if (scaled != NULL)
    *scaled = negative ? (gint64) (0 - magnitude) : (gint64) magnitude;
  return TRUE;
}

/**
 * mappe_decimal_to_canonical:
 * @scaled: a value times 10^@digits
 * @digits: how many digits follow the point, at most 18
 *
 * Returns: (transfer full): the stored form with exactly @digits digits after the point, for example "-12.50"
 */
char *
mappe_decimal_to_canonical (gint64 scaled, guint digits)
{
  guint64 magnitude = scaled < 0 ? 0 - (guint64) scaled : (guint64) scaled;
  guint64 power = 1;
  const char *sign = scaled < 0 ? "-" : "";

  g_return_val_if_fail (digits <= MAX_DIGITS, NULL);
  if (digits == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude);
  for (guint i = 0; i < digits; i++)
    power *= 10;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, magnitude / power, (int) digits,
                          magnitude % power);
}

/* g_ascii_strtod() alone would also take spaces, hexadecimal, "inf" and "nan". */
static gboolean
has_real_form (const char *p)
{
  const char *end;

  if (*p == '-')
    p++;
  end = skip_digits (p);
  if (end == p)
    return FALSE;
  if (*end == '.')
    {
      p = end + 1;
      end = skip_digits (p);
      if (end == p)
        return FALSE;
    }
  if (*end == 'e' || *end == 'E')
    {
      p = end + 1;
      if (*p == '+' || *p == '-')
        p++;
      end = skip_digits (p);
      if (end == p)
        return FALSE;
    }
  return *end == '\0';
}

/**
 * mappe_real_parse:
 * @canonical: (nullable): a number with "." as decimal mark, optionally with an exponent
 * @value: (out) (optional): the nearest double; unchanged on failure
 *
 * Returns: %FALSE when @canonical is no number or too large
 */
gboolean
mappe_real_parse (const char *canonical, double *value)
{
  double parsed;

  if (canonical == NULL || !has_real_form (canonical))
    return FALSE;
  parsed = g_ascii_strtod (canonical, NULL);
  if (!isfinite (parsed))
    return FALSE;
  if (value != NULL)
    *value = parsed;
  return TRUE;
}

/**
 * mappe_real_to_canonical:
 * @value: a finite number
 *
 * Returns: (transfer full) (nullable): the shortest text that mappe_real_parse() reads back as the same
 *   number; %NULL when @value is infinite or not a number. Minus zero is "0".
 */
char *
mappe_real_to_canonical (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return NULL;
  if (value == 0.0)
    return g_strdup ("0");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

/**
 * mappe_int_parse:
 * @canonical: (nullable): optional minus sign and digits
 * @value: (out) (optional): the number; unchanged on failure
 *
 * Returns: %FALSE when @canonical is no whole number or does not fit into 64 bits
 */
gboolean
mappe_int_parse (const char *canonical, gint64 *value)
{
  if (canonical == NULL || strchr (canonical, '.') != NULL)
    return FALSE;
  return mappe_decimal_parse (canonical, 0, value);
}

/* A mark of the locale as UTF-8. */
static char *
locale_mark (nl_item item, const char *fallback)
{
  const char *mark = nl_langinfo (item);
  char *utf8 = NULL;

  if (mark != NULL && *mark != '\0')
    utf8 = g_locale_to_utf8 (mark, -1, NULL, NULL, NULL);
  return utf8 != NULL ? utf8 : g_strdup (fallback);
}

/* Puts the marks of the locale into a canonical number without exponent. */
static char *
localize (const char *canonical)
{
  g_autofree char *point = locale_mark (RADIXCHAR, ".");
  g_autofree char *group = locale_mark (THOUSEP, "");
  GString *out = g_string_new (NULL);
  const char *p = canonical;
  const char *end;

  if (*p == '-')
    g_string_append_c (out, *p++);
  end = skip_digits (p);
  while (p < end)
    {
      g_string_append_c (out, *p++);
      if (p < end && (end - p) % 3 == 0)
        g_string_append (out, group);
    }
  if (*p == '.')
    {
      g_string_append (out, point);
      g_string_append (out, p + 1);
    }
  return g_string_free (out, FALSE);
}

/**
 * mappe_decimal_format:
 * @scaled: a value times 10^@digits
 * @digits: how many digits follow the decimal mark, at most 18
 *
 * Returns: (transfer full): the number for people, with decimal mark and grouping of the locale
 */
char *
mappe_decimal_format (gint64 scaled, guint digits)
{
  g_autofree char *canonical = mappe_decimal_to_canonical (scaled, digits);

  return localize (canonical);
}

/**
 * mappe_real_format:
 * @value: any number
 * @digits: how many digits follow the decimal mark, at most 18; negative for as many as the number needs
 *
 * Returns: (transfer full): the number for people; an en dash for "not a number", ∞ for infinity
 */
char *
mappe_real_format (double value, int digits)
{
  char format[8];
  char buffer[REAL_BUFFER];

  if (isnan (value))
    return g_strdup ("–");
  if (isinf (value))
    return g_strdup (value > 0 ? "∞" : "-∞");
  if (digits < 0)
    {
      g_autofree char *shortest = mappe_real_to_canonical (value);

      return strchr (shortest, 'e') != NULL ? g_strdup (shortest) : localize (shortest);
    }
  g_snprintf (format, sizeof format, "%%.%df", MIN (digits, MAX_DIGITS));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  /* "-0.00" looks like an error of ours. */
  if (buffer[0] == '-' && buffer[strspn (buffer, "-0.")] == '\0')
    return localize (buffer + 1);
  return localize (buffer);
}

/**
 * mappe_int_format:
 * @value: any whole number
 *
 * Returns: (transfer full): the number for people, grouped as the locale does
 */
char *
mappe_int_format (gint64 value)
{
  return mappe_decimal_format (value, 0);
}
