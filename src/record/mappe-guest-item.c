/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guest-item.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD (NULL),
  [MAPPE_GUEST_ITEM_GUEST] = {
    .name = "guest", .alias = "guest_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Guest"), .group = N_("Guest"),
    .target = "guest", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_GUEST_ITEM_AGENDA_ITEM] = {
    .name = "agenda_item", .alias = "item_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Agenda item"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CASCADE,
  },
  MAPPE_NOTE_FIELD (MAPPE_GUEST_ITEM_NOTE),
};

static const int title_fields[] = { MAPPE_GUEST_ITEM_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeGuestItem, mappe_guest_item, "guest-item",
                     "guest_item", N_("Agenda item of a guest"), N_("Agenda items of guests"),
                     "GI", 2, fields, title_fields, NULL)
