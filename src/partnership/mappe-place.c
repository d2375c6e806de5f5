/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-place.h"

#include "mappe-area.h"
#include "mappe-citizen-input.h"
#include "mappe-date.h"
#include "mappe-measure.h"
#include "mappe-participation-event.h"
#include "mappe-project.h"
#include "mappe-transfer.h"

#define PATROL_DAYS 365

static const char *const input_states[MAPPE_PLACE_STATES] = { "new", "in_progress", "answered", "rejected" };

static GPtrArray *
load_measures (MappeSnapshot *snapshot, const GPtrArray *projects, GError **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_listed_free);

  for (guint i = 0; i < projects->len; i++)
    {
      const MappeListed *project = g_ptr_array_index (projects, i);
      g_autoptr (GPtrArray) listed = mappe_listing_of (snapshot, &mappe_measure_kind, MAPPE_MEASURE_PROJECT,
                                                       project->row->id, MAPPE_FIELD_REFERENCE, error);

      if (listed == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (measures, g_steal_pointer (&listed));
    }
  return g_steal_pointer (&measures);
}

static gboolean
count_inputs (MappePlaceFile *self, MappeSnapshot *snapshot, gint64 area, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_citizen_input_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where_id (query, MAPPE_CITIZEN_INPUT_AREA, area);
  rows = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);

      for (guint n = 0; n < MAPPE_PLACE_STATES; n++)
        self->inputs[n] += g_strcmp0 (mappe_row_get_text (row, MAPPE_CITIZEN_INPUT_STATUS), input_states[n]) == 0;
      self->realised += !mappe_row_is_null (row, MAPPE_CITIZEN_INPUT_MEASURE);
      self->n_inputs++;
    }
  return rows != NULL;
}

static gboolean
sum_patrols (MappePlaceFile *self, MappeSnapshot *snapshot, gint64 area, const char *today, GError **error)
{
  g_autoptr (MappePatrols) patrols = NULL;

  self->patrols_from = mappe_date_add_days (today, -PATROL_DAYS);
  patrols = mappe_patrols_load (snapshot, self->patrols_from, today, error);
  if (patrols != NULL)
    self->patrols = mappe_patrols_sum (patrols, area, self->patrols_from, today);
  return patrols != NULL;
}

static gboolean
load_all (MappePlaceFile *self, MappeSnapshot *snapshot, gint64 area, const char *today, const MappeLanguage *language,
          GError **error)
{
  self->audits = mappe_site_audits_load (snapshot, area, language, error);
  if (self->audits == NULL)
    return FALSE;
  self->chart = mappe_site_audits_chart (self->audits, mappe_row_get_text (self->area->row, MAPPE_AREA_NAME), language);
  self->projects = mappe_listing_of (snapshot, &mappe_project_kind, MAPPE_PROJECT_AREA, area, MAPPE_FIELD_REFERENCE,
                                     error);
  self->measures = self->projects != NULL ? load_measures (snapshot, self->projects, error) : NULL;
  if (self->measures == NULL)
    return FALSE;
  self->events = mappe_listing_of (snapshot, &mappe_participation_event_kind, MAPPE_PARTICIPATION_EVENT_AREA, area,
                                   MAPPE_PARTICIPATION_EVENT_HELD_FROM, error);
  self->transfers = self->events != NULL ? mappe_listing_of (snapshot, &mappe_transfer_kind, MAPPE_TRANSFER_TARGET_AREA,
                                                             area, MAPPE_TRANSFER_BEGUN_ON, error) : NULL;
  return self->transfers != NULL && count_inputs (self, snapshot, area, error)
         && sum_patrols (self, snapshot, area, today, error);
}

/**
 * mappe_place_file_load:
 * @today: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the area with what happens there; %NULL without an error when it is gone
 */
MappePlaceFile *
mappe_place_file_load (MappeSnapshot *snapshot, gint64 area, const char *today, const MappeLanguage *language,
                       GError **error)
{
  g_autoptr (MappePlaceFile) self = g_new0 (MappePlaceFile, 1);

  self->area = mappe_listing_one (snapshot, &mappe_area_kind, area, error);
  if (self->area == NULL || !load_all (self, snapshot, area, today, language, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** mappe_place_file_free: @self: (transfer full) */
void
mappe_place_file_free (MappePlaceFile *self)
{
  g_clear_pointer (&self->area, mappe_listed_free);
  g_clear_pointer (&self->audits, mappe_site_audits_free);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->transfers, g_ptr_array_unref);
  g_clear_pointer (&self->chart, mappe_chart_unref);
  g_free (self->patrols_from);
  g_free (self);
}
