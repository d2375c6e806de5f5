/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-erasure.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (5, NULL),
  [MAPPE_ERASURE_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_READONLY | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Kind"), .group = N_("Erasure"),
  },
  [MAPPE_ERASURE_RECORD] = {
    .name = "record", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_READONLY | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Record"),
  },
  [MAPPE_ERASURE_UID] = {
    .name = "uid", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_READONLY,
    .label = N_("Unique name"),
  },
  [MAPPE_ERASURE_ERASED_ON] = {
    .name = "erased_on", .type = MAPPE_FIELD_DATE, .since = 5,
    .flags = MAPPE_FIELD_READONLY | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Erased on"),
  },
  [MAPPE_ERASURE_ERASED_BY] = {
    .name = "erased_by", .type = MAPPE_FIELD_TEXT, .since = 5,
    .flags = MAPPE_FIELD_READONLY | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Erased by"),
  },
  [MAPPE_ERASURE_REASON] = {
    .name = "reason", .type = MAPPE_FIELD_CODE, .since = 5,
    .flags = MAPPE_FIELD_READONLY | MAPPE_FIELD_LIST,
    .label = N_("Reason"),
    .code_list = "erasure_reason",
  },
  [MAPPE_ERASURE_NAME_KEPT] = {
    .name = "name_kept", .type = MAPPE_FIELD_BOOL, .since = 5,
    .flags = MAPPE_FIELD_READONLY,
    .label = N_("The name stays, because minutes tell it"),
  },
  MAPPE_NOTE_FIELD_SINCE (5, MAPPE_ERASURE_NOTE),
};

static const int title_fields[] = { MAPPE_ERASURE_RECORD, -1 };

MAPPE_DEFINE_RECORD (MappeErasure, mappe_erasure, "erasure", "erasure",
                     N_("Erasure of personal data"), N_("Erasures of personal data"),
                     "ER", 3, fields, title_fields, NULL)
