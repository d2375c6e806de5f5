/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-chart-pane.h"
#include "mappe-outcome-report.h"

G_BEGIN_DECLS

/**
 * MappeEvaluationSection:
 *
 * One evaluation: its chart, the sentences that are allowed, what they rest on. Signal "trace": "How was this
 * computed?" was asked.
 */
#define MAPPE_TYPE_EVALUATION_SECTION (mappe_evaluation_section_get_type ())
G_DECLARE_FINAL_TYPE (MappeEvaluationSection, mappe_evaluation_section, MAPPE, EVALUATION_SECTION, AdwBin)

GtkWidget       *mappe_evaluation_section_new            (MappeOutcomeReport *report, const MappeReportPart *part,
                                                          gboolean first);
MappeEvaluation *mappe_evaluation_section_get_evaluation (MappeEvaluationSection *self);
MappeChartPane  *mappe_evaluation_section_get_pane       (MappeEvaluationSection *self);
guint            mappe_evaluation_section_get_kind       (MappeEvaluationSection *self);
void             mappe_evaluation_section_set_kind       (MappeEvaluationSection *self, guint kind);

G_END_DECLS
