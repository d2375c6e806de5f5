/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-text-private.h"
#include "mappe-text.h"

/* Bidirectional overrides count as controls: with them a name can be shown as another one. */
static gboolean
is_control (gunichar c)
{
  if (c < 0x20 || (c >= 0x7f && c <= 0x9f))
    return TRUE;
  if (c >= 0x202a && c <= 0x202e)
    return TRUE;
  if (c >= 0x2066 && c <= 0x2069)
    return TRUE;
  /* Line and paragraph separators, the byte order mark, and what XML cannot hold. */
  return c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe || c == 0xffff;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_unwanted (gunichar c, gboolean multiline)
{
  if (multiline && (c == '\n' || c == '\t'))
    return FALSE;
  return is_control (c);
}

static GString *
without_controls (const char *valid, gboolean multiline)
{
  GString *out = g_string_sized_new (strlen (valid) + 1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_unwanted (c, multiline))
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      else if (c == '\r' && p[1] == '\n')
        continue;
      else if (is_line_end (c))
        g_string_append_c (out, multiline ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (out, ' ');
    }
  return out;
}

static char *
trim (const char *text)
{
  const char *end = text + strlen (text);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (text, (gsize) (end - text));
}

/**
 * mappe_text_clean:
 * @text: (nullable): text as typed, pasted or imported
 * @multiline: whether line ends and tabs are kept; otherwise each becomes a space
 *
 * Makes @text fit to be stored: valid UTF-8 (broken bytes become U+FFFD), NFC, without control characters
 * and bidirectional overrides, line ends as "\n", no white space at the ends. Cleaning twice changes nothing.
 *
 * Returns: (transfer full) (nullable): the clean text; %NULL for %NULL
 */
char *
mappe_text_clean (const char *text, gboolean multiline)
{
  g_autofree char *owned = NULL;
  g_autofree char *composed = NULL;
  g_autoptr (GString) kept = NULL;

  if (text == NULL)
    return NULL;
  kept = without_controls (mappe_text_make_valid (text, &owned), multiline);
  /* After the removal: a control between a letter and its accent must not keep them apart. */
  composed = g_utf8_normalize (kept->str, -1, G_NORMALIZE_NFC);
  return trim (composed);
}

/**
 * mappe_text_is_clean:
 * @text: (nullable): any text
 * @multiline: whether line feeds and tabs are welcome
 *
 * Tells whether @text may be stored without loss: valid UTF-8 without control characters and bidirectional
 * overrides. Spaces at the ends and the normal form do not matter here. A carriage return is a control
 * character also in a text of several lines.
 *
 * Returns: %TRUE when mappe_text_clean() would change nothing that matters; also for %NULL
 */
gboolean
mappe_text_is_clean (const char *text, gboolean multiline)
{
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_unwanted (g_utf8_get_char (p), multiline))
      return FALSE;
  return TRUE;
}

/**
 * mappe_text_ellipsize:
 * @text: (nullable): any text
 * @max_characters: how many characters the result may have, the ellipsis counted
 *
 * Shortens @text at its end, never between a letter and its accent.
 *
 * Returns: (transfer full): @text or its beginning followed by "…"; "" for %NULL
 */
char *
mappe_text_ellipsize (const char *text, guint max_characters)
{
  g_autofree char *owned = NULL;
  const char *valid = mappe_text_make_valid (text, &owned);
  const char *end = valid;

  if (max_characters == 0)
    return g_strdup ("");
  for (guint i = 0; i + 1 < max_characters && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0' || *g_utf8_next_char (end) == '\0')
    return g_strdup (valid);

  while (end > valid && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  while (end > valid && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strdup_printf ("%.*s…", (int) (end - valid), valid);
}

/**
 * mappe_set_str:
 * @target: (inout): a string owned by the caller; may hold %NULL
 * @value: (nullable): the new value, copied
 *
 * Sets *@target to a copy of @value, which may be *@target or a part of it.
 *
 * Returns: %TRUE when the value changed
 */
gboolean
mappe_set_str (char **target, const char *value)
{
  char *old = *target;

  if (g_strcmp0 (old, value) == 0)
    return FALSE;
  *target = g_strdup (value);
  g_free (old);
  return TRUE;
}
