/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-area.h"
#include "mappe-normal.h"
#include "mappe-outcome-chart-private.h"
#include "mappe-run-chart.h"

/* A small chart for each area of an indicator, all with the same axes (12): rates around the common one where the
 * residents are known, else counts around their own median. */

#define PER 1000
#define LEAST 2       /* areas */
#define WHOLE_PART 2  /* at least every second period must be whole for a common rate */

typedef struct {
  const MappeSeries *series;
  double             residents;  /* 0: not known */
  double            *x, *y, *center;
  double            *limits[4];  /* inner lower and upper, outer lower and upper; NULL: none */
  guint8            *flags;
} Area;

static void
area_clear (gpointer data)
{
  Area *self = data;

  g_free (self->x);
  g_free (self->y);
  g_free (self->center);
  g_free (self->flags);
  for (guint i = 0; i < G_N_ELEMENTS (self->limits); i++)
    g_free (self->limits[i]);
}

static gboolean
is_fit (const MappeSeries *series, const MappeSeries *first)
{
  return series != NULL && series->months > 0 && series->points->len > 0 && mappe_series_is_count (series)
         && series->months == first->months;
}

/** mappe_outcome_chart_n_multiples: Returns: how many areas have counts of the same periods */
guint
mappe_outcome_chart_n_multiples (const MappeEvaluation *of)
{
  guint n = 0;

  for (MappeAreaOrder area = 0; area < MAPPE_AREA_N; area++)
    n += is_fit (mappe_evaluation_get_series (of, area), of->of->series);
  return n >= LEAST ? n : 0;
}

static GArray *
take_areas (const MappeEvaluation *of)
{
  GArray *areas = g_array_new (FALSE, TRUE, sizeof (Area));

  g_array_set_clear_func (areas, area_clear);
  for (MappeAreaOrder order = 0; order < MAPPE_AREA_N; order++)
    {
      const MappeSeries *series = mappe_evaluation_get_series (of, order);
      Area area = { .series = series };

      if (!is_fit (series, of->of->series))
        continue;
      area.residents = series->area != NULL ? (double) mappe_row_get_int (series->area, MAPPE_AREA_RESIDENTS) : 0;
      area.x = mappe_chart_frame_x (series);
      area.y = mappe_chart_frame_y (series);
      area.flags = mappe_chart_frame_flags (series);
      g_array_append_val (areas, area);
    }
  return areas;
}

/* --- the common rate --- */

static const MappePoint *
point_of (const Area *area, double x)
{
  for (guint i = 0; i < area->series->points->len; i++)
    if (area->x[i] == x)
      return g_ptr_array_index (area->series->points, i);
  return NULL;
}

static gboolean
is_whole (const GArray *areas, double x, double *cases)
{
  *cases = 0;
  for (guint i = 0; i < areas->len; i++)
    {
      const MappePoint *point = point_of (&g_array_index (areas, Area, i), x);

      if (point == NULL || point->hidden || point->excluded || isnan (point->value))
        return FALSE;
      *cases += point->value;
    }
  return TRUE;
}

/* Only of periods in which every area shows its figure, so that no hidden one follows from it (OUTCOMES 8). Returns:
 * NAN if there is none */
static double
common_rate (const GArray *areas)
{
  const Area *first = &g_array_index (areas, Area, 0);
  double cases = 0, residents = 0, exposure = 0;
  guint n = first->series->points->len, whole = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      if (g_array_index (areas, Area, i).residents <= 0)
        return NAN;
      residents += g_array_index (areas, Area, i).residents;
    }
  for (guint i = 0; i < n; i++)
    {
      double here;

      if (!is_whole (areas, first->x[i], &here))
        continue;
      whole++;
      cases += here;
      exposure += residents;
    }
  return whole * WHOLE_PART >= n && cases > 0 ? cases * PER / exposure : NAN;
}

static double *
level_new (const Area *area, double level)
{
  double *values = g_new (double, area->series->points->len);

  for (guint i = 0; i < area->series->points->len; i++)
    values[i] = level;
  return values;
}

/* Returns: whether a period that counts lies beyond the outer limits */
static gboolean
put_around (Area *area, double rate)
{
  const double quantiles[] = { mappe_normal_quantile (0.975), mappe_normal_quantile (0.999) };
  gboolean beyond = FALSE;

  area->center = level_new (area, rate);
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      double lower, upper;

      mappe_outcome_chart_limits (rate, area->residents, quantiles[i], &lower, &upper);
      area->limits[2 * i] = level_new (area, lower);
      area->limits[2 * i + 1] = level_new (area, upper);
    }
  for (guint i = 0; i < area->series->points->len; i++)
    {
      const MappePoint *point = g_ptr_array_index (area->series->points, i);

      area->y[i] *= PER / area->residents;
      if (isnan (area->y[i]) || point->excluded
          || (area->y[i] >= area->limits[2][i] && area->y[i] <= area->limits[3][i]))
        continue;
      area->flags[i] |= MAPPE_CHART_POINT_SIGNAL;
      beyond = TRUE;
    }
  return beyond;
}

static void
put_around_median (Area *area)
{
  g_autofree double *shown = g_new (double, MAX (area->series->points->len, 1));
  gsize n = 0;

  for (guint i = 0; i < area->series->points->len; i++)
    if (!isnan (area->y[i]) && (area->flags[i] & MAPPE_CHART_POINT_EXCLUDED) == 0)
      shown[n++] = area->y[i];
  if (n > 0)
    area->center = level_new (area, mappe_run_chart_median (shown, n));
}

/* --- in words --- */

static void
say_areas (MappeChartFrame *frame, guint n)
{
  const MappeSeries *series = frame->of->of->series;
  const MappeLanguage *language = frame->language;
  g_autofree char *period = mappe_series_period_words (series, (MappeSpan) { 0, series->points->len }, language);

  /* Translators: number of areas; "October 2022 to October 2026" */
  frame->head.subtitle = mappe_chart_frame_keep (frame, g_strdup_printf (L_("n = %1$u areas, %2$s"), n, period));
}

static void
say_rates (MappeChartFrame *frame, guint beyond, guint n)
{
  const MappeLanguage *language = frame->language;

  frame->head.title = mappe_chart_frame_keep (
      frame, g_strdup_printf (L_("In %1$u of %2$u areas single periods lie beyond what chance explains"), beyond, n));
  frame->head.summary = frame->head.title;
  g_ptr_array_set_size (frame->notes, 0);
  g_ptr_array_add (frame->notes, (gpointer) L_("Ringed: beyond the outer limits (99.8%). This is no ranking, and says "
                                               "nothing about an effect."));
  frame->quantity = (MappeChartQuantity) { L_("Incidents per 1,000 residents"), NULL, 1, FALSE };
}

/** mappe_outcome_chart_multiples: Returns: (transfer full): a small chart for each area of the indicator */
MappeChart *
mappe_outcome_chart_multiples (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  g_autoptr (GArray) areas = take_areas (frame->of);
  g_autofree MappeChartMultiple *quarters = g_new0 (MappeChartMultiple, areas->len);
  double rate = common_rate (areas);
  guint beyond = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      Area *area = &g_array_index (areas, Area, i);

      if (isnan (rate))
        put_around_median (area);
      else
        beyond += put_around (area, rate);
      quarters[i] = (MappeChartMultiple) {
        .name = mappe_series_place (area->series),
        .points = { area->series->points->len, area->x, area->y, area->flags },
        .center = area->center, .center_name = isnan (rate) ? L_("Median") : L_("Rate of all"),
        .lower = area->limits[0], .upper = area->limits[1],
        .outer_lower = area->limits[2], .outer_upper = area->limits[3],
      };
    }
  say_areas (frame, areas->len);
  if (!isnan (rate))
    say_rates (frame, beyond, areas->len);
  return mappe_chart_new_multiples (mappe_chart_frame_head (frame),
                                    &(MappeChartMultiples) { frame->timeline, frame->quantity, quarters, areas->len });
}
