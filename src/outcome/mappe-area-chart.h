/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-indicator-series.h"

G_BEGIN_DECLS

/* Charts of places: all areas by what was recorded and what is perceived, and both over time for one of them. */

/**
 * MappeAreaPlace: an area as the map sees it
 * @recorded, @perceived: deficits from 0 to 4 as the council assessed them, -1: not assessed
 * @has_recorded, @has_perceived: there is a series of that nature, so that both can stand beside each other
 */
typedef struct {
  gint64   id;
  char    *name;
  int      recorded, perceived;
  gboolean has_recorded, has_perceived;
} MappeAreaPlace;

/**
 * MappeAreaPairing: recorded incidents beside perceived safety of one area
 * @area: its row
 * @recorded: the longest series of what was recorded
 * @perceived: the longest series of what is perceived
 * @chart: both, whose title is the finding
 */
typedef struct {
  MappeRow    *area;
  MappeSeries *recorded, *perceived;
  MappeChart  *chart;
} MappeAreaPairing;

GPtrArray        *mappe_area_places        (MappeSnapshot *snapshot, GError **error);
gboolean          mappe_area_place_on_map  (const MappeAreaPlace *self);
MappeChart       *mappe_area_chart_of      (const GPtrArray *places, const MappeLanguage *language);
MappeChart       *mappe_area_chart_map     (MappeSnapshot *snapshot, const MappeLanguage *language, GError **error);
MappeAreaPairing *mappe_area_pairing_load  (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language,
                                            GError **error);
void              mappe_area_pairing_free  (MappeAreaPairing *self);
MappeChart       *mappe_area_chart_pairing (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language,
                                            GError **error);
gboolean          mappe_area_indicator_is  (const MappeRow *indicator, const char *nature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeAreaPairing, mappe_area_pairing_free)

G_END_DECLS
