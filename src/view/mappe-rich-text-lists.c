/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-rich-text-private.h"

/* Lists in a buffer: an item is a line that begins with a bullet or a number, which has the tag "marker". */

#define MARKER_MOST 12  /* characters: a number and what follows it */

static char *
start_of_line (GtkTextBuffer *buffer, int line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  while (!gtk_text_iter_ends_line (&end) && gtk_text_iter_get_line_offset (&end) < MARKER_MOST)
    gtk_text_iter_forward_char (&end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
has_marker_tag (GtkTextBuffer *buffer, int line)
{
  GtkTextIter start;
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), MAPPE_RICH_MARKER);

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  return gtk_text_iter_has_tag (&start, tag);
}

/* Length of "12. " at the begin of a text and its number; 0 when there is none. */
static guint
number_length (const char *text, guint *number)
{
  guint digits = 0;

  while (digits < 4 && g_ascii_isdigit (text[digits]))
    digits++;
  *number = digits > 0 ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
  return digits > 0 && text[digits] == '.' && text[digits + 1] == ' ' ? digits + 2 : 0;
}

/*
 * What a line is, and how many characters its marker has.
 */
MappeMarkupBlock
mappe_rich_line_block (GtkTextBuffer *buffer, int line, guint *marker)
{
  g_autofree char *text = start_of_line (buffer, line);
  guint number;

  *marker = 0;
  if (!has_marker_tag (buffer, line))
    return MAPPE_MARKUP_PARAGRAPH;
  if (g_str_has_prefix (text, MAPPE_RICH_BULLET))
    {
      *marker = (guint) g_utf8_strlen (MAPPE_RICH_BULLET, -1);
      return MAPPE_MARKUP_BULLET;
    }
  *marker = number_length (text, &number);
  return *marker > 0 ? MAPPE_MARKUP_NUMBERED : MAPPE_MARKUP_PARAGRAPH;
}

/* --- keeping lists in order --- */

static void
replace_start (GtkTextBuffer *buffer, int line, guint length, const char *marker)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &end, line, (int) length);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  if (*marker != '\0')
    gtk_text_buffer_insert_with_tags_by_name (buffer, &start, marker, -1, MAPPE_RICH_MARKER, NULL);
}

/* "- " and "1. " that were just typed at the begin of a line begin a list. */
static void
recognise (GtkTextBuffer *buffer)
{
  GtkTextIter cursor;
  int line;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  line = gtk_text_iter_get_line (&cursor);
  text = start_of_line (buffer, line);
  if (has_marker_tag (buffer, line))
    return;
  if (gtk_text_iter_get_line_offset (&cursor) == 2 && g_str_has_prefix (text, "- "))
    replace_start (buffer, line, 2, MAPPE_RICH_BULLET);
  else if (gtk_text_iter_get_line_offset (&cursor) == 3 && g_str_has_prefix (text, "1. "))
    replace_start (buffer, line, 3, "1. ");
}

/* The tag of a marker stands on the marker and on nothing else: what is left of a broken one is text. */
static void
tag_line (GtkTextBuffer *buffer, int line, MappeMarkupBlock block, guint marker)
{
  GtkTextIter start, middle, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &middle, line, (int) marker);
  end = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_remove_tag_by_name (buffer, MAPPE_RICH_MARKER, &middle, &end);
  if (block == MAPPE_MARKUP_PARAGRAPH)
    gtk_text_buffer_remove_tag_by_name (buffer, MAPPE_RICH_ITEM, &start, &end);
  else
    gtk_text_buffer_apply_tag_by_name (buffer, MAPPE_RICH_ITEM, &start, &end);
}

/* Numbers follow each other, markers are markers; after every change. */
void
mappe_rich_buffer_tidy (GtkTextBuffer *buffer)
{
  guint number = 0;

  recognise (buffer);
  for (int line = 0; line < gtk_text_buffer_get_line_count (buffer); line++)
    {
      guint marker, present;
      MappeMarkupBlock block = mappe_rich_line_block (buffer, line, &marker);
      g_autofree char *text = start_of_line (buffer, line);
      g_autofree char *wanted = NULL;

      number = block == MAPPE_MARKUP_NUMBERED ? number + 1 : 0;
      if (number > 0 && number_length (text, &present) > 0 && present != number)
        {
          wanted = g_strdup_printf ("%u. ", number);
          replace_start (buffer, line, marker, wanted);
          marker = (guint) strlen (wanted);
        }
      tag_line (buffer, line, block, marker);
    }
}

/* --- keys --- */

static gboolean
cursor_line (GtkTextBuffer *buffer, GtkTextIter *cursor, int *line)
{
  gtk_text_buffer_get_iter_at_mark (buffer, cursor, gtk_text_buffer_get_insert (buffer));
  *line = gtk_text_iter_get_line (cursor);
  return !gtk_text_buffer_get_has_selection (buffer);
}

/* Enter in a list: the next item; in an empty item: the end of the list. Returns: whether it was that. */
gboolean
mappe_rich_buffer_enter (GtkTextBuffer *buffer)
{
  GtkTextIter cursor;
  MappeMarkupBlock block;
  guint marker;
  int line;

  if (!cursor_line (buffer, &cursor, &line))
    return FALSE;
  block = mappe_rich_line_block (buffer, line, &marker);
  if (block == MAPPE_MARKUP_PARAGRAPH || gtk_text_iter_get_line_offset (&cursor) < (int) marker)
    return FALSE;
  gtk_text_buffer_begin_user_action (buffer);
  if (gtk_text_iter_get_line_offset (&cursor) == (int) marker && gtk_text_iter_ends_line (&cursor))
    replace_start (buffer, line, marker, "");
  else
    {
      gtk_text_buffer_insert (buffer, &cursor, "\n", 1);
      gtk_text_buffer_insert_with_tags_by_name (buffer, &cursor, block == MAPPE_MARKUP_BULLET ? MAPPE_RICH_BULLET
                                                                                             : "1. ", -1,
                                                MAPPE_RICH_MARKER, NULL);
    }
  gtk_text_buffer_end_user_action (buffer);
  return TRUE;
}

/* Backspace behind a marker makes the item a paragraph. Returns: whether it was that. */
gboolean
mappe_rich_buffer_backspace (GtkTextBuffer *buffer)
{
  GtkTextIter cursor;
  guint marker;
  int line;

  if (!cursor_line (buffer, &cursor, &line))
    return FALSE;
  mappe_rich_line_block (buffer, line, &marker);
  if (marker == 0 || gtk_text_iter_get_line_offset (&cursor) != (int) marker)
    return FALSE;
  gtk_text_buffer_begin_user_action (buffer);
  replace_start (buffer, line, marker, "");
  gtk_text_buffer_end_user_action (buffer);
  return TRUE;
}

/* --- the buttons --- */

/* Makes the lines of the selection items of such a list, or paragraphs when they all are that already. */
void
mappe_rich_buffer_toggle_list (GtkTextBuffer *buffer, MappeMarkupBlock block)
{
  GtkTextIter start, end;
  gboolean all = TRUE;
  int first, last;
  guint marker;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  for (int line = first; line <= last; line++)
    all = all && mappe_rich_line_block (buffer, line, &marker) == block;
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = first; line <= last; line++)
    {
      mappe_rich_line_block (buffer, line, &marker);
      replace_start (buffer, line, marker,
                     all ? "" : block == MAPPE_MARKUP_BULLET ? MAPPE_RICH_BULLET : "1. ");
    }
  gtk_text_buffer_end_user_action (buffer);
}
