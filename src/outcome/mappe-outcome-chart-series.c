/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-area.h"
#include "mappe-control-chart.h"
#include "mappe-cusum.h"
#include "mappe-indicator.h"
#include "mappe-outcome-chart-private.h"
#include "mappe-run-chart.h"
#include "mappe-signals.h"

/* Charts of an indicator over time. */

/* The points of a series and what belongs to each of them. */
typedef struct {
  const MappeSeries *series;
  gsize              n;
  double            *x, *y;
  guint8            *flags;
} Drawn;

static void
drawn_init (Drawn *self, const MappeSeries *series)
{
  *self = (Drawn) { series, series->points->len, mappe_chart_frame_x (series), mappe_chart_frame_y (series),
                    mappe_chart_frame_flags (series) };
}

static void
drawn_clear (Drawn *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->flags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

static MappeChartPoints
points_of (const Drawn *self)
{
  return (MappeChartPoints) { self->n, self->x, self->y, self->flags };
}

static double *
line_at (gsize n, double value)
{
  double *line = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    line[i] = value;
  return line;
}

/* What is reckoned from a series with hidden counts knows only their mean. */
static void
note_hidden (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;

  if (mappe_series_hides (frame->of->of->series))
    g_ptr_array_add (frame->notes, (gpointer) L_("Lines and signals reckon hidden counts as their mean."));
}

static gboolean
is_frozen (const MappeEvaluation *of)
{
  return mappe_evaluation_baseline (of).to < of->of->series->points->len;
}

/* --- run chart (1) --- */

/* The points of a run that is longer than chance explains are ringed. */
static void
ring_runs (Drawn *drawn, double centre, gsize longest)
{
  gsize from = 0, length = 0;
  int side = 0;

  for (gsize i = 0; i <= drawn->n; i++)
    {
      int here = i == drawn->n || isnan (drawn->y[i]) ? 0 : (drawn->y[i] > centre) - (drawn->y[i] < centre);

      if (i < drawn->n && here == 0)
        continue;
      if (i < drawn->n && here == side)
        {
          length++;
          continue;
        }
      for (gsize k = from; k < i && length > longest; k++)
        if (!isnan (drawn->y[k]) && drawn->y[k] != centre)
          drawn->flags[k] |= MAPPE_CHART_POINT_SIGNAL;
      from = i;
      length = 1;
      side = here;
    }
}

MappeChart *
mappe_outcome_chart_run (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  const MappeSeries *series = frame->of->of->series;
  g_auto (Drawn) drawn;
  gsize n_base, n_all;
  g_autofree double *base = mappe_series_values (series, mappe_evaluation_baseline (frame->of), &n_base);
  g_autofree double *all = mappe_series_values (series, (MappeSpan) { .from = 0, .to = series->points->len }, &n_all);
  g_autofree double *centre = NULL;
  double median = mappe_run_chart_median (base, n_base);
  MappeRunChart run = mappe_run_chart (all, n_all, median);
  MappeChartControl control;

  drawn_init (&drawn, series);
  centre = line_at (drawn.n, median);
  if (run.status == MAPPE_STATS_OK)
    ring_runs (&drawn, median, run.longest_max);
  note_hidden (frame);
  if (run.status == MAPPE_STATS_OK && run.signal)
    g_ptr_array_add (frame->notes,
                     (gpointer) mappe_chart_frame_keep (
                         frame, g_strdup_printf (L_("Longest run %1$u (chance: up to %2$u), crossings %3$u (chance: at "
                                                    "least %4$u)"),
                                                 (guint) run.longest, (guint) run.longest_max, (guint) run.crossings,
                                                 (guint) run.crossings_min)));
  control = (MappeChartControl) {
    .timeline = frame->timeline, .quantity = frame->quantity, .points = points_of (&drawn), .center = centre,
    .center_name = is_frozen (frame->of) ? L_("Median before") : L_("Median"),
  };
  return mappe_chart_new_control (mappe_chart_frame_head (frame), &control);
}

/* --- control charts (1, 5) --- */

/* One set of rules only, since each further rule raises false alarms (OUTCOMES 4.13). */
static void
ring_signals (Drawn *drawn, double centre, double sigma)
{
  static const MappeSignalRule rules[] = { MAPPE_SIGNAL_BEYOND3, MAPPE_SIGNAL_NHS_SHIFT7, MAPPE_SIGNAL_NHS_TREND7,
                                           MAPPE_SIGNAL_NHS_TWO_OF_THREE };
  g_autofree gsize *places = g_new (gsize, MAX (drawn->n, 1));

  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    {
      gsize n = mappe_signal_find (rules[rule], drawn->y, drawn->n, centre, sigma, places);

      for (gsize i = 0; i < n; i++)
        drawn->flags[places[i] - 1] |= MAPPE_CHART_POINT_SIGNAL;
    }
}

static MappeChart *
control_of_values (MappeChartFrame *frame, Drawn *drawn)
{
  const MappeLanguage *language = frame->language;
  MappeSpan span = mappe_evaluation_baseline (frame->of);
  gsize n;
  g_autofree double *base = mappe_series_values (drawn->series, span, &n);
  MappeXmr xmr = mappe_xmr (base, n, n);
  gboolean positive = mappe_series_is_count (drawn->series);
  g_autofree double *centre = line_at (drawn->n, xmr.mean);
  g_autofree double *lower = line_at (drawn->n, positive ? MAX (0, xmr.limits.lo) : xmr.limits.lo);
  g_autofree double *upper = line_at (drawn->n, xmr.limits.hi);
  MappeChartControl control;

  note_hidden (frame);
  ring_signals (drawn, xmr.mean, (xmr.limits.hi - xmr.mean) / 3);
  control = (MappeChartControl) {
    .timeline = frame->timeline, .quantity = frame->quantity, .points = points_of (drawn), .center = centre,
    .center_name = xmr.status == MAPPE_STATS_TRIAL_LIMITS ? L_("Mean, trial limits")
                   : is_frozen (frame->of)                ? L_("Mean before") : L_("Mean"),
    .lower = lower, .upper = upper,
  };
  return mappe_chart_new_control (mappe_chart_frame_head (frame), &control);
}

static gboolean
all_have_bases (const MappeSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i);

      if (!isnan (point->value) && !(point->base > 0))
        return FALSE;
    }
  return TRUE;
}

/* Values out of something vary with its size: stepped limits of a u chart. */
static MappeChart *
control_of_rates (MappeChartFrame *frame, Drawn *drawn)
{
  const MappeLanguage *language = frame->language;
  g_autofree double *sizes = g_new (double, MAX (drawn->n, 1));
  g_autofree double *counts = g_memdup2 (drawn->y, MAX (drawn->n, 1) * sizeof *drawn->y);
  g_autofree double *centre = NULL;
  g_autofree double *lower = g_new (double, MAX (drawn->n, 1));
  g_autofree double *upper = g_new (double, MAX (drawn->n, 1));
  MappeAttributeCase given = { MAPPE_ATTRIBUTE_U, counts, sizes, NULL, drawn->n };
  MappeAttributeChart chart;
  MappeChartControl control;

  for (gsize i = 0; i < drawn->n; i++)
    sizes[i] = ((MappePoint *) g_ptr_array_index (drawn->series->points, i))->base;
  chart = mappe_attribute_chart (&given);
  for (gsize i = 0; i < drawn->n; i++)
    {
      MappeInterval limits = mappe_attribute_chart_limits (&chart, &given, i);

      lower[i] = MAX (0, limits.lo);
      upper[i] = limits.hi;
      drawn->y[i] = isnan (counts[i]) ? NAN : counts[i] / sizes[i];
      if (!isnan (drawn->y[i]) && mappe_control_chart_is_out (drawn->y[i], limits))
        drawn->flags[i] |= MAPPE_CHART_POINT_SIGNAL;
    }
  centre = line_at (drawn->n, chart.centre);
  control = (MappeChartControl) {
    .timeline = frame->timeline, .quantity = frame->quantity, .points = points_of (drawn), .center = centre,
    .center_name = L_("Mean"), .lower = lower, .upper = upper, .stepped = TRUE,
  };
  control.quantity.digits = 3;
  return mappe_chart_new_control (mappe_chart_frame_head (frame), &control);
}

MappeChart *
mappe_outcome_chart_control (MappeChartFrame *frame)
{
  g_auto (Drawn) drawn;

  drawn_init (&drawn, frame->of->of->series);
  if (mappe_series_is_count (drawn.series) && all_have_bases (drawn.series))
    return control_of_rates (frame, &drawn);
  return control_of_values (frame, &drawn);
}

/* --- index lines (2) --- */

static const MappeChartRole area_roles[MAPPE_AREA_N] = {
  MAPPE_CHART_ROLE_MEASURE, MAPPE_CHART_ROLE_BUFFER, MAPPE_CHART_ROLE_COMPARISON, MAPPE_CHART_ROLE_FOURTH,
};

static char *
sum_words (MappeSpan span, const MappeLanguage *language)
{
  return span.shown ? mappe_chart_number_text (span.sum, 0, language) : g_strdup ("–");
}

/* Indices tell counts to who knows the mean, so what is suppressed is not turned into one. */
static void
to_index (Drawn *drawn, MappeSpan before)
{
  for (gsize i = 0; i < drawn->n; i++)
    drawn->y[i] = drawn->y[i] * 100 / (before.sum / before.n);
}

MappeChart *
mappe_outcome_chart_index (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  Drawn drawn[MAPPE_AREA_N];
  MappeChartIndexLine lines[MAPPE_AREA_N];
  MappeChartIndex index = { .timeline = frame->timeline, .lines = lines };
  MappeChart *chart;

  for (MappeAreaOrder area = 0; area < MAPPE_AREA_N; area++)
    {
      const MappeSeries *series = mappe_evaluation_get_series (frame->of, area);
      MappeSpan before = frame->of->before[area], after = frame->of->after[area];

      if (series == NULL || before.n == 0 || before.sum == 0 || !before.shown)
        continue;
      drawn_init (&drawn[index.n_lines], series);
      to_index (&drawn[index.n_lines], before);
      lines[index.n_lines] = (MappeChartIndexLine) {
        mappe_series_place (series), area_roles[area], points_of (&drawn[index.n_lines]),
        mappe_chart_frame_keep (frame, sum_words (before, language)),
        mappe_chart_frame_keep (frame, sum_words (after, language)),
      };
      index.n_lines++;
    }
  index.quantity = (MappeChartQuantity) { L_("Index, mean before = 100"), NULL, 0, FALSE };
  chart = mappe_chart_new_index (mappe_chart_frame_head (frame), &index);
  for (guint i = 0; i < index.n_lines; i++)
    drawn_clear (&drawn[i]);
  return chart;
}

/* --- interrupted series (4) --- */

/* What may not be claimed is not drawn as a figure: the size stands there only if chance was reckoned with. */
static const char *
effect_words (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  const MappeInterrupted *line = &frame->of->line;
  guint digits = MAX (frame->quantity.digits, 1);
  double jump = line->b[MAPPE_INTERRUPTED_JUMP], half = 1.96 * line->nw[MAPPE_INTERRUPTED_JUMP];
  g_autofree char *size = NULL;
  g_autofree char *lo = NULL;
  g_autofree char *hi = NULL;

  if (line->status != MAPPE_STATS_OK || isnan (half))
    return NULL;
  size = mappe_chart_number_text (jump, digits, language);
  lo = mappe_chart_number_text (jump - half, digits, language);
  hi = mappe_chart_number_text (jump + half, digits, language);
  return mappe_chart_frame_keep (frame, g_strdup_printf (L_("Jump at the start %1$s (95%% range %2$s to %3$s)"), size,
                                                         lo, hi));
}

MappeChart *
mappe_outcome_chart_interrupted (MappeChartFrame *frame)
{
  const MappeInterrupted *line = &frame->of->line;
  g_auto (Drawn) drawn;
  g_autofree double *fitted = NULL;
  g_autofree double *without = NULL;
  guint start = frame->of->after[0].from;
  MappeChartInterrupted chart;

  note_hidden (frame);
  drawn_init (&drawn, frame->of->of->series);
  fitted = line_at (drawn.n, NAN);
  without = line_at (drawn.n, NAN);
  for (gsize i = 0; i < drawn.n; i++)
    {
      double t = (double) i + 1, since = t - (start + 1);
      double before = line->b[MAPPE_INTERRUPTED_LEVEL] + line->b[MAPPE_INTERRUPTED_TREND] * t;

      if (i < frame->of->before[0].to)
        fitted[i] = before;
      else if (i >= start)
        {
          fitted[i] = before + line->b[MAPPE_INTERRUPTED_JUMP] + line->b[MAPPE_INTERRUPTED_SLOPE_CHANGE] * since;
          without[i] = before;
        }
    }
  chart = (MappeChartInterrupted) {
    .timeline = frame->timeline, .quantity = frame->quantity, .points = points_of (&drawn), .fitted = fitted,
    .counterfactual = without, .effect_text = effect_words (frame),
  };
  return mappe_chart_new_interrupted (mappe_chart_frame_head (frame), &chart);
}

/* --- seasons (9) --- */

MappeChart *
mappe_outcome_chart_season (MappeChartFrame *frame)
{
  const GPtrArray *points = frame->of->of->series->points;
  g_auto (Drawn) drawn;
  MappePeriod first = mappe_period_parse (((MappePoint *) g_ptr_array_index (points, 0))->period);
  guint n_years = ((guint) first.month - 1 + points->len + 11) / 12;
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) flags = g_ptr_array_new_with_free_func (g_free);
  MappeChartSeason season = { .quantity = frame->quantity, .first_year = first.year, .n_years = n_years };

  drawn_init (&drawn, frame->of->of->series);
  for (guint year = 0; year < n_years; year++)
    {
      g_ptr_array_add (years, line_at (12, NAN));
      g_ptr_array_add (flags, g_new0 (guint8, 12));
    }
  for (guint i = 0; i < points->len; i++)
    {
      guint at = (guint) first.month - 1 + i;

      ((double *) g_ptr_array_index (years, at / 12))[at % 12] = drawn.y[i];
      ((guint8 *) g_ptr_array_index (flags, at / 12))[at % 12] = drawn.flags[i];
    }
  season.years = (const double *const *) years->pdata;
  season.flags = (const guint8 *const *) flags->pdata;
  return mappe_chart_new_season (mappe_chart_frame_head (frame), &season);
}

/* --- cumulated difference (10) --- */

/* Each value against the mean before; the band is what chance makes of a sum that large. */
MappeChart *
mappe_outcome_chart_cumulated (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  const MappeEvaluation *of = frame->of;
  g_auto (Drawn) drawn;
  g_autofree double *lower = NULL;
  g_autofree double *upper = NULL;
  double mean = of->before[0].sum / of->before[0].n, sum = 0;
  gboolean banded = of->kind == MAPPE_EVALUATION_COUNT;
  guint n = 0;
  MappeChartCumulated cumulated;

  drawn_init (&drawn, of->of->series);
  lower = line_at (drawn.n, NAN);
  upper = line_at (drawn.n, NAN);
  for (gsize i = 0; i < drawn.n; i++)
    {
      if (isnan (drawn.y[i]) || (drawn.flags[i] & MAPPE_CHART_POINT_EXCLUDED) != 0)
        {
          drawn.y[i] = NAN;
          continue;
        }
      sum += drawn.y[i] - mean;
      drawn.y[i] = sum;
      n++;
      upper[i] = 1.96 * sqrt (of->phi * mean * n);
      lower[i] = -upper[i];
    }
  cumulated = (MappeChartCumulated) {
    .timeline = frame->timeline, .points = points_of (&drawn), .lower = banded ? lower : NULL,
    .upper = banded ? upper : NULL,
    .quantity = { L_("Cumulated difference to the mean before"), NULL, MAX (frame->quantity.digits, 1), TRUE },
  };
  return mappe_chart_new_cumulated (mappe_chart_frame_head (frame), &cumulated);
}
