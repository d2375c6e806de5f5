/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-conn.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/* --- mappe-backup.c --- */

/* What tells two states of a council apart. */
typedef struct {
  char  *council_id;
  gint64 last_set;
  char  *at;
} MappeBackupState;

void       mappe_backup_state_clear (MappeBackupState *self);
gboolean   mappe_backup_state_read  (MappeBackupState *self, MappeConn *conn, GError **error);
gboolean   mappe_backup_state_equal (const MappeBackupState *left, const MappeBackupState *right);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeBackupState, mappe_backup_state_clear)

MappeConn *mappe_backup_open        (const char *path, gboolean thorough, GError **error);
gboolean   mappe_backup_is_sound    (MappeConn *conn, gboolean thorough, GError **error);
char      *mappe_backup_make_part   (MappeConn *conn, const char *path, GCancellable *cancellable, GError **error);
gboolean   mappe_backup_make        (MappeConn *conn, const char *path, GCancellable *cancellable, GError **error);
gboolean   mappe_backup_sync        (const char *path, GError **error);
void       mappe_backup_remove      (const char *path);
gboolean   mappe_backup_fail        (const char *path, int number, GError **error);

G_END_DECLS
