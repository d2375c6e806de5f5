/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeSeriesParts:
 *
 * What belongs to an indicator or a measure beside its fields: rounds of a survey, goals with their five levels, marks
 * in the time, indicators. Each list has a button that adds to it.
 */
#define MAPPE_TYPE_SERIES_PARTS (mappe_series_parts_get_type ())
G_DECLARE_FINAL_TYPE (MappeSeriesParts, mappe_series_parts, MAPPE, SERIES_PARTS, GtkBox)

GtkWidget *mappe_series_parts_new  (MappeStore *store);
void       mappe_series_parts_show (MappeSeriesParts *self, const MappeKind *kind, gint64 id);

G_END_DECLS
