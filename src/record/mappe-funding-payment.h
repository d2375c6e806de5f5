/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Money that came.
 * Field numbers of the kind "funding-payment", in the order of its form. */
enum {
  MAPPE_FUNDING_PAYMENT_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_FUNDING_PAYMENT_APPLICATION,
  MAPPE_FUNDING_PAYMENT_PAID_ON,
  MAPPE_FUNDING_PAYMENT_AMOUNT_EUR,
  MAPPE_FUNDING_PAYMENT_NOTE,
};

extern const MappeKind mappe_funding_payment_kind;

G_END_DECLS
