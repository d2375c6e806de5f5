/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "membership", in the order of its form. */
enum {
  MAPPE_MEMBERSHIP_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_MEMBERSHIP_PERSON,
  MAPPE_MEMBERSHIP_BODY,
  MAPPE_MEMBERSHIP_FUNCTION,
  MAPPE_MEMBERSHIP_VOTING,
  MAPPE_MEMBERSHIP_VALID_FROM,
  MAPPE_MEMBERSHIP_VALID_TO,
  MAPPE_MEMBERSHIP_DEPUTY,
  MAPPE_MEMBERSHIP_DEPUTY_NAME,
  MAPPE_MEMBERSHIP_NOTE,
};

extern const MappeKind mappe_membership_kind;

G_END_DECLS
