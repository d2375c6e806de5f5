/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-foreign-rows.h"
#include "mappe-foreign-value.h"
#include "mappe-import.h"
#include "mappe-likeness.h"
#include "mappe-targets.h"
#include "mappe-uid.h"

G_BEGIN_DECLS

/** Put: a record that came in, to find the row of the file again. */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  guint64          number;
} MappeImportPut;

/**
 * MappeImporting: what one pass over the file knows, on the thread of the writer
 * @excluded: (element-type guint64 utf8): records that rules forbid, found by the pass before
 * @put: (element-type MappeImportPut)
 * @card_fields: (element-type int): of cards of organisations among those of people
 * @broken: (nullable): a rule broken by something else than a record of the file
 */
typedef struct {
  const MappeImportOrder *order;
  MappeStore             *store;
  gboolean                dry_run;
  MappeImportProgress    *progress;
  GCancellable           *cancellable;
  MappeIntake            *intake;
  MappeTargets           *targets;
  MappeCodes             *codes;
  MappeForeignWriting     writing;
  MappeLikeness          *likeness[2];
  GArray                 *card_fields;
  MappeImportReport      *report;
  GHashTable             *excluded;
  GArray                 *put;
  char                   *broken;
  guint64                 number;
} MappeImporting;

/**
 * MappeImportRecord: a row of the file on its way
 * @row: the record it becomes
 * @given: (array): for each field, whether the file says something of it
 * @field: number of the field at fault, or -1
 * @reason: (nullable): why it is rejected
 * @notes: what of it was not taken
 * @organisation: (nullable): name of the one that a person belongs to and that is not there yet
 */
typedef struct {
  MappeRow *row;
  gboolean *given;
  int       field;
  char     *reason;
  GString  *notes;
  char     *organisation;
} MappeImportRecord;

/* mappe-import-record.c */
gboolean mappe_import_record_fill  (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record,
                                    GError **error);
gboolean mappe_import_record_join  (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record,
                                    GError **error);
gboolean mappe_import_record_check (MappeImportRecord *record, const MappeRow *row);
void     mappe_import_record_note  (MappeImportRecord *record, const char *note);
void     mappe_import_record_clear (MappeImportRecord *record);
const char *mappe_import_reason    (const GError *error);

/* mappe-import-known.c */
typedef enum { MAPPE_KNOWN_FAILED, MAPPE_KNOWN_NEW, MAPPE_KNOWN_THERE, MAPPE_KNOWN_ELSEWHERE } MappeKnown;
MappeKnown mappe_import_find_known (MappeImporting *self, MappeImportRecord *record, const char *uid_text,
                                    MappeUid *uid, gint64 *id, GError **error);

/* mappe-import-report.c */
MappeImportReport *mappe_import_report_new  (void);
gboolean           mappe_import_report_take (MappeImporting *self, const MappeForeignRow *row, MappeImportFate fate,
                                             MappeImportRecord *record, char *title, char *other, GError **error);
void               mappe_import_report_name (MappeImporting *self);

G_END_DECLS
