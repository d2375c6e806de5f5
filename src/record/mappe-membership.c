/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-membership.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("membership_id"),
  [MAPPE_MEMBERSHIP_PERSON] = {
    .name = "person", .alias = "member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Person"), .group = N_("Membership"),
    .target = "person", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_MEMBERSHIP_BODY] = {
    .name = "body", .alias = "body_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Body"),
    .target = "body", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_MEMBERSHIP_FUNCTION] = {
    .name = "function", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Function"),
    .code_list = "member_function", .preset = "member",
  },
  [MAPPE_MEMBERSHIP_VOTING] = {
    .name = "voting", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Entitled to vote"),
    .preset = "1",
  },
  [MAPPE_MEMBERSHIP_VALID_FROM] = {
    .name = "valid_from", .alias = "from", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("From"), .group = N_("Term of office"),
  },
  [MAPPE_MEMBERSHIP_VALID_TO] = {
    .name = "valid_to", .alias = "to", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("To"),
  },
  [MAPPE_MEMBERSHIP_DEPUTY] = {
    .name = "deputy", .type = MAPPE_FIELD_REF, .since = 2,
    .label = N_("Deputy"), .group = N_("Deputy"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_MEMBERSHIP_DEPUTY_NAME] = {
    .name = "deputy_name", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_PERSONAL,
    .label = N_("Deputy, if not in the register"),
  },
  MAPPE_NOTE_FIELD (MAPPE_MEMBERSHIP_NOTE),
};

static const int title_fields[] = { MAPPE_MEMBERSHIP_REFERENCE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_MEMBERSHIP_VALID_FROM, MAPPE_MEMBERSHIP_VALID_TO, field, error);
}

MAPPE_DEFINE_RECORD (MappeMembership, mappe_membership, "membership",
                     "membership", N_("Membership"), N_("Memberships"),
                     "MB", 3, fields, title_fields, check)
