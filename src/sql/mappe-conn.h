/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MappeSqlError:
 * @MAPPE_SQL_ERROR_FAILED: none of the others
 * @MAPPE_SQL_ERROR_BUSY: another process holds the lock
 * @MAPPE_SQL_ERROR_CONSTRAINT: unique, not-null or foreign-key rule broken
 * @MAPPE_SQL_ERROR_INTERRUPTED: mappe_conn_interrupt() was called
 * @MAPPE_SQL_ERROR_LOST: the file or server went away
 * @MAPPE_SQL_ERROR_SYNTAX: the statement is wrong (a fault of the program)
 * @MAPPE_SQL_ERROR_CORRUPT: damaged, or not a database of this engine
 * @MAPPE_SQL_ERROR_READONLY: writing is not possible
 * @MAPPE_SQL_ERROR_AUTH: access denied
 * @MAPPE_SQL_ERROR_FULL: no space left
 */
typedef enum {
  MAPPE_SQL_ERROR_FAILED,
  MAPPE_SQL_ERROR_BUSY,
  MAPPE_SQL_ERROR_CONSTRAINT,
  MAPPE_SQL_ERROR_INTERRUPTED,
  MAPPE_SQL_ERROR_LOST,
  MAPPE_SQL_ERROR_SYNTAX,
  MAPPE_SQL_ERROR_CORRUPT,
  MAPPE_SQL_ERROR_READONLY,
  MAPPE_SQL_ERROR_AUTH,
  MAPPE_SQL_ERROR_FULL,
} MappeSqlError;

#define MAPPE_SQL_ERROR (mappe_sql_error_quark ())
GQuark mappe_sql_error_quark (void);

typedef enum {
  MAPPE_TXN_READ,
  MAPPE_TXN_WRITE,
} MappeTxnMode;

/**
 * MappeConnFlags:
 * @MAPPE_CONN_READ_ONLY: open for reading
 * @MAPPE_CONN_CREATE: make the database when it is not there (file mode 0600)
 * @MAPPE_CONN_REMOTE: the file lies on a remote file system: rollback journal instead of WAL
 * @MAPPE_CONN_THROW_AWAY: content can be made anew: speed before durability
 */
typedef enum {
  MAPPE_CONN_DEFAULT    = 0,
  MAPPE_CONN_READ_ONLY  = 1 << 0,
  MAPPE_CONN_CREATE     = 1 << 1,
  MAPPE_CONN_REMOTE     = 1 << 2,
  MAPPE_CONN_THROW_AWAY = 1 << 3,
} MappeConnFlags;

/** The words in which the engines differ; everything else is written once. */
typedef struct {
  const char *name;
  const char *key_type;
  const char *int_type;
  const char *real_type;
  const char *text_type;
  const char *blob_type;
  const char *key_only;  /* behind a table whose rows are found by its primary key alone */
} MappeDialect;

/** MappeSqlType: what a cell holds, whatever its column is meant for */
typedef enum {
  MAPPE_SQL_NULL,
  MAPPE_SQL_INT,
  MAPPE_SQL_REAL,
  MAPPE_SQL_TEXT,
  MAPPE_SQL_BLOB,
} MappeSqlType;

typedef struct _MappeStmt MappeStmt;

/** Called now and then during a copy with the pages still to do and all pages; %FALSE ends the copy. */
typedef gboolean (*MappeCopyProgress) (gint64 remaining, gint64 total, gpointer data);

#define MAPPE_TYPE_CONN (mappe_conn_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeConn, mappe_conn, MAPPE, CONN, GObject)

MappeConn          *mappe_conn_open         (const char *uri, MappeConnFlags flags, GError **error);
const MappeDialect *mappe_conn_get_dialect  (MappeConn *self);
gboolean            mappe_conn_script       (MappeConn *self, const char *sql, GError **error);
MappeStmt          *mappe_conn_prepare      (MappeConn *self, const char *sql, GError **error);
gboolean            mappe_conn_begin        (MappeConn *self, MappeTxnMode mode, GError **error);
gboolean            mappe_conn_commit       (MappeConn *self, GError **error);
void                mappe_conn_rollback     (MappeConn *self);
gboolean            mappe_conn_in_txn       (MappeConn *self);
void                mappe_conn_interrupt    (MappeConn *self);
void                mappe_conn_resume       (MappeConn *self);
void                mappe_conn_set_busy_timeout (MappeConn *self, guint milliseconds);
gboolean            mappe_conn_check        (MappeConn *self, gboolean thorough, GPtrArray *findings,
                                             GError **error);
gboolean            mappe_conn_copy         (MappeConn *self, const char *path, MappeCopyProgress progress,
                                             gpointer data, GError **error);
gboolean            mappe_conn_checkpoint   (MappeConn *self, GError **error);
gboolean            mappe_conn_seclude      (MappeConn *self, GError **error);
gboolean            mappe_conn_scrub        (MappeConn *self, gboolean *clean, GError **error);
gint64              mappe_conn_get_application_id (MappeConn *self);
gboolean            mappe_conn_set_application_id (MappeConn *self, gint64 id, GError **error);
void                mappe_conn_adopt        (MappeConn *self);

void        mappe_stmt_bind_null   (MappeStmt *self, guint nth);
void        mappe_stmt_bind_int    (MappeStmt *self, guint nth, gint64 value);
void        mappe_stmt_bind_real   (MappeStmt *self, guint nth, double value);
void        mappe_stmt_bind_text   (MappeStmt *self, guint nth, const char *value);
void        mappe_stmt_bind_blob   (MappeStmt *self, guint nth, GBytes *value);
gboolean    mappe_stmt_step        (MappeStmt *self, gboolean *has_row, GError **error);
gboolean    mappe_stmt_run         (MappeStmt *self, GError **error);
void        mappe_stmt_reset       (MappeStmt *self);
gboolean    mappe_stmt_is_null     (MappeStmt *self, guint column);
MappeSqlType mappe_stmt_get_type   (MappeStmt *self, guint column);
gint64      mappe_stmt_get_int     (MappeStmt *self, guint column);
double      mappe_stmt_get_real    (MappeStmt *self, guint column);
const char *mappe_stmt_get_text    (MappeStmt *self, guint column);
GBytes     *mappe_stmt_get_blob    (MappeStmt *self, guint column);
gint64      mappe_stmt_changes     (MappeStmt *self);

G_END_DECLS
