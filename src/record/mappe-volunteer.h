/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A volunteer. No date of birth: only that somebody is of age or has a consent on file. Without a begin somebody has
 * only come forward; who begins has given the undertaking.
 * Field numbers of the kind "volunteer", in the order of its form. */
enum {
  MAPPE_VOLUNTEER_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_VOLUNTEER_FIRST_NAME,
  MAPPE_VOLUNTEER_LAST_NAME,
  MAPPE_VOLUNTEER_PROGRAMME,
  MAPPE_VOLUNTEER_EMAIL,
  MAPPE_VOLUNTEER_PHONE,
  MAPPE_VOLUNTEER_OF_AGE,
  MAPPE_VOLUNTEER_BEGINS_ON,
  MAPPE_VOLUNTEER_ENDS_ON,
  MAPPE_VOLUNTEER_UNDERTAKING_ON,
  MAPPE_VOLUNTEER_APPOINTED_BY,
  MAPPE_VOLUNTEER_EXPENSE_RULE,
  MAPPE_VOLUNTEER_TRAINED_ON,
  MAPPE_VOLUNTEER_TRAINING_DUE_ON,
  MAPPE_VOLUNTEER_THANKED_ON,
  MAPPE_VOLUNTEER_NOTE,
};

extern const MappeKind mappe_volunteer_kind;

G_END_DECLS
