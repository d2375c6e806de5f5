/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeFilterChip:
 *
 * A quick filter: values of one field to be ticked, with their numbers. Signals: "changed" when other values are
 * ticked; "count" (string code) when the number of a value is wanted, answered by mappe_filter_chip_set_count().
 */
#define MAPPE_TYPE_FILTER_CHIP (mappe_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (MappeFilterChip, mappe_filter_chip, MAPPE, FILTER_CHIP, GtkWidget)

GtkWidget *mappe_filter_chip_new       (MappeStore *store, const MappeKind *kind, guint field);
guint      mappe_filter_chip_get_field (MappeFilterChip *self);
char     **mappe_filter_chip_get_codes (MappeFilterChip *self);
void       mappe_filter_chip_set_codes (MappeFilterChip *self, const char * const *codes);
void       mappe_filter_chip_set_count (MappeFilterChip *self, const char *code, gint64 count);
char     **mappe_filter_chip_get_active (MappeFilterChip *self);

G_END_DECLS
