/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeDueTopic:
 * @MAPPE_DUE_TASK: task not done, late or due within MAPPE_DUE_SOON_DAYS
 * @MAPPE_DUE_DECISION: the same for a decision that no open task stands for
 * @MAPPE_DUE_OPEN: task of the last held meeting of a body that is not done, ordered by responsible organisation
 * @MAPPE_DUE_MEETING: meeting to come
 * @MAPPE_DUE_CALL: call for items of a meeting not yet invited to, which closes within MAPPE_DUE_SOON_DAYS
 * @MAPPE_DUE_PAPERS: the same for the day by which papers are in
 * @MAPPE_DUE_NOTICE: public notice of a meeting not made, late or due within MAPPE_DUE_SOON_DAYS
 * @MAPPE_DUE_UNCONFIRMED: meeting whose day is over, but nobody wrote that it was held or cancelled
 * @MAPPE_DUE_MINUTES: held meeting whose minutes were not sent
 * @MAPPE_DUE_WITH_CHAIR: minutes that are with the chair for more than MAPPE_DUE_CHAIR_DAYS
 * @MAPPE_DUE_APPROVAL: minutes sent but not approved, though the body met again
 * @MAPPE_DUE_DEFERRED: item deferred within the last MAPPE_DUE_DEFERRED_DAYS that is on no later agenda
 * @MAPPE_DUE_OBJECTION: objection to minutes that is not decided
 * @MAPPE_DUE_USE_REPORT: proof of use not handed in, late or due within MAPPE_DUE_REPORT_DAYS
 * @MAPPE_DUE_REVIEW: agreement whose review is late or due within MAPPE_DUE_REPORT_DAYS
 * @MAPPE_DUE_NUMBERS: indicator without a value for at least one period
 * @MAPPE_DUE_TERM: term of office of a person that ended or ends within MAPPE_DUE_TERM_DAYS
 * @MAPPE_DUE_MEMBERSHIP: membership of a body that ends within MAPPE_DUE_TERM_DAYS
 * @MAPPE_DUE_UNDERTAKING: nominated member without a signed undertaking
 * @MAPPE_DUE_DEBRIEF: event that is over without its debrief, late or due within MAPPE_DUE_SOON_DAYS
 * @MAPPE_DUE_CONSENT: consent that an office has not given to the concept of an event that is not over and begins
 *   within MAPPE_DUE_REPORT_DAYS
 * @MAPPE_DUE_CLOSURE: road that is closed
 * @MAPPE_DUE_GRANT_REPORT: proof of use of a granted application, late or due within MAPPE_DUE_REPORT_DAYS
 * @MAPPE_DUE_APPLICATION: deadline of an application that is being written, over or within MAPPE_DUE_REPORT_DAYS
 * @MAPPE_DUE_TRAINING: training of a volunteer, late or due within MAPPE_DUE_SOON_DAYS
 * @MAPPE_DUE_VOLUNTEER: volunteer without an undertaking
 * @MAPPE_DUE_CONTRIBUTIONS: one entry: the oldest contribution that waits for an answer for more than
 *   MAPPE_DUE_ANSWER_DAYS
 * @MAPPE_DUE_PATROLS: one entry: the oldest patrol that is over and that nobody has reported on
 * @MAPPE_DUE_RECORDS: one entry: the record that is longest past its retention period
 * @MAPPE_DUE_STANDING: one entry: how the council stands
 */
typedef enum {
  MAPPE_DUE_TASK,
  MAPPE_DUE_DECISION,
  MAPPE_DUE_OPEN,
  MAPPE_DUE_MEETING,
  MAPPE_DUE_CALL,
  MAPPE_DUE_PAPERS,
  MAPPE_DUE_NOTICE,
  MAPPE_DUE_UNCONFIRMED,
  MAPPE_DUE_MINUTES,
  MAPPE_DUE_WITH_CHAIR,
  MAPPE_DUE_APPROVAL,
  MAPPE_DUE_DEFERRED,
  MAPPE_DUE_OBJECTION,
  MAPPE_DUE_USE_REPORT,
  MAPPE_DUE_REVIEW,
  MAPPE_DUE_NUMBERS,
  MAPPE_DUE_TERM,
  MAPPE_DUE_MEMBERSHIP,
  MAPPE_DUE_UNDERTAKING,
  MAPPE_DUE_DEBRIEF,
  MAPPE_DUE_CONSENT,
  MAPPE_DUE_CLOSURE,
  MAPPE_DUE_GRANT_REPORT,
  MAPPE_DUE_APPLICATION,
  MAPPE_DUE_TRAINING,
  MAPPE_DUE_VOLUNTEER,
  MAPPE_DUE_CONTRIBUTIONS,
  MAPPE_DUE_PATROLS,
  MAPPE_DUE_RECORDS,
  MAPPE_DUE_STANDING,
} MappeDueTopic;

#define MAPPE_DUE_SOON_DAYS 14
#define MAPPE_DUE_CHAIR_DAYS 7
#define MAPPE_DUE_REPORT_DAYS 60
#define MAPPE_DUE_DEBRIEF_DAYS 28
#define MAPPE_DUE_TERM_DAYS 90
#define MAPPE_DUE_DEFERRED_DAYS 730
#define MAPPE_DUE_ANSWER_DAYS 28

/** How pressing it is. */
typedef enum {
  MAPPE_DUE_AHEAD,    /* later than MAPPE_DUE_SOON_DAYS */
  MAPPE_DUE_SOON,
  MAPPE_DUE_OVERDUE,
  MAPPE_DUE_UNDATED,  /* waits for somebody, without a day */
} MappeDueLight;

/** What a meeting to come still lacks. */
typedef enum {
  MAPPE_DUE_LACKS_AGENDA       = 1 << 0,
  MAPPE_DUE_LACKS_INVITATION   = 1 << 1,
  MAPPE_DUE_LACKS_NOTICE       = 1 << 2,  /* public part, but no public notice */
  MAPPE_DUE_LACKS_PLACE        = 1 << 3,  /* or the time */
  MAPPE_DUE_LACKS_APPROVAL     = 1 << 4,  /* minutes of the last meeting of the body not approved */
  MAPPE_DUE_LACKS_LATE         = 1 << 5,  /* invited after the deadline */
} MappeDueLacks;

/**
 * MappeDueItem:
 * @topic: what kind of matter
 * @light: how pressing
 * @kind: kind of the record a click leads to
 * @id: its id
 * @reference: its reference
 * @title: its title
 * @who: (nullable): person (else the organisation) in charge
 * @where: (nullable): responsible organisation; body of a meeting, minutes, deferred item or membership; project of an
 *   indicator; title of the event of a consent; area of a closure or patrol; funding
 *   programme of an application; programme of a volunteer
 * @mark: (nullable): number of the decision, else title of the meeting, that a task comes from; number of a meeting,
 *   also of that of minutes or a deferred item; code of the source of money; code of the frequency of an indicator;
 *   code of the function of a member; code of the cause of a closure
 * @date: (nullable): the day it is due; a meeting's day; the day the body met again without approving minutes; the end
 *   of the newest period with a value; the first day of the event of a consent; the last day of a closure; the day a
 *   contribution came in or a patrol was planned for; the day an objection was raised or a member was appointed
 * @days_left: days from today to @date, negative when it is past; 0 without @date
 * @deadline: (nullable): last day to receive the invitation; next meeting that can decide an objection or take up a
 *   deferred item; end of the first period without a value; last meeting, of the council's standing
 * @deadline_left: days from today to @deadline
 * @since: (nullable): day the invitation was sent; day since when minutes are with the chair; else the day of the
 *   meeting that the matter belongs to
 * @count: agenda items of a meeting; periods without value, 0 for an indicator that never had one and has no start;
 *   members of the council; contributions, patrols or records that wait
 * @of: days that the body's rule says, for a meeting, call, papers, notice or minutes; members entitled to vote
 * @papers: documents of a meeting beside invitation and minutes
 * @lacks: #MappeDueLacks of a meeting
 */
typedef struct {
  MappeDueTopic    topic;
  MappeDueLight    light;
  const MappeKind *kind;
  gint64           id;
  char            *reference;
  char            *title;
  char            *who;
  char            *where;
  char            *mark;
  char            *date;
  int              days_left;
  char            *deadline;
  int              deadline_left;
  char            *since;
  gint64           count;
  gint64           of;
  gint64           papers;
  guint            lacks;
} MappeDueItem;

/** The groups of the overview, in its order. */
typedef enum {
  MAPPE_DUE_GROUP_OVERDUE,
  MAPPE_DUE_GROUP_SOON,
  MAPPE_DUE_GROUP_MEETINGS,
  MAPPE_DUE_GROUP_OPEN,
  MAPPE_DUE_GROUP_MINUTES,
  MAPPE_DUE_GROUP_REPORTS,
  MAPPE_DUE_GROUP_EVENTS,
  MAPPE_DUE_GROUP_TERMS,
  MAPPE_DUE_GROUP_NUMBERS,
  MAPPE_DUE_N_GROUPS,
} MappeDueGroup;

GPtrArray    *mappe_due_group_items    (GPtrArray *due, MappeDueGroup group);
const char   *mappe_due_item_day       (const MappeDueItem *self, int *days_left);

void          mappe_due_item_free      (MappeDueItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeDueItem, mappe_due_item_free)

/* (element-type MappeDueItem): by topic, then by day. @today: "YYYY-MM-DD". */
GPtrArray    *mappe_store_due          (MappeStore *self, const char *today, GError **error);
void          mappe_store_due_async    (MappeStore *self, const char *today, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);
GPtrArray    *mappe_store_due_finish   (MappeStore *self, GAsyncResult *result, GError **error);

/**
 * MappeDueCounts: how much waits on each page of the window
 * @overview: late or due today
 * @meetings: minutes not sent, with the chair or not approved, objections not decided, deferred items on no agenda,
 *   meetings to confirm, invitations and notices to send within 14 days
 * @decisions: late tasks and decisions
 * @people: terms that ended or end soon, undertakings not signed
 * @projects: use reports late or due within 14 days
 * @indicators: indicators without a value for a period
 * @agreements: reviews late or due within 14 days
 * @volunteers: trainings late or due within 14 days, undertakings not given
 * @funding: proofs of use and applications late or due within 14 days
 * @citizens: contributions that wait for too long
 * @patrols: patrols without a report
 * @archive: records that are past their retention period
 * @events: debriefs late or due within 14 days, consents not given, roads closed
 */
typedef struct {
  guint overview;
  guint meetings;
  guint decisions;
  guint people;
  guint projects;
  guint indicators;
  guint agreements;
  guint events;
  guint volunteers;
  guint funding;
  guint citizens;
  guint patrols;
  guint archive;
} MappeDueCounts;

guint           mappe_due_counts_of_page      (const MappeDueCounts *self, const char *page_name);
MappeDueCounts *mappe_store_due_counts        (MappeStore *self, const char *today, GError **error);
void            mappe_store_due_counts_async  (MappeStore *self, const char *today, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
MappeDueCounts *mappe_store_due_counts_finish (MappeStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
