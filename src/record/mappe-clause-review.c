/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-clause-review.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_CLAUSE_REVIEW_REVIEW] = {
    .name = "review", .alias = "review_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Review of an agreement"), .group = N_("Review"),
    .target = "agreement-review", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_CLAUSE_REVIEW_CLAUSE] = {
    .name = "clause", .alias = "clause_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Clause"),
    .target = "agreement-clause", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_CLAUSE_REVIEW_FULFILMENT] = {
    .name = "fulfilment", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Fulfilment"),
    .code_list = "fulfilment", .preset = "open",
  },
  [MAPPE_CLAUSE_REVIEW_EVIDENCE] = {
    .name = "evidence", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Evidence in the data"),
  },
  [MAPPE_CLAUSE_REVIEW_REMARK] = {
    .name = "remark", .type = MAPPE_FIELD_LONGTEXT, .since = 4,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Remark"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_CLAUSE_REVIEW_NOTE),
};

static const int title_fields[] = { MAPPE_CLAUSE_REVIEW_CLAUSE, -1 };

MAPPE_DEFINE_RECORD (MappeClauseReview, mappe_clause_review, "clause-review",
                     "clause_review", N_("Review of a clause"), N_("Reviews of clauses"),
                     "CR", 3, fields, title_fields, NULL)
