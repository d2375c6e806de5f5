/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "clause-measure", in the order of its form. */
enum {
  MAPPE_CLAUSE_MEASURE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_CLAUSE_MEASURE_CLAUSE,
  MAPPE_CLAUSE_MEASURE_MEASURE,
  MAPPE_CLAUSE_MEASURE_NOTE,
};

extern const MappeKind mappe_clause_measure_kind;

G_END_DECLS
