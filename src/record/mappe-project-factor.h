/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "project-factor", in the order of its form. */
enum {
  MAPPE_PROJECT_FACTOR_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_PROJECT_FACTOR_PROJECT,
  MAPPE_PROJECT_FACTOR_LABEL,
  MAPPE_PROJECT_FACTOR_FACTOR_CODE,
  MAPPE_PROJECT_FACTOR_FACTOR_TYPE,
  MAPPE_PROJECT_FACTOR_DOMAIN,
  MAPPE_PROJECT_FACTOR_NOTE,
};

extern const MappeKind mappe_project_factor_kind;

G_END_DECLS
