/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the names of automatic backups end. */
#define MAPPE_BACKUP_SUFFIX ".ratsmappe-backup"

/**
 * MappeCopy: a backup of a council file
 * @path: where it is
 * @modified: seconds since 1970, UTC
 * @size: bytes
 */
typedef struct {
  char  *path;
  gint64 modified;
  gint64 size;
} MappeCopy;

void       mappe_copies_async (const char *path, const char *folder, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
GPtrArray *mappe_copies_finish (GAsyncResult *result, GError **error);

G_END_DECLS
