/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A place is looked at by ten criteria.
 * Field numbers of the kind "site-audit", in the order of its form. */
enum {
  MAPPE_SITE_AUDIT_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_SITE_AUDIT_AREA,
  MAPPE_SITE_AUDIT_HELD_ON,
  MAPPE_SITE_AUDIT_LIGHT_CONDITION,
  MAPPE_SITE_AUDIT_METHOD,
  MAPPE_SITE_AUDIT_PARTICIPANTS,
  MAPPE_SITE_AUDIT_NOTE,
};

extern const MappeKind mappe_site_audit_kind;

G_END_DECLS
