/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation-words.h"
#include "mappe-outcome-direction.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeOutcomeEntry: a measure in the list of outcomes
 * @evaluation: of its main indicator, of its first one, or of its goals
 * @n_evaluations: how many there are
 * @measure: id
 * @title: of the measure
 * @project_id: id, 0 for none
 * @project: (nullable): title of its project
 * @area_id: id, 0 for none
 * @area: (nullable): name of the area
 * @finding: the first sentence that is allowed
 * @direction: which way it went
 * @level: of evidence, -1 for goals
 * @first_year: in which it began; 0: unknown
 * @last_year: in which it ends, or the last one with figures
 * @line: (element-type double): figures of the measure area for a small line; %NAN for gaps and what is not shown
 * @start: place of the start in @line, or -1
 * @text: what the search looks through, folded
 */
typedef struct {
  MappeEvaluation *evaluation;
  guint            n_evaluations;
  gint64           measure, project_id, area_id;
  const char      *title, *project, *area;
  char            *finding;
  MappeDirection   direction;
  int              level;
  int              first_year, last_year;
  GArray          *line;
  int              start;
  char            *text;
} MappeOutcomeEntry;

/* Points of a line; more are not told apart in its width. */
#define MAPPE_OUTCOME_LINE_MOST 96

/**
 * MappeOutcomeSelection: those of a list that are shown, for other threads too
 * @entries: (element-type MappeOutcomeEntry): in their order
 * @words: how they were chosen: "12 of 40 measures · Schlossgarten · 2024"
 */
typedef struct {
  gatomicrefcount references;
  GPtrArray      *all;      /* keeps @entries alive */
  GPtrArray      *entries;
  char           *words;
} MappeOutcomeSelection;

MappeOutcomeSelection *mappe_outcome_selection_new   (GPtrArray *all, const GPtrArray *entries, const char *words);
MappeOutcomeSelection *mappe_outcome_selection_ref   (MappeOutcomeSelection *self);
void                   mappe_outcome_selection_unref (MappeOutcomeSelection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOutcomeSelection, mappe_outcome_selection_unref)

char      *mappe_outcome_entry_place    (const MappeOutcomeEntry *entry);
char      *mappe_outcome_entry_steps    (const MappeOutcomeEntry *entry);
void       mappe_outcome_entries_async  (MappeStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer data);
GPtrArray *mappe_outcome_entries_finish (MappeStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
