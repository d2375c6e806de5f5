/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** Months ahead within which terms of office that end are told. */
enum { MAPPE_STANDING_TERM_MONTHS = 6 };

/** How the rhythm of a body is kept. */
typedef enum {
  MAPPE_RHYTHM_NONE,    /* it has none of its own */
  MAPPE_RHYTHM_KEPT,    /* the next meeting is in time */
  MAPPE_RHYTHM_OPEN,    /* there is time left, but no meeting is planned in it */
  MAPPE_RHYTHM_BROKEN,  /* the day by which it should have met is over, or it never met */
} MappeRhythm;

/** By what a body falls under the minimum that it has set for itself. */
typedef enum {
  MAPPE_LACKS_MEMBERS  = 1 << 0,
  MAPPE_LACKS_MEETINGS = 1 << 1,
  MAPPE_LACKS_RHYTHM   = 1 << 2,
} MappeStandingLacks;

/**
 * MappeStandingActivity: what was done in the last twelve months
 * @meetings: held
 * @decisions: of these meetings
 * @measures: begun
 * @running: measures under way today
 * @patrols: held; only of the whole council
 * @open: decisions not done, whenever they were taken
 * @late: those of them whose day is over
 */
typedef struct {
  guint meetings, decisions, measures, running, patrols, open, late;
} MappeStandingActivity;

/**
 * MappeStandingBody: how a body stands
 * @last: (nullable): the meeting held last
 * @next: (nullable): the next one that is planned
 * @due_on: (nullable): day by which it meets by its own rhythm
 * @members: people whose membership runs today, without deputies
 * @voting: those of them who are entitled to vote
 * @lacks: #MappeStandingLacks
 */
typedef struct {
  MappeRow             *body, *last, *next;
  MappeRhythm           rhythm;
  char                 *due_on;
  guint                 members, voting, lacks;
  MappeStandingActivity activity;
} MappeStandingBody;

/** What is told in lists. */
typedef enum {
  MAPPE_STANDING_DECISIONS,  /* open; by day */
  MAPPE_STANDING_TERMS,      /* end within %MAPPE_STANDING_TERM_MONTHS */
  MAPPE_STANDING_GRANTS,     /* granted and not paid */
  MAPPE_STANDING_BUDGETS,    /* planned and not spent */
  MAPPE_STANDING_REPORTS,    /* use reports that are due */
  MAPPE_STANDING_DEBRIEFS,   /* overdue */
  MAPPE_STANDING_REVIEWS,    /* of agreements, due within %MAPPE_DUE_REPORT_DAYS */
  MAPPE_STANDING_N_TOPICS,
} MappeStandingTopic;

/**
 * MappeStandingEntry: a line of a list, and the record it leads to
 * @about: (nullable): body, office or programme; of a finance line the code of its source
 * @date: (nullable): day it is due
 * @days_left: until @date, negative when it is over
 * @cents: amount
 */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  char            *reference, *title, *about, *date;
  int              days_left;
  gint64           cents;
} MappeStandingEntry;

/**
 * MappeStandingReport: how the council stands on a day
 * @from: first day of the last twelve months, of which @today is the last
 * @bodies: (element-type MappeStandingBody): those that are active, the plenary and its like first
 * @last: (nullable): the meeting held last of all bodies
 * @next: (nullable): their next one
 * @members: people in any body
 * @council: sums of all bodies, and what belongs to none
 * @entries: (element-type MappeStandingEntry): of each topic, by day
 * @codes: labels of sources of money
 */
typedef struct {
  char                 *today, *from;
  GPtrArray            *bodies;
  const MappeRow       *last, *next;
  guint                 members;
  MappeStandingActivity council;
  GPtrArray            *entries[MAPPE_STANDING_N_TOPICS];
  MappeCodes           *codes;
} MappeStandingReport;

MappeStandingReport *mappe_standing_report_load       (MappeSnapshot *snapshot, const char *today, GError **error);
void                 mappe_standing_report_free       (MappeStandingReport *self);
guint                mappe_standing_report_n_warnings (const MappeStandingReport *self);
gint64               mappe_standing_report_sum        (const MappeStandingReport *self, MappeStandingTopic topic);
char                *mappe_standing_months_after      (const char *day, int months);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeStandingReport, mappe_standing_report_free)

G_END_DECLS
