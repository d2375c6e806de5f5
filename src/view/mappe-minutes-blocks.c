/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-blocks.h"

#include "mappe-markup.h"

/* From the tree of a document to the widgets that show it, one beneath the other. */

static void
block_free (gpointer data)
{
  MappeMinutesBlock *self = data;

  g_free (self->sign);
  g_free (self->source);
  g_free (self->title);
  g_free (self->marker);
  g_free (self);
}

/* --- text --- */

/* The runs of a part as Pango markup. */
static char *
pango_of (const MappeNode *node)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < node->children->len; i++)
    {
      const MappeNode *run = g_ptr_array_index (node->children, i);
      g_autofree char *plain = run->role == MAPPE_ROLE_TEXT ? g_markup_escape_text (run->text, -1) : NULL;
      gboolean bold = (run->flags & MAPPE_TEXT_BOLD) != 0, italic = (run->flags & MAPPE_TEXT_ITALIC) != 0;

      if (plain != NULL)
        g_string_append_printf (text, "%s%s%s%s%s", bold ? "<b>" : "", italic ? "<i>" : "", plain,
                                italic ? "</i>" : "", bold ? "</b>" : "");
    }
  return g_string_free (text, FALSE);
}

static void
add_line_of (GPtrArray *lines, MappeMarkupBlock block, const MappeNode *node)
{
  MappeMarkupLine *line = mappe_markup_lines_add (lines, block);

  for (guint i = 0; i < node->children->len; i++)
    {
      const MappeNode *run = g_ptr_array_index (node->children, i);

      if (run->role == MAPPE_ROLE_TEXT)
        mappe_markup_line_add_run (line, run->flags & (MAPPE_TEXT_BOLD | MAPPE_TEXT_ITALIC), run->text,
                                   strlen (run->text));
    }
}

/* Returns: (transfer full): the light markup that a typed part was made from */
char *
mappe_node_get_typed (const MappeNode *node)
{
  g_autoptr (GPtrArray) lines = mappe_markup_lines_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      const MappeNode *child = g_ptr_array_index (node->children, i);
      MappeMarkupBlock block = (child->flags & MAPPE_NODE_ORDERED) != 0 ? MAPPE_MARKUP_NUMBERED : MAPPE_MARKUP_BULLET;

      if (child->role != MAPPE_ROLE_LIST)
        add_line_of (lines, MAPPE_MARKUP_PARAGRAPH, child);
      for (guint item = 0; child->role == MAPPE_ROLE_LIST && item < child->children->len; item++)
        add_line_of (lines, block, g_ptr_array_index (child->children, item));
    }
  return mappe_markup_format (lines);
}

/* --- blocks --- */

typedef struct {
  GPtrArray  *blocks;
  const char *source;
  const char *title;
  MappeRole   inside;
} Walk;

static void
add_block (const Walk *walk, const MappeNode *node, const char *marker)
{
  MappeMinutesBlock *block = g_new0 (MappeMinutesBlock, 1);
  g_autofree char *heading = mappe_node_get_heading (node);
  g_autofree char *text = node->role == MAPPE_ROLE_TABLE ? mappe_node_get_text (node) : pango_of (node);

  block->node = node;
  block->source = g_strdup (node->source != NULL ? node->source : walk->source);
  block->title = g_strdup (walk->title);
  block->inside = walk->inside;
  block->marker = g_strdup (marker);
  block->sign = node->field != NULL
                    ? g_strdup_printf ("typed\n%s\n%s", node->source, node->field)
                    : g_strdup_printf ("%d\n%d\n%u\n%u\n%s\n%s\n%s", node->role, walk->inside, node->depth,
                                       node->flags, heading, marker != NULL ? marker : "", text);
  g_ptr_array_add (walk->blocks, block);
}

static void walk_children (const Walk *walk, const MappeNode *node);

static void
walk_list (const Walk *walk, const MappeNode *list)
{
  for (guint i = 0; i < list->children->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      add_block (walk, g_ptr_array_index (list->children, i),
                 (list->flags & MAPPE_NODE_ORDERED) != 0 ? number : "•");
    }
}

static void
walk_part (const Walk *outer, const MappeNode *node)
{
  g_autofree char *heading = mappe_node_get_heading (node);
  Walk walk = *outer;

  walk.inside = node->role;
  if (node->source != NULL)
    walk.source = node->source;
  if (*heading != '\0')
    {
      add_block (&walk, node, NULL);
      walk.title = heading;
    }
  walk_children (&walk, node);
}

static void
walk_children (const Walk *walk, const MappeNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const MappeNode *child = g_ptr_array_index (node->children, i);

      if (child->field != NULL || child->role == MAPPE_ROLE_PARAGRAPH || child->role == MAPPE_ROLE_TABLE)
        add_block (walk, child, NULL);
      else if (child->role == MAPPE_ROLE_LIST)
        walk_list (walk, child);
      else if (child->role != MAPPE_ROLE_TEXT)
        walk_part (walk, child);
    }
}

/* Returns: (transfer full) (element-type MappeMinutesBlock): what is shown of @document, which must live as long */
GPtrArray *
mappe_minutes_blocks (const MappeNode *document)
{
  Walk walk = { g_ptr_array_new_with_free_func (block_free), NULL, document->text, MAPPE_ROLE_DOCUMENT };

  walk_part (&walk, document);
  return walk.blocks;
}

gboolean
mappe_minutes_block_typed (const MappeMinutesBlock *self)
{
  return self->node->field != NULL;
}

/* --- widgets --- */

static GtkWidget *
label_new (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
heading_new (const MappeMinutesBlock *self)
{
  g_autofree char *plain = mappe_node_get_heading (self->node);
  g_autofree char *text = g_markup_escape_text (plain, -1);
  GtkWidget *label = label_new (text);
  gboolean document = self->node->role == MAPPE_ROLE_DOCUMENT;

  gtk_widget_add_css_class (label, document                  ? "title-1"
                                   : self->node->depth == 1 ? "title-3" : "heading");
  gtk_widget_set_margin_top (label, document ? 0 : self->node->depth == 1 ? 18 : 12);
  if (self->node->role == MAPPE_ROLE_DECISION)
    gtk_widget_add_css_class (label, "minutes-decision");
  return label;
}

static GtkWidget *
item_new (const MappeMinutesBlock *self)
{
  g_autofree char *markup = pango_of (self->node);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *marker = gtk_label_new (self->marker);

  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, 6);
  gtk_box_append (GTK_BOX (box), marker);
  gtk_box_append (GTK_BOX (box), label_new (markup));
  return box;
}

static GtkWidget *
table_new (const MappeMinutesBlock *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint r = 0; r < self->node->children->len; r++)
    {
      const MappeNode *row = g_ptr_array_index (self->node->children, r);

      for (guint c = 0; c < row->children->len; c++)
        {
          const MappeNode *cell = g_ptr_array_index (row->children, c);
          g_autofree char *markup = pango_of (cell);
          GtkWidget *label = label_new (markup);

          gtk_label_set_yalign (GTK_LABEL (label), 0);
          gtk_widget_set_hexpand (label, (cell->flags & MAPPE_NODE_NARROW) == 0);
          if ((row->flags & MAPPE_NODE_HEADER) != 0 || ((cell->flags & MAPPE_NODE_NARROW) != 0 && c == 0))
            gtk_widget_add_css_class (label, "dim-label");
          gtk_grid_attach (GTK_GRID (grid), label, (int) c, (int) r, 1, 1);
        }
    }
  return grid;
}

static GtkWidget *
paragraph_new (const MappeMinutesBlock *self)
{
  g_autofree char *markup = pango_of (self->node);
  GtkWidget *label = label_new (markup);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (self->inside == MAPPE_ROLE_DECISION || self->inside == MAPPE_ROLE_VOTE)
    gtk_widget_add_css_class (label, "minutes-decision");
  if (self->inside == MAPPE_ROLE_SIGNATURES)
    gtk_widget_add_css_class (label, "minutes-signature");
  return label;
}

/* Returns: (transfer floating): the widget of a block that is not typed */
GtkWidget *
mappe_minutes_block_widget (const MappeMinutesBlock *self)
{
  if (self->marker != NULL)
    return item_new (self);
  if (self->node->role == MAPPE_ROLE_TABLE)
    return table_new (self);
  return self->node->role == MAPPE_ROLE_PARAGRAPH ? paragraph_new (self) : heading_new (self);
}
