/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** Days after an event within which it is talked over, where the event does not say another day. */
enum { MAPPE_DEBRIEF_DAYS = 28 };

/** How the debrief of an event stands. */
typedef enum {
  MAPPE_DEBRIEF_AHEAD,    /* the event is not over */
  MAPPE_DEBRIEF_OPEN,     /* it is over, the deadline is not */
  MAPPE_DEBRIEF_OVERDUE,
  MAPPE_DEBRIEF_IN_TIME,  /* held by the deadline */
  MAPPE_DEBRIEF_LATE,     /* held after it */
  MAPPE_DEBRIEF_WAIVED,
} MappeDebriefState;

/**
 * MappeDebriefShare: debriefs of several events
 * @in_time: held by the deadline
 * @late: held after it
 * @overdue: not held, and the deadline is over
 * @waiting: the deadline, or the event, is still to come
 * @waived: those that fall out
 *
 * The share in time is @in_time of @in_time + @late + @overdue: what is still to come and what falls out do not count.
 */
typedef struct {
  guint in_time, late, overdue, waiting, waived;
} MappeDebriefShare;

char              *mappe_debrief_due_on     (const MappeRow *event);
MappeDebriefState  mappe_debrief_state      (const MappeRow *event, const char *today, int *days_left);
guint              mappe_debrief_share_of   (const MappeDebriefShare *self);
MappeDebriefShare *mappe_debrief_share_read (MappeSnapshot *snapshot, const char *today, GError **error);

G_END_DECLS
