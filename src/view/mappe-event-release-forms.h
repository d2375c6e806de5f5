/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-event-step.h"

G_BEGIN_DECLS

void mappe_event_release_concept_form (MappeEventStep *step);
void mappe_event_release_plan_form    (MappeEventStep *step);
void mappe_event_debrief_form         (MappeEventStep *step);

G_END_DECLS
