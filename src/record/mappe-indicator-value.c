/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-indicator-value.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-date.h"
#include "mappe-field-table.h"

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

/* A single day stands for its month, unless the record says otherwise. */
static gboolean
has_own_days (const MappeRow *row)
{
  return mappe_date_is_valid (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD))
         && (!mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_PERIOD_START)
             || !mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_PERIOD_END));
}

/** mappe_indicator_value_period: Returns: the period of a value, however it is written; of kind %MAPPE_PERIOD_NONE for
 * one of no known length */
MappePeriod
mappe_indicator_value_period (const MappeRow *row)
{
  if (has_own_days (row))
    return (MappePeriod) { MAPPE_PERIOD_NONE, 0, 0 };
  return mappe_period_parse_typed (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD));
}

/**
 * mappe_indicator_value_days:
 * @row: a value
 * @first: (out) (transfer full) (nullable): ISO day
 * @last: (out) (transfer full) (nullable): ISO day
 *
 * The days of a period of a known length are no matter of opinion; only one of no known form needs those of the
 * record. One of these stands for both. %NULL when nobody can tell.
 */
void
mappe_indicator_value_days (const MappeRow *row, char **first, char **last)
{
  const char *start = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START);
  const char *end = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_END);

  *first = *last = NULL;
  if (!has_own_days (row)
      && mappe_period_days (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD), first, last))
    return;
  *first = g_strdup (start != NULL ? start : end);
  *last = g_strdup (end != NULL ? end : start);
}

/* A period that tells its days leaves the record no choice. */
static gboolean
check_period (const MappeRow *row, int *field, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const char *start = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START);
  const char *end = mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_END);

  mappe_indicator_value_days (row, &first, &last);
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
