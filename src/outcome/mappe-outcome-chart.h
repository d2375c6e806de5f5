/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-evaluation.h"

G_BEGIN_DECLS

/**
 * MappeOutcomeChart: the charts of OUTCOMES 6 that an evaluation can be shown as
 */
typedef enum {
  MAPPE_OUTCOME_CHART_RUN,
  MAPPE_OUTCOME_CHART_CONTROL,
  MAPPE_OUTCOME_CHART_INDEX,
  MAPPE_OUTCOME_CHART_CHANGE,
  MAPPE_OUTCOME_CHART_INTERRUPTED,
  MAPPE_OUTCOME_CHART_LIKERT,
  MAPPE_OUTCOME_CHART_FOREST,
  MAPPE_OUTCOME_CHART_DISPLACEMENT,
  MAPPE_OUTCOME_CHART_SEASON,
  MAPPE_OUTCOME_CHART_CUMULATED,
  MAPPE_OUTCOME_CHART_GOALS,
  MAPPE_OUTCOME_CHART_FUNNEL,
  MAPPE_OUTCOME_CHART_MULTIPLES,
  MAPPE_OUTCOME_CHART_N,
} MappeOutcomeChart;

guint       mappe_outcome_chart_kinds     (const MappeEvaluation *evaluation, MappeOutcomeChart *kinds);
const char *mappe_outcome_chart_word      (MappeOutcomeChart kind);
gboolean    mappe_outcome_chart_from_word (const char *word, MappeOutcomeChart *kind);
const char *mappe_outcome_chart_label     (MappeOutcomeChart kind, const MappeLanguage *language);
MappeChart *mappe_outcome_chart_new       (const MappeEvaluation *evaluation, MappeOutcomeChart kind,
                                           const MappeLanguage *language);

G_END_DECLS
