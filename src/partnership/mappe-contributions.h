/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-language.h"
#include "mappe-listing.h"

G_BEGIN_DECLS

/**
 * MappeContributionSum: the way of contributions
 * @received: all
 * @answered: those that were answered, also with no
 * @realised: those that a measure answers
 * @median_days: from receipt to answer; %NAN without one of which both days are known
 */
typedef struct {
  guint  received, answered, realised;
  double median_days;
} MappeContributionSum;

/**
 * MappeContributions:
 * @inputs: (element-type MappeListed): all contributions, by the day of receipt
 * @events: (element-type MappeListed): all of citizen participation, by day
 * @categories: code → label
 */
typedef struct {
  GPtrArray  *inputs, *events;
  GHashTable *categories;
} MappeContributions;

/** MappeContributionAnswer: @measure: id, or 0; @status: code of the list "input_status" */
typedef struct {
  const char *category, *answer, *status;
  gint64      measure;
} MappeContributionAnswer;

enum { MAPPE_CONTRIBUTIONS_ALL = 0, MAPPE_CONTRIBUTIONS_WITHOUT = -1 };

MappeContributions  *mappe_contributions_load     (MappeSnapshot *snapshot, const MappeLanguage *language,
                                                   GError **error);
void                 mappe_contributions_free     (MappeContributions *self);
MappeContributionSum mappe_contributions_sum      (const MappeContributions *self, gint64 event, int year);
GArray              *mappe_contributions_years    (const MappeContributions *self);
GPtrArray           *mappe_contributions_waiting  (const MappeContributions *self);
GPtrArray           *mappe_contributions_told     (const MappeContributions *self, int this_year, guint *n_left_out);
const char          *mappe_contributions_category (const MappeContributions *self, const MappeRow *input);
MappeEdit           *mappe_contribution_answer    (const MappeRow *input, const MappeContributionAnswer *answer,
                                                   const char *day, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeContributions, mappe_contributions_free)

G_END_DECLS
