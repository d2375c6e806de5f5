/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-event-step.h"

G_BEGIN_DECLS

/**
 * MappeEventView:
 *
 * One event with its steps, from the file to the check list. Follows the file: after every change the event is
 * read anew and handed to the steps. Signals: "step-changed": another step is in front;
 * "loaded": the event is there, or is there anew.
 */
#define MAPPE_TYPE_EVENT_VIEW (mappe_event_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventView, mappe_event_view, MAPPE, EVENT_VIEW, AdwBin)

GtkWidget        *mappe_event_view_new       (MappeStore *store);
void              mappe_event_view_show      (MappeEventView *self, gint64 event, const char *step);
gint64            mappe_event_view_get_id    (MappeEventView *self);
const char       *mappe_event_view_get_step  (MappeEventView *self);
const char       *mappe_event_view_get_title (MappeEventView *self);
void              mappe_event_view_focus     (MappeEventView *self);
void              mappe_event_view_focus_stepper (MappeEventView *self);
void              mappe_event_view_print     (MappeEventView *self);
MappeEventStep   *mappe_event_view_front     (MappeEventView *self);

G_END_DECLS
