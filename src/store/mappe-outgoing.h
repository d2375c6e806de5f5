/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeOutgoingPart: a part of a document and for whom it was when the document went out
 * @part: stable name, e.g. "agenda-item/AI-0505"
 * @title: (nullable): what people call it
 * @class: 0 everybody, 1 members, 2 those who may see everything
 */
typedef struct {
  char *part;
  char *title;
  int   class;
} MappeOutgoingPart;

/**
 * MappeOutgoing: something that left the house
 * @at: UTC stamp
 * @actor: who
 * @document: what, e.g. "minutes", "register"
 * @record: id of the record it is about, 0 for the whole council
 * @reference: (nullable): of that record
 * @reader: for whom: see #MappeOutgoingPart
 * @language: (nullable): code
 * @format: "pdf", …
 * @way: "saved", "printed", "mailed", "exported"
 * @hash: SHA-256 of the bytes
 * @parts: (element-type MappeOutgoingPart) (nullable): all parts of the document, those that were left out too
 */
typedef struct {
  char      *at;
  char      *actor;
  char      *document;
  gint64     record;
  char      *reference;
  int        reader;
  char      *language;
  char      *format;
  char      *way;
  char      *hash;
  GPtrArray *parts;
} MappeOutgoing;

/**
 * MappeOutgoingPast: what is known of a part from before
 * @class: for whom it was when it last went out or was left out
 * @went_to: for whom it ever went out, the widest; above 2 when it never did
 * @at: UTC stamp of the last time
 */
typedef struct {
  int   class;
  int   went_to;
  char *at;
} MappeOutgoingPast;

MappeOutgoing     *mappe_outgoing_new        (const char *document, gint64 record, int reader, const char *format,
                                              const char *way);
void               mappe_outgoing_free       (MappeOutgoing *self);
char              *mappe_outgoing_hash_file  (const char *path);
void               mappe_outgoing_add_part   (GPtrArray *parts, const char *part, const char *title, int class);
GPtrArray         *mappe_outgoing_parts_new  (void);
void               mappe_outgoing_past_free  (MappeOutgoingPast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOutgoing, mappe_outgoing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOutgoingPast, mappe_outgoing_past_free)

gboolean           mappe_store_note_outgoing (MappeStore *self, const MappeOutgoing *outgoing, GError **error);
void               mappe_store_note_outgoing_async (MappeStore *self, MappeOutgoing *outgoing);
GPtrArray         *mappe_snapshot_outgoing   (MappeSnapshot *self, guint most, GError **error);
MappeOutgoingPast *mappe_snapshot_outgoing_past (MappeSnapshot *self, const char *document, gint64 record,
                                                 const char *part, GError **error);

G_END_DECLS
