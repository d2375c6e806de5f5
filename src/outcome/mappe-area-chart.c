/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-area-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "mappe-area.h"
#include "mappe-chart-rows.h"
#include "mappe-chart-series.h"
#include "mappe-indicator.h"
#include "mappe-outcome-chart-private.h"

/* Charts of places: all areas by what was recorded and what is perceived, and both over time for one of them. */

/* --- the map of two axes --- */

static MappeChart *
map_of (GPtrArray *rows, const MappeLanguage *language)
{
  g_autofree MappeChartArea *areas = g_new0 (MappeChartArea, MAX (rows->len, 1));
  MappeChartAreas chart = {
    .recorded_quantity = { L_("Deficit in recorded safety"), NULL, 0, FALSE },
    .perceived_quantity = { L_("Deficit in perceived safety"), NULL, 0, FALSE },
    .areas = areas, .recorded_middle = 2, .perceived_middle = 2, .most = 4,
  };
  MappeChartHead head = { .language = language, .source = L_("assessment of the council") };
  g_autofree char *subtitle = NULL;
  guint gap = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *area = g_ptr_array_index (rows, i);
      const char *recorded = mappe_row_get_text (area, MAPPE_AREA_OBJECTIVE_DEFICIT);
      const char *perceived = mappe_row_get_text (area, MAPPE_AREA_SUBJECTIVE_DEFICIT);

      if (recorded == NULL || perceived == NULL)
        continue;
      gap += atoi (perceived) > atoi (recorded);
      areas[chart.n_areas++] =
          (MappeChartArea) { mappe_row_get_text (area, MAPPE_AREA_NAME), atoi (recorded), atoi (perceived), FALSE };
    }
  subtitle = g_strdup_printf (L_("n = %u areas; 0 none, 4 very high"), chart.n_areas);
  g_autofree char *title = g_strdup_printf (
      mappe_language_plural (language, "In %1$u of %2$u areas people feel less safe than the record suggests",
                             "In %1$u of %2$u areas people feel less safe than the record suggests", gap),
      gap, chart.n_areas);
  head.title = title;
  head.subtitle = subtitle;
  return mappe_chart_new_areas (&head, &chart);
}

/**
 * mappe_area_chart_map:
 * @language: (nullable): of its texts
 *
 * Returns: (transfer full) (nullable): all areas that both deficits are known of
 */
MappeChart *
mappe_area_chart_map (MappeSnapshot *snapshot, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_area_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_order (query, MAPPE_AREA_NAME, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  return rows != NULL ? map_of (rows, language) : NULL;
}

/* --- recorded beside perceived --- */

typedef struct {
  MappeSeries *recorded, *perceived;
} Pair;

static void
pair_clear (Pair *self)
{
  g_clear_pointer (&self->recorded, mappe_series_unref);
  g_clear_pointer (&self->perceived, mappe_series_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static gboolean
is_outcome (const MappeRow *indicator, const char *nature)
{
  const char *kind = mappe_row_get_text (indicator, MAPPE_INDICATOR_KIND);

  return g_strcmp0 (mappe_row_get_text (indicator, MAPPE_INDICATOR_NATURE), nature) == 0
         && (g_strcmp0 (kind, "outcome") == 0 || g_strcmp0 (kind, "context") == 0 || g_strcmp0 (kind, "impact") == 0);
}

/* The longest series of each nature that the area has. */
static gboolean
find_pair (MappeSnapshot *snapshot, gint64 area, Pair *pair, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where_id (query, MAPPE_INDICATOR_AREA, area);
  mappe_query_order (query, MAPPE_INDICATOR_REFERENCE, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      MappeSeries **place = is_outcome (row, "objective")    ? &pair->recorded
                            : is_outcome (row, "subjective") ? &pair->perceived : NULL;
      g_autoptr (MappeSeries) series = place != NULL ? mappe_series_load (snapshot, row->id, error) : NULL;

      if (place != NULL && series == NULL)
        return FALSE;
      if (series == NULL || series->months == 0 || (*place != NULL && (*place)->points->len >= series->points->len))
        continue;
      g_clear_pointer (place, mappe_series_unref);
      *place = g_steal_pointer (&series);
      mappe_series_hide (*place, (*place)->points->len, (*place)->points->len);
    }
  return rows != NULL;
}

static MappeChartQuantity
quantity_of (const MappeSeries *series)
{
  const char *scale = mappe_row_get_text (series->indicator, MAPPE_INDICATOR_SCALE);

  return (MappeChartQuantity) {
    mappe_series_name (series), g_strcmp0 (scale, "percent") == 0 ? "%" : NULL,
    (guint) mappe_row_get_int (series->indicator, MAPPE_INDICATOR_DECIMALS), FALSE,
  };
}

static MappeChart *
pairing_of (const Pair *pair, const char *name, const MappeLanguage *language)
{
  g_autofree double *x0 = mappe_chart_frame_x (pair->recorded);
  g_autofree double *y0 = mappe_chart_frame_y (pair->recorded);
  g_autofree guint8 *flags0 = mappe_chart_frame_flags (pair->recorded);
  g_autofree double *x1 = mappe_chart_frame_x (pair->perceived);
  g_autofree double *y1 = mappe_chart_frame_y (pair->perceived);
  g_autofree guint8 *flags1 = mappe_chart_frame_flags (pair->perceived);
  g_autofree char *title = g_strdup_printf (L_("%s: what was recorded beside what is perceived"), name);
  g_autofree char *subtitle = g_strdup_printf (L_("n = %1$u and %2$u periods"), pair->recorded->points->len,
                                               pair->perceived->points->len);
  const char *notes[] = { L_("Recorded incidents and feelings need not move together; neither explains the other."),
                          NULL };
  MappeChartHead head = { language, title, subtitle, NULL, notes, NULL };
  MappeChartPairing chart = {
    .timeline = { .step = (guint) pair->recorded->months },
    .recorded_quantity = quantity_of (pair->recorded), .perceived_quantity = quantity_of (pair->perceived),
    .recorded = { pair->recorded->points->len, x0, y0, flags0 },
    .perceived = { pair->perceived->points->len, x1, y1, flags1 },
    .perceived_step = (guint) pair->perceived->months,
  };

  return mappe_chart_new_pairing (&head, &chart);
}

/**
 * mappe_area_chart_pairing:
 * @area: id
 * @error: %MAPPE_STORE_ERROR_NOT_FOUND when the area has not both kinds of series
 *
 * Returns: (transfer full) (nullable): recorded incidents beside perceived safety
 */
MappeChart *
mappe_area_chart_pairing (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language, GError **error)
{
  g_auto (Pair) pair = { NULL, NULL };
  GError *cause = NULL;
  g_autoptr (MappeRow) row = mappe_snapshot_load (snapshot, &mappe_area_kind, area, &cause);

  if (cause != NULL)
    g_propagate_error (error, cause);
  if (cause != NULL || !find_pair (snapshot, area, &pair, error))
    return NULL;
  if (row == NULL || pair.recorded == NULL || pair.perceived == NULL)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND,
                   "area %" G_GINT64_FORMAT " has not both recorded and perceived values", area);
      return NULL;
    }
  return pairing_of (&pair, mappe_row_get_text (row, MAPPE_AREA_NAME), language);
}
