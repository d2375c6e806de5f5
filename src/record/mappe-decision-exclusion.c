/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-decision-exclusion.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_DECISION_EXCLUSION_DECISION] = {
    .name = "decision", .alias = "decision_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Decision"), .group = N_("Exclusion"),
    .target = "decision", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_DECISION_EXCLUSION_PERSON] = {
    .name = "person", .alias = "member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Person"),
    .target = "person", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  MAPPE_NOTE_FIELD (MAPPE_DECISION_EXCLUSION_NOTE),
};

static const int title_fields[] = { MAPPE_DECISION_EXCLUSION_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeDecisionExclusion, mappe_decision_exclusion, "decision-exclusion",
                     "decision_exclusion", N_("Exclusion from a decision"), N_("Exclusions from decisions"),
                     "DX", 2, fields, title_fields, NULL)
