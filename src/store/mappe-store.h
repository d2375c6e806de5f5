/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mappe-edit.h"
#include "mappe-query.h"
#include "mappe-record.h"

G_BEGIN_DECLS

/**
 * MappeStoreError:
 * @MAPPE_STORE_ERROR_FAILED: none of the others
 * @MAPPE_STORE_ERROR_NOT_FOUND: no such file or record
 * @MAPPE_STORE_ERROR_NOT_A_COUNCIL: a database of another program, or no database
 * @MAPPE_STORE_ERROR_DAMAGED: the file is damaged; restore a backup
 * @MAPPE_STORE_ERROR_NEWER: written by a newer program; opened for reading only
 * @MAPPE_STORE_ERROR_READ_ONLY: the file cannot be written
 * @MAPPE_STORE_ERROR_LOCKED: another process writes for too long
 * @MAPPE_STORE_ERROR_FULL: no space left; nothing was saved
 * @MAPPE_STORE_ERROR_LOST: the file was removed or replaced while open
 * @MAPPE_STORE_ERROR_PERMISSION: access denied
 * @MAPPE_STORE_ERROR_EXISTS: the target is there already
 * @MAPPE_STORE_ERROR_INVALID: a value breaks a rule of its field (the #MappeApplied says which)
 * @MAPPE_STORE_ERROR_REFUSED: a rule about meetings, votes, minutes or dates forbids it; see
 *   mappe_store_error_get_reason() (and the #MappeApplied for the field)
 * @MAPPE_STORE_ERROR_REFERENCE: a reference to nothing, or a record others still need
 * @MAPPE_STORE_ERROR_DUPLICATE: a value that must be unique is taken
 * @MAPPE_STORE_ERROR_CONFLICT: both sides changed the same field
 * @MAPPE_STORE_ERROR_GONE: the record was deleted meanwhile
 * @MAPPE_STORE_ERROR_NOTHING: nothing to undo or redo
 */
typedef enum {
  MAPPE_STORE_ERROR_FAILED,
  MAPPE_STORE_ERROR_NOT_FOUND,
  MAPPE_STORE_ERROR_NOT_A_COUNCIL,
  MAPPE_STORE_ERROR_DAMAGED,
  MAPPE_STORE_ERROR_NEWER,
  MAPPE_STORE_ERROR_READ_ONLY,
  MAPPE_STORE_ERROR_LOCKED,
  MAPPE_STORE_ERROR_FULL,
  MAPPE_STORE_ERROR_LOST,
  MAPPE_STORE_ERROR_PERMISSION,
  MAPPE_STORE_ERROR_EXISTS,
  MAPPE_STORE_ERROR_INVALID,
  MAPPE_STORE_ERROR_REFUSED,
  MAPPE_STORE_ERROR_REFERENCE,
  MAPPE_STORE_ERROR_DUPLICATE,
  MAPPE_STORE_ERROR_CONFLICT,
  MAPPE_STORE_ERROR_GONE,
  MAPPE_STORE_ERROR_NOTHING,
} MappeStoreError;

#define MAPPE_STORE_ERROR (mappe_store_error_quark ())
GQuark mappe_store_error_quark (void);
const char *mappe_store_error_get_reason (const GError *error);

typedef enum {
  MAPPE_STORE_OPEN_DEFAULT   = 0,
  MAPPE_STORE_OPEN_READ_ONLY = 1 << 0,
  MAPPE_STORE_OPEN_CREATE    = 1 << 1,  /* fails when the file exists */
} MappeStoreFlags;

/** Why a store takes no changes. */
typedef enum {
  MAPPE_STORE_WRITABLE,
  MAPPE_STORE_READ_ONLY_ASKED,
  MAPPE_STORE_READ_ONLY_FILE,    /* no write permission */
  MAPPE_STORE_READ_ONLY_NEWER,   /* schema of a newer program */
  MAPPE_STORE_READ_ONLY_LEASE,   /* remote file held by somebody else: see mappe_store_get_lease_holder() */
} MappeStoreState;

typedef struct {
  const MappeKind *kind;
  gint64           id;
  MappeChangeOp    op;
} MappeTouched;

#define MAPPE_TYPE_STORE (mappe_store_get_type ())
G_DECLARE_FINAL_TYPE (MappeStore, mappe_store, MAPPE, STORE, GObject)

/* Signals: "changed" (GArray *touched, element type MappeTouched; NULL when too much changed to list it) and
 * notify::undo-label, notify::redo-label; always on the thread-default main context of the opener.
 *
 * Each operation comes in two forms: X_async + X_finish for the UI thread, and X, which waits, for programs
 * without a main loop, for tests and for worker threads. */

MappeStore      *mappe_store_open            (const char *path, MappeStoreFlags flags, GError **error);
void             mappe_store_open_async      (const char *path, MappeStoreFlags flags, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
MappeStore      *mappe_store_open_finish     (GAsyncResult *result, GError **error);
void             mappe_store_close           (MappeStore *self);
void             mappe_store_set_actor       (MappeStore *self, const char *actor);
void             mappe_store_watch           (MappeStore *self, guint seconds);
gint64           mappe_store_get_last_set    (MappeStore *self, GError **error);
const char      *mappe_store_get_path        (MappeStore *self);
const char      *mappe_store_get_council_id  (MappeStore *self);
MappeStoreState  mappe_store_get_state       (MappeStore *self);
const char      *mappe_store_get_lease_holder (MappeStore *self);
const char      *mappe_store_get_undo_label  (MappeStore *self);
const char      *mappe_store_get_redo_label  (MappeStore *self);
MappeRecord     *mappe_store_get_record      (MappeStore *self, const MappeKind *kind, gint64 id);

/* Writing */
MappeApplied    *mappe_store_apply           (MappeStore *self, MappeEdit *edit, MappeApplied **fault, GError **error);
void             mappe_store_apply_async     (MappeStore *self, MappeEdit *edit, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
MappeApplied    *mappe_store_apply_finish    (MappeStore *self, GAsyncResult *result, MappeApplied **fault,
                                              GError **error);
char            *mappe_store_undo            (MappeStore *self, GError **error);
char            *mappe_store_redo            (MappeStore *self, GError **error);
void             mappe_store_undo_async      (MappeStore *self, GAsyncReadyCallback callback, gpointer data);
void             mappe_store_redo_async      (MappeStore *self, GAsyncReadyCallback callback, gpointer data);
char            *mappe_store_undo_finish     (MappeStore *self, GAsyncResult *result, GError **error);
MappeApplied    *mappe_store_merge           (MappeStore *self, const MappeKind *kind, gint64 keep, gint64 drop,
                                              const char *label, GError **error);
void             mappe_store_merge_async     (MappeStore *self, const MappeKind *kind, gint64 keep, gint64 drop,
                                              const char *label, GAsyncReadyCallback callback, gpointer data);
MappeApplied    *mappe_store_merge_finish    (MappeStore *self, GAsyncResult *result, GError **error);

/* Reading */
typedef enum {
  MAPPE_PRIORITY_PAGE,    /* what is on the screen */
  MAPPE_PRIORITY_LIST,
  MAPPE_PRIORITY_COUNT,
  MAPPE_PRIORITY_EXPORT,
} MappePriority;

MappeRow        *mappe_store_load            (MappeStore *self, const MappeKind *kind, gint64 id, GError **error);
void             mappe_store_load_async      (MappeStore *self, const MappeKind *kind, gint64 id,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
MappeRow        *mappe_store_load_finish     (MappeStore *self, GAsyncResult *result, GError **error);
gint64           mappe_store_find            (MappeStore *self, const MappeKind *kind, const char *reference,
                                              GError **error);

/* (element-type MappeListed): rows with the texts to show for references and codes */
typedef struct {
  MappeRow *row;
  char     *title;  /* what the record is called */
  char    **shown;  /* per field: title of the record referred to, else NULL */
} MappeListed;
void             mappe_listed_free           (MappeListed *self);
void             mappe_listed_show           (const MappeListed *self, MappeRecord *record);

GArray          *mappe_store_query           (MappeStore *self, const MappeQuery *query, GError **error);
void             mappe_store_query_async     (MappeStore *self, const MappeQuery *query, MappePriority priority,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray          *mappe_store_query_finish    (MappeStore *self, GAsyncResult *result, GError **error);
GPtrArray       *mappe_store_rows            (MappeStore *self, const MappeKind *kind, const gint64 *ids, guint n_ids,
                                              GError **error);
void             mappe_store_rows_async      (MappeStore *self, const MappeKind *kind, const gint64 *ids, guint n_ids,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray       *mappe_store_rows_finish     (MappeStore *self, GAsyncResult *result, GError **error);
/* The rows of a query in one step, for short lists. */
GPtrArray       *mappe_store_list            (MappeStore *self, const MappeQuery *query, GError **error);
void             mappe_store_list_async      (MappeStore *self, const MappeQuery *query, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
GPtrArray       *mappe_store_list_finish     (MappeStore *self, GAsyncResult *result, GError **error);
gint64           mappe_store_count           (MappeStore *self, const MappeQuery *query, GError **error);
void             mappe_store_count_async     (MappeStore *self, const MappeQuery *query, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
gint64           mappe_store_count_finish    (MappeStore *self, GAsyncResult *result, GError **error);

/* Who refers to a record: one entry per kind and field, (element-type MappeLink). */
typedef struct {
  const MappeKind *kind;
  guint            field;
  gint64           count;
  GPtrArray       *listed;  /* (element-type MappeListed): the first of them */
} MappeLink;
GPtrArray       *mappe_store_links           (MappeStore *self, const MappeKind *kind, gint64 id, guint most,
                                              GError **error);
void             mappe_store_links_async     (MappeStore *self, const MappeKind *kind, gint64 id, guint most,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray       *mappe_store_links_finish    (MappeStore *self, GAsyncResult *result, GError **error);

/* History: newest first. (element-type MappeHistoryEntry) / (element-type MappeLogEntry) */
typedef struct {
  gint64  set_id;
  char   *at;       /* UTC stamp */
  char   *actor;
  char   *label;
  char   *set_kind; /* EDIT IMPORT UNDO REDO MIGRATE REDACT */
  int     op;       /* MappeChangeOp */
  int     field;    /* number of the field, or -1 for the record as a whole */
  char   *old_value, *new_value;  /* canonical, references as their reference text */
} MappeHistoryEntry;
GPtrArray       *mappe_store_history         (MappeStore *self, const MappeKind *kind, gint64 id, GError **error);
void             mappe_store_history_async   (MappeStore *self, const MappeKind *kind, gint64 id,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray       *mappe_store_history_finish  (MappeStore *self, GAsyncResult *result, GError **error);

typedef struct {
  gint64  set_id;
  char   *at, *actor, *label, *set_kind;
  gint64  undoes;     /* 0, or the set that this one takes back */
  gint64  n_records;
} MappeLogEntry;
GPtrArray       *mappe_store_log             (MappeStore *self, gint64 before, guint most, GError **error);

/* Content-addressed files */
GBytes          *mappe_store_blob            (MappeStore *self, const char *hash, GError **error);
void             mappe_store_blob_async      (MappeStore *self, const char *hash, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
GBytes          *mappe_store_blob_finish     (MappeStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
