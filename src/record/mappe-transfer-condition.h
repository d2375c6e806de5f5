/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* What made the source work, beside what the target has.
 * Field numbers of the kind "transfer-condition", in the order of its form. */
enum {
  MAPPE_TRANSFER_CONDITION_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_TRANSFER_CONDITION_TRANSFER,
  MAPPE_TRANSFER_CONDITION_TOPIC,
  MAPPE_TRANSFER_CONDITION_SOURCE_STATE,
  MAPPE_TRANSFER_CONDITION_TARGET_STATE,
  MAPPE_TRANSFER_CONDITION_FIT,
  MAPPE_TRANSFER_CONDITION_ADAPTATION,
  MAPPE_TRANSFER_CONDITION_NOTE,
};

extern const MappeKind mappe_transfer_condition_kind;

G_END_DECLS
