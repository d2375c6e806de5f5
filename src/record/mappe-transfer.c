/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-transfer.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "transfer_id"),
  [MAPPE_TRANSFER_PROFILE] = {
    .name = "profile", .alias = "profile_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Best-practice profile"), .group = N_("Transfer"),
    .target = "best-practice-profile", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_TRANSFER_TARGET_AREA] = {
    .name = "target_area", .alias = "target_area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("To the area"),
    .target = "area", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_TRANSFER_BEGUN_ON] = {
    .name = "begun_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Begun on"),
  },
  [MAPPE_TRANSFER_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "transfer_status", .preset = "checking",
  },
  [MAPPE_TRANSFER_ADAPTED_STEPS] = {
    .name = "adapted_steps", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Adapted steps"),
  },
  [MAPPE_TRANSFER_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Project made of it"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_TRANSFER_RESULT] = {
    .name = "result", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Result"), .group = N_("Result"),
  },
  [MAPPE_TRANSFER_REPORTED_ON] = {
    .name = "reported_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Reported back on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_TRANSFER_NOTE),
};

static const int title_fields[] = { MAPPE_TRANSFER_TARGET_AREA, MAPPE_TRANSFER_PROFILE, -1 };

MAPPE_DEFINE_RECORD (MappeTransfer, mappe_transfer, "transfer",
                     "transfer", N_("Transfer"), N_("Transfers"),
                     "TR-", 2, fields, title_fields, NULL)
