/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-step.h"

struct _MappeFollowUpStep {
  MappeMeetingStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeFollowUpStep, mappe_follow_up_step, MAPPE_TYPE_MEETING_STEP)

static void
mappe_follow_up_step_class_init (MappeFollowUpStepClass *klass)
{
}

static void
mappe_follow_up_step_init (MappeFollowUpStep *self)
{
}
