/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-write-text-private.h"

#define GAP 2  /* columns between two columns of a table */

/* The text of a cell on one line. */
static char *
cell_text (const MappeNode *row, guint column)
{
  char *text;

  if (column >= row->children->len)
    return g_strdup ("");
  text = mappe_node_get_text (g_ptr_array_index (row->children, column));
  return g_strdelimit (text, "\n\t", ' ');
}

/* (element-type guint): columns of text that each column of @table takes. */
static GArray *
measure (const MappeNode *table, guint *total)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < table->children->len; i++)
    {
      const MappeNode *row = g_ptr_array_index (table->children, i);

      if (row->children->len > widths->len)
        g_array_set_size (widths, row->children->len);
      for (guint column = 0; column < row->children->len; column++)
        {
          g_autofree char *text = cell_text (row, column);
          guint *width = &g_array_index (widths, guint, column);

          *width = MAX (*width, mappe_text_columns (text));
        }
    }
  *total = widths->len > 0 ? (widths->len - 1) * GAP : 0;
  for (guint column = 0; column < widths->len; column++)
    *total += g_array_index (widths, guint, column);
  return widths;
}

static void
trim_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static void
write_row (MappeTextWriter *self, const MappeNode *row, const GArray *widths)
{
  mappe_text_writer_repeat (self, ' ', self->indent);
  for (guint column = 0; column < widths->len; column++)
    {
      g_autofree char *text = cell_text (row, column);

      g_string_append (self->out, text);
      mappe_text_writer_repeat (self, ' ', g_array_index (widths, guint, column) - mappe_text_columns (text) + GAP);
    }
  trim_end (self->out);
  g_string_append_c (self->out, '\n');
}

static void
write_rule (MappeTextWriter *self, const GArray *widths)
{
  mappe_text_writer_repeat (self, ' ', self->indent);
  for (guint column = 0; column < widths->len; column++)
    {
      mappe_text_writer_repeat (self, '-', g_array_index (widths, guint, column));
      mappe_text_writer_repeat (self, ' ', GAP);
    }
  trim_end (self->out);
  g_string_append_c (self->out, '\n');
}

static gboolean
is_header (const MappeNode *table, guint i)
{
  const MappeNode *row = i < table->children->len ? g_ptr_array_index (table->children, i) : NULL;

  return row != NULL && (row->flags & MAPPE_NODE_HEADER) != 0;
}

static void
write_aligned (MappeTextWriter *self, const MappeNode *table, const GArray *widths)
{
  mappe_text_writer_gap (self);
  for (guint i = 0; i < table->children->len; i++)
    {
      write_row (self, g_ptr_array_index (table->children, i), widths);
      if (is_header (table, i) && !is_header (table, i + 1))
        write_rule (self, widths);
    }
}

static void
write_as_lines (MappeTextWriter *self, const MappeNode *header, const MappeNode *row)
{
  mappe_text_writer_gap (self);
  for (guint column = 0; column < row->children->len; column++)
    {
      g_autofree char *text = cell_text (row, column);
      g_autofree char *heading = header != NULL ? cell_text (header, column) : g_strdup ("");
      g_autofree char *line = *heading != '\0' ? g_strconcat (heading, ": ", text, NULL) : g_strdup (text);

      if (*text != '\0')
        mappe_text_writer_wrap (self, NULL, GAP, line);
    }
}

/* As aligned columns, or, where they are too wide, a row as lines "heading: value". */
void
mappe_text_writer_table (MappeTextWriter *self, const MappeNode *table)
{
  const MappeNode *header = NULL;
  guint total;
  g_autoptr (GArray) widths = measure (table, &total);

  if (self->indent + total <= self->width)
    {
      write_aligned (self, table, widths);
      return;
    }
  for (guint i = 0; i < table->children->len; i++)
    {
      if (is_header (table, i))
        header = g_ptr_array_index (table->children, i);
      else
        write_as_lines (self, header, g_ptr_array_index (table->children, i));
    }
}
