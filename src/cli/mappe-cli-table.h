/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cli-references.h"
#include "mappe-cli.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_CLI_TABLE_TEXT,
  MAPPE_CLI_TABLE_CSV,
  MAPPE_CLI_TABLE_JSON,
} MappeCliTableForm;

/**
 * MappeCliTable:
 *
 * Writes rows of one kind, page after page.
 */
typedef struct _MappeCliTable MappeCliTable;

MappeCliTable *mappe_cli_table_new  (MappeCli *cli, const MappeKind *kind, MappeCliTableForm form,
                                     const GArray *fields);
void           mappe_cli_table_free (MappeCliTable *self);
gboolean       mappe_cli_table_page (MappeCliTable *self, GPtrArray *listed, MappeReferences *references,
                                     GError **error);
gboolean       mappe_cli_table_end  (MappeCliTable *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeCliTable, mappe_cli_table_free)

G_END_DECLS
