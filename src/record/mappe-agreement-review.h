/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* The yearly review of an agreement, clause by clause.
 * Field numbers of the kind "agreement-review", in the order of its form. */
enum {
  MAPPE_AGREEMENT_REVIEW_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_AGREEMENT_REVIEW_AGREEMENT,
  MAPPE_AGREEMENT_REVIEW_YEAR,
  MAPPE_AGREEMENT_REVIEW_STATUS,
  MAPPE_AGREEMENT_REVIEW_REVIEWED_ON,
  MAPPE_AGREEMENT_REVIEW_DECISION,
  MAPPE_AGREEMENT_REVIEW_NOTE,
};

extern const MappeKind mappe_agreement_review_kind;

G_END_DECLS
