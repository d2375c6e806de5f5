/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-writers.h"

G_BEGIN_DECLS

/**
 * MappeFormat: what a document may be written as
 * @name: as on the command line, and the extension of its files
 * @title: for people, marked for translation
 * @media_type: as mail and desktop name it
 * @write: makes the whole file
 */
typedef struct {
  const char *name;
  const char *title;
  const char *media_type;
  GBytes   *(*write) (const MappeNode *document, GError **error);
} MappeFormat;

const MappeFormat *mappe_formats     (guint *n_formats);
const MappeFormat *mappe_format_find (const char *name);
gboolean           mappe_format_lacks_signs (const MappeNode *document);
gboolean           mappe_save_bytes  (GBytes *bytes, const char *path, GError **error);

G_END_DECLS
