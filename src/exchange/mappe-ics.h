/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeIcsEvent: an appointment
 * @uid: the same in every export, so that a calendar replaces what it has
 * @sequence: grows with every change
 * @date: "YYYY-MM-DD"
 * @start: "HH:MM"
 * @end: (nullable): "HH:MM"; not after @start it is on the next day
 * @summary: title
 * @location: (nullable): place
 * @description: (nullable): more, in lines
 * @cancelled: whether it does not take place
 */
typedef struct {
  const char *uid;
  gint64      sequence;
  const char *date, *start, *end;
  const char *summary, *location, *description;
  gboolean    cancelled;
} MappeIcsEvent;

void mappe_ics_begin (GString *out);
void mappe_ics_add   (GString *out, const MappeIcsEvent *event, const char *stamp);
void mappe_ics_end   (GString *out);

G_END_DECLS
