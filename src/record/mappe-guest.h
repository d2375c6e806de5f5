/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "guest", in the order of its form. */
enum {
  MAPPE_GUEST_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_GUEST_MEETING,
  MAPPE_GUEST_NAME,
  MAPPE_GUEST_ORGANISATION,
  MAPPE_GUEST_REASON,
  MAPPE_GUEST_NOTE,
};

extern const MappeKind mappe_guest_kind;

G_END_DECLS
