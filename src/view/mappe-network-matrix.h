/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-network.h"

G_BEGIN_DECLS

/**
 * MappeNetworkMatrix:
 *
 * Organisations by organisations, a count in each cell; columns bear the numbers of their rows, or names beneath. One
 * stop of Tab, within it the arrows, Home and End go from cell to cell. Signal: "chosen" (uint one, uint other).
 */
#define MAPPE_TYPE_NETWORK_MATRIX (mappe_network_matrix_get_type ())
G_DECLARE_FINAL_TYPE (MappeNetworkMatrix, mappe_network_matrix, MAPPE, NETWORK_MATRIX, GtkWidget)

GtkWidget *mappe_network_matrix_new  (void);
void       mappe_network_matrix_fill (MappeNetworkMatrix *self, const MappeNetwork *network, const GArray *rows,
                                      const GArray *columns, MappeTie tie);

G_END_DECLS
