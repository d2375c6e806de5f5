/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "finance-line", in the order of its form. */
enum {
  MAPPE_FINANCE_LINE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_FINANCE_LINE_PROJECT,
  MAPPE_FINANCE_LINE_SOURCE,
  MAPPE_FINANCE_LINE_PLAN_EUR,
  MAPPE_FINANCE_LINE_ACTUAL_EUR,
  MAPPE_FINANCE_LINE_AS_OF,
  MAPPE_FINANCE_LINE_USE_REPORT_DUE_ON,
  MAPPE_FINANCE_LINE_USE_REPORT_STATUS,
  MAPPE_FINANCE_LINE_NOTE,
};

extern const MappeKind mappe_finance_line_kind;

G_END_DECLS
