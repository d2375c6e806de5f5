/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-area-chart.h"
#include "mappe-area.h"
#include "mappe-chart-series.h"
#include "mappe-code.h"
#include "mappe-codes.h"
#include "mappe-indicator.h"
#include "mappe-outcome-chart-private.h"
#include "mappe-outcome.h"
#include "mappe-rate-ratio.h"
#include "mappe-share.h"

/* Recorded incidents beside perceived safety of one area: what moved and what did not, and nothing about why. */

#define YEAR 12
#define PHI 2     /* counts vary more than Poisson (OUTCOMES 1.6) */

/* What happened between the first and the last of a series. */
typedef enum { CHANGE_UNKNOWN, CHANGE_DOWN, CHANGE_NONE, CHANGE_UP } Change;

/**
 * Finding: of one of both series
 * @ratio: last to first with its 95% range; only of counts
 */
typedef struct {
  Change         change;
  double         first, last;
  MappeRateRatio ratio;
} Finding;

/** mappe_area_pairing_free: @self: (transfer full) */
void
mappe_area_pairing_free (MappeAreaPairing *self)
{
  g_clear_pointer (&self->area, mappe_row_unref);
  g_clear_pointer (&self->recorded, mappe_series_unref);
  g_clear_pointer (&self->perceived, mappe_series_unref);
  g_clear_pointer (&self->chart, mappe_chart_unref);
  g_free (self);
}

/* --- which series --- */

static guint
year_of (const MappeSeries *series)
{
  return series->months > 0 && YEAR % series->months == 0 ? (guint) (YEAR / series->months) : 0;
}

/* What is hidden depends on which sums are shown (OUTCOMES 8). So it is what the page of the indicator hides: another
 * choice here would give away there what protects a small count. */
static gboolean
hide_as_evaluated (MappeSnapshot *snapshot, MappeSeries **series, GError **error)
{
  g_autoptr (MappeOutcome) outcome = NULL;

  if (*series == NULL || (*series)->threshold == 0)
    return TRUE;
  outcome = mappe_outcome_of (snapshot, (*series)->indicator->id, error);
  if (outcome == NULL)
    return FALSE;
  mappe_series_unref (*series);
  *series = mappe_series_ref (((MappeOutcomeCase *) g_ptr_array_index (outcome->cases, 0))->series);
  return TRUE;
}

/* The longest series of each nature that the area has. */
static gboolean
find_pair (MappeAreaPairing *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where_id (query, MAPPE_INDICATOR_AREA, self->area->id);
  mappe_query_order (query, MAPPE_INDICATOR_REFERENCE, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      MappeSeries **place = mappe_area_indicator_is (row, "objective")    ? &self->recorded
                            : mappe_area_indicator_is (row, "subjective") ? &self->perceived : NULL;
      g_autoptr (MappeSeries) series = place != NULL ? mappe_series_load (snapshot, row->id, error) : NULL;

      if (place != NULL && series == NULL)
        return FALSE;
      if (series == NULL || series->months == 0 || (*place != NULL && (*place)->points->len >= series->points->len))
        continue;
      g_clear_pointer (place, mappe_series_unref);
      *place = g_steal_pointer (&series);
    }
  return rows != NULL && hide_as_evaluated (snapshot, &self->recorded, error)
         && hide_as_evaluated (snapshot, &self->perceived, error);
}

/* --- what was found --- */

static const MappePoint *
point_at (const MappeSeries *series, guint i)
{
  return g_ptr_array_index (series->points, i);
}

/* Sum of a year of counts, mean of a year of anything else; NAN when a period is missing, or hidden: the sum would tell
 * what it is. */
static double
year_from (const MappeSeries *series, guint from)
{
  guint year = year_of (series);
  double sum = 0;

  for (guint i = from; i < from + year; i++)
    sum += point_at (series, i)->hidden ? NAN : point_at (series, i)->value;
  return mappe_series_is_count (series) ? sum : sum / year;
}

static gboolean
may_be_told (const MappeSeries *series, double sum)
{
  return !mappe_series_is_count (series) || series->threshold == 0 || sum == 0 || sum >= series->threshold;
}

/* Whole years, so that seasons do not look like a change (OUTCOMES 1.2). */
static Finding
recorded_of (const MappeSeries *series)
{
  guint n = series->points->len, year = year_of (series);
  Finding self = { CHANGE_UNKNOWN, NAN, NAN, { 0 } };

  if (year == 0 || n < 2 * year)
    return self;
  self.first = year_from (series, 0);
  self.last = year_from (series, n - year);
  if (!isfinite (self.first) || !isfinite (self.last) || !may_be_told (series, self.first)
      || !may_be_told (series, self.last))
    return self;
  if (mappe_series_is_count (series))
    {
      const MappeRateRatioCase given = { self.last, YEAR, self.first, YEAR, 0.95, PHI };

      self.ratio = mappe_rate_ratio (&given);
      if (!(self.ratio.inflated.hi < 1) && !(self.ratio.inflated.lo > 1))
        {
          self.change = CHANGE_NONE;
          return self;
        }
    }
  self.change = self.last < self.first ? CHANGE_DOWN : self.last > self.first ? CHANGE_UP : CHANGE_NONE;
  return self;
}

static const MappePoint *
end_of (const MappeSeries *series, gboolean last)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const MappePoint *point = point_at (series, last ? series->points->len - 1 - i : i);

      if (!isnan (point->value) && !point->hidden)
        return point;
    }
  return NULL;
}

static gboolean
is_percent (const MappeSeries *series)
{
  return g_strcmp0 (mappe_row_get_text (series->indicator, MAPPE_INDICATOR_SCALE), "percent") == 0;
}

/* Shares of known numbers of answers may differ by chance alone. */
static gboolean
is_chance (const MappeSeries *series, const MappePoint *first, const MappePoint *last)
{
  MappeShareCase given = { .x1 = last->value / 100 * last->base, .n1 = last->base,
                           .x2 = first->value / 100 * first->base, .n2 = first->base, .conf = 0.95 };
  MappeShareDifference difference;

  if (!is_percent (series) || !(first->base > 0) || !(last->base > 0))
    return FALSE;
  difference = mappe_share_difference (&given);
  return difference.score.lo <= 0 && difference.score.hi >= 0;
}

static Finding
perceived_of (const MappeSeries *series)
{
  const MappePoint *first = end_of (series, FALSE), *last = end_of (series, TRUE);
  Finding self = { CHANGE_UNKNOWN, NAN, NAN, { 0 } };

  if (first == NULL || last == first)
    return self;
  self.first = first->value;
  self.last = last->value;
  if (self.first == self.last || is_chance (series, first, last))
    self.change = CHANGE_NONE;
  else
    self.change = self.last < self.first ? CHANGE_DOWN : CHANGE_UP;
  return self;
}

/* --- in words --- */

static char *
recorded_words (const MappeSeries *series, const Finding *finding, const MappeLanguage *language)
{
  guint digits = mappe_series_is_count (series)
                     ? 0 : (guint) mappe_row_get_int (series->indicator, MAPPE_INDICATOR_DECIMALS);
  g_autofree char *first = mappe_evaluation_number (finding->first, digits, language);
  g_autofree char *last = mappe_evaluation_number (finding->last, digits, language);

  switch (finding->change)
    {
    case CHANGE_DOWN:
      return g_strdup_printf (L_("fewer cases recorded (%1$s, then %2$s in twelve months)"), first, last);
    case CHANGE_UP:
      return g_strdup_printf (L_("more cases recorded (%1$s, then %2$s in twelve months)"), first, last);
    case CHANGE_NONE:
      return g_strdup_printf (L_("no change beyond chance in the cases recorded (%1$s, then %2$s in twelve months)"),
                              first, last);
    case CHANGE_UNKNOWN:
    default:
      return NULL;
    }
}

static char *
number_of (const MappeSeries *series, double value, const MappeLanguage *language)
{
  guint digits = (guint) mappe_row_get_int (series->indicator, MAPPE_INDICATOR_DECIMALS);
  g_autofree char *number = mappe_evaluation_number (value, digits, language);

  /* Translators: a share in percent */
  return is_percent (series) ? g_strdup_printf (L_("%s%%"), number) : g_steal_pointer (&number);
}

static char *
perceived_words (const MappeSeries *series, const Finding *finding, const MappeLanguage *language)
{
  const char *direction = mappe_row_get_text (series->indicator, MAPPE_INDICATOR_DIRECTION);
  gboolean lower = g_strcmp0 (direction, "lower") == 0, higher = g_strcmp0 (direction, "higher") == 0;
  g_autofree char *first = number_of (series, finding->first, language);
  g_autofree char *last = number_of (series, finding->last, language);

  if (finding->change == CHANGE_UNKNOWN || (!lower && !higher))
    return NULL;
  if (finding->change == CHANGE_NONE)
    return g_strdup_printf (L_("people feel as safe as before (%1$s, then %2$s)"), first, last);
  if ((finding->change == CHANGE_UP) == higher)
    return g_strdup_printf (L_("people feel safer (%1$s, then %2$s)"), first, last);
  return g_strdup_printf (L_("people feel less safe (%1$s, then %2$s)"), first, last);
}

static char *
title_of (const MappeAreaPairing *self, const Finding *recorded, const Finding *perceived,
          const MappeLanguage *language)
{
  const char *name = mappe_row_get_text (self->area, MAPPE_AREA_NAME);
  g_autofree char *one = recorded_words (self->recorded, recorded, language);
  g_autofree char *other = perceived_words (self->perceived, perceived, language);

  if (one != NULL && other != NULL)
    /* Translators: name of an area; "fewer cases recorded (…)"; "people feel safer (…)" */
    return g_strdup_printf (L_("%1$s: %2$s; %3$s"), name, one, other);
  if (one != NULL || other != NULL)
    return g_strdup_printf ("%s: %s", name, one != NULL ? one : other);
  return g_strdup_printf (L_("%s: what was recorded beside what is perceived"), name);
}

static guint
present (const MappeSeries *series)
{
  guint n = 0;

  for (guint i = 0; i < series->points->len; i++)
    n += !isnan (point_at (series, i)->value);
  return n;
}

static char *
subtitle_of (const MappeAreaPairing *self, const MappeLanguage *language)
{
  g_autofree char *recorded = mappe_series_period_words (self->recorded, (MappeSpan) { 0, self->recorded->points->len },
                                                         language);
  g_autofree char *perceived = mappe_series_period_words (
      self->perceived, (MappeSpan) { 0, self->perceived->points->len }, language);

  /* Translators: number of periods; "Q1 2023 to Q3 2026"; the same of the other series */
  return g_strdup_printf (L_("Recorded: n = %1$u periods, %2$s; perceived: n = %3$u periods, %4$s"),
                          present (self->recorded), recorded, present (self->perceived), perceived);
}

static char *
range_note (const Finding *recorded, const MappeLanguage *language)
{
  g_autofree char *lower = NULL, *upper = NULL;

  if (recorded->change == CHANGE_UNKNOWN || !isfinite (recorded->ratio.inflated.lo)
      || !isfinite (recorded->ratio.inflated.hi) || recorded->ratio.ratio <= 0)
    return g_strdup (L_("The first and the last value are compared."));
  lower = mappe_evaluation_number (recorded->ratio.inflated.lo, 2, language);
  upper = mappe_evaluation_number (recorded->ratio.inflated.hi, 2, language);
  return g_strdup_printf (L_("The first and the last twelve months are compared (ratio: 95%% range %1$s to %2$s), "
                             "and the first and the last value of what is perceived."), lower, upper);
}

/* --- the chart --- */

static MappeChartQuantity
quantity_of (const MappeSeries *series)
{
  return (MappeChartQuantity) {
    mappe_series_name (series), is_percent (series) ? "%" : NULL,
    (guint) mappe_row_get_int (series->indicator, MAPPE_INDICATOR_DECIMALS), FALSE,
  };
}

static MappeChart *
draw (const MappeAreaPairing *self, const MappeChartHead *head)
{
  g_autofree double *x0 = mappe_chart_frame_x (self->recorded);
  g_autofree double *y0 = mappe_chart_frame_y (self->recorded);
  g_autofree guint8 *flags0 = mappe_chart_frame_flags (self->recorded);
  g_autofree double *x1 = mappe_chart_frame_x (self->perceived);
  g_autofree double *y1 = mappe_chart_frame_y (self->perceived);
  g_autofree guint8 *flags1 = mappe_chart_frame_flags (self->perceived);
  MappeChartPairing chart = {
    .timeline = { .step = (guint) self->recorded->months },
    .recorded_quantity = quantity_of (self->recorded), .perceived_quantity = quantity_of (self->perceived),
    .recorded = { self->recorded->points->len, x0, y0, flags0 },
    .perceived = { self->perceived->points->len, x1, y1, flags1 },
    .perceived_step = (guint) self->perceived->months,
  };

  return mappe_chart_new_pairing (head, &chart);
}

static char *
source_of (const MappeAreaPairing *self, MappeCodes *codes, const MappeLanguage *language)
{
  const MappeSeries *both[] = { self->recorded, self->perceived };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      const char *code = mappe_row_get_text (both[i]->indicator, MAPPE_INDICATOR_SOURCE_KIND);
      const char *label = code != NULL ? mappe_codes_label (codes, "source_kind", code,
                                                            mappe_language_is_german (language)) : NULL;

      if (label != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", label);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
make_chart (MappeAreaPairing *self, MappeCodes *codes, const MappeLanguage *language)
{
  const Finding recorded = recorded_of (self->recorded), perceived = perceived_of (self->perceived);
  g_autofree char *title = title_of (self, &recorded, &perceived, language);
  g_autofree char *subtitle = subtitle_of (self, language), *range = range_note (&recorded, language);
  g_autofree char *source = source_of (self, codes, language);
  const char *limit = L_("Recorded incidents and feelings need not move together; neither explains the other.");
  g_autofree char *summary = g_strdup_printf ("%s. %s %s", title, range, limit);
  const char *notes[] = { range, limit, NULL };
  const MappeChartHead head = { language, title, subtitle, source, notes, summary };

  self->chart = draw (self, &head);
}

/**
 * mappe_area_pairing_load:
 * @area: id
 * @error: %MAPPE_STORE_ERROR_NOT_FOUND when the area has not both kinds of series
 *
 * Returns: (transfer full) (nullable): recorded incidents beside perceived safety. Its title compares the first and the
 *   last twelve months of what was recorded, with the variance of a count doubled (OUTCOMES 1.6 and 4.3), and the first
 *   and the last value of what is perceived
 */
MappeAreaPairing *
mappe_area_pairing_load (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeAreaPairing) self = g_new0 (MappeAreaPairing, 1);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (MappeCodes) codes = NULL;
  GError *cause = NULL;

  self->area = mappe_snapshot_load (snapshot, &mappe_area_kind, area, &cause);
  if (cause != NULL)
    g_propagate_error (error, cause);
  if (cause != NULL || (self->area != NULL && !find_pair (self, snapshot, error)))
    return NULL;
  if (self->recorded == NULL || self->perceived == NULL)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND,
                   "area %" G_GINT64_FORMAT " has not both recorded and perceived values", area);
      return NULL;
    }
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows == NULL)
    return NULL;
  codes = mappe_codes_new (rows);
  make_chart (self, codes, language);
  return g_steal_pointer (&self);
}

/** mappe_area_chart_pairing: Returns: (transfer full) (nullable): the chart of mappe_area_pairing_load() alone */
MappeChart *
mappe_area_chart_pairing (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeAreaPairing) pairing = mappe_area_pairing_load (snapshot, area, language, error);

  return pairing != NULL ? mappe_chart_ref (pairing->chart) : NULL;
}
