/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeDecisionTasks:
 *
 * The tasks that a decision is followed through: state, what, who, until when. Enter opens one. Not there without any.
 */
#define MAPPE_TYPE_DECISION_TASKS (mappe_decision_tasks_get_type ())
G_DECLARE_FINAL_TYPE (MappeDecisionTasks, mappe_decision_tasks, MAPPE, DECISION_TASKS, AdwBin)

GtkWidget *mappe_decision_tasks_new  (MappeStore *store);
void       mappe_decision_tasks_show (MappeDecisionTasks *self, const MappeKind *kind, gint64 id);

G_END_DECLS
