/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-figure-private.h"
#include "mappe-layout-private.h"

#define RULE_WIDTH 0.5
#define BAR_WIDTH 2
#define CELL_PADDING 4
#define FOOTER_RISE 28  /* from the bottom of the page to the base of the footer */

static const MappeTextStyle footer_style = { 8.5, FALSE, 0.35 };

static gboolean
has_turned_runs (const PangoLayoutLine *line)
{
  for (const GSList *run = line->runs; run != NULL; run = run->next)
    if ((((const PangoGlyphItem *) run->data)->item->analysis.level & 1) != 0)
      return TRUE;
  return FALSE;
}

typedef struct {
  PangoGlyphItem *run;
  double          x;
} PlacedRun;

static int
compare_runs (gconstpointer left, gconstpointer right)
{
  const PlacedRun *one = left, *other = right;

  return one->run->item->offset - other->run->item->offset;
}

/* Draws the runs in the order in which they are read, not from left to right: a PDF is heard in the order in which it
 * was drawn. */
static void
draw_as_read (cairo_t *cr, const MappeCell *cell, PangoLayoutLine *line, double x, double y)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (PlacedRun));

  for (const GSList *run = line->runs; run != NULL; run = run->next)
    {
      const PlacedRun placed = { run->data, x };

      g_array_append_val (runs, placed);
      x += pango_glyph_string_get_width (placed.run->glyphs) / (double) PANGO_SCALE;
    }
  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const PlacedRun *placed = &g_array_index (runs, PlacedRun, i);

      cairo_move_to (cr, placed->x, y);
      pango_cairo_show_glyph_item (cr, pango_layout_get_text (cell->layout), placed->run);
    }
}

static void
draw_line (cairo_t *cr, const MappeCell *cell, guint line, double y)
{
  const MappeLine *measured = &g_array_index (cell->lines, MappeLine, line);
  PangoLayoutLine *text = pango_layout_get_line_readonly (cell->layout, (int) line);
  PangoRectangle rectangle;
  double x = cell->x;

  pango_layout_line_get_extents (text, NULL, &rectangle);
  if (pango_layout_get_alignment (cell->layout) == PANGO_ALIGN_CENTER)
    x += MAX (0, (cell->width - rectangle.width / (double) PANGO_SCALE) / 2);
  else if (pango_layout_line_get_resolved_direction (text) == PANGO_DIRECTION_RTL)
    x += MAX (0, cell->width - rectangle.width / (double) PANGO_SCALE);
  cairo_move_to (cr, x, y + measured->baseline);
  if (has_turned_runs (text))
    draw_as_read (cr, cell, text, x, y + measured->baseline);
  else
    pango_cairo_show_layout_line (cr, text);
}

static void
draw_cell (cairo_t *cr, const MappePiece *piece, guint i)
{
  const MappeCell *cell = g_ptr_array_index (piece->block->cells, i);
  double top = piece->from[i] < piece->to[i] ? g_array_index (cell->lines, MappeLine, piece->from[i]).top : 0;

  for (guint line = piece->from[i]; line < piece->to[i]; line++)
    draw_line (cr, cell, line, piece->y + piece->block->padding - top);
}

static void
draw_rule (cairo_t *cr, double x, double y, double width)
{
  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  cairo_rectangle (cr, x, y, width, RULE_WIDTH);
  cairo_fill (cr);
}

/* What stands behind and around the text; it is decoration and has no tag. */
static void
draw_frame (cairo_t *cr, const MappePiece *piece)
{
  const MappeBlock *block = piece->block;
  double joined = block->bar_joins && piece->first ? piece->gap : 0;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const MappeCell *cell = g_ptr_array_index (block->cells, i);

      if (block->kind == MAPPE_BLOCK_SIGNATURE)
        draw_rule (cr, cell->x, piece->y, cell->width);
      if (block->kind == MAPPE_BLOCK_HEADER)
        {
          cairo_set_source_rgb (cr, 0.92, 0.92, 0.92);
          cairo_rectangle (cr, cell->x - CELL_PADDING, piece->y, cell->width + 2 * CELL_PADDING, piece->height);
          cairo_fill (cr);
        }
      if (block->kind == MAPPE_BLOCK_HEADER || block->kind == MAPPE_BLOCK_ROW)
        draw_rule (cr, cell->x - CELL_PADDING, piece->y + piece->height - RULE_WIDTH,
                   cell->width + 2 * CELL_PADDING);
    }
  if (block->bar > 0)
    {
      cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
      cairo_rectangle (cr, block->bar, piece->y - joined, BAR_WIDTH, piece->height + joined);
      cairo_fill (cr);
    }
}

/* Drawn pixel by pixel in a PDF: cairo asks its readers for smooth ones otherwise, which PDF/A forbids. Filled, not
 * painted: at a painting cairo 1.16 forgets that a tag was begun. */
static void
draw_picture (cairo_t *cr, const MappePiece *piece)
{
  gboolean paper = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
  cairo_surface_t *picture = piece->block->picture;

  cairo_save (cr);
  cairo_translate (cr, piece->block->x, piece->y);
  cairo_scale (cr, piece->block->width / cairo_image_surface_get_width (picture),
               piece->height / cairo_image_surface_get_height (picture));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), paper ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_rectangle (cr, 0, 0, cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture));
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_piece (cairo_t *cr, const MappePiece *piece, MappeTagFunc tag, gpointer data)
{
  draw_frame (cr, piece);
  cairo_set_source_rgb (cr, 0, 0, 0);
  tag (piece, piece->block->tag, TRUE, data);
  if (piece->block->picture != NULL)
    draw_picture (cr, piece);
  else if (piece->block->figure != NULL)
    mappe_figure_draw (piece->block->figure, cr, piece->block->x, piece->y, piece->block->width);
  for (guint i = 0; i < piece->block->cells->len; i++)
    {
      const MappeCell *cell = g_ptr_array_index (piece->block->cells, i);

      /* A row has all its cells on each page; a number stands beside the first line only. */
      if (piece->from[i] == piece->to[i] && piece->block->kind == MAPPE_BLOCK_TEXT)
        continue;
      if (cell->tag != NULL)
        tag (piece, cell->tag, TRUE, data);
      draw_cell (cr, piece, i);
      if (cell->tag != NULL)
        tag (piece, cell->tag, FALSE, data);
    }
  tag (piece, piece->block->tag, FALSE, data);
}

static void
draw_footer_part (MappeLayout *self, cairo_t *cr, const char *text, double width, gboolean at_right)
{
  MappeCell *cell = mappe_cell_new (self, NULL, text, &footer_style);
  double natural = mappe_cell_natural_width (cell);

  pango_layout_set_single_paragraph_mode (cell->layout, TRUE);
  pango_layout_set_ellipsize (cell->layout, PANGO_ELLIPSIZE_END);
  mappe_cell_place (cell, at_right ? self->right - MIN (natural, width) : self->left, width);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_line (cr, cell, 0, self->height - FOOTER_RISE - g_array_index (cell->lines, MappeLine, 0).baseline);
  mappe_cell_free (cell);
}

/* "title · page n of m": the title gives way when both do not fit. */
static void
draw_footer (MappeLayout *self, guint page, cairo_t *cr)
{
  const MappeLanguage *language = self->language;
  /* Translators: foot of each page of a document, behind its title */
  g_autofree char *number = g_strdup_printf (L_ ("page %u of %u"), page + 1, self->pages->len);
  g_autofree char *text = g_strconcat (self->title, *self->title != '\0' ? " · " : "", number, NULL);
  MappeCell *cell = mappe_cell_new (self, NULL, number, &footer_style);
  double width = self->right - self->left;
  double taken = mappe_cell_natural_width (cell);
  MappeCell *whole = mappe_cell_new (self, NULL, text, &footer_style);
  gboolean fits = mappe_cell_natural_width (whole) <= width;

  mappe_cell_free (cell);
  mappe_cell_free (whole);
  if (fits)
    {
      draw_footer_part (self, cr, text, width, FALSE);
      return;
    }
  draw_footer_part (self, cr, self->title, MAX (1, width - taken - 12), FALSE);
  draw_footer_part (self, cr, number, width, TRUE);
}

/* @tag: called before and after what has a place in the structure of a PDF */
void
mappe_layout_draw_page (MappeLayout *self, guint page, cairo_t *cr, MappeTagFunc tag, gpointer data)
{
  const GPtrArray *pieces = g_ptr_array_index (self->pages, page);

  for (guint i = 0; i < pieces->len; i++)
    draw_piece (cr, g_ptr_array_index (pieces, i), tag, data);
  if (self->letter && page == 0)
    mappe_layout_draw_marks (cr);
  draw_footer (self, page, cr);
}

static void
ignore_tag (const MappePiece *piece, const char *tag, gboolean begins, gpointer data)
{
}

/**
 * mappe_layout_draw:
 * @page: number of the page, from 0
 * @cr: where to draw it, one unit a point, the upper left corner of the paper at 0,0; the paper itself is not drawn
 */
void
mappe_layout_draw (MappeLayout *self, guint page, cairo_t *cr)
{
  g_return_if_fail (page < self->pages->len);

  cairo_save (cr);
  mappe_layout_draw_page (self, page, cr, ignore_tag, NULL);
  cairo_restore (cr);
}
