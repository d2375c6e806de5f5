/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cli-references.h"
#include "mappe-cli.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_TABLE_TEXT,
  MAPPE_TABLE_CSV,
  MAPPE_TABLE_JSON,
} MappeTableForm;

/**
 * MappeTable:
 *
 * Writes rows of one kind, page after page.
 */
typedef struct _MappeTable MappeTable;

MappeTable *mappe_table_new   (MappeCli *cli, const MappeKind *kind, MappeTableForm form, const GArray *fields);
void        mappe_table_free  (MappeTable *self);
gboolean    mappe_table_page  (MappeTable *self, GPtrArray *listed, MappeReferences *references, GError **error);
gboolean    mappe_table_end   (MappeTable *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeTable, mappe_table_free)

G_END_DECLS
