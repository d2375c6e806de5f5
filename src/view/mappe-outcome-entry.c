/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-entry.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "mappe-area.h"
#include "mappe-measure.h"
#include "mappe-project.h"
#include "mappe-text.h"

static void
entry_free (MappeOutcomeEntry *entry)
{
  mappe_evaluation_unref (entry->evaluation);
  g_array_unref (entry->line);
  g_free (entry->finding);
  g_free (entry->text);
  g_free (entry);
}

/* --- the small line --- */

static double
shown_value (const MappePoint *point)
{
  return point->hidden || point->excluded ? NAN : point->value;
}

/* Of each stretch the first figure that is shown: enough for a line of a finger's width. */
static void
draw_series (MappeOutcomeEntry *entry, const MappeSeries *series)
{
  guint n = series->points->len, stretch = MAX ((n + MAPPE_OUTCOME_LINE_MOST - 1) / MAPPE_OUTCOME_LINE_MOST, 1);

  if (entry->evaluation->has_change)
    entry->start = (int) (entry->evaluation->before[MAPPE_AREA_MEASURED].to / stretch);
  for (guint i = 0; i < n; i += stretch)
    {
      double value = NAN;

      for (guint k = i; k < MIN (i + stretch, n) && isnan (value); k++)
        value = shown_value (g_ptr_array_index (series->points, k));
      g_array_append_val (entry->line, value);
    }
}

static void
draw_line (MappeOutcomeEntry *entry)
{
  const MappeEvaluation *evaluation = entry->evaluation;
  double shares[] = { evaluation->share_before.p, evaluation->share_after.p };

  entry->start = -1;
  entry->line = g_array_new (FALSE, FALSE, sizeof (double));
  if (evaluation->kind == MAPPE_EVALUATION_SURVEY)
    {
      /* Few answers would tell who gave them. */
      if (evaluation->has_change && evaluation->n_before >= MAPPE_SERIES_THRESHOLD
          && evaluation->n_after >= MAPPE_SERIES_THRESHOLD)
        g_array_append_vals (entry->line, shares, 2);
    }
  else if (evaluation->of != NULL)
    draw_series (entry, evaluation->of->series);
}

/* --- what it is found by --- */

static int
year_of (const char *iso)
{
  return iso != NULL ? atoi (iso) : 0;
}

static void
find_years (MappeOutcomeEntry *entry)
{
  const MappeOutcome *outcome = entry->evaluation->outcome;
  const char *end = mappe_row_get_text (outcome->measure, MAPPE_MEASURE_DUE_ON);
  const GPtrArray *points = entry->evaluation->of != NULL ? entry->evaluation->of->series->points : NULL;
  const MappePoint *last = points != NULL && points->len > 0 ? g_ptr_array_index (points, points->len - 1) : NULL;

  entry->first_year = year_of (outcome->start);
  entry->last_year = MAX (MAX (year_of (end), last != NULL ? year_of (last->last) : 0), entry->first_year);
}

static void
find_names (MappeOutcomeEntry *entry)
{
  const MappeOutcome *outcome = entry->evaluation->outcome;
  const MappeRow *area = entry->evaluation->of != NULL && entry->evaluation->of->series->area != NULL
                             ? entry->evaluation->of->series->area : outcome->area;
  g_autofree char *all = NULL;

  entry->measure = outcome->measure->id;
  entry->title = mappe_outcome_get_title (outcome);
  if (outcome->project != NULL)
    {
      entry->project_id = outcome->project->id;
      entry->project = mappe_row_get_text (outcome->project, MAPPE_PROJECT_TITLE);
    }
  if (area != NULL)
    {
      entry->area_id = area->id;
      entry->area = mappe_row_get_text (area, MAPPE_AREA_NAME);
    }
  all = g_strjoin (" ", entry->title != NULL ? entry->title : "", entry->project != NULL ? entry->project : "",
                   entry->area != NULL ? entry->area : "", entry->finding, NULL);
  entry->text = mappe_text_fold (all);
}

/* --- in words --- */

/** mappe_outcome_entry_place: Returns: (transfer full): "Schlossgarten · Park · since 2024" */
char *
mappe_outcome_entry_place (const MappeOutcomeEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *since = entry->first_year > 0 ? g_strdup_printf (_("since %d"), entry->first_year) : NULL;

  if (entry->project != NULL)
    g_ptr_array_add (parts, (char *) entry->project);
  if (entry->area != NULL && g_strcmp0 (entry->area, entry->project) != 0)
    g_ptr_array_add (parts, (char *) entry->area);
  if (since != NULL)
    g_ptr_array_add (parts, since);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/** mappe_outcome_entry_steps: Returns: (transfer full): "■■■■□□ 3": of six steps of evidence those that are reached */
char *
mappe_outcome_entry_steps (const MappeOutcomeEntry *entry)
{
  GString *steps = g_string_new (NULL);

  for (int i = 0; i <= 5; i++)
    g_string_append (steps, i <= entry->level ? "■" : "□");
  g_string_append_printf (steps, " %d", entry->level);
  return g_string_free (steps, FALSE);
}

/* --- a choice of them --- */

/**
 * mappe_outcome_selection_new:
 * @all: (element-type MappeOutcomeEntry): from mappe_outcome_entries_finish()
 * @entries: (element-type MappeOutcomeEntry): some of @all
 * @words: how they were chosen
 *
 * Returns: (transfer full): the choice
 */
MappeOutcomeSelection *
mappe_outcome_selection_new (GPtrArray *all, const GPtrArray *entries, const char *words)
{
  MappeOutcomeSelection *self = g_new0 (MappeOutcomeSelection, 1);

  g_atomic_ref_count_init (&self->references);
  self->all = g_ptr_array_ref (all);
  self->entries = g_ptr_array_new ();
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->entries, g_ptr_array_index (entries, i));
  self->words = g_strdup (words);
  return self;
}

MappeOutcomeSelection *
mappe_outcome_selection_ref (MappeOutcomeSelection *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mappe_outcome_selection_unref (MappeOutcomeSelection *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->all);
  g_free (self->words);
  g_free (self);
}

/* --- on the reader's thread --- */

/* Returns: (nullable): %NULL for a measure without indicators and goals */
static MappeOutcomeEntry *
entry_new (MappeOutcome *outcome)
{
  g_autoptr (GPtrArray) evaluations = mappe_evaluation_list (outcome);
  MappeOutcomeEntry *entry;

  if (evaluations->len == 0)
    return NULL;
  entry = g_new0 (MappeOutcomeEntry, 1);
  entry->evaluation = mappe_evaluation_ref (g_ptr_array_index (evaluations, 0));
  entry->n_evaluations = evaluations->len;
  entry->finding = mappe_evaluation_finding (entry->evaluation, NULL);
  entry->direction = mappe_direction_of (entry->evaluation);
  entry->level = entry->evaluation->kind == MAPPE_EVALUATION_GOALS ? -1 : entry->evaluation->grade.level;
  draw_line (entry);
  find_years (entry);
  find_names (entry);
  return entry;
}

static gpointer
list_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) outcomes = mappe_outcome_list (snapshot, 0, error);
  GPtrArray *entries;

  if (outcomes == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint i = 0; i < outcomes->len; i++)
    {
      MappeOutcomeEntry *entry = entry_new (g_ptr_array_index (outcomes, i));

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return entries;
}

/** mappe_outcome_entries_async: Reads and reckons all measures that have indicators or goals. */
void
mappe_outcome_entries_async (MappeStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  mappe_store_read_async (store, MAPPE_PRIORITY_LIST, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                          cancellable, callback, data);
}

/** mappe_outcome_entries_finish: Returns: (transfer full) (nullable) (element-type MappeOutcomeEntry): by reference of
 * the measure; %NULL with a #MappeStoreError */
GPtrArray *
mappe_outcome_entries_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}
