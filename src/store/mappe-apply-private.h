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

/* What an edit touched, for the rules that are asked at its end. */
typedef struct _MappeGuard MappeGuard;

/* What one application of an edit knows. */
typedef struct {
  MappeConn      *conn;
  MappeLogWriter *log;
  MappeEdit      *edit;
  MappeApplied   *outcome;
  GHashTable     *known_codes;    /* "list/code" seen to exist */
  const char     *last_list;      /* the code that was seen last */
  char           *last_code;
  gint64         *known_ids;      /* per kind: the last id seen to exist */
  MappeCounter   *counters;       /* per kind */
  GHashTable     *doomed;         /* "kind/id" of records this edit deletes */
  MappeGuard     *guard;
  /* Where set, a rule that is broken is told here, and the others are asked all the same. */
  void          (*complain) (gpointer data, const MappeRow *row, int field, const GError *cause);
  gpointer        complain_data;
} MappeApply;

void     mappe_apply_begin        (MappeApply *apply);
void     mappe_apply_end          (MappeApply *apply);
gboolean mappe_apply_insert       (MappeApply *apply, MappeRow *row, GError **error);
gboolean mappe_apply_count_on     (MappeApply *apply, const MappeKind *kind, gint64 number, GError **error);
gboolean mappe_apply_write_counters (MappeApply *apply, GError **error);

gboolean mappe_apply_refuse       (MappeApply *apply, MappeStoreError code, const MappeRow *row, int field,
                                   GError **error, const char *format, ...) G_GNUC_PRINTF (6, 7);
gboolean mappe_apply_write_update (MappeApply *apply, const MappeRow *before, MappeRow *after, GError **error);
gboolean mappe_apply_delete       (MappeApply *apply, const MappeEditChange *change, GError **error);
void     mappe_apply_mark_deletes (MappeApply *apply);

/* --- mappe-guard.c --- */
MappeGuard *mappe_guard_new       (void);
void        mappe_guard_free      (MappeGuard *self);
void        mappe_guard_note      (MappeApply *apply, const MappeKind *kind, gint64 id, const MappeRow *before);
gboolean    mappe_guard_keep      (MappeApply *apply, const MappeRow *row, const MappeKind *part, GError **error);
gboolean    mappe_guard_judge     (MappeApply *apply, GError **error);

G_END_DECLS
