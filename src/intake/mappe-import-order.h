/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-foreign-file.h"
#include "mappe-kind.h"

G_BEGIN_DECLS

/** What becomes of a record that is perhaps there already. */
typedef enum {
  MAPPE_DUPLICATE_SKIP,   /* it is left out */
  MAPPE_DUPLICATE_NEW,    /* it is another one */
  MAPPE_DUPLICATE_MERGE,  /* it is the same: what is empty there is filled */
} MappeDuplicateChoice;

/**
 * MappeImportOrder: how a file of another program is taken in
 * @file: what it is; encoding and separator may be written over
 * @kind: of the records it becomes
 * @has_head: of a table: its first row names the columns
 * @mark: '.' or ',': decimal mark of numbers that can be read in two ways
 * @columns: (array zero-terminated=1): their names
 * @samples: (array zero-terminated=1): for each column the first thing that stands in it
 * @fields: (element-type int): for each column the number of its field; -1: it is not taken
 * @constants: (element-type utf8): for each field the value of all records that say nothing of it, else %NULL
 * @duplicates: what becomes of duplicates where @choices says nothing
 * @choices: (element-type guint64 MappeDuplicateChoice): by the number of the record in the file, from 1
 * @today: "YYYY-MM-DD"
 */
typedef struct {
  MappeForeignFile    *file;
  const MappeKind     *kind;
  gboolean             has_head;
  char                 mark;
  char               **columns;
  char               **samples;
  GArray              *fields;
  GPtrArray           *constants;
  MappeDuplicateChoice duplicates;
  GHashTable          *choices;
  char                *today;
} MappeImportOrder;

MappeImportOrder *mappe_import_order_new      (const char *path, const MappeKind *kind, GCancellable *cancellable,
                                               GError **error);
MappeImportOrder *mappe_import_order_copy     (const MappeImportOrder *self);
void              mappe_import_order_free     (MappeImportOrder *self);
gboolean          mappe_import_order_read     (MappeImportOrder *self, GCancellable *cancellable, GError **error);
const MappeKind  *mappe_import_order_guess_kind (const MappeForeignFile *file);
gboolean          mappe_import_order_takes_kind (const MappeForeignFile *file, const MappeKind *kind);
void              mappe_import_order_set_kind (MappeImportOrder *self, const MappeKind *kind);
void              mappe_import_order_set_field (MappeImportOrder *self, guint column, int field);
void              mappe_import_order_set_constant (MappeImportOrder *self, guint field, const char *text);
void              mappe_import_order_choose   (MappeImportOrder *self, guint64 number, MappeDuplicateChoice choice);
char             *mappe_import_order_signature (const MappeImportOrder *self);
char             *mappe_import_order_remember (const MappeImportOrder *self);
void              mappe_import_order_recall   (MappeImportOrder *self, const char *remembered);
int               mappe_import_order_missing  (const MappeImportOrder *self, int after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeImportOrder, mappe_import_order_free)

G_END_DECLS
