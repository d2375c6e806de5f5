/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-erase.h"
#include "mappe-store-private.h"
#include "mappe-uid.h"

G_BEGIN_DECLS

/**
 * ErasePart: whose personal data go with a record
 * @about: the kind that is erased
 * @kind: @about itself, or a kind that refers to it
 * @link: field of @kind that refers to it; -1 for the record itself
 * @fields: fields that are emptied, ended by -1
 * @name: fields that make the name and are emptied only where it need not stay, ended by -1
 */
typedef struct {
  const MappeKind *about;
  const MappeKind *kind;
  int              link;
  int              fields[14];
  int              name[4];
} MappeErasePart;

/* What is known of an erasure that is to be honoured. */
typedef struct {
  char            *uid;
  const MappeKind *kind;
  gboolean         name_kept;
} MappeErased;

/* --- mappe-erase-parts.c --- */
const MappeErasePart *mappe_erase_parts   (guint *n_parts);
const MappeErasePart *mappe_erase_part_of (const MappeKind *kind);
void        mappe_erase_blank       (const MappeErasePart *part, MappeRow *row, gboolean name_kept);
GPtrArray  *mappe_erased_read       (MappeConn *conn, GError **error);
GHashTable *mappe_erased_by_uid     (GPtrArray *erased);
gboolean    mappe_erase_log         (MappeConn *conn, const MappeErasePart *part, gint64 about, gboolean name_kept,
                                     GError **error);
gint64      mappe_erase_count_log   (MappeConn *conn, const MappeErasePart *part, gint64 about, gboolean name_kept,
                                     GError **error);

/* --- mappe-erase.c --- */
void        mappe_erase_finish_scrub (MappeConn *conn);
gboolean    mappe_erase_count_meetings (MappeConn *conn, const MappeKind *kind, gint64 id, gint64 *count,
                                     GError **error);
gboolean    mappe_erase_again       (const char *path, GPtrArray *erased, GError **error);

/* --- mappe-search.c --- */
void        mappe_search_forget     (MappeStore *store);
void        mappe_search_forget_async (MappeStore *store, GAsyncReadyCallback callback, gpointer data);
GPtrArray  *mappe_search_on_lane    (MappeStore *store, MappeConn *conn, const char *text, guint most,
                                     GCancellable *cancellable, GError **error);

G_END_DECLS
