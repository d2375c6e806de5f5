/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeDateEntry:
 *
 * A day by typing (`31.12.26`, `+14`, `mo`, `KW 12`), with what was understood below, or from a calendar.
 * Signal "changed" with every key.
 */
#define MAPPE_TYPE_DATE_ENTRY (mappe_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (MappeDateEntry, mappe_date_entry, MAPPE, DATE_ENTRY, GtkWidget)

GtkWidget  *mappe_date_entry_new      (void);
const char *mappe_date_entry_get_text (MappeDateEntry *self);
void        mappe_date_entry_set_text (MappeDateEntry *self, const char *text);
char       *mappe_date_entry_get_date (MappeDateEntry *self);
void        mappe_date_entry_set_date (MappeDateEntry *self, const char *iso);
void        mappe_date_entry_set_name (MappeDateEntry *self, const char *name);
void        mappe_date_entry_set_hint (MappeDateEntry *self, const char *hint);

G_END_DECLS
