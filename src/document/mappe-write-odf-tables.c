/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-write-odf-private.h"

/* Widths of the columns of each table: a word processor does not find them by itself. Units: millimetres. */

#define TEXT_WIDTH 165.0
#define CHARACTER_WIDTH 1.9
#define PADDING 3.0
#define LEAST_WIDTH 12.0
#define MOST_WIDTH 140.0
#define SIGNED_WIDTH 46.0
#define NARROW_SHARE 0.4

typedef struct {
  double   natural;
  gboolean narrow;
} Column;

static void
measure_cell (Column *column, const MappeNode *cell)
{
  g_autofree char *text = mappe_node_get_text (cell);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    column->natural = MAX (column->natural, (double) g_utf8_strlen (lines[i], -1) * CHARACTER_WIDTH + PADDING);
  if ((cell->flags & MAPPE_NODE_TO_SIGN) != 0)
    column->natural = MAX (column->natural, SIGNED_WIDTH);
  column->narrow = column->narrow || (cell->flags & (MAPPE_NODE_NARROW | MAPPE_NODE_TO_SIGN)) != 0;
}

static GArray *
measure_columns (const MappeNode *table)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  for (guint i = 0; i < table->children->len; i++)
    {
      const MappeNode *row = g_ptr_array_index (table->children, i);

      if (row->children->len > columns->len)
        g_array_set_size (columns, row->children->len);
      for (guint j = 0; j < row->children->len; j++)
        measure_cell (&g_array_index (columns, Column, j), g_ptr_array_index (row->children, j));
    }
  return columns;
}

static double
weight_of (const Column *column)
{
  return column->narrow ? 0 : CLAMP (column->natural, LEAST_WIDTH, MOST_WIDTH);
}

/* Narrow columns take what they need, the others share the rest by the length of their texts. */
static double
width_of (const GArray *columns, guint wanted)
{
  const Column *column = &g_array_index (columns, Column, wanted);
  double rest = TEXT_WIDTH, weights = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *other = &g_array_index (columns, Column, i);

      rest -= other->narrow ? MIN (other->natural, TEXT_WIDTH * NARROW_SHARE) : 0;
      weights += weight_of (other);
    }
  if (column->narrow)
    return MIN (column->natural, TEXT_WIDTH * NARROW_SHARE);
  return MAX (LEAST_WIDTH, rest) * weight_of (column) / weights;
}

static void
write_table (MappeTagWriter *out, const MappeNode *table, guint number)
{
  g_autoptr (GArray) columns = measure_columns (table);
  g_autofree char *name = g_strdup_printf ("Table%u", number);

  mappe_tag_writer_begin (out, "style:style");
  mappe_tag_writer_attribute (out, "style:name", name);
  mappe_tag_writer_attribute (out, "style:family", "table");
  mappe_tag_writer_empty (out, "style:table-properties", "style:width", "16.5cm", "table:align", "left",
                          "fo:margin-bottom", "0.3cm", NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
  for (guint i = 0; i < columns->len; i++)
    {
      int width = (int) (width_of (columns, i) * 100);
      g_autofree char *column = g_strdup_printf ("Table%u.%u", number, i + 1);
      g_autofree char *measure = g_strdup_printf ("%d.%02dmm", width / 100, width % 100);

      mappe_tag_writer_begin (out, "style:style");
      mappe_tag_writer_attribute (out, "style:name", column);
      mappe_tag_writer_attribute (out, "style:family", "table-column");
      mappe_tag_writer_empty (out, "style:table-column-properties", "style:column-width", measure, NULL);
      mappe_tag_writer_end (out);
      mappe_tag_writer_line (out);
    }
}

/* In the order in which the body comes to them. */
static void
write_tables_in (MappeTagWriter *out, const MappeNode *node, guint *number)
{
  if (node->role == MAPPE_ROLE_TABLE && node->children->len > 0)
    write_table (out, node, ++*number);
  for (guint i = 0; i < node->children->len; i++)
    write_tables_in (out, g_ptr_array_index (node->children, i), number);
}

static void
write_cell_style (MappeTagWriter *out, const char *name, const char *background)
{
  mappe_tag_writer_begin (out, "style:style");
  mappe_tag_writer_attribute (out, "style:name", name);
  mappe_tag_writer_attribute (out, "style:family", "table-cell");
  mappe_tag_writer_empty (out, "style:table-cell-properties", "fo:border-bottom", "0.5pt solid #737373", "fo:padding",
                          "0.1cm", "fo:background-color", background, NULL);
  mappe_tag_writer_end (out);
  mappe_tag_writer_line (out);
}

/** mappe_odf_write_tables: writes the styles of the tables of @document, "Table1" and so on, and of their cells */
void
mappe_odf_write_tables (MappeTagWriter *out, const MappeNode *document)
{
  guint number = 0;

  write_cell_style (out, "Cell", NULL);
  write_cell_style (out, "HeadingCell", "#ebebeb");
  write_tables_in (out, document, &number);
}
