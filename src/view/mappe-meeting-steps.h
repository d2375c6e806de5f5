/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"
#include "mappe-steps-view.h"

G_BEGIN_DECLS

#define MAPPE_MEETING_N_STEPS 6

extern const MappeStepSpec mappe_meeting_steps[MAPPE_MEETING_N_STEPS];

guint mappe_meeting_steps_now (const MappeSitting *sitting);

G_END_DECLS
