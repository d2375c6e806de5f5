/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "retention-class", in the order of its form. */
enum {
  MAPPE_RETENTION_CLASS_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_RETENTION_CLASS_SCOPE,
  MAPPE_RETENTION_CLASS_FILE_PLAN,
  MAPPE_RETENTION_CLASS_YEARS,
  MAPPE_RETENTION_CLASS_COUNTS_FROM,
  MAPPE_RETENTION_CLASS_FOLLOW,
  MAPPE_RETENTION_CLASS_OFFER,
  MAPPE_RETENTION_CLASS_BASIS,
  MAPPE_RETENTION_CLASS_NOTE,
};

extern const MappeKind mappe_retention_class_kind;

G_END_DECLS
