/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"
#include "mappe-steps-view.h"

G_BEGIN_DECLS

/**
 * MappeMeetingView:
 *
 * One meeting with its six steps, from the plan to the follow-up.
 */
#define MAPPE_TYPE_MEETING_VIEW (mappe_meeting_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeMeetingView, mappe_meeting_view, MAPPE, MEETING_VIEW, MappeStepsView)

GtkWidget        *mappe_meeting_view_new   (MappeStore *store);
MappeMeetingStep *mappe_meeting_view_front (MappeMeetingView *self);

G_END_DECLS
