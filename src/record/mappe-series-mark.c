/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-series-mark.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (3, "series_mark_id"),
  [MAPPE_SERIES_MARK_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Mark"),
  },
  [MAPPE_SERIES_MARK_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "mark_kind", .preset = "event",
  },
  [MAPPE_SERIES_MARK_INDICATOR] = {
    .name = "indicator", .alias = "indicator_id", .type = MAPPE_FIELD_REF, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Indicator"),
    .target = "indicator", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_SERIES_MARK_MEASURE] = {
    .name = "measure", .alias = "measure_id", .type = MAPPE_FIELD_REF, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Measure"),
    .target = "measure", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_SERIES_MARK_BEGINS_ON] = {
    .name = "begins_on", .type = MAPPE_FIELD_DATE, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Begins on"), .group = N_("Time"),
  },
  [MAPPE_SERIES_MARK_ENDS_ON] = {
    .name = "ends_on", .type = MAPPE_FIELD_DATE, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Ends on"),
  },
  [MAPPE_SERIES_MARK_EXCLUDED] = {
    .name = "excluded", .type = MAPPE_FIELD_BOOL, .since = 3,
    .label = N_("Leave this time out of the reckoning"),
    .preset = "0",
  },
  MAPPE_NOTE_FIELD_SINCE (3, MAPPE_SERIES_MARK_NOTE),
};

static const int title_fields[] = { MAPPE_SERIES_MARK_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_SERIES_MARK_BEGINS_ON, MAPPE_SERIES_MARK_ENDS_ON, field, error);
}

MAPPE_DEFINE_RECORD (MappeSeriesMark, mappe_series_mark, "series-mark", "series_mark",
                     N_("Mark in the series"), N_("Marks in the series"),
                     "MK-", 2, fields, title_fields, check)
