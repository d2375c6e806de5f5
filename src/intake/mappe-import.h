/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-import-order.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/** What becomes of a record of the file. */
typedef enum {
  MAPPE_IMPORT_NEW,
  MAPPE_IMPORT_CHANGED,   /* it was known by its reference or id */
  MAPPE_IMPORT_MERGED,    /* a duplicate: its empty fields were filled */
  MAPPE_IMPORT_SAME,      /* it is there as it is */
  MAPPE_IMPORT_SKIPPED,   /* a duplicate: left out */
  MAPPE_IMPORT_ELSEWHERE, /* it is of another kind, so it belongs into another list */
  MAPPE_IMPORT_REJECTED,
  MAPPE_IMPORT_N_FATES,
} MappeImportFate;

/**
 * MappeImportItem: one record of the file
 * @number: of it in the file, from 1
 * @line: at which it begins
 * @field: (nullable): what @reason is about, translated
 * @title: what it is called, or its first cells
 * @reason: (nullable): why it is rejected, or what of it was not taken
 * @other: (nullable): title and reference of the record it is perhaps the same as
 */
typedef struct {
  guint64         number, line;
  MappeImportFate fate;
  const char     *field;
  char           *title, *reason, *other;
} MappeImportItem;

/**
 * MappeImportReport: what became of a file, or would
 * @rows: records in the file
 * @counts: how many of each fate
 * @n_duplicates: records that are perhaps there already
 * @organisations: that were not there, and were added
 * @notes: how many have something that was not taken
 * @items: (element-type MappeImportItem): all that are rejected, duplicates or have a note, and the first of the others
 * @first: id of the first record that was added or changed, or 0
 * @label: name of the step of undo
 */
typedef struct {
  guint64    rows;
  guint64    counts[MAPPE_IMPORT_N_FATES];
  guint64    n_duplicates, organisations, notes;
  GPtrArray *items;
  gint64     first;
  char      *label;
} MappeImportReport;

/** Shared between the thread that works and one that shows it. */
typedef struct {
  int permille;
} MappeImportProgress;

MappeImportReport *mappe_import_run             (const MappeImportOrder *order, MappeStore *store, gboolean dry_run,
                                                 MappeImportProgress *progress, GCancellable *cancellable,
                                                 GError **error);
void               mappe_import_report_free     (MappeImportReport *self);
const char        *mappe_import_fate_text       (MappeImportFate fate);
char              *mappe_import_report_summary  (const MappeImportReport *self);
gboolean           mappe_import_write_rejected  (const MappeImportOrder *order, const MappeImportReport *report,
                                                 GOutputStream *out, GCancellable *cancellable, GError **error);
gboolean           mappe_import_save_rejected   (const MappeImportOrder *order, const MappeImportReport *report,
                                                 const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeImportReport, mappe_import_report_free)

G_END_DECLS
