/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-patrol-week.h"

G_BEGIN_DECLS

/** MappePatrolCounts: what a patrol counted, each in canonical form; empty or %NULL: not counted */
typedef struct {
  const char *talks, *warnings, *dispersal_orders, *incidents;
} MappePatrolCounts;

MappeEdit *mappe_patrol_held      (const MappeRow *patrol, const MappePatrolCounts *counts, const char *today,
                                   GError **error);
MappeEdit *mappe_patrol_cancel    (const MappeRow *patrol, const char *reason, GError **error);
MappeEdit *mappe_patrol_move      (const MappeRow *patrol, gint64 area, const char *day, GError **error);
MappeEdit *mappe_patrol_copy_week (const MappePatrolWeek *week, guint *n_copied, GError **error);
char      *mappe_patrol_roster_of (const char *roster, const char *from_week, const char *to_week);

G_END_DECLS
