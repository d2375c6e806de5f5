/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-rows.h"

#include <math.h>

#include "mappe-chart-private.h"

#define SPREAD 0.16  /* of before and after around the middle of their row */
#define FARTHEST 12  /* a wide interval reaches no further than that ratio beyond the estimates */

static const MappeChartEstimate nothing = { NAN, NAN, NAN };

static void
suppress (MappeChartSeries *series, guint nth)
{
  if (series->flags == NULL)
    series->flags = g_new0 (guint8, MAX (series->n, 1));
  series->flags[nth] |= MAPPE_CHART_POINT_SUPPRESSED;
}

/* --- before and after --- */

static const char **
names_of_change (const MappeChartChange *change)
{
  const char **names = g_new0 (const char *, change->n_rows + 1);

  for (guint i = 0; i < change->n_rows; i++)
    names[i] = change->rows[i].name;
  return names;
}

static MappeChartSeries *
add_estimates (MappeChartPanel *panel, const char *name, MappeChartRole role, guint draw,
               const MappeChartChange *change, gsize member, double offset)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, name, role, draw, change->n_rows);

  series->offset = offset;
  for (guint i = 0; i < change->n_rows; i++)
    {
      const MappeChartChangeRow *row = &change->rows[i];

      mappe_chart_series_set (series, i, i, &G_STRUCT_MEMBER (MappeChartEstimate, row, member));
      if (row->suppressed)
        suppress (series, i);
    }
  return series;
}

/* An arrow leads from each figure before to the one after. */
static void
join_pairs (MappeChartPanel *panel, const MappeChartChange *change)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, "", MAPPE_CHART_ROLE_LIMIT, MAPPE_CHART_ARROWS,
                                                     change->n_rows);

  series->reference = TRUE;
  series->tabular = FALSE;
  series->strength = 0.8;
  series->offset = SPREAD;
  for (guint i = 0; i < change->n_rows; i++)
    {
      const MappeChartChangeRow *row = &change->rows[i];
      MappeChartEstimate pair = { row->after.estimate, row->before.estimate, row->after.estimate };

      mappe_chart_series_set (series, i, i, row->suppressed ? &nothing : &pair);
    }
}

static void
add_differences (MappeChart *self, const MappeChartChange *change, const char *const *names)
{
  MappeChartPanel *panel = mappe_chart_add_panel (self, change->difference.name);
  const MappeLanguage *language = self->language;
  MappeChartSeries *series;

  mappe_chart_set_quantity (&panel->value, &change->difference);
  mappe_chart_set_rows (panel, names, change->n_rows);
  panel->horizontal = TRUE;
  panel->value.zero = TRUE;
  panel->position.silent = TRUE;
  panel->weight = 0.75;
  /* On a whole scale the arrows tell the difference as well. */
  panel->optional = change->to > change->from;
  series = add_estimates (panel, change->difference.name != NULL ? change->difference.name : L_ ("Difference"),
                          MAPPE_CHART_ROLE_POOLED, MAPPE_CHART_MARKERS | MAPPE_CHART_WHISKERS, change,
                          G_STRUCT_OFFSET (MappeChartChangeRow, difference), 0);
  for (guint i = 0; i < change->n_rows; i++)
    {
      const MappeChartEstimate *difference = &change->rows[i].difference;

      mappe_chart_add_column (panel, NULL, i,
                              change->rows[i].suppressed
                                  ? g_strdup (mappe_chart_suppressed_text (self))
                                  : mappe_chart_estimate_text (self, &panel->value, difference->estimate,
                                                               difference->lower, difference->upper));
    }
  series->role = MAPPE_CHART_ROLE_POOLED;
  mappe_chart_add_rule (panel, TRUE, 0, TRUE, NULL);
}

/* A scale with two ends is shown whole, with room for the markers at them. */
static void
set_scale (MappeChartAxis *axis, const MappeChartChange *change)
{
  if (change->to <= change->from)
    return;
  axis->from = change->from - 0.05 * (change->to - change->from);
  axis->to = change->to + 0.05 * (change->to - change->from);
  axis->fixed = TRUE;
  axis->zero = FALSE;
  axis->whole = TRUE;
}

/** mappe_chart_new_change: Returns: (transfer full): dots before and after with whiskers, differences beside */
MappeChart *
mappe_chart_new_change (const MappeChartHead *head, const MappeChartChange *change)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, change->quantity.name);
  const MappeLanguage *language = self->language;
  g_autofree const char **names = names_of_change (change);

  self->columns = change->single ? 1 : 2;
  panel->horizontal = TRUE;
  mappe_chart_set_quantity (&panel->value, &change->quantity);
  mappe_chart_set_rows (panel, names, change->n_rows);
  set_scale (&panel->value, change);
  if (!change->single)
    join_pairs (panel, change);
  add_estimates (panel, change->before_name != NULL ? change->before_name : L_ ("Before"), MAPPE_CHART_ROLE_BEFORE,
                 MAPPE_CHART_MARKERS | MAPPE_CHART_WHISKERS, change, G_STRUCT_OFFSET (MappeChartChangeRow, before),
                 change->single ? 0 : -SPREAD)->keyed = TRUE;
  if (change->single)
    return mappe_chart_finish (self);
  add_estimates (panel, change->after_name != NULL ? change->after_name : L_ ("After"), MAPPE_CHART_ROLE_AFTER,
                 MAPPE_CHART_MARKERS | MAPPE_CHART_WHISKERS, change, G_STRUCT_OFFSET (MappeChartChangeRow, after),
                 SPREAD)->keyed = TRUE;
  add_differences (self, change, names);
  return mappe_chart_finish (self);
}

/* --- answers --- */

static MappeChartRole
role_of_answer (guint nth, guint n)
{
  static const MappeChartRole roles[][5] = {
    { MAPPE_CHART_ROLE_WORST, MAPPE_CHART_ROLE_BEST },
    { MAPPE_CHART_ROLE_WORST, MAPPE_CHART_ROLE_NEUTRAL, MAPPE_CHART_ROLE_BEST },
    { MAPPE_CHART_ROLE_WORST, MAPPE_CHART_ROLE_BAD, MAPPE_CHART_ROLE_GOOD, MAPPE_CHART_ROLE_BEST },
    { MAPPE_CHART_ROLE_WORST, MAPPE_CHART_ROLE_BAD, MAPPE_CHART_ROLE_NEUTRAL, MAPPE_CHART_ROLE_GOOD,
      MAPPE_CHART_ROLE_BEST },
  };

  return roles[n - 2][nth];
}

/* Where the bar of the first answer begins: what is negative lies left of 0, the middle answer on both sides. */
static double
left_edge (const MappeChartLikert *likert, const double *shares)
{
  double edge = 0;

  for (guint i = 0; i < likert->n_answers / 2; i++)
    edge -= shares[i];
  if (likert->n_answers % 2 == 1 && !likert->aside)
    edge -= shares[likert->n_answers / 2] / 2;
  return edge;
}

static gboolean
is_aside (const MappeChartLikert *likert, guint answer)
{
  return likert->aside && likert->n_answers % 2 == 1 && answer == likert->n_answers / 2;
}

/* The column of middle answers set aside begins at the same place in all rows. */
static double
aside_edge (const MappeChartLikert *likert)
{
  double edge = 0;

  for (guint i = 0; i < likert->n_rows; i++)
    {
      double right = 0;

      for (guint j = (likert->n_answers + 1) / 2; j < likert->n_answers && !likert->rows[i].suppressed; j++)
        right += likert->rows[i].shares[j];
      edge = MAX (edge, right);
    }
  return edge + 6;
}

static void
set_bar (MappeChartSeries *series, const MappeChartLikert *likert, guint row, guint answer, double aside)
{
  const MappeChartLikertRow *given = &likert->rows[row];
  MappeChartEstimate bar = nothing;

  if (!given->suppressed)
    {
      bar.lower = left_edge (likert, given->shares);
      for (guint i = 0; i < answer; i++)
        bar.lower += is_aside (likert, i) ? 0 : given->shares[i];
      if (is_aside (likert, answer))
        bar.lower = aside;
      bar.estimate = bar.upper = bar.lower + given->shares[answer];
    }
  mappe_chart_series_set (series, row, row, &bar);
  series->shown[row] = given->suppressed ? NAN : given->shares[answer];
  if (given->suppressed)
    suppress (series, row);
}

static char **
names_of_likert (const MappeChart *self, const MappeChartLikert *likert)
{
  char **names = g_new0 (char *, likert->n_rows + 1);

  for (guint i = 0; i < likert->n_rows; i++)
    {
      g_autofree char *n = mappe_chart_number_text (likert->rows[i].n, 0, self->language);

      names[i] = likert->rows[i].suppressed ? g_strdup (likert->rows[i].name)
                                            : g_strdup_printf ("%s (n\u00a0=\u00a0%s)", likert->rows[i].name, n);
    }
  return names;
}

/* How many answered stands at the end of the row, where a long name cannot push it out. */
static void
add_numbers (MappeChart *self, MappeChartPanel *panel, const MappeChartLikert *likert)
{
  panel->position.labels = g_new0 (char *, likert->n_rows + 1);
  for (guint i = 0; i < likert->n_rows; i++)
    {
      g_autofree char *n = mappe_chart_number_text (likert->rows[i].n, 0, self->language);

      panel->position.labels[i] = g_strdup (likert->rows[i].name != NULL ? likert->rows[i].name : "");
      if (!likert->rows[i].suppressed)
        mappe_chart_add_column (panel, NULL, i, g_strdup_printf ("n\u00a0=\u00a0%s", n));
    }
}

/** mappe_chart_new_likert: Returns: (transfer full): diverging bars of answers */
MappeChart *
mappe_chart_new_likert (const MappeChartHead *head, const MappeChartLikert *likert)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);
  g_auto (GStrv) names = names_of_likert (self, likert);
  double aside = aside_edge (likert);

  /* What is set aside has a place, but no scale. */
  panel->value.ticks_to = likert->aside && likert->n_answers % 2 == 1 ? aside : INFINITY;
  panel->horizontal = TRUE;
  panel->value.unit = g_strdup ("%");
  panel->value.whole = TRUE;
  panel->value.zero = TRUE;
  panel->value.absolute = TRUE;
  panel->bars = TRUE;
  mappe_chart_set_rows (panel, (const char *const *) names, likert->n_rows);
  add_numbers (self, panel, likert);
  for (guint i = 0; i < likert->n_answers && likert->n_answers >= 2 && likert->n_answers <= 5; i++)
    {
      MappeChartSeries *series = mappe_chart_add_series (panel, likert->answers[i],
                                                         role_of_answer (i, likert->n_answers),
                                                         MAPPE_CHART_BARS | MAPPE_CHART_INSIDE, likert->n_rows);

      series->keyed = TRUE;
      series->thickness = 0.72;
      series->shown = g_new (double, MAX (likert->n_rows, 1));
      for (guint j = 0; j < likert->n_rows; j++)
        set_bar (series, likert, j, i, aside);
    }
  mappe_chart_add_rule (panel, TRUE, 0, TRUE, NULL);
  return mappe_chart_finish (self);
}

/* --- forest --- */

static const char **
names_of_forest (const MappeChartForest *forest)
{
  const char **names = g_new0 (const char *, forest->n_rows + 1);

  for (guint i = 0; i < forest->n_rows; i++)
    names[i] = forest->rows[i].name;
  return names;
}

static void
add_ratios (MappeChartPanel *panel, const MappeChartForest *forest, gboolean pooled)
{
  MappeChartRole sum = forest->few ? MAPPE_CHART_ROLE_HISTORY : MAPPE_CHART_ROLE_POOLED;
  guint draw = pooled ? MAPPE_CHART_DIAMOND : MAPPE_CHART_SQUARES | MAPPE_CHART_WHISKERS;
  MappeChartSeries *series = mappe_chart_add_series (panel, forest->quantity.name,
                                                     pooled ? sum : MAPPE_CHART_ROLE_MEASURE, draw, forest->n_rows);
  double most = 0;

  series->weights = g_new0 (double, MAX (forest->n_rows, 1));
  for (guint i = 0; i < forest->n_rows; i++)
    if (!forest->rows[i].pooled && !forest->rows[i].suppressed)
      most = MAX (most, forest->rows[i].weight);
  for (guint i = 0; i < forest->n_rows; i++)
    {
      const MappeChartForestRow *row = &forest->rows[i];

      mappe_chart_series_set (series, i, i, row->pooled == pooled ? &row->ratio : &nothing);
      series->weights[i] = most > 0 ? CLAMP (row->weight / most, 0, 1) : 0.5;
      if (row->suppressed && row->pooled == pooled)
        suppress (series, i);
    }
}

/* A table that counts 3 cases has an interval from here to the moon; the axis follows the estimates. */
static void
set_ratio_axis (MappeChartAxis *axis, const MappeChartForest *forest)
{
  double from = 1, to = 1;

  for (guint i = 0; i < forest->n_rows; i++)
    if (!forest->rows[i].suppressed && forest->rows[i].ratio.estimate > 0 &&
        isfinite (forest->rows[i].ratio.estimate))
      {
        from = MIN (from, forest->rows[i].ratio.estimate);
        to = MAX (to, forest->rows[i].ratio.estimate);
      }
  from /= FARTHEST;
  to *= FARTHEST;
  axis->from = 0.8;
  axis->to = 1.25;
  for (guint i = 0; i < forest->n_rows; i++)
    if (!forest->rows[i].suppressed)
      {
        const MappeChartEstimate *ratio = &forest->rows[i].ratio;

        mappe_chart_axis_reach (axis, ratio->lower > 0 ? MAX (ratio->lower, from) : ratio->estimate);
        mappe_chart_axis_reach (axis, isfinite (ratio->upper) ? MIN (ratio->upper, to) : ratio->estimate);
        mappe_chart_axis_reach (axis, ratio->estimate);
      }
  axis->from /= 1.05;
  axis->to *= 1.05;
  axis->fixed = TRUE;
}

/** mappe_chart_new_forest: Returns: (transfer full): ratios with intervals on a log axis */
MappeChart *
mappe_chart_new_forest (const MappeChartHead *head, const MappeChartForest *forest)
{
  MappeChart *self = mappe_chart_new (head);
  MappeChartPanel *panel = mappe_chart_add_panel (self, NULL);
  const MappeLanguage *language = self->language;
  g_autofree const char **names = names_of_forest (forest);

  panel->horizontal = TRUE;
  mappe_chart_set_quantity (&panel->value, &forest->quantity);
  panel->value.kind = MAPPE_CHART_AXIS_LOG;
  panel->value.zero = FALSE;
  /* Translators: words at both ends of the axis of a ratio */
  panel->value.low = g_strdup (forest->more_is_better ? L_ ("← worse") : L_ ("← better"));
  panel->value.high = g_strdup (forest->more_is_better ? L_ ("better →") : L_ ("worse →"));
  mappe_chart_set_rows (panel, names, forest->n_rows);
  set_ratio_axis (&panel->value, forest);
  add_ratios (panel, forest, FALSE);
  add_ratios (panel, forest, TRUE);
  for (guint i = 0; i < forest->n_rows; i++)
    {
      const MappeChartEstimate *ratio = &forest->rows[i].ratio;

      mappe_chart_add_column (panel, NULL, i,
                              forest->rows[i].suppressed
                                  ? g_strdup (mappe_chart_suppressed_text (self))
                                  : mappe_chart_estimate_text (self, &panel->value, ratio->estimate, ratio->lower,
                                                               ratio->upper));
    }
  mappe_chart_add_rule (panel, TRUE, 1, TRUE, NULL);
  return mappe_chart_finish (self);
}
