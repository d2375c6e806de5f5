/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A risk or protective factor that a programme works on.
 * Field numbers of the kind "programme-factor", in the order of its form. */
enum {
  MAPPE_PROGRAMME_FACTOR_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_PROGRAMME_FACTOR_PROGRAMME,
  MAPPE_PROGRAMME_FACTOR_FACTOR_CODE,
  MAPPE_PROGRAMME_FACTOR_NOTE,
};

extern const MappeKind mappe_programme_factor_kind;

G_END_DECLS
