/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome.h"

#include <math.h>

#include "mappe-area.h"
#include "mappe-code.h"
#include "mappe-evaluation.h"
#include "mappe-indicator.h"
#include "mappe-measure-goal.h"
#include "mappe-measure.h"
#include "mappe-project.h"
#include "mappe-series-mark.h"
#include "mappe-survey-result.h"

static void
case_free (MappeOutcomeCase *self)
{
  g_clear_pointer (&self->series, mappe_series_unref);
  g_clear_pointer (&self->buffer, mappe_series_unref);
  g_clear_pointer (&self->comparison, mappe_series_unref);
  g_clear_pointer (&self->buffer_comparison, mappe_series_unref);
  g_clear_pointer (&self->surveys, g_ptr_array_unref);
  g_clear_pointer (&self->comparison_surveys, g_ptr_array_unref);
  g_free (self);
}

MappeOutcome *
mappe_outcome_ref (MappeOutcome *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mappe_outcome_unref (MappeOutcome *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->measure, mappe_row_unref);
  g_clear_pointer (&self->project, mappe_row_unref);
  g_clear_pointer (&self->area, mappe_row_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_free (self);
}

/* --- asking --- */

/* Returns: (transfer full) (nullable) (element-type MappeRow): records whose @field points to @id, by @order */
static GPtrArray *
rows_of (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, guint order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_where_id (query, field, id);
  mappe_query_order (query, order, FALSE);
  return mappe_snapshot_rows (snapshot, query, error);
}

/* Puts the record that @field points to into @found, if it points to one. Returns: whether it could be read. */
static gboolean
follow (MappeSnapshot *snapshot, const MappeRow *row, guint field, const MappeKind *kind, MappeRow **found,
        GError **error)
{
  GError *cause = NULL;

  if (row == NULL || mappe_row_is_null (row, field))
    return TRUE;
  *found = mappe_snapshot_load (snapshot, kind, mappe_row_get_int (row, field), &cause);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, cause);
  return FALSE;
}

/* --- the parts --- */

static MappeSeries **
place_of (MappeOutcomeCase *self, const MappeRow *indicator)
{
  const char *role = mappe_row_get_text (indicator, MAPPE_INDICATOR_AREA_ROLE);

  if (g_strcmp0 (role, "buffer") == 0)
    return &self->buffer;
  if (g_strcmp0 (role, "comparison") == 0)
    return &self->comparison;
  return g_strcmp0 (role, "buffer_comparison") == 0 ? &self->buffer_comparison : NULL;
}

static GPtrArray *
load_surveys (MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  return rows_of (snapshot, &mappe_survey_result_kind, MAPPE_SURVEY_RESULT_INDICATOR, indicator,
                  MAPPE_SURVEY_RESULT_HELD_ON, error);
}

/* The first of each role counts; a second one is evaluated for itself. */
static gboolean
load_comparisons (MappeOutcomeCase *self, MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  g_autoptr (GPtrArray) rows = rows_of (snapshot, &mappe_indicator_kind, MAPPE_INDICATOR_MEASURE_SERIES, indicator,
                                        MAPPE_INDICATOR_REFERENCE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      MappeSeries **place = place_of (self, row);

      if (place == NULL || *place != NULL)
        continue;
      *place = mappe_series_load (snapshot, row->id, error);
      if (*place != NULL && place == &self->comparison)
        self->comparison_surveys = load_surveys (snapshot, row->id, error);
      if (*place == NULL || (place == &self->comparison && self->comparison_surveys == NULL))
        return FALSE;
    }
  return rows != NULL;
}

static MappeOutcomeCase *
case_load (MappeSnapshot *snapshot, const MappeRow *indicator, GError **error)
{
  MappeOutcomeCase *self = g_new0 (MappeOutcomeCase, 1);

  self->is_main = mappe_row_get_int (indicator, MAPPE_INDICATOR_MAIN) != 0;
  self->series = mappe_series_load (snapshot, indicator->id, error);
  self->surveys = self->series == NULL ? NULL : load_surveys (snapshot, indicator->id, error);
  if (self->surveys != NULL && load_comparisons (self, snapshot, indicator->id, error))
    return self;
  case_free (self);
  return NULL;
}

static gboolean
is_of_measure_area (const MappeRow *indicator)
{
  const char *role = mappe_row_get_text (indicator, MAPPE_INDICATOR_AREA_ROLE);

  return mappe_row_is_null (indicator, MAPPE_INDICATOR_MEASURE_SERIES) || role == NULL
         || g_str_equal (role, "measure");
}

static gboolean
add_case (MappeOutcome *self, MappeSnapshot *snapshot, const MappeRow *indicator, GError **error)
{
  MappeOutcomeCase *added = case_load (snapshot, indicator, error);

  if (added == NULL)
    return FALSE;
  g_ptr_array_insert (self->cases, added->is_main ? 0 : -1, added);
  return TRUE;
}

static gboolean
add_marks (MappeOutcome *self, MappeSnapshot *snapshot, guint field, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows =
      rows_of (snapshot, &mappe_series_mark_kind, field, id, MAPPE_SERIES_MARK_BEGINS_ON, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);
      gboolean known = FALSE;

      for (guint k = 0; k < self->marks->len && !known; k++)
        known = ((MappeRow *) g_ptr_array_index (self->marks, k))->id == row->id;
      if (!known)
        g_ptr_array_add (self->marks, mappe_row_ref (row));
    }
  return rows != NULL;
}

static int
by_begin (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (mappe_row_get_text (*(MappeRow *const *) a, MAPPE_SERIES_MARK_BEGINS_ON),
                    mappe_row_get_text (*(MappeRow *const *) b, MAPPE_SERIES_MARK_BEGINS_ON));
}

static gboolean
load_marks (MappeOutcome *self, MappeSnapshot *snapshot, GError **error)
{
  if (self->measure != NULL && !add_marks (self, snapshot, MAPPE_SERIES_MARK_MEASURE, self->measure->id, error))
    return FALSE;
  for (guint i = 0; i < self->cases->len; i++)
    {
      const MappeOutcomeCase *of = g_ptr_array_index (self->cases, i);

      if (!add_marks (self, snapshot, MAPPE_SERIES_MARK_INDICATOR, of->series->indicator->id, error))
        return FALSE;
    }
  g_ptr_array_sort (self->marks, by_begin);
  return TRUE;
}

static gboolean
load_codes (MappeOutcome *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);

  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows != NULL;
}

/* A measure without a day of its own begins with its project. */
static void
find_start (MappeOutcome *self)
{
  if (self->measure != NULL)
    {
      self->start = mappe_row_get_text (self->measure, MAPPE_MEASURE_START_ON);
      self->rollout_until = mappe_row_get_text (self->measure, MAPPE_MEASURE_ROLLOUT_UNTIL);
    }
  if (self->start == NULL && self->project != NULL)
    self->start = mappe_row_get_text (self->project, MAPPE_PROJECT_START_ON);
}

/* --- times that are left out --- */

static gboolean
concerns (const MappeRow *mark, const MappeSeries *series)
{
  return mappe_row_is_null (mark, MAPPE_SERIES_MARK_INDICATOR)
         || mappe_row_get_int (mark, MAPPE_SERIES_MARK_INDICATOR) == series->indicator->id;
}

static void
exclude_marked (MappeOutcome *self, MappeSeries *series)
{
  for (guint i = 0; series != NULL && i < self->marks->len; i++)
    {
      const MappeRow *mark = g_ptr_array_index (self->marks, i);
      const char *first = mappe_row_get_text (mark, MAPPE_SERIES_MARK_BEGINS_ON);
      const char *last = mappe_row_get_text (mark, MAPPE_SERIES_MARK_ENDS_ON);

      if (mappe_row_get_int (mark, MAPPE_SERIES_MARK_EXCLUDED) != 0 && concerns (mark, series))
        mappe_series_exclude (series, first, last != NULL ? last : first);
    }
}

/* What is counted otherwise cannot be compared: of both sides of a break the one with the start stays. */
static void
exclude_breaks (MappeOutcome *self, MappeSeries *series)
{
  for (guint i = 0; series != NULL && i < self->marks->len; i++)
    {
      const MappeRow *mark = g_ptr_array_index (self->marks, i);
      const char *first = mappe_row_get_text (mark, MAPPE_SERIES_MARK_BEGINS_ON);
      const char *kind = mappe_row_get_text (mark, MAPPE_SERIES_MARK_KIND);

      if (g_strcmp0 (kind, "definition_break") != 0 || !concerns (mark, series))
        continue;
      if (self->start != NULL && g_strcmp0 (first, self->start) > 0)
        mappe_series_exclude (series, first, NULL);
      else
        for (guint k = 0; k < series->points->len; k++)
          {
            MappePoint *point = g_ptr_array_index (series->points, k);

            point->excluded = point->excluded || g_strcmp0 (point->first, first) < 0;
          }
    }
}

/* --- the same periods for all that are compared --- */

/* A series has no holes, so the place of a period can be reckoned. */
static MappePoint *
point_of (const MappeSeries *series, const char *period)
{
  MappePeriod wanted = mappe_period_parse (period), first;
  int place;

  if (wanted.kind == MAPPE_PERIOD_NONE || (int) wanted.kind != series->months || series->points->len == 0)
    return NULL;
  first = mappe_period_parse (((MappePoint *) g_ptr_array_index (series->points, 0))->period);
  place = mappe_period_distance (first, wanted);
  return place >= 0 && (guint) place < series->points->len ? g_ptr_array_index (series->points, place) : NULL;
}

static gboolean
counts_there (const MappeSeries *series, const char *period)
{
  const MappePoint *point = point_of (series, period);

  return point != NULL && !point->excluded && !isnan (point->value);
}

/* A month that one area has no figure for is left out of all of them, else unlike times would be compared. Answers are
 * compared round by round, whatever figures stand beside them. */
static void
align (const MappeOutcomeCase *of)
{
  MappeSeries *all[] = { of->series, of->buffer, of->comparison, of->buffer_comparison };

  if (of->comparison == NULL || of->surveys->len > 0)
    return;
  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    for (guint i = 0; all[k] != NULL && i < all[k]->points->len; i++)
      {
        MappePoint *point = g_ptr_array_index (all[k]->points, i);
        gboolean whole = TRUE;

        for (guint other = 0; other < G_N_ELEMENTS (all); other++)
          whole = whole && (all[other] == NULL || counts_there (all[other], point->period));
        point->excluded = point->excluded || !whole;
      }
}

static void
hide_small (const MappeOutcome *self, const MappeOutcomeCase *of)
{
  MappeSeries *all[] = { of->series, of->buffer, of->comparison, of->buffer_comparison };

  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    if (all[k] != NULL)
      mappe_series_hide (all[k], mappe_series_before (all[k], self->start).to,
                         mappe_series_after (all[k], self->start, self->rollout_until).from);
}

static void
leave_out (MappeOutcome *self)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const MappeOutcomeCase *of = g_ptr_array_index (self->cases, i);
      MappeSeries *all[] = { of->series, of->buffer, of->comparison, of->buffer_comparison };

      for (guint k = 0; k < G_N_ELEMENTS (all); k++)
        {
          exclude_marked (self, all[k]);
          exclude_breaks (self, all[k]);
        }
      align (of);
      hide_small (self, of);
    }
}

/* --- loading --- */

static MappeOutcome *
outcome_new (void)
{
  MappeOutcome *self = g_new0 (MappeOutcome, 1);

  g_atomic_ref_count_init (&self->references);
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  return self;
}

/* What does not depend on which indicators there are. */
static gboolean
load_frame (MappeOutcome *self, MappeSnapshot *snapshot, const MappeRow *indicator, GError **error)
{
  if (self->measure != NULL
          ? !follow (snapshot, self->measure, MAPPE_MEASURE_PROJECT, &mappe_project_kind, &self->project, error)
          : !follow (snapshot, indicator, MAPPE_INDICATOR_PROJECT, &mappe_project_kind, &self->project, error))
    return FALSE;
  find_start (self);
  return follow (snapshot, self->project, MAPPE_PROJECT_AREA, &mappe_area_kind, &self->area, error)
         && load_codes (self, snapshot, error);
}

static gboolean
load_rest (MappeOutcome *self, MappeSnapshot *snapshot, GError **error)
{
  if (!load_marks (self, snapshot, error))
    return FALSE;
  leave_out (self);
  return TRUE;
}

static gboolean
load_measure (MappeOutcome *self, MappeSnapshot *snapshot, gint64 measure, GError **error)
{
  g_autoptr (GPtrArray) indicators = NULL;
  GError *cause = NULL;

  self->measure = mappe_snapshot_load (snapshot, &mappe_measure_kind, measure, &cause);
  if (self->measure == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no measure %" G_GINT64_FORMAT,
                     measure);
      return FALSE;
    }
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  self->goals = rows_of (snapshot, &mappe_measure_goal_kind, MAPPE_MEASURE_GOAL_MEASURE, measure,
                         MAPPE_MEASURE_GOAL_REFERENCE, error);
  if (self->goals == NULL || !load_frame (self, snapshot, NULL, error))
    return FALSE;
  indicators = rows_of (snapshot, &mappe_indicator_kind, MAPPE_INDICATOR_MEASURE, measure,
                        MAPPE_INDICATOR_REFERENCE, error);
  for (guint i = 0; indicators != NULL && i < indicators->len; i++)
    if (is_of_measure_area (g_ptr_array_index (indicators, i))
        && !add_case (self, snapshot, g_ptr_array_index (indicators, i), error))
      return FALSE;
  return indicators != NULL && load_rest (self, snapshot, error);
}

/**
 * mappe_outcome_load:
 * @measure: id
 * @error: %MAPPE_STORE_ERROR_NOT_FOUND or what the store says
 *
 * Returns: (transfer full) (nullable): the measure with all its indicators, goals and marks
 */
MappeOutcome *
mappe_outcome_load (MappeSnapshot *snapshot, gint64 measure, GError **error)
{
  g_autoptr (MappeOutcome) self = outcome_new ();

  return load_measure (self, snapshot, measure, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
load_indicator (MappeOutcome *self, MappeSnapshot *snapshot, gint64 id, GError **error)
{
  g_autoptr (MappeSeries) series = mappe_series_load (snapshot, id, error);

  return series != NULL
         && follow (snapshot, series->indicator, MAPPE_INDICATOR_MEASURE, &mappe_measure_kind, &self->measure, error)
         && load_frame (self, snapshot, series->indicator, error)
         && add_case (self, snapshot, series->indicator, error) && load_rest (self, snapshot, error);
}

/* What is hidden of a comparison depends on the periods it is compared in (OUTCOMES 8). Seen alone it is the same
 * series, because two different choices of the same counts give each other away. */
static gboolean
take_compared (MappeOutcome *self, MappeSnapshot *snapshot, GError **error)
{
  MappeOutcomeCase *own = g_ptr_array_index (self->cases, 0);
  const MappeRow *indicator = own->series->indicator;
  g_autoptr (MappeOutcome) whole = outcome_new ();
  MappeSeries **place;

  if (own->series->threshold == 0 || is_of_measure_area (indicator))
    return TRUE;
  if (!load_indicator (whole, snapshot, mappe_row_get_int (indicator, MAPPE_INDICATOR_MEASURE_SERIES), error))
    return FALSE;
  place = place_of (g_ptr_array_index (whole->cases, 0), indicator);
  if (place == NULL || *place == NULL || (*place)->indicator->id != indicator->id)
    return TRUE;
  mappe_series_unref (own->series);
  own->series = mappe_series_ref (*place);
  if (self->measure == NULL && whole->measure != NULL)
    {
      self->measure = mappe_row_ref (whole->measure);
      self->project = self->project == NULL && whole->project != NULL ? mappe_row_ref (whole->project) : self->project;
      find_start (self);
    }
  return TRUE;
}

/**
 * mappe_outcome_of:
 * @indicator: id
 * @error: %MAPPE_STORE_ERROR_NOT_FOUND or what the store says
 *
 * Returns: (transfer full) (nullable): the indicator alone with its comparisons, in the time of its measure
 */
MappeOutcome *
mappe_outcome_of (MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  g_autoptr (MappeOutcome) self = outcome_new ();

  return load_indicator (self, snapshot, indicator, error) && take_compared (self, snapshot, error)
             ? g_steal_pointer (&self) : NULL;
}

/* --- several measures --- */

/* Returns: (transfer full) (nullable): all measures of a project as one, if they have the same indicator in several
 * areas */
static MappeOutcome *
whole_project (MappeSnapshot *snapshot, gint64 project, GPtrArray *outcomes, GError **error)
{
  g_autoptr (MappeOutcome) self = g_new0 (MappeOutcome, 1);

  g_atomic_ref_count_init (&self->references);
  self->project = mappe_snapshot_load (snapshot, &mappe_project_kind, project, error);
  if (self->project == NULL || !load_codes (self, snapshot, error))
    return NULL;
  self->cases = g_ptr_array_new ();
  self->goals = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_outcome_unref);
  for (guint i = 0; i < outcomes->len; i++)
    {
      MappeOutcome *part = mappe_outcome_ref (g_ptr_array_index (outcomes, i));

      g_ptr_array_add (self->parts, part);
      for (guint k = 0; k < part->cases->len; k++)
        g_ptr_array_add (self->cases, g_ptr_array_index (part->cases, k));
    }
  return g_steal_pointer (&self);
}

static gboolean
add_project (MappeSnapshot *snapshot, gint64 project, GPtrArray *outcomes, GError **error)
{
  g_autoptr (MappeOutcome) whole = NULL;
  g_autoptr (GPtrArray) evaluations = NULL;
  GError *cause = NULL;

  if (project == 0 || outcomes->len < 2)
    return TRUE;
  whole = whole_project (snapshot, project, outcomes, &cause);
  if (whole == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      return cause == NULL;
    }
  evaluations = mappe_evaluation_list (whole);
  if (evaluations->len > 0)
    g_ptr_array_insert (outcomes, 0, g_steal_pointer (&whole));
  return TRUE;
}

/**
 * mappe_outcome_list:
 * @project: id; 0 for the measures of all projects
 *
 * Returns: (transfer full) (nullable) (element-type MappeOutcome): the outcome of each measure, by reference; before
 *   them all measures of @project as one, if they have the same indicator in several areas
 */
GPtrArray *
mappe_outcome_list (MappeSnapshot *snapshot, gint64 project, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_measure_kind);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_outcome_unref);
  g_autoptr (GPtrArray) rows = NULL;

  if (project != 0)
    mappe_query_where_id (query, MAPPE_MEASURE_PROJECT, project);
  mappe_query_order (query, MAPPE_MEASURE_REFERENCE, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeOutcome *outcome = mappe_outcome_load (snapshot, ((MappeRow *) g_ptr_array_index (rows, i))->id, error);

      if (outcome == NULL)
        return NULL;
      g_ptr_array_add (outcomes, outcome);
    }
  return rows != NULL && add_project (snapshot, project, outcomes, error) ? g_steal_pointer (&outcomes) : NULL;
}

static gboolean
same_text (const MappeRow *one, const MappeRow *other, guint field)
{
  return g_strcmp0 (mappe_row_get_text (one, field), mappe_row_get_text (other, field)) == 0;
}

/**
 * mappe_outcome_is_like:
 *
 * Only what is counted by the same definition may be pooled: units and offences are never mixed. Without a definition
 * nobody knows whether it is the same.
 *
 * Returns: whether both count the same in different areas
 */
gboolean
mappe_outcome_is_like (const MappeOutcomeCase *one, const MappeOutcomeCase *other)
{
  static const guint fields[] = { MAPPE_INDICATOR_DEFINITION, MAPPE_INDICATOR_UNIT, MAPPE_INDICATOR_SOURCE_KIND,
                                  MAPPE_INDICATOR_KIND, MAPPE_INDICATOR_SCALE, MAPPE_INDICATOR_DIRECTION };
  const MappeSeries *a = one->series, *b = other->series;

  if (a->area == NULL || b->area == NULL || a->area->id == b->area->id || !mappe_series_is_count (a)
      || mappe_row_get_text (a->indicator, MAPPE_INDICATOR_DEFINITION) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!same_text (a->indicator, b->indicator, fields[i]))
      return FALSE;
  return TRUE;
}

/** mappe_outcome_get_title: Returns: (nullable): title of the measure, of the project if there are several, or name of
 * the indicator without one */
const char *
mappe_outcome_get_title (const MappeOutcome *self)
{
  if (self->parts != NULL)
    return mappe_row_get_text (self->project, MAPPE_PROJECT_TITLE);
  if (self->measure != NULL)
    return mappe_row_get_text (self->measure, MAPPE_MEASURE_TITLE);
  return self->cases->len > 0 ? mappe_series_name (((MappeOutcomeCase *) g_ptr_array_index (self->cases, 0))->series)
                              : NULL;
}
