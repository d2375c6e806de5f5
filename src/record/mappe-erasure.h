/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "erasure", in the order of its form. */
enum {
  MAPPE_ERASURE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_ERASURE_KIND,
  MAPPE_ERASURE_RECORD,
  MAPPE_ERASURE_UID,
  MAPPE_ERASURE_ERASED_ON,
  MAPPE_ERASURE_ERASED_BY,
  MAPPE_ERASURE_REASON,
  MAPPE_ERASURE_NAME_KEPT,
  MAPPE_ERASURE_NOTE,
};

extern const MappeKind mappe_erasure_kind;

G_END_DECLS
