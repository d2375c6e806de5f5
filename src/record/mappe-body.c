/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-body.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("body_id"),
  [MAPPE_BODY_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Body"),
  },
  [MAPPE_BODY_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "body_kind",
  },
  [MAPPE_BODY_PARENT] = {
    .name = "parent", .alias = "parent_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Part of"),
    .target = "body", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_BODY_FOUNDED_ON] = {
    .name = "founded_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Founded on"),
  },
  [MAPPE_BODY_CONSTITUTED_ON] = {
    .name = "constituted_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Constituted on"),
  },
  [MAPPE_BODY_ACTIVE] = {
    .name = "active", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Active"),
    .preset = "1",
  },
  [MAPPE_BODY_STATUTORY_MEMBERS] = {
    .name = "statutory_members", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Statutory number of members"), .group = N_("Rules of procedure"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_BODY_NOTICE_DAYS] = {
    .name = "notice_days", .type = MAPPE_FIELD_INT, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Notice period"),
    .unit = N_("days"), .minimum = 4, .maximum = 365, .preset = "14",
  },
  [MAPPE_BODY_URGENT_NOTICE_DAYS] = {
    .name = "urgent_notice_days", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Notice period when urgent"),
    .unit = N_("days"), .minimum = 1, .maximum = 365, .preset = "1",
  },
  [MAPPE_BODY_CALL_DAYS] = {
    .name = "call_days", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Call for items closes"),
    .unit = N_("days before the meeting"), .minimum = 0, .maximum = 365, .preset = "28",
  },
  [MAPPE_BODY_PAPERS_DAYS] = {
    .name = "papers_days", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Papers are due"),
    .unit = N_("days before the meeting"), .minimum = 0, .maximum = 365, .preset = "21",
  },
  [MAPPE_BODY_QUORUM_RULE] = {
    .name = "quorum_rule", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Quorum"),
    .code_list = "quorum_rule", .preset = "more_than_half",
  },
  [MAPPE_BODY_SECOND_INVITATION_QUORUM] = {
    .name = "second_invitation_quorum", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Quorum after a second invitation"),
    .unit = N_("members"), .minimum = 0, .maximum = 1000, .preset = "3",
  },
  [MAPPE_BODY_MAJORITY_RULE] = {
    .name = "majority_rule", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Majority"),
    .code_list = "majority_rule", .preset = "simple_majority",
  },
  [MAPPE_BODY_ABSTENTIONS_COUNT] = {
    .name = "abstentions_count", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Abstentions count as votes cast"),
    .preset = "0",
  },
  [MAPPE_BODY_TIE_RULE] = {
    .name = "tie_rule", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("A tie"),
    .code_list = "tie_rule", .preset = "rejected",
  },
  [MAPPE_BODY_SECRET_RULE] = {
    .name = "secret_rule", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("Majority that may ask for a secret ballot"),
    .code_list = "majority_rule", .preset = "two_thirds_statutory",
  },
  [MAPPE_BODY_DEFAULT_PUBLIC] = {
    .name = "default_public", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Meetings are public as a rule"),
    .preset = "0",
  },
  [MAPPE_BODY_MINUTES_DUE_DAYS] = {
    .name = "minutes_due_days", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Minutes are sent within"),
    .unit = N_("days"), .minimum = 1, .maximum = 365, .preset = "30",
  },
  [MAPPE_BODY_MINUTES_KIND] = {
    .name = "minutes_kind", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("Type of minutes"),
    .code_list = "minutes_kind", .preset = "results",
  },
  [MAPPE_BODY_DECISION_PREFIX] = {
    .name = "decision_prefix", .type = MAPPE_FIELD_TEXT, .since = 2,
    .label = N_("Decision numbers begin with"),
  },
  [MAPPE_BODY_MINIMUM_MEMBERS] = {
    .name = "minimum_members", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Members at least"), .group = N_("Minimum of its own"),
    .unit = N_("members"), .minimum = 0, .maximum = 1e6,
  },
  [MAPPE_BODY_MINIMUM_MEETINGS] = {
    .name = "minimum_meetings", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Meetings at least"),
    .unit = N_("a year"), .minimum = 0, .maximum = 365,
  },
  [MAPPE_BODY_MEETS_EVERY_MONTHS] = {
    .name = "meets_every_months", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Meets at least every"),
    .unit = N_("months"), .minimum = 0, .maximum = 600,
  },
  MAPPE_NOTE_FIELD (MAPPE_BODY_NOTE),
};

static const int title_fields[] = { MAPPE_BODY_NAME, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_BODY_FOUNDED_ON, MAPPE_BODY_CONSTITUTED_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeBody, mappe_body, "body", "body", N_("Body"), N_("Bodies"),
                     "B", 2, fields, title_fields, check)
