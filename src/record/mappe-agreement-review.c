/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreement-review.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "review_id"),
  [MAPPE_AGREEMENT_REVIEW_AGREEMENT] = {
    .name = "agreement", .alias = "agreement_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Agreement"), .group = N_("Review"),
    .target = "agreement", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_AGREEMENT_REVIEW_YEAR] = {
    .name = "year", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Year"),
    .minimum = 1900, .maximum = 9999,
  },
  [MAPPE_AGREEMENT_REVIEW_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "review_status", .preset = "open",
  },
  [MAPPE_AGREEMENT_REVIEW_REVIEWED_ON] = {
    .name = "reviewed_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Reviewed on"),
  },
  [MAPPE_AGREEMENT_REVIEW_DECISION] = {
    .name = "decision", .alias = "decision_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Signed off by the decision"),
    .target = "decision", .on_delete = MAPPE_DELETE_CLEAR,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_AGREEMENT_REVIEW_NOTE),
};

static const int title_fields[] = { MAPPE_AGREEMENT_REVIEW_AGREEMENT, MAPPE_AGREEMENT_REVIEW_YEAR, -1 };

MAPPE_DEFINE_RECORD (MappeAgreementReview, mappe_agreement_review, "agreement-review",
                     "agreement_review", N_("Review of an agreement"), N_("Reviews of agreements"),
                     "RV-", 2, fields, title_fields, NULL)
