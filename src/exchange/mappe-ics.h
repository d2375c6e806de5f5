/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Who may know of an appointment, for programs that share calendars. */
typedef enum {
  MAPPE_ICS_CONFIDENTIAL,  /* where services are and when is nobody else's business */
  MAPPE_ICS_PRIVATE,
  MAPPE_ICS_PUBLIC,
} MappeIcsClass;

/**
 * MappeIcsEvent: an appointment
 * @uid: the same in every export, so that a calendar replaces what it has
 * @sequence: grows with every change
 * @date: "YYYY-MM-DD"
 * @last_date: (nullable): last of whole days
 * @start: (nullable): "HH:MM"; %NULL for whole days
 * @end: (nullable): "HH:MM"; not after @start it is on the next day
 * @zone: (nullable): of these times; %NULL for Europe/Berlin
 * @summary: title
 * @location: (nullable): place
 * @description: (nullable): more, in lines
 * @cancelled: whether it does not take place
 * @class: who may know of it
 */
typedef struct {
  const char   *uid;
  gint64        sequence;
  const char   *date, *last_date, *start, *end, *zone;
  const char   *summary, *location, *description;
  gboolean      cancelled;
  MappeIcsClass class;
} MappeIcsEvent;

void mappe_ics_begin (GString *out);
void mappe_ics_add   (GString *out, const MappeIcsEvent *event, const char *stamp);
void mappe_ics_end   (GString *out);

G_END_DECLS
