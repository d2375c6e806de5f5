/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-area.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_EVENT_AREA_EVENT] = {
    .name = "event", .alias = "event_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Event"), .group = N_("Area"),
    .target = "event", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_EVENT_AREA_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Area"),
    .target = "area", .on_delete = MAPPE_DELETE_CASCADE,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_EVENT_AREA_NOTE),
};

static const int title_fields[] = { MAPPE_EVENT_AREA_AREA, -1 };

MAPPE_DEFINE_RECORD (MappeEventArea, mappe_event_area, "event-area",
                     "event_area", N_("Further area of an event"), N_("Further areas of events"),
                     "EA", 3, fields, title_fields, NULL)
