/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrols.h"

#include <stdlib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-patrol.h"

/**
 * mappe_patrols_load:
 * @from: first day, "YYYY-MM-DD"
 * @to: last day
 * @error: return location for a #MappeStoreError
 *
 * Returns: (transfer full) (nullable): the patrols of that time
 */
MappePatrols *
mappe_patrols_load (MappeSnapshot *snapshot, const char *from, const char *to, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_patrol_kind);
  g_autoptr (GPtrArray) rows = NULL;
  MappePatrols *self;

  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_GREATER_EQUAL, from);
  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_LESS_EQUAL, to);
  mappe_query_order (query, MAPPE_PATROL_DATE, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows == NULL)
    return NULL;
  self = g_new (MappePatrols, 1);
  *self = (MappePatrols) { g_strdup (from), g_strdup (to), g_steal_pointer (&rows) };
  return self;
}

/** mappe_patrols_free: @self: (transfer full) */
void
mappe_patrols_free (MappePatrols *self)
{
  g_free (self->from);
  g_free (self->to);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static guint
minute_of (const char *time)
{
  return (guint) (atoi (time) * 60 + atoi (time + strlen ("HH:")));
}

/**
 * mappe_patrol_minutes:
 * @patrol: a patrol
 *
 * Returns: how long it is, in minutes; one that ends before it begins goes on past midnight; 0 without an end
 */
guint
mappe_patrol_minutes (const MappeRow *patrol)
{
  enum { DAY = 24 * 60 };
  const char *start = mappe_row_get_text (patrol, MAPPE_PATROL_START_AT);
  const char *end = mappe_row_get_text (patrol, MAPPE_PATROL_END_AT);

  if (start == NULL || end == NULL)
    return 0;
  return (minute_of (end) + DAY - minute_of (start)) % DAY;
}

static void
add (MappePatrolSum *sum, const MappeRow *patrol)
{
  const char *status = mappe_row_get_text (patrol, MAPPE_PATROL_STATUS);

  sum->cancelled += g_strcmp0 (status, "cancelled") == 0;
  sum->planned += g_strcmp0 (status, "planned") == 0;
  if (g_strcmp0 (status, "held") != 0)
    return;
  sum->held++;
  sum->minutes += mappe_patrol_minutes (patrol);
  sum->talks += mappe_row_get_int (patrol, MAPPE_PATROL_CITIZEN_TALKS);
  sum->warnings += mappe_row_get_int (patrol, MAPPE_PATROL_WARNINGS);
  sum->dispersal_orders += mappe_row_get_int (patrol, MAPPE_PATROL_DISPERSAL_ORDERS);
  sum->incidents += mappe_row_get_int (patrol, MAPPE_PATROL_INCIDENTS);
}

/**
 * mappe_patrols_sum:
 * @area: id, or 0 for all areas
 * @from: first day
 * @to: last day
 *
 * Returns: the sum of the patrols that begin on these days
 */
MappePatrolSum
mappe_patrols_sum (const MappePatrols *self, gint64 area, const char *from, const char *to)
{
  MappePatrolSum sum = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MappeRow *patrol = g_ptr_array_index (self->rows, i);
      const char *day = mappe_row_get_text (patrol, MAPPE_PATROL_DATE);

      if (strcmp (day, from) >= 0 && strcmp (day, to) <= 0
          && (area == 0 || mappe_row_get_int (patrol, MAPPE_PATROL_AREA) == area))
        add (&sum, patrol);
    }
  return sum;
}

/** mappe_patrol_monday: Returns: (transfer full): the first day of the week (ISO 8601) of @day */
char *
mappe_patrol_monday (const char *day)
{
  GDate date;

  g_return_val_if_fail (mappe_date_parse_iso (day, &date), NULL);
  return mappe_date_add_days (day, G_DATE_MONDAY - (int) g_date_get_weekday (&date));
}
