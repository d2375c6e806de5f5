/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guest.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_GUEST_MEETING] = {
    .name = "meeting", .alias = "meeting_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Meeting"), .group = N_("Guest"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_GUEST_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_PERSONAL |
             MAPPE_FIELD_LIST,
    .label = N_("Name"),
  },
  [MAPPE_GUEST_ORGANISATION] = {
    .name = "organisation", .alias = "org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_GUEST_REASON] = {
    .name = "reason", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Reason"),
  },
  MAPPE_NOTE_FIELD (MAPPE_GUEST_NOTE),
};

static const int title_fields[] = { MAPPE_GUEST_NAME, -1 };

MAPPE_DEFINE_RECORD (MappeGuest, mappe_guest, "guest", "guest", N_("Guest"), N_("Guests"),
                     "G", 2, fields, title_fields, NULL)
