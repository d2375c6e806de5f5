/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* An organisation that took part in a site audit.
 * Field numbers of the kind "audit-organisation", in the order of its form. */
enum {
  MAPPE_AUDIT_ORGANISATION_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_AUDIT_ORGANISATION_AUDIT,
  MAPPE_AUDIT_ORGANISATION_ORGANISATION,
  MAPPE_AUDIT_ORGANISATION_NOTE,
};

extern const MappeKind mappe_audit_organisation_kind;

G_END_DECLS
