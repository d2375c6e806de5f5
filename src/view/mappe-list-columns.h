/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-table.h"

G_BEGIN_DECLS

/* Columns and order of each list, as this user left them. */

void     mappe_list_columns_load      (MappeTable *table, const MappeKind *kind);
void     mappe_list_columns_save      (MappeTable *table, const MappeKind *kind);
gboolean mappe_list_columns_load_sort (const MappeKind *kind, guint *field, gboolean *descending);
void     mappe_list_columns_save_sort (MappeTable *table, const MappeKind *kind);

G_END_DECLS
