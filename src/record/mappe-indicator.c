/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-indicator.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("indicator_id"),
  [MAPPE_INDICATOR_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Name"), .group = N_("Indicator"),
  },
  [MAPPE_INDICATOR_DEFINITION] = {
    .name = "definition", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Definition"),
  },
  [MAPPE_INDICATOR_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_INDICATOR_MEASURE] = {
    .name = "measure", .alias = "measure_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Measure"),
    .target = "measure", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_INDICATOR_MAIN] = {
    .name = "main", .type = MAPPE_FIELD_BOOL, .since = 3,
    .label = N_("Main indicator of the measure"),
    .preset = "0",
  },
  [MAPPE_INDICATOR_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "indicator_kind", .preset = "outcome",
  },
  [MAPPE_INDICATOR_NATURE] = {
    .name = "nature", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Nature"),
    .code_list = "indicator_nature", .preset = "objective",
  },
  [MAPPE_INDICATOR_UNIT] = {
    .name = "unit", .type = MAPPE_FIELD_TEXT, .since = 1,
    .label = N_("Unit"), .group = N_("Measurement"),
  },
  [MAPPE_INDICATOR_SCALE] = {
    .name = "scale", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Scale"),
    .code_list = "scale", .preset = "count",
  },
  [MAPPE_INDICATOR_DECIMALS] = {
    .name = "decimals", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Decimal places"),
    .minimum = 0, .maximum = 6, .preset = "0",
  },
  [MAPPE_INDICATOR_FREQUENCY] = {
    .name = "frequency", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Frequency"),
    .code_list = "frequency", .preset = "quarterly",
  },
  [MAPPE_INDICATOR_SOURCE_KIND] = {
    .name = "source_kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Source"),
    .code_list = "source_kind",
  },
  [MAPPE_INDICATOR_COUNTS] = {
    .name = "counts", .type = MAPPE_FIELD_CODE, .since = 4,
    .label = N_("Counted from"),
    .code_list = "indicator_counts",
  },
  [MAPPE_INDICATOR_SUPPRESS_BELOW_5] = {
    .name = "suppress_below_5", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Hide counts below 5"),
    .preset = "0",
  },
  [MAPPE_INDICATOR_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Area"), .group = N_("Area and comparison"),
    .target = "area", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_INDICATOR_AREA_ROLE] = {
    .name = "area_role", .type = MAPPE_FIELD_CODE, .since = 3,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Role of the area"),
    .code_list = "area_role", .preset = "measure",
  },
  [MAPPE_INDICATOR_MEASURE_SERIES] = {
    .name = "measure_series", .alias = "measure_series_id", .type = MAPPE_FIELD_REF, .since = 3,
    .label = N_("Compared with"),
    .target = "indicator", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_INDICATOR_SIMILAR] = {
    .name = "similar", .type = MAPPE_FIELD_BOOL, .since = 3,
    .label = N_("Similar level and course before the start"),
    .preset = "0",
  },
  [MAPPE_INDICATOR_DIRECTION] = {
    .name = "direction", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Better when"), .group = N_("Goal"),
    .code_list = "direction", .preset = "higher",
  },
  [MAPPE_INDICATOR_BASELINE] = {
    .name = "baseline", .type = MAPPE_FIELD_REAL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Baseline"),
  },
  [MAPPE_INDICATOR_TARGET] = {
    .name = "target", .type = MAPPE_FIELD_REAL, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Target"),
  },
  [MAPPE_INDICATOR_TARGET_ON] = {
    .name = "target_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Target to be reached on"),
  },
  [MAPPE_INDICATOR_DEFINED_ON] = {
    .name = "defined_on", .type = MAPPE_FIELD_DATE, .since = 3,
    .label = N_("Written down on"), .group = N_("Series"),
  },
  [MAPPE_INDICATOR_CONTINUES] = {
    .name = "continues", .alias = "continues_id", .type = MAPPE_FIELD_REF, .since = 3,
    .label = N_("Continues the series"),
    .target = "indicator", .on_delete = MAPPE_DELETE_CLEAR,
  },
  MAPPE_NOTE_FIELD (MAPPE_INDICATOR_NOTE),
};

static const int title_fields[] = { MAPPE_INDICATOR_NAME, -1 };

/* What no value of the scale can be is no aim for it either, nor where it started. */
static gboolean
check_number (const MappeRow *row, guint at, int *field, GError **error)
{
  const char *scale = mappe_row_get_text (row, MAPPE_INDICATOR_SCALE);
  double number = mappe_row_get_real (row, at);
  gboolean from_zero = g_strcmp0 (scale, "count") == 0 || g_strcmp0 (scale, "rate") == 0;
  gboolean share = g_strcmp0 (scale, "percent") == 0;

  if (mappe_row_is_null (row, at))
    return TRUE;
  if ((from_zero || share) && number < 0)
    return mappe_check_fail (row, at, "cannot be negative on this scale", field, error);
  if (share && number > 100)
    return mappe_check_fail (row, at, "cannot be more than 100 % on this scale", field, error);
  return TRUE;
}

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return check_number (row, MAPPE_INDICATOR_BASELINE, field, error)
         && check_number (row, MAPPE_INDICATOR_TARGET, field, error);
}

MAPPE_DEFINE_RECORD (MappeIndicator, mappe_indicator, "indicator", "indicator", N_("Indicator"), N_("Indicators"),
                     "I", 2, fields, title_fields, check)
