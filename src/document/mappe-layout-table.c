/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-layout-private.h"

#define CELL_PADDING 4     /* at both sides of the text */
#define ROW_PADDING 2.5
#define SIGNED_PADDING 6   /* a row of 8 mm is high enough for a signature */
#define SIGNED_WIDTH 130
#define LEAST_WEIGHT 40
#define MOST_WEIGHT 420
#define NARROW_SHARE 0.4   /* of the table: no narrow column takes more */

static const MappeTextStyle cell_style = { 9.5, FALSE, 0 };
static const MappeTextStyle header_style = { 9.5, TRUE, 0 };

typedef struct {
  double   natural;  /* width of the text on one line, and the padding */
  double   least;    /* width of its longest word, and the padding */
  double   x, width;
  gboolean narrow, centred;
} Column;

static void
measure_cell (Column *column, const MappeNode *cell, MappeCell *text)
{
  column->natural = MAX (column->natural, mappe_cell_natural_width (text) + 2 * CELL_PADDING);
  column->narrow = column->narrow || (cell->flags & MAPPE_NODE_NARROW) != 0;
  if ((cell->flags & MAPPE_NODE_TO_SIGN) != 0)
    {
      column->natural = MAX (column->natural, SIGNED_WIDTH);
      column->narrow = TRUE;
    }
  column->centred = column->centred || (cell->flags & MAPPE_NODE_CENTRED) != 0;
}

/* One block a row, with texts that have no place yet. */
static MappeBlock *
add_row (MappeBlockBuilder *self, const MappeNode *row, GArray *columns)
{
  gboolean header = (row->flags & MAPPE_NODE_HEADER) != 0;
  MappeBlock *block = mappe_block_builder_add (self, header ? MAPPE_BLOCK_HEADER : MAPPE_BLOCK_ROW, "TR");

  block->padding = ROW_PADDING;
  block->keep = block->keep || header;
  block->whole = header;
  if (row->children->len > columns->len)
    g_array_set_size (columns, row->children->len);
  for (guint i = 0; i < row->children->len; i++)
    {
      const MappeNode *cell = g_ptr_array_index (row->children, i);
      MappeCell *text = mappe_cell_new (self->layout, cell, NULL, header ? &header_style : &cell_style);

      text->tag = header ? "TH" : "TD";
      measure_cell (&g_array_index (columns, Column, i), cell, text);
      if ((cell->flags & MAPPE_NODE_TO_SIGN) != 0)
        block->padding = SIGNED_PADDING;
      g_ptr_array_add (block->cells, text);
    }
  return block;
}

static double
weight_of (const Column *column)
{
  return CLAMP (column->natural, LEAST_WEIGHT, MOST_WEIGHT);
}

/* Narrow columns take what they need, the others share the rest by the length of their texts. */
static void
set_widths (GArray *columns, double x, double width)
{
  double rest = width;
  double weights = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      column->width = column->narrow ? MIN (column->natural, width * NARROW_SHARE) : 0;
      rest -= column->width;
      weights += column->narrow ? 0 : weight_of (column);
    }
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (!column->narrow)
        column->width = MAX (rest, 0) * weight_of (column) / weights;
      /* Many narrow columns, or hardly any space: all of them shrink. */
      if (rest < 0)
        column->width *= width / (width - rest);
      column->x = x;
      x += column->width;
    }
}

/* Shrinks the columns, of @narrow ones or of others, that still give way, so that all are @width together.
 * Returns: whether none is below its least width */
static gboolean
shrink (GArray *columns, double width, gboolean narrow)
{
  for (guint round = 0; round <= columns->len; round++)
    {
      double fixed = 0, giving = 0;
      gboolean done = TRUE;

      for (guint i = 0; i < columns->len; i++)
        {
          const Column *column = &g_array_index (columns, Column, i);
          gboolean gives = column->width > column->least && (narrow || !column->narrow);

          *(gives ? &giving : &fixed) += column->width;
        }
      if (fixed + giving <= width + 0.001)
        return TRUE;
      if (fixed >= width || giving <= 0)
        return FALSE;
      for (guint i = 0; i < columns->len; i++)
        {
          Column *column = &g_array_index (columns, Column, i);

          if (column->width <= column->least || (column->narrow && !narrow))
            continue;
          column->width = MAX (column->least, column->width * (width - fixed) / giving);
          done = done && column->width > column->least;
        }
      if (done)
        return TRUE;
    }
  return TRUE;
}

/* Every column as wide as its longest word, where the table has room for that; others give way, narrow ones last. */
static void
widen (GArray *columns, double x, double width)
{
  double least = 0;

  for (guint i = 0; i < columns->len; i++)
    least += g_array_index (columns, Column, i).least;
  if (least > width)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      column->width = MAX (column->width, column->least);
    }
  if (!shrink (columns, width, FALSE))
    shrink (columns, width, TRUE);
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      column->x = x;
      x += column->width;
    }
}

static void
place_row (MappeBlock *block, const GArray *columns)
{
  for (guint i = 0; i < block->cells->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      MappeCell *cell = g_ptr_array_index (block->cells, i);

      if (column->centred)
        pango_layout_set_alignment (cell->layout, PANGO_ALIGN_CENTER);
      mappe_cell_place (cell, column->x + CELL_PADDING, MAX (1, column->width - 2 * CELL_PADDING));
    }
}

static void
place_rows (MappeLayout *layout, guint first, const GArray *columns)
{
  for (guint i = first; i < layout->blocks->len; i++)
    place_row (g_ptr_array_index (layout->blocks, i), columns);
}

static gboolean
breaks_words (MappeLayout *layout, guint first)
{
  for (guint i = first; i < layout->blocks->len; i++)
    {
      const MappeBlock *block = g_ptr_array_index (layout->blocks, i);

      for (guint j = 0; j < block->cells->len; j++)
        if (mappe_cell_breaks_words (g_ptr_array_index (block->cells, j)))
          return TRUE;
    }
  return FALSE;
}

static void
measure_words (MappeLayout *layout, guint first, GArray *columns)
{
  for (guint i = first; i < layout->blocks->len; i++)
    {
      const MappeBlock *block = g_ptr_array_index (layout->blocks, i);

      for (guint j = 0; j < block->cells->len; j++)
        {
          Column *column = &g_array_index (columns, Column, j);

          column->least = MAX (column->least,
                               mappe_cell_least_width (g_ptr_array_index (block->cells, j)) + 2 * CELL_PADDING);
        }
    }
}

void
mappe_block_builder_table (MappeBlockBuilder *self, const MappeNode *table)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (Column));
  MappeBlockBuilder inner = *self;
  MappeLayout *layout = self->layout;
  guint first = layout->blocks->len;
  double width = MAX (1, layout->right - self->x);

  inner.group = table;
  inner.group_tag = "Table";
  for (guint i = 0; i < table->children->len; i++)
    {
      MappeBlock *block = add_row (&inner, g_ptr_array_index (table->children, i), columns);

      block->space = i > 0 ? 0 : block->space;
    }
  set_widths (columns, self->x, width);
  place_rows (layout, first, columns);
  if (breaks_words (layout, first))
    {
      measure_words (layout, first, columns);
      widen (columns, self->x, width);
      place_rows (layout, first, columns);
    }
  self->bar_joins = inner.bar_joins;
  self->tight = FALSE;
}
