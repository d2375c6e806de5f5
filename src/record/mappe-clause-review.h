/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* What the review of a year says of one clause, with the evidence as it was then.
 * Field numbers of the kind "clause-review", in the order of its form. */
enum {
  MAPPE_CLAUSE_REVIEW_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_CLAUSE_REVIEW_REVIEW,
  MAPPE_CLAUSE_REVIEW_CLAUSE,
  MAPPE_CLAUSE_REVIEW_FULFILMENT,
  MAPPE_CLAUSE_REVIEW_EVIDENCE,
  MAPPE_CLAUSE_REVIEW_REMARK,
  MAPPE_CLAUSE_REVIEW_NOTE,
};

extern const MappeKind mappe_clause_review_kind;

G_END_DECLS
