/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-steps.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-debrief.h"
#include "mappe-event-check.h"
#include "mappe-event.h"
#include "mappe-road-closure.h"

static gboolean
has_core (gconstpointer data)
{
  const MappeEventFile *file = data;
  return !mappe_row_is_null (file->event->row, MAPPE_EVENT_AREA)
         && !mappe_row_is_null (file->event->row, MAPPE_EVENT_RISK_CLASS);
}

static gboolean
is_agreed (gconstpointer data)
{
  const MappeEventFile *file = data;
  return file->consents->len > 0 && mappe_event_file_n_consents (file, "given") == file->consents->len
         && g_strcmp0 (mappe_row_get_text (file->event->row, MAPPE_EVENT_CONCEPT_STATUS), "released") == 0;
}

static gboolean
is_released (gconstpointer data)
{
  const MappeEventFile *file = data;
  g_autoptr (GPtrArray) lines = NULL, differences = NULL;

  if (mappe_row_is_null (file->event->row, MAPPE_EVENT_PLAN_VERSION) || file->released == NULL)
    return !mappe_row_is_null (file->event->row, MAPPE_EVENT_PLAN_VERSION);
  lines = mappe_plan_lines (file->lines);
  differences = mappe_plan_compare (file->released, lines);
  return differences->len == 0;
}

static gboolean
has_timeline (gconstpointer data)
{
  const MappeEventFile *file = data;
  return file->lines->len > 0;
}

static gboolean
is_open_again (gconstpointer data)
{
  const MappeEventFile *file = data;
  for (guint i = 0; i < file->closures->len; i++)
    if (g_strcmp0 (mappe_row_get_text (((MappeListed *) g_ptr_array_index (file->closures, i))->row,
                                       MAPPE_ROAD_CLOSURE_STATUS), "lifted") != 0)
      return FALSE;
  return file->closures->len > 0;
}

static gboolean
is_debriefed (gconstpointer data)
{
  const MappeEventFile *file = data;
  g_autofree char *today = mappe_date_today ();
  MappeDebriefState state = mappe_debrief_state (file->event->row, today, NULL);

  return state == MAPPE_DEBRIEF_IN_TIME || state == MAPPE_DEBRIEF_LATE || state == MAPPE_DEBRIEF_WAIVED;
}

static gboolean
is_checked (gconstpointer data)
{
  const MappeEventFile *file = data;
  for (guint i = 0; i < file->checks->len; i++)
    if (mappe_row_get_int (((MappeListed *) g_ptr_array_index (file->checks, i))->row, MAPPE_EVENT_CHECK_DONE) == 0)
      return FALSE;
  return file->checks->len > 0;
}

const MappeStepSpec mappe_event_steps[MAPPE_EVENT_N_STEPS] = {
  { "core", N_("Event file"), mappe_event_core_step_get_type, has_core },
  { "concept", N_("Concept"), mappe_event_concept_step_get_type, is_agreed },
  { "plan", N_("Deployment plan"), mappe_event_plan_step_get_type, is_released },
  { "timeline", N_("Timeline"), mappe_event_timeline_step_get_type, has_timeline },
  { "closures", N_("Road closures"), mappe_event_closures_step_get_type, is_open_again },
  { "debrief", N_("Debrief"), mappe_event_debrief_step_get_type, is_debriefed },
  { "checks", N_("Check list"), mappe_event_check_step_get_type, is_checked },
};

/** mappe_event_steps_now: Returns: number of the step an event has come to: the debrief once it is over, else the
 * first */
guint
mappe_event_steps_now (const MappeEventFile *file)
{
  g_autofree char *today = mappe_date_today ();
  guint debrief = 0;

  while (!g_str_equal (mappe_event_steps[debrief].name, "debrief"))
    debrief++;
  return g_strcmp0 (mappe_event_last_day (file->event->row), today) < 0 && !is_debriefed (file) ? debrief : 0;
}
