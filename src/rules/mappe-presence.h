/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Minutes of the meeting's day, 0 = midnight. */
#define MAPPE_MINUTE_NONE (-1)
#define MAPPE_MINUTE_OPEN G_MAXINT  /* still there */

/**
 * MappeStay: a stay in the room
 * @from: first minute in the room
 * @to: minute of leaving, at which the person is no longer there; MAPPE_MINUTE_OPEN when still there
 */
typedef struct {
  int from;
  int to;
} MappeStay;

typedef enum {
  MAPPE_PRESENCE_FINE,
  MAPPE_PRESENCE_REVERSED,     /* a departure not after its arrival */
  MAPPE_PRESENCE_OVERLAPPING,  /* two stays at one time: present twice */
} MappePresenceFault;

int                mappe_minute_parse    (const char *hhmm);
char              *mappe_minute_format   (int minute);
gboolean           mappe_presence_at     (const MappeStay *stays, guint n_stays, int minute);
MappePresenceFault mappe_presence_check  (const MappeStay *stays, guint n_stays);
guint              mappe_presence_between (int arrived, int left, const MappeStay *absences, guint n_absences,
                                          GArray *stays);

G_END_DECLS
