/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-transfer-condition.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_TRANSFER_CONDITION_TRANSFER] = {
    .name = "transfer", .alias = "transfer_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Transfer"), .group = N_("Condition"),
    .target = "transfer", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_TRANSFER_CONDITION_TOPIC] = {
    .name = "topic", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Condition"),
  },
  [MAPPE_TRANSFER_CONDITION_SOURCE_STATE] = {
    .name = "source_state", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("At the source"),
  },
  [MAPPE_TRANSFER_CONDITION_TARGET_STATE] = {
    .name = "target_state", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("At the target"),
  },
  [MAPPE_TRANSFER_CONDITION_FIT] = {
    .name = "fit", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Fit"),
    .code_list = "transfer_fit", .preset = "open",
  },
  [MAPPE_TRANSFER_CONDITION_ADAPTATION] = {
    .name = "adaptation", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .label = N_("Adaptation"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_TRANSFER_CONDITION_NOTE),
};

static const int title_fields[] = { MAPPE_TRANSFER_CONDITION_TOPIC, -1 };

MAPPE_DEFINE_RECORD (MappeTransferCondition, mappe_transfer_condition, "transfer-condition",
                     "transfer_condition", N_("Condition of a transfer"), N_("Conditions of transfers"),
                     "TC", 3, fields, title_fields, NULL)
