/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-figure-private.h"
#include "mappe-layout-private.h"

#define LIST_INDENT 16
#define DECISION_INDENT 12
#define SIGNATURE_SPACE 42
#define SIGNATURE_GAP 24
#define LEAST_HANG 26
#define MOST_HANG 90
#define HANG_GAP 8
#define LEAST_WIDTH 36
#define SUBJECT_SPACE 24  /* two lines between the subject of a letter and its text (DIN 5008) */

static const MappeTextStyle body = { 10.5, FALSE, 0 };
static const MappeTextStyle title_style = { 18, TRUE, 0 };
static const MappeTextStyle main_style = { 14, TRUE, 0 };
static const MappeTextStyle item_style = { 11.5, TRUE, 0 };
static const MappeTextStyle small_style = { 10.5, TRUE, 0 };

static guint build_child (MappeBlockBuilder *self, const MappeNode *node, guint i);
static void build_children (MappeBlockBuilder *self, const MappeNode *node, guint first);

void
mappe_block_free (MappeBlock *self)
{
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->figure, mappe_node_free);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self->outline);
  g_free (self);
}

/* Width from the left edge of the next block to the right edge of the text. */
static double
width_left (const MappeBlockBuilder *self)
{
  return MAX (LEAST_WIDTH, self->layout->right - self->x);
}

/* Returns: (transfer none): a new block below the others */
MappeBlock *
mappe_block_builder_add (MappeBlockBuilder *self, MappeBlockKind kind, const char *tag)
{
  MappeBlock *block = g_new0 (MappeBlock, 1);

  block->kind = kind;
  block->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_cell_free);
  block->space = self->tight ? 2 : 7;
  block->keep = self->keep;
  block->tag = tag;
  block->group = self->group;
  block->group_tag = self->group_tag;
  block->bar = self->bar;
  block->bar_joins = self->bar_joins;
  self->bar_joins = self->bar > 0;
  self->tight = FALSE;
  g_ptr_array_add (self->layout->blocks, block);
  return block;
}

static void
add_cell (MappeBlock *block, MappeCell *cell, const char *tag, double x, double width)
{
  cell->tag = tag;
  mappe_cell_place (cell, x, width);
  g_ptr_array_add (block->cells, cell);
}

/* --- headings --- */

static const char *
heading_tag (guint depth)
{
  static const char *const tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  return tags[MIN (depth, G_N_ELEMENTS (tags) - 1)];
}

static MappeBlock *
add_heading (MappeBlockBuilder *self, const char *text, const MappeTextStyle *style, double space)
{
  MappeBlock *block = mappe_block_builder_add (self, MAPPE_BLOCK_TEXT, heading_tag (self->outline_depth));

  block->space = space;
  block->keep = TRUE;
  block->whole = TRUE;
  add_cell (block, mappe_cell_new (self->layout, NULL, text, style), NULL, self->x, width_left (self));
  return block;
}

static void
build_heading (MappeBlockBuilder *self, const MappeNode *node)
{
  g_autofree char *heading = mappe_node_get_heading (node);
  MappeBlock *block;

  if (*heading == '\0')
    return;
  if (node->role == MAPPE_ROLE_DOCUMENT)
    add_heading (self, heading, self->layout->letter ? &item_style : &title_style, 0);
  else if (node->role != MAPPE_ROLE_SECTION)
    {
      /* A little heading within the text: no entry in the outline, and no level of its own. */
      block = add_heading (self, heading, &small_style, 8);
      block->tag = "P";
      self->tight = TRUE;
    }
  else
    {
      block = add_heading (self, heading,
                           node->depth <= 1 ? &main_style : node->depth == 2 ? &item_style : &small_style,
                           node->depth <= 1 ? 18 : 12);
      block->outline = g_strdup (heading);
      block->outline_depth = self->outline_depth;
    }
}

static void
build_agenda_item (MappeBlockBuilder *self, const MappeNode *item)
{
  g_autofree char *outline = mappe_node_get_heading (item);
  /* The space is for those who hear it or copy it. */
  g_autofree char *number = g_strconcat (item->number != NULL ? item->number : "", " ", NULL);
  double x = self->x;
  MappeBlock *block;

  block = mappe_block_builder_add (self, MAPPE_BLOCK_TEXT, heading_tag (self->outline_depth));
  block->space = 14;
  block->keep = TRUE;
  block->whole = TRUE;
  block->outline = g_steal_pointer (&outline);
  block->outline_depth = self->outline_depth;
  add_cell (block, mappe_cell_new (self->layout, NULL, number, &item_style), NULL, x, self->hang - HANG_GAP);
  self->x += self->hang;
  add_cell (block, mappe_cell_new (self->layout, NULL, item->text, &item_style), NULL, self->x, width_left (self));
  self->outline_depth++;
  for (guint i = 0; i < item->children->len;)
    {
      const MappeNode *child = g_ptr_array_index (item->children, i);

      /* Numbers like 5.1 tell the depth: items within an item stand as far left as it does. */
      self->x = child->role == MAPPE_ROLE_AGENDA_ITEM ? x : x + self->hang;
      i = build_child (self, item, i);
    }
  self->outline_depth--;
  self->x = x;
}

/* --- text --- */

/* The runs of text among the children of @node from @first on. Returns the number of the child behind them. */
static guint
end_of_runs (const MappeNode *node, guint first)
{
  while (first < node->children->len
         && ((const MappeNode *) g_ptr_array_index (node->children, first))->role == MAPPE_ROLE_TEXT)
    first++;
  return first;
}

/* The runs from @first to before @end as a text without a place. */
static MappeCell *
cell_of_runs (MappeBlockBuilder *self, const MappeNode *node, guint first, guint end)
{
  MappeNode runs = { .role = MAPPE_ROLE_PARAGRAPH, .children = g_ptr_array_new () };
  MappeCell *cell;

  for (guint i = first; i < end; i++)
    g_ptr_array_add (runs.children, g_ptr_array_index (node->children, i));
  cell = mappe_cell_new (self->layout, &runs, NULL, &body);
  g_ptr_array_unref (runs.children);
  if ((node->flags & MAPPE_NODE_CENTRED) != 0)
    pango_layout_set_alignment (cell->layout, PANGO_ALIGN_CENTER);
  return cell;
}

static void
build_runs (MappeBlockBuilder *self, const MappeNode *node, guint first, guint end)
{
  MappeBlock *block = mappe_block_builder_add (self, MAPPE_BLOCK_TEXT, "P");

  add_cell (block, cell_of_runs (self, node, first, end), NULL, self->x, width_left (self));
}

static void
build_list_item (MappeBlockBuilder *self, const MappeNode *item, const char *label)
{
  MappeCell *label_cell = mappe_cell_new (self->layout, NULL, label, &body);
  double indent = MAX (LIST_INDENT, mappe_cell_natural_width (label_cell) + 4);
  guint end = end_of_runs (item, 0);
  MappeBlock *block = mappe_block_builder_add (self, MAPPE_BLOCK_TEXT, "LI");

  block->space = MIN (block->space, 3);
  add_cell (block, label_cell, "Lbl", self->x, indent);
  self->x += indent;
  add_cell (block, cell_of_runs (self, item, 0, end), "LBody", self->x, width_left (self));
  self->tight = TRUE;
  build_children (self, item, end);
  self->tight = FALSE;
  self->x -= indent;
}

static void
build_list (MappeBlockBuilder *self, const MappeNode *list)
{
  gboolean outer = self->group == NULL;

  if (outer)
    {
      self->group = list;
      self->group_tag = "L";
    }
  for (guint i = 0; i < list->children->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      build_list_item (self, g_ptr_array_index (list->children, i),
                       (list->flags & MAPPE_NODE_ORDERED) != 0 ? number : "–");
    }
  if (outer)
    self->group = self->group_tag = NULL;
}

/* Two beside each other, all on one page with what stands above them: nobody signs an empty page. */
static void
build_signatures (MappeBlockBuilder *self, const MappeNode *node)
{
  double width = (width_left (self) - SIGNATURE_GAP) / 2;
  guint before = self->layout->blocks->len;
  MappeBlock *block = NULL;

  if (before > 0)
    ((MappeBlock *) g_ptr_array_index (self->layout->blocks, before - 1))->keep = TRUE;
  self->keep = TRUE;
  build_heading (self, node);
  for (guint i = 0; i < node->children->len; i++)
    {
      double x = self->x + (i % 2) * (width + SIGNATURE_GAP);
      MappeCell *cell = mappe_cell_new (self->layout, g_ptr_array_index (node->children, i), NULL, &body);

      if (i % 2 == 0)
        {
          block = mappe_block_builder_add (self, MAPPE_BLOCK_SIGNATURE, "Div");
          block->space = SIGNATURE_SPACE;
          block->padding = 3;
          block->whole = TRUE;
        }
      add_cell (block, cell, "P", x, width);
    }
  if (block != NULL)
    block->keep = FALSE;
  self->keep = FALSE;
}

static void
build_decision (MappeBlockBuilder *self, const MappeNode *node)
{
  double x = self->x;

  self->bar = self->x + 2;
  self->bar_joins = FALSE;
  self->x += DECISION_INDENT;
  build_heading (self, node);
  build_children (self, node, 0);
  self->x = x;
  self->bar = 0;
  self->bar_joins = FALSE;
}

static void
build_section (MappeBlockBuilder *self, const MappeNode *node)
{
  gboolean deeper = node->role == MAPPE_ROLE_SECTION || node->role == MAPPE_ROLE_DOCUMENT;
  guint first = node->role == MAPPE_ROLE_DOCUMENT ? mappe_layout_build_head (self, node) : 0;
  guint below;

  build_heading (self, node);
  self->outline_depth += deeper ? 1 : 0;
  below = self->layout->blocks->len;
  build_children (self, node, first);
  if (node->role == MAPPE_ROLE_DOCUMENT && self->layout->letter && below < self->layout->blocks->len)
    ((MappeBlock *) g_ptr_array_index (self->layout->blocks, below))->space = SUBJECT_SPACE;
  self->outline_depth -= deeper ? 1 : 0;
}

/* As wide as the text, and never broken. A chart is not kept in what is sealed: then its text stands in its place. */
static void
build_figure (MappeBlockBuilder *self, const MappeNode *node)
{
  MappeBlock *block;

  if (node->chart == NULL)
    {
      block = mappe_block_builder_add (self, MAPPE_BLOCK_TEXT, "P");
      add_cell (block, mappe_cell_new (self->layout, NULL, node->text, &body), NULL, self->x, width_left (self));
      return;
    }
  block = mappe_block_builder_add (self, MAPPE_BLOCK_FIGURE, "Figure");
  block->figure = mappe_node_copy_for (node, MAPPE_CLASS_CONFIDENTIAL);
  block->x = self->x;
  block->width = width_left (self);
  block->padding = block->width * MAPPE_FIGURE_ASPECT / 2;
  block->whole = TRUE;
}

static void
build_node (MappeBlockBuilder *self, const MappeNode *node)
{
  switch (node->role)
    {
    case MAPPE_ROLE_LIST:
      build_list (self, node);
      break;
    case MAPPE_ROLE_TABLE:
      mappe_block_builder_table (self, node);
      break;
    case MAPPE_ROLE_FIGURE:
      build_figure (self, node);
      break;
    case MAPPE_ROLE_AGENDA_ITEM:
      build_agenda_item (self, node);
      break;
    case MAPPE_ROLE_SIGNATURES:
      build_signatures (self, node);
      break;
    case MAPPE_ROLE_DECISION:
      build_decision (self, node);
      break;
    case MAPPE_ROLE_PARAGRAPH:
      build_children (self, node, 0);
      break;
    default:
      build_section (self, node);
      break;
    }
}

/* The child @i, or all runs of text from there on. Returns the number of the child behind. */
static guint
build_child (MappeBlockBuilder *self, const MappeNode *node, guint i)
{
  guint end = end_of_runs (node, i);

  if (end == i)
    {
      build_node (self, g_ptr_array_index (node->children, i));
      return i + 1;
    }
  build_runs (self, node, i, end);
  return end;
}

static void
build_children (MappeBlockBuilder *self, const MappeNode *node, guint first)
{
  while (first < node->children->len)
    first = build_child (self, node, first);
}

/* Width of the widest number of an agenda item: all items begin at the same place. */
static double
measure_numbers (MappeLayout *layout, const MappeNode *node)
{
  double widest = 0;

  if (node->role == MAPPE_ROLE_AGENDA_ITEM && node->number != NULL)
    {
      MappeCell *cell = mappe_cell_new (layout, NULL, node->number, &item_style);

      widest = mappe_cell_natural_width (cell);
      mappe_cell_free (cell);
    }
  for (guint i = 0; i < node->children->len; i++)
    widest = MAX (widest, measure_numbers (layout, g_ptr_array_index (node->children, i)));
  return widest;
}

/* Fills the blocks of @self. */
void
mappe_layout_build (MappeLayout *self, const MappeNode *document)
{
  MappeBlockBuilder builder = { .layout = self, .x = self->left };
  double width = self->right - self->left;

  builder.hang = CLAMP (measure_numbers (self, document) + HANG_GAP, LEAST_HANG, MIN (MOST_HANG, width / 3));
  build_node (&builder, document);
}
