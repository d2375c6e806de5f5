/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-area.h"
#include "mappe-normal.h"
#include "mappe-outcome-chart-private.h"

/* Areas of different size around their common rate (12): what lies within the funnel is no rank. */

/* The newest year of each area. */
#define MONTHS 12
#define PER 1000
#define N_LIMITS 40

typedef struct {
  const char *name;
  double      residents;
  double      cases;
  gboolean    shown;
} Quarter;

/* The newest twelve months that all areas have. Returns: whether there are as many */
static gboolean
take_quarter (const MappeSeries *series, Quarter *quarter)
{
  guint needed = MONTHS / (guint) series->months, n = 0;
  gint64 residents = series->area != NULL ? mappe_row_get_int (series->area, MAPPE_AREA_RESIDENTS) : 0;

  *quarter = (Quarter) { series->area != NULL ? mappe_row_get_text (series->area, MAPPE_AREA_NAME) : NULL,
                         (double) residents, 0, TRUE };
  for (guint i = series->points->len; i > 0 && n < needed; i--)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i - 1);

      if (point->excluded || isnan (point->value))
        continue;
      quarter->cases += isnan (point->told) ? point->value : point->told;
      quarter->shown = quarter->shown && !isnan (point->told);
      n++;
    }
  if (series->threshold > 0 && quarter->cases > 0 && quarter->cases < series->threshold)
    quarter->shown = FALSE;
  return residents > 0 && n == needed;
}

/* The common rate and the others give a single hidden area away (OUTCOMES 8): the smallest of the others goes too. */
static void
hide_second (Quarter *quarters, guint n)
{
  Quarter *least = NULL;
  guint hidden = 0;

  for (guint i = 0; i < n; i++)
    if (!quarters[i].shown)
      hidden++;
    else if (least == NULL || quarters[i].cases < least->cases)
      least = &quarters[i];
  if (hidden == 1 && least != NULL)
    least->shown = FALSE;
}

static guint
take_quarters (const MappeEvaluation *of, Quarter *quarters)
{
  guint n = 0;

  for (MappeAreaOrder area = 0; area < MAPPE_AREA_N; area++)
    {
      const MappeSeries *series = mappe_evaluation_get_series (of, area);

      if (series != NULL && series->months > 0 && series->months <= MONTHS && mappe_series_is_count (series)
          && take_quarter (series, &quarters[n]))
        n++;
    }
  hide_second (quarters, n);
  return n;
}

/** mappe_outcome_chart_n_quarters: Returns: of how many areas the rate of the newest year is known */
guint
mappe_outcome_chart_n_quarters (const MappeEvaluation *of)
{
  Quarter quarters[MAPPE_AREA_N];

  return take_quarters (of, quarters);
}

/** mappe_outcome_chart_limits: Limits of a rate per 1,000 of @size residents around @centre, by the normal
 * approximation of the root of a count: never below 0 and near enough for a picture. @z: quantile, 1.96 for 95 % */
void
mappe_outcome_chart_limits (double centre, double size, double z, double *lower, double *upper)
{
  double root = sqrt (centre * size / PER);

  *lower = pow (MAX (0, root - z / 2), 2) * PER / size;
  *upper = pow (root + z / 2, 2) * PER / size;
}

typedef struct {
  double sizes[N_LIMITS];
  double inner[2][N_LIMITS], outer[2][N_LIMITS];
} Limits;

static void
take_limits (Limits *self, const Quarter *quarters, guint n, double centre)
{
  double least = quarters[0].residents, most = quarters[0].residents;

  for (guint i = 1; i < n; i++)
    {
      least = MIN (least, quarters[i].residents);
      most = MAX (most, quarters[i].residents);
    }
  for (guint i = 0; i < N_LIMITS; i++)
    {
      double size = least * 0.8 + (most * 1.1 - least * 0.8) * i / (N_LIMITS - 1);

      self->sizes[i] = size;
      mappe_outcome_chart_limits (centre, size, mappe_normal_quantile (0.975), &self->inner[0][i], &self->inner[1][i]);
      mappe_outcome_chart_limits (centre, size, mappe_normal_quantile (0.999), &self->outer[0][i], &self->outer[1][i]);
    }
}

/* Its finding is one of its own, and so is its limit. */
static void
say_finding (MappeChartFrame *frame, const MappeChartQuarter *rows, guint n)
{
  const MappeLanguage *language = frame->language;
  guint outside = 0;

  for (guint i = 0; i < n; i++)
    outside += rows[i].outside && !rows[i].suppressed;
  frame->head.title = mappe_chart_frame_keep (
      frame, g_strdup_printf (L_("%1$u of %2$u areas differ from the common rate by more than chance"), outside, n));
  frame->head.subtitle = mappe_chart_frame_keep (frame, g_strdup_printf (L_("n = %u areas"), n));
  frame->head.summary = frame->head.title;
  g_ptr_array_set_size (frame->notes, 0);
  g_ptr_array_add (frame->notes,
                   (gpointer) L_("Areas between the lines do not differ by more than chance. This is no ranking, and "
                                 "says nothing about an effect."));
}

MappeChart *
mappe_outcome_chart_funnel (MappeChartFrame *frame)
{
  const MappeLanguage *language = frame->language;
  Quarter quarters[MAPPE_AREA_N];
  MappeChartQuarter rows[MAPPE_AREA_N];
  guint n = take_quarters (frame->of, quarters);
  double cases = 0, residents = 0, centre;
  Limits limits;
  MappeChartFunnel funnel;

  for (guint i = 0; i < n; i++)
    {
      cases += quarters[i].cases;
      residents += quarters[i].residents;
    }
  centre = cases * PER / residents;
  take_limits (&limits, quarters, n, centre);
  for (guint i = 0; i < n; i++)
    {
      double rate = quarters[i].cases * PER / quarters[i].residents, lower, upper;

      mappe_outcome_chart_limits (centre, quarters[i].residents, mappe_normal_quantile (0.999), &lower, &upper);
      rows[i] = (MappeChartQuarter) { quarters[i].name, quarters[i].residents, rate, rate < lower || rate > upper,
                                      !quarters[i].shown };
    }
  say_finding (frame, rows, n);
  funnel = (MappeChartFunnel) {
    .size_quantity = { L_("Residents"), NULL, 0, FALSE },
    .quantity = { L_("Incidents per 1,000 residents, newest 12 months"), NULL, 1, FALSE },
    .quarters = rows, .n_quarters = n, .center = centre, .center_name = L_("Rate of all"),
    .n_limits = N_LIMITS, .sizes = limits.sizes, .inner_lower = limits.inner[0], .inner_upper = limits.inner[1],
    .outer_lower = limits.outer[0], .outer_upper = limits.outer[1],
  };
  return mappe_chart_new_funnel (mappe_chart_frame_head (frame), &funnel);
}
