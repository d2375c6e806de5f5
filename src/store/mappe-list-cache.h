/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/**
 * MappeListCache:
 *
 * Loaded records of one kind that are kept when no view holds them; those used longest ago go first.
 */
typedef struct _MappeListCache MappeListCache;

MappeListCache *mappe_list_cache_new      (guint most);
void            mappe_list_cache_free     (MappeListCache *self);
gboolean        mappe_list_cache_contains (MappeListCache *self, gint64 id);
MappeRecord    *mappe_list_cache_peek     (MappeListCache *self, gint64 id);
MappeRecord    *mappe_list_cache_use      (MappeListCache *self, gint64 id);
void            mappe_list_cache_add      (MappeListCache *self, MappeRecord *record);
void            mappe_list_cache_remove   (MappeListCache *self, gint64 id);
void            mappe_list_cache_clear    (MappeListCache *self);
void            mappe_list_cache_add_ids  (MappeListCache *self, GArray *ids);

G_END_DECLS
