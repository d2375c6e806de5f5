/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeReferences:
 *
 * The references of the records that rows refer to, fetched a page of rows at a time.
 */
typedef struct _MappeReferences MappeReferences;

MappeReferences *mappe_references_new   (MappeStore *store);
void             mappe_references_free  (MappeReferences *self);
gboolean         mappe_references_fetch (MappeReferences *self, GPtrArray *listed, GError **error);
char            *mappe_references_cell  (MappeReferences *self, const MappeRow *row, guint field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeReferences, mappe_references_free)

G_END_DECLS
