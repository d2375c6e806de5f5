/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_PLAN_STEP (mappe_plan_step_get_type ())
G_DECLARE_FINAL_TYPE (MappePlanStep, mappe_plan_step, MAPPE, PLAN_STEP, MappeMeetingStep)

G_END_DECLS
