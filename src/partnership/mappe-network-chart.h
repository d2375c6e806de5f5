/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-network.h"

G_BEGIN_DECLS

MappeChart *mappe_network_chart             (const MappeNetwork *self, const GArray *nodes, MappeTie tie,
                                             const MappeLanguage *language);
MappeChart *mappe_network_chart_composition (const MappeNetwork *self, const MappeLanguage *language);
const char *mappe_network_tie_name          (MappeTie tie, const MappeLanguage *language);

G_END_DECLS
