/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-step.h"

struct _MappeAgendaStep {
  MappeMeetingStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeAgendaStep, mappe_agenda_step, MAPPE_TYPE_MEETING_STEP)

static void
mappe_agenda_step_class_init (MappeAgendaStepClass *klass)
{
}

static void
mappe_agenda_step_init (MappeAgendaStep *self)
{
}
