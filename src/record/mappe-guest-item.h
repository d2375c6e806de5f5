/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "guest-item", in the order of its form. */
enum {
  MAPPE_GUEST_ITEM_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_GUEST_ITEM_GUEST,
  MAPPE_GUEST_ITEM_AGENDA_ITEM,
  MAPPE_GUEST_ITEM_NOTE,
};

extern const MappeKind mappe_guest_item_kind;

G_END_DECLS
