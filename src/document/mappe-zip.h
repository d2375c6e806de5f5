/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MappeZipEntry: a file in an archive: @name: with slashes; @deflated: whether it is packed or stored as it is */
typedef struct {
  const char *name;
  GBytes     *content;
  gboolean    deflated;
} MappeZipEntry;

GBytes *mappe_zip_read  (GBytes *archive, const char *name, gsize most);
GBytes *mappe_zip_write (const MappeZipEntry *entries, guint n_entries, GError **error);

G_END_DECLS
