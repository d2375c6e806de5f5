/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-private.h"

#include "mappe-agenda-version.h"
#include "mappe-body.h"
#include "mappe-code.h"
#include "mappe-council.h"
#include "mappe-document.h"
#include "mappe-follow-up.h"
#include "mappe-guest-item.h"
#include "mappe-guest.h"
#include "mappe-invitation.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-objection.h"
#include "mappe-person.h"
#include "mappe-text-template.h"

/* --- asking --- */

static MappeQuery *
query_for (const MappeKind *kind, guint field, gint64 id, guint order)
{
  MappeQuery *query = mappe_query_new (kind);

  mappe_query_where_id (query, field, id);
  mappe_query_order (query, order, FALSE);
  return query;
}

/* Returns: (transfer full) (nullable) (element-type MappeListed): records of @kind whose @field points to @id, by
 * @order. */
GPtrArray *
mappe_sitting_list (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, guint order,
                    GError **error)
{
  g_autoptr (MappeQuery) query = query_for (kind, field, id, order);

  return mappe_snapshot_list (snapshot, query, error);
}

/* The same as rows: (element-type MappeRow). */
GPtrArray *
mappe_sitting_rows (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, guint order,
                    GError **error)
{
  g_autoptr (MappeQuery) query = query_for (kind, field, id, order);

  return mappe_snapshot_rows (snapshot, query, error);
}

/* The first row of the query, if there is one. Returns: it was asked without an error */
static gboolean
load_first (MappeSnapshot *snapshot, MappeQuery *query, MappeRow **row, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  mappe_query_limit (query, 1);
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows != NULL && rows->len > 0)
    *row = mappe_row_ref (g_ptr_array_index (rows, 0));
  return rows != NULL;
}

/* --- the meeting and its body --- */

static gboolean
load_head (MappeSitting *self, MappeSnapshot *snapshot, gint64 meeting, GError **error)
{
  g_autoptr (MappeQuery) councils = mappe_query_new (&mappe_council_kind);
  GError *cause = NULL;

  self->meeting = mappe_snapshot_load (snapshot, &mappe_meeting_kind, meeting, &cause);
  if (self->meeting == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no meeting %" G_GINT64_FORMAT,
                     meeting);
      return FALSE;
    }
  self->body = mappe_snapshot_load (snapshot, &mappe_body_kind, mappe_row_get_int (self->meeting, MAPPE_MEETING_BODY),
                                    error);
  if (self->body == NULL || !load_first (snapshot, councils, &self->council, error))
    return FALSE;
  /* A letter goes without a logo that cannot be read. */
  if (self->council != NULL && !mappe_row_is_null (self->council, MAPPE_COUNCIL_LOGO))
    self->logo = mappe_snapshot_blob (snapshot, mappe_row_get_text (self->council, MAPPE_COUNCIL_LOGO), NULL);
  return TRUE;
}

static gboolean
load_codes (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);

  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows != NULL;
}

/* The newest meeting of the body before this one that was held, and the next one that is not cancelled. */
static gboolean
load_neighbours (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  const char *day = mappe_row_get_text (self->meeting, MAPPE_MEETING_HELD_ON);

  for (guint after = 0; after < 2; after++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (&mappe_meeting_kind);

      mappe_query_where_id (query, MAPPE_MEETING_BODY, self->body->id);
      mappe_query_where (query, MAPPE_MEETING_HELD_ON, after ? MAPPE_OP_GREATER : MAPPE_OP_LESS, day);
      mappe_query_where (query, MAPPE_MEETING_STATE, after ? MAPPE_OP_NOT_EQUAL : MAPPE_OP_EQUAL,
                         after ? "cancelled" : "held");
      mappe_query_order (query, MAPPE_MEETING_HELD_ON, !after);
      if (!load_first (snapshot, query, after ? &self->next : &self->previous, error))
        return FALSE;
    }
  return TRUE;
}

/* --- rules --- */

/* A file of an older version of the program has no value for what came later: the rule of the model applies. */
static guint
number_or (const MappeRow *row, guint field, guint otherwise)
{
  return mappe_row_is_null (row, field) ? otherwise : (guint) mappe_row_get_int (row, field);
}

static guint
statutory_number (const MappeSitting *self)
{
  guint counted = 0;

  if (mappe_row_get_int (self->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE) > 0)
    return (guint) mappe_row_get_int (self->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE);
  if (mappe_row_get_int (self->body, MAPPE_BODY_STATUTORY_MEMBERS) > 0)
    return (guint) mappe_row_get_int (self->body, MAPPE_BODY_STATUTORY_MEMBERS);
  for (guint i = 0; i < self->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (self->participants, i);

      counted += participant->membership != NULL && participant->voting;
    }
  return counted;
}

static void
find_rules (MappeSitting *self)
{
  MappeSittingRules *rules = &self->rules;
  gboolean urgent = mappe_row_get_int (self->meeting, MAPPE_MEETING_URGENT) != 0;
  const char *kept_quorum = mappe_row_get_text (self->meeting, MAPPE_MEETING_QUORUM_RULE);
  const char *kept_majority = mappe_row_get_text (self->meeting, MAPPE_MEETING_MAJORITY_RULE);

  rules->quorum = MAPPE_QUORUM_MORE_THAN_HALF;
  rules->majority = MAPPE_MAJORITY_SIMPLE;
  rules->secret = MAPPE_MAJORITY_TWO_THIRDS_STATUTORY;
  if (!mappe_quorum_rule_parse (kept_quorum, &rules->quorum))
    mappe_quorum_rule_parse (mappe_row_get_text (self->body, MAPPE_BODY_QUORUM_RULE), &rules->quorum);
  if (!mappe_majority_rule_parse (kept_majority, &rules->majority))
    mappe_majority_rule_parse (mappe_row_get_text (self->body, MAPPE_BODY_MAJORITY_RULE), &rules->majority);
  mappe_majority_rule_parse (mappe_row_get_text (self->body, MAPPE_BODY_SECRET_RULE), &rules->secret);
  rules->tie = g_strcmp0 (mappe_row_get_text (self->body, MAPPE_BODY_TIE_RULE), "chair") == 0 ? MAPPE_TIE_CHAIR
                                                                                             : MAPPE_TIE_REJECTED;
  rules->abstentions_count = mappe_row_get_int (self->body, MAPPE_BODY_ABSTENTIONS_COUNT) != 0;
  rules->statutory = statutory_number (self);
  rules->second_needed = number_or (self->body, MAPPE_BODY_SECOND_INVITATION_QUORUM, 3);
  rules->notice_days = urgent ? number_or (self->body, MAPPE_BODY_URGENT_NOTICE_DAYS, 1)
                              : number_or (self->body, MAPPE_BODY_NOTICE_DAYS, 14);
  rules->call_days = number_or (self->body, MAPPE_BODY_CALL_DAYS, 28);
  rules->papers_days = number_or (self->body, MAPPE_BODY_PAPERS_DAYS, 21);
  rules->minutes_days = number_or (self->body, MAPPE_BODY_MINUTES_DUE_DAYS, 30);
}

/* --- guests, papers, minutes, invitations --- */

static gboolean
load_guests (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  self->guests = mappe_sitting_list (snapshot, &mappe_guest_kind, MAPPE_GUEST_MEETING, self->meeting->id,
                                     MAPPE_GUEST_REFERENCE, error);
  self->guest_items = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  for (guint i = 0; self->guests != NULL && i < self->guests->len; i++)
    {
      const MappeListed *guest = g_ptr_array_index (self->guests, i);
      g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_guest_item_kind, MAPPE_GUEST_ITEM_GUEST,
                                                       guest->row->id, MAPPE_GUEST_ITEM_REFERENCE, error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_extend (self->guest_items, rows, (GCopyFunc) (GCallback) mappe_row_ref, NULL);
    }
  return self->guests != NULL;
}

static gboolean
load_documents (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_document_kind);

  mappe_query_where_id (query, MAPPE_DOCUMENT_MEETING, self->meeting->id);
  mappe_query_where (query, MAPPE_DOCUMENT_AGENDA_ITEM, MAPPE_OP_EMPTY, NULL);
  self->documents = mappe_snapshot_list (snapshot, query, error);
  return self->documents != NULL;
}

static gboolean
load_versions (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  self->versions = mappe_sitting_rows (snapshot, &mappe_agenda_version_kind, MAPPE_AGENDA_VERSION_MEETING,
                                       self->meeting->id, MAPPE_AGENDA_VERSION_EDITION, error);
  self->invitations = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  for (guint i = 0; self->versions != NULL && i < self->versions->len; i++)
    {
      const MappeRow *version = g_ptr_array_index (self->versions, i);
      g_autoptr (GPtrArray) rows = mappe_sitting_rows (snapshot, &mappe_invitation_kind,
                                                       MAPPE_INVITATION_AGENDA_VERSION, version->id,
                                                       MAPPE_INVITATION_REFERENCE, error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_extend (self->invitations, rows, (GCopyFunc) (GCallback) mappe_row_ref, NULL);
    }
  return self->versions != NULL;
}

/* @back: 0 for the last version, 1 for the one before; without such a version there is no content */
static gboolean
load_agenda_sent (const MappeSitting *self, MappeSnapshot *snapshot, guint back, GBytes **content, GError **error)
{
  const MappeRow *version = self->versions->len > back
                                ? g_ptr_array_index (self->versions, self->versions->len - 1 - back) : NULL;
  const char *hash = version != NULL ? mappe_row_get_text (version, MAPPE_AGENDA_VERSION_CONTENT) : NULL;

  if (hash == NULL)
    return TRUE;
  *content = mappe_snapshot_blob (snapshot, hash, error);
  return *content != NULL;
}

static gboolean
load_texts (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_text_template_kind);

  self->templates = mappe_snapshot_rows (snapshot, query, error);
  return self->templates != NULL && load_agenda_sent (self, snapshot, 0, &self->sent_agenda, error)
         && load_agenda_sent (self, snapshot, 1, &self->earlier_agenda, error);
}

static gboolean
load_minutes (MappeSitting *self, MappeSnapshot *snapshot, GError **error)
{
  self->minutes = mappe_sitting_rows (snapshot, &mappe_minutes_kind, MAPPE_MINUTES_MEETING, self->meeting->id,
                                      MAPPE_MINUTES_EDITION, error);
  if (self->minutes == NULL)
    return FALSE;
  self->objections = mappe_sitting_list (snapshot, &mappe_objection_kind, MAPPE_OBJECTION_MEETING, self->meeting->id,
                                         MAPPE_OBJECTION_RAISED_ON, error);
  if (self->objections == NULL)
    return FALSE;
  self->decision_numbers = mappe_snapshot_decision_numbers (snapshot, self->body->id, error);
  return self->decision_numbers != NULL;
}

/* --- all of it --- */

static char *
name_of (const MappeSitting *self, MappeSnapshot *snapshot, guint field)
{
  gint64 person = mappe_row_get_int (self->meeting, field);
  g_autoptr (MappeRow) row = person > 0 ? mappe_snapshot_load (snapshot, &mappe_person_kind, person, NULL) : NULL;

  return row != NULL ? mappe_person_display_name (row) : NULL;
}

/**
 * mappe_snapshot_sitting:
 * @meeting: id of the meeting
 *
 * Returns: (transfer full) (nullable): the meeting with all that belongs to it, for a job that reads more
 */
MappeSitting *
mappe_snapshot_sitting (MappeSnapshot *snapshot, gint64 meeting, GError **error)
{
  g_autoptr (MappeSitting) self = mappe_sitting_new ();

  if (!load_head (self, snapshot, meeting, error) || !load_codes (self, snapshot, error) ||
      !load_neighbours (self, snapshot, error) || !load_guests (self, snapshot, error) ||
      !load_documents (self, snapshot, error) || !load_versions (self, snapshot, error) ||
      !load_texts (self, snapshot, error) ||
      !load_minutes (self, snapshot, error) || !mappe_sitting_load_people (self, snapshot, error))
    return NULL;
  self->chair = name_of (self, snapshot, MAPPE_MEETING_CHAIR);
  self->minute_taker = name_of (self, snapshot, MAPPE_MEETING_MINUTE_TAKER);
  find_rules (self);
  if (!mappe_sitting_load_agenda (self, snapshot, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_snapshot_sitting (snapshot, *(gint64 *) data, error);
}

/**
 * mappe_sitting_load:
 * @meeting: id of the meeting
 *
 * Returns: (transfer full) (nullable): the meeting, read in one state of the file
 */
MappeSitting *
mappe_sitting_load (MappeStore *store, gint64 meeting, GError **error)
{
  return mappe_store_read (store, load_job, &meeting, error);
}

void
mappe_sitting_load_async (MappeStore *store, gint64 meeting, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, load_job, g_memdup2 (&meeting, sizeof meeting), g_free,
                          (GDestroyNotify) mappe_sitting_unref, cancellable, callback, data);
}

/** mappe_sitting_load_finish: Returns: (transfer full) (nullable): see mappe_sitting_load() */
MappeSitting *
mappe_sitting_load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_store_read_finish (store, result, error);
}
