/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-table.h"

G_BEGIN_DECLS

MappeStore      *mappe_table_get_store (MappeTable *self);
const MappeKind *mappe_table_get_kind  (MappeTable *self);

/* --- mappe-table-copy.c --- */
void             mappe_table_copy      (MappeTable *self);

G_END_DECLS
