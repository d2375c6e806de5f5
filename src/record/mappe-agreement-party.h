/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "agreement-party", in the order of its form. */
enum {
  MAPPE_AGREEMENT_PARTY_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_AGREEMENT_PARTY_AGREEMENT,
  MAPPE_AGREEMENT_PARTY_ORGANISATION,
  MAPPE_AGREEMENT_PARTY_NOTE,
};

extern const MappeKind mappe_agreement_party_kind;

G_END_DECLS
