/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-event-step.h"
#include "mappe-steps-view.h"

G_BEGIN_DECLS

/* The steps of the page of an event, in their order. */

enum { MAPPE_EVENT_N_STEPS = 7 };

extern const MappeStepSpec mappe_event_steps[MAPPE_EVENT_N_STEPS];

guint mappe_event_steps_now             (const MappeEventFile *file);

GType mappe_event_core_step_get_type     (void);
GType mappe_event_concept_step_get_type  (void);
GType mappe_event_plan_step_get_type     (void);
GType mappe_event_timeline_step_get_type (void);
GType mappe_event_closures_step_get_type (void);
GType mappe_event_debrief_step_get_type  (void);
GType mappe_event_check_step_get_type    (void);

G_END_DECLS
