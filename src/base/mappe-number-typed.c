/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "mappe-error.h"
#include "mappe-number.h"
#include "mappe-typed-private.h"

/* Far more than any field holds; keeps a pasted page out of the error messages and the arithmetic. */
#define MAX_TYPED 64

/* The typed text with every kind of space as ' ' and every kind of apostrophe as '\''; NULL when there is
 * anything but digits and marks. */
static char *
simplify (const char *typed)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!g_utf8_validate (typed, -1, NULL))
    return NULL;
  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (out, ' ');
      else if (c == '\'' || c == 0x2019)
        g_string_append_c (out, '\'');
      else if (c == '-' || c == 0x2212)
        g_string_append_c (out, '-');
      else if (c < 0x80 && (g_ascii_isdigit ((char) c) || strchr (".,+", (int) c) != NULL))
        g_string_append_c (out, (char) c);
      else
        return NULL;
    }
  g_strstrip (out->str);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static guint
count (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;
  return n;
}

/* One single mark after which three digits follow: only the reader's habit tells what it means. */
static gboolean
could_be_group (const char *number, const char *mark)
{
  gsize before = (gsize) (mark - number);

  return before >= 1 && before <= 3 && number[0] != '0' && strlen (mark + 1) == 3
         && strpbrk (number, " '") == NULL;
}

/* The only mark of @number, which could begin a group or the decimals; NULL when its writing says which. */
static const char *
find_doubtful_mark (const char *number)
{
  const char *mark = strpbrk (number, ".,");

  return mark != NULL && strpbrk (mark + 1, ".,") == NULL && could_be_group (number, mark) ? mark : NULL;
}

/* The place of the decimal mark in @number, or NULL when it has none; in doubt it is one of @habit. */
static const char *
find_decimal_mark (const char *number, const char *habit)
{
  const char *last_point = strrchr (number, '.');
  const char *last_comma = strrchr (number, ',');
  const char *mark;

  if (last_point != NULL && last_comma != NULL)
    return MAX (last_point, last_comma);
  mark = last_point != NULL ? last_point : last_comma;
  if (mark == NULL || count (number, *mark) > 1)
    return NULL;
  if (find_doubtful_mark (number) != NULL && strchr (habit, *mark) == NULL)
    return NULL;
  return mark;
}

/* Copies the digits from @p to @end, which may be grouped in threes by one kind of mark. */
static gboolean
append_whole (GString *out, const char *p, const char *end)
{
  char group = '\0';
  guint run = 0;

  for (; p < end; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (out, *p);
          run++;
          continue;
        }
      if (group == '\0' ? run < 1 || run > 3 : *p != group || run != 3)
        return FALSE;
      group = *p;
      run = 0;
    }
  return group == '\0' || run == 3;
}

static gboolean
append_fraction (GString *out, const char *p)
{
  if (*p == '\0' || p[strspn (p, "0123456789")] != '\0')
    return FALSE;
  g_string_append_printf (out, ".%s", p);
  return TRUE;
}

static char *
to_canonical (const char *simple, const char *habit)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean negative = *simple == '-';
  const char *mark;
  gsize zeros;

  if (*simple == '-' || *simple == '+')
    simple++;
  simple += strspn (simple, " ");
  mark = find_decimal_mark (simple, habit);
  if (!append_whole (out, simple, mark != NULL ? mark : simple + strlen (simple)))
    return NULL;
  if (mark != NULL && !append_fraction (out, mark + 1))
    return NULL;
  if (out->len == 0)
    return NULL;

  zeros = strspn (out->str, "0");
  g_string_erase (out, 0, (gssize) zeros);
  if (!g_ascii_isdigit (out->str[0]))
    g_string_prepend_c (out, '0');
  if (negative && out->str[strspn (out->str, "0.")] != '\0')
    g_string_prepend_c (out, '-');
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
parse (const char *typed, const char *habit, GError **error)
{
  g_autofree char *simple = simplify (typed);
  g_autofree char *canonical = NULL;
  g_autofree char *shown = NULL;

  if (simple != NULL && *simple == '\0')
    {
      g_set_error_literal (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_NUMBER, _("Type a number."));
      return NULL;
    }
  if (simple != NULL && strlen (simple) <= MAX_TYPED)
    canonical = to_canonical (simple, habit);
  if (canonical != NULL)
    return g_steal_pointer (&canonical);

  shown = mappe_typed_quote (typed);
  g_set_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_NUMBER,
               /* Translators: the first is what was typed, the second an example in the usual writing */
               _("“%s” is not a number. Write it for example like this: %s"), shown, _("1,234.50"));
  return NULL;
}

/**
 * mappe_number_parse_typed:
 * @typed: what a person typed
 * @error: return location for an error of %MAPPE_BASE_ERROR_NUMBER; its message is translated
 *
 * Reads a number in German or English writing: "1.234,5", "1,234.5", "1 234,5", "1'234.50", "-3", ",5".
 * Groups must have three digits. When one single mark could be both ("1.234"), it is the decimal mark exactly
 * if the locale's decimal mark is that character.
 *
 * Returns: (transfer full) (nullable): the stored form with as many digits after the point as were typed,
 *   for mappe_decimal_parse(), mappe_real_parse() or mappe_int_parse(), which check the range
 */
char *
mappe_number_parse_typed (const char *typed, GError **error)
{
  g_return_val_if_fail (typed != NULL, NULL);
  return parse (typed, nl_langinfo (RADIXCHAR), error);
}

/**
 * mappe_number_parse_marked:
 * @typed: a number from another program
 * @mark: '.' or ',': its decimal mark where the writing leaves it open
 *
 * The same as mappe_number_parse_typed() for a number that somebody of another habit may have written.
 *
 * Returns: (transfer full) (nullable): the stored form
 */
char *
mappe_number_parse_marked (const char *typed, char mark, GError **error)
{
  const char habit[] = { mark, '\0' };

  g_return_val_if_fail (typed != NULL, NULL);
  return parse (typed, habit, error);
}

/**
 * mappe_number_mark:
 * @typed: a number from another program
 *
 * Returns: the decimal mark that the writing of @typed shows, '.' or ','; '?' when its only mark could as well begin a
 *   group ("1.234"); 0 when it shows none or is no number
 */
char
mappe_number_mark (const char *typed)
{
  g_autofree char *simple = NULL;
  g_autofree char *canonical = NULL;
  const char *number, *mark;

  g_return_val_if_fail (typed != NULL, '\0');
  simple = simplify (typed);
  canonical = simple != NULL && strlen (simple) <= MAX_TYPED ? to_canonical (simple, "") : NULL;
  if (canonical == NULL)
    return '\0';
  number = simple + strspn (simple, "+- ");
  if (find_doubtful_mark (number) != NULL)
    return '?';
  mark = find_decimal_mark (number, "");
  if (mark != NULL)
    return *mark;
  /* "1.234.567": what groups is not the decimal mark. */
  mark = strpbrk (number, ".,");
  return mark == NULL ? '\0' : *mark == '.' ? ',' : '.';
}
