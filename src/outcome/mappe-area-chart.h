/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

MappeChart *mappe_area_chart_map     (MappeSnapshot *snapshot, const MappeLanguage *language, GError **error);
MappeChart *mappe_area_chart_pairing (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language,
                                      GError **error);

G_END_DECLS
