/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "clause-responsible", in the order of its form. */
enum {
  MAPPE_CLAUSE_RESPONSIBLE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_CLAUSE_RESPONSIBLE_CLAUSE,
  MAPPE_CLAUSE_RESPONSIBLE_ORGANISATION,
  MAPPE_CLAUSE_RESPONSIBLE_NOTE,
};

extern const MappeKind mappe_clause_responsible_kind;

G_END_DECLS
