/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-standing-report.h"

#include "mappe-code.h"
#include "mappe-date.h"
#include "mappe-meeting.h"
#include "mappe-patrols.h"
#include "mappe-standing-private.h"

/**
 * mappe_standing_months_after:
 * @day: "YYYY-MM-DD"
 * @months: may be negative
 *
 * Returns: (transfer full): the same day of another month, its last where it has no such day
 */
char *
mappe_standing_months_after (const char *day, int months)
{
  GDate date;

  g_return_val_if_fail (mappe_date_parse_iso (day, &date), NULL);
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else
    g_date_subtract_months (&date, (guint) -months);
  return mappe_date_to_iso (&date);
}

static void
body_free (gpointer data)
{
  MappeStandingBody *self = data;

  mappe_row_unref (self->body);
  g_clear_pointer (&self->last, mappe_row_unref);
  g_clear_pointer (&self->next, mappe_row_unref);
  g_free (self->due_on);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  MappeStandingEntry *self = data;

  g_free (self->reference);
  g_free (self->title);
  g_free (self->about);
  g_free (self->date);
  g_free (self);
}

/* --- the whole council --- */

static const MappeRow *
later (const MappeRow *one, const MappeRow *other, guint field)
{
  if (one == NULL || other == NULL)
    return one != NULL ? one : other;
  return g_strcmp0 (mappe_row_get_text (one, field), mappe_row_get_text (other, field)) >= 0 ? one : other;
}

static void
add_activity (MappeStandingActivity *sum, const MappeStandingActivity *part)
{
  sum->meetings += part->meetings;
  sum->decisions += part->decisions;
  sum->measures += part->measures;
  sum->running += part->running;
  sum->open += part->open;
  sum->late += part->late;
}

/* Measures and decisions of no active body are in the sum already. */
static void
sum_up (MappeStandingReport *self)
{
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const MappeStandingBody *body = g_ptr_array_index (self->bodies, i);
      guint held_on = MAPPE_MEETING_HELD_ON;

      add_activity (&self->council, &body->activity);
      self->last = later (self->last, body->last, held_on);
      if (body->next != NULL)
        self->next = self->next != NULL && later (body->next, self->next, held_on) == body->next ? self->next
                                                                                                 : body->next;
    }
}

static gboolean
count_patrols (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  MappePatrols *patrols = mappe_patrols_load (snapshot, self->from, self->today, error);

  if (patrols == NULL)
    return FALSE;
  self->council.patrols = mappe_patrols_sum (patrols, 0, self->from, self->today).held;
  mappe_patrols_free (patrols);
  return TRUE;
}

static gboolean
load_codes (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where (query, MAPPE_CODE_LIST, MAPPE_OP_EQUAL, "finance_source");
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows != NULL;
}

/**
 * mappe_standing_report_load:
 * @today: day to reckon from, "YYYY-MM-DD"
 * @error: return location for a #MappeStoreError
 *
 * Returns: (transfer full) (nullable): how the council stands on that day
 */
MappeStandingReport *
mappe_standing_report_load (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (MappeStandingReport) self = g_new0 (MappeStandingReport, 1);
  g_autofree char *year_ago = mappe_standing_months_after (today, -12);

  self->today = g_strdup (today);
  self->from = mappe_date_add_days (year_ago, 1);
  self->bodies = g_ptr_array_new_with_free_func (body_free);
  for (guint i = 0; i < MAPPE_STANDING_N_TOPICS; i++)
    self->entries[i] = g_ptr_array_new_with_free_func (entry_free);
  if (!mappe_standing_load_bodies (self, snapshot, error) || !mappe_standing_load_entries (self, snapshot, error)
      || !count_patrols (self, snapshot, error) || !load_codes (self, snapshot, error))
    return NULL;
  sum_up (self);
  return g_steal_pointer (&self);
}

/** mappe_standing_report_free: @self: (transfer full) */
void
mappe_standing_report_free (MappeStandingReport *self)
{
  g_free (self->today);
  g_free (self->from);
  g_ptr_array_unref (self->bodies);
  for (guint i = 0; i < MAPPE_STANDING_N_TOPICS; i++)
    g_ptr_array_unref (self->entries[i]);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_free (self);
}

/** mappe_standing_report_n_warnings: Returns: how many minimums are not kept, over all bodies */
guint
mappe_standing_report_n_warnings (const MappeStandingReport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->bodies->len; i++)
    {
      guint lacks = ((const MappeStandingBody *) g_ptr_array_index (self->bodies, i))->lacks;

      n += ((lacks & MAPPE_LACKS_MEMBERS) != 0) + ((lacks & MAPPE_LACKS_MEETINGS) != 0)
           + ((lacks & MAPPE_LACKS_RHYTHM) != 0);
    }
  return n;
}

/** mappe_standing_report_sum: Returns: the money of a topic, in cents */
gint64
mappe_standing_report_sum (const MappeStandingReport *self, MappeStandingTopic topic)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->entries[topic]->len; i++)
    sum += ((const MappeStandingEntry *) g_ptr_array_index (self->entries[topic], i))->cents;
  return sum;
}

/* Returns: (nullable): the body with that id, if it is active */
MappeStandingBody *
mappe_standing_find_body (const MappeStandingReport *self, gint64 id)
{
  for (guint i = 0; i < self->bodies->len; i++)
    {
      MappeStandingBody *body = g_ptr_array_index (self->bodies, i);

      if (body->body->id == id)
        return body;
    }
  return NULL;
}
