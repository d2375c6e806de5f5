/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** What falls on a day. */
typedef enum {
  MAPPE_CALENDAR_MEETING,
  MAPPE_CALENDAR_CALL,        /* the call for items closes */
  MAPPE_CALENDAR_PAPERS,      /* papers are due */
  MAPPE_CALENDAR_INVITATION,  /* last day to receive the invitation */
  MAPPE_CALENDAR_MINUTES,     /* minutes are due */
  MAPPE_CALENDAR_DECISION,
  MAPPE_CALENDAR_TASK,
  MAPPE_CALENDAR_USE_REPORT,
  MAPPE_CALENDAR_REVIEW,      /* of an agreement */
  MAPPE_CALENDAR_EVENT,       /* a day of an event */
  MAPPE_CALENDAR_DEBRIEF,     /* deadline of its debrief */
  MAPPE_CALENDAR_PATROL,      /* joint foot patrol */
  MAPPE_CALENDAR_APPLICATIONS, /* deadline of a funding programme */
  MAPPE_CALENDAR_GRANT_REPORT, /* proof of use of a grant */
  MAPPE_CALENDAR_TRAINING,    /* of a volunteer */
} MappeCalendarTopic;

/**
 * MappeCalendarEntry: something that falls on a day
 * @topic: what it is
 * @date: the day, "YYYY-MM-DD"
 * @time: (nullable): begin, "HH:MM"
 * @kind: kind of the record it belongs to
 * @id: its id
 * @title: what it is called
 * @body: (nullable): name of the body, of a meeting
 * @finished: done already: the invitation is sent, the minutes are, the task is done, the meeting or patrol was held
 * @cancelled: a meeting or patrol that does not take place
 */
typedef struct {
  MappeCalendarTopic  topic;
  char               *date;
  char               *time;
  const MappeKind    *kind;
  gint64              id;
  char               *title;
  char               *body;
  gboolean            finished;
  gboolean            cancelled;
} MappeCalendarEntry;

/**
 * MappeCalendar: what falls into a time
 * @entries: (element-type MappeCalendarEntry): by day, then by topic and time
 * @state: (nullable): name of the federal state, for its holidays
 */
typedef struct {
  GPtrArray *entries;
  char      *state;
} MappeCalendar;

MappeCalendar *mappe_calendar_read        (MappeSnapshot *snapshot, const char *from, const char *to,
                                           GError **error);
MappeCalendar *mappe_calendar_load        (MappeStore *store, const char *from, const char *to, GError **error);
void           mappe_calendar_load_async  (MappeStore *store, const char *from, const char *to,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
MappeCalendar *mappe_calendar_load_finish (MappeStore *store, GAsyncResult *result, GError **error);
void           mappe_calendar_free        (MappeCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeCalendar, mappe_calendar_free)

G_END_DECLS
