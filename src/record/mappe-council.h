/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "council", in the order of its form. */
enum {
  MAPPE_COUNCIL_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_COUNCIL_NAME,
  MAPPE_COUNCIL_TOWN,
  MAPPE_COUNCIL_STATE,
  MAPPE_COUNCIL_LANGUAGE,
  MAPPE_COUNCIL_LOGO,
  MAPPE_COUNCIL_ADDRESS,
  MAPPE_COUNCIL_EMAIL,
  MAPPE_COUNCIL_PHONE,
  MAPPE_COUNCIL_WEBSITE,
  MAPPE_COUNCIL_ARCHIVE,
  MAPPE_COUNCIL_ZONE,
  MAPPE_COUNCIL_NOTE,
};

extern const MappeKind mappe_council_kind;

G_END_DECLS
