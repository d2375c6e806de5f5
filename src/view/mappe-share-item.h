/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-document-kinds.h"
#include "mappe-format.h"
#include "mappe-register.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_SHARE_DOCUMENT,
  MAPPE_SHARE_REGISTER,
  MAPPE_SHARE_SUBJECT,   /* all that names one person, as XML */
  MAPPE_SHARE_CALENDAR,
  MAPPE_SHARE_CONTACTS,
  MAPPE_SHARE_TABLE,     /* all records of a kind */
  MAPPE_SHARE_OPARL,     /* a folder */
} MappeShareSort;

/**
 * MappeShareFormat: what it may be written as
 * @extension: of its files; %NULL for a folder
 * @title: for people, marked for translation
 * @document: (nullable): of documents
 */
typedef struct {
  const char        *extension;
  const char        *title;
  const MappeFormat *document;
} MappeShareFormat;

/**
 * MappeShareItem: what can leave the house
 * @title: for people, marked for translation
 * @about: (nullable): kind of the record it is about
 * @document: (nullable): of %MAPPE_SHARE_DOCUMENT
 */
typedef struct {
  MappeShareSort           sort;
  const char              *title;
  const MappeKind         *about;
  const MappeDocumentKind *document;
} MappeShareItem;

GPtrArray   *mappe_share_items            (const MappeKind *about);
const char  *mappe_share_item_get_name    (const MappeShareItem *self);
GArray      *mappe_share_item_formats     (const MappeShareItem *self);
GArray      *mappe_share_item_readers     (const MappeShareItem *self);
MappeProfile mappe_share_item_first_reader (const MappeShareItem *self);
const char  *mappe_share_reader_title     (MappeProfile reader);

G_END_DECLS
