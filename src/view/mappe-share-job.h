/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mappe-share-item.h"

G_BEGIN_DECLS

/**
 * MappeShareWish: what shall go out; it is copied
 * @item: what
 * @id: of the record it is about; 0 for the whole council
 * @kind: (nullable): of %MAPPE_SHARE_TABLE
 * @reader: for whom
 * @language: (nullable): of its text
 * @format: as what
 * @form: number of the format, for those that differ in more than the extension
 * @passphrase: (nullable): seals a register
 * @base: (nullable): address of a folder of OParl
 */
typedef struct {
  const MappeShareItem *item;
  gint64                id;
  const MappeKind      *kind;
  MappeProfile          reader;
  const MappeLanguage  *language;
  MappeShareFormat      format;
  guint                 form;
  const char           *passphrase;
  const char           *base;
} MappeShareWish;

/**
 * MappeShared: how it looks
 * @document: (nullable): of a document
 * @text: (nullable): how a file of text begins, or what a register holds
 * @report: what is in it, for people
 */
typedef struct {
  MappeNode *document;
  char      *text;
  char      *report;
} MappeShared;

/* MappeShareProgress: how far a register is; told by a thread, read by the window; an atomic reference-counted box */
typedef struct {
  gint records;
} MappeShareProgress;

void         mappe_share_look_async   (MappeStore *store, const MappeShareWish *wish, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
MappeShared *mappe_share_look_finish  (GAsyncResult *result, GError **error);
void         mappe_share_write_async  (MappeStore *store, const MappeShareWish *wish, GFile *file,
                                       MappeShareProgress *progress, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
char        *mappe_share_write_finish (GAsyncResult *result, GError **error);
void         mappe_shared_free        (MappeShared *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeShared, mappe_shared_free)

G_END_DECLS
