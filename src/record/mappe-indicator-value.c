/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-indicator-value.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"
#include "mappe-period.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_INDICATOR_VALUE_INDICATOR] = {
    .name = "indicator", .alias = "indicator_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Indicator"), .group = N_("Value"),
    .target = "indicator", .on_delete = MAPPE_DELETE_CASCADE,
    .index_with = "period_end",
  },
  [MAPPE_INDICATOR_VALUE_PERIOD] = {
    .name = "period", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Period"),
  },
  [MAPPE_INDICATOR_VALUE_PERIOD_START] = {
    .name = "period_start", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("First day"),
  },
  [MAPPE_INDICATOR_VALUE_PERIOD_END] = {
    .name = "period_end", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Last day"),
  },
  [MAPPE_INDICATOR_VALUE_VALUE] = {
    .name = "value", .type = MAPPE_FIELD_REAL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Value"),
  },
  [MAPPE_INDICATOR_VALUE_BASE] = {
    .name = "base", .type = MAPPE_FIELD_REAL, .since = 3,
    .label = N_("Out of"),
    .minimum = 0, .maximum = 1e12,
  },
  [MAPPE_INDICATOR_VALUE_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "value_status", .preset = "provisional",
  },
  MAPPE_NOTE_FIELD (MAPPE_INDICATOR_VALUE_NOTE),
};

static const int title_fields[] = { MAPPE_INDICATOR_VALUE_PERIOD, -1 };

/* The days of a period of a known length are no matter of opinion. */
static gboolean
check_period (const MappeRow *row, int *field, GError **error)
{
  MappePeriod period = mappe_period_parse (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD));
  g_autofree char *first = mappe_period_first_day (period);
  g_autofree char *last = mappe_period_last_day (period);
  const char *start = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START);
  const char *end = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_END);

  if (first != NULL && start != NULL && !g_str_equal (start, first))
    return mappe_check_fail (row, MAPPE_INDICATOR_VALUE_PERIOD_START, "is not the first day of the period", field,
                             error);
  if (last != NULL && end != NULL && !g_str_equal (end, last))
    return mappe_check_fail (row, MAPPE_INDICATOR_VALUE_PERIOD_END, "is not the last day of the period", field, error);
  return TRUE;
}

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  if (!mappe_check_order (row, MAPPE_INDICATOR_VALUE_PERIOD_START, MAPPE_INDICATOR_VALUE_PERIOD_END, field, error))
    return FALSE;
  if (!check_period (row, field, error))
    return FALSE;
  /* A value that is missing or withheld must leave a gap in charts, never a figure. */
  const char *status = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_STATUS);
  gboolean gap = g_strcmp0 (status, "missing") == 0 || g_strcmp0 (status, "suppressed") == 0;
  gboolean empty = mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_VALUE);
  if (gap && !empty)
    return mappe_check_fail (row, MAPPE_INDICATOR_VALUE_VALUE, "must be empty with this status", field, error);
  if (!gap && empty)
    return mappe_check_fail (row, MAPPE_INDICATOR_VALUE_VALUE, "is empty without a status that says why",
                             field, error);
  return TRUE;
}

MAPPE_DEFINE_RECORD (MappeIndicatorValue, mappe_indicator_value, "indicator-value",
                     "indicator_value", N_("Indicator value"), N_("Indicator values"),
                     "IV", 4, fields, title_fields, check)
