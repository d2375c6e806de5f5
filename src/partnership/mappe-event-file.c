/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-file.h"

#include "mappe-code.h"
#include "mappe-debrief-finding.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-deployment-plan.h"
#include "mappe-event-area.h"
#include "mappe-event-check.h"
#include "mappe-event-consent.h"
#include "mappe-event-parallel.h"
#include "mappe-event.h"
#include "mappe-membership.h"
#include "mappe-road-closure.h"
#include "mappe-task.h"

const char *const mappe_event_phases[MAPPE_EVENT_N_PHASES] = { "preparation", "operation", "closing" };

/** mappe_event_phase: Returns: the place of a phase in their order; behind all for another code */
guint
mappe_event_phase (const char *code)
{
  guint i = 0;

  while (i < MAPPE_EVENT_N_PHASES && g_strcmp0 (mappe_event_phases[i], code) != 0)
    i++;
  return i;
}

/** mappe_event_last_day: Returns: (transfer none): the last day of an event; without one it is the first */
const char *
mappe_event_last_day (const MappeRow *event)
{
  const char *end = mappe_row_get_text (event, MAPPE_EVENT_END_ON);

  return end != NULL ? end : mappe_row_get_text (event, MAPPE_EVENT_START_ON);
}

static GPtrArray *
list_of (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, guint order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_where_id (query, field, id);
  mappe_query_order (query, order, FALSE);
  return mappe_snapshot_list (snapshot, query, error);
}

/* --- order --- */

static gint64
place_of (const MappeRow *row, guint position)
{
  return mappe_row_is_null (row, position) ? G_MAXINT64 : mappe_row_get_int (row, position);
}

static int
compare_numbers (gint64 left, gint64 right)
{
  return (left > right) - (left < right);
}

/* By phase, then as the user put them, what nobody put anywhere last and by time. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  enum { PHASE = MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE, POSITION = MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION };
  const MappeRow *left = (*(MappeListed *const *) a)->row, *right = (*(MappeListed *const *) b)->row;
  int order = (int) mappe_event_phase (mappe_row_get_text (left, PHASE))
              - (int) mappe_event_phase (mappe_row_get_text (right, PHASE));

  if (order == 0)
    order = compare_numbers (place_of (left, POSITION), place_of (right, POSITION));
  if (order == 0)
    order = g_strcmp0 (mappe_row_get_text (left, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM),
                       mappe_row_get_text (right, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM));
  return order != 0 ? order : compare_numbers (left->id, right->id);
}

static int
compare_checks (gconstpointer a, gconstpointer b)
{
  const MappeRow *left = (*(MappeListed *const *) a)->row, *right = (*(MappeListed *const *) b)->row;
  int order = (int) mappe_event_phase (mappe_row_get_text (left, MAPPE_EVENT_CHECK_PHASE))
              - (int) mappe_event_phase (mappe_row_get_text (right, MAPPE_EVENT_CHECK_PHASE));

  return order != 0 ? order : compare_numbers (left->id, right->id);
}

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  const MappeRow *left = (*(MappeListed *const *) a)->row, *right = (*(MappeListed *const *) b)->row;

  return compare_numbers (mappe_row_get_int (right, MAPPE_DEPLOYMENT_PLAN_EDITION),
                          mappe_row_get_int (left, MAPPE_DEPLOYMENT_PLAN_EDITION));
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const MappeRow *left = (*(MappeListed *const *) a)->row, *right = (*(MappeListed *const *) b)->row;
  int order = g_strcmp0 (mappe_row_get_text (left, MAPPE_EVENT_START_ON),
                         mappe_row_get_text (right, MAPPE_EVENT_START_ON));

  return order != 0 ? order : compare_numbers (left->id, right->id);
}

/* --- loading --- */

static gboolean
load_head (MappeEventFile *self, MappeSnapshot *snapshot, gint64 id, GError **error)
{
  GError *cause = NULL;
  g_autoptr (MappeRow) row = mappe_snapshot_load (snapshot, &mappe_event_kind, id, &cause);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_event_kind);
  g_autoptr (GPtrArray) listed = NULL;

  if (row == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no event %" G_GINT64_FORMAT, id);
      return FALSE;
    }
  mappe_query_where (query, MAPPE_FIELD_REFERENCE, MAPPE_OP_EQUAL, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  listed = mappe_snapshot_list (snapshot, query, error);
  if (listed == NULL || listed->len == 0)
    return FALSE;
  self->event = g_ptr_array_steal_index (listed, 0);
  return TRUE;
}

static gboolean
load_parts (MappeEventFile *self, MappeSnapshot *snapshot, gint64 id, GError **error)
{
  const struct { GPtrArray **list; const MappeKind *kind; guint field; GCompareFunc order; } parts[] = {
    { &self->areas, &mappe_event_area_kind, MAPPE_EVENT_AREA_EVENT, NULL },
    { &self->consents, &mappe_event_consent_kind, MAPPE_EVENT_CONSENT_EVENT, NULL },
    { &self->lines, &mappe_deployment_plan_item_kind, MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT, compare_lines },
    { &self->plans, &mappe_deployment_plan_kind, MAPPE_DEPLOYMENT_PLAN_EVENT, compare_plans },
    { &self->findings, &mappe_debrief_finding_kind, MAPPE_DEBRIEF_FINDING_EVENT, NULL },
    { &self->checks, &mappe_event_check_kind, MAPPE_EVENT_CHECK_EVENT, compare_checks },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      *parts[i].list = list_of (snapshot, parts[i].kind, parts[i].field, id, MAPPE_FIELD_REFERENCE, error);
      if (*parts[i].list == NULL)
        return FALSE;
      if (parts[i].order != NULL)
        g_ptr_array_sort (*parts[i].list, parts[i].order);
    }
  self->closures = list_of (snapshot, &mappe_road_closure_kind, MAPPE_ROAD_CLOSURE_EVENT, id,
                            MAPPE_ROAD_CLOSURE_FROM_AT, error);
  return self->closures != NULL;
}

static gboolean
load_tasks (MappeEventFile *self, MappeSnapshot *snapshot, GError **error)
{
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const MappeRow *finding = ((MappeListed *) g_ptr_array_index (self->findings, i))->row;
      MappeRow *task;

      if (mappe_row_is_null (finding, MAPPE_DEBRIEF_FINDING_TASK))
        continue;
      task = mappe_snapshot_load (snapshot, &mappe_task_kind, mappe_row_get_int (finding, MAPPE_DEBRIEF_FINDING_TASK),
                                  error);
      if (task == NULL)
        return FALSE;
      g_ptr_array_add (self->tasks, task);
    }
  return TRUE;
}

static void
lines_unref (gpointer lines)
{
  if (lines != NULL)
    g_ptr_array_unref (lines);
}

/* What the releases say. One that cannot be read stands in the way of nothing: there is nothing to compare. */
static gboolean
load_releases (MappeEventFile *self, MappeSnapshot *snapshot, GError **error)
{
  self->releases = g_ptr_array_new_with_free_func (lines_unref);
  for (guint i = 0; i < self->plans->len; i++)
    {
      const MappeRow *plan = ((MappeListed *) g_ptr_array_index (self->plans, i))->row;
      const char *hash = mappe_row_get_text (plan, MAPPE_DEPLOYMENT_PLAN_CONTENT);
      g_autoptr (GBytes) content = hash != NULL ? mappe_snapshot_blob (snapshot, hash, error) : NULL;

      if (hash != NULL && content == NULL)
        return FALSE;
      g_ptr_array_add (self->releases, content != NULL ? mappe_plan_read (content, NULL) : NULL);
    }
  if (self->releases->len > 0 && g_ptr_array_index (self->releases, 0) != NULL)
    self->released = g_ptr_array_ref (g_ptr_array_index (self->releases, 0));
  return TRUE;
}

/* --- the series --- */

static gboolean
load_series (MappeEventFile *self, MappeSnapshot *snapshot, GError **error)
{
  const MappeRow *row = self->event->row;

  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_listed_free);
  if (mappe_row_is_null (row, MAPPE_EVENT_SERIES))
    {
      self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_listed_free);
      return TRUE;
    }
  self->series = list_of (snapshot, &mappe_event_kind, MAPPE_EVENT_SERIES, mappe_row_get_int (row, MAPPE_EVENT_SERIES),
                          MAPPE_EVENT_START_ON, error);
  if (self->series == NULL)
    return FALSE;
  g_ptr_array_sort (self->series, compare_events);
  for (guint i = 0; i < self->series->len; i++)
    {
      const MappeListed *other = g_ptr_array_index (self->series, i);
      g_autoptr (GPtrArray) findings = NULL;

      if (compare_events (&other, &self->event) >= 0)
        break;
      findings = list_of (snapshot, &mappe_debrief_finding_kind, MAPPE_DEBRIEF_FINDING_EVENT, other->row->id,
                          MAPPE_FIELD_REFERENCE, error);
      if (findings == NULL)
        return FALSE;
      while (findings->len > 0)
        g_ptr_array_add (self->earlier, g_ptr_array_steal_index (findings, 0));
    }
  return TRUE;
}

static gboolean
load_chairs (MappeEventFile *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_membership_kind);

  mappe_query_where (query, MAPPE_MEMBERSHIP_FUNCTION, MAPPE_OP_EQUAL, "chair");
  mappe_query_where (query, MAPPE_MEMBERSHIP_FUNCTION, MAPPE_OP_EQUAL, "deputy_chair");
  self->chairs = mappe_snapshot_list (snapshot, query, error);
  return self->chairs != NULL;
}

static gboolean
load_codes (MappeEventFile *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);

  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows != NULL;
}

static MappeEventFile *
read_file (MappeSnapshot *snapshot, gint64 event, GError **error)
{
  g_autoptr (MappeEventFile) self = g_new0 (MappeEventFile, 1);

  g_atomic_ref_count_init (&self->references);
  if (!load_head (self, snapshot, event, error) || !load_parts (self, snapshot, event, error)
      || !load_tasks (self, snapshot, error) || !load_releases (self, snapshot, error)
      || !load_series (self, snapshot, error) || !load_chairs (self, snapshot, error)
      || !load_codes (self, snapshot, error))
    return NULL;
  self->parallel = mappe_event_parallel (snapshot, self, error);
  return self->parallel != NULL ? g_steal_pointer (&self) : NULL;
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return read_file (snapshot, *(gint64 *) data, error);
}

/**
 * mappe_event_file_load:
 * @event: id
 * @error: return location for a #MappeStoreError
 *
 * Returns: (transfer full) (nullable): the event with all that belongs to it
 */
MappeEventFile *
mappe_event_file_load (MappeStore *store, gint64 event, GError **error)
{
  return mappe_store_read (store, load_job, &event, error);
}

void
mappe_event_file_load_async (MappeStore *store, gint64 event, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  gint64 *id = g_new (gint64, 1);

  *id = event;
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_job, id, g_free, (GDestroyNotify) mappe_event_file_unref,
                          cancellable, callback, data);
}

/** mappe_event_file_load_finish: Returns: (transfer full) (nullable): see mappe_event_file_load() */
MappeEventFile *
mappe_event_file_load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}

MappeEventFile *
mappe_event_file_ref (MappeEventFile *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mappe_event_file_unref (MappeEventFile *self)
{
  GPtrArray **lists[] = {
    &self->areas, &self->consents, &self->lines, &self->plans, &self->releases, &self->released, &self->findings,
    &self->tasks, &self->checks, &self->closures, &self->parallel, &self->series, &self->earlier, &self->chairs,
  };

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_clear_pointer (&self->event, mappe_listed_free);
  g_free (self);
}

/* --- asking --- */

/** mappe_event_file_n_consents: @state: code. Returns: how many consents stand so */
guint
mappe_event_file_n_consents (const MappeEventFile *self, const char *state)
{
  guint n = 0;

  for (guint i = 0; i < self->consents->len; i++)
    n += g_strcmp0 (mappe_row_get_text (((MappeListed *) g_ptr_array_index (self->consents, i))->row,
                                        MAPPE_EVENT_CONSENT_STATE), state) == 0;
  return n;
}

/** mappe_event_file_task: Returns: (transfer none) (nullable): the task that a finding became */
const MappeRow *
mappe_event_file_task (const MappeEventFile *self, gint64 id)
{
  for (guint i = 0; i < self->tasks->len; i++)
    if (((MappeRow *) g_ptr_array_index (self->tasks, i))->id == id)
      return g_ptr_array_index (self->tasks, i);
  return NULL;
}

/** mappe_event_file_next: Returns: (transfer none) (nullable): the event of the series that follows this one */
const MappeListed *
mappe_event_file_next (const MappeEventFile *self)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      const MappeListed *other = g_ptr_array_index (self->series, i);

      if (compare_events (&other, &self->event) > 0)
        return other;
    }
  return NULL;
}

static gboolean
is_asked (const MappeEventFile *self, gint64 finding)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (mappe_row_get_int (((MappeListed *) g_ptr_array_index (self->checks, i))->row, MAPPE_EVENT_CHECK_FINDING)
        == finding)
      return TRUE;
  return FALSE;
}

/** mappe_event_file_unasked: Returns: (transfer container) (element-type MappeListed): findings of earlier events of
 * the series that are not on the check list */
GPtrArray *
mappe_event_file_unasked (const MappeEventFile *self)
{
  GPtrArray *unasked = g_ptr_array_new ();

  for (guint i = 0; i < self->earlier->len; i++)
    if (!is_asked (self, ((MappeListed *) g_ptr_array_index (self->earlier, i))->row->id))
      g_ptr_array_add (unasked, g_ptr_array_index (self->earlier, i));
  return unasked;
}
