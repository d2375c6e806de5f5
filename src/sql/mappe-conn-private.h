/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-conn.h"

G_BEGIN_DECLS

/* What an engine implements. All but interrupt() run on the thread that owns the connection. */
struct _MappeConnClass {
  GObjectClass parent_class;

  const MappeDialect *dialect;

  gboolean   (*open)           (MappeConn *self, const char *uri, MappeConnFlags flags, GError **error);
  gboolean   (*script)         (MappeConn *self, const char *sql, GError **error);
  MappeStmt *(*prepare)        (MappeConn *self, const char *sql, GError **error);
  gboolean   (*begin)          (MappeConn *self, MappeTxnMode mode, GError **error);
  gboolean   (*commit)         (MappeConn *self, GError **error);
  void       (*rollback)       (MappeConn *self);
  void       (*interrupt)      (MappeConn *self);
  void       (*set_busy_timeout) (MappeConn *self, guint milliseconds);
  gboolean   (*check)          (MappeConn *self, gboolean thorough, GPtrArray *findings, GError **error);
  gboolean   (*copy)           (MappeConn *self, const char *path, MappeCopyProgress progress, gpointer data,
                                GError **error);
  gboolean   (*checkpoint)     (MappeConn *self, GError **error);
  gboolean   (*seclude)        (MappeConn *self, GError **error);
  gboolean   (*scrub)          (MappeConn *self, gboolean *clean, GError **error);
  gint64     (*get_application_id) (MappeConn *self);
  gboolean   (*set_application_id) (MappeConn *self, gint64 id, GError **error);
};

typedef struct {
  void        (*bind_null) (MappeStmt *self, guint nth);
  void        (*bind_int)  (MappeStmt *self, guint nth, gint64 value);
  void        (*bind_real) (MappeStmt *self, guint nth, double value);
  void        (*bind_text) (MappeStmt *self, guint nth, const char *value);
  void        (*bind_blob) (MappeStmt *self, guint nth, GBytes *value);
  gboolean    (*step)      (MappeStmt *self, gboolean *has_row, GError **error);
  void        (*reset)     (MappeStmt *self);
  gboolean    (*is_null)   (MappeStmt *self, guint column);
  MappeSqlType (*get_type) (MappeStmt *self, guint column);
  gint64      (*get_int)   (MappeStmt *self, guint column);
  double      (*get_real)  (MappeStmt *self, guint column);
  const char *(*get_text)  (MappeStmt *self, guint column);
  GBytes     *(*get_blob)  (MappeStmt *self, guint column);
  gint64      (*changes)   (MappeStmt *self);
} MappeStmtVtable;

struct _MappeStmt {
  const MappeStmtVtable *vtable;
  MappeConn             *conn;
};

#define MAPPE_TYPE_SQLITE_CONN (mappe_sqlite_conn_get_type ())
G_DECLARE_FINAL_TYPE (MappeSqliteConn, mappe_sqlite_conn, MAPPE, SQLITE_CONN, MappeConn)

G_END_DECLS
