/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A best practice is taken to another place.
 * Field numbers of the kind "transfer", in the order of its form. */
enum {
  MAPPE_TRANSFER_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_TRANSFER_PROFILE,
  MAPPE_TRANSFER_TARGET_AREA,
  MAPPE_TRANSFER_BEGUN_ON,
  MAPPE_TRANSFER_STATUS,
  MAPPE_TRANSFER_ADAPTED_STEPS,
  MAPPE_TRANSFER_PROJECT,
  MAPPE_TRANSFER_RESULT,
  MAPPE_TRANSFER_REPORTED_ON,
  MAPPE_TRANSFER_NOTE,
};

extern const MappeKind mappe_transfer_kind;

G_END_DECLS
