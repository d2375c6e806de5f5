/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attendance.h"
#include "mappe-body.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-network-private.h"
#include "mappe-organisation.h"
#include "mappe-patrol.h"
#include "mappe-person.h"
#include "mappe-task.h"

/* Bodies and who sits in them; what organisations did beside projects, patrols, agreements and events. */

enum { CHUNK = 200 };  /* ids asked for at once */

/* --- people --- */

/* People of no organisation have the number 0: they are known, but nowhere. */
static gboolean
load_people (MappeNetworkReader *self, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_person_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where (query, MAPPE_PERSON_STATUS, MAPPE_OP_NOT_EQUAL, "ended");
  rows = mappe_snapshot_rows (self->snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *person = g_ptr_array_index (rows, i);
      guint nth = mappe_network_reader_find (self->index, mappe_row_get_int (person, MAPPE_PERSON_ORGANISATION));

      g_hash_table_insert (self->people, g_memdup2 (&person->id, sizeof person->id),
                           GUINT_TO_POINTER (nth == G_MAXUINT ? 0 : nth + 1));
    }
  return rows != NULL;
}

static gboolean
runs_today (const MappeNetworkReader *self, const MappeRow *membership)
{
  const char *from = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_FROM);
  const char *to = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_TO);
  gint64 person = mappe_row_get_int (membership, MAPPE_MEMBERSHIP_PERSON);

  return (from == NULL || g_strcmp0 (from, self->network->today) <= 0)
         && (to == NULL || g_strcmp0 (to, self->network->today) >= 0)
         && g_strcmp0 (mappe_row_get_text (membership, MAPPE_MEMBERSHIP_FUNCTION), "deputy") != 0
         && g_hash_table_contains (self->people, &person);
}

/* Each person once: entitled to vote where one of its memberships is. */
static void
count_people (MappeNetworkReader *self, GHashTable *votes)
{
  GHashTableIter at;
  gpointer person, vote;

  g_hash_table_iter_init (&at, votes);
  while (g_hash_table_iter_next (&at, &person, &vote))
    {
      guint nth = mappe_network_reader_find (self->people, *(gint64 *) person);
      MappeNetworkNode *node = nth != G_MAXUINT ? g_ptr_array_index (self->network->nodes, nth) : NULL;

      if (GPOINTER_TO_INT (vote))
        *(node != NULL ? &node->voting : &self->network->voting) += 1;
      else
        *(node != NULL ? &node->advisory : &self->network->advisory) += 1;
    }
}

/* --- bodies --- */

/* One body: its organisations, and their kinds. @votes: person → whether entitled to vote */
static void
add_body (MappeNetworkReader *self, const MappeListed *listed, const GPtrArray *memberships, GHashTable *votes)
{
  MappeNetworkBody *body = g_new0 (MappeNetworkBody, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  body->body = mappe_row_ref (listed->row);
  body->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < memberships->len; i++)
    {
      MappeRow *membership = g_ptr_array_index (memberships, i);
      gint64 *person = &membership->values[MAPPE_MEMBERSHIP_PERSON].integer;
      guint nth = mappe_network_reader_find (self->people, *person);
      const MappeRow *organisation;

      if (mappe_row_get_int (membership, MAPPE_MEMBERSHIP_BODY) != listed->row->id || !runs_today (self, membership))
        continue;
      if (mappe_row_get_int (membership, MAPPE_MEMBERSHIP_VOTING) != 0 || !g_hash_table_contains (votes, person))
        g_hash_table_insert (votes, person,
                             GINT_TO_POINTER (mappe_row_get_int (membership, MAPPE_MEMBERSHIP_VOTING) != 0));
      if (nth == G_MAXUINT)
        continue;
      organisation = mappe_network_node (self->network, nth)->organisation;
      g_array_append_val (ids, organisation->id);
      if (mappe_row_get_text (organisation, MAPPE_ORGANISATION_KIND) != NULL)
        g_hash_table_add (body->kinds, g_strdup (mappe_row_get_text (organisation, MAPPE_ORGANISATION_KIND)));
    }
  g_ptr_array_add (self->network->bodies, body);
  mappe_network_reader_add (self, MAPPE_TIE_BODY, listed, NULL, TRUE, (const gint64 *) ids->data, ids->len);
}

gboolean
mappe_network_reader_bodies (MappeNetworkReader *self, GError **error)
{
  g_autoptr (MappeQuery) active = mappe_query_new (&mappe_body_kind), all = mappe_query_new (&mappe_membership_kind);
  g_autoptr (GPtrArray) bodies = NULL, memberships = NULL;
  g_autoptr (GHashTable) votes = g_hash_table_new (g_int64_hash, g_int64_equal);

  mappe_query_where (active, MAPPE_BODY_ACTIVE, MAPPE_OP_NOT_EQUAL, "0");
  bodies = load_people (self, error) ? mappe_snapshot_list (self->snapshot, active, error) : NULL;
  memberships = bodies != NULL ? mappe_snapshot_rows (self->snapshot, all, error) : NULL;
  for (guint i = 0; memberships != NULL && i < bodies->len; i++)
    add_body (self, g_ptr_array_index (bodies, i), memberships, votes);
  count_people (self, votes);
  return memberships != NULL;
}

/* --- meetings that people of an organisation came to --- */

static GPtrArray *
held_meetings (MappeNetworkReader *self, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);

  mappe_query_where (query, MAPPE_MEETING_STATE, MAPPE_OP_EQUAL, "held");
  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_GREATER_EQUAL, self->network->from);
  mappe_query_where (query, MAPPE_MEETING_HELD_ON, MAPPE_OP_LESS_EQUAL, self->network->today);
  return mappe_snapshot_rows (self->snapshot, query, error);
}

static void
note_attendance (MappeNetworkReader *self, const MappeRow *attendance, const GPtrArray *meetings)
{
  guint nth = mappe_network_reader_find (self->people, mappe_row_get_int (attendance, MAPPE_ATTENDANCE_PERSON));

  for (guint i = 0; nth != G_MAXUINT && i < meetings->len; i++)
    {
      const MappeRow *meeting = g_ptr_array_index (meetings, i);

      if (meeting->id == mappe_row_get_int (attendance, MAPPE_ATTENDANCE_MEETING))
        mappe_network_reader_note (self, nth, meeting->kind, meeting->id,
                                   mappe_row_get_text (meeting, MAPPE_MEETING_TITLE),
                                   mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
    }
}

static gboolean
note_meetings (MappeNetworkReader *self, GError **error)
{
  g_autoptr (GPtrArray) meetings = held_meetings (self, error);

  for (guint from = 0; meetings != NULL && from < meetings->len; from += CHUNK)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (&mappe_attendance_kind);
      g_autoptr (GPtrArray) rows = NULL;

      mappe_query_where (query, MAPPE_ATTENDANCE_STATUS, MAPPE_OP_EQUAL, "present");
      mappe_query_where (query, MAPPE_ATTENDANCE_STATUS, MAPPE_OP_EQUAL, "deputised");
      for (guint i = from; i < meetings->len && i < from + CHUNK; i++)
        mappe_query_where_id (query, MAPPE_ATTENDANCE_MEETING,
                              ((const MappeRow *) g_ptr_array_index (meetings, i))->id);
      rows = mappe_snapshot_rows (self->snapshot, query, error);
      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        note_attendance (self, g_ptr_array_index (rows, i), meetings);
    }
  return meetings != NULL;
}

/* --- tasks --- */

static gboolean
note_tasks (MappeNetworkReader *self, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_task_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where (query, MAPPE_TASK_STATUS, MAPPE_OP_EQUAL, "done");
  rows = mappe_snapshot_rows (self->snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *task = g_ptr_array_index (rows, i);
      guint nth = mappe_network_reader_find (self->index,
                                             mappe_row_get_int (task, MAPPE_TASK_RESPONSIBLE_ORGANISATION));

      if (nth != G_MAXUINT)
        mappe_network_reader_note (self, nth, task->kind, task->id, mappe_row_get_text (task, MAPPE_TASK_TITLE),
                                   mappe_row_get_text (task, MAPPE_TASK_DONE_ON));
    }
  return rows != NULL;
}

/* --- what lies further back, only for those of whom nothing newer is known --- */

static gboolean
note_old_patrol (MappeNetworkReader *self, guint nth, guint field, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_patrol_kind);
  g_autoptr (GPtrArray) list = NULL;

  mappe_query_where_id (query, field, mappe_network_node (self->network, nth)->organisation->id);
  mappe_query_where (query, MAPPE_PATROL_STATUS, MAPPE_OP_EQUAL, "held");
  mappe_query_where (query, MAPPE_PATROL_DATE, MAPPE_OP_LESS, self->network->from);
  mappe_query_order (query, MAPPE_PATROL_DATE, TRUE);
  mappe_query_limit (query, 1);
  list = mappe_snapshot_list (self->snapshot, query, error);
  if (list != NULL && list->len > 0)
    {
      const MappeListed *patrol = g_ptr_array_index (list, 0);

      mappe_network_reader_note (self, nth, patrol->row->kind, patrol->row->id, patrol->title,
                                 mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE));
    }
  return list != NULL;
}

/* @person: whose meetings before the last twelve months are looked through */
static gboolean
note_old_meetings (MappeNetworkReader *self, guint nth, gint64 person, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_attendance_kind);
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_where_id (query, MAPPE_ATTENDANCE_PERSON, person);
  mappe_query_where (query, MAPPE_ATTENDANCE_STATUS, MAPPE_OP_EQUAL, "present");
  mappe_query_where (query, MAPPE_ATTENDANCE_STATUS, MAPPE_OP_EQUAL, "deputised");
  rows = mappe_snapshot_rows (self->snapshot, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (MappeRow) meeting = mappe_snapshot_load (
          self->snapshot, &mappe_meeting_kind, mappe_row_get_int (g_ptr_array_index (rows, i),
                                                                  MAPPE_ATTENDANCE_MEETING), NULL);

      if (meeting != NULL)
        mappe_network_reader_note (self, nth, meeting->kind, meeting->id,
                                   mappe_row_get_text (meeting, MAPPE_MEETING_TITLE),
                                   mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
    }
  return rows != NULL;
}

static gboolean
look_further_back (MappeNetworkReader *self, guint nth, GError **error)
{
  GHashTableIter at;
  gpointer person, number;

  if (!note_old_patrol (self, nth, MAPPE_PATROL_POLICE_ORGANISATION, error)
      || !note_old_patrol (self, nth, MAPPE_PATROL_MUNICIPAL_ORGANISATION, error))
    return FALSE;
  g_hash_table_iter_init (&at, self->people);
  while (g_hash_table_iter_next (&at, &person, &number))
    if (GPOINTER_TO_UINT (number) == nth + 1 && !note_old_meetings (self, nth, *(gint64 *) person, error))
      return FALSE;
  return TRUE;
}

gboolean
mappe_network_reader_activity (MappeNetworkReader *self, GError **error)
{
  g_autoptr (GArray) quiet = NULL;

  if (!note_meetings (self, error) || !note_tasks (self, error))
    return FALSE;
  quiet = mappe_network_quiet (self->network);
  for (guint i = 0; i < quiet->len; i++)
    if (!look_further_back (self, g_array_index (quiet, guint, i), error))
      return FALSE;
  return TRUE;
}
