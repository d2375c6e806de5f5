/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-payment.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_FUNDING_PAYMENT_APPLICATION] = {
    .name = "application", .alias = "application_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Funding application"), .group = N_("Payment"),
    .target = "funding-application", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_FUNDING_PAYMENT_PAID_ON] = {
    .name = "paid_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Paid on"),
  },
  [MAPPE_FUNDING_PAYMENT_AMOUNT_EUR] = {
    .name = "amount_eur", .type = MAPPE_FIELD_DECIMAL, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Amount"),
    .unit = "€", .digits = 2, .minimum = 0, .maximum = 1e12,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_FUNDING_PAYMENT_NOTE),
};

static const int title_fields[] = { MAPPE_FUNDING_PAYMENT_PAID_ON, -1 };

MAPPE_DEFINE_RECORD (MappeFundingPayment, mappe_funding_payment, "funding-payment",
                     "funding_payment", N_("Payment of a grant"), N_("Payments of grants"),
                     "FZ", 3, fields, title_fields, NULL)
