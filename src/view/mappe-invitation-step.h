/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_INVITATION_STEP (mappe_invitation_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeInvitationStep, mappe_invitation_step, MAPPE, INVITATION_STEP, MappeMeetingStep)

G_END_DECLS
