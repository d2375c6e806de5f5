/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-language.h"
#include "mappe-listing.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_FIT_OPEN,
  MAPPE_FIT_FITS,
  MAPPE_FIT_ADAPT,
  MAPPE_FIT_NONE,
  MAPPE_FIT_N,
} MappeFit;

/** MappeTransferProposal: a condition that the data of both areas tell */
typedef struct {
  char    *topic, *source_state, *target_state;
  MappeFit fit;
} MappeTransferProposal;

/**
 * MappeTransferCheck: a transfer with all that has to be weighed
 * @profile: the best practice
 * @origin: its project
 * @source: (nullable): area of that project
 * @target: area it is taken to
 * @project: (nullable): what was made of it
 * @conditions: (element-type MappeListed)
 * @proposals: (element-type MappeTransferProposal): those whose topic is not among the conditions yet
 */
typedef struct {
  MappeListed *transfer;
  MappeRow    *profile, *origin, *project;
  MappeListed *source, *target;
  GPtrArray   *conditions, *proposals;
} MappeTransferCheck;

MappeTransferCheck *mappe_transfer_check_load     (MappeSnapshot *snapshot, gint64 id, const MappeLanguage *language,
                                                   GError **error);
void                mappe_transfer_check_free     (MappeTransferCheck *self);
MappeFit            mappe_transfer_fit_of         (const MappeRow *condition);
const char         *mappe_transfer_fit_code       (MappeFit fit);
void                mappe_transfer_check_count    (const MappeTransferCheck *self, guint counts[MAPPE_FIT_N]);
guint               mappe_transfer_check_unsolved (const MappeTransferCheck *self);
char               *mappe_transfer_check_verdict  (const MappeTransferCheck *self, const MappeLanguage *language);
GPtrArray          *mappe_transfer_check_steps    (const MappeTransferCheck *self);

/* Acts: one undo step each */
MappeEdit          *mappe_transfer_propose        (const MappeTransferCheck *self, const char *label);
gboolean            mappe_transfer_may_start      (const MappeTransferCheck *self, const char **why);
MappeEdit          *mappe_transfer_start          (const MappeTransferCheck *self, const char *title,
                                                   const char *label);
MappeEdit          *mappe_transfer_report         (const MappeTransferCheck *self, const char *result, const char *day,
                                                   const char *label);
MappeEdit          *mappe_transfer_judge          (const MappeRow *condition, MappeFit fit, const char *adaptation,
                                                   const char *label);

void                mappe_transfer_propose_from   (MappeSnapshot *snapshot, MappeTransferCheck *self,
                                                   const MappeLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeTransferCheck, mappe_transfer_check_free)

G_END_DECLS
