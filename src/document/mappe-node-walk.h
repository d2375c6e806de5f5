/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"

G_BEGIN_DECLS

/**
 * MappeNodeVisitor: a writer that is led through a document
 * @begin: (nullable): a part begins; never a paragraph or a run of text
 * @end: (nullable): it ends
 * @heading: heading of the part that began last: @level is 0 for the title of the document, then 1, 2, … without a gap
 * @label: a little heading within the text, such as that of a vote; it has no level
 * @figure: a chart, with the text that stands in its place
 * @paragraph: the children of @parent from @first to before @end are runs of one paragraph
 */
typedef struct {
  void (*begin)     (const MappeNode *node, gpointer data);
  void (*end)       (const MappeNode *node, gpointer data);
  void (*heading)   (const MappeNode *node, const char *text, guint level, gpointer data);
  void (*label)     (const MappeNode *node, const char *text, gpointer data);
  void (*figure)    (const MappeNode *node, gpointer data);
  void (*paragraph) (const MappeNode *parent, guint first, guint end, gpointer data);
} MappeNodeVisitor;

void mappe_node_walk (const MappeNode *document, const MappeNodeVisitor *visitor, gpointer data);

G_END_DECLS
