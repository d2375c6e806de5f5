/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-series.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "series_id"),
  [MAPPE_EVENT_SERIES_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Event series"),
  },
  [MAPPE_EVENT_SERIES_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Usual area"),
    .target = "area", .on_delete = MAPPE_DELETE_CLEAR,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_EVENT_SERIES_NOTE),
};

static const int title_fields[] = { MAPPE_EVENT_SERIES_TITLE, -1 };

MAPPE_DEFINE_RECORD (MappeEventSeries, mappe_event_series, "event-series",
                     "event_series", N_("Event series"), N_("Series of events"),
                     "ES-", 2, fields, title_fields, NULL)
