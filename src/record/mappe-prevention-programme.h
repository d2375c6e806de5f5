/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A programme that can be taken over, e.g. one of the Green List: what research says of it,
 * not what came of it here.
 * Field numbers of the kind "prevention-programme", in the order of its form. */
enum {
  MAPPE_PREVENTION_PROGRAMME_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_PREVENTION_PROGRAMME_NAME,
  MAPPE_PREVENTION_PROGRAMME_EVIDENCE_RATING,
  MAPPE_PREVENTION_PROGRAMME_PREVENTION_LEVEL,
  MAPPE_PREVENTION_PROGRAMME_TARGET_GROUP,
  MAPPE_PREVENTION_PROGRAMME_SETTING,
  MAPPE_PREVENTION_PROGRAMME_DESCRIPTION,
  MAPPE_PREVENTION_PROGRAMME_SOURCE,
  MAPPE_PREVENTION_PROGRAMME_SOURCE_ON,
  MAPPE_PREVENTION_PROGRAMME_NOTE,
};

extern const MappeKind mappe_prevention_programme_kind;

G_END_DECLS
