/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeDisplay:
 *
 * Values as people read them: code labels in the language of the window, dates and numbers in the writing of the
 * place, references by the title of their record. One for each store. Signal "changed": the code lists came or
 * changed, so what was shown is stale.
 */
#define MAPPE_TYPE_DISPLAY (mappe_display_get_type ())
G_DECLARE_FINAL_TYPE (MappeDisplay, mappe_display, MAPPE, DISPLAY, GObject)

MappeDisplay       *mappe_display_get        (MappeStore *store);
gboolean            mappe_display_is_ready   (MappeDisplay *self);
const char         *mappe_display_code       (MappeDisplay *self, const char *list, const char *code);
const char * const *mappe_display_codes      (MappeDisplay *self, const char *list);
char               *mappe_display_field      (MappeDisplay *self, const MappeRow *row, guint field, const char *shown);
const char         *mappe_display_peek       (MappeDisplay *self, const MappeRow *row, guint field, const char *shown,
                                              char **scratch);
char               *mappe_display_title      (MappeListed *listed);
char               *mappe_display_name       (MappeDisplay *self, const MappeRow *row, const char *title,
                                               char *const *shown);
gboolean            mappe_display_is_number  (const MappeFieldSpec *field);

G_END_DECLS
