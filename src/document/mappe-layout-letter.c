/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-layout-private.h"
#include "mappe-letterhead.h"

/* What has its place on the first page whatever the text: the logo of all documents, and the head of letters by DIN
 * 5008, form B. */

#define LEAST_WIDTH (200 * MAPPE_MM)  /* of a sheet that takes a letter of that form */
#define LEAST_HEIGHT (270 * MAPPE_MM)
#define LOGO_GAP (4 * MAPPE_MM)
#define MOST_LOGO 0.4                 /* of the width between the margins */
#define RETURN_GAP (1 * MAPPE_MM)     /* between the return address and the recipient */
#define MARK_X (4 * MAPPE_MM)
#define FOLD_LENGTH (4 * MAPPE_MM)
#define PUNCH_LENGTH (7 * MAPPE_MM)
#define MARK_WIDTH 0.4

static const MappeTextStyle head_style = { 9.5, FALSE, 0 };
static const MappeTextStyle info_style = { 9, FALSE, 0 };
static const double return_sizes[] = { 7, 6.5, 6 };
static const double recipient_sizes[] = { 10.5, 9.5, 8.5, 7.5, 6.5 };

static double
height_of (const MappeCell *cell)
{
  return mappe_cell_height (cell, 0, cell->lines->len);
}

static MappeBlock *
add_fixed (MappeBlockBuilder *self, const char *tag, double top)
{
  MappeBlock *block = mappe_block_builder_add (self, MAPPE_BLOCK_FIXED, tag);

  block->space = 0;
  block->top = top;
  return block;
}

/* Returns: (transfer none): the text of @node, @width wide, not placed below the others yet */
static MappeCell *
fixed_cell (MappeBlockBuilder *self, const MappeNode *node, const MappeTextStyle *style, double x, double width)
{
  MappeCell *cell = mappe_cell_new (self->layout, node, NULL, style);

  pango_layout_set_line_spacing (cell->layout, 1);
  mappe_cell_place (cell, x, width);
  return cell;
}

/* Returns: bottom of the text */
static double
add_text (MappeBlockBuilder *self, const MappeNode *node, const MappeTextStyle *style, const cairo_rectangle_t *place)
{
  MappeBlock *block = add_fixed (self, "P", place->y);
  MappeCell *cell = fixed_cell (self, node, style, place->x, place->width);

  g_ptr_array_add (block->cells, cell);
  return place->y + height_of (cell);
}

/* Returns: bottom of the logo */
static double
add_logo (MappeBlockBuilder *self, const MappeNode *figure)
{
  double room = (self->layout->right - self->layout->left) * MOST_LOGO, height;
  MappeBlock *block = add_fixed (self, "Figure", MAPPE_LOGO_Y * MAPPE_MM);

  mappe_picture_fit (figure->picture, MIN (MAPPE_LOGO_WIDTH * MAPPE_MM, room), MAPPE_LOGO_HEIGHT * MAPPE_MM,
                     &block->width, &height);
  block->figure = mappe_node_copy_for (figure, MAPPE_CLASS_CONFIDENTIAL);
  block->picture = mappe_picture_decode (figure->picture);
  block->x = self->layout->right - block->width;
  block->padding = height / 2;
  return block->top + height;
}

static void
add_recipient (MappeBlockBuilder *self, const MappeNode *recipient)
{
  MappeTextStyle style = head_style;
  MappeBlock *block = add_fixed (self, "P", (MAPPE_LETTER_FIELD_Y + MAPPE_LETTER_NOTES_HEIGHT) * MAPPE_MM);
  MappeCell *cell = NULL;

  /* A long address in smaller letters still stands in the window. */
  for (guint i = 0; i < G_N_ELEMENTS (recipient_sizes); i++)
    {
      g_clear_pointer (&cell, mappe_cell_free);
      style.size = recipient_sizes[i];
      cell = fixed_cell (self, recipient, &style, (MAPPE_LETTER_FIELD_X + MAPPE_LETTER_INDENT) * MAPPE_MM,
                         (MAPPE_LETTER_FIELD_WIDTH - MAPPE_LETTER_INDENT) * MAPPE_MM);
      if (height_of (cell) <= MAPPE_LETTER_ADDRESS_HEIGHT * MAPPE_MM)
        break;
    }
  g_ptr_array_add (block->cells, cell);
}

static void
add_address (MappeBlockBuilder *self, const MappeNode *field)
{
  const MappeNode *back = g_ptr_array_index (field->children, 0);
  cairo_rectangle_t place = { (MAPPE_LETTER_FIELD_X + MAPPE_LETTER_INDENT) * MAPPE_MM, 0,
                              (MAPPE_LETTER_FIELD_WIDTH - MAPPE_LETTER_INDENT) * MAPPE_MM, 0 };
  MappeTextStyle style = head_style;
  gboolean fits = FALSE;

  /* On one line where it can be. */
  for (guint i = 0; i < G_N_ELEMENTS (return_sizes) && !fits; i++)
    {
      MappeCell *cell;

      style.size = return_sizes[i];
      cell = fixed_cell (self, back, &style, place.x, place.width);
      place.y = (MAPPE_LETTER_FIELD_Y + MAPPE_LETTER_NOTES_HEIGHT) * MAPPE_MM - RETURN_GAP - height_of (cell);
      fits = cell->lines->len == 1;
      mappe_cell_free (cell);
    }
  add_text (self, back, &style, &place);
  if (field->children->len > 1)
    add_recipient (self, g_ptr_array_index (field->children, 1));
}

static void
add_particulars (MappeBlockBuilder *self, const MappeNode *particulars)
{
  cairo_rectangle_t place = { MAPPE_LETTER_INFO_X * MAPPE_MM, MAPPE_LETTER_INFO_Y * MAPPE_MM,
                              MAPPE_LETTER_INFO_WIDTH * MAPPE_MM, 0 };

  for (guint i = 0; i < particulars->children->len; i++)
    place.y = add_text (self, g_ptr_array_index (particulars->children, i), &info_style, &place);
}

static void
add_head (MappeBlockBuilder *self, const MappeNode *document, guint end)
{
  double right = self->layout->right;
  cairo_rectangle_t place = { self->layout->left, MAPPE_LETTER_HEAD_Y * MAPPE_MM, 0, 0 };

  for (guint i = 0; i < end; i++)
    {
      const MappeNode *node = g_ptr_array_index (document->children, i);

      if (node->role == MAPPE_ROLE_ADDRESS && node->children->len > 0)
        add_address (self, node);
      else if (node->role == MAPPE_ROLE_PARTICULARS)
        add_particulars (self, node);
      else if (node->role == MAPPE_ROLE_FIGURE && node->picture != NULL)
        {
          add_logo (self, node);
          right -= MAPPE_LOGO_WIDTH * MAPPE_MM + LOGO_GAP;
        }
      else if (node->role == MAPPE_ROLE_PARAGRAPH)
        {
          place.width = right - place.x;
          place.y = add_text (self, node, &head_style, &place);
        }
    }
}

/* Places what stands above the text of the first page. Returns: number of the first child of @document behind it */
guint
mappe_layout_build_head (MappeBlockBuilder *self, const MappeNode *document)
{
  MappeLayout *layout = self->layout;
  guint end = mappe_letterhead_end (document);
  const MappeNode *first = document->children->len > 0 ? g_ptr_array_index (document->children, 0) : NULL;

  layout->letter = mappe_letterhead_is_letter (document) && layout->width >= LEAST_WIDTH
                   && layout->height >= LEAST_HEIGHT;
  if (layout->letter)
    {
      add_head (self, document, end);
      layout->first_top = MAPPE_LETTER_TEXT_Y * MAPPE_MM;
      return end;
    }
  if (first == NULL || first->picture == NULL)
    return 0;
  layout->first_top = MAX (layout->top, add_logo (self, first) + LOGO_GAP);
  return 1;
}

static void
draw_mark (cairo_t *cr, double y, double length)
{
  cairo_rectangle (cr, MARK_X, y * MAPPE_MM - MARK_WIDTH / 2, length, MARK_WIDTH);
  cairo_fill (cr);
}

/* Where a letter is folded for its envelope, and the middle for a punch. */
void
mappe_layout_draw_marks (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.4, 0.4, 0.4);
  draw_mark (cr, MAPPE_LETTER_FOLD_1, FOLD_LENGTH);
  draw_mark (cr, MAPPE_LETTER_PUNCH, PUNCH_LENGTH);
  draw_mark (cr, MAPPE_LETTER_FOLD_2, FOLD_LENGTH);
}
