/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeReferenceEntry:
 *
 * A record of one kind by search-as-you-type: arrows and Enter choose from the list below, its last line creates
 * a new record. Signal "changed" with every key and every choice.
 */
#define MAPPE_TYPE_REFERENCE_ENTRY (mappe_reference_entry_get_type ())
G_DECLARE_FINAL_TYPE (MappeReferenceEntry, mappe_reference_entry, MAPPE, REFERENCE_ENTRY, GtkWidget)

GtkWidget  *mappe_reference_entry_new          (MappeStore *store, const MappeKind *kind);
void        mappe_reference_entry_set_creating (MappeReferenceEntry *self, gboolean creating);
void        mappe_reference_entry_set_except   (MappeReferenceEntry *self, gint64 id);
void        mappe_reference_entry_set_name     (MappeReferenceEntry *self, const char *name);
void        mappe_reference_entry_set_hint     (MappeReferenceEntry *self, const char *hint);
void        mappe_reference_entry_set_value    (MappeReferenceEntry *self, gint64 id, const char *title);
void        mappe_reference_entry_set_text     (MappeReferenceEntry *self, const char *text);
gint64      mappe_reference_entry_get_id       (MappeReferenceEntry *self);
const char *mappe_reference_entry_get_text     (MappeReferenceEntry *self);
gboolean    mappe_reference_entry_is_open      (MappeReferenceEntry *self);

G_END_DECLS
