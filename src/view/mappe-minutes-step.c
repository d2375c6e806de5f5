/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-step.h"

struct _MappeMinutesStep {
  MappeMeetingStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeMinutesStep, mappe_minutes_step, MAPPE_TYPE_MEETING_STEP)

static void
mappe_minutes_step_class_init (MappeMinutesStepClass *klass)
{
}

static void
mappe_minutes_step_init (MappeMinutesStep *self)
{
}
