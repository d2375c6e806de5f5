/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-plan-timeline.h"

#include <stdlib.h>
#include <string.h>

#include "mappe-closures.h"
#include "mappe-date.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-event.h"
#include "mappe-road-closure.h"

enum { DAY_LENGTH = 10, DAY = 24 * 60, SHORTEST = 60 };

static void
bar_free (gpointer data)
{
  MappePlanTimelineBar *bar = data;

  g_free (bar->text);
  g_free (bar);
}

/** mappe_plan_timeline_free: @self: (transfer full) */
void
mappe_plan_timeline_free (MappePlanTimeline *self)
{
  g_free (self->origin);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->bars);
  g_free (self);
}

static gint64
minute_of (const MappePlanTimeline *self, const char *at)
{
  g_autofree char *origin = g_strconcat (self->origin, "T00:00", NULL);

  return mappe_closure_minutes (origin, at);
}

/** mappe_plan_timeline_moment: Returns: (transfer full): a minute as "YYYY-MM-DDTHH:MM" */
char *
mappe_plan_timeline_moment (const MappePlanTimeline *self, gint64 minute)
{
  gint64 days = minute >= 0 ? minute / DAY : -((DAY - 1 - minute) / DAY), rest = minute - days * DAY;
  g_autofree char *day = mappe_date_add_days (self->origin, (int) days);

  return g_strdup_printf ("%sT%02d:%02d", day, (int) rest / 60, (int) rest % 60);
}

/* --- rows --- */

static const MappeRow *
row_at (GPtrArray *listed, guint at)
{
  return ((MappeListed *) g_ptr_array_index (listed, at))->row;
}

/* The first row of the unit in which the bar collides with nothing; a new one behind those of the unit otherwise. */
static void
put (MappePlanTimeline *self, MappePlanTimelineBar *bar, guint first, guint *n)
{
  for (guint lane = 0; lane < *n; lane++)
    {
      gboolean free = TRUE;

      for (guint i = 0; i < self->bars->len && free; i++)
        {
          const MappePlanTimelineBar *other = g_ptr_array_index (self->bars, i);

          free = other->row != first + lane || other->to <= bar->from || bar->to <= other->from;
        }
      if (free)
        {
          bar->row = first + lane;
          g_ptr_array_add (self->bars, bar);
          return;
        }
    }
  bar->row = first + *n;
  (*n)++;
  g_ptr_array_add (self->bars, bar);
}

static MappePlanTimelineBar *
bar_of_line (const MappePlanTimeline *self, const MappeRow *line)
{
  MappePlanTimelineBar *bar = g_new0 (MappePlanTimelineBar, 1);
  const char *to = mappe_row_get_text (line, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO);

  bar->phase = mappe_event_phase (mappe_row_get_text (line, MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE));
  bar->phase = MIN (bar->phase, MAPPE_EVENT_N_PHASES - 1);
  bar->from = minute_of (self, mappe_row_get_text (line, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM));
  bar->to = to != NULL ? MAX (minute_of (self, to), bar->from) : bar->from;
  bar->strength = mappe_row_get_int (line, MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH);
  bar->text = g_strdup (mappe_row_get_text (line, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK));
  bar->id = line->id;
  return bar;
}

static void
add_unit (MappePlanTimeline *self, const MappeEventFile *file, gint64 unit, const char *name)
{
  guint first = self->rows->len, n = 0;

  for (guint i = 0; i < file->lines->len; i++)
    if (mappe_row_get_int (row_at (file->lines, i), MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION) == unit)
      put (self, bar_of_line (self, row_at (file->lines, i)), first, &n);
  for (guint lane = 0; lane < n; lane++)
    g_ptr_array_add (self->rows, g_strdup (lane == 0 ? name : ""));
}

static void
add_units (MappePlanTimeline *self, const MappeEventFile *file)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < file->lines->len; i++)
    {
      const MappeListed *line = g_ptr_array_index (file->lines, i);
      gint64 unit = mappe_row_get_int (line->row, MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION);
      const char *name = line->shown[MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION];

      if (g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) unit)))
        add_unit (self, file, unit, name != NULL ? name : "");
    }
  self->n_units = self->rows->len;
}

/* --- extent --- */

static void
find_extent (MappePlanTimeline *self)
{
  for (guint phase = 0; phase < MAPPE_EVENT_N_PHASES; phase++)
    {
      self->phases[phase].from = G_MAXINT64;
      self->phases[phase].to = G_MININT64;
    }
  self->from = G_MAXINT64;
  self->to = G_MININT64;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const MappePlanTimelineBar *bar = g_ptr_array_index (self->bars, i);

      self->phases[bar->phase].from = MIN (self->phases[bar->phase].from, bar->from);
      self->phases[bar->phase].to = MAX (self->phases[bar->phase].to, bar->to);
      self->from = MIN (self->from, bar->from);
      self->to = MAX (self->to, bar->to);
    }
}

static void
add_closures (MappePlanTimeline *self, const MappeEventFile *file)
{
  for (guint i = 0; i < file->closures->len; i++)
    {
      const MappeRow *closure = row_at (file->closures, i);
      const char *to = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_TO_AT);
      MappePlanTimelineBar *bar = g_new0 (MappePlanTimelineBar, 1);

      bar->row = self->rows->len;
      bar->phase = MAPPE_EVENT_N_PHASES;
      bar->from = minute_of (self, mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_FROM_AT));
      bar->to = to != NULL ? minute_of (self, to) : MAX (self->to, bar->from);
      bar->text = g_strdup (mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_ROAD));
      bar->id = closure->id;
      self->from = MIN (self->from, bar->from);
      self->to = MAX (self->to, bar->to);
      g_ptr_array_add (self->rows, g_strdup (bar->text));
      g_ptr_array_add (self->bars, bar);
    }
  if (self->to < self->from + SHORTEST)
    self->to = self->from + SHORTEST;
}

/** mappe_plan_timeline_new: Returns: (transfer full) (nullable): the plan in time; %NULL when there is nothing in it */
MappePlanTimeline *
mappe_plan_timeline_new (const MappeEventFile *file)
{
  MappePlanTimeline *self;

  if (file->lines->len == 0 && file->closures->len == 0)
    return NULL;
  self = g_new0 (MappePlanTimeline, 1);
  self->origin = g_strdup (mappe_row_get_text (file->event->row, MAPPE_EVENT_START_ON));
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->bars = g_ptr_array_new_with_free_func (bar_free);
  add_units (self, file);
  find_extent (self);
  add_closures (self, file);
  return self;
}

/**
 * mappe_plan_timeline_peak:
 * @from: (out): when most people are out for the first time
 * @to: (out): until when
 *
 * Returns: how many people the plan has out at most at once; 0 when no strength is known
 */
gint64
mappe_plan_timeline_peak (const MappePlanTimeline *self, gint64 *from, gint64 *to)
{
  gint64 most = 0;

  *from = *to = 0;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const MappePlanTimelineBar *begin = g_ptr_array_index (self->bars, i);
      gint64 sum = 0, end = G_MAXINT64;

      for (guint j = 0; j < self->bars->len; j++)
        {
          const MappePlanTimelineBar *bar = g_ptr_array_index (self->bars, j);

          if (bar->strength == 0 || bar->from > begin->from || bar->to <= begin->from)
            {
              if (bar->strength > 0 && bar->from > begin->from)
                end = MIN (end, bar->from);
              continue;
            }
          sum += bar->strength;
          end = MIN (end, bar->to);
        }
      if (sum > most || (sum == most && sum > 0 && begin->from < *from))
        {
          most = sum;
          *from = begin->from;
          *to = end;
        }
    }
  return most;
}

/* --- the keyboard --- */

static const MappePlanTimelineBar *
bar_at (const MappePlanTimeline *self, int bar)
{
  return g_ptr_array_index (self->bars, (guint) bar);
}

/* Which of two comes first in time; what begins together, by row. */
static gboolean
is_before (const MappePlanTimeline *self, int one, int other)
{
  const MappePlanTimelineBar *left = bar_at (self, one), *right = bar_at (self, other);

  return left->from != right->from ? left->from < right->from : left->row < right->row;
}

/* The nearest one before or after @bar in time; from −1 the very first, or the very last. */
static int
beside (const MappePlanTimeline *self, int bar, gboolean later)
{
  int found = -1;

  for (int i = 0; i < (int) self->bars->len; i++)
    {
      gboolean that_way = bar < 0 || (later ? is_before (self, bar, i) : is_before (self, i, bar));
      gboolean nearer = found < 0 || (later ? is_before (self, i, found) : is_before (self, found, i));

      if (i != bar && that_way && nearer)
        found = i;
    }
  return found;
}

/* In the row beside it the bar that is nearest in time. */
static int
in_row (const MappePlanTimeline *self, int bar, int rows)
{
  const MappePlanTimelineBar *here = bar_at (self, bar);
  gint64 row = (gint64) here->row + rows, least = G_MAXINT64;
  int found = -1;

  for (int i = 0; i < (int) self->bars->len; i++)
    {
      gint64 distance = ABS (bar_at (self, i)->from - here->from);

      if (bar_at (self, i)->row == row && distance < least)
        {
          found = i;
          least = distance;
        }
    }
  return found;
}

/**
 * mappe_plan_timeline_step:
 * @bar: number of the bar that is pointed at, or −1
 *
 * Returns: number of the bar that a key leads to; −1 when there is none that way
 */
int
mappe_plan_timeline_step (const MappePlanTimeline *self, int bar, MappePlanTimelineStep step)
{
  if (step == MAPPE_PLAN_TIMELINE_FIRST || (bar < 0 && step != MAPPE_PLAN_TIMELINE_LAST))
    return beside (self, -1, TRUE);
  if (step == MAPPE_PLAN_TIMELINE_LAST)
    return beside (self, -1, FALSE);
  if (step == MAPPE_PLAN_TIMELINE_EARLIER || step == MAPPE_PLAN_TIMELINE_LATER)
    return beside (self, bar, step == MAPPE_PLAN_TIMELINE_LATER);
  return in_row (self, bar, step == MAPPE_PLAN_TIMELINE_BELOW ? 1 : -1);
}
