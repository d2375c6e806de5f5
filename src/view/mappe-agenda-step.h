/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_AGENDA_STEP (mappe_agenda_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeAgendaStep, mappe_agenda_step, MAPPE, AGENDA_STEP, MappeMeetingStep)

G_END_DECLS
