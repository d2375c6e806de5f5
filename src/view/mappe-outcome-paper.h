/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mappe-outcome-entry.h"
#include "mappe-outcome-report.h"

G_BEGIN_DECLS

/**
 * MappeOutcomePaper:
 *
 * A report on pages: for each measure its charts in print, all sentences with their limits, the level of evidence, how
 * it was computed, what else was examined, and apart from it what is known of the programme; or the list of outcomes.
 * Of one thread at a time.
 */
typedef struct _MappeOutcomePaper MappeOutcomePaper;

/* A4, in points. */
#define MAPPE_OUTCOME_PAPER_WIDTH 595.28
#define MAPPE_OUTCOME_PAPER_HEIGHT 841.89

MappeOutcomePaper *mappe_outcome_paper_new       (const MappeOutcomeReport *report, double width, double height);
MappeOutcomePaper *mappe_outcome_paper_new_list  (const MappeOutcomeSelection *selection, double width,
                                                  double height);
MappeOutcomePaper *mappe_outcome_paper_new_chart (MappeChart *chart, const char *title, double width, double height);
void               mappe_outcome_paper_free      (MappeOutcomePaper *self);
guint              mappe_outcome_paper_n_pages   (const MappeOutcomePaper *self);
void               mappe_outcome_paper_draw      (const MappeOutcomePaper *self, guint page, cairo_t *cr);
GBytes            *mappe_outcome_paper_to_pdf    (const MappeOutcomePaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOutcomePaper, mappe_outcome_paper_free)

G_END_DECLS
