/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-period.h"
#include "mappe-record.h"

G_BEGIN_DECLS

/* Field numbers of the kind "indicator-value", in the order of its form. */
enum {
  MAPPE_INDICATOR_VALUE_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_INDICATOR_VALUE_INDICATOR,
  MAPPE_INDICATOR_VALUE_PERIOD,
  MAPPE_INDICATOR_VALUE_PERIOD_START,
  MAPPE_INDICATOR_VALUE_PERIOD_END,
  MAPPE_INDICATOR_VALUE_VALUE,
  MAPPE_INDICATOR_VALUE_BASE,
  MAPPE_INDICATOR_VALUE_STATUS,
  MAPPE_INDICATOR_VALUE_NOTE,
};

extern const MappeKind mappe_indicator_value_kind;

MappePeriod mappe_indicator_value_period (const MappeRow *row);
void        mappe_indicator_value_days   (const MappeRow *row, char **first, char **last);

G_END_DECLS
