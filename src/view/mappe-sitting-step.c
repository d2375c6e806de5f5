/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-step.h"

struct _MappeSittingStep {
  MappeMeetingStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeSittingStep, mappe_sitting_step, MAPPE_TYPE_MEETING_STEP)

static void
mappe_sitting_step_class_init (MappeSittingStepClass *klass)
{
}

static void
mappe_sitting_step_init (MappeSittingStep *self)
{
}
