/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-layout-private.h"

#define LEAST_LINES 2      /* of a paragraph that stand alone on a page, at its end and at its beginning */
#define SHORT_ROW 0.25     /* of a page: a row of a table that is not higher is not broken */
#define MOST_HEADER 0.33   /* of a page: headings of a table that are higher do not stand again */

typedef struct {
  MappeLayout *layout;
  GPtrArray   *page;     /* MappePiece */
  double       y;
  gboolean     fresh;    /* nothing but headings that stand again is on the page */
  GPtrArray   *headers;  /* (element-type MappeBlock): headings of the table that is being placed */
} Breaker;

static void
piece_free (MappePiece *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static guint
n_lines (const MappeBlock *block, guint cell)
{
  return ((const MappeCell *) g_ptr_array_index (block->cells, cell))->lines->len;
}

/* Height of a block, or of the lines of a piece of it. */
static double
height_of (const MappeBlock *block, const guint *from, const guint *to)
{
  double height = 0;

  for (guint i = 0; i < block->cells->len; i++)
    height = MAX (height, mappe_cell_height (g_ptr_array_index (block->cells, i), from != NULL ? from[i] : 0,
                                             to != NULL ? to[i] : n_lines (block, i)));
  return height + 2 * block->padding;
}

static double
page_height (const Breaker *self)
{
  return self->layout->bottom - self->layout->top;
}

static gboolean
stays_whole (const Breaker *self, const MappeBlock *block)
{
  double height = height_of (block, NULL, NULL);

  return block->whole || (block->kind == MAPPE_BLOCK_ROW && height <= page_height (self) * SHORT_ROW);
}

/* Height of the smallest part of a block that may stand at the bottom of a page. */
static double
least_height (const Breaker *self, const MappeBlock *block)
{
  double height = 0;

  if (stays_whole (self, block))
    return height_of (block, NULL, NULL);
  for (guint i = 0; i < block->cells->len; i++)
    {
      guint lines = n_lines (block, i);

      height = MAX (height, mappe_cell_height (g_ptr_array_index (block->cells, i), 0,
                                               lines < 2 * LEAST_LINES ? lines : LEAST_LINES));
    }
  return height + 2 * block->padding;
}

/* Whether the block is a single line with more of the same part beneath. */
static gboolean
leads_on (const Breaker *self, guint number)
{
  const MappeBlock *block = g_ptr_array_index (self->layout->blocks, number);

  return block->cells->len == 1 && n_lines (block, 0) == 1 && number + 1 < self->layout->blocks->len
         && !((const MappeBlock *) g_ptr_array_index (self->layout->blocks, number + 1))->keep;
}

/* Height that the block @first needs together with those that it must not be parted from. A heading with a single line
 * beneath, such as the particulars of an agenda item, does not stand at the bottom of a page either. */
static double
height_of_chain (const Breaker *self, guint first)
{
  double height = 0;
  gboolean extended = FALSE;

  for (guint i = first; i < self->layout->blocks->len; i++)
    {
      const MappeBlock *block = g_ptr_array_index (self->layout->blocks, i);

      height += i > first ? block->space : 0;
      if (!block->keep && (i == first || extended || !leads_on (self, i)))
        return height + least_height (self, block);
      extended = extended || !block->keep;
      height += height_of (block, NULL, NULL);
    }
  return height;
}

static void
add_piece (Breaker *self, const MappeBlock *block, guint *from, guint *to, double gap)
{
  MappePiece *piece = g_new0 (MappePiece, 1);
  gsize size = block->cells->len * sizeof (guint);

  piece->block = block;
  piece->from = g_memdup2 (from, size);
  piece->to = g_memdup2 (to, size);
  piece->gap = gap;
  piece->y = self->y + gap;
  piece->height = height_of (block, from, to);
  self->y = piece->y + piece->height;
  g_ptr_array_add (self->page, piece);
}

static guint *
all_lines (const MappeBlock *block)
{
  guint *to = g_new0 (guint, block->cells->len + 1);

  for (guint i = 0; i < block->cells->len; i++)
    to[i] = n_lines (block, i);
  return to;
}

static void
repeat_headers (Breaker *self)
{
  double height = 0;

  for (guint i = 0; i < self->headers->len; i++)
    height += height_of (g_ptr_array_index (self->headers, i), NULL, NULL);
  if (height > page_height (self) * MOST_HEADER)
    return;
  for (guint i = 0; i < self->headers->len; i++)
    {
      const MappeBlock *header = g_ptr_array_index (self->headers, i);
      g_autofree guint *from = g_new0 (guint, header->cells->len + 1);
      g_autofree guint *to = all_lines (header);

      add_piece (self, header, from, to, 0);
      ((MappePiece *) g_ptr_array_index (self->page, self->page->len - 1))->repeated = TRUE;
    }
}

static void
begin_page (Breaker *self)
{
  self->page = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  g_ptr_array_add (self->layout->pages, self->page);
  self->y = self->layout->pages->len == 1 ? self->layout->first_top : self->layout->top;
  self->fresh = TRUE;
}

/* A new page for the block, or for the rest of it. */
static void
turn_page (Breaker *self, const MappeBlock *block)
{
  const MappeBlock *header = self->headers->len > 0 ? g_ptr_array_index (self->headers, 0) : NULL;

  begin_page (self);
  if (header != NULL && header->group == block->group && block->kind == MAPPE_BLOCK_ROW)
    repeat_headers (self);
}

/* How many lines of a cell, from @from on, fit into @height; @strict keeps paragraphs from leaving a line alone. */
static guint
lines_that_fit (const MappeCell *cell, guint from, double height, gboolean strict)
{
  guint n = cell->lines->len;
  guint to = from;

  while (to < n && mappe_cell_height (cell, from, to + 1) <= height)
    to++;
  if (to == n || !strict)
    return to;
  if (n - to < LEAST_LINES)
    to = n > LEAST_LINES ? n - LEAST_LINES : 0;
  return to < from + LEAST_LINES ? from : to;
}

/*
 * Finds what fits on the page. Returns whether something does: with @strict every text that is not at its end goes on.
 */
static gboolean
fit (const MappeBlock *block, const guint *from, guint *to, double height, gboolean strict)
{
  gboolean some = FALSE;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const MappeCell *cell = g_ptr_array_index (block->cells, i);

      to[i] = lines_that_fit (cell, from[i], height - 2 * block->padding, strict);
      if (strict && to[i] == from[i] && from[i] < cell->lines->len)
        return FALSE;
      some = some || to[i] > from[i];
    }
  return some;
}

/* On a page of its own not even the least part fits: lines alone, at last one that is higher than the page. */
static void
force (const MappeBlock *block, const guint *from, guint *to, double height)
{
  if (fit (block, from, to, height, FALSE))
    return;
  for (guint i = 0; i < block->cells->len; i++)
    to[i] = MIN (from[i] + 1, n_lines (block, i));
}

static gboolean
is_complete (const MappeBlock *block, const guint *to)
{
  for (guint i = 0; i < block->cells->len; i++)
    if (to[i] < n_lines (block, i))
      return FALSE;
  return TRUE;
}

static void
note_header (Breaker *self, MappeBlock *block)
{
  const MappeBlock *header = self->headers->len > 0 ? g_ptr_array_index (self->headers, 0) : NULL;

  if (header != NULL && header->group != block->group)
    g_ptr_array_set_size (self->headers, 0);
  if (block->kind == MAPPE_BLOCK_HEADER)
    g_ptr_array_add (self->headers, block);
}

/* It has no lines; one that is higher than a page runs over its end. */
static void
place_figure (Breaker *self, MappeBlock *block)
{
  double gap = self->fresh ? 0 : block->space;
  guint none = 0;

  if (!self->fresh && self->y + gap + height_of (block, NULL, NULL) > self->layout->bottom)
    {
      turn_page (self, block);
      gap = 0;
    }
  add_piece (self, block, &none, &none, gap);
  ((MappePiece *) g_ptr_array_index (self->page, self->page->len - 1))->first = TRUE;
  self->fresh = FALSE;
}

/* Beside what flows: the place of the next block does not change. */
static void
place_fixed (Breaker *self, MappeBlock *block)
{
  g_autofree guint *from = g_new0 (guint, block->cells->len + 1);
  g_autofree guint *to = all_lines (block);
  double y = self->y;

  add_piece (self, block, from, to, block->top - y);
  ((MappePiece *) g_ptr_array_index (self->page, self->page->len - 1))->first = TRUE;
  self->y = y;
}

static void
place (Breaker *self, MappeBlock *block)
{
  g_autofree guint *from = g_new0 (guint, block->cells->len + 1);
  g_autofree guint *to = g_new0 (guint, block->cells->len + 1);
  gboolean first = TRUE;

  if (block->kind == MAPPE_BLOCK_FIGURE)
    {
      place_figure (self, block);
      return;
    }
  do
    {
      double gap = first && !self->fresh ? block->space : 0;
      double height = self->layout->bottom - self->y - gap;

      if (!fit (block, from, to, height, TRUE))
        {
          if (!self->fresh)
            {
              turn_page (self, block);
              continue;
            }
          force (block, from, to, height);
        }
      add_piece (self, block, from, to, gap);
      ((MappePiece *) g_ptr_array_index (self->page, self->page->len - 1))->first = first;
      first = self->fresh = FALSE;
      for (guint i = 0; i < block->cells->len; i++)
        from[i] = to[i];
      if (!is_complete (block, to))
        turn_page (self, block);
    }
  while (!is_complete (block, to));
}

/* Cuts the blocks of @self into pages; there is always one. */
void
mappe_layout_break (MappeLayout *self)
{
  Breaker breaker = { .layout = self, .headers = g_ptr_array_new () };

  begin_page (&breaker);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      MappeBlock *block = g_ptr_array_index (self->blocks, i);
      double needed;

      if (block->kind == MAPPE_BLOCK_FIXED)
        {
          place_fixed (&breaker, block);
          continue;
        }
      needed = block->space + height_of_chain (&breaker, i);
      if (!breaker.fresh && breaker.y + needed > self->bottom && needed - block->space <= page_height (&breaker))
        turn_page (&breaker, block);
      note_header (&breaker, block);
      place (&breaker, block);
    }
  g_ptr_array_unref (breaker.headers);
}
