/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "code", in the order of its form. */
enum {
  MAPPE_CODE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_CODE_LIST,
  MAPPE_CODE_CODE,
  MAPPE_CODE_LABEL_DE,
  MAPPE_CODE_LABEL_EN,
  MAPPE_CODE_POSITION,
  MAPPE_CODE_OWN,
  MAPPE_CODE_SOURCES,
  MAPPE_CODE_NOTE,
};

extern const MappeKind mappe_code_kind;

G_END_DECLS
