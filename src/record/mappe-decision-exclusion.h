/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "decision-exclusion", in the order of its form. */
enum {
  MAPPE_DECISION_EXCLUSION_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_DECISION_EXCLUSION_DECISION,
  MAPPE_DECISION_EXCLUSION_PERSON,
  MAPPE_DECISION_EXCLUSION_NOTE,
};

extern const MappeKind mappe_decision_exclusion_kind;

G_END_DECLS
