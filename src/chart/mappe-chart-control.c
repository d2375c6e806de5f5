/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-chart-private.h"
#include "mappe-chart-series.h"

/* The value of a line that keeps its level to the end; NAN when it changes. */
static double
level_of (const double *values, gsize n)
{
  double level = n > 0 ? values[n - 1] : NAN;

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]) && fabs (values[i] - level) > 1e-9 * MAX (1, fabs (level)))
      return NAN;
  return level;
}

static char *
level_label (const MappeChart *self, const char *name, const double *values, gsize n)
{
  double level = level_of (values, n);
  g_autofree char *number = NULL;

  if (!isfinite (level))
    return g_strdup (name);
  number = mappe_chart_round_text (round (level * 10) / 10, self->language);
  return g_strdup_printf ("%s %s", name, number);
}

static void
add_level (MappeChart *self, MappeChartPanel *panel, const MappeChartControl *control, const char *name,
           MappeChartRole role, const double *values)
{
  MappeChartSeries *series;

  if (values == NULL || control->points.n == 0)
    return;
  series = mappe_chart_add_line (panel, name, role, &control->points, values);
  series->label = level_label (self, name, values, control->points.n);
  series->strength = role == MAPPE_CHART_ROLE_LIMIT ? 0.7 : 0.9;
  if (control->stepped)
    series->draw = MAPPE_CHART_STEPS;
}

/** mappe_chart_new_control: Returns: (transfer full): a run chart or control chart */
MappeChart *
mappe_chart_new_control (const MappeChartHead *head, const MappeChartControl *control)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);
  const MappeLanguage *language = self->language;

  mappe_chart_set_quantity (&panel->value, &control->quantity);
  mappe_chart_set_timeline (self, panel, &control->timeline);
  mappe_chart_add_points (panel, control->quantity.name, MAPPE_CHART_ROLE_MEASURE,
                          MAPPE_CHART_LINE | MAPPE_CHART_MARKERS, &control->points);
  add_level (self, panel, control, control->center_name != NULL ? control->center_name : L_ ("Median"),
             MAPPE_CHART_ROLE_CENTER, control->center);
  add_level (self, panel, control, L_ ("Upper limit"), MAPPE_CHART_ROLE_LIMIT, control->upper);
  add_level (self, panel, control, L_ ("Lower limit"), MAPPE_CHART_ROLE_LIMIT, control->lower);
  return mappe_chart_finish (self);
}

/** mappe_chart_new_cumulated: Returns: (transfer full): a cumulated difference with the band of chance */
MappeChart *
mappe_chart_new_cumulated (const MappeChartHead *head, const MappeChartCumulated *cumulated)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);
  const MappeLanguage *language = self->language;
  MappeChartSeries *series;

  mappe_chart_set_quantity (&panel->value, &cumulated->quantity);
  panel->value.zero = TRUE;
  mappe_chart_set_timeline (self, panel, &cumulated->timeline);
  if (cumulated->lower != NULL && cumulated->upper != NULL)
    {
      series = mappe_chart_add_line (panel, L_ ("Range of chance"), MAPPE_CHART_ROLE_LIMIT, &cumulated->points,
                                     cumulated->upper);
      series->draw = MAPPE_CHART_BAND;
      series->label = g_strdup (series->name);
      mappe_chart_series_interval (series, cumulated->lower, cumulated->upper);
    }
  mappe_chart_add_points (panel, cumulated->quantity.name, MAPPE_CHART_ROLE_MEASURE,
                          MAPPE_CHART_LINE | MAPPE_CHART_MARKERS, &cumulated->points);
  mappe_chart_add_rule (panel, TRUE, 0, TRUE, NULL);
  return mappe_chart_finish (self);
}

static void
add_effect (MappeChart *self, MappeChartPanel *panel, const MappeChartInterrupted *series)
{
  const MappeLanguage *language = self->language;
  MappeChartSeries *gap = mappe_chart_add_line (panel, L_ ("Difference"), MAPPE_CHART_ROLE_EXPECTED, &series->points,
                                                series->fitted);
  double *lower = g_new (double, MAX (series->points.n, 1)), *upper = g_new (double, MAX (series->points.n, 1));

  gap->draw = MAPPE_CHART_BAND;
  gap->tabular = FALSE;
  for (gsize i = 0; i < series->points.n; i++)
    {
      gboolean both = isfinite (series->fitted[i]) && isfinite (series->counterfactual[i]);

      lower[i] = both ? MIN (series->fitted[i], series->counterfactual[i]) : NAN;
      upper[i] = both ? MAX (series->fitted[i], series->counterfactual[i]) : NAN;
      /* the label of the band stands in its middle */
      gap->y[i] = (lower[i] + upper[i]) / 2;
    }
  gap->lower = lower;
  gap->upper = upper;
  gap->label = g_strdup (series->effect_text);
}

/* The jump at the start is not drawn as a slope. */
static void
cut_at_start (MappeChartSeries *fitted, const MappeChartInterrupted *series)
{
  gsize nth = 0;
  double start;

  if (series->timeline.n_events == 0)
    return;
  start = series->timeline.events[0].at;
  while (nth < fitted->n && mappe_chart_series_x (fitted, nth) < start)
    nth++;
  if (nth == 0 || nth >= fitted->n)
    return;
  fitted->x = g_realloc_n (fitted->x, fitted->n + 1, sizeof (double));
  fitted->y = g_realloc_n (fitted->y, fitted->n + 1, sizeof (double));
  memmove (fitted->x + nth + 1, fitted->x + nth, (fitted->n - nth) * sizeof (double));
  memmove (fitted->y + nth + 1, fitted->y + nth, (fitted->n - nth) * sizeof (double));
  fitted->x[nth] = start;
  fitted->y[nth] = NAN;
  fitted->n++;
}

/** mappe_chart_new_interrupted: Returns: (transfer full): an interrupted series with its model */
MappeChart *
mappe_chart_new_interrupted (const MappeChartHead *head, const MappeChartInterrupted *series)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);
  const MappeLanguage *language = self->language;
  MappeChartSeries *line;

  mappe_chart_set_quantity (&panel->value, &series->quantity);
  mappe_chart_set_timeline (self, panel, &series->timeline);
  if (series->fitted != NULL && series->counterfactual != NULL)
    add_effect (self, panel, series);
  mappe_chart_add_points (panel, series->quantity.name, MAPPE_CHART_ROLE_MEASURE, MAPPE_CHART_MARKERS,
                          &series->points);
  if (series->fitted != NULL)
    {
      line = mappe_chart_add_line (panel, L_ ("Trend"), MAPPE_CHART_ROLE_MEASURE, &series->points, series->fitted);
      line->label = g_strdup (L_ ("Trend"));
      line->strength = 1.3;
      if (line->x == NULL)
        {
          line->x = g_new (double, MAX (line->n, 1));
          for (gsize i = 0; i < line->n; i++)
            line->x[i] = (double) i;
        }
      cut_at_start (line, series);
    }
  if (series->counterfactual != NULL)
    {
      line = mappe_chart_add_line (panel, L_ ("Expected without the measure"), MAPPE_CHART_ROLE_EXPECTED,
                                   &series->points, series->counterfactual);
      line->label = g_strdup (L_ ("Expected without the measure"));
      line->dashed = TRUE;
    }
  return mappe_chart_finish (self);
}
