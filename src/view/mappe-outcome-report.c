/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-report.h"

#include "mappe-code.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-project.h"
#include "mappe-snapshot.h"

typedef struct {
  const MappeKind *kind;
  gint64           id;
} Wanted;

static void
part_free (MappeReportPart *part)
{
  mappe_evaluation_unref (part->evaluation);
  g_clear_pointer (&part->chart, mappe_chart_unref);
  g_free (part);
}

static void
measure_free (MappeReportMeasure *measure)
{
  mappe_outcome_unref (measure->outcome);
  g_ptr_array_unref (measure->parts);
  g_free (measure);
}

MappeOutcomeReport *
mappe_outcome_report_ref (MappeOutcomeReport *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mappe_outcome_report_unref (MappeOutcomeReport *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->title);
  g_clear_pointer (&self->project, mappe_row_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_ptr_array_unref (self->measures);
  g_free (self);
}

/* --- on the reader's thread --- */

static MappeReportPart *
part_new (MappeEvaluation *evaluation)
{
  MappeReportPart *part = g_new0 (MappeReportPart, 1);

  part->evaluation = mappe_evaluation_ref (evaluation);
  part->n_kinds = mappe_outcome_chart_kinds (evaluation, part->kinds);
  if (part->n_kinds > 0)
    part->chart = mappe_outcome_chart_new (evaluation, part->kinds[0], NULL);
  return part;
}

/* @outcome: (transfer full) */
static void
add_measure (MappeOutcomeReport *self, MappeOutcome *outcome)
{
  g_autoptr (GPtrArray) evaluations = mappe_evaluation_list (outcome);
  MappeReportMeasure *measure = g_new0 (MappeReportMeasure, 1);

  measure->outcome = outcome;
  measure->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  for (guint i = 0; i < evaluations->len; i++)
    g_ptr_array_add (measure->parts, part_new (g_ptr_array_index (evaluations, i)));
  g_ptr_array_add (self->measures, measure);
}

static gboolean
load_project (MappeOutcomeReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) outcomes = NULL;

  self->project = mappe_snapshot_load (snapshot, self->kind, self->id, error);
  if (self->project == NULL)
    return FALSE;
  outcomes = mappe_outcome_list (snapshot, self->id, error);
  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    {
      MappeOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (outcome->cases->len > 0 || outcome->goals->len > 0)
        add_measure (self, mappe_outcome_ref (outcome));
    }
  self->title = g_strdup (mappe_row_get_text (self->project, MAPPE_PROJECT_TITLE));
  return outcomes != NULL;
}

static gboolean
load_one (MappeOutcomeReport *self, MappeSnapshot *snapshot, GError **error)
{
  MappeOutcome *outcome = self->kind == &mappe_indicator_kind ? mappe_outcome_of (snapshot, self->id, error)
                                                              : mappe_outcome_load (snapshot, self->id, error);

  if (outcome == NULL)
    return FALSE;
  self->project = outcome->project != NULL ? mappe_row_ref (outcome->project) : NULL;
  self->title = g_strdup (mappe_outcome_get_title (outcome));
  add_measure (self, outcome);
  return TRUE;
}

static gboolean
load_codes (MappeOutcomeReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);

  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows != NULL;
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeOutcomeReport) self = g_new0 (MappeOutcomeReport, 1);
  gboolean done;

  g_atomic_ref_count_init (&self->references);
  self->kind = wanted->kind;
  self->id = wanted->id;
  self->measures = g_ptr_array_new_with_free_func ((GDestroyNotify) measure_free);
  done = self->kind == &mappe_project_kind ? load_project (self, snapshot, error) : load_one (self, snapshot, error);
  return done && load_codes (self, snapshot, error) ? g_steal_pointer (&self) : NULL;
}

/* --- for the window --- */

/** mappe_outcome_report_allows: Returns: whether there is something to evaluate of records of @kind */
gboolean
mappe_outcome_report_allows (const MappeKind *kind)
{
  return kind == &mappe_measure_kind || kind == &mappe_project_kind || kind == &mappe_indicator_kind;
}

/**
 * mappe_outcome_report_concerns:
 * @touched: (nullable) (element-type MappeTouched): records that were changed; %NULL: anything
 *
 * Returns: whether figures or words may be others now
 */
gboolean
mappe_outcome_report_concerns (const GArray *touched)
{
  static const char *const kinds[] = { "measure", "measure-goal", "indicator", "indicator-value", "survey-result",
                                       "series-mark", "project", "area", "code", NULL };

  if (touched == NULL)
    return TRUE;
  for (guint i = 0; i < touched->len; i++)
    if (g_strv_contains (kinds, g_array_index (touched, MappeTouched, i).kind->name))
      return TRUE;
  return FALSE;
}

/** mappe_outcome_report_async: Reads and reckons what may be said of a measure, an indicator or a project. */
void
mappe_outcome_report_async (MappeStore *store, const MappeKind *kind, gint64 id, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  Wanted wanted = { kind, id };

  g_return_if_fail (mappe_outcome_report_allows (kind));
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_job, g_memdup2 (&wanted, sizeof wanted), g_free,
                          (GDestroyNotify) mappe_outcome_report_unref, cancellable, callback, data);
}

/** mappe_outcome_report_finish: Returns: (transfer full) (nullable): the report; %NULL with a #MappeStoreError */
MappeOutcomeReport *
mappe_outcome_report_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}

/* --- a chart that somebody wants to see --- */

typedef struct {
  MappeOutcomeReport    *report;  /* keeps @part alive */
  const MappeReportPart *part;
  guint                  kind;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  mappe_outcome_report_unref (drawing->report);
  g_free (drawing);
}

static void
chart_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Drawing *drawing = data;

  g_task_return_pointer (task,
                         mappe_outcome_chart_new (drawing->part->evaluation, drawing->part->kinds[drawing->kind], NULL),
                         (GDestroyNotify) mappe_chart_unref);
}

/** mappe_outcome_report_chart_async: Makes the chart number @kind of @part, of @self, in a thread of its own. */
void
mappe_outcome_report_chart_async (MappeOutcomeReport *self, const MappeReportPart *part, guint kind,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Drawing *drawing = g_new (Drawing, 1);

  g_assert (kind < part->n_kinds);
  *drawing = (Drawing) { mappe_outcome_report_ref (self), part, kind };
  g_task_set_source_tag (task, mappe_outcome_report_chart_async);
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, chart_thread);
}

/** mappe_outcome_report_chart_finish: Returns: (transfer full) (nullable): the chart; %NULL when it was cancelled */
MappeChart *
mappe_outcome_report_chart_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
