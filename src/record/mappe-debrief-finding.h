/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* What a debrief found: to keep, to improve, to stop.
 * Field numbers of the kind "debrief-finding", in the order of its form. */
enum {
  MAPPE_DEBRIEF_FINDING_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_DEBRIEF_FINDING_EVENT,
  MAPPE_DEBRIEF_FINDING_CATEGORY,
  MAPPE_DEBRIEF_FINDING_RATING,
  MAPPE_DEBRIEF_FINDING_TEXT,
  MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION,
  MAPPE_DEBRIEF_FINDING_DUE_ON,
  MAPPE_DEBRIEF_FINDING_STATUS,
  MAPPE_DEBRIEF_FINDING_TASK,
  MAPPE_DEBRIEF_FINDING_NOTE,
};

extern const MappeKind mappe_debrief_finding_kind;

G_END_DECLS
