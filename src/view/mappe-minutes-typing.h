/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"
#include "mappe-minutes-paper.h"

G_BEGIN_DECLS

/**
 * MappeMinutesTyping:
 *
 * Saves what is typed into the minutes: a moment after the last key, when the step is left, and before every key into a
 * draft that survives a crash. What somebody else wrote meanwhile is never overwritten: both texts are shown.
 */
#define MAPPE_TYPE_MINUTES_TYPING (mappe_minutes_typing_get_type ())
G_DECLARE_FINAL_TYPE (MappeMinutesTyping, mappe_minutes_typing, MAPPE, MINUTES_TYPING, GObject)

MappeMinutesTyping *mappe_minutes_typing_new     (MappeMeetingStep *step, MappeMinutesPaper *paper);
void                mappe_minutes_typing_update  (MappeMinutesTyping *self);
void                mappe_minutes_typing_flush   (MappeMinutesTyping *self);

G_END_DECLS
