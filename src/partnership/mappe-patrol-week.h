/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-patrols.h"

G_BEGIN_DECLS

enum {
  MAPPE_WEEK_DAYS = 7,
  MAPPE_PATROL_WEEKS = 12,  /* that the figures look back over, the planned week included */
};

/**
 * MappePatrolWeek: a week of the planner and the weeks before it, of one state of the file
 * @days: Monday to Sunday
 * @mondays: of the weeks looked back over, the planned one last
 * @listed: (element-type MappeListed): patrols of all these weeks, by day and begin
 * @patrols: the same as rows, to be summed
 * @deleted: (element-type MappeListed): patrols of the planned week that were taken out of the file, as they were; what
 *   was sent to calendars is called off with them
 * @areas: (element-type MappeRow): all areas, by reference
 * @codes: labels of codes
 */
typedef struct {
  char         *days[MAPPE_WEEK_DAYS];
  char         *mondays[MAPPE_PATROL_WEEKS];
  GPtrArray    *listed, *deleted;
  MappePatrols *patrols;
  GPtrArray    *areas;
  MappeCodes   *codes;
} MappePatrolWeek;

MappePatrolWeek *mappe_patrol_week_load   (MappeSnapshot *snapshot, const char *day, GError **error);
void             mappe_patrol_week_free   (MappePatrolWeek *self);
GPtrArray       *mappe_patrol_week_find   (const MappePatrolWeek *self, gint64 area, const char *from, const char *to);
GPtrArray       *mappe_patrol_week_before (const MappePatrolWeek *self);
MappePatrolSum   mappe_patrol_week_sum    (const MappePatrolWeek *self, gint64 area, const char *monday);
gboolean         mappe_patrol_week_visits (const MappePatrolWeek *self, gint64 area);
gboolean         mappe_patrol_week_exists (const char *day);
char            *mappe_patrol_week_name   (const char *day);
char            *mappe_patrol_week_parse  (const char *name);
GPtrArray       *mappe_patrols_unreported (MappeSnapshot *snapshot, const char *today, GError **error);
double           mappe_patrol_sum_lost    (const MappePatrolSum *sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePatrolWeek, mappe_patrol_week_free)

G_END_DECLS
