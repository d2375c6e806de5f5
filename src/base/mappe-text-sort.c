/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-text-private.h"
#include "mappe-text.h"

/* Keys live in indexed columns: long ones would cost more than an exact order of long texts is worth. */
#define PRIMARY_MAX 140
#define KEY_MAX 200
/* '0' + 48 is the last ASCII character before the letters. */
#define LONGEST_NUMBER 48
#define TAIL_MARK '\x01'
#define DIAERESIS 0x0308

typedef struct {
  char bytes[KEY_MAX];
  gsize len;
  gsize max;
  MappeSortRule rule;
  gboolean full;
  gboolean gap;    /* white space is waiting to be written */
  gboolean differs; /* the key does not tell everything of the text: a tail is needed */
} Key;

static inline void
put_byte (Key *key, char c)
{
  if (key->len < key->max)
    key->bytes[key->len++] = c;
  else
    key->full = TRUE;
}

static void
put_unichar (Key *key, gunichar c)
{
  char utf8[6];
  gsize n = (gsize) g_unichar_to_utf8 (c, utf8);

  if (key->len + n > key->max)
    {
      key->full = TRUE;
      return;
    }
  for (gsize i = 0; i < n; i++)
    key->bytes[key->len++] = utf8[i];
}

static inline void
put_gap (Key *key)
{
  if (key->gap && key->len > 0)
    put_byte (key, ' ');
  key->gap = FALSE;
}

/* A number sorts by its length first, then by its digits. Returns the end of the run. */
static const char *
put_number (Key *key, const char *p)
{
  const char *start = p;

  while (g_ascii_isdigit (*p))
    p++;
  while (start[0] == '0' && start + 1 < p)
    {
      start++;
      key->differs = TRUE;
    }
  put_gap (key);
  put_byte (key, (char) ('0' + MIN (p - start, LONGEST_NUMBER)));
  while (start < p && !key->full)
    put_byte (key, *start++);
  return p;
}

static inline void
put_ascii (Key *key, char c)
{
  if (g_ascii_isspace (c))
    {
      key->gap = TRUE;
      return;
    }
  put_gap (key);
  if (g_ascii_isalpha (c))
    {
      put_byte (key, g_ascii_tolower (c));
    }
  else if (c > ' ' && c <= '/')
    {
      put_byte (key, c);
    }
  else if (g_ascii_isdigit (c))
    {
      put_byte (key, '1');
      put_byte (key, c);
    }
  else
    {
      /* Marks that ASCII places after the digits share the last place before them. */
      key->differs = TRUE;
      put_byte (key, '/');
    }
}

static void
put_diaeresis (Key *key)
{
  char last = key->len > 0 && !key->gap ? key->bytes[key->len - 1] : '\0';

  if (key->rule == MAPPE_SORT_DIN_5007_2 && (last == 'a' || last == 'o' || last == 'u'))
    put_byte (key, 'e');
}

static void
put_part (Key *key, gunichar part)
{
  gunichar lower = mappe_text_lower (part);
  const char *plain = mappe_text_plain (lower);

  if (plain != NULL)
    {
      for (; *plain != '\0'; plain++)
        put_ascii (key, *plain);
    }
  else if (lower == DIAERESIS)
    {
      put_diaeresis (key);
    }
  else if (lower < 0x80)
    {
      put_ascii (key, (char) lower);
    }
  else if (g_unichar_isspace (lower))
    {
      key->gap = TRUE;
    }
  else if (!mappe_text_is_dropped (lower))
    {
      put_gap (key);
      if (g_unichar_isalnum (lower) || g_unichar_ismark (lower))
        put_unichar (key, lower);
      else
        put_byte (key, '/');
    }
}

static void
put_primary (Key *key, const char *p)
{
  while (*p != '\0' && !key->full)
    {
      gunichar parts[MAPPE_TEXT_MAX_DECOMPOSED];
      gsize n;

      if (g_ascii_isdigit (*p))
        {
          p = put_number (key, p);
          continue;
        }
      if ((guchar) *p < 0x80)
        {
          put_ascii (key, *p++);
          continue;
        }
      key->differs = TRUE;
      n = g_unichar_fully_decompose (g_utf8_get_char (p), TRUE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n; i++)
        put_part (key, parts[i]);
      p = g_utf8_next_char (p);
    }
}

/* Decomposed, so that NFC and NFD give one key. */
static void
put_tail (Key *key, const char *p)
{
  put_byte (key, TAIL_MARK);
  for (; *p != '\0' && !key->full; p = g_utf8_next_char (p))
    {
      gunichar parts[MAPPE_TEXT_MAX_DECOMPOSED];
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (p), FALSE, parts, G_N_ELEMENTS (parts));

      for (gsize i = 0; i < n && !key->full; i++)
        put_unichar (key, g_unichar_tolower (parts[i]));
    }
}

/**
 * mappe_text_sort_key:
 * @text: (nullable): any text; invalid UTF-8 is repaired first
 * @rule: how umlauts sort
 *
 * Makes a key whose order by strcmp() is the order of the texts for German readers: case does not count,
 * accents count only between otherwise equal texts ("Muller" before "Müller"), numbers sort by value ("2"
 * before "10"), spaces and punctuation before digits before letters. White space at the ends and its amount
 * do not count. Texts equal but for case have equal keys. The key is valid UTF-8 and at most 200 bytes long:
 * very long texts are told apart only by their beginnings.
 *
 * Returns: (transfer full): the key; "" for %NULL
 */
char *
mappe_text_sort_key (const char *text, MappeSortRule rule)
{
  g_autofree char *owned = NULL;
  const char *valid = mappe_text_make_valid (text, &owned);
  Key key = { .max = PRIMARY_MAX, .rule = rule };

  put_primary (&key, valid);
  if (key.differs)
    {
      key.max = KEY_MAX;
      key.full = FALSE;
      put_tail (&key, valid);
    }
  return g_strndup (key.bytes, key.len);
}
