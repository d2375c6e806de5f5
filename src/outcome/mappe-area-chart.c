/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-area-chart.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mappe-area.h"
#include "mappe-chart-rows.h"
#include "mappe-indicator.h"

#define MIDDLE 2  /* of a deficit from 0, none, to 4, very high */

/* --- the areas --- */

static void
place_free (MappeAreaPlace *self)
{
  g_free (self->name);
  g_free (self);
}

static int
deficit_of (const MappeRow *area, guint field)
{
  const char *code = mappe_row_get_text (area, field);

  return code != NULL ? atoi (code) : -1;
}

static MappeAreaPlace *
place_new (const MappeRow *area)
{
  MappeAreaPlace *self = g_new0 (MappeAreaPlace, 1);

  self->id = area->id;
  self->name = g_strdup (mappe_row_get_text (area, MAPPE_AREA_NAME));
  self->recorded = deficit_of (area, MAPPE_AREA_OBJECTIVE_DEFICIT);
  self->perceived = deficit_of (area, MAPPE_AREA_SUBJECTIVE_DEFICIT);
  return self;
}

/** mappe_area_indicator_is: Returns: whether @indicator tells of the state of an area, not of what was done there;
 * @nature: "objective" or "subjective" */
gboolean
mappe_area_indicator_is (const MappeRow *indicator, const char *nature)
{
  const char *kind = mappe_row_get_text (indicator, MAPPE_INDICATOR_KIND);

  return g_strcmp0 (mappe_row_get_text (indicator, MAPPE_INDICATOR_NATURE), nature) == 0
         && (g_strcmp0 (kind, "outcome") == 0 || g_strcmp0 (kind, "context") == 0 || g_strcmp0 (kind, "impact") == 0);
}

static void
note_indicator (const GPtrArray *places, const MappeRow *indicator)
{
  gint64 area = mappe_row_get_int (indicator, MAPPE_INDICATOR_AREA);

  for (guint i = 0; i < places->len; i++)
    {
      MappeAreaPlace *place = g_ptr_array_index (places, i);

      if (place->id != area)
        continue;
      place->has_recorded = place->has_recorded || mappe_area_indicator_is (indicator, "objective");
      place->has_perceived = place->has_perceived || mappe_area_indicator_is (indicator, "subjective");
    }
}

/** mappe_area_places: Returns: (transfer full) (nullable) (element-type MappeAreaPlace): all areas, by name */
GPtrArray *
mappe_area_places (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_area_kind);
  g_autoptr (MappeQuery) series = mappe_query_new (&mappe_indicator_kind);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);

  mappe_query_order (query, MAPPE_AREA_NAME, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  indicators = rows != NULL ? mappe_snapshot_rows (snapshot, series, error) : NULL;
  if (indicators == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (places, place_new (g_ptr_array_index (rows, i)));
  for (guint i = 0; i < indicators->len; i++)
    note_indicator (places, g_ptr_array_index (indicators, i));
  return g_steal_pointer (&places);
}

/** mappe_area_place_on_map: Returns: whether both deficits are assessed */
gboolean
mappe_area_place_on_map (const MappeAreaPlace *self)
{
  return self->recorded >= 0 && self->perceived >= 0;
}

/* --- the map of two axes --- */

static char *
title_of (const MappeChartAreas *map, guint gap, const MappeLanguage *language)
{
  if (map->n_areas == 0)
    return g_strdup (L_("No area is assessed yet"));
  return g_strdup_printf (
      mappe_language_plural (language, "In %1$u of %2$u areas people feel less safe than the record suggests",
                             "In %1$u of %2$u areas people feel less safe than the record suggests", gap),
      gap, map->n_areas);
}

/**
 * mappe_area_chart_of:
 * @places: (element-type MappeAreaPlace): areas
 * @language: (nullable): of its texts
 *
 * Returns: (transfer full): those of @places that mappe_area_place_on_map(), in their order
 */
MappeChart *
mappe_area_chart_of (const GPtrArray *places, const MappeLanguage *language)
{
  const char *const words[] = { L_("Little recorded, yet people feel unsafe"),
                                L_("Much recorded, and people feel unsafe"),
                                L_("Little recorded, and people feel safe"),
                                L_("Much recorded, yet people feel safe") };
  const char *notes[] = { L_("Areas on a dashed line lie between the quarters."), NULL };
  g_autofree MappeChartArea *areas = g_new0 (MappeChartArea, MAX (places->len, 1));
  MappeChartAreas chart = {
    .recorded_quantity = { L_("Deficit in recorded safety"), NULL, 0, FALSE },
    .perceived_quantity = { L_("Deficit in perceived safety"), NULL, 0, FALSE },
    .areas = areas, .recorded_middle = MIDDLE, .perceived_middle = MIDDLE, .most = 2 * MIDDLE, .quarter_words = words,
  };
  MappeChartHead head = { .language = language, .source = L_("assessment of the council"), .notes = notes };
  g_autofree char *subtitle = NULL, *title = NULL;
  guint gap = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const MappeAreaPlace *place = g_ptr_array_index (places, i);

      if (!mappe_area_place_on_map (place))
        continue;
      gap += place->perceived > place->recorded;
      areas[chart.n_areas++] = (MappeChartArea) { place->name, place->recorded, place->perceived, FALSE };
    }
  head.title = title = title_of (&chart, gap, language);
  head.subtitle = subtitle = g_strdup_printf (L_("n = %u areas; 0 none, 4 very high"), chart.n_areas);
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
  g_autoptr (GPtrArray) places = mappe_area_places (snapshot, error);

  return places != NULL ? mappe_area_chart_of (places, language) : NULL;
}
