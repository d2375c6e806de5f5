/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-clause-measure.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_CLAUSE_MEASURE_CLAUSE] = {
    .name = "clause", .alias = "clause_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Clause"), .group = N_("Fulfilment"),
    .target = "agreement-clause", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_CLAUSE_MEASURE_MEASURE] = {
    .name = "measure", .alias = "measure_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Measure"),
    .target = "measure", .on_delete = MAPPE_DELETE_CASCADE,
  },
  MAPPE_NOTE_FIELD (MAPPE_CLAUSE_MEASURE_NOTE),
};

static const int title_fields[] = { MAPPE_CLAUSE_MEASURE_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeClauseMeasure, mappe_clause_measure, "clause-measure",
                     "clause_measure", N_("Measure of a clause"), N_("Measures of clauses"),
                     "CM", 3, fields, title_fields, NULL)
