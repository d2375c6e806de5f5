/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"
#include "mappe-values.h"

G_BEGIN_DECLS

/**
 * MappeValueLoad: what the page of an indicator shows, of one state of the file
 * @indicator: the indicator
 * @rows: (element-type MappeRow): its values
 * @start: (nullable): first day of its measure
 */
typedef struct {
  MappeRow  *indicator;
  GPtrArray *rows;
  char      *start;
} MappeValueLoad;

MappeValueLoad *mappe_value_load_read (MappeSnapshot *snapshot, gint64 indicator, GError **error);
void            mappe_value_load_free (MappeValueLoad *self);
MappeValues    *mappe_value_load_make (const MappeValueLoad *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeValueLoad, mappe_value_load_free)

G_END_DECLS
