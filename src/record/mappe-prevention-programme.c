/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-prevention-programme.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "programme_id"),
  [MAPPE_PREVENTION_PROGRAMME_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Programme"),
  },
  [MAPPE_PREVENTION_PROGRAMME_EVIDENCE_RATING] = {
    .name = "evidence_rating", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Evidence level"),
    .code_list = "evidence_rating",
  },
  [MAPPE_PREVENTION_PROGRAMME_PREVENTION_LEVEL] = {
    .name = "prevention_level", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Prevention level"),
    .code_list = "prevention_level",
  },
  [MAPPE_PREVENTION_PROGRAMME_TARGET_GROUP] = {
    .name = "target_group", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Target group"),
    .code_list = "target_group",
  },
  [MAPPE_PREVENTION_PROGRAMME_SETTING] = {
    .name = "setting", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT,
    .label = N_("Setting"),
  },
  [MAPPE_PREVENTION_PROGRAMME_DESCRIPTION] = {
    .name = "description", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Description"),
  },
  [MAPPE_PREVENTION_PROGRAMME_SOURCE] = {
    .name = "source", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT,
    .label = N_("Source"), .group = N_("Source"),
  },
  [MAPPE_PREVENTION_PROGRAMME_SOURCE_ON] = {
    .name = "source_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Read on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_PREVENTION_PROGRAMME_NOTE),
};

static const int title_fields[] = { MAPPE_PREVENTION_PROGRAMME_NAME, -1 };

MAPPE_DEFINE_RECORD (MappePreventionProgramme, mappe_prevention_programme, "prevention-programme",
                     "prevention_programme", N_("Prevention programme"), N_("Prevention programmes"),
                     "PP-", 2, fields, title_fields, NULL)
