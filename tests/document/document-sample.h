/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-writers.h"

G_BEGIN_DECLS

MappeNode *document_sample       (const char *language);
MappeNode *document_sample_long  (guint n_before, guint n_items);
void       document_sample_table (MappeNode *parent, guint n_rows);

G_END_DECLS
