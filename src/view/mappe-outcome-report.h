/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation-words.h"
#include "mappe-outcome-chart.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeReportPart: one evaluation with its usual chart
 * @evaluation: what was reckoned
 * @n_kinds: number of charts that its data allow
 * @kinds: what they are, the usual one first; the others are made when somebody wants to see them
 * @chart: (nullable): the usual one, finished
 */
typedef struct {
  MappeEvaluation  *evaluation;
  guint             n_kinds;
  MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];
  MappeChart       *chart;
} MappeReportPart;

/** MappeReportMeasure: @outcome: what is recorded; @parts: (element-type MappeReportPart): main indicator first */
typedef struct {
  MappeOutcome *outcome;
  GPtrArray    *parts;
} MappeReportMeasure;

/**
 * MappeOutcomeReport: all that is said of a measure, an indicator or the measures of a project, made on a reader's
 * thread and never changed
 * @kind: what was asked for
 * @id: of it
 * @title: of the measure, indicator or project
 * @project: (nullable): the project it belongs to
 * @codes: labels of codes
 * @measures: (element-type MappeReportMeasure): one, or all of the project that have indicators or goals
 */
typedef struct {
  gatomicrefcount  references;
  const MappeKind *kind;
  gint64           id;
  char            *title;
  MappeRow        *project;
  MappeCodes      *codes;
  GPtrArray       *measures;
} MappeOutcomeReport;

void                mappe_outcome_report_async  (MappeStore *store, const MappeKind *kind, gint64 id,
                                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                                 gpointer data);
MappeOutcomeReport *mappe_outcome_report_finish (MappeStore *store, GAsyncResult *result, GError **error);
gboolean            mappe_outcome_report_allows (const MappeKind *kind);
gboolean            mappe_outcome_report_concerns (const GArray *touched);
void                mappe_outcome_report_chart_async (MappeOutcomeReport *self, const MappeReportPart *part, guint kind,
                                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                                      gpointer data);
MappeChart         *mappe_outcome_report_chart_finish (GAsyncResult *result);
MappeOutcomeReport *mappe_outcome_report_ref    (MappeOutcomeReport *self);
void                mappe_outcome_report_unref  (MappeOutcomeReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOutcomeReport, mappe_outcome_report_unref)

G_END_DECLS
