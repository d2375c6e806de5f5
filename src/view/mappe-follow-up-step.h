/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_FOLLOW_UP_STEP (mappe_follow_up_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeFollowUpStep, mappe_follow_up_step, MAPPE, FOLLOW_UP_STEP, MappeMeetingStep)

G_END_DECLS
