/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store-private.h"

G_BEGIN_DECLS

/* One line of the log. @last is above @first only for inserts. */
typedef struct {
  gint64           change_id;
  const MappeKind *kind;
  gint64           first;
  gint64           last;
  MappeChangeOp    op;
} MappeLoggedChange;

/* --- mappe-undo.c --- */
GArray  *mappe_undo_changes  (MappeConn *conn, gint64 set_id, GError **error);
gboolean mappe_undo_disagree (const MappeKind *kind, gint64 id, GError **error);
gboolean mappe_undo_restore  (MappeConn *conn, gint64 change_id, MappeRow *row, gboolean expect_new, GError **error);

/* --- mappe-deleted.c --- */
MappeRow *mappe_deleted_load (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error);

/* --- mappe-undo-seal.c --- */
gboolean mappe_undo_allow    (MappeConn *conn, gint64 set_id, GError **error);

G_END_DECLS
