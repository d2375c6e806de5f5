/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "archive-offer", in the order of its form. */
enum {
  MAPPE_ARCHIVE_OFFER_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_ARCHIVE_OFFER_TITLE,
  MAPPE_ARCHIVE_OFFER_ARCHIVE,
  MAPPE_ARCHIVE_OFFER_OFFERED_ON,
  MAPPE_ARCHIVE_OFFER_DECISION,
  MAPPE_ARCHIVE_OFFER_DECIDED_ON,
  MAPPE_ARCHIVE_OFFER_DECIDED_BY,
  MAPPE_ARCHIVE_OFFER_NOTE,
};

extern const MappeKind mappe_archive_offer_kind;

G_END_DECLS
