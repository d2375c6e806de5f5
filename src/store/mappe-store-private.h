/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-conn.h"
#include "mappe-snapshot.h"
#include "mappe-store.h"

G_BEGIN_DECLS

#define MAPPE_APPLICATION_MARK 0x52744D70 /* "RtMp" */

/* --- mappe-lane.c: threads that own connections --- */

typedef enum {
  MAPPE_LANE_WRITE,  /* one thread, first come, first served */
  MAPPE_LANE_READ,   /* two threads, by MappePriority */
  MAPPE_LANE_INDEX,  /* one thread, for the search index */
} MappeLaneName;

/* Runs on a lane's thread. @conn belongs to that thread. Returns the result, or NULL with an error set. */
typedef gpointer (*MappeStoreFunc) (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable,
                                    GError **error);

/* The one primitive all operations are made of. @data is freed with @data_free on the lane's thread. A result nobody
 * fetches is freed with @result_free. Errors of the sql layer come back as #MappeStoreError. */
void     mappe_store_run_async  (MappeStore *self, MappeLaneName lane, MappePriority priority, MappeStoreFunc func,
                                 gpointer data, GDestroyNotify data_free, GDestroyNotify result_free,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer mappe_store_run_finish (MappeStore *self, GAsyncResult *result, GError **error);
gpointer mappe_store_run_sync   (MappeStore *self, MappeLaneName lane, MappeStoreFunc func, gpointer data,
                                 GError **error);

typedef struct _MappeLane MappeLane;
MappeLane *mappe_lane_new    (MappeStore *store, const char *name, guint n_threads, MappeConnFlags flags);
void       mappe_lane_stop   (MappeLane *lane);
void       mappe_lane_run_async (MappeLane *lane, MappePriority priority, MappeStoreFunc func, gpointer data,
                                 GDestroyNotify data_free, GDestroyNotify result_free, GTask *task);
gpointer   mappe_lane_run_sync  (MappeLane *lane, MappeStoreFunc func, gpointer data, GError **error);

/* --- mappe-store-error.c --- */
void       mappe_store_take_error      (GError **error, GError *cause);
void       mappe_store_error_set_reason (GError *error, const char *reason);
gboolean   mappe_store_prefix_sql      (GError **error);

/* --- mappe-file.c: what lies at a path before the engine touches it --- */
typedef struct {
  guint64  device;
  guint64  inode;
  gboolean writable;
  gboolean remote;
} MappeFileFacts;
gboolean   mappe_file_inspect          (const char *path, MappeFileFacts *facts, GError **error);
gboolean   mappe_file_is_same          (const char *path, const MappeFileFacts *facts);
gboolean   mappe_file_folder_is_remote (const char *path);
void       mappe_file_sync_folder      (const char *path);

/* --- mappe-lease.c: one writer on a remote file system --- */
typedef struct _MappeLease MappeLease;
MappeLease *mappe_lease_take           (const char *path, char **holder, GError **error);
gboolean    mappe_lease_renew          (MappeLease *self);
void        mappe_lease_release        (MappeLease *self);

/* --- mappe-store.c --- */
const char    *mappe_store_get_actor   (MappeStore *self);
void           mappe_store_announce    (MappeStore *self, MappeConn *conn, GArray *touched);
gboolean       mappe_store_guard_write (MappeStore *self, GError **error);
gboolean       mappe_store_guard_file  (MappeStore *self, GError **error);

/* --- mappe-schema.c --- */
#define MAPPE_SCHEMA_VERSION 5
gboolean   mappe_schema_create   (MappeConn *conn, GError **error);
gboolean   mappe_schema_migrate  (MappeConn *conn, gint64 from, GError **error);
gboolean   mappe_schema_migrate_kind (MappeConn *conn, const MappeKind *kind, gint64 from, GError **error);
gint64     mappe_schema_get_version (MappeConn *conn, GError **error);
char      *mappe_schema_get_meta (MappeConn *conn, const char *name, GError **error);
gboolean   mappe_schema_set_meta (MappeConn *conn, const char *name, const char *value, GError **error);

/* --- mappe-snapshot.c --- */
MappeConn *mappe_snapshot_get_conn (MappeSnapshot *self);

/* --- mappe-create.c --- */
gboolean   mappe_schema_add_codes (MappeConn *conn, gint64 from, GError **error);

/* --- mappe-migrate.c --- */
gboolean   mappe_migrate_file    (MappeConn *conn, const char *path, GError **error);

/* --- mappe-rows.c: one row at a time; the change log is not touched here --- */
MappeRow  *mappe_rows_load       (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error);
GPtrArray *mappe_rows_load_run   (MappeConn *conn, const MappeKind *kind, gint64 first, gint64 last, GError **error);
GPtrArray *mappe_rows_load_many  (MappeConn *conn, const MappeKind *kind, const gint64 *ids, guint n_ids,
                                  GError **error);
gboolean   mappe_rows_insert     (MappeConn *conn, const MappeRow *row, GError **error);
gboolean   mappe_rows_update     (MappeConn *conn, const MappeRow *row, gint64 new_version, GError **error);
gboolean   mappe_rows_delete     (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error);
gint64     mappe_rows_find       (MappeConn *conn, const MappeKind *kind, const char *reference, GError **error);
void       mappe_rows_read       (MappeStmt *stmt, MappeRow *row);   /* columns in the order of mappe_rows_columns() */
const char *mappe_rows_columns   (const MappeKind *kind);
GPtrArray *mappe_rows_list       (MappeConn *conn, const MappeQuery *query, GError **error);
GBytes    *mappe_rows_blob       (MappeConn *conn, const char *hash, GError **error);
char      *mappe_rows_title      (MappeConn *conn, const MappeRow *row, GError **error);
GPtrArray *mappe_rows_listed     (MappeConn *conn, GPtrArray *rows, GError **error);  /* adds titles: MappeListed */
char      *mappe_rows_reference_of (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error);

/* --- mappe-log.c --- */
typedef struct _MappeLogWriter MappeLogWriter;
MappeLogWriter *mappe_log_begin   (MappeConn *conn, const char *set_kind, const char *actor, const char *label,
                                   gint64 undoes, GError **error);
gint64          mappe_log_set_id  (MappeLogWriter *log);
gboolean        mappe_log_insert  (MappeLogWriter *log, const MappeKind *kind, gint64 id, GError **error);
gboolean        mappe_log_update  (MappeLogWriter *log, const MappeRow *old_row, const MappeRow *new_row,
                                   GError **error);
gboolean        mappe_log_delete  (MappeLogWriter *log, const MappeRow *old_row, GError **error);
gboolean        mappe_log_set_label (MappeLogWriter *log, const char *label, GError **error);
gboolean        mappe_log_end     (MappeLogWriter *log, GArray **touched, GError **error);
gboolean        mappe_log_is_empty (MappeLogWriter *log);
void            mappe_log_free    (MappeLogWriter *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeLogWriter, mappe_log_free)
gboolean        mappe_log_stack   (MappeConn *conn, gint64 *undo, gint64 *redo, char **undo_label, char **redo_label,
                                   GError **error);
gint64          mappe_log_number  (MappeConn *conn, const char *sql, GError **error);
gint64          mappe_log_last    (MappeConn *conn, GError **error);
gint64          mappe_log_under   (MappeConn *conn, gint64 set_id, GError **error);

/* --- mappe-log-join.c --- */
gboolean        mappe_log_join    (MappeConn *conn, gint64 set_id, const char *actor, MappeEdit *edit, GError **error);
gint64          mappe_log_joined  (MappeConn *conn, gint64 set_id, GError **error);

/* --- mappe-apply.c --- */
gboolean      mappe_apply_edit   (MappeConn *conn, MappeLogWriter *log, MappeEdit *edit, MappeApplied *outcome,
                                  GError **error);

MappeEdit    *mappe_merge_build  (MappeConn *conn, const MappeKind *kind, gint64 keep, gint64 drop, const char *label,
                                  GError **error);
gboolean      mappe_store_create_file (const char *path, MappeConnFlags flags, GError **error);
char         *mappe_undo_step    (MappeConn *conn, const char *actor, gboolean redo, GArray **touched, GError **error);

/* --- mappe-undo-seal.c --- */
gboolean      mappe_undo_next    (MappeConn *conn, gint64 top, gint64 *next, GError **error);


/* --- mappe-select.c: queries to statements --- */
MappeStmt *mappe_select_prepare (MappeConn *conn, const MappeQuery *query, const char *columns, gboolean ordered,
                                 GError **error);
GArray    *mappe_select_ids     (MappeConn *conn, const MappeQuery *query, GError **error);
gint64     mappe_select_count   (MappeConn *conn, const MappeQuery *query, GError **error);
char      *mappe_select_like    (const char *word);

G_END_DECLS
