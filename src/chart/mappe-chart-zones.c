/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-private.h"
#include "mappe-chart-rows.h"

#define BESIDE 0.022   /* between areas at one place, of the scale */

static void
suppress (MappeChartSeries *series, guint nth)
{
  if (series->flags == NULL)
    series->flags = g_new0 (guint8, MAX (series->n, 1));
  series->flags[nth] |= MAPPE_CHART_POINT_SUPPRESSED;
}

/* --- displacement --- */

static void
add_counts (MappeChartPanel *panel, const char *name, MappeChartRole role, guint draw,
            const MappeChartDisplacement *displacement, gsize member, double offset)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, name, role, draw, displacement->n_zones);

  series->keyed = TRUE;
  series->offset = offset;
  series->thickness = 0.36;
  for (guint i = 0; i < displacement->n_zones; i++)
    {
      const MappeChartZone *zone = &displacement->zones[i];

      series->y[i] = G_STRUCT_MEMBER (double, zone, member);
      if (zone->suppressed)
        suppress (series, i);
    }
}

static void
add_zones (MappeChart *self, const MappeChartDisplacement *displacement)
{
  MappeChartPanel *panel = mappe_chart_add_panel (self, displacement->quantity.name);
  const MappeLanguage *language = self->language;
  g_autofree const char **names = g_new0 (const char *, displacement->n_zones + 1);

  for (guint i = 0; i < displacement->n_zones; i++)
    names[i] = displacement->zones[i].name;
  mappe_chart_set_quantity (&panel->value, &displacement->quantity);
  panel->value.zero = TRUE;
  mappe_chart_set_rows (panel, names, displacement->n_zones);
  add_counts (panel, L_ ("Before"), MAPPE_CHART_ROLE_BEFORE, MAPPE_CHART_BARS | MAPPE_CHART_INSIDE, displacement,
              G_STRUCT_OFFSET (MappeChartZone, before), -0.19);
  add_counts (panel, L_ ("After"), MAPPE_CHART_ROLE_AFTER, MAPPE_CHART_BARS | MAPPE_CHART_INSIDE, displacement,
              G_STRUCT_OFFSET (MappeChartZone, after), 0.19);
  add_counts (panel, L_ ("Expected"), MAPPE_CHART_ROLE_EXPECTED, MAPPE_CHART_LEVELS, displacement,
              G_STRUCT_OFFSET (MappeChartZone, expected), 0.19);
}

static void
add_balance (MappeChart *self, const MappeChartDisplacement *displacement)
{
  MappeChartPanel *panel = mappe_chart_add_panel (self, displacement->difference.name);
  const MappeLanguage *language = self->language;
  const char *names[] = { displacement->local_name != NULL ? displacement->local_name : L_ ("Measure area"),
                          displacement->buffer_name != NULL ? displacement->buffer_name : L_ ("Surroundings"),
                          displacement->total_name != NULL ? displacement->total_name : L_ ("Together") };
  const MappeChartEstimate *estimates[] = { &displacement->local, &displacement->buffer, &displacement->total };
  MappeChartSeries *series;

  mappe_chart_set_quantity (&panel->value, &displacement->difference);
  panel->value.zero = TRUE;
  panel->horizontal = TRUE;
  panel->value.low = g_strdup (L_ ("← fewer"));
  panel->value.high = g_strdup (L_ ("more →"));
  mappe_chart_set_rows (panel, names, 3);
  series = mappe_chart_add_series (panel, displacement->difference.name, MAPPE_CHART_ROLE_POOLED,
                                   MAPPE_CHART_MARKERS | MAPPE_CHART_WHISKERS, 3);
  for (guint i = 0; i < 3; i++)
    {
      mappe_chart_series_set (series, i, i, estimates[i]);
      if (displacement->suppressed)
        suppress (series, i);
      mappe_chart_add_column (panel, NULL, i,
                              displacement->suppressed
                                  ? g_strdup (mappe_chart_suppressed_text (self))
                                  : mappe_chart_estimate_text (self, &panel->value, estimates[i]->estimate,
                                                               estimates[i]->lower, estimates[i]->upper));
    }
  mappe_chart_add_rule (panel, TRUE, 0, TRUE, NULL);
}

/* From displaced more than gained, over −1 and 0, to gained more around than within. */
static void
add_quotient (MappeChart *self, const MappeChartDisplacement *displacement)
{
  const MappeLanguage *language = self->language;
  MappeChartPanel *panel = mappe_chart_add_panel (self, L_ ("Displacement quotient (WDQ), without an interval"));
  const char *names[] = { "WDQ" };
  MappeChartEstimate estimate = { displacement->wdq, NAN, NAN };
  MappeChartSeries *series;

  panel->horizontal = TRUE;
  panel->tall = 0.36;
  panel->optional = TRUE;
  panel->value.digits = 2;
  panel->value.fixed = TRUE;
  panel->value.from = MIN (-2, floor (displacement->wdq));
  panel->value.to = MAX (2, ceil (displacement->wdq));
  panel->value.low = g_strdup (L_ ("← displacement"));
  panel->value.high = g_strdup (L_ ("surroundings gain too →"));
  mappe_chart_set_rows (panel, names, 1);
  series = mappe_chart_add_series (panel, "WDQ", MAPPE_CHART_ROLE_POOLED, MAPPE_CHART_MARKERS, 1);
  series->strength = 1.3;
  mappe_chart_series_set (series, 0, 0, &estimate);
  mappe_chart_add_column (panel, NULL, 0, mappe_chart_value_text (self, &panel->value, displacement->wdq));
  for (int at = -1; at <= 1; at++)
    mappe_chart_add_rule (panel, TRUE, at, at == 0, NULL);
}

static void
add_note (MappeChart *self, const char *text)
{
  guint n = self->notes != NULL ? g_strv_length (self->notes) : 0;

  self->notes = g_realloc_n (self->notes, n + 2, sizeof (char *));
  self->notes[n] = g_strdup (text);
  self->notes[n + 1] = NULL;
}

/** mappe_chart_new_displacement: Returns: (transfer full): zones before and after, and what was displaced */
MappeChart *
mappe_chart_new_displacement (const MappeChartHead *head, const MappeChartDisplacement *displacement)
{
  MappeChart *self = mappe_chart_new (head);

  self->columns = 2;
  add_zones (self, displacement);
  add_balance (self, displacement);
  if (displacement->wdq_text != NULL && isfinite (displacement->wdq) && !displacement->suppressed)
    {
      add_quotient (self, displacement);
      add_note (self, displacement->wdq_text);
    }
  return mappe_chart_finish (self);
}

/* --- goals --- */

static void
add_levels (MappeChartPanel *panel, const MappeChartGoals *goals)
{
  for (int level = -2; level <= 2; level++)
    {
      MappeChartSeries *step = mappe_chart_add_series (panel, "", MAPPE_CHART_ROLE_NEUTRAL, MAPPE_CHART_SQUARES,
                                                       goals->n_goals);

      step->reference = TRUE;
      step->tabular = FALSE;
      step->weights = g_new (double, MAX (goals->n_goals, 1));
      for (guint i = 0; i < goals->n_goals; i++)
        {
          step->y[i] = level;
          step->weights[i] = 0.12;
        }
    }
}

static MappeChartSeries *
add_marks (MappeChartPanel *panel, const char *name, MappeChartRole role, const MappeChartGoals *goals,
           gboolean now)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, name, role, MAPPE_CHART_MARKERS, goals->n_goals);

  series->keyed = TRUE;
  /* Where both are the same, the start is seen around the other. */
  series->strength = now ? 1.5 : 2.2;
  for (guint i = 0; i < goals->n_goals; i++)
    {
      int level = now ? goals->goals[i].now : goals->goals[i].start;

      if (level >= -2 && level <= 2)
        series->y[i] = level;
    }
  return series;
}

static void
join_marks (MappeChartPanel *panel, const MappeChartGoals *goals)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, "", MAPPE_CHART_ROLE_AFTER, MAPPE_CHART_ARROWS,
                                                     goals->n_goals);

  series->reference = TRUE;
  series->tabular = FALSE;
  series->strength = 1.4;
  for (guint i = 0; i < goals->n_goals; i++)
    {
      MappeChartEstimate way = { goals->goals[i].now, goals->goals[i].start, goals->goals[i].now };

      if (ABS (goals->goals[i].now) > 2 || ABS (goals->goals[i].start) > 2)
        way = (MappeChartEstimate) { NAN, NAN, NAN };
      mappe_chart_series_set (series, i, i, &way);
    }
}

/** mappe_chart_new_goals: Returns: (transfer full): five steps for each goal, start and now marked */
MappeChart *
mappe_chart_new_goals (const MappeChartHead *head, const MappeChartGoals *goals)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, goals->score_text);
  const MappeLanguage *language = self->language;
  g_autofree const char **names = g_new0 (const char *, goals->n_goals + 1);

  for (guint i = 0; i < goals->n_goals; i++)
    names[i] = goals->goals[i].name;
  panel->horizontal = TRUE;
  mappe_chart_set_rows (panel, names, goals->n_goals);
  panel->value.from = -2.5;
  panel->value.to = 2.5;
  panel->value.fixed = TRUE;
  panel->value.whole = TRUE;
  panel->value.low = g_strdup (L_ ("← less than expected"));
  panel->value.high = g_strdup (L_ ("more than expected →"));
  add_levels (panel, goals);
  join_marks (panel, goals);
  add_marks (panel, L_ ("Start"), MAPPE_CHART_ROLE_BEFORE, goals, FALSE);
  add_marks (panel, L_ ("Now"), MAPPE_CHART_ROLE_AFTER, goals, TRUE);
  mappe_chart_add_rule (panel, TRUE, 0, FALSE, NULL);
  return mappe_chart_finish (self);
}

/* --- funnel --- */

static void
add_curve (MappeChartPanel *panel, const char *name, const MappeChartFunnel *funnel, const double *values,
           gboolean labelled, double strength)
{
  MappeChartPoints points = { funnel->n_limits, funnel->sizes, values, NULL };
  MappeChartSeries *series;

  if (values == NULL || funnel->n_limits == 0)
    return;
  series = mappe_chart_add_line (panel, name, MAPPE_CHART_ROLE_LIMIT, &points, values);
  series->tabular = FALSE;
  series->strength = strength;
  series->dashed = TRUE;
  if (labelled)
    series->label = g_strdup (name);
}

/* What is suppressed has no place in the picture; its names are told beneath. */
static void
tell_suppressed (MappeChart *self, GString *names)
{
  g_autofree char *note = NULL;

  if (names->len > 0)
    note = g_strdup_printf ("%s: %s", names->str, mappe_chart_suppressed_text (self));
  if (note != NULL)
    add_note (self, note);
  g_string_free (names, TRUE);
}

static void
add_name (GString *names, const char *name)
{
  g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", name);
}

static void
add_quarters (MappeChart *self, MappeChartPanel *panel, const MappeChartFunnel *funnel)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, "", MAPPE_CHART_ROLE_MEASURE,
                                                     MAPPE_CHART_MARKERS | MAPPE_CHART_NAMES, funnel->n_quarters);
  GString *hidden = g_string_new (NULL);

  series->x = g_new (double, MAX (funnel->n_quarters, 1));
  series->texts = g_new0 (char *, funnel->n_quarters + 1);
  series->flags = g_new0 (guint8, MAX (funnel->n_quarters, 1));
  for (guint i = 0; i < funnel->n_quarters; i++)
    {
      const MappeChartQuarter *quarter = &funnel->quarters[i];

      series->x[i] = quarter->suppressed ? NAN : quarter->size;
      series->y[i] = quarter->value;
      series->texts[i] = g_strdup (quarter->name);
      series->flags[i] = (quarter->outside ? MAPPE_CHART_POINT_SIGNAL : 0) |
                         (quarter->suppressed ? MAPPE_CHART_POINT_SUPPRESSED : 0);
      if (quarter->suppressed)
        add_name (hidden, quarter->name);
    }
  tell_suppressed (self, hidden);
}

/** mappe_chart_new_funnel: Returns: (transfer full): quarters within the limits that their size allows */
MappeChart *
mappe_chart_new_funnel (const MappeChartHead *head, const MappeChartFunnel *funnel)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);
  const MappeLanguage *language = self->language;
  g_autofree char *center = NULL;

  mappe_chart_set_quantity (&panel->value, &funnel->quantity);
  mappe_chart_set_quantity (&panel->position, &funnel->size_quantity);
  panel->position.kind = MAPPE_CHART_AXIS_NUMBER;
  panel->position.zero = TRUE;
  mappe_chart_axis_reach (&panel->position, 0);
  add_curve (panel, L_ ("Limits (95%)"), funnel, funnel->inner_upper, TRUE, 0.8);
  add_curve (panel, L_ ("Limits (95%)"), funnel, funnel->inner_lower, FALSE, 0.8);
  add_curve (panel, L_ ("Limits (99.8%)"), funnel, funnel->outer_upper, TRUE, 0.5);
  add_curve (panel, L_ ("Limits (99.8%)"), funnel, funnel->outer_lower, FALSE, 0.5);
  add_quarters (self, panel, funnel);
  center = mappe_chart_value_text (self, &panel->value, funnel->center);
  if (isfinite (funnel->center))
    {
      g_autofree char *text = g_strdup_printf ("%s %s", funnel->center_name != NULL ? funnel->center_name
                                                                                     : L_ ("Town"), center);

      mappe_chart_add_rule (panel, TRUE, funnel->center, TRUE, text);
    }
  return mappe_chart_finish (self);
}

/* --- map of areas --- */

/* On a scale of a few steps several areas stand at one place: beside each other, all of them are seen. */
static double
beside (const MappeChartAreas *areas, guint nth)
{
  const MappeChartArea *area = &areas->areas[nth];
  guint before = 0, same = 0;

  for (guint i = 0; i < areas->n_areas; i++)
    if (!areas->areas[i].suppressed && areas->areas[i].recorded == area->recorded
        && areas->areas[i].perceived == area->perceived)
      {
        same++;
        before += i < nth;
      }
  return areas->recorded_quantity.digits == 0 && areas->most > 0
             ? (before - (same - 1) / 2.0) * MIN (areas->most * BESIDE, 0.8 / same) : 0;
}

static void
add_areas (MappeChart *self, MappeChartPanel *panel, const MappeChartAreas *areas)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, "", MAPPE_CHART_ROLE_MEASURE,
                                                     MAPPE_CHART_MARKERS | MAPPE_CHART_NAMES, areas->n_areas);
  GString *hidden = g_string_new (NULL);

  series->x = g_new (double, MAX (areas->n_areas, 1));
  series->texts = g_new0 (char *, areas->n_areas + 1);
  series->flags = g_new0 (guint8, MAX (areas->n_areas, 1));
  series->strength = 1.4;
  for (guint i = 0; i < areas->n_areas; i++)
    {
      series->x[i] = areas->areas[i].suppressed ? NAN : areas->areas[i].recorded + beside (areas, i);
      series->y[i] = areas->areas[i].perceived;
      series->texts[i] = g_strdup (areas->areas[i].name);
      series->flags[i] = areas->areas[i].suppressed ? MAPPE_CHART_POINT_SUPPRESSED : 0;
      if (areas->areas[i].suppressed)
        add_name (hidden, areas->areas[i].name);
    }
  tell_suppressed (self, hidden);
}

/** mappe_chart_new_areas: Returns: (transfer full): areas by recorded and perceived deficit */
MappeChart *
mappe_chart_new_areas (const MappeChartHead *head, const MappeChartAreas *areas)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);

  mappe_chart_set_quantity (&panel->value, &areas->perceived_quantity);
  mappe_chart_set_quantity (&panel->position, &areas->recorded_quantity);
  panel->position.kind = MAPPE_CHART_AXIS_NUMBER;
  mappe_chart_axis_reach (&panel->position, 0);
  mappe_chart_axis_reach (&panel->value, 0);
  if (areas->most > 0)
    {
      mappe_chart_axis_reach (&panel->position, areas->most);
      mappe_chart_axis_reach (&panel->value, areas->most);
    }
  add_areas (self, panel, areas);
  mappe_chart_add_rule (panel, FALSE, areas->recorded_middle, FALSE, NULL);
  mappe_chart_add_rule (panel, TRUE, areas->perceived_middle, FALSE, NULL);
  if (areas->quarter_words != NULL)
    {
      panel->corners = g_new0 (char *, 5);
      for (guint i = 0; i < 4; i++)
        panel->corners[i] = g_strdup (areas->quarter_words[i]);
    }
  return mappe_chart_finish (self);
}
