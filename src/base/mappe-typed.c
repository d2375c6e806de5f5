/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-text.h"
#include "mappe-typed-private.h"

#define MAX_NUMBER_DIGITS 8

/* Returns the end of the number, or NULL when it is too long or there are too many. */
static const char *
scan_number (MappeTyped *typed, const char *p)
{
  guint i = typed->n_numbers;

  if (i == MAPPE_TYPED_MAX_PARTS)
    return NULL;
  for (; g_ascii_isdigit (*p); p++)
    {
      if (typed->digits[i]++ == MAX_NUMBER_DIGITS)
        return NULL;
      typed->numbers[i] = typed->numbers[i] * 10 + (*p - '0');
    }
  typed->n_numbers++;
  return p;
}

static const char *
scan_word (MappeTyped *typed, const char *p)
{
  guint i = typed->n_words;
  gsize n = 0;

  if (i == MAPPE_TYPED_MAX_PARTS)
    return NULL;
  for (; g_ascii_isalpha (*p); p++)
    {
      if (n + 1 == sizeof typed->words[i])
        return NULL;
      typed->words[i][n++] = *p;
    }
  typed->n_words++;
  return p;
}

/* Takes @text apart; words are folded as mappe_text_fold() does. FALSE when it cannot be a date or time. */
gboolean
mappe_typed_scan (MappeTyped *typed, const char *text)
{
  g_autofree char *folded = mappe_text_fold (text);
  const char *p = folded;
  gsize n = 0;

  memset (typed, 0, sizeof *typed);
  while (p != NULL && *p != '\0')
    {
      if (g_ascii_isspace (*p))
        {
          p++;
          continue;
        }
      if (n + 1 == sizeof typed->shape)
        return FALSE;
      if (g_ascii_isdigit (*p))
        {
          typed->shape[n++] = 'N';
          p = scan_number (typed, p);
        }
      else if (g_ascii_isalpha (*p))
        {
          typed->shape[n++] = 'W';
          p = scan_word (typed, p);
        }
      else if (strchr (".,:/+-", *p) != NULL)
        {
          typed->shape[n++] = *p++;
        }
      else
        {
          return FALSE;
        }
    }
  return p != NULL;
}

gboolean
mappe_typed_has_shape (const MappeTyped *typed, const char *const *shapes)
{
  return g_strv_contains (shapes, typed->shape);
}

/* The typed text as it may appear in an error message. */
char *
mappe_typed_quote (const char *text)
{
  g_autofree char *clean = mappe_text_clean (text, FALSE);

  return mappe_text_ellipsize (clean, 40);
}
