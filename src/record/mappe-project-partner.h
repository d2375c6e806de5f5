/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "project-partner", in the order of its form. */
enum {
  MAPPE_PROJECT_PARTNER_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_PROJECT_PARTNER_PROJECT,
  MAPPE_PROJECT_PARTNER_ORGANISATION,
  MAPPE_PROJECT_PARTNER_INVOLVEMENT,
  MAPPE_PROJECT_PARTNER_NOTE,
};

extern const MappeKind mappe_project_partner_kind;

G_END_DECLS
