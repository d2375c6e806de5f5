/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-motion.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (2, NULL),
  [MAPPE_MOTION_AGENDA_ITEM] = {
    .name = "agenda_item", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Agenda item"), .group = N_("Motion"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_MOTION_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 2,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "motion_kind", .preset = "motion",
  },
  [MAPPE_MOTION_PROPOSER] = {
    .name = "proposer", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Proposer"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_MOTION_PROPOSER_NAME] = {
    .name = "proposer_name", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_PERSONAL,
    .label = N_("Proposer, if not a member"),
  },
  [MAPPE_MOTION_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Wording"),
  },
  [MAPPE_MOTION_PUT_AT] = {
    .name = "put_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .label = N_("Put at"),
  },
  [MAPPE_MOTION_VOTED_AT] = {
    .name = "voted_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .label = N_("Voted at"), .group = N_("Vote"),
  },
  [MAPPE_MOTION_ELIGIBLE] = {
    .name = "eligible", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Taking part in the vote"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_MOTION_YES] = {
    .name = "yes", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("In favour"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_MOTION_NO] = {
    .name = "no", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Against"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_MOTION_ABSTAIN] = {
    .name = "abstain", .type = MAPPE_FIELD_INT, .since = 2,
    .label = N_("Abstentions"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_MOTION_OUTCOME] = {
    .name = "outcome", .type = MAPPE_FIELD_CODE, .since = 2,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Result"),
    .code_list = "motion_outcome", .preset = "open",
  },
  MAPPE_NOTE_FIELD_SINCE (2, MAPPE_MOTION_NOTE),
};

static const int title_fields[] = { MAPPE_MOTION_TEXT, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  const guint counts[] = { MAPPE_MOTION_ELIGIBLE, MAPPE_MOTION_YES, MAPPE_MOTION_NO, MAPPE_MOTION_ABSTAIN };

  return mappe_check_votes (row, counts, field, error);
}

MAPPE_DEFINE_RECORD (MappeMotion, mappe_motion, "motion", "motion", N_("Motion"), N_("Motions"),
                     "MO-", 2, fields, title_fields, check)
