/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit-private.h"
#include "mappe-store-private.h"

G_BEGIN_DECLS

/* Numbers are never given twice, also after their record was deleted: paper remembers references, and the log knows
 * records by their ids. */
typedef struct {
  gboolean known;
  gint64   last_number;  /* in references made by the program */
  gint64   last_id;
} MappeCounter;

/* What one application of an edit knows. */
typedef struct {
  MappeConn      *conn;
  MappeLogWriter *log;
  MappeEdit      *edit;
  MappeApplied   *outcome;
  GHashTable     *known_codes;    /* "list/code" seen to exist */
  gint64         *known_ids;      /* per kind: the last id seen to exist */
  MappeCounter   *counters;       /* per kind */
  GHashTable     *doomed;         /* "kind/id" of records this edit deletes */
} MappeApply;

gboolean mappe_apply_refuse       (MappeApply *apply, MappeStoreError code, const MappeRow *row, int field,
                                   GError **error, const char *format, ...) G_GNUC_PRINTF (6, 7);
gboolean mappe_apply_write_update (MappeApply *apply, const MappeRow *before, MappeRow *after, GError **error);
gboolean mappe_apply_delete       (MappeApply *apply, const MappeEditChange *change, GError **error);
void     mappe_apply_mark_deletes (MappeApply *apply);

G_END_DECLS
