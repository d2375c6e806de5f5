/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-closures.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mappe-code.h"
#include "mappe-date.h"
#include "mappe-field-work-error.h"
#include "mappe-order.h"
#include "mappe-road-closure.h"

/** mappe_closures_now: Returns: (transfer full): the minute it is here, "YYYY-MM-DDTHH:MM" */
char *
mappe_closures_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M");
}

/** mappe_closure_state: @now: "YYYY-MM-DDTHH:MM". Returns: how the closure stands then */
MappeClosureState
mappe_closure_state (const MappeRow *closure, const char *now)
{
  const char *status = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_STATUS);
  const char *to = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_TO_AT);

  if (g_strcmp0 (status, "lifted") == 0)
    return MAPPE_CLOSURE_LIFTED;
  if (to != NULL && g_strcmp0 (to, now) < 0)
    return MAPPE_CLOSURE_OVER;
  if (g_strcmp0 (status, "planned") == 0
      && g_strcmp0 (mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_FROM_AT), now) > 0)
    return MAPPE_CLOSURE_PLANNED;
  return MAPPE_CLOSURE_ACTIVE;
}

/* --- lead times --- */

static int
minute_of (const char *at)
{
  const char *time = at + strlen ("YYYY-MM-DDT");

  return atoi (time) * 60 + atoi (time + strlen ("HH:"));
}

/** mappe_closure_minutes: @from: "YYYY-MM-DDTHH:MM". Returns: minutes from @from to @to; negative when it is earlier */
gint64
mappe_closure_minutes (const char *from, const char *to)
{
  g_autofree char *first = g_strndup (from, strlen ("YYYY-MM-DD")), *last = g_strndup (to, strlen ("YYYY-MM-DD"));

  return (gint64) mappe_date_days_between (first, last) * 24 * 60 + minute_of (to) - minute_of (from);
}

/** mappe_closure_complete: Reckons the lead time from the request and the begin, where nobody typed one. */
void
mappe_closure_complete (MappeRow *closure)
{
  const char *asked = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_REQUESTED_AT);
  const char *from = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_FROM_AT);
  gint64 minutes;

  if (asked == NULL || from == NULL || !mappe_row_is_null (closure, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES))
    return;
  minutes = mappe_closure_minutes (asked, from);
  if (minutes >= 0)
    mappe_value_set_int (&closure->values[MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES], minutes);
}

static MappeLeadTimes
lead_times (GPtrArray *listed, gboolean short_notice)
{
  MappeLeadTimes times = { 0 };
  g_autofree double *minutes = g_new (double, listed->len + 1);

  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
      gint64 lead = mappe_row_get_int (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES);

      if (mappe_row_is_null (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES)
          || (short_notice && g_strcmp0 (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_CAUSE), "event") == 0))
        continue;
      times.least = times.n == 0 ? lead : MIN (times.least, lead);
      times.most = MAX (times.most, lead);
      minutes[times.n++] = (double) lead;
    }
  times.median = times.n > 0 ? mappe_order_median (minutes, times.n) : 0;
  return times;
}

/* --- loading --- */

static gboolean
is_lifted (const MappeListed *listed)
{
  return g_strcmp0 (mappe_row_get_text (listed->row, MAPPE_ROAD_CLOSURE_STATUS), "lifted") == 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MappeListed *left = *(MappeListed *const *) a, *right = *(MappeListed *const *) b;
  int order = (int) is_lifted (left) - (int) is_lifted (right);

  if (order == 0)
    order = g_strcmp0 (mappe_row_get_text (right->row, MAPPE_ROAD_CLOSURE_FROM_AT),
                       mappe_row_get_text (left->row, MAPPE_ROAD_CLOSURE_FROM_AT));
  return order != 0 ? order : (left->row->id > right->row->id) - (left->row->id < right->row->id);
}

static MappeClosures *
read_closures (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_road_closure_kind);
  g_autoptr (MappeQuery) labels = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) codes = mappe_snapshot_rows (snapshot, labels, error);
  g_autoptr (GPtrArray) listed = codes != NULL ? mappe_snapshot_list (snapshot, query, error) : NULL;
  MappeClosures *self;

  if (listed == NULL)
    return NULL;
  self = g_new0 (MappeClosures, 1);
  self->listed = g_steal_pointer (&listed);
  self->codes = mappe_codes_new (codes);
  g_ptr_array_sort (self->listed, compare);
  while (self->n_open < self->listed->len && !is_lifted (g_ptr_array_index (self->listed, self->n_open)))
    self->n_open++;
  self->all = lead_times (self->listed, FALSE);
  self->short_notice = lead_times (self->listed, TRUE);
  return self;
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return read_closures (snapshot, error);
}

/** mappe_closures_load: Returns: (transfer full) (nullable): all road closures of the file with their lead times */
MappeClosures *
mappe_closures_load (MappeStore *store, GError **error)
{
  return mappe_store_read (store, load_job, NULL, error);
}

void
mappe_closures_load_async (MappeStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_job, NULL, NULL, (GDestroyNotify) mappe_closures_free,
                          cancellable, callback, data);
}

/** mappe_closures_load_finish: Returns: (transfer full) (nullable): see mappe_closures_load() */
MappeClosures *
mappe_closures_load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}

/** mappe_closures_free: @self: (transfer full) */
void
mappe_closures_free (MappeClosures *self)
{
  g_ptr_array_unref (self->listed);
  mappe_codes_free (self->codes);
  g_free (self);
}

/* --- acts --- */

/**
 * mappe_closure_lift:
 * @now: "YYYY-MM-DDTHH:MM"
 *
 * Returns: (transfer full) (nullable): the edit: the road is open from @now on; one that was to end earlier keeps its
 *   end, and one that had not begun ends as it would have begun
 */
MappeEdit *
mappe_closure_lift (const MappeRow *closure, const char *now, GError **error)
{
  const char *from = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_FROM_AT);
  const char *to = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_TO_AT);
  g_autofree char *label = NULL;
  MappeEdit *edit;
  MappeRow *mine;

  if (g_strcmp0 (mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_STATUS), "lifted") == 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("This closure is lifted already"));
  label = g_strdup_printf (_("Lift closure: %s"), mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_ROAD));
  edit = mappe_edit_new (label);
  mine = mappe_row_copy (closure);
  mappe_row_set_canonical (mine, MAPPE_ROAD_CLOSURE_STATUS, "lifted", NULL);
  if (to == NULL || g_strcmp0 (to, now) > 0)
    mappe_row_set_canonical (mine, MAPPE_ROAD_CLOSURE_TO_AT, g_strcmp0 (from, now) > 0 ? from : now, NULL);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) closure), mine);
  return edit;
}
