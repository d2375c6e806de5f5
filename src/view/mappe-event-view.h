/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-event-step.h"
#include "mappe-steps-view.h"

G_BEGIN_DECLS

/**
 * MappeEventView:
 *
 * One event with its steps, from the file to the check list.
 */
#define MAPPE_TYPE_EVENT_VIEW (mappe_event_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventView, mappe_event_view, MAPPE, EVENT_VIEW, MappeStepsView)

GtkWidget      *mappe_event_view_new   (MappeStore *store);
void            mappe_event_view_print (MappeEventView *self);
MappeEventStep *mappe_event_view_front (MappeEventView *self);

G_END_DECLS
