/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_SITTING_STEP (mappe_sitting_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeSittingStep, mappe_sitting_step, MAPPE, SITTING_STEP, MappeMeetingStep)

G_END_DECLS
