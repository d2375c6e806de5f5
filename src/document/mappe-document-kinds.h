/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeDocumentOrder: a document as it is asked for
 * @reader: what nobody of this class may see is absent from it
 * @language: (nullable): it is written in
 * @today: day it is made, "YYYY-MM-DD"
 * @year: of a yearly document; 0 for the running one
 */
typedef struct {
  MappeClass           reader;
  const MappeLanguage *language;
  const char          *today;
  int                  year;
} MappeDocumentOrder;

/**
 * MappeDocumentKind: a document that the program writes
 * @name: as on the command line and in names of files
 * @title: for people, marked for translation
 * @about: (nullable): kind of the record it is about; %NULL for the whole council
 * @least: readers below this class get nothing of it
 */
typedef struct _MappeDocumentKind MappeDocumentKind;
struct _MappeDocumentKind {
  const char      *name;
  const char      *title;
  const MappeKind *about;
  MappeClass       least;
  MappeNode     *(*build) (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error);
};

const MappeDocumentKind *mappe_document_kinds     (guint *n_kinds);
const MappeDocumentKind *mappe_document_kind_find (const char *name);
MappeNode               *mappe_document_make      (const MappeDocumentKind *kind, MappeStore *store, gint64 id,
                                                   const MappeDocumentOrder *order, GError **error);

G_END_DECLS
