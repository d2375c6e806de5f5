/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-node.h"

G_BEGIN_DECLS

/**
 * MappeMinutesBlock: a part of a document that is shown as one widget
 * @node: the part; belongs to the document
 * @sign: equal for blocks that look alike
 * @source: (nullable): record it belongs to
 * @title: what the section around it is called, for the name of an editor
 * @inside: role of the part around it
 * @marker: (nullable): what stands before the item of a list
 */
typedef struct {
  const MappeNode *node;
  char            *sign;
  char            *source;
  char            *title;
  MappeRole        inside;
  char            *marker;
} MappeMinutesBlock;

GPtrArray *mappe_minutes_blocks       (const MappeNode *document);
gboolean   mappe_minutes_block_typed  (const MappeMinutesBlock *self);
GtkWidget *mappe_minutes_block_widget (const MappeMinutesBlock *self);
char      *mappe_node_get_typed       (const MappeNode *node);

G_END_DECLS
