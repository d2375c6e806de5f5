/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-week.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mappe-area.h"
#include "mappe-code.h"
#include "mappe-date.h"
#include "mappe-patrol.h"

/* Every day reached from these years, and the weeks before, can be stored. */
#define FIRST_YEAR 1600
#define LAST_YEAR 9990

/** mappe_patrol_week_exists: @day: any text. Returns: whether it is a day whose week can be loaded */
gboolean
mappe_patrol_week_exists (const char *day)
{
  return mappe_date_is_valid (day) && atoi (day) >= FIRST_YEAR && atoi (day) <= LAST_YEAR;
}

/* --- names of weeks (ISO 8601) --- */

/** mappe_patrol_week_name: Returns: (transfer full) (nullable): the week of @day: "2026-W48" */
char *
mappe_patrol_week_name (const char *day)
{
  g_autofree char *monday = mappe_patrol_monday (day);
  g_autofree char *thursday = monday != NULL ? mappe_date_add_days (monday, 3) : NULL;
  GDate date;

  /* The year of a week is that of its Thursday. */
  if (thursday == NULL || !mappe_date_parse_iso (thursday, &date))
    return NULL;
  return g_strdup_printf ("%04u-W%02u", g_date_get_year (&date), g_date_get_iso8601_week_of_year (&date));
}

/** mappe_patrol_week_parse: @name: "2026-W48". Returns: (transfer full) (nullable): its Monday; none of no week */
char *
mappe_patrol_week_parse (const char *name)
{
  g_autofree char *fourth = NULL, *first = NULL, *monday = NULL, *again = NULL;
  int year = 0, week = 0, length = 0;

  if (sscanf (name, "%4d-W%2d%n", &year, &week, &length) != 2 || name[length] != '\0' || week < 1
      || year < FIRST_YEAR || year > LAST_YEAR)
    return NULL;
  /* The fourth of January lies in the first week of its year. */
  fourth = g_strdup_printf ("%04d-01-04", year);
  first = mappe_patrol_monday (fourth);
  monday = first != NULL ? mappe_date_add_days (first, (week - 1) * MAPPE_WEEK_DAYS) : NULL;
  again = monday != NULL ? mappe_patrol_week_name (monday) : NULL;
  return g_strcmp0 (again, name) == 0 ? g_steal_pointer (&monday) : NULL;
}

/* --- loading --- */

static int
by_time (gconstpointer a, gconstpointer b)
{
  const MappeRow *left = (*(MappeListed *const *) a)->row, *right = (*(MappeListed *const *) b)->row;
  int order = strcmp (mappe_row_get_text (left, MAPPE_PATROL_DATE), mappe_row_get_text (right, MAPPE_PATROL_DATE));

  if (order == 0)
    order = strcmp (mappe_row_get_text (left, MAPPE_PATROL_START_AT),
                    mappe_row_get_text (right, MAPPE_PATROL_START_AT));
  return order != 0 ? order : left->id < right->id ? -1 : left->id > right->id;
}

static gboolean
load_patrols (MappePatrolWeek *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_patrol_kind);
  const char *from = self->mondays[0], *to = self->days[MAPPE_WEEK_DAYS - 1];
  GPtrArray *rows;

  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_GREATER_EQUAL, from);
  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_LESS_EQUAL, to);
  self->listed = mappe_snapshot_list (snapshot, query, error);
  if (self->listed == NULL)
    return FALSE;
  g_ptr_array_sort (self->listed, by_time);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  for (guint i = 0; i < self->listed->len; i++)
    g_ptr_array_add (rows, mappe_row_ref (((MappeListed *) g_ptr_array_index (self->listed, i))->row));
  self->patrols = g_new (MappePatrols, 1);
  *self->patrols = (MappePatrols) { g_strdup (from), g_strdup (to), rows };
  return TRUE;
}

static gboolean
load_deleted (MappePatrolWeek *self, MappeSnapshot *snapshot, GError **error)
{
  self->deleted = mappe_snapshot_deleted (snapshot, &mappe_patrol_kind, error);
  for (guint i = self->deleted != NULL ? self->deleted->len : 0; i > 0; i--)
    {
      const char *day = mappe_row_get_text (((MappeListed *) g_ptr_array_index (self->deleted, i - 1))->row,
                                            MAPPE_PATROL_DATE);

      if (g_strcmp0 (day, self->days[0]) < 0 || g_strcmp0 (day, self->days[MAPPE_WEEK_DAYS - 1]) > 0)
        g_ptr_array_remove_index (self->deleted, i - 1);
    }
  if (self->deleted != NULL)
    g_ptr_array_sort (self->deleted, by_time);
  return self->deleted != NULL;
}

static GPtrArray *
load_all (MappeSnapshot *snapshot, const MappeKind *kind, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  return mappe_snapshot_rows (snapshot, query, error);
}

/**
 * mappe_patrol_week_load:
 * @day: any day of the week, see mappe_patrol_week_exists()
 *
 * Returns: (transfer full) (nullable): the week, and those before it
 */
MappePatrolWeek *
mappe_patrol_week_load (MappeSnapshot *snapshot, const char *day, GError **error)
{
  g_autoptr (MappePatrolWeek) self = g_new0 (MappePatrolWeek, 1);
  g_autofree char *monday = mappe_patrol_monday (day);
  g_autoptr (GPtrArray) codes = NULL;

  g_return_val_if_fail (mappe_patrol_week_exists (day), NULL);
  for (int i = 0; i < MAPPE_WEEK_DAYS; i++)
    self->days[i] = mappe_date_add_days (monday, i);
  for (int i = 0; i < MAPPE_PATROL_WEEKS; i++)
    self->mondays[i] = mappe_date_add_days (monday, (i + 1 - MAPPE_PATROL_WEEKS) * MAPPE_WEEK_DAYS);
  self->areas = load_all (snapshot, &mappe_area_kind, error);
  codes = self->areas != NULL ? load_all (snapshot, &mappe_code_kind, error) : NULL;
  if (codes == NULL || !load_patrols (self, snapshot, error) || !load_deleted (self, snapshot, error))
    return NULL;
  self->codes = mappe_codes_new (codes);
  return g_steal_pointer (&self);
}

/** mappe_patrol_week_free: @self: (transfer full) */
void
mappe_patrol_week_free (MappePatrolWeek *self)
{
  for (int i = 0; i < MAPPE_WEEK_DAYS; i++)
    g_free (self->days[i]);
  for (int i = 0; i < MAPPE_PATROL_WEEKS; i++)
    g_free (self->mondays[i]);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->deleted, g_ptr_array_unref);
  g_clear_pointer (&self->patrols, mappe_patrols_free);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_free (self);
}

/* --- asking --- */

/**
 * mappe_patrol_week_find:
 * @area: id, or 0 for all areas
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer container) (element-type MappeListed): the patrols of these days, by day and begin
 */
GPtrArray *
mappe_patrol_week_find (const MappePatrolWeek *self, gint64 area, const char *from, const char *to)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->listed->len; i++)
    {
      MappeListed *listed = g_ptr_array_index (self->listed, i);
      const char *day = mappe_row_get_text (listed->row, MAPPE_PATROL_DATE);

      if (strcmp (day, from) >= 0 && strcmp (day, to) <= 0
          && (area == 0 || mappe_row_get_int (listed->row, MAPPE_PATROL_AREA) == area))
        g_ptr_array_add (found, listed);
    }
  return found;
}

/** mappe_patrol_week_before: Returns: (transfer container) (element-type MappeListed): patrols of the week before */
GPtrArray *
mappe_patrol_week_before (const MappePatrolWeek *self)
{
  g_autofree char *sunday = mappe_date_add_days (self->days[0], -1);

  return mappe_patrol_week_find (self, 0, self->mondays[MAPPE_PATROL_WEEKS - 2], sunday);
}

/** mappe_patrol_week_sum: @area: id, or 0 for all. Returns: the sum of the week that begins on @monday */
MappePatrolSum
mappe_patrol_week_sum (const MappePatrolWeek *self, gint64 area, const char *monday)
{
  g_autofree char *sunday = mappe_date_add_days (monday, MAPPE_WEEK_DAYS - 1);

  return mappe_patrols_sum (self->patrols, area, monday, sunday);
}

/** mappe_patrol_week_visits: Returns: whether there is any patrol of these weeks in the area */
gboolean
mappe_patrol_week_visits (const MappePatrolWeek *self, gint64 area)
{
  for (guint i = 0; i < self->patrols->rows->len; i++)
    if (mappe_row_get_int (g_ptr_array_index (self->patrols->rows, i), MAPPE_PATROL_AREA) == area)
      return TRUE;
  return FALSE;
}

/** mappe_patrol_sum_lost: Returns: percent of those reported on that were cancelled; NAN when none was reported on */
double
mappe_patrol_sum_lost (const MappePatrolSum *sum)
{
  guint reported = sum->held + sum->cancelled;

  return reported > 0 ? 100.0 * sum->cancelled / reported : NAN;
}

/**
 * mappe_patrols_unreported:
 * @today: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable) (element-type MappeListed): patrols before today that are still planned: nobody
 *   said whether they were held or cancelled; by day and begin
 */
GPtrArray *
mappe_patrols_unreported (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_patrol_kind);
  GPtrArray *patrols;

  mappe_query_where (query, MAPPE_PATROL_STATUS, MAPPE_OP_EQUAL, "planned");
  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_LESS, today);
  patrols = mappe_snapshot_list (snapshot, query, error);
  if (patrols != NULL)
    g_ptr_array_sort (patrols, by_time);
  return patrols;
}
