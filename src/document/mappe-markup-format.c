/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-markup-private.h"
#include "mappe-node.h"

/* The text of a paragraph with the flags of each byte. */
typedef struct {
  GString    *text;
  GByteArray *flags;
} Styled;

static void
append_styled (Styled *self, const char *text, gsize length, guint flags)
{
  guint8 flag = (guint8) flags;

  g_string_append_len (self->text, text, (gssize) length);
  for (gsize i = 0; i < length; i++)
    g_byte_array_append (self->flags, &flag, 1);
}

static void
cut (Styled *self, gsize length)
{
  g_string_truncate (self->text, length);
  g_byte_array_set_size (self->flags, (guint) length);
}

/* Length of @self without spaces at its end. */
static gsize
length_without_spaces (Styled *self)
{
  const char *start = self->text->str;
  const char *end = start + self->text->len;

  while (end > start && mappe_markup_is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return (gsize) (end - start);
}

/* Spaces at the ends of lines go, and with them empty lines. */
static void
append_run (Styled *self, const MappeMarkupRun *run)
{
  for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean at_start = self->text->len == 0 || self->text->str[self->text->len - 1] == '\n';

      if (at_start && mappe_markup_is_space (g_utf8_get_char (p)))
        continue;
      if (*p == '\n')
        cut (self, length_without_spaces (self));
      append_styled (self, p, (gsize) (g_utf8_next_char (p) - p), run->flags);
    }
}

/* Takes @flag from the spaces at the ends of the bytes from @start to @end. */
static void
trim_range (Styled *self, gsize start, gsize end, guint8 flag)
{
  const char *text = self->text->str;
  const char *first = text + start;
  const char *last = text + end;

  while (first < last && mappe_markup_is_space (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  while (last > first && mappe_markup_is_space (g_utf8_get_char (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);
  for (gsize i = start; i < end; i++)
    if (text + i < first || text + i >= last)
      self->flags->data[i] &= (guint8) ~flag;
}

/* Stars hold only next to a letter: spaces at the ends of what is bold or italic become plain. */
static void
trim_flag (Styled *self, guint8 flag)
{
  gsize start = 0;

  for (gsize i = 0; i <= self->text->len; i++)
    if (i == self->text->len || (self->flags->data[i] & flag) == 0)
      {
        trim_range (self, start, i, flag);
        start = i + 1;
      }
}

/* The text of a line as it is typed. Returns whether there is any. */
static gboolean
style_line (Styled *self, const MappeMarkupLine *line)
{
  cut (self, 0);
  for (guint i = 0; i < line->runs->len; i++)
    append_run (self, g_ptr_array_index (line->runs, i));
  cut (self, length_without_spaces (self));
  trim_flag (self, MAPPE_TEXT_BOLD);
  trim_flag (self, MAPPE_TEXT_ITALIC);
  return self->text->len > 0;
}

static void
append_stars (GString *out, guint changed)
{
  g_string_append (out, (changed & MAPPE_TEXT_BOLD) != 0 ? "**" : "");
  g_string_append (out, (changed & MAPPE_TEXT_ITALIC) != 0 ? "*" : "");
}

/* Which byte at the start of a line needs a backslash, or the line would begin an item; -1 for none. */
static gssize
find_marker (const char *line, guint next)
{
  const char *text = mappe_markup_number (line, next);

  if (line[0] == '-' && (line[1] == ' ' || line[1] == '\t'))
    return 0;
  return text != NULL ? text - 2 - line : -1;
}

/*
 * @first: number that would begin an item at the start; 0 where one has begun already
 * @next: the same on a later line
 */
static void
append_line (GString *out, const Styled *styled, guint first, guint next)
{
  const char *text = styled->text->str;
  guint flags = MAPPE_TEXT_PLAIN;
  gssize marker = first > 0 ? find_marker (text, first) : -1;

  for (gsize i = 0; i < styled->text->len; i++)
    {
      append_stars (out, flags ^ styled->flags->data[i]);
      flags = styled->flags->data[i];
      if (i > 0 && text[i - 1] == '\n')
        {
          gssize found = find_marker (text + i, next);

          marker = found >= 0 ? (gssize) i + found : -1;
        }
      if (text[i] == '*' || text[i] == '\\' || (gssize) i == marker)
        g_string_append_c (out, '\\');
      g_string_append_c (out, text[i]);
    }
  append_stars (out, flags);
}

static void
append_gap (GString *out, const MappeMarkupLine *before, const MappeMarkupLine *line)
{
  if (before == NULL)
    return;
  g_string_append (out, before->block == MAPPE_MARKUP_PARAGRAPH || before->block != line->block ? "\n\n" : "\n");
}

/**
 * mappe_markup_format:
 * @lines: (element-type MappeMarkupLine): paragraphs and items; empty ones are left out
 *
 * Returns: (transfer full): the text that mappe_markup_parse() reads as @lines, in normal form: items numbered from 1,
 *   an empty line around paragraphs and lists, no spaces at the ends of lines
 */
char *
mappe_markup_format (GPtrArray *lines)
{
  Styled styled = { g_string_new (NULL), g_byte_array_new () };
  GString *out = g_string_new (NULL);
  const MappeMarkupLine *before = NULL;
  guint number = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const MappeMarkupLine *line = g_ptr_array_index (lines, i);
      guint first = line->block == MAPPE_MARKUP_PARAGRAPH ? number + 1 : 0;

      if (!style_line (&styled, line))
        continue;
      append_gap (out, before, line);
      if (line->block == MAPPE_MARKUP_BULLET)
        g_string_append (out, "- ");
      number = line->block == MAPPE_MARKUP_NUMBERED ? number + 1 : 0;
      if (number > 0)
        g_string_append_printf (out, "%u. ", number);
      append_line (out, &styled, first, number + 1);
      before = line;
    }
  g_string_free (styled.text, TRUE);
  g_byte_array_unref (styled.flags);
  return g_string_free (out, FALSE);
}
