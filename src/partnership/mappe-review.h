/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-language.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeReviewClause: a clause of the sheet
 * @clause: the clause
 * @offices: names of those responsible, separated by ", "; may be empty
 * @measures: what its measures have come to, separated by ", "; may be empty
 * @mine: (nullable): what the review says of it so far
 * @evidence: what the data holds for the year, in sentences; frozen once it was signed off; may be empty
 */
typedef struct {
  MappeRow *clause;
  char     *offices;
  char     *measures;
  MappeRow *mine;
  char     *evidence;
} MappeReviewClause;

/**
 * MappeReview: the sheet of an agreement for a year, of one state of the file
 * @agreement: the agreement
 * @year: of the review
 * @from: first day that is counted
 * @to: last day that is counted: the end of the year, or today
 * @review: (nullable): its record, %NULL before anything was written
 * @decision: (nullable): title of the decision it was signed off with
 * @clauses: (element-type MappeReviewClause): in the order of their references
 * @codes: labels of codes
 * @language: (nullable): of the sentences
 */
typedef struct {
  MappeRow   *agreement;
  int         year;
  char       *from, *to;
  MappeRow   *review;
  char       *decision;
  GPtrArray  *clauses;
  MappeCodes *codes;
  const MappeLanguage *language;
} MappeReview;

MappeReview *mappe_review_load      (MappeSnapshot *snapshot, gint64 agreement, int year, const char *today,
                                     const MappeLanguage *language, GError **error);
void         mappe_review_free      (MappeReview *self);
gboolean     mappe_review_is_signed (const MappeReview *self);
const char  *mappe_review_fulfilment (const MappeReviewClause *clause);
GPtrArray   *mappe_review_unanchored (MappeSnapshot *snapshot, GError **error);

/* mappe-review-acts.c */
MappeEdit   *mappe_review_judge     (const MappeReview *self, const MappeReviewClause *clause, const char *fulfilment,
                                     const char *remark, GError **error);
MappeEdit   *mappe_review_sign_off  (const MappeReview *self, gint64 decision, const char *day, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeReview, mappe_review_free)

G_END_DECLS
