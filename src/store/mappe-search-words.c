/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search-private.h"

#include <string.h>

#include "mappe-text.h"

#define WORDS_MOST 8
#define WORD_LONGEST 64
#define SNIPPET_BEFORE 40
#define SNIPPET_AFTER 90
/* Beyond this a context is not worth the reading. */
#define FIND_MOST (256 * 1024)

static void
word_free (MappeSearchWord *word)
{
  g_free (word->word);
  g_free (word);
}

static void
add_word (GPtrArray *words, const char *text)
{
  MappeSearchWord *word = g_new0 (MappeSearchWord, 1);

  word->length = MIN (g_utf8_strlen (text, -1), WORD_LONGEST);
  word->word = g_utf8_substring (text, 0, word->length);
  g_ptr_array_add (words, word);
}

static gboolean
same_word (gconstpointer left, gconstpointer right)
{
  return g_str_equal (((const MappeSearchWord *) left)->word, right);
}

/**
 * mappe_search_words_new:
 * @text: (nullable): what was typed
 *
 * Returns: (transfer full) (element-type MappeSearchWord): the folded words to look for, each once and not more
 *   than can be answered while typing
 */
GPtrArray *
mappe_search_words_new (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  g_autofree char *start = text != NULL ? g_utf8_make_valid (text, strnlen (text, 4096)) : NULL;
  g_autofree char *folded = mappe_text_fold_words (start);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (char **part = parts; *part != NULL && words->len < WORDS_MOST; part++)
    if (**part != '\0' && !g_ptr_array_find_with_equal_func (words, *part, same_word, NULL))
      add_word (words, *part);
  return words;
}

/* Soft hyphens and the like stand inside words, as they do for mappe_text_fold_words(). */
static gboolean
is_inside (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* The next word as it is written, from @at on, which is moved behind it. Returns: %FALSE at the end of the text */
static gboolean
next_span (const char **at, MappeSearchSpan *span)
{
  const char *p = *at;

  while (*p != '\0' && !is_inside (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  span->start = p;
  while (*p != '\0' && is_inside (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  span->end = p;
  *at = p;
  return span->end > span->start;
}

/**
 * mappe_search_find_word:
 * @text: (nullable): a text as it is written
 * @span: (out): the word of @text that matches: one that begins with @word, or else one that holds it
 *
 * Returns: whether there is one
 */
gboolean
mappe_search_find_word (const char *text, const MappeSearchWord *word, MappeSearchSpan *span)
{
  const char *at = text;
  MappeSearchSpan here;
  gboolean found = FALSE;

  while (text != NULL && at - text < FIND_MOST && next_span (&at, &here))
    {
      g_autofree char *written = g_strndup (here.start, here.end - here.start);
      g_autofree char *folded = mappe_text_fold (written);
      const char *hit = strstr (folded, word->word);

      if (hit == NULL || (hit != folded && (found || word->length < 3)))
        continue;
      *span = here;
      found = TRUE;
      if (hit == folded)
        break;
    }
  return found;
}

static const char *
step_back (const char *text, const char *from, guint most)
{
  const char *word = from;

  for (guint i = 0; i < most && from > text; i++)
    {
      from = g_utf8_prev_char (from);
      if (from == text || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (from))))
        word = from;
    }
  return word;
}

static const char *
step_on (const char *from, guint most)
{
  const char *word = from;

  for (guint i = 0; i < most && *from != '\0'; i++)
    {
      from = g_utf8_next_char (from);
      if (*from == '\0' || g_unichar_isspace (g_utf8_get_char (from)))
        word = from;
    }
  return word;
}

static void
append_flat (GString *out, const char *from, const char *to)
{
  gboolean gap = FALSE;
  gsize before = out->len;

  for (; from < to; from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);

      if (g_unichar_isspace (c))
        {
          gap = out->len > before;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, c);
    }
}

/**
 * mappe_search_snippet:
 * @text: a text
 * @span: a word in it
 *
 * Returns: (transfer full): the word and some whole words around it, on one line
 */
char *
mappe_search_snippet (const char *text, const MappeSearchSpan *span)
{
  GString *out = g_string_new (NULL);
  const char *from = step_back (text, span->start, SNIPPET_BEFORE);
  const char *to = step_on (span->end, SNIPPET_AFTER);

  if (from > text)
    g_string_append (out, "… ");
  append_flat (out, from, MAX (to, span->end));
  if (*to != '\0')
    g_string_append (out, " …");
  return g_string_free (out, FALSE);
}
