/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mappe-content-text.h"

G_BEGIN_DECLS

/* Largest file a record takes, in bytes. */
#define MAPPE_FILE_CONTENT_MAX (512 * 1024 * 1024)

/**
 * MappeFileContent:
 * @bytes: what the file holds
 * @hash: its SHA-256 in lower-case hexadecimal
 * @uri: where it came from
 * @name: its name for people
 * @mime: (nullable): its media type
 * @facts: what it is, and whether everybody can read it
 */
typedef struct {
  GBytes           *bytes;
  char             *hash, *uri, *name, *mime;
  MappeContentText *facts;
} MappeFileContent;

void              mappe_file_content_free         (MappeFileContent *self);
void              mappe_file_content_load_async   (GFile *file, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer data);
MappeFileContent *mappe_file_content_load_finish  (GAsyncResult *result, GError **error);
void              mappe_file_content_write_async  (GBytes *bytes, GFile *file, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer data);
gboolean          mappe_file_content_write_finish (GAsyncResult *result, GError **error);
GFile            *mappe_file_content_private_place (const char *name, GError **error);
void              mappe_file_content_clean        (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeFileContent, mappe_file_content_free)

G_END_DECLS
