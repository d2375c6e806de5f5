/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-measure.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-standing-private.h"

/* What each body did, and whether that keeps the minimum it has set for itself. */

enum { CHUNK = 200 };  /* ids asked for at once */

/* --- meetings --- */

static GPtrArray *
meetings_of (MappeSnapshot *snapshot, gint64 body, gboolean held, const char *today, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);

  mappe_query_where_id (query, MAPPE_MEETING_BODY, body);
  if (held)
    mappe_query_where (query, MAPPE_MEETING_STATE, MAPPE_OP_EQUAL, "held");
  else
    {
      mappe_query_where (query, MAPPE_MEETING_STATE, MAPPE_OP_EQUAL, "planned");
      mappe_query_where (query, MAPPE_MEETING_STATE, MAPPE_OP_EQUAL, "invited");
    }
  mappe_query_where (query, MAPPE_MEETING_HELD_ON, held ? MAPPE_OP_LESS_EQUAL : MAPPE_OP_GREATER_EQUAL, today);
  mappe_query_order (query, MAPPE_MEETING_HELD_ON, held);
  mappe_query_limit (query, 1);
  return mappe_snapshot_rows (snapshot, query, error);
}

static gboolean
load_meeting (MappeRow **meeting, MappeSnapshot *snapshot, gint64 body, gboolean held, const char *today,
              GError **error)
{
  g_autoptr (GPtrArray) rows = meetings_of (snapshot, body, held, today, error);

  if (rows == NULL)
    return FALSE;
  *meeting = rows->len > 0 ? mappe_row_ref (g_ptr_array_index (rows, 0)) : NULL;
  return TRUE;
}

/* --- decisions of the last twelve months --- */

/* Rows of @kind whose @field refers to one of @ids. */
static GPtrArray *
rows_of (MappeSnapshot *snapshot, const MappeKind *kind, guint field, GPtrArray *owners, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  for (guint from = 0; from < owners->len; from += CHUNK)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (kind);
      g_autoptr (GPtrArray) rows = NULL;

      for (guint i = from; i < owners->len && i < from + CHUNK; i++)
        mappe_query_where_id (query, field, ((const MappeRow *) g_ptr_array_index (owners, i))->id);
      rows = mappe_snapshot_rows (snapshot, query, error);
      if (rows == NULL)
        return NULL;
      g_ptr_array_extend (all, rows, (GCopyFunc) (void (*) (void)) mappe_row_ref, NULL);
    }
  return g_steal_pointer (&all);
}

static GPtrArray *
held_meetings (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);

  mappe_query_where (query, MAPPE_MEETING_STATE, MAPPE_OP_EQUAL, "held");
  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_GREATER_EQUAL, self->from);
  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_LESS_EQUAL, self->today);
  return mappe_snapshot_rows (snapshot, query, error);
}

/* What belongs to no active body counts for the whole council. */
static MappeStandingActivity *
activity_of (MappeStandingReport *self, gint64 body)
{
  MappeStandingBody *found = mappe_standing_find_body (self, body);

  return found != NULL ? &found->activity : &self->council;
}

static GHashTable *
owners_by_id (GPtrArray *rows, guint field)
{
  GHashTable *owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (owners, &row->id, &row->values[field]);
    }
  return owners;
}

static gint64
owner_in (GHashTable *owners, gint64 id)
{
  const MappeValue *value = g_hash_table_lookup (owners, &id);

  return value != NULL ? value->integer : 0;
}

static gboolean
count_meetings (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) meetings = held_meetings (self, snapshot, error);
  g_autoptr (GPtrArray) items = NULL, decisions = NULL;
  g_autoptr (GHashTable) bodies = NULL, of_items = NULL;

  items = meetings != NULL ? rows_of (snapshot, &mappe_agenda_item_kind, MAPPE_AGENDA_ITEM_MEETING, meetings, error)
                           : NULL;
  decisions = items != NULL ? rows_of (snapshot, &mappe_decision_kind, MAPPE_DECISION_AGENDA_ITEM, items, error) : NULL;
  if (decisions == NULL)
    return FALSE;
  bodies = owners_by_id (meetings, MAPPE_MEETING_BODY);
  of_items = owners_by_id (items, MAPPE_AGENDA_ITEM_MEETING);
  for (guint i = 0; i < meetings->len; i++)
    activity_of (self, mappe_row_get_int (g_ptr_array_index (meetings, i), MAPPE_MEETING_BODY))->meetings++;
  for (guint i = 0; i < decisions->len; i++)
    {
      gint64 item = mappe_row_get_int (g_ptr_array_index (decisions, i), MAPPE_DECISION_AGENDA_ITEM);

      activity_of (self, owner_in (bodies, owner_in (of_items, item)))->decisions++;
    }
  return TRUE;
}

/* --- measures --- */

static gboolean
count_measures (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) all = mappe_query_new (&mappe_measure_kind), projects = mappe_query_new (&mappe_project_kind);
  g_autoptr (GPtrArray) measures = mappe_snapshot_rows (snapshot, all, error);
  g_autoptr (GPtrArray) owners = measures != NULL ? mappe_snapshot_rows (snapshot, projects, error) : NULL;
  g_autoptr (GHashTable) bodies = NULL;

  if (owners == NULL)
    return FALSE;
  bodies = owners_by_id (owners, MAPPE_PROJECT_BODY);
  for (guint i = 0; i < measures->len; i++)
    {
      const MappeRow *measure = g_ptr_array_index (measures, i);
      MappeStandingActivity *activity = activity_of (self, owner_in (bodies, mappe_row_get_int (measure,
                                                                                             MAPPE_MEASURE_PROJECT)));
      const char *begun = mappe_row_get_text (measure, MAPPE_MEASURE_START_ON);

      activity->measures += begun != NULL && g_strcmp0 (begun, self->from) >= 0 && g_strcmp0 (begun, self->today) <= 0;
      activity->running += g_strcmp0 (mappe_row_get_text (measure, MAPPE_MEASURE_STATUS), "running") == 0;
    }
  return TRUE;
}

/* --- members --- */

static gboolean
runs_on (const MappeRow *membership, const char *day)
{
  const char *from = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_FROM);
  const char *to = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_TO);

  return (from == NULL || g_strcmp0 (from, day) <= 0) && (to == NULL || g_strcmp0 (to, day) >= 0)
         && g_strcmp0 (mappe_row_get_text (membership, MAPPE_MEMBERSHIP_FUNCTION), "deputy") != 0;
}

/* People who left the council, whatever their memberships say. */
static GHashTable *
gone_people (MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  g_autoptr (GPtrArray) rows = NULL;
  GHashTable *gone;

  mappe_query_where (query, MAPPE_PERSON_STATUS, MAPPE_OP_EQUAL, "ended");
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows == NULL)
    return NULL;
  gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (gone, g_memdup2 (&((const MappeRow *) g_ptr_array_index (rows, i))->id, sizeof (gint64)));
  return gone;
}

/* Each person once, however many memberships of a body it has. */
static void
count_member (MappeStandingReport *self, const MappeRow *membership, GHashTable *seen)
{
  gint64 person = mappe_row_get_int (membership, MAPPE_MEMBERSHIP_PERSON);
  MappeStandingBody *body = mappe_standing_find_body (self, mappe_row_get_int (membership, MAPPE_MEMBERSHIP_BODY));

  if (body == NULL)
    return;
  self->members += g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT, person));
  if (!g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, person, body->body->id)))
    return;
  body->members++;
  body->voting += mappe_row_get_int (membership, MAPPE_MEMBERSHIP_VOTING) != 0;
}

static gboolean
count_members (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_membership_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);
  g_autoptr (GHashTable) gone = rows != NULL ? gone_people (snapshot, error) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (gone == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *membership = g_ptr_array_index (rows, i);
      gint64 person = mappe_row_get_int (membership, MAPPE_MEMBERSHIP_PERSON);

      if (runs_on (membership, self->today) && !g_hash_table_contains (gone, &person))
        count_member (self, membership, seen);
    }
  return TRUE;
}

/* --- the minimum --- */

static void
judge_rhythm (MappeStandingBody *body, const char *today)
{
  gint64 months = mappe_row_get_int (body->body, MAPPE_BODY_MEETS_EVERY_MONTHS);
  const char *next = body->next != NULL ? mappe_row_get_text (body->next, MAPPE_MEETING_HELD_ON) : NULL;

  if (months <= 0)
    return;
  if (body->last != NULL)
    body->due_on = mappe_standing_months_after (mappe_row_get_text (body->last, MAPPE_MEETING_HELD_ON), (int) months);
  if (body->due_on == NULL || g_strcmp0 (body->due_on, today) < 0)
    body->rhythm = MAPPE_RHYTHM_BROKEN;
  else
    body->rhythm = next != NULL && g_strcmp0 (next, body->due_on) <= 0 ? MAPPE_RHYTHM_KEPT : MAPPE_RHYTHM_OPEN;
}

static void
judge (MappeStandingBody *body, const char *today)
{
  judge_rhythm (body, today);
  body->lacks |= body->members < mappe_row_get_int (body->body, MAPPE_BODY_MINIMUM_MEMBERS) ? MAPPE_LACKS_MEMBERS : 0;
  body->lacks |= body->activity.meetings < mappe_row_get_int (body->body, MAPPE_BODY_MINIMUM_MEETINGS)
                     ? MAPPE_LACKS_MEETINGS : 0;
  body->lacks |= body->rhythm == MAPPE_RHYTHM_BROKEN ? MAPPE_LACKS_RHYTHM : 0;
}

/* --- all of it --- */

static gboolean
add_bodies (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_body_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where (query, MAPPE_BODY_ACTIVE, MAPPE_OP_NOT_EQUAL, "0");
  mappe_query_order (query, MAPPE_BODY_KIND, FALSE);
  mappe_query_order (query, MAPPE_FIELD_REFERENCE, FALSE);
  rows = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeStandingBody *body = g_new0 (MappeStandingBody, 1);

      body->body = mappe_row_ref (g_ptr_array_index (rows, i));
      g_ptr_array_add (self->bodies, body);
      if (!load_meeting (&body->last, snapshot, body->body->id, TRUE, self->today, error)
          || !load_meeting (&body->next, snapshot, body->body->id, FALSE, self->today, error))
        return FALSE;
    }
  return rows != NULL;
}

gboolean
mappe_standing_load_bodies (MappeStandingReport *self, MappeSnapshot *snapshot, GError **error)
{
  if (!add_bodies (self, snapshot, error) || !count_meetings (self, snapshot, error)
      || !count_measures (self, snapshot, error) || !count_members (self, snapshot, error))
    return FALSE;
  for (guint i = 0; i < self->bodies->len; i++)
    judge (g_ptr_array_index (self->bodies, i), self->today);
  return TRUE;
}

/* Returns: id of the body whose meeting the item belongs to; 0 when there is none */
gint64
mappe_standing_body_of_item (MappeSnapshot *snapshot, gint64 agenda_item, GError **error)
{
  g_autoptr (MappeRow) item = agenda_item > 0 ? mappe_snapshot_load (snapshot, &mappe_agenda_item_kind, agenda_item,
                                                                     error) : NULL;
  g_autoptr (MappeRow) meeting = item != NULL ? mappe_snapshot_load (snapshot, &mappe_meeting_kind,
                                                                     mappe_row_get_int (item,
                                                                                        MAPPE_AGENDA_ITEM_MEETING),
                                                                     error) : NULL;

  return meeting != NULL ? mappe_row_get_int (meeting, MAPPE_MEETING_BODY) : 0;
}
