/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-plan-step.h"

struct _MappePlanStep {
  MappeMeetingStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappePlanStep, mappe_plan_step, MAPPE_TYPE_MEETING_STEP)

static void
mappe_plan_step_class_init (MappePlanStepClass *klass)
{
}

static void
mappe_plan_step_init (MappePlanStep *self)
{
}
