/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/** What an attached file turned out to be. */
typedef enum {
  MAPPE_CONTENT_OTHER,       /* nothing that is read here */
  MAPPE_CONTENT_PICTURE,
  MAPPE_CONTENT_PDF,
  MAPPE_CONTENT_LOCKED,      /* a PDF that asks for a password */
  MAPPE_CONTENT_UNREADABLE,  /* damaged, too large, or reading it broke off more than once */
} MappeContentState;

/**
 * MappeContentText: what is read from an attached file; equal content has equal text
 * @n_pages: 0 where it has none
 * @n_scanned: pages that are pictures without text
 * @has_text: there is text on some page
 * @tagged: its structure says what is a heading, a list, a table
 * @texts: (element-type utf8): text of each page, from the first; may end before the last page
 */
typedef struct {
  MappeContentState state;
  guint             n_pages, n_scanned;
  gboolean          has_text, tagged;
  GPtrArray        *texts;
} MappeContentText;

MappeContentText *mappe_content_text_new           (void);
void              mappe_content_text_free          (MappeContentText *self);
gboolean          mappe_content_text_is_accessible (const MappeContentText *self);

/* Texts are read by a floor above and handed in; they lie beside the search index, not in the council file. */
char             *mappe_store_next_unread          (MappeStore *self, GError **error);
void              mappe_store_next_unread_async    (MappeStore *self, GCancellable *cancellable,
                                                    GAsyncReadyCallback callback, gpointer data);
char             *mappe_store_next_unread_finish   (MappeStore *self, GAsyncResult *result, GError **error);
gboolean          mappe_store_put_content_text     (MappeStore *self, const char *hash, const MappeContentText *text,
                                                    GError **error);
void              mappe_store_put_content_text_async (MappeStore *self, const char *hash, MappeContentText *text,
                                                      GAsyncReadyCallback callback, gpointer data);
gboolean          mappe_store_put_content_text_finish (MappeStore *self, GAsyncResult *result, GError **error);
MappeContentText *mappe_store_content_facts        (MappeStore *self, const char *hash, GError **error);
void              mappe_store_content_facts_async  (MappeStore *self, const char *hash, GCancellable *cancellable,
                                                    GAsyncReadyCallback callback, gpointer data);
MappeContentText *mappe_store_content_facts_finish (MappeStore *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeContentText, mappe_content_text_free)

G_END_DECLS
