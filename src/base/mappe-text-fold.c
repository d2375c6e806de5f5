/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-text-private.h"
#include "mappe-text.h"

/* Returns @text itself when it is valid UTF-8; otherwise a repaired copy, which is also put into @owned. */
const char *
mappe_text_make_valid (const char *text, char **owned)
{
  if (text == NULL)
    return "";
  if (g_utf8_validate (text, -1, NULL))
    return text;
  *owned = g_utf8_make_valid (text, -1);
  return *owned;
}

/* Going through upper case unites the forms that differ only there: the final sigma, the dotless i. */
gunichar
mappe_text_lower (gunichar c)
{
  return g_unichar_tolower (g_unichar_toupper (c));
}

/* ASCII for letters and typographic marks that Unicode does not decompose, or NULL. */
const char *
mappe_text_plain (gunichar lower)
{
  switch (lower)
    {
    case 0x00df: return "ss"; /* ß */
    case 0x00e6: return "ae"; /* æ */
    case 0x0153: return "oe"; /* œ */
    case 0x00f8: return "o";  /* ø */
    case 0x0142: return "l";  /* ł */
    case 0x0111:              /* đ */
    case 0x00f0: return "d";  /* ð */
    case 0x00fe: return "th"; /* þ */
    case 0x0127: return "h";  /* ħ */
    case 0x0131: return "i";  /* ı */
    case 0x0237: return "j";  /* ȷ */
    case 0x0138: return "k";  /* ĸ */
    case 0x014b: return "n";  /* ŋ */
    case 0x0167: return "t";  /* ŧ */
    case 0x0180: return "b";  /* ƀ */
    case 0x0192: return "f";  /* ƒ */
    case 0x0259: return "e";  /* ə */
    case 0x0268: return "i";  /* ɨ */
    case 0x2018: case 0x2019: case 0x201a: case 0x2039: case 0x203a: case 0x02bc: case 0x02b9: case 0x2032:
    case 0x00b4: case 0x1ffd: case 0x0060:
      return "'";
    case 0x201c: case 0x201d: case 0x201e: case 0x00ab: case 0x00bb:
      return "\"";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return "-";
    default:
      return NULL;
    }
}

/* Accents and invisible characters (soft hyphen, zero-width marks): nobody types them into a search. */
gboolean
mappe_text_is_dropped (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Umlauts are written ä, ae or a: the e after a, o and u vanishes, however many there are, so that folding
 * twice changes nothing and the folding of a beginning is the beginning of the folding. */
static inline void
put_ascii (GString *out, char c)
{
  if (c == 'e' && out->len > 0)
    {
      char last = out->str[out->len - 1];

      if (last == 'a' || last == 'o' || last == 'u')
        return;
    }
  g_string_append_c (out, c);
}

static void
put_plain (GString *out, const char *plain)
{
  for (; *plain != '\0'; plain++)
    put_ascii (out, *plain);
}

static void
put_character (GString *out, gunichar c)
{
  gunichar parts[MAPPE_TEXT_MAX_DECOMPOSED];
  const char *plain = mappe_text_plain (c);
  gsize n;

  /* Before decomposing too: U+00B4 would become a space with an accent. */
  if (plain != NULL)
    {
      put_plain (out, plain);
      return;
    }
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    {
      gunichar lower = mappe_text_lower (parts[i]);

      if (mappe_text_is_dropped (lower))
        continue;
      plain = mappe_text_plain (lower);
      if (plain != NULL)
        put_plain (out, plain);
      else if (lower < 0x80)
        put_ascii (out, (char) lower);
      else
        g_string_append_unichar (out, lower);
    }
}

static GString *
fold (const char *text)
{
  g_autofree char *owned = NULL;
  const char *valid = mappe_text_make_valid (text, &owned);
  GString *out = g_string_sized_new (strlen (valid) + 1);

  while (*valid != '\0')
    {
      guchar byte = (guchar) *valid;

      if (byte < 0x80 && byte != '`')
        {
          put_ascii (out, g_ascii_tolower (*valid));
          valid++;
          continue;
        }
      put_character (out, g_utf8_get_char (valid));
      valid = g_utf8_next_char (valid);
    }
  return out;
}

/**
 * mappe_text_fold:
 * @text: (nullable): any text; invalid UTF-8 is repaired first
 *
 * Folds @text for search. Apply it to what is indexed and to what is asked. Case and accents vanish, ß
 * becomes ss, ä, ae and a become a (likewise ö and ü): "Müller", "Mueller" and "Muller" are all "muller".
 * Typographic quotes and dashes become ASCII ones; other punctuation is kept. The folding of a beginning of
 * @text (cut between characters) is a beginning of the folding of @text.
 *
 * Returns: (transfer full): the folded text; "" for %NULL
 */
char *
mappe_text_fold (const char *text)
{
  return g_string_free (fold (text), FALSE);
}

/**
 * mappe_text_fold_words:
 * @text: (nullable): any text
 *
 * As mappe_text_fold(), and every run of characters that are neither letters nor digits becomes one space;
 * none at the ends.
 *
 * Returns: (transfer full): words separated by single spaces; "" when there are none
 */
char *
mappe_text_fold_words (const char *text)
{
  GString *folded = fold (text);
  const char *in = folded->str;
  char *out = folded->str;
  gboolean gap = FALSE;

  while (*in != '\0')
    {
      const char *next = g_utf8_next_char (in);
      gunichar c = g_utf8_get_char (in);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          if (gap && out > folded->str)
            *out++ = ' ';
          gap = FALSE;
          while (in < next)
            *out++ = *in++;
        }
      else
        {
          gap = TRUE;
        }
      in = next;
    }
  g_string_truncate (folded, (gsize) (out - folded->str));
  return g_string_free (folded, FALSE);
}
