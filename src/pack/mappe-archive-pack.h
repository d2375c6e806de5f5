/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeArchivePackOrder: a folder for the archive as it is asked for
 * @offer: id of the offer
 * @language: (nullable): of its list
 * @today: day it is made, "YYYY-MM-DD"
 */
typedef struct {
  gint64               offer;
  const MappeLanguage *language;
  const char          *today;
} MappeArchivePackOrder;

gboolean mappe_archive_pack_write (MappeStore *store, const MappeArchivePackOrder *order, const char *path,
                                   GError **error);

G_END_DECLS
