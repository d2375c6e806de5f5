/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-markup.h"
#include "mappe-node.h"

static MappeNode *
block_node (MappeNode *parent, MappeNode *list, const MappeMarkupLine *line)
{
  MappeNode *node = line->block == MAPPE_MARKUP_PARAGRAPH ? mappe_node_add (parent, MAPPE_ROLE_PARAGRAPH)
                                                          : mappe_node_add (list, MAPPE_ROLE_LIST_ITEM);

  node->flags |= MAPPE_NODE_TYPED;
  return node;
}

static MappeNode *
list_node (MappeNode *parent, const MappeMarkupLine *line)
{
  MappeNode *list = mappe_node_add (parent, MAPPE_ROLE_LIST);

  list->flags |= MAPPE_NODE_TYPED | (line->block == MAPPE_MARKUP_NUMBERED ? MAPPE_NODE_ORDERED : 0);
  return list;
}

/**
 * mappe_node_add_markup:
 * @parent: a section or another part that holds paragraphs
 * @markup: (nullable): text as a person typed it, see mappe_markup_parse()
 *
 * Adds it as paragraphs and lists, each with the flag %MAPPE_NODE_TYPED. Items that follow each other are one list.
 */
void
mappe_node_add_markup (MappeNode *parent, const char *markup)
{
  g_autoptr (GPtrArray) lines = mappe_markup_parse (markup);
  const MappeMarkupLine *before = NULL;
  MappeNode *list = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const MappeMarkupLine *line = g_ptr_array_index (lines, i);
      MappeNode *node;

      if (line->block != MAPPE_MARKUP_PARAGRAPH && (before == NULL || before->block != line->block))
        list = list_node (parent, line);
      node = block_node (parent, list, line);
      for (guint run = 0; run < line->runs->len; run++)
        {
          const MappeMarkupRun *text = g_ptr_array_index (line->runs, run);

          mappe_node_add_text (node, text->flags, text->text);
        }
      before = line;
    }
}
