/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"
#include "mappe-values.h"

G_BEGIN_DECLS

/**
 * MappePatrolFill: what the patrol log says for an indicator that is counted from it
 * @values: the values that are there
 * @given: (element-type MappeRow): the value of each period that is over, by time
 * @n_added: periods without value that get one
 * @n_changed: periods whose value would be another one
 * @n_unreported: patrols of these periods that nobody has reported on
 * @left_out: (nullable): a period that the log holds a part of only, because it begins within it
 * @begins: day of the first patrol
 */
typedef struct {
  MappeValues *values;
  GPtrArray   *given;
  guint        n_added, n_changed, n_unreported;
  char        *left_out;
  char        *begins;
} MappePatrolFill;

gboolean         mappe_patrol_fill_counts (const MappeRow *indicator);
MappePatrolFill *mappe_patrol_fill_load   (MappeSnapshot *snapshot, gint64 indicator, const char *today,
                                           GError **error);
void             mappe_patrol_fill_free   (MappePatrolFill *self);
MappeEdit       *mappe_patrol_fill_edit   (const MappePatrolFill *self, gboolean replace, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePatrolFill, mappe_patrol_fill_free)

G_END_DECLS
