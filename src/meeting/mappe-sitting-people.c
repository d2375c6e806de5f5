/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-private.h"

#include "mappe-absence.h"
#include "mappe-attendance.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-text.h"

/* --- memberships of that day --- */

static gboolean
is_valid_on (const MappeRow *membership, const char *day)
{
  const char *from = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_FROM);
  const char *to = mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_TO);

  return (from == NULL || g_strcmp0 (from, day) <= 0) && (to == NULL || g_strcmp0 (to, day) >= 0);
}

static gboolean
is_older (const MappeRow *membership, const MappeRow *other)
{
  return g_strcmp0 (mappe_row_get_text (membership, MAPPE_MEMBERSHIP_VALID_FROM),
                    mappe_row_get_text (other, MAPPE_MEMBERSHIP_VALID_FROM)) < 0;
}

static void
add_membership (GPtrArray *members, MappeRow *row)
{
  gint64 person = mappe_row_get_int (row, MAPPE_MEMBERSHIP_PERSON);

  for (guint i = 0; i < members->len; i++)
    {
      MappeRow *other = g_ptr_array_index (members, i);

      if (mappe_row_get_int (other, MAPPE_MEMBERSHIP_PERSON) != person)
        continue;
      if (is_older (other, row))
        members->pdata[i] = row;
      return;
    }
  g_ptr_array_add (members, row);
}

/* Returns: (transfer container) (element-type MappeRow): the members of a body on @day, out of all its @memberships.
 * Each person once: where memberships overlap, the one that began last holds. */
GPtrArray *
mappe_members_on (GPtrArray *memberships, const char *day)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < memberships->len; i++)
    if (is_valid_on (g_ptr_array_index (memberships, i), day))
      add_membership (members, g_ptr_array_index (memberships, i));
  return members;
}

static MappeStanding
standing_of (const MappeRow *membership)
{
  static const char *const office[] = { "chair", "secretary", "minute_taker", NULL };
  const char *function = membership != NULL ? mappe_row_get_text (membership, MAPPE_MEMBERSHIP_FUNCTION) : NULL;

  if (membership == NULL)
    return MAPPE_STANDING_GUEST;
  if (function != NULL && g_strv_contains (office, function))
    return MAPPE_STANDING_OFFICE;
  return mappe_row_get_int (membership, MAPPE_MEMBERSHIP_VOTING) ? MAPPE_STANDING_MEMBER : MAPPE_STANDING_ADVISORY;
}

static MappeParticipant *
find (MappeSitting *self, gint64 person)
{
  return (MappeParticipant *) mappe_sitting_participant (self, person);
}

static MappeParticipant *
add (MappeSitting *self, gint64 person)
{
  MappeParticipant *participant = find (self, person);

  if (participant != NULL)
    return participant;
  participant = g_new0 (MappeParticipant, 1);
  participant->person = person;
  participant->status = "no_reply";
  participant->standing = MAPPE_STANDING_GUEST;
  participant->stays = g_array_new (FALSE, FALSE, sizeof (MappeStay));
  participant->absences = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  g_ptr_array_add (self->participants, participant);
  return participant;
}

static gboolean
load_memberships (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  const char *day = mappe_row_get_text (self->meeting, MAPPE_MEETING_HELD_ON);
  g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_membership_kind, MAPPE_MEMBERSHIP_BODY,
                                                   self->body->id, MAPPE_MEMBERSHIP_REFERENCE, error);
  g_autoptr (GPtrArray) members = rows != NULL ? mappe_members_on (rows, day) : NULL;

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      MappeRow *row = g_ptr_array_index (members, i);
      MappeParticipant *participant = add (self, mappe_row_get_int (row, MAPPE_MEMBERSHIP_PERSON));

      participant->membership = mappe_row_ref (row);
      participant->voting = mappe_row_get_int (row, MAPPE_MEMBERSHIP_VOTING) != 0;
      participant->standing = standing_of (row);
    }
  return rows != NULL;
}

/* --- attendance --- */

static void
find_stays (MappeParticipant *participant)
{
  int arrived = mappe_minute_parse (mappe_row_get_text (participant->attendance, MAPPE_ATTENDANCE_ARRIVED_AT));
  int left = mappe_minute_parse (mappe_row_get_text (participant->attendance, MAPPE_ATTENDANCE_LEFT_AT));
  g_autoptr (GArray) absences = g_array_new (FALSE, FALSE, sizeof (MappeStay));

  if (arrived == MAPPE_MINUTE_NONE)
    return;
  for (guint i = 0; i < participant->absences->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (participant->absences, i);
      MappeStay absence = { mappe_minute_parse (mappe_row_get_text (row, MAPPE_ABSENCE_LEFT_AT)),
                                mappe_minute_parse (mappe_row_get_text (row, MAPPE_ABSENCE_RETURNED_AT)) };

      g_array_append_val (absences, absence);
    }
  mappe_presence_between (arrived, left == MAPPE_MINUTE_NONE ? MAPPE_MINUTE_OPEN : left,
                          (const MappeStay *) absences->data, absences->len, participant->stays);
}

static gboolean
load_attendance (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_attendance_kind, MAPPE_ATTENDANCE_MEETING,
                                                   self->meeting->id, MAPPE_ATTENDANCE_REFERENCE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);
      MappeParticipant *participant = add (self, mappe_row_get_int (row, MAPPE_ATTENDANCE_PERSON));

      g_clear_pointer (&participant->attendance, mappe_row_unref);
      participant->attendance = mappe_row_ref (row);
      participant->voting = mappe_row_get_int (row, MAPPE_ATTENDANCE_VOTING) != 0;
      participant->status = mappe_row_get_text (row, MAPPE_ATTENDANCE_STATUS);
      g_ptr_array_unref (participant->absences);
      participant->absences = mappe_sitting_rows (snapshot, &mappe_absence_kind, MAPPE_ABSENCE_ATTENDANCE, row->id,
                                                  MAPPE_ABSENCE_LEFT_AT, error);
      if (participant->absences == NULL)
        {
          participant->absences = g_ptr_array_new ();
          return FALSE;
        }
      find_stays (participant);
    }
  return rows != NULL;
}

/* --- names --- */

static MappeRow *
load_deputy (MappeSnapshot *snapshot, const MappeRow *row, guint field)
{
  gint64 person = row != NULL ? mappe_row_get_int (row, field) : 0;

  return person > 0 ? mappe_snapshot_load (snapshot, &mappe_person_kind, person, NULL) : NULL;
}

/* Who sits in today goes before who usually would. */
static void
find_deputy (MappeSnapshot *snapshot, MappeParticipant *participant)
{
  const MappeRow *here = participant->attendance, *usual = participant->membership;
  const char *name = here != NULL ? mappe_row_get_text (here, MAPPE_ATTENDANCE_DEPUTY_NAME) : NULL;

  participant->deputy_row = load_deputy (snapshot, here, MAPPE_ATTENDANCE_DEPUTY);
  if (participant->deputy_row == NULL && name == NULL)
    participant->deputy_row = load_deputy (snapshot, usual, MAPPE_MEMBERSHIP_DEPUTY);
  if (participant->deputy_row != NULL)
    participant->deputy = mappe_person_display_name (participant->deputy_row);
  else if (name != NULL)
    participant->deputy = g_strdup (name);
  else if (usual != NULL)
    participant->deputy = g_strdup (mappe_row_get_text (usual, MAPPE_MEMBERSHIP_DEPUTY_NAME));
}

static gboolean
load_person (MappeSnapshot *snapshot, MappeParticipant *participant, GError **error)
{
  g_autoptr (MappeRow) office = NULL;
  gint64 organisation;

  participant->row = mappe_snapshot_load (snapshot, &mappe_person_kind, participant->person, error);
  if (participant->row == NULL)
    return FALSE;
  participant->name = mappe_person_display_name (participant->row);
  participant->sort_name = mappe_person_sort_name (participant->row);
  organisation = mappe_row_get_int (participant->row, MAPPE_PERSON_ORGANISATION);
  if (organisation > 0)
    office = mappe_snapshot_load (snapshot, &mappe_organisation_kind, organisation, NULL);
  if (office != NULL)
    {
      participant->office = g_strdup (mappe_row_get_text (office, MAPPE_ORGANISATION_NAME));
      participant->address = g_strdup (mappe_row_get_text (office, MAPPE_ORGANISATION_ADDRESS));
    }
  find_deputy (snapshot, participant);
  return TRUE;
}

static int
compare_participants (gconstpointer a, gconstpointer b)
{
  const MappeParticipant *left = *(MappeParticipant *const *) a, *right = *(MappeParticipant *const *) b;
  g_autofree char *left_key = NULL, *right_key = NULL;

  if (left->voting != right->voting)
    return left->voting ? -1 : 1;
  left_key = mappe_text_sort_key (left->sort_name, MAPPE_SORT_DIN_5007_1);
  right_key = mappe_text_sort_key (right->sort_name, MAPPE_SORT_DIN_5007_1);
  return g_strcmp0 (left_key, right_key);
}

/* Members of that day, and whoever else has an entry in the attendance list. */
gboolean
mappe_sitting_load_people (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  if (!load_memberships (self, snapshot, error) || !load_attendance (self, snapshot, error))
    return FALSE;
  for (guint i = 0; i < self->participants->len; i++)
    if (!load_person (snapshot, g_ptr_array_index (self->participants, i), error))
      return FALSE;
  g_ptr_array_sort (self->participants, compare_participants);
  return TRUE;
}
