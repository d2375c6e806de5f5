/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-node-walk.h"

#include "mappe-letterhead.h"

typedef struct {
  const MappeNodeVisitor *visitor;
  gpointer                data;
  guint                   level;  /* of the next heading */
} Walk;

static void walk_node (Walk *self, const MappeNode *node);

static gboolean
has_level (const MappeNode *node)
{
  return node->role == MAPPE_ROLE_DOCUMENT || node->role == MAPPE_ROLE_SECTION || node->role == MAPPE_ROLE_AGENDA_ITEM;
}

static gboolean
is_run (const MappeNode *node, guint i)
{
  return ((const MappeNode *) g_ptr_array_index (node->children, i))->role == MAPPE_ROLE_TEXT;
}

static void
walk_children (Walk *self, const MappeNode *node, guint i, guint last)
{
  while (i < last)
    {
      guint first = i;

      while (i < last && is_run (node, i))
        i++;
      if (i > first)
        self->visitor->paragraph (node, first, i, self->data);
      else
        walk_node (self, g_ptr_array_index (node->children, i++));
    }
}

static void
tell_heading (Walk *self, const MappeNode *node)
{
  g_autofree char *heading = mappe_node_get_heading (node);

  if (*heading == '\0')
    return;
  if (has_level (node))
    self->visitor->heading (node, heading, self->level, self->data);
  else
    self->visitor->label (node, heading, self->data);
}

static void
walk_node (Walk *self, const MappeNode *node)
{
  /* A section without a heading of its own makes no level: none may be left out between two headings. */
  gboolean deeper = has_level (node) && node->text != NULL && *node->text != '\0';
  guint head = mappe_letterhead_end (node);

  if ((node->role == MAPPE_ROLE_LIST || node->role == MAPPE_ROLE_TABLE) && node->children->len == 0)
    return;
  if (node->role == MAPPE_ROLE_PARAGRAPH)
    {
      walk_children (self, node, 0, node->children->len);
      return;
    }
  if (node->role == MAPPE_ROLE_FIGURE)
    {
      self->visitor->figure (node, self->data);
      return;
    }
  if (self->visitor->begin != NULL)
    self->visitor->begin (node, self->data);
  walk_children (self, node, 0, head);
  tell_heading (self, node);
  self->level += deeper ? 1 : 0;
  walk_children (self, node, head, node->children->len);
  self->level -= deeper ? 1 : 0;
  if (self->visitor->end != NULL)
    self->visitor->end (node, self->data);
}

/**
 * mappe_node_walk:
 * @document: a document or a part of one
 * @visitor: what is told of it
 *
 * Leads a writer through @document in reading order: logo and head of a letter stand above its subject. A list or table
 * without content is passed over.
 */
void
mappe_node_walk (const MappeNode *document, const MappeNodeVisitor *visitor, gpointer data)
{
  Walk self = { visitor, data, 0 };

  walk_node (&self, document);
}
