/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-markup-private.h"
#include "mappe-node.h"
#include "mappe-text.h"

/* Stars as they stand in the text of a paragraph; two together are bold, one alone is italic. */
typedef struct {
  gsize    at, length;
  guint    flag;
  gboolean paired;
} Mark;

typedef struct {
  GString *text;      /* without backslashes; all stars still in it */
  GArray  *marks;     /* Mark */
  gssize   open[2];   /* which mark waits for its partner, for bold and italic; -1 for none */
} Inline;

typedef struct {
  GPtrArray       *lines;
  GString         *raw;     /* of the paragraph or item that is being read */
  MappeMarkupBlock block;
  gboolean         open;    /* whether the next line may continue it */
  guint            number;  /* of the item last begun; 0 where the last block is no numbered item */
} Parser;

/* Spaces as people see them, among them those that a text loses at its ends. */
gboolean
mappe_markup_is_space (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

/* The text of an item behind "@wanted. ", or NULL. */
const char *
mappe_markup_number (const char *line, guint wanted)
{
  char marker[16];
  gsize length = (gsize) g_snprintf (marker, sizeof marker, "%u.", wanted);

  if (!g_str_has_prefix (line, marker) || (line[length] != ' ' && line[length] != '\t'))
    return NULL;
  return line + length + 1;
}

static void
line_free (gpointer data)
{
  MappeMarkupLine *line = data;

  g_ptr_array_unref (line->runs);
  g_free (line);
}

static void
run_free (gpointer data)
{
  MappeMarkupRun *run = data;

  g_free (run->text);
  g_free (run);
}

/** mappe_markup_lines_new: Returns: (transfer full) (element-type MappeMarkupLine): an empty text */
GPtrArray *
mappe_markup_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

/** mappe_markup_lines_add: Returns: (transfer none): a new paragraph or item at the end of @lines */
MappeMarkupLine *
mappe_markup_lines_add (GPtrArray *lines, MappeMarkupBlock block)
{
  MappeMarkupLine *line = g_new0 (MappeMarkupLine, 1);

  line->block = block;
  line->runs = g_ptr_array_new_with_free_func (run_free);
  g_ptr_array_add (lines, line);
  return line;
}

/**
 * mappe_markup_line_add_run:
 * @flags: %MAPPE_TEXT_BOLD, %MAPPE_TEXT_ITALIC
 * @text: (array length=length): UTF-8; need not end with NUL
 * @length: its bytes; with none, nothing is added
 */
void
mappe_markup_line_add_run (MappeMarkupLine *line, guint flags, const char *text, gsize length)
{
  MappeMarkupRun *run;

  if (length == 0)
    return;
  run = g_new0 (MappeMarkupRun, 1);
  run->text = g_strndup (text, length);
  run->flags = flags;
  g_ptr_array_add (line->runs, run);
}

/* --- bold and italic --- */

/* Opens or closes: which of both is asked of the spaces around the stars. */
static void
take_mark (Inline *self, gsize length, gboolean may_open, gboolean may_close)
{
  Mark mark = { self->text->len, length, length == 2 ? MAPPE_TEXT_BOLD : MAPPE_TEXT_ITALIC, FALSE };
  gssize *open = &self->open[length == 2 ? 0 : 1];

  if (*open >= 0 && may_close)
    {
      mark.paired = TRUE;
      g_array_index (self->marks, Mark, *open).paired = TRUE;
      *open = -1;
      g_array_append_val (self->marks, mark);
    }
  else if (*open < 0 && may_open)
    {
      *open = (gssize) self->marks->len;
      g_array_append_val (self->marks, mark);
    }
  g_string_append (self->text, length == 2 ? "**" : "*");
}

static const char *
take_stars (Inline *self, const char *raw, const char *p)
{
  gsize length = strspn (p, "*");
  const char *before = p > raw ? g_utf8_prev_char (p) : NULL;
  gboolean may_open = !mappe_markup_is_space (g_utf8_get_char (p + length));
  gboolean may_close = before != NULL && !mappe_markup_is_space (g_utf8_get_char (before));

  if (length > 3)
    g_string_append_len (self->text, p, (gssize) length);
  else
    {
      if (length >= 2)
        take_mark (self, 2, may_open, may_close);
      if (length % 2 == 1)
        take_mark (self, 1, may_open, may_close);
    }
  return p + length;
}

static void
find_marks (Inline *self, const char *raw)
{
  for (const char *p = raw; *p != '\0';)
    {
      gsize length = strcspn (p, "\\*");

      g_string_append_len (self->text, p, (gssize) length);
      p += length;
      if (*p == '*')
        p = take_stars (self, raw, p);
      else if (*p == '\\')
        {
          /* Before a letter it is no more than itself: a path of Windows stays one. */
          if (p[1] != '\0' && strchr ("*\\-.", p[1]) != NULL)
            p++;
          g_string_append_c (self->text, *p++);
        }
    }
}

static void
parse_inline (MappeMarkupLine *line, const char *raw)
{
  Inline self = { g_string_sized_new (strlen (raw)), g_array_new (FALSE, FALSE, sizeof (Mark)), { -1, -1 } };
  guint flags = MAPPE_TEXT_PLAIN;
  gsize start = 0;

  find_marks (&self, raw);
  for (guint i = 0; i < self.marks->len; i++)
    {
      const Mark *mark = &g_array_index (self.marks, Mark, i);

      if (!mark->paired)
        continue;
      mappe_markup_line_add_run (line, flags, self.text->str + start, mark->at - start);
      flags ^= mark->flag;
      start = mark->at + mark->length;
    }
  mappe_markup_line_add_run (line, flags, self.text->str + start, self.text->len - start);
  g_string_free (self.text, TRUE);
  g_array_unref (self.marks);
}

/* --- lines --- */

static void
finish (Parser *self)
{
  if (self->raw->len > 0)
    parse_inline (mappe_markup_lines_add (self->lines, self->block), self->raw->str);
  g_string_truncate (self->raw, 0);
  self->open = FALSE;
}

static void
begin (Parser *self, MappeMarkupBlock block, const char *text)
{
  finish (self);
  while (*text != '\0' && mappe_markup_is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  g_string_append (self->raw, text);
  self->block = block;
  self->open = TRUE;
  self->number = block == MAPPE_MARKUP_NUMBERED ? self->number + 1 : 0;
}

static void
take_line (Parser *self, const char *line)
{
  const char *text;

  if (*line == '\0')
    finish (self);
  else if (line[0] == '-' && (line[1] == ' ' || line[1] == '\t'))
    begin (self, MAPPE_MARKUP_BULLET, line + 2);
  else if ((text = mappe_markup_number (line, self->number + 1)) != NULL)
    begin (self, MAPPE_MARKUP_NUMBERED, text);
  else if (!self->open)
    begin (self, MAPPE_MARKUP_PARAGRAPH, line);
  else
    {
      g_string_append_c (self->raw, '\n');
      g_string_append (self->raw, line);
    }
}

/* The line between @start and @end without spaces at its ends. */
static char *
trimmed (const char *start, const char *end)
{
  while (start < end && mappe_markup_is_space (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && mappe_markup_is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/**
 * mappe_markup_parse:
 * @markup: (nullable): any bytes; what is no UTF-8 is made so
 *
 * Returns: (transfer full) (element-type MappeMarkupLine): the paragraphs and items, none of them empty
 */
GPtrArray *
mappe_markup_parse (const char *markup)
{
  g_autofree char *clean = mappe_text_clean (markup != NULL ? markup : "", TRUE);
  Parser self = { mappe_markup_lines_new (), g_string_new (NULL), MAPPE_MARKUP_PARAGRAPH, FALSE, 0 };

  for (const char *p = clean; *p != '\0';)
    {
      gsize length = strcspn (p, "\n");
      g_autofree char *line = trimmed (p, p + length);

      take_line (&self, line);
      p += length + (p[length] != '\0' ? 1 : 0);
    }
  finish (&self);
  g_string_free (self.raw, TRUE);
  return self.lines;
}
