/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-invitation-step.h"

struct _MappeInvitationStep {
  MappeMeetingStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeInvitationStep, mappe_invitation_step, MAPPE_TYPE_MEETING_STEP)

static void
mappe_invitation_step_class_init (MappeInvitationStepClass *klass)
{
}

static void
mappe_invitation_step_init (MappeInvitationStep *self)
{
}
