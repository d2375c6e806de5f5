/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-codes.h"
#include "mappe-evaluation.h"
#include "mappe-listing.h"
#include "mappe-project-gaps.h"
#include "mappe-project-steps.h"

G_BEGIN_DECLS

/**
 * MappeProjectIndicator:
 * @indicator: its record
 * @series: (nullable): its values; %NULL where there are too many or none
 * @evaluation: (nullable): what may be said of it
 */
typedef struct {
  MappeListed     *indicator;
  MappeSeries     *series;
  MappeEvaluation *evaluation;
} MappeProjectIndicator;

/** What an indicator lacks to be a goal. */
typedef enum {
  MAPPE_GOAL_WHOLE         = 0,
  MAPPE_GOAL_LACKS_BASELINE = 1 << 0,
  MAPPE_GOAL_LACKS_TARGET   = 1 << 1,
} MappeGoalLack;

/**
 * MappeProjectFile: what the council knows of a project, of one state of the file
 * @project: its record
 * @programme: (nullable): the prevention programme that it uses
 * @steps: (element-type MappeProjectStep)
 * @measures: (element-type MappeListed): by reference
 * @partners: (element-type MappeListed)
 * @indicators: (element-type MappeProjectIndicator): by reference
 * @evaluations: (element-type MappeEvaluation): of all its measures, main indicators first
 * @items: (element-type MappeListed): of agendas, by reference
 * @decisions: (element-type MappeListed): made at them
 * @tasks: (element-type MappeListed): that follow from both
 * @practice: (element-type MappeListed): best-practice profiles
 * @factors: (element-type MappeRow): see mappe_project_factors_load()
 * @chart: (nullable): profile of the factors
 * @gaps: of all projects
 */
typedef struct {
  MappeListed      *project;
  MappeRow         *programme;
  MappeCodes       *codes;
  GPtrArray        *steps;
  GPtrArray        *measures, *partners, *indicators, *evaluations;
  GPtrArray        *items, *decisions, *tasks, *practice;
  GPtrArray        *factors;
  MappeChart       *chart;
  MappeProjectGaps *gaps;
} MappeProjectFile;

MappeProjectFile *mappe_project_file_load      (MappeSnapshot *snapshot, gint64 id, const MappeLanguage *language,
                                                GError **error);
void              mappe_project_file_free      (MappeProjectFile *self);
guint             mappe_project_file_n_goals   (const MappeProjectFile *self);
guint             mappe_project_goal_lacks     (const MappeRow *indicator);
const MappeProjectIndicator *
                  mappe_project_file_next_goal (const MappeProjectFile *self);
gboolean          mappe_project_file_may_go    (const MappeProjectFile *self, guint step);
const MappeEvaluation *
                  mappe_project_file_of_measure (const MappeProjectFile *self, gint64 measure);
const char       *mappe_project_file_code      (const MappeProjectFile *self, const MappeRow *row, guint field,
                                                const MappeLanguage *language);
const MappeGapFactor *
                  mappe_project_file_gap       (const MappeProjectFile *self, const MappeRow *factor);
const MappeGapProgramme *
                  mappe_project_file_programme (const MappeProjectFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeProjectFile, mappe_project_file_free)

G_END_DECLS
