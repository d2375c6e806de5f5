/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-code.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_CODE_LIST] = {
    .name = "list", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("List"), .group = N_("Code"),
  },
  [MAPPE_CODE_CODE] = {
    .name = "code", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Code"),
  },
  [MAPPE_CODE_LABEL_DE] = {
    .name = "label_de", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("German label"), .group = N_("Labels"),
  },
  [MAPPE_CODE_LABEL_EN] = {
    .name = "label_en", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("English label"),
  },
  [MAPPE_CODE_POSITION] = {
    .name = "position", .alias = "sort", .type = MAPPE_FIELD_INT, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Position"), .group = N_("Order"),
    .minimum = 0, .maximum = 1e6,
  },
  [MAPPE_CODE_OWN] = {
    .name = "own", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Own code of the town"),
    .preset = "0",
  },
  [MAPPE_CODE_SOURCES] = {
    .name = "sources", .alias = "source_ids", .type = MAPPE_FIELD_TEXT, .since = 1,
    .label = N_("Sources"),
  },
  MAPPE_NOTE_FIELD (MAPPE_CODE_NOTE),
};

static const int title_fields[] = { MAPPE_CODE_LABEL_EN, -1 };

MAPPE_DEFINE_RECORD (MappeCode, mappe_code, "code", "code", N_("Code"), N_("Codes"),
                     "CODE", 3, fields, title_fields, NULL)
