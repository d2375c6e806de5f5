/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-objection.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("objection_id"),
  [MAPPE_OBJECTION_MEETING] = {
    .name = "meeting", .alias = "meeting_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Meeting"), .group = N_("Objection"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_OBJECTION_AGENDA_ITEM] = {
    .name = "agenda_item", .alias = "item_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Agenda item"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_OBJECTION_RAISED_BY] = {
    .name = "raised_by", .alias = "raised_by_member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Raised by"),
    .target = "person", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_OBJECTION_RAISED_ON] = {
    .name = "raised_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Raised on"),
  },
  [MAPPE_OBJECTION_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Wording"),
  },
  [MAPPE_OBJECTION_DECIDED_IN] = {
    .name = "decided_in", .alias = "decided_in_meeting_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Decided in"), .group = N_("Decision"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_OBJECTION_OUTCOME] = {
    .name = "outcome", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Result"),
    .code_list = "objection_outcome", .preset = "open",
  },
  MAPPE_NOTE_FIELD (MAPPE_OBJECTION_NOTE),
};

static const int title_fields[] = { MAPPE_OBJECTION_TEXT, -1 };

MAPPE_DEFINE_RECORD (MappeObjection, mappe_objection, "objection", "objection", N_("Objection"), N_("Objections"),
                     "OB-", 2, fields, title_fields, NULL)
