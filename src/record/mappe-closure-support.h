/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* An office that helps with a road closure.
 * Field numbers of the kind "closure-support", in the order of its form. */
enum {
  MAPPE_CLOSURE_SUPPORT_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_CLOSURE_SUPPORT_CLOSURE,
  MAPPE_CLOSURE_SUPPORT_ORGANISATION,
  MAPPE_CLOSURE_SUPPORT_NOTE,
};

extern const MappeKind mappe_closure_support_kind;

G_END_DECLS
