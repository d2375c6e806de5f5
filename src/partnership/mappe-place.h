/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-listing.h"
#include "mappe-patrols.h"
#include "mappe-site-audits.h"

G_BEGIN_DECLS

enum { MAPPE_PLACE_NEW, MAPPE_PLACE_IN_PROGRESS, MAPPE_PLACE_ANSWERED, MAPPE_PLACE_REJECTED, MAPPE_PLACE_STATES };

/**
 * MappePlaceFile: what the council knows of an area
 * @projects: (element-type MappeListed): by reference
 * @measures: (element-type MappeListed): of these projects
 * @events: (element-type MappeListed): citizen participation there, by day
 * @transfers: (element-type MappeListed): best practice taken there
 * @inputs: contributions by their state
 * @realised: contributions that a measure answers
 * @patrols: of the twelve months before @today
 * @chart: (nullable): the first and the last audit
 */
typedef struct {
  MappeListed     *area;
  MappeSiteAudits *audits;
  GPtrArray       *projects, *measures, *events, *transfers;
  guint            inputs[MAPPE_PLACE_STATES], n_inputs, realised;
  MappePatrolSum   patrols;
  char            *patrols_from;
  MappeChart      *chart;
} MappePlaceFile;

MappePlaceFile *mappe_place_file_load (MappeSnapshot *snapshot, gint64 area, const char *today,
                                       const MappeLanguage *language, GError **error);
void            mappe_place_file_free (MappePlaceFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePlaceFile, mappe_place_file_free)

G_END_DECLS
