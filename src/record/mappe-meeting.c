/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("meeting_id"),
  [MAPPE_MEETING_BODY] = {
    .name = "body", .alias = "body_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Body"), .group = N_("Meeting"),
    .target = "body", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_MEETING_NUMBER] = {
    .name = "number", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Number"),
  },
  [MAPPE_MEETING_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"),
  },
  [MAPPE_MEETING_STATE] = {
    .name = "state", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "meeting_state", .preset = "planned",
  },
  [MAPPE_MEETING_HELD_ON] = {
    .name = "held_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Date"), .group = N_("Time and place"),
  },
  [MAPPE_MEETING_START_AT] = {
    .name = "start_at", .type = MAPPE_FIELD_TIME, .since = 1,
    .label = N_("Begin"),
  },
  [MAPPE_MEETING_END_AT] = {
    .name = "end_at", .type = MAPPE_FIELD_TIME, .since = 1,
    .label = N_("End"),
  },
  [MAPPE_MEETING_PLACE] = {
    .name = "place", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Place"),
  },
  [MAPPE_MEETING_ZONE] = {
    .name = "zone", .type = MAPPE_FIELD_TEXT, .since = 2,
    .label = N_("Time zone"),
    .preset = "Europe/Berlin",
  },
  [MAPPE_MEETING_OPENED_AT] = {
    .name = "opened_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .label = N_("Opened at"),
  },
  [MAPPE_MEETING_CLOSED_AT] = {
    .name = "closed_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .label = N_("Closed at"),
  },
  [MAPPE_MEETING_INVITED_ON] = {
    .name = "invited_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Invitation sent on"), .group = N_("Invitation"),
  },
  [MAPPE_MEETING_PUBLISHED_ON] = {
    .name = "published_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Public notice on"),
  },
  [MAPPE_MEETING_PUBLIC_PART] = {
    .name = "public_part", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Has a public part"),
    .preset = "0",
  },
  [MAPPE_MEETING_SECOND_INVITATION] = {
    .name = "second_invitation", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Second invitation"),
    .preset = "0",
  },
  [MAPPE_MEETING_CONTINUES] = {
    .name = "continues", .type = MAPPE_FIELD_REF, .since = 2,
    .label = N_("Continues"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_MEETING_URGENT] = {
    .name = "urgent", .type = MAPPE_FIELD_BOOL, .since = 2,
    .label = N_("Urgent"),
    .preset = "0",
  },
  [MAPPE_MEETING_URGENCY_REASON] = {
    .name = "urgency_reason", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Reason for the urgency"),
  },
  [MAPPE_MEETING_CANCEL_REASON] = {
    .name = "cancel_reason", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Reason for the cancellation"),
  },
  [MAPPE_MEETING_CALL_CLOSES_ON] = {
    .name = "call_closes_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .label = N_("Call for items closes on"),
  },
  [MAPPE_MEETING_CHAIR] = {
    .name = "chair", .alias = "chair_member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Chair"), .group = N_("Chair and votes"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_MEETING_MINUTE_TAKER] = {
    .name = "minute_taker", .alias = "minute_taker_member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Minute-taker"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_MEETING_VOTING_MEMBERS_AT_DATE] = {
    .name = "voting_members_at_date", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Members entitled to vote on that day"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_MEETING_QUORUM_RULE] = {
    .name = "quorum_rule", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("Quorum rule of that day"),
    .code_list = "quorum_rule",
  },
  [MAPPE_MEETING_MAJORITY_RULE] = {
    .name = "majority_rule", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("Majority rule of that day"),
    .code_list = "majority_rule",
  },
  [MAPPE_MEETING_MINUTES_STATE] = {
    .name = "minutes_state", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Minutes"), .group = N_("Minutes"),
    .code_list = "minutes_state",
  },
  [MAPPE_MEETING_MINUTES_SENT_ON] = {
    .name = "minutes_sent_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Minutes sent on"),
  },
  [MAPPE_MEETING_MINUTES_APPROVED_ON] = {
    .name = "minutes_approved_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Minutes approved on"),
  },
  MAPPE_NOTE_FIELD (MAPPE_MEETING_NOTE),
};

static const int title_fields[] = { MAPPE_MEETING_TITLE, MAPPE_MEETING_NUMBER, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_MEETING_START_AT, MAPPE_MEETING_END_AT, field, error) &&
         mappe_check_order (row, MAPPE_MEETING_INVITED_ON, MAPPE_MEETING_HELD_ON, field, error) &&
         mappe_check_order (row, MAPPE_MEETING_HELD_ON, MAPPE_MEETING_MINUTES_SENT_ON, field, error) &&
         mappe_check_order (row, MAPPE_MEETING_MINUTES_SENT_ON, MAPPE_MEETING_MINUTES_APPROVED_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeMeeting, mappe_meeting, "meeting", "meeting", N_("Meeting"), N_("Meetings"),
                     "MTG", 2, fields, title_fields, check)
