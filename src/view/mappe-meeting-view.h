/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

/**
 * MappeMeetingView:
 *
 * One meeting with its six steps, from the plan to the follow-up. Follows the file: after every change the meeting is
 * read anew and handed to the steps. Signals: "step-changed": another step is in front;
 * "loaded": the meeting is there, or is there anew.
 */
#define MAPPE_TYPE_MEETING_VIEW (mappe_meeting_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeMeetingView, mappe_meeting_view, MAPPE, MEETING_VIEW, AdwBin)

GtkWidget        *mappe_meeting_view_new       (MappeStore *store);
void              mappe_meeting_view_show      (MappeMeetingView *self, gint64 meeting, const char *step);
void              mappe_meeting_view_leave     (MappeMeetingView *self);
gint64            mappe_meeting_view_get_id    (MappeMeetingView *self);
const char       *mappe_meeting_view_get_step  (MappeMeetingView *self);
const char       *mappe_meeting_view_get_title (MappeMeetingView *self);
void              mappe_meeting_view_focus     (MappeMeetingView *self);
MappeMeetingStep *mappe_meeting_view_front     (MappeMeetingView *self);

G_END_DECLS
