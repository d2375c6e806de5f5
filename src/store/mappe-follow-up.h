/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-due.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_FOLLOW_UP_ALL,
  MAPPE_FOLLOW_UP_UNFINISHED,  /* neither done nor dropped */
  MAPPE_FOLLOW_UP_OVERDUE,     /* unfinished and late */
  MAPPE_FOLLOW_UP_FINISHED,
  MAPPE_FOLLOW_UP_AGENDA,      /* for the next meeting: unfinished, and what was finished since the last one */
} MappeFollowUpState;

typedef enum {
  MAPPE_FOLLOW_UP_BOTH,
  MAPPE_FOLLOW_UP_PUBLIC,
  MAPPE_FOLLOW_UP_CONFIDENTIAL,
} MappeFollowUpPart;

/**
 * MappeFollowUpFilter: which decisions and tasks; zero and %NULL members ask for all
 * @body: id of the body
 * @year: year of the meeting
 * @state: see #MappeFollowUpState
 * @part: whether public, confidential or both
 * @office: id of the responsible organisation
 * @person: id of the responsible member
 * @meeting: id of the meeting that decided
 * @text: words to be found in number, wording, task or responsible (folded like the search)
 * @today: "YYYY-MM-DD"
 */
typedef struct {
  gint64              body;
  int                 year;
  MappeFollowUpState  state;
  MappeFollowUpPart   part;
  gint64              office;
  gint64              person;
  gint64              meeting;
  const char         *text;
  const char         *today;
} MappeFollowUpFilter;

/**
 * MappeFollowUpTask: an open task of a decision
 * @id: its id
 * @reference: its reference
 * @title: what is to be done
 * @who: (nullable): responsible member
 * @office: (nullable): responsible organisation
 * @due_on: (nullable): the day
 * @due_reason: (nullable): why that day was moved last
 * @light: how pressing
 */
typedef struct {
  gint64        id;
  char         *reference;
  char         *title;
  char         *who;
  char         *office;
  char         *due_on;
  char         *due_reason;
  MappeDueLight light;
} MappeFollowUpTask;

/**
 * MappeFollowUp: a decision, or a task that no decision stands behind
 * @kind: decision or task
 * @id: its id
 * @version: its version
 * @reference: its reference
 * @number: (nullable): number of the decision
 * @text: wording of the decision or title of the task
 * @body_id: id of the body
 * @body: name of the body
 * @meeting_id: id of the meeting
 * @meeting: title of the meeting
 * @held_on: its day
 * @item_number: (nullable): number of the agenda item
 * @public: whether it may be shown outside
 * @office_id: id of the responsible organisation, or 0
 * @office: (nullable): responsible organisation
 * @who: (nullable): responsible member of a task, or of the decision's next open task
 * @due_on: (nullable): the day that counts: the earliest of the open tasks', else its own
 * @status: (nullable): code of the list task_status, of the record itself
 * @outcome: (nullable): code of the list item_result
 * @done_on: (nullable): day it was finished
 * @light: how pressing; %MAPPE_DUE_AHEAD also for what is finished
 * @finished: done or dropped
 * @days_left: days from today to @due_on, negative when late
 * @n_tasks: tasks of the decision
 * @n_open: those not finished
 * @due_reason: (nullable): why the date that counts was moved last
 * @tasks: (element-type MappeFollowUpTask): the decision's open tasks, the earliest first; empty for a task
 */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  gint64           version;
  char            *reference;
  char            *number;
  char            *text;
  gint64           body_id;
  char            *body;
  gint64           meeting_id;
  char            *meeting;
  char            *held_on;
  char            *item_number;
  gboolean         public;
  gint64           office_id;
  char            *office;
  char            *who;
  char            *due_on;
  char            *status;
  char            *outcome;
  char            *done_on;
  MappeDueLight    light;
  gboolean         finished;
  int              days_left;
  guint            n_tasks;
  guint            n_open;
  char            *due_reason;
  GPtrArray       *tasks;
} MappeFollowUp;

/* (element-type MappeFollowUp): newest meeting first, then by number; AGENDA: late first, then by day */
GPtrArray *mappe_store_follow_up         (MappeStore *self, const MappeFollowUpFilter *filter, GError **error);
void       mappe_store_follow_up_async   (MappeStore *self, const MappeFollowUpFilter *filter,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *mappe_store_follow_up_finish  (MappeStore *self, GAsyncResult *result, GError **error);
/* The same within a job that reads more. */
GPtrArray *mappe_snapshot_follow_up      (MappeSnapshot *self, const MappeFollowUpFilter *filter, GError **error);

/**
 * MappeNewDate: a date that was moved: @at UTC stamp, @from and @to days or %NULL, @reason why, @task (nullable): title
 *   of the decision's task that was moved
 */
typedef struct {
  char *at;
  char *actor;
  char *from;
  char *to;
  char *reason;
  char *task;
} MappeNewDate;

/* (element-type MappeNewDate): of a decision with its tasks, or of a task, oldest first, from the change log */
GPtrArray *mappe_store_new_dates         (MappeStore *self, const MappeKind *kind, gint64 id, GError **error);
void       mappe_store_new_dates_async   (MappeStore *self, const MappeKind *kind, gint64 id,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *mappe_store_new_dates_finish  (MappeStore *self, GAsyncResult *result, GError **error);

/* All numbers of decisions of a body, for numbering without gaps. */
GStrv      mappe_snapshot_decision_numbers (MappeSnapshot *self, gint64 body, GError **error);

G_END_DECLS
