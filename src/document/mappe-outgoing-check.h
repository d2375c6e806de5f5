/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-document-kinds.h"
#include "mappe-outgoing.h"

G_BEGIN_DECLS

/**
 * MappeOutgoingChange: a part that is for others now than when it last went out
 * @title: what it is called
 * @before: for whom it was
 * @now: for whom it is
 * @at: UTC stamp of the last time
 */
typedef struct {
  char      *title;
  MappeClass before;
  MappeClass now;
  char      *at;
} MappeOutgoingChange;

GPtrArray *mappe_outgoing_parts   (const MappeDocumentKind *kind, MappeStore *store, gint64 id,
                                   const MappeDocumentOrder *order, GError **error);
GPtrArray *mappe_outgoing_changes (MappeStore *store, const MappeOutgoing *outgoing, GError **error);
char      *mappe_outgoing_words   (const MappeOutgoingChange *change, const MappeLanguage *language);

G_END_DECLS
