/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Volunteers with one task, e.g. the safety advisers for seniors.
 * Field numbers of the kind "volunteer-programme", in the order of its form. */
enum {
  MAPPE_VOLUNTEER_PROGRAMME_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_VOLUNTEER_PROGRAMME_NAME,
  MAPPE_VOLUNTEER_PROGRAMME_PROJECT,
  MAPPE_VOLUNTEER_PROGRAMME_ORGANISATION,
  MAPPE_VOLUNTEER_PROGRAMME_SINCE,
  MAPPE_VOLUNTEER_PROGRAMME_TRAINING_EVERY_MONTHS,
  MAPPE_VOLUNTEER_PROGRAMME_HOURLY_RATE_EUR,
  MAPPE_VOLUNTEER_PROGRAMME_NOTE,
};

extern const MappeKind mappe_volunteer_programme_kind;

G_END_DECLS
