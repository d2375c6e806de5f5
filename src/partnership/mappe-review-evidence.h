/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeEvidencePatrols: patrols of a clause
 * @begins: (nullable): first day that is counted: that of the year, or of the log where it begins later
 * @planned: all that were planned, whatever became of them
 * @held: that took place
 * @cancelled: that did not
 * @unreported: are over, and nobody has said what became of them
 * @weeks: whole weeks since @begins
 * @weeks_met: those with as many patrols as the duty says
 */
typedef struct {
  char *begins;
  guint planned, held, cancelled, unreported;
  guint weeks, weeks_met;
} MappeEvidencePatrols;

/** MappeEvidenceShare: @n: that meet the duty; @late: met it late; @missing: did not, and it is due; @of: all */
typedef struct {
  guint n, late, missing, of;
} MappeEvidenceShare;

/** MappeEvidenceSum: @n: how many; @sum: participants; @active: volunteers in the last quarter of each programme;
 * @hours: of volunteers; @median: minutes, NAN without any */
typedef struct {
  guint  n;
  gint64 sum, active;
  double hours, median;
} MappeEvidenceSum;

/**
 * MappeEvidenceMeetings: meetings of a body
 * @body: (nullable): its name; %NULL when there is no such body
 * @held: that took place
 * @cancelled: that did not
 * @unreported: are over, and nobody has said what became of them
 * @agreed: how many a year the clause says; 0 where it says nothing
 */
typedef struct {
  char *body;
  guint held, cancelled, unreported, agreed;
} MappeEvidenceMeetings;

/**
 * MappeEvidenceConcepts: concepts, which are projects that the council decides on
 * @decided: projects with a decision of the time
 * @agreed: those of them whose last one adopted or recommended them
 * @begun: projects that began in the time
 * @begun_agreed: those of them that were adopted or recommended before they began
 */
typedef struct {
  guint decided, agreed, begun, begun_agreed;
} MappeEvidenceConcepts;

/** MappeEvidenceAudits: @audits: site audits of the time; @areas: audited until then; @again: those of them that were
 * measured a second time */
typedef struct {
  guint audits, areas, again;
} MappeEvidenceAudits;

/** MappeEvidenceYear: @year: that is reviewed; @from: its first day; @to: its last day, or today; @today: what is due
 * then is not late; @language: (nullable): of the sentences */
typedef struct {
  int         year;
  const char *from, *to, *today;
  const MappeLanguage *language;
} MappeEvidenceYear;

enum { MAPPE_DEBRIEF_DAYS = 28 };  /* after the end of an event */

gboolean mappe_evidence_patrols       (MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
                                       MappeEvidencePatrols *evidence, GError **error);
gboolean mappe_evidence_large_events  (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                                       MappeEvidenceShare *evidence, GError **error);
gboolean mappe_evidence_debriefs      (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                                       MappeEvidenceShare *evidence, GError **error);
gboolean mappe_evidence_participation (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                                       MappeEvidenceSum *evidence, GError **error);
gboolean mappe_evidence_volunteers    (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                                       MappeEvidenceSum *evidence, GError **error);
gboolean mappe_evidence_closures      (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                                       MappeEvidenceSum *evidence, GError **error);

/* mappe-review-council.c */
gboolean mappe_evidence_meetings      (MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
                                       MappeEvidenceMeetings *evidence, GError **error);
gboolean mappe_evidence_concepts      (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                                       MappeEvidenceConcepts *evidence, GError **error);
gboolean mappe_evidence_audits        (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                                       MappeEvidenceAudits *evidence, GError **error);

/* mappe-review-words.c */
char    *mappe_evidence_words         (MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
                                       GError **error);

G_END_DECLS
