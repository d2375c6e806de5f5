/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-meeting.h"

#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-body.h"
#include "mappe-json.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-motion.h"
#include "mappe-roll-call-vote.h"
#include "mappe-sitting-words.h"
#include "mappe-task.h"

/* Names of members are those of the fields, values the stored ones: for programs, in no language. */

static const char *
reference_of (const MappeRow *row)
{
  return mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);
}

static void
add_fields (MappeJson *json, const MappeRow *row, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const MappeFieldSpec *field = &row->kind->fields[fields[i]];

      if (mappe_row_is_null (row, fields[i]) || mappe_field_is_text (field) || field->type == MAPPE_FIELD_DATE ||
          field->type == MAPPE_FIELD_TIME || field->type == MAPPE_FIELD_CODE)
        mappe_json_text (json, field->name, mappe_row_get_text (row, fields[i]));
      else if (field->type == MAPPE_FIELD_BOOL)
        mappe_json_bool (json, field->name, mappe_row_get_int (row, fields[i]) != 0);
      else
        mappe_json_int (json, field->name, mappe_row_get_int (row, fields[i]));
    }
}

#define ADD_FIELDS(json, row, ...)                                                                                    \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    const guint fields_[] = { __VA_ARGS__ };                                                                          \
    add_fields (json, row, fields_, G_N_ELEMENTS (fields_));                                                          \
  }                                                                                                                   \
  G_STMT_END

static void
add_quorum (MappeJson *json, const char *name, const MappeQuorum *quorum)
{
  g_autofree char *text = mappe_words_quorum (quorum, NULL);

  mappe_json_open (json, name, '{');
  mappe_json_int (json, "present", quorum->present);
  mappe_json_int (json, "needed", quorum->needed);
  mappe_json_int (json, "members", quorum->statutory);
  mappe_json_int (json, "excluded", quorum->excluded);
  mappe_json_bool (json, "quorate", quorum->quorate);
  mappe_json_text (json, "rule", mappe_quorum_rule_code (quorum->applied));
  mappe_json_text (json, "text", text);
  mappe_json_close (json);
}

static void
add_participant (MappeJson *json, const MappeParticipant *participant, int minute)
{
  g_autofree char *stays = mappe_words_stay (participant, NULL);
  g_autofree char *from = mappe_minute_format (mappe_participant_deputy_from (participant));

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "person", reference_of (participant->row));
  mappe_json_text (json, "name", participant->name);
  mappe_json_text (json, "status", participant->status);
  mappe_json_bool (json, "voting", participant->voting);
  mappe_json_text (json, "deputy", g_strcmp0 (participant->status, "deputised") == 0 ? participant->deputy : NULL);
  mappe_json_text (json, "deputy_from", *from != '\0' ? from : NULL);
  mappe_json_text (json, "stays", stays);
  mappe_json_bool (json, "present", mappe_participant_present (participant, minute));
  mappe_json_close (json);
}

static void
add_person (MappeJson *json, const char *name, const MappeSitting *sitting, gint64 person)
{
  const MappeParticipant *participant = mappe_sitting_participant (sitting, person);

  mappe_json_text (json, name, participant != NULL ? reference_of (participant->row) : NULL);
}

static void
add_decision (MappeJson *json, const MappeSitting *sitting, const MappeSittingDecision *decision)
{
  mappe_json_open (json, NULL, '{');
  ADD_FIELDS (json, decision->row, MAPPE_FIELD_REFERENCE, MAPPE_DECISION_NUMBER, MAPPE_DECISION_TEXT,
              MAPPE_DECISION_PUBLIC, MAPPE_DECISION_VOTE_TYPE, MAPPE_DECISION_VOTED_AT, MAPPE_DECISION_VOTING_PRESENT,
              MAPPE_DECISION_ELIGIBLE, MAPPE_DECISION_YES, MAPPE_DECISION_NO, MAPPE_DECISION_ABSTAIN,
              MAPPE_DECISION_OUTCOME, MAPPE_DECISION_QUORUM_OVERRIDE, MAPPE_DECISION_DUE_ON, MAPPE_DECISION_STATUS);
  mappe_json_text (json, "responsible_organisation", decision->office);
  mappe_json_open (json, "excluded", '[');
  for (guint i = 0; i < decision->excluded->len; i++)
    add_person (json, NULL, sitting, g_array_index (decision->excluded, gint64, i));
  mappe_json_close (json);
  mappe_json_open (json, "roll_call", '[');
  for (guint i = 0; i < decision->roll_call->len; i++)
    {
      const MappeRow *vote = g_ptr_array_index (decision->roll_call, i);

      mappe_json_open (json, NULL, '{');
      add_person (json, "person", sitting, mappe_row_get_int (vote, MAPPE_ROLL_CALL_VOTE_PERSON));
      mappe_json_text (json, "vote", mappe_row_get_text (vote, MAPPE_ROLL_CALL_VOTE_VOTE));
      mappe_json_close (json);
    }
  mappe_json_close (json);
  mappe_json_close (json);
}

static void
add_task (MappeJson *json, const MappeListed *task)
{
  mappe_json_open (json, NULL, '{');
  ADD_FIELDS (json, task->row, MAPPE_FIELD_REFERENCE, MAPPE_TASK_TITLE, MAPPE_TASK_DUE_ON, MAPPE_TASK_STATUS,
              MAPPE_TASK_DONE_ON);
  mappe_json_text (json, "responsible_member", task->shown[MAPPE_TASK_RESPONSIBLE_MEMBER]);
  mappe_json_text (json, "responsible_organisation", task->shown[MAPPE_TASK_RESPONSIBLE_ORGANISATION]);
  mappe_json_close (json);
}

static void
add_excluded (MappeJson *json, const MappeSitting *sitting, const MappeSittingItem *item)
{
  mappe_json_open (json, "excluded", '[');
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      if (mappe_sitting_excluded (sitting, item, participant->person))
        mappe_json_text (json, NULL, reference_of (participant->row));
    }
  mappe_json_close (json);
}

static void
add_item (MappeJson *json, const MappeSitting *sitting, const MappeSittingItem *item, int minute)
{
  g_autofree char *start = mappe_minute_format (item->start);
  MappeQuorum quorum = mappe_sitting_quorum (sitting, item, minute);

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "number", item->number);
  ADD_FIELDS (json, item->row, MAPPE_FIELD_REFERENCE, MAPPE_AGENDA_ITEM_TITLE, MAPPE_AGENDA_ITEM_PUBLIC,
              MAPPE_AGENDA_ITEM_KIND, MAPPE_AGENDA_ITEM_PLANNED_MINUTES, MAPPE_AGENDA_ITEM_SECOND_READING,
              MAPPE_AGENDA_ITEM_OPENED_AT, MAPPE_AGENDA_ITEM_CLOSED_AT, MAPPE_AGENDA_ITEM_RESULT);
  mappe_json_text (json, "start", start);
  add_quorum (json, "quorum", &quorum);
  add_excluded (json, sitting, item);
  mappe_json_open (json, "motions", '[');
  for (guint i = 0; i < item->motions->len; i++)
    {
      mappe_json_open (json, NULL, '{');
      ADD_FIELDS (json, g_ptr_array_index (item->motions, i), MAPPE_FIELD_REFERENCE, MAPPE_MOTION_KIND,
                  MAPPE_MOTION_TEXT, MAPPE_MOTION_OUTCOME);
      mappe_json_close (json);
    }
  mappe_json_close (json);
  mappe_json_open (json, "decisions", '[');
  for (guint i = 0; i < item->decisions->len; i++)
    add_decision (json, sitting, g_ptr_array_index (item->decisions, i));
  mappe_json_close (json);
  mappe_json_open (json, "tasks", '[');
  for (guint i = 0; i < item->tasks->len; i++)
    add_task (json, g_ptr_array_index (item->tasks, i));
  mappe_json_close (json);
  mappe_json_close (json);
}

/** mappe_cli_meeting_json: Returns: (transfer full): the meeting as one JSON object, quorum and presence at @minute */
char *
mappe_cli_meeting_json (const MappeSitting *sitting, int minute)
{
  g_autoptr (MappeJson) json = mappe_json_new ();
  g_autofree char *at = mappe_minute_format (minute);
  MappeQuorum quorum = mappe_sitting_quorum (sitting, NULL, minute);
  const MappeSittingItem *now = mappe_sitting_item_at (sitting, minute);

  ADD_FIELDS (json, sitting->meeting, MAPPE_FIELD_REFERENCE, MAPPE_MEETING_NUMBER, MAPPE_MEETING_TITLE,
              MAPPE_MEETING_HELD_ON, MAPPE_MEETING_START_AT, MAPPE_MEETING_END_AT, MAPPE_MEETING_PLACE,
              MAPPE_MEETING_STATE, MAPPE_MEETING_SECOND_INVITATION, MAPPE_MEETING_MINUTES_STATE);
  mappe_json_text (json, "body", mappe_row_get_text (sitting->body, MAPPE_BODY_NAME));
  mappe_json_text (json, "chair", sitting->chair);
  mappe_json_text (json, "minute_taker", sitting->minute_taker);
  mappe_json_text (json, "at", at);
  mappe_json_text (json, "item", now != NULL ? now->number : NULL);
  add_quorum (json, "quorum", &quorum);
  mappe_json_open (json, "presence", '[');
  for (guint i = 0; i < sitting->participants->len; i++)
    add_participant (json, g_ptr_array_index (sitting->participants, i), minute);
  mappe_json_close (json);
  mappe_json_open (json, "agenda", '[');
  for (guint i = 0; i < sitting->items->len; i++)
    add_item (json, sitting, g_ptr_array_index (sitting->items, i), minute);
  mappe_json_close (json);
  return mappe_json_finish (json);
}
