/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "motion", in the order of its form. */
enum {
  MAPPE_MOTION_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_MOTION_AGENDA_ITEM,
  MAPPE_MOTION_KIND,
  MAPPE_MOTION_PROPOSER,
  MAPPE_MOTION_PROPOSER_NAME,
  MAPPE_MOTION_TEXT,
  MAPPE_MOTION_PUT_AT,
  MAPPE_MOTION_VOTED_AT,
  MAPPE_MOTION_ELIGIBLE,
  MAPPE_MOTION_YES,
  MAPPE_MOTION_NO,
  MAPPE_MOTION_ABSTAIN,
  MAPPE_MOTION_OUTCOME,
  MAPPE_MOTION_NOTE,
};

extern const MappeKind mappe_motion_kind;

G_END_DECLS
