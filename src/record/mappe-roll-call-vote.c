/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-roll-call-vote.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_ROLL_CALL_VOTE_DECISION] = {
    .name = "decision", .alias = "decision_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Decision"), .group = N_("Roll-call vote"),
    .target = "decision", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_ROLL_CALL_VOTE_PERSON] = {
    .name = "person", .alias = "member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Person"),
    .target = "person", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_ROLL_CALL_VOTE_VOTE] = {
    .name = "vote", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Vote"),
    .code_list = "vote",
  },
  MAPPE_NOTE_FIELD (MAPPE_ROLL_CALL_VOTE_NOTE),
};

static const int title_fields[] = { MAPPE_ROLL_CALL_VOTE_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeRollCallVote, mappe_roll_call_vote, "roll-call-vote",
                     "roll_call_vote", N_("Roll-call vote"), N_("Roll-call votes"),
                     "RV", 3, fields, title_fields, NULL)
