/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-private.h"

#define EVENT_ROOM 0.25  /* of the periods with figures: how far away an event may be to be shown */

/* --- axes --- */

void
mappe_chart_set_quantity (MappeChartAxis *axis, const MappeChartQuantity *quantity)
{
  g_free (axis->title);
  g_free (axis->unit);
  axis->title = g_strdup (quantity->name);
  axis->unit = g_strdup (quantity->unit);
  axis->digits = quantity->digits;
  axis->whole = quantity->digits == 0;
  axis->zero = !quantity->free;
}

void
mappe_chart_axis_reach (MappeChartAxis *axis, double value)
{
  if (!isfinite (value) || (axis->kind == MAPPE_CHART_AXIS_LOG && value <= 0))
    return;
  axis->from = MIN (axis->from, value);
  axis->to = MAX (axis->to, value);
}

void
mappe_chart_set_timeline (MappeChart *self, MappeChartPanel *panel, const MappeChartTimeline *timeline)
{
  double half = timeline->step > 0 ? 0 : 0.5;

  panel->position.kind = timeline->step > 0 ? MAPPE_CHART_AXIS_TIME : MAPPE_CHART_AXIS_NUMBER;
  panel->position.step = timeline->step;
  panel->position.whole = TRUE;
  panel->position.fixed = TRUE;
  self->windowed = TRUE;
  if (timeline->excluded_text != NULL && self->excluded_text == NULL)
    self->excluded_text = g_strdup (timeline->excluded_text);
  for (guint i = 0; i < timeline->n_events; i++)
    mappe_chart_add_rule (panel, FALSE, timeline->events[i].at - half, i == 0, timeline->events[i].text);
  for (guint i = 0; i < timeline->n_excluded; i++)
    {
      MappeChartSpan span = { timeline->excluded[i].first - half,
                              timeline->excluded[i].last + (timeline->step > 0 ? timeline->step : half) };

      if (isfinite (span.first) && isfinite (span.last) && span.first < span.last)
        g_array_append_val (panel->spans, span);
    }
}

void
mappe_chart_set_rows (MappeChartPanel *panel, const char *const *names, guint n)
{
  MappeChartAxis *axis = &panel->position;

  axis->kind = MAPPE_CHART_AXIS_CATEGORY;
  axis->fixed = TRUE;
  axis->from = -0.5;
  axis->to = MAX (n, 1) - 0.5;
  axis->names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    axis->names[i] = g_strdup (names[i] != NULL ? names[i] : "");
}

void
mappe_chart_add_rule (MappeChartPanel *panel, gboolean on_value, double at, gboolean strong, const char *text)
{
  MappeChartRule rule = { at, on_value, strong, FALSE, g_strdup (text) };

  if (!isfinite (at))
    {
      g_free (rule.text);
      return;
    }
  g_array_append_val (panel->rules, rule);
  if (on_value)
    mappe_chart_axis_reach (&panel->value, at);
}

/* @text: (transfer full) */
void
mappe_chart_add_column (MappeChartPanel *panel, const char *title, guint nth, char *text)
{
  guint n = g_strv_length (panel->position.names);

  g_return_if_fail (nth < n);
  if (panel->column == NULL)
    {
      panel->column = g_new0 (char *, n + 1);
      for (guint i = 0; i < n; i++)
        panel->column[i] = g_strdup ("");
      panel->column_title = g_strdup (title);
    }
  g_free (panel->column[nth]);
  panel->column[nth] = text;
}

/* --- series --- */

static double *
all_missing (gsize n)
{
  double *values = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    values[i] = NAN;
  return values;
}

/* Without figures yet. */
static MappeChartSeries *
add_empty (MappeChartPanel *panel, const char *name, MappeChartRole role, guint draw, gsize n)
{
  MappeChartSeries *self = g_new0 (MappeChartSeries, 1);

  self->name = g_strdup (name != NULL ? name : "");
  self->role = role;
  self->draw = draw;
  self->strength = 1;
  self->thickness = 0.6;
  self->tabular = TRUE;
  self->toggle = -1;
  self->n = n;
  g_ptr_array_add (panel->series, self);
  return self;
}

MappeChartSeries *
mappe_chart_add_series (MappeChartPanel *panel, const char *name, MappeChartRole role, guint draw, gsize n)
{
  MappeChartSeries *self = add_empty (panel, name, role, draw, n);

  self->y = all_missing (n);
  return self;
}

/* 0, 1, 2, … need no memory. */
static gboolean
counts_up (const double *x, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (x[i] != (double) i)
      return FALSE;
  return TRUE;
}

static double *
copy_positions (const MappeChartAxis *axis, const MappeChartPoints *points)
{
  double shift = axis->kind == MAPPE_CHART_AXIS_TIME ? axis->step / 2.0 : 0;
  double *x;

  if (shift == 0 && (points->x == NULL || counts_up (points->x, points->n)))
    return NULL;
  x = g_new (double, MAX (points->n, 1));
  for (gsize i = 0; i < points->n; i++)
    x[i] = (points->x != NULL ? points->x[i] : (double) i) + shift;
  return x;
}

MappeChartSeries *
mappe_chart_add_points (MappeChartPanel *panel, const char *name, MappeChartRole role, guint draw,
                        const MappeChartPoints *points)
{
  MappeChartSeries *self = add_empty (panel, name, role, draw, points->n);

  self->x = copy_positions (&panel->position, points);
  self->y = points->n > 0 ? g_memdup2 (points->y, points->n * sizeof (double)) : all_missing (0);
  if (points->flags != NULL)
    self->flags = g_memdup2 (points->flags, points->n);
  return self;
}

/* A line to read @points by: centre, limit, model. */
MappeChartSeries *
mappe_chart_add_line (MappeChartPanel *panel, const char *name, MappeChartRole role, const MappeChartPoints *points,
                      const double *values)
{
  MappeChartPoints line = { points->n, points->x, values, NULL };
  MappeChartSeries *self = mappe_chart_add_points (panel, name, role, MAPPE_CHART_LINE, &line);

  self->reference = TRUE;
  return self;
}

void
mappe_chart_series_interval (MappeChartSeries *self, const double *lower, const double *upper)
{
  if (lower == NULL || upper == NULL)
    return;
  self->lower = g_memdup2 (lower, self->n * sizeof (double));
  self->upper = g_memdup2 (upper, self->n * sizeof (double));
}

/* Figure @nth of a series of rows, at position @at. */
void
mappe_chart_series_set (MappeChartSeries *self, gsize nth, double at, const MappeChartEstimate *estimate)
{
  if (self->x == NULL)
    {
      self->x = all_missing (self->n);
      self->lower = all_missing (self->n);
      self->upper = all_missing (self->n);
      for (gsize i = 0; i < self->n; i++)
        self->x[i] = (double) i;
    }
  self->x[nth] = at;
  self->y[nth] = estimate->estimate;
  self->lower[nth] = estimate->lower;
  self->upper[nth] = estimate->upper;
}

/* --- the end of the building --- */

static void
forget (MappeChartSeries *self, gsize nth)
{
  self->y[nth] = NAN;
  if (self->lower != NULL)
    self->lower[nth] = NAN;
  if (self->upper != NULL)
    self->upper[nth] = NAN;
  if (self->shown != NULL)
    self->shown[nth] = NAN;
  if (self->weights != NULL)
    self->weights[nth] = 0;
}

/* What must not be shown is not there any more; what is no number is missing. */
static void
cleanse (MappeChartSeries *self)
{
  self->ascending = TRUE;
  for (gsize i = 0; i < self->n; i++)
    {
      if (mappe_chart_series_is_suppressed (self, i) ||
          !isfinite (mappe_chart_series_x (self, i)) || isinf (self->y[i]))
        forget (self, i);
      if (i > 0 && self->x != NULL && !(self->x[i] >= self->x[i - 1]))
        self->ascending = FALSE;
    }
}

static gboolean
is_there (const MappeChartSeries *self, gsize nth)
{
  return !isnan (self->y[nth]) || mappe_chart_series_is_suppressed (self, nth);
}

/* Returns: each how many periods there is a figure, without exception; 1 for anything irregular */
static gsize
rhythm_of (const MappeChartSeries *self, gsize *first)
{
  gsize n = 0, apart = 1, last = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      if (!is_there (self, i))
        continue;
      *first = n == 0 ? i : *first;
      apart = n == 1 ? i - last : apart;
      if (n > 1 && i - last != apart)
        return 1;
      last = i;
      n++;
    }
  return n >= 3 && *first < apart && self->n - last <= apart ? apart : 1;
}

static void
thin (double *values, gsize n, gsize first, gsize apart)
{
  for (gsize i = 0; values != NULL && first + i * apart < n; i++)
    values[i] = values[first + i * apart];
}

/* Half-yearly figures in a grid of quarters have no gaps: nothing was due in between. */
static void
keep_rhythm (MappeChartSeries *self)
{
  gsize first = 0, apart = rhythm_of (self, &first), n = self->n;

  if (apart == 1 || self->x == NULL)
    return;
  thin (self->x, n, first, apart);
  thin (self->y, n, first, apart);
  thin (self->lower, n, first, apart);
  thin (self->upper, n, first, apart);
  for (gsize i = 0; self->flags != NULL && first + i * apart < n; i++)
    self->flags[i] = self->flags[first + i * apart];
  self->n = (n - first + apart - 1) / apart;
}

static void
reach_all (MappeChartAxis *axis, const double *values, gsize n)
{
  double from = INFINITY, to = -INFINITY;

  if (values == NULL)
    return;
  for (gsize i = 0; i < n; i++)
    {
      if (values[i] < from && values[i] > -INFINITY && (axis->kind != MAPPE_CHART_AXIS_LOG || values[i] > 0))
        from = values[i];
      if (values[i] > to && values[i] < INFINITY)
        to = values[i];
    }
  mappe_chart_axis_reach (axis, from);
  mappe_chart_axis_reach (axis, to);
}

static void
reach_positions (MappeChartAxis *axis, const MappeChartSeries *series)
{
  double half = axis->kind == MAPPE_CHART_AXIS_TIME ? axis->step / 2.0 : 0;

  for (gsize i = 0; i < series->n; i++)
    {
      gsize nth = series->ascending && i > 0 ? series->n - 1 : i;

      mappe_chart_axis_reach (axis, mappe_chart_series_x (series, nth) - half);
      mappe_chart_axis_reach (axis, mappe_chart_series_x (series, nth) + half);
      if (nth == series->n - 1)
        return;
    }
}

/* A start shortly before the first figure is seen; one long ago would squeeze the figures into a corner. */
static void
reach_events (MappeChartPanel *panel)
{
  MappeChartAxis *axis = &panel->position;
  double room = (axis->to - axis->from) * EVENT_ROOM, from = axis->from - room, to = axis->to + room;

  for (guint i = 0; i < panel->rules->len; i++)
    {
      const MappeChartRule *rule = &g_array_index (panel->rules, MappeChartRule, i);

      if (!rule->on_value && rule->at >= from && rule->at <= to)
        mappe_chart_axis_reach (axis, rule->at);
    }
}

static void
measure_axes (MappeChartPanel *panel)
{
  gboolean known = panel->value.fixed;

  for (guint i = 0; i < panel->series->len; i++)
    {
      MappeChartSeries *series = g_ptr_array_index (panel->series, i);

      cleanse (series);
      if (panel->position.kind == MAPPE_CHART_AXIS_TIME && !series->reference)
        keep_rhythm (series);
      if (panel->position.kind != MAPPE_CHART_AXIS_CATEGORY && panel->position.kind != MAPPE_CHART_AXIS_SEASON)
        reach_positions (&panel->position, series);
      if (known)
        continue;
      reach_all (&panel->value, series->y, series->n);
      reach_all (&panel->value, series->lower, series->n);
      reach_all (&panel->value, series->upper, series->n);
    }
  if (panel->value.zero && !known)
    mappe_chart_axis_reach (&panel->value, 0);
  reach_events (panel);
  if (panel->position.from > panel->position.to)
    {
      panel->position.from = 0;
      panel->position.to = 1;
    }
}

/* Series of one name are switched together, whichever panels they are in; of small multiples none is. */
static void
count_toggles (MappeChart *self, MappeChartPanel *panel)
{
  for (guint i = 0; self->columns > 0 && i < panel->series->len; i++)
    {
      MappeChartSeries *series = g_ptr_array_index (panel->series, i);

      if (series->reference || *series->name == '\0')
        continue;
      for (guint j = 0; j < self->toggles->len; j++)
        if (g_str_equal (g_ptr_array_index (self->toggles, j), series->name))
          series->toggle = (int) j;
      if (series->toggle >= 0)
        continue;
      series->toggle = (int) self->toggles->len;
      g_ptr_array_add (self->toggles, g_strdup (series->name));
    }
}

static void
share_positions (MappeChart *self)
{
  MappeChartPanel *first = g_ptr_array_index (self->panels, 0);

  for (guint i = 1; i < self->panels->len; i++)
    {
      MappeChartPanel *panel = g_ptr_array_index (self->panels, i);

      first->position.from = MIN (first->position.from, panel->position.from);
      first->position.to = MAX (first->position.to, panel->position.to);
    }
  for (guint i = 1; i < self->panels->len; i++)
    {
      MappeChartPanel *panel = g_ptr_array_index (self->panels, i);

      panel->position.from = first->position.from;
      panel->position.to = first->position.to;
    }
}

/* What the key has to explain. */
static void
note_presence (MappeChart *self, const MappeChartPanel *panel)
{
  for (guint i = 0; i < panel->series->len; i++)
    {
      const MappeChartSeries *series = g_ptr_array_index (panel->series, i);
      gsize last = G_MAXSIZE;

      for (gsize j = 0; series->flags != NULL && j < series->n; j++)
        self->present |= series->flags[j];
      self->named |= series->texts != NULL;
      if (series->reference || series->texts != NULL || panel->position.kind == MAPPE_CHART_AXIS_CATEGORY)
        continue;
      for (gsize j = 0; j < series->n && !self->gaps; j++)
        if (!isnan (series->y[j]))
          {
            for (gsize k = last; last != G_MAXSIZE && k < j; k++)
              self->gaps |= isnan (series->y[k]) && !mappe_chart_series_is_suppressed (series, k);
            last = j;
          }
    }
}

MappeChart *
mappe_chart_finish (MappeChart *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      measure_axes (g_ptr_array_index (self->panels, i));
      count_toggles (self, g_ptr_array_index (self->panels, i));
      note_presence (self, g_ptr_array_index (self->panels, i));
    }
  if (self->one_position)
    share_positions (self);
  return self;
}
