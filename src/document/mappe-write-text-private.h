/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"

G_BEGIN_DECLS

typedef struct {
  GString *out;
  guint    width;   /* columns of a line */
  guint    indent;  /* columns before it */
  gboolean tight;   /* a heading was just written: no empty line before what it stands above */
} MappeTextWriter;

guint mappe_text_columns       (const char *text);
void  mappe_text_writer_gap    (MappeTextWriter *self);
void  mappe_text_writer_repeat (MappeTextWriter *self, char c, guint n);
void  mappe_text_writer_wrap   (MappeTextWriter *self, const char *prefix, guint hang, const char *text);
void  mappe_text_writer_table  (MappeTextWriter *self, const MappeNode *table);

G_END_DECLS
