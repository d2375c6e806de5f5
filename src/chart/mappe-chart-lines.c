/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-private.h"
#include "mappe-chart-rows.h"
#include "mappe-chart-series.h"

/* --- lines of index --- */

static char **
strip_row (const char *first, const char *second, const char *third)
{
  const char *row[] = { first, second, third, NULL };

  for (guint i = 0; i < 3; i++)
    row[i] = row[i] != NULL ? row[i] : "\u2013";
  return g_strdupv ((char **) row);
}

static char ***
counts_of (const MappeChart *self, const MappeChartIndex *index)
{
  const MappeLanguage *language = self->language;
  char ***strip = g_new0 (char **, index->n_lines + 2);

  /* Translators: heading of a small table of counts beneath a chart; two columns */
  strip[0] = strip_row (L_ ("Incidents"), L_ ("before"), L_ ("after"));
  for (guint i = 0; i < index->n_lines; i++)
    strip[i + 1] = strip_row (index->lines[i].name, index->lines[i].before, index->lines[i].after);
  return strip;
}

/** mappe_chart_new_index: Returns: (transfer full): lines of index with their counts beneath */
MappeChart *
mappe_chart_new_index (const MappeChartHead *head, const MappeChartIndex *index)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);
  const MappeLanguage *language = self->language;

  mappe_chart_set_quantity (&panel->value, &index->quantity);
  mappe_chart_set_timeline (self, panel, &index->timeline);
  for (guint i = 0; i < index->n_lines; i++)
    {
      const MappeChartIndexLine *line = &index->lines[i];
      MappeChartSeries *series = mappe_chart_add_points (panel, line->name, line->role,
                                                         MAPPE_CHART_LINE | MAPPE_CHART_MARKERS, &line->points);

      series->label = g_strdup (line->name);
      series->keyed = TRUE;
    }
  mappe_chart_add_rule (panel, TRUE, 100, FALSE, L_ ("Mean before = 100"));
  self->strip = counts_of (self, index);
  return mappe_chart_finish (self);
}

/* --- years --- */

static MappeChartSeries *
add_year (MappeChartPanel *panel, const MappeChartSeason *season, guint nth)
{
  gboolean current = nth + 1 == season->n_years;
  g_autofree char *name = g_strdup_printf ("%d", season->first_year + (int) nth);
  double months[12];
  MappeChartPoints points = { 12, months, season->years[nth], season->flags != NULL ? season->flags[nth] : NULL };
  MappeChartSeries *series;

  for (guint i = 0; i < 12; i++)
    months[i] = i + 0.5;
  series = mappe_chart_add_points (panel, name, current ? MAPPE_CHART_ROLE_MEASURE : MAPPE_CHART_ROLE_HISTORY,
                                   MAPPE_CHART_LINE | (current ? MAPPE_CHART_MARKERS : 0), &points);
  series->strength = current ? 1.8 : 0.6;
  if (current)
    series->label = g_strdup (name);
  return series;
}

/** mappe_chart_new_season: Returns: (transfer full): one thin line a year, the last year bold */
MappeChart *
mappe_chart_new_season (const MappeChartHead *head, const MappeChartSeason *season)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);

  mappe_chart_set_quantity (&panel->value, &season->quantity);
  panel->position.kind = MAPPE_CHART_AXIS_SEASON;
  panel->position.step = 1;
  panel->position.fixed = TRUE;
  panel->position.from = 0;
  panel->position.to = 12;
  for (guint i = 0; i < season->n_years; i++)
    {
      MappeChartSeries *series = add_year (panel, season, i);

      /* The grey years are explained once, by the first of them. */
      if (i == 0 && season->n_years > 1)
        {
          series->keyed = TRUE;
          series->label = season->n_years > 2
                              ? g_strdup_printf ("%d\u2013%d", season->first_year,
                                                 season->first_year + (int) season->n_years - 2)
                              : g_strdup_printf ("%d", season->first_year);
        }
    }
  return mappe_chart_finish (self);
}

/* --- one area, recorded and perceived --- */

static MappeChartPanel *
add_half (MappeChart *self, const MappeChartTimeline *timeline, const MappeChartQuantity *quantity,
          const MappeChartPoints *points, MappeChartRole role)
{
  MappeChartPanel *panel = mappe_chart_add_panel (self, quantity->name);

  mappe_chart_set_quantity (&panel->value, quantity);
  mappe_chart_set_timeline (self, panel, timeline);
  mappe_chart_add_points (panel, quantity->name, role, MAPPE_CHART_LINE | MAPPE_CHART_MARKERS, points);
  return panel;
}

/** mappe_chart_new_pairing: Returns: (transfer full): two panels with one axis of time, each with its own values */
MappeChart *
mappe_chart_new_pairing (const MappeChartHead *head, const MappeChartPairing *pairing)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartTimeline timeline = pairing->timeline;
  MappeChartPanel *recorded, *perceived;
  MappeChartSeries *series;

  recorded = add_half (self, &timeline, &pairing->recorded_quantity, &pairing->recorded, MAPPE_CHART_ROLE_MEASURE);
  recorded->position.silent = TRUE;
  timeline.step = pairing->perceived_step > 0 ? pairing->perceived_step : timeline.step;
  perceived = add_half (self, &timeline, &pairing->perceived_quantity, &pairing->perceived,
                        MAPPE_CHART_ROLE_BUFFER);
  series = g_ptr_array_index (perceived->series, 0);
  series->solid = TRUE;
  mappe_chart_series_interval (series, pairing->perceived_lower, pairing->perceived_upper);
  if (series->lower != NULL)
    series->draw |= MAPPE_CHART_WHISKERS;
  /* Said once, in the panel above. */
  for (guint i = 0; i < perceived->rules->len; i++)
    g_clear_pointer (&g_array_index (perceived->rules, MappeChartRule, i).text, g_free);
  self->one_position = TRUE;
  return mappe_chart_finish (self);
}

/* --- small multiples --- */

static void
add_outer (const MappeChart *self, MappeChartPanel *panel, const MappeChartMultiple *quarter, const double *values)
{
  const MappeLanguage *language = self->language;
  MappeChartSeries *series;

  if (values == NULL)
    return;
  series = mappe_chart_add_line (panel, L_ ("Limits (99.8%)"), MAPPE_CHART_ROLE_LIMIT, &quarter->points, values);
  series->tabular = FALSE;
  series->strength = 0.5;
  series->dashed = TRUE;
}

static void
add_limits (const MappeChart *self, MappeChartPanel *panel, const MappeChartMultiple *quarter)
{
  const MappeLanguage *language = self->language;
  MappeChartSeries *series;

  if (quarter->lower != NULL && quarter->upper != NULL)
    {
      series = mappe_chart_add_line (panel, L_ ("Limits (95%)"), MAPPE_CHART_ROLE_LIMIT, &quarter->points,
                                     quarter->upper);
      series->draw = MAPPE_CHART_BAND;
      series->tabular = FALSE;
      series->keyed = TRUE;
      mappe_chart_series_interval (series, quarter->lower, quarter->upper);
    }
  add_outer (self, panel, quarter, quarter->outer_upper);
  add_outer (self, panel, quarter, quarter->outer_lower);
  if (quarter->center != NULL)
    {
      series = mappe_chart_add_line (panel, quarter->center_name != NULL ? quarter->center_name : L_ ("Town"),
                                     MAPPE_CHART_ROLE_CENTER, &quarter->points, quarter->center);
      series->strength = 0.7;
      series->tabular = FALSE;
      series->keyed = TRUE;
    }
}

static void
share_values (MappeChart *self)
{
  double from = INFINITY, to = -INFINITY;

  for (guint i = 0; i < self->panels->len; i++)
    {
      MappeChartPanel *panel = g_ptr_array_index (self->panels, i);

      from = MIN (from, panel->value.from);
      to = MAX (to, panel->value.to);
    }
  for (guint i = 0; i < self->panels->len; i++)
    {
      MappeChartPanel *panel = g_ptr_array_index (self->panels, i);

      panel->value.from = from;
      panel->value.to = to;
    }
}

/** mappe_chart_new_multiples: Returns: (transfer full): one small panel for each quarter, all with the same axes */
MappeChart *
mappe_chart_new_multiples (const MappeChartHead *head, const MappeChartMultiples *multiples)
{
  MappeChart *self = mappe_chart_new (head);

  self->columns = 0;
  self->one_position = TRUE;
  for (guint i = 0; i < multiples->n_quarters; i++)
    {
      const MappeChartMultiple *quarter = &multiples->quarters[i];
      MappeChartPanel *panel = mappe_chart_add_panel (self, quarter->name);

      mappe_chart_set_quantity (&panel->value, &multiples->quantity);
      mappe_chart_set_timeline (self, panel, &multiples->timeline);
      add_limits (self, panel, quarter);
      mappe_chart_add_points (panel, quarter->name, MAPPE_CHART_ROLE_MEASURE,
                              MAPPE_CHART_LINE | (quarter->points.flags != NULL ? MAPPE_CHART_MARKERS : 0),
                              &quarter->points);
      for (guint j = 0; i > 0 && j < panel->rules->len; j++)
        g_clear_pointer (&g_array_index (panel->rules, MappeChartRule, j).text, g_free);
    }
  if (multiples->n_quarters == 0)
    mappe_chart_add_panel (self, NULL);
  mappe_chart_finish (self);
  share_values (self);
  return self;
}
