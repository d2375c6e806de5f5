/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mappe-document-kinds.h"
#include "mappe-format.h"

G_BEGIN_DECLS

/** MappeShareWish: @kind of @id for @reader in @language; @format: (nullable): %NULL for the tree only */
typedef struct {
  const MappeDocumentKind *kind;
  gint64                   id;
  MappeClass               reader;
  const MappeLanguage     *language;
  const MappeFormat       *format;
} MappeShareWish;

/** MappeShared: @document: (nullable): without a format; @bytes: (nullable): with one */
typedef struct {
  MappeNode *document;
  GBytes    *bytes;
} MappeShared;

void         mappe_share_job_async  (MappeStore *store, const MappeShareWish *wish, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
MappeShared *mappe_share_job_finish (GAsyncResult *result, GError **error);
void         mappe_shared_free      (MappeShared *self);

/* What a file tells of itself before it goes out. */
char        *mappe_share_report     (const MappeNode *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeShared, mappe_shared_free)

G_END_DECLS
