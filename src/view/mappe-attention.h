/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeAttention:
 *
 * Counts what is to be done, for the sidebar. Follows the store by itself. Signal "counted": (const char *place,
 * gint64 count) whenever a count was made.
 */
#define MAPPE_TYPE_ATTENTION (mappe_attention_get_type ())
G_DECLARE_FINAL_TYPE (MappeAttention, mappe_attention, MAPPE, ATTENTION, GObject)

MappeAttention *mappe_attention_new       (MappeStore *store);
void            mappe_attention_refresh   (MappeAttention *self);
gint64          mappe_attention_get_count (MappeAttention *self, const char *place);
GPtrArray      *mappe_attention_queries   (const char *today);

G_END_DECLS
