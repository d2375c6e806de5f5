/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-indicator-series.h"

G_BEGIN_DECLS

/**
 * MappeOutcomeCase: an indicator of a measure with what it can be compared with
 * @series: the measure area
 * @buffer: (nullable): its surroundings, where cases may have moved to
 * @comparison: (nullable): an area without the measure
 * @buffer_comparison: (nullable): the comparison for the surroundings
 * @surveys: (element-type MappeRow): rounds of a survey, by day
 * @comparison_surveys: (nullable) (element-type MappeRow): those of the comparison area
 * @is_main: the one indicator chosen before (OUTCOMES 1.10)
 */
typedef struct {
  MappeSeries *series;
  MappeSeries *buffer;
  MappeSeries *comparison;
  MappeSeries *buffer_comparison;
  GPtrArray   *surveys;
  GPtrArray   *comparison_surveys;
  gboolean     is_main;
} MappeOutcomeCase;

/**
 * MappeOutcome: what is recorded of the outcome of a measure, of one state of the file. Reference counted and never
 * changed, for any thread.
 * @measure: (nullable): the measure; %NULL for an indicator of the whole town, and for all measures of a project
 * @project: (nullable): its project
 * @area: (nullable): area of the project
 * @cases: (element-type MappeOutcomeCase): main indicator first
 * @parts: (nullable) (element-type MappeOutcome): of all measures of a project: each of them; @cases are then theirs
 * @goals: (element-type MappeRow)
 * @marks: (element-type MappeRow): of the measure and its indicators, by day
 * @codes: labels of codes
 * @start: (nullable): first day of the measure
 * @rollout_until: (nullable): day on which it was fully in place
 */
typedef struct {
  gatomicrefcount references;
  MappeRow       *measure;
  MappeRow       *project;
  MappeRow       *area;
  GPtrArray      *cases;
  GPtrArray      *parts;
  GPtrArray      *goals;
  GPtrArray      *marks;
  MappeCodes     *codes;
  const char     *start;
  const char     *rollout_until;
} MappeOutcome;

MappeOutcome *mappe_outcome_load      (MappeSnapshot *snapshot, gint64 measure, GError **error);
MappeOutcome *mappe_outcome_of        (MappeSnapshot *snapshot, gint64 indicator, GError **error);
GPtrArray    *mappe_outcome_list      (MappeSnapshot *snapshot, gint64 project, GError **error);
MappeOutcome *mappe_outcome_ref       (MappeOutcome *self);
void          mappe_outcome_unref     (MappeOutcome *self);
const char   *mappe_outcome_get_title (const MappeOutcome *self);
gboolean      mappe_outcome_is_like   (const MappeOutcomeCase *one, const MappeOutcomeCase *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOutcome, mappe_outcome_unref)

G_END_DECLS
