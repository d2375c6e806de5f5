/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-indicator-series.h"

#include <math.h>

#include "mappe-area.h"
#include "mappe-disclosure.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"

static void
point_free (MappePoint *point)
{
  g_free (point->period);
  g_free (point->first);
  g_free (point->last);
  g_free (point);
}

/* --- from records to points --- */

static gboolean
says (const MappeRow *value, const char *status)
{
  return g_strcmp0 (mappe_row_get_text (value, MAPPE_INDICATOR_VALUE_STATUS), status) == 0;
}

/* No figure of a council is larger; sums and squares of these can be held. */
#define LARGEST 1e100

static double
real_or_nan (const MappeRow *row, guint field)
{
  double number = mappe_row_get_real (row, field);

  /* A text that a damaged file holds in place of a number. */
  if (mappe_row_is_null (row, field) || mappe_row_get_text (row, field) != NULL)
    return NAN;
  return fabs (number) <= LARGEST ? number : NAN;
}

static gboolean
can_be (double value, const char *scale)
{
  static const struct { const char *scale; double least, most; } ranges[] = {
    { "count", 0, 9007199254740992.0 }, { "rate", 0, LARGEST }, { "percent", 0, 100 },
    { "scale_1_4", 1, 4 },              { "scale_1_5", 1, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_strcmp0 (scale, ranges[i].scale) == 0)
      return value >= ranges[i].least && value <= ranges[i].most;
  return !isnan (value);
}

static MappePoint *
point_of (const MappeRow *value, const char *scale)
{
  MappePoint *point = g_new0 (MappePoint, 1);

  point->period = mappe_period_to_text (mappe_indicator_value_period (value));
  if (point->period == NULL)
    point->period = g_strdup (mappe_row_get_text (value, MAPPE_INDICATOR_VALUE_PERIOD));
  mappe_indicator_value_days (value, &point->first, &point->last);
  point->value = real_or_nan (value, MAPPE_INDICATOR_VALUE_VALUE);
  point->told = point->value;
  point->base = real_or_nan (value, MAPPE_INDICATOR_VALUE_BASE);
  point->impossible = !mappe_row_is_null (value, MAPPE_INDICATOR_VALUE_VALUE) && !can_be (point->value, scale);
  if (point->impossible)
    point->value = NAN;
  point->provisional = says (value, "provisional");
  point->withheld = says (value, "suppressed");
  return point;
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const MappePoint *left = *(MappePoint *const *) a, *right = *(MappePoint *const *) b;
  int order = g_strcmp0 (left->first, right->first);

  return order != 0 ? order : g_strcmp0 (left->last, right->last);
}

/* Returns: the length that all points have; %MAPPE_PERIOD_NONE if they differ or are not whole periods. */
static MappePeriodKind
common_length (GPtrArray *points)
{
  MappePeriodKind kind = MAPPE_PERIOD_NONE;

  for (guint i = 0; i < points->len; i++)
    {
      MappePeriod period = mappe_period_parse (((MappePoint *) g_ptr_array_index (points, i))->period);

      if (period.kind == MAPPE_PERIOD_NONE || (i > 0 && period.kind != kind))
        return MAPPE_PERIOD_NONE;
      kind = period.kind;
    }
  return kind;
}

static MappePoint *
gap_at (MappePeriod period)
{
  MappePoint *point = g_new0 (MappePoint, 1);

  point->period = mappe_period_to_text (period);
  point->first = mappe_period_first_day (period);
  point->last = mappe_period_last_day (period);
  point->value = NAN;
  point->told = NAN;
  point->base = NAN;
  return point;
}

/* OUTCOMES 1.3: a period without entry is a gap that one sees, so it needs a point. */
static GPtrArray *
fill_gaps (GPtrArray *points)
{
  GPtrArray *filled = g_ptr_array_new_full (points->len, (GDestroyNotify) point_free);
  MappePeriod next = { MAPPE_PERIOD_NONE, 0, 0 };

  for (guint i = 0; i < points->len; i++)
    {
      MappePoint *point = g_ptr_array_index (points, i);
      MappePeriod period = mappe_period_parse (point->period);

      while (next.kind != MAPPE_PERIOD_NONE && mappe_period_distance (next, period) > 0
             && filled->len < MAPPE_SERIES_LONGEST)
        {
          g_ptr_array_add (filled, gap_at (next));
          next = mappe_period_add (next, 1);
        }
      g_ptr_array_add (filled, point);
      next = mappe_period_add (period, 1);
    }
  return filled;
}

/**
 * mappe_series_new:
 * @indicator: the indicator
 * @area: (nullable): its area
 * @values: (element-type MappeRow): its values, in any order
 *
 * Values without any day are left out: nobody can tell when they were. What the store would refuse, but a file from
 * elsewhere may hold, is a gap: negative counts, shares above 100 %, texts, infinite numbers.
 */
MappeSeries *
mappe_series_new (MappeRow *indicator, MappeRow *area, GPtrArray *values)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  MappeSeries *self = g_new0 (MappeSeries, 1);
  const char *scale = mappe_row_get_text (indicator, MAPPE_INDICATOR_SCALE);

  g_atomic_ref_count_init (&self->references);
  self->indicator = mappe_row_ref (indicator);
  self->area = area != NULL ? mappe_row_ref (area) : NULL;
  for (guint i = 0; i < values->len; i++)
    {
      MappePoint *point = point_of (g_ptr_array_index (values, i), scale);

      if (point->first != NULL)
        g_ptr_array_add (points, point);
      else
        point_free (point);
    }
  g_ptr_array_sort (points, by_time);
  self->months = (int) common_length (points);
  if (self->months > 0)
    self->points = fill_gaps (points);
  else
    {
      g_ptr_array_set_free_func (points, (GDestroyNotify) point_free);
      self->points = g_steal_pointer (&points);
    }
  if (mappe_row_get_int (indicator, MAPPE_INDICATOR_SUPPRESS_BELOW_5) != 0)
    self->threshold = MAPPE_SERIES_THRESHOLD;
  return self;
}

static GPtrArray *
list_values (MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_value_kind);

  mappe_query_where_id (query, MAPPE_INDICATOR_VALUE_INDICATOR, indicator);
  return mappe_snapshot_rows (snapshot, query, error);
}

/**
 * mappe_series_load:
 * @indicator: id
 * @error: %MAPPE_STORE_ERROR_NOT_FOUND or what the store says
 *
 * Returns: (transfer full) (nullable): the series of the indicator
 */
MappeSeries *
mappe_series_load (MappeSnapshot *snapshot, gint64 indicator, GError **error)
{
  GError *cause = NULL;
  g_autoptr (MappeRow) row = mappe_snapshot_load (snapshot, &mappe_indicator_kind, indicator, &cause);
  g_autoptr (MappeRow) area = NULL;
  g_autoptr (GPtrArray) values = NULL;

  if (row == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no indicator %" G_GINT64_FORMAT,
                     indicator);
      return NULL;
    }
  if (!mappe_row_is_null (row, MAPPE_INDICATOR_AREA))
    {
      area = mappe_snapshot_load (snapshot, &mappe_area_kind, mappe_row_get_int (row, MAPPE_INDICATOR_AREA), &cause);
      if (cause != NULL)
        {
          g_propagate_error (error, cause);
          return NULL;
        }
    }
  values = list_values (snapshot, indicator, error);
  return values != NULL ? mappe_series_new (row, area, values) : NULL;
}

MappeSeries *
mappe_series_ref (MappeSeries *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mappe_series_unref (MappeSeries *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  mappe_row_unref (self->indicator);
  g_clear_pointer (&self->area, mappe_row_unref);
  g_ptr_array_unref (self->points);
  g_free (self);
}

/* --- stretches --- */

static MappePoint *
point_at (const MappeSeries *self, guint i)
{
  return g_ptr_array_index (self->points, i);
}

/**
 * mappe_series_exclude:
 * @first: ISO day
 * @last: (nullable): ISO day; %NULL for an open end
 *
 * Leaves every period out of the reckoning that has a day in common with this time.
 */
void
mappe_series_exclude (MappeSeries *self, const char *first, const char *last)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      MappePoint *point = point_at (self, i);

      if (g_strcmp0 (point->last, first) >= 0 && (last == NULL || g_strcmp0 (point->first, last) <= 0))
        point->excluded = TRUE;
    }
}

/** mappe_series_skips: Returns: whether the point @i is not reckoned with: it has no value or is left out */
gboolean
mappe_series_skips (const MappeSeries *self, guint i)
{
  return isnan (point_at (self, i)->value) || point_at (self, i)->excluded;
}

/** mappe_series_is_count: Returns: whether the values are cases that can be added up */
gboolean
mappe_series_is_count (const MappeSeries *self)
{
  return g_strcmp0 (mappe_row_get_text (self->indicator, MAPPE_INDICATOR_SCALE), "count") == 0;
}

/** mappe_series_overlaps: Returns: whether two periods have days in common, so that their counts cannot be added up */
gboolean
mappe_series_overlaps (const MappeSeries *self)
{
  const char *last = NULL;

  for (guint i = 0; i < self->points->len; i++)
    {
      const MappePoint *point = point_at (self, i);

      if (mappe_series_skips (self, i))
        continue;
      if (last != NULL && g_strcmp0 (point->first, last) <= 0)
        return TRUE;
      last = g_strcmp0 (point->last, last) > 0 ? point->last : last;
    }
  return FALSE;
}

/* Returns: months that the periods cover; 0 if one of them is no whole month, quarter …, or they overlap */
static int
months_of (const MappeSeries *self, const MappeSpan *span)
{
  int months = 0;

  if (self->months > 0)
    return (int) span->n * self->months;
  for (guint i = span->from; i < span->to; i++)
    {
      MappePeriod period = mappe_period_parse (point_at (self, i)->period);

      if (mappe_series_skips (self, i))
        continue;
      if (period.kind == MAPPE_PERIOD_NONE)
        return 0;
      months += (int) period.kind;
    }
  return mappe_series_overlaps (self) ? 0 : months;
}

static MappeSpan
span_of (const MappeSeries *self, guint from, guint to)
{
  MappeSpan span = { .from = from, .to = MAX (from, to), .shown = TRUE };

  for (guint i = from; i < to; i++)
    {
      if (mappe_series_skips (self, i))
        continue;
      span.n++;
      span.sum += point_at (self, i)->value;
    }
  span.months = months_of (self, &span);
  span.shown = self->threshold == 0 || !mappe_series_is_count (self) || span.sum == 0 || span.sum >= self->threshold;
  return span;
}

/** mappe_series_before: Returns: the periods that end before the day @start; all of them without a @start */
MappeSpan
mappe_series_before (const MappeSeries *self, const char *start)
{
  guint to = 0;

  while (to < self->points->len && (start == NULL || g_strcmp0 (point_at (self, to)->last, start) < 0))
    to++;
  return span_of (self, 0, to);
}

/**
 * mappe_series_after:
 * @start: (nullable): first day of the measure; without it nothing lies after
 * @rollout_until: (nullable): day on which the measure was fully in place; without it, @start
 *
 * The periods that begin on or after @start and, if there is a roll-out, after its end: those between are months of
 * transition (OUTCOMES 1.7).
 */
MappeSpan
mappe_series_after (const MappeSeries *self, const char *start, const char *rollout_until)
{
  guint from = 0;

  while (from < self->points->len
         && (start == NULL || g_strcmp0 (point_at (self, from)->first, start) < 0
             || (rollout_until != NULL && g_strcmp0 (point_at (self, from)->first, rollout_until) <= 0)))
    from++;
  return span_of (self, from, self->points->len);
}

/* Together with the sum of a stretch, what is hidden of it must not be known: two that make 2 are both 1, and three
 * that make 12 are all 4. */
static void
hide_more (const MappeDisclosureCase *given, gboolean *hidden)
{
  double sum = 0;
  gsize n = 0, least;

  for (gsize i = 0; i < given->n_columns; i++)
    if (hidden[i])
      {
        sum += given->counts[i];
        n++;
      }
  while (n > 0 && (sum <= (double) n || sum == (double) (n * (gsize) (given->threshold - 1))))
    {
      least = G_MAXSIZE;
      for (gsize i = 0; i < given->n_columns; i++)
        if (!hidden[i] && given->counts[i] > 0 && (least == G_MAXSIZE || given->counts[i] < given->counts[least]))
          least = i;
      if (least == G_MAXSIZE)
        return;
      hidden[least] = TRUE;
      sum += given->counts[least];
      n++;
    }
}

/* Whoever knows the sum of a stretch and what is shown of it knows the mean of what is hidden, and no more: figures
 * reckoned from that mean give nothing away. */
static void
tell_mean (MappeSeries *self, guint from, guint to, gboolean sum_is_shown)
{
  double sum = 0;
  guint n = 0;

  for (guint i = from; i < to; i++)
    if (point_at (self, i)->hidden && !mappe_series_skips (self, i))
      {
        sum += point_at (self, i)->value;
        n++;
      }
  for (guint i = from; i < to; i++)
    if (point_at (self, i)->hidden && !mappe_series_skips (self, i))
      point_at (self, i)->told = sum_is_shown ? sum / n : NAN;
}

static void
hide_skipped (MappeSeries *self, guint i)
{
  MappePoint *point = point_at (self, i);

  point->hidden = point->value > 0 && point->value < self->threshold;
  point->told = point->hidden ? NAN : point->value;
}

/* Hides within one stretch what is small, and a second count where the sum of the stretch would give one away. What is
 * left out is no part of that sum: it protects nothing. */
static void
hide_within (MappeSeries *self, guint from, guint to, gboolean has_sum)
{
  g_autofree double *counts = g_new (double, MAX (to - from, 1));
  g_autofree gboolean *hidden = g_new0 (gboolean, MAX (to - from, 1));
  g_autofree guint *places = g_new (guint, MAX (to - from, 1));
  MappeDisclosureCase given = { .counts = counts, .n_rows = 1, .threshold = self->threshold, .zero_shown = TRUE,
                                .protect = TRUE };

  for (guint i = from; i < to; i++)
    if (!mappe_series_skips (self, i))
      {
        places[given.n_columns] = i;
        counts[given.n_columns++] = point_at (self, i)->value;
      }
    else
      hide_skipped (self, i);
  if (given.n_columns == 0)
    return;
  mappe_disclosure_hide (&given, hidden);
  hide_more (&given, hidden);
  for (gsize i = 0; i < given.n_columns; i++)
    point_at (self, places[i])->hidden = hidden[i];
  tell_mean (self, from, to, has_sum && span_of (self, from, to).shown);
}

/**
 * mappe_series_hide:
 * @before: index behind the last point before the start; the number of points without a start
 * @after: index of the first point after it; between both lies the roll-out
 *
 * Marks what must not be shown (OUTCOMES 8): before the start, after it and between, as the sums of the first two are
 * shown.
 */
void
mappe_series_hide (MappeSeries *self, guint before, guint after)
{
  guint n = self->points->len, first = MIN (before, n), second = CLAMP (after, first, n);

  if (self->threshold == 0 || !mappe_series_is_count (self))
    return;
  hide_within (self, 0, first, TRUE);
  hide_within (self, first, second, FALSE);
  hide_within (self, second, n, TRUE);
}

/** mappe_series_hides: Returns: whether there is a value that must not be shown */
gboolean
mappe_series_hides (const MappeSeries *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (point_at (self, i)->hidden)
      return TRUE;
  return FALSE;
}

/** mappe_series_name: Returns: the name of the indicator */
const char *
mappe_series_name (const MappeSeries *self)
{
  return mappe_row_get_text (self->indicator, MAPPE_INDICATOR_NAME);
}

/** mappe_series_place: Returns: the name of its area, or that of the indicator without one */
const char *
mappe_series_place (const MappeSeries *self)
{
  const char *area = self->area != NULL ? mappe_row_get_text (self->area, MAPPE_AREA_NAME) : NULL;

  return area != NULL ? area : mappe_series_name (self);
}

/**
 * mappe_series_values:
 * @span: a stretch of it
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): the values of the stretch from which figures that are shown are reckoned,
 *   see #MappePoint; %NAN for gaps and for what is left out
 */
double *
mappe_series_values (const MappeSeries *self, MappeSpan span, gsize *n)
{
  double *values = g_new (double, MAX (span.to - span.from, 1));

  *n = span.to - span.from;
  for (guint i = span.from; i < span.to; i++)
    values[i - span.from] = point_at (self, i)->excluded ? NAN : point_at (self, i)->told;
  return values;
}
