/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-chart-pane.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeOutcomePairing:
 *
 * What was recorded in an area above what is perceived there, on one axis of time; the title is the finding, its limit
 * stands beneath. Signal "loaded": what is shown was read.
 */
#define MAPPE_TYPE_OUTCOME_PAIRING (mappe_outcome_pairing_get_type ())
G_DECLARE_FINAL_TYPE (MappeOutcomePairing, mappe_outcome_pairing, MAPPE, OUTCOME_PAIRING, AdwBin)

GtkWidget      *mappe_outcome_pairing_new       (MappeStore *store);
void            mappe_outcome_pairing_show      (MappeOutcomePairing *self, gint64 area);
gint64          mappe_outcome_pairing_get       (MappeOutcomePairing *self);
const char     *mappe_outcome_pairing_get_title (MappeOutcomePairing *self);
MappeChartPane *mappe_outcome_pairing_get_pane  (MappeOutcomePairing *self);
void            mappe_outcome_pairing_print     (MappeOutcomePairing *self);

G_END_DECLS
