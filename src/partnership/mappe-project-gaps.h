/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/**
 * MappeGapFactor: a priority factor and what is done about it
 * @factor: record of the kind "project-factor"
 * @project: whose profile it is of
 * @used: (element-type MappeGapProgramme): programmes in use that work on it
 * @listed: (element-type MappeGapProgramme): programmes that would, but that nobody uses
 */
typedef struct {
  MappeRow  *factor;
  MappeRow  *project;
  GPtrArray *used, *listed;
} MappeGapFactor;

/**
 * MappeGapProgramme: a programme and what it is for
 * @programme: record of the kind "prevention-programme"
 * @users: (element-type MappeRow): projects, planned, running or paused, that use it
 * @factors: (element-type utf8): names of the factors that it works on
 * @firsts: (element-type MappeGapFactor): priorities among them; (transfer none)
 */
typedef struct {
  MappeRow  *programme;
  GPtrArray *users;
  GPtrArray *factors;
  GPtrArray *firsts;
} MappeGapProgramme;

/**
 * MappeProjectGaps: priority factors without a programme, and programmes without such a factor
 * @factors: (element-type MappeGapFactor): the priorities of all projects that are not over
 * @programmes: (element-type MappeGapProgramme): all of the list, those in use first
 */
typedef struct {
  GPtrArray *factors;
  GPtrArray *programmes;
} MappeProjectGaps;

MappeProjectGaps *mappe_project_gaps_load      (MappeSnapshot *snapshot, GError **error);
void              mappe_project_gaps_free      (MappeProjectGaps *self);
guint             mappe_project_gaps_n_open    (const MappeProjectGaps *self);
guint             mappe_project_gaps_n_aimless (const MappeProjectGaps *self);
char             *mappe_gap_factor_words       (const MappeGapFactor *self, const MappeLanguage *language);
char             *mappe_gap_programme_words    (const MappeGapProgramme *self, const MappeLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeProjectGaps, mappe_project_gaps_free)

G_END_DECLS
