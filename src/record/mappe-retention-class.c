/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-retention-class.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (5, NULL),
  [MAPPE_RETENTION_CLASS_SCOPE] = {
    .name = "scope", .type = MAPPE_FIELD_CODE, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Records"), .group = N_("Retention period"),
    .code_list = "retention_scope",
  },
  [MAPPE_RETENTION_CLASS_FILE_PLAN] = {
    .name = "file_plan", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("File plan sign"),
  },
  [MAPPE_RETENTION_CLASS_YEARS] = {
    .name = "years", .type = MAPPE_FIELD_INT, .since = 5,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Period"),
    .unit = N_("years"), .minimum = 0, .maximum = 100,
  },
  [MAPPE_RETENTION_CLASS_COUNTS_FROM] = {
    .name = "counts_from", .type = MAPPE_FIELD_CODE, .since = 5,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Counts from"),
    .code_list = "retention_start", .preset = "year_end",
  },
  [MAPPE_RETENTION_CLASS_FOLLOW] = {
    .name = "follow", .type = MAPPE_FIELD_CODE, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Afterwards"),
    .code_list = "retention_follow", .preset = "delete",
  },
  [MAPPE_RETENTION_CLASS_OFFER] = {
    .name = "offer", .type = MAPPE_FIELD_BOOL, .since = 5,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Offered to the archive first"),
    .preset = "1",
  },
  [MAPPE_RETENTION_CLASS_BASIS] = {
    .name = "basis", .type = MAPPE_FIELD_LONGTEXT, .since = 5,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Law or decision it rests on"), .group = N_("Basis"),
  },
  MAPPE_NOTE_FIELD_SINCE (5, MAPPE_RETENTION_CLASS_NOTE),
};

static const int title_fields[] = { MAPPE_RETENTION_CLASS_SCOPE, -1 };

MAPPE_DEFINE_RECORD (MappeRetentionClass, mappe_retention_class, "retention-class", "retention_class",
                     N_("Retention period"), N_("Retention periods"),
                     "RC", 2, fields, title_fields, NULL)
