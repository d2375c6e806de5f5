/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-patrol-week.h"

G_BEGIN_DECLS

/**
 * MappePatrolPlanner:
 *
 * The week planner with its bar, the patrols of the cell selected, and the figures. Its actions begin with "patrols.".
 */
#define MAPPE_TYPE_PATROL_PLANNER (mappe_patrol_planner_get_type ())
G_DECLARE_FINAL_TYPE (MappePatrolPlanner, mappe_patrol_planner, MAPPE, PATROL_PLANNER, AdwBin)

GtkWidget             *mappe_patrol_planner_new        (MappeStore *store);
void                   mappe_patrol_planner_show       (MappePatrolPlanner *self, const char *day);
const char            *mappe_patrol_planner_get_monday (MappePatrolPlanner *self);
void                   mappe_patrol_planner_focus      (MappePatrolPlanner *self);
void                   mappe_patrol_planner_plan       (MappePatrolPlanner *self);

/* For the forms of the planner. */
MappeStore            *mappe_patrol_planner_get_store  (MappePatrolPlanner *self);
const MappePatrolWeek *mappe_patrol_planner_get_week   (MappePatrolPlanner *self);
const MappeListed     *mappe_patrol_planner_find       (MappePatrolPlanner *self, gint64 id);
gboolean               mappe_patrol_planner_apply      (MappePatrolPlanner *self, MappeEdit *edit, const char *done,
                                                        const char *what_failed);

/* mappe-patrol-forms.c */
void                   mappe_patrol_forms_held         (MappePatrolPlanner *self, gint64 id);
void                   mappe_patrol_forms_cancel       (MappePatrolPlanner *self, gint64 id);
void                   mappe_patrol_forms_week         (MappePatrolPlanner *self);
void                   mappe_patrol_forms_save         (MappePatrolPlanner *self, const char *format);

G_END_DECLS
