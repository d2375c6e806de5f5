/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-programme-factor.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_PROGRAMME_FACTOR_PROGRAMME] = {
    .name = "programme", .alias = "programme_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Programme"), .group = N_("Factor"),
    .target = "prevention-programme", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_PROGRAMME_FACTOR_FACTOR_CODE] = {
    .name = "factor_code", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Code of the factor"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_PROGRAMME_FACTOR_NOTE),
};

static const int title_fields[] = { MAPPE_PROGRAMME_FACTOR_FACTOR_CODE, -1 };

MAPPE_DEFINE_RECORD (MappeProgrammeFactor, mappe_programme_factor, "programme-factor",
                     "programme_factor", N_("Factor of a programme"), N_("Factors of programmes"),
                     "PRF", 3, fields, title_fields, NULL)
