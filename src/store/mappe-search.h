/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeSearchHit:
 * @kind: kind of the record
 * @id: its id
 * @title: what it is called
 * @reference: its reference
 * @context: (nullable): the words around the match where it is not in the title
 * @page: of the attached file, from 1, where the match is on it; else 0
 * @rank: 0 best
 */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  char            *title;
  char            *reference;
  char            *context;
  guint            page;
  double           rank;
} MappeSearchHit;

void       mappe_search_hit_free     (MappeSearchHit *self);
/* Best first, all kinds; folded words, each matches the start of or a part of a word. (element-type MappeSearchHit) */
GPtrArray *mappe_store_search        (MappeStore *self, const char *text, guint most, GError **error);
void       mappe_store_search_async  (MappeStore *self, const char *text, guint most, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data);
GPtrArray *mappe_store_search_finish (MappeStore *self, GAsyncResult *result, GError **error);
/* Reads what is not indexed yet, in the background; a search does so too. */
void       mappe_store_search_warm   (MappeStore *self);
/* 0 … 1, and 1 when the index holds all that was saved. Below 1, search again a little later for more. */
double     mappe_store_search_progress (MappeStore *self);

G_END_DECLS
