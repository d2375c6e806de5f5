/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeNewDates:
 *
 * How often the day of a decision or task was moved, and why. Not there when it never was.
 */
#define MAPPE_TYPE_NEW_DATES (mappe_new_dates_get_type ())
G_DECLARE_FINAL_TYPE (MappeNewDates, mappe_new_dates, MAPPE, NEW_DATES, AdwBin)

GtkWidget *mappe_new_dates_new  (MappeStore *store);
void       mappe_new_dates_show (MappeNewDates *self, const MappeKind *kind, gint64 id);

G_END_DECLS
