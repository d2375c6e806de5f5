/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-decision.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("decision_id"),
  [MAPPE_DECISION_AGENDA_ITEM] = {
    .name = "agenda_item", .alias = "item_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Agenda item"), .group = N_("Decision"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_DECISION_NUMBER] = {
    .name = "number", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Number"),
  },
  [MAPPE_DECISION_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Wording"),
  },
  [MAPPE_DECISION_PUBLIC] = {
    .name = "public", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Public"),
    .preset = "0",
  },
  [MAPPE_DECISION_MOTION] = {
    .name = "motion", .type = MAPPE_FIELD_REF, .since = 2,
    .label = N_("Motion"),
    .target = "motion", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DECISION_VOTE_TYPE] = {
    .name = "vote_type", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Form of vote"), .group = N_("Vote"),
    .code_list = "vote_type", .preset = "open",
  },
  [MAPPE_DECISION_VOTED_AT] = {
    .name = "voted_at", .type = MAPPE_FIELD_TIME, .since = 1,
    .label = N_("Voted at"),
  },
  [MAPPE_DECISION_VOTING_PRESENT] = {
    .name = "voting_present", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Present and entitled to vote"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_STATUTORY] = {
    .name = "statutory", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Statutory number of members"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_QUORUM_NEEDED] = {
    .name = "quorum_needed", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Quorum needed"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_QUORUM_RULE] = {
    .name = "quorum_rule", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("Quorum rule applied"),
    .code_list = "quorum_rule",
  },
  [MAPPE_DECISION_QUORUM_OVERRIDE] = {
    .name = "quorum_override", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Reason for voting without a quorum"),
  },
  [MAPPE_DECISION_ELIGIBLE] = {
    .name = "eligible", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Taking part in the vote"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_YES] = {
    .name = "yes", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("In favour"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_NO] = {
    .name = "no", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Against"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_ABSTAIN] = {
    .name = "abstain", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Abstentions"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_SECRET_YES] = {
    .name = "secret_yes", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Votes for the secret ballot"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DECISION_MAJORITY_RULE] = {
    .name = "majority_rule", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("Majority rule applied"),
    .code_list = "majority_rule",
  },
  [MAPPE_DECISION_EXCLUSION_GROUND] = {
    .name = "exclusion_ground", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_CONFIDENTIAL,
    .label = N_("Ground of exclusion"),
  },
  [MAPPE_DECISION_OUTCOME] = {
    .name = "outcome", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Result"),
    .code_list = "item_result",
  },
  [MAPPE_DECISION_RESPONSIBLE_ORGANISATION] = {
    .name = "responsible_organisation", .alias = "responsible_org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Responsible organisation"), .group = N_("Decision tracking"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DECISION_DUE_ON] = {
    .name = "due_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Due on"),
  },
  [MAPPE_DECISION_DUE_REASON] = {
    .name = "due_reason", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Reason for the new date"),
  },
  [MAPPE_DECISION_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "task_status", .preset = "open",
  },
  [MAPPE_DECISION_DONE_ON] = {
    .name = "done_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Done on"),
  },
  [MAPPE_DECISION_EXTRACT_SENT_ON] = {
    .name = "extract_sent_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .label = N_("Extract sent on"),
  },
  MAPPE_NOTE_FIELD (MAPPE_DECISION_NOTE),
};

static const int title_fields[] = { MAPPE_DECISION_NUMBER, MAPPE_DECISION_TEXT, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  const guint counts[] = { MAPPE_DECISION_ELIGIBLE, MAPPE_DECISION_YES, MAPPE_DECISION_NO, MAPPE_DECISION_ABSTAIN };

  if (!mappe_check_votes (row, counts, field, error))
    return FALSE;
  if (!mappe_row_is_null (row, MAPPE_DECISION_VOTING_PRESENT) && !mappe_row_is_null (row, MAPPE_DECISION_ELIGIBLE) &&
      mappe_row_get_int (row, MAPPE_DECISION_ELIGIBLE) > mappe_row_get_int (row, MAPPE_DECISION_VOTING_PRESENT))
    return mappe_check_fail (row, MAPPE_DECISION_ELIGIBLE, "is more than were present", field, error);
  return TRUE;
}

MAPPE_DEFINE_RECORD (MappeDecision, mappe_decision, "decision", "decision", N_("Decision"), N_("Decisions"),
                     "D-", 2, fields, title_fields, check)
