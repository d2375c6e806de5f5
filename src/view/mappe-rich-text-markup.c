/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-rich-text-private.h"

#include "mappe-node.h"

/* Between the text of a buffer, with its tags, and light markup. A line of the buffer is a paragraph or an item. */

static const struct { guint flag; const char *tag; } styles[] = {
  { MAPPE_TEXT_BOLD, MAPPE_RICH_BOLD },
  { MAPPE_TEXT_ITALIC, MAPPE_RICH_ITALIC },
};

static GtkTextTag *
tag_of (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

void
mappe_rich_buffer_add_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, MAPPE_RICH_BOLD, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, MAPPE_RICH_ITALIC, "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, MAPPE_RICH_MARKER, "weight", PANGO_WEIGHT_NORMAL, NULL);
  gtk_text_buffer_create_tag (buffer, MAPPE_RICH_ITEM, "left-margin", 18, "indent", -16, "pixels-below-lines", 2,
                              NULL);
}

/* The style of the character at @iter. */
guint
mappe_rich_buffer_flags_at (GtkTextBuffer *buffer, const GtkTextIter *iter)
{
  guint flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (gtk_text_iter_has_tag (iter, tag_of (buffer, styles[i].tag)))
      flags |= styles[i].flag;
  return flags;
}

/* Gives a range exactly that style. */
void
mappe_rich_buffer_apply (GtkTextBuffer *buffer, guint flags, const GtkTextIter *start, const GtkTextIter *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if ((flags & styles[i].flag) != 0)
      gtk_text_buffer_apply_tag_by_name (buffer, styles[i].tag, start, end);
    else
      gtk_text_buffer_remove_tag_by_name (buffer, styles[i].tag, start, end);
}

/* --- to markup --- */

/* A run without its line feeds: what the buffer has for them becomes what markup has. */
static void
add_run (GtkTextBuffer *buffer, MappeMarkupLine *line, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *raw = gtk_text_buffer_get_text (buffer, start, end, TRUE);
  g_auto (GStrv) parts = g_strsplit (raw, MAPPE_RICH_LINE_FEED, -1);
  g_autofree char *text = g_strjoinv ("\n", parts);

  if (*text != '\0')
    mappe_markup_line_add_run (line, mappe_rich_buffer_flags_at (buffer, start), text, strlen (text));
}

static void
add_line (GtkTextBuffer *buffer, GPtrArray *lines, int number)
{
  GtkTextIter start, end, next;
  MappeMarkupLine *line;
  guint marker;

  line = mappe_markup_lines_add (lines, mappe_rich_line_block (buffer, number, &marker));
  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, number, (int) marker);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      next = start;
      if (!gtk_text_iter_forward_to_tag_toggle (&next, NULL) || gtk_text_iter_compare (&next, &end) > 0)
        next = end;
      add_run (buffer, line, &start, &next);
      start = next;
    }
}

/* Returns: (transfer full) (element-type MappeMarkupLine) */
GPtrArray *
mappe_rich_buffer_get_lines (GtkTextBuffer *buffer)
{
  GPtrArray *lines = mappe_markup_lines_new ();

  for (int i = 0; i < gtk_text_buffer_get_line_count (buffer); i++)
    add_line (buffer, lines, i);
  return lines;
}

/* --- from markup --- */

static void
insert_run (GtkTextBuffer *buffer, const MappeMarkupRun *run)
{
  g_auto (GStrv) parts = g_strsplit (run->text, "\n", -1);
  g_autofree char *text = g_strjoinv (MAPPE_RICH_LINE_FEED, parts);
  GtkTextIter start, end;
  int offset;

  gtk_text_buffer_get_end_iter (buffer, &end);
  offset = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  mappe_rich_buffer_apply (buffer, run->flags, &start, &end);
}

static void
insert_marker (GtkTextBuffer *buffer, const char *marker)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, marker, -1, MAPPE_RICH_MARKER, NULL);
}

/* @lines: (element-type MappeMarkupLine) */
void
mappe_rich_buffer_set_lines (GtkTextBuffer *buffer, GPtrArray *lines)
{
  guint number = 0;

  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const MappeMarkupLine *line = g_ptr_array_index (lines, i);
      g_autofree char *marker = NULL;
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      if (i > 0)
        gtk_text_buffer_insert (buffer, &end, "\n", 1);
      number = line->block == MAPPE_MARKUP_NUMBERED ? number + 1 : 0;
      if (line->block != MAPPE_MARKUP_PARAGRAPH)
        marker = number > 0 ? g_strdup_printf ("%u. ", number) : g_strdup (MAPPE_RICH_BULLET);
      if (marker != NULL)
        insert_marker (buffer, marker);
      for (guint run = 0; run < line->runs->len; run++)
        insert_run (buffer, g_ptr_array_index (line->runs, run));
    }
  mappe_rich_buffer_tidy (buffer);
}
