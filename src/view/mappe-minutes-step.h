/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_MINUTES_STEP (mappe_minutes_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeMinutesStep, mappe_minutes_step, MAPPE, MINUTES_STEP, MappeMeetingStep)

G_END_DECLS
