/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappePatrolSum: patrols of a time and a place
 * @held: those that took place
 * @cancelled: those that did not
 * @planned: those that are still to come, or that nobody has reported on
 * @minutes: on patrol, of those held; each patrol once, however many its staff
 * @talks: with citizens
 */
typedef struct {
  guint  held, cancelled, planned;
  guint  minutes;
  gint64 talks, warnings, dispersal_orders, incidents;
} MappePatrolSum;

/**
 * MappePatrols: the patrols of a time, by day and begin
 * @from: first day
 * @to: last day
 * @rows: (element-type MappeRow)
 */
typedef struct {
  char      *from, *to;
  GPtrArray *rows;
} MappePatrols;

MappePatrols  *mappe_patrols_load   (MappeSnapshot *snapshot, const char *from, const char *to, GError **error);
void           mappe_patrols_free   (MappePatrols *self);
MappePatrolSum mappe_patrols_sum    (const MappePatrols *self, gint64 area, const char *from, const char *to);
guint          mappe_patrol_minutes (const MappeRow *patrol);
char          *mappe_patrol_monday  (const char *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePatrols, mappe_patrols_free)

G_END_DECLS
