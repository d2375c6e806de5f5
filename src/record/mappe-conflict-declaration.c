/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conflict-declaration.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("declaration_id"),
  [MAPPE_CONFLICT_DECLARATION_MEETING] = {
    .name = "meeting", .alias = "meeting_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Meeting"), .group = N_("Conflict of interest"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_CONFLICT_DECLARATION_AGENDA_ITEM] = {
    .name = "agenda_item", .alias = "item_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Agenda item"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_CONFLICT_DECLARATION_PERSON] = {
    .name = "person", .alias = "member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Person"),
    .target = "person", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_CONFLICT_DECLARATION_DECLARED_AT] = {
    .name = "declared_at", .type = MAPPE_FIELD_TIME, .since = 1,
    .label = N_("Declared at"),
  },
  [MAPPE_CONFLICT_DECLARATION_GROUND_CODE] = {
    .name = "ground_code", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Ground"),
    .code_list = "conflict_ground",
  },
  [MAPPE_CONFLICT_DECLARATION_GROUND] = {
    .name = "ground", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_PERSONAL | MAPPE_FIELD_CONFIDENTIAL,
    .label = N_("Explanation of the ground"),
  },
  [MAPPE_CONFLICT_DECLARATION_DECIDED_BY] = {
    .name = "decided_by", .type = MAPPE_FIELD_TEXT, .since = 1,
    .label = N_("Decided by"), .group = N_("Consequence"),
  },
  [MAPPE_CONFLICT_DECLARATION_LEFT_ROOM] = {
    .name = "left_room", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Left the room"),
    .preset = "0",
  },
  [MAPPE_CONFLICT_DECLARATION_CONSEQUENCE] = {
    .name = "consequence", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Consequence"),
    .code_list = "conflict_consequence",
  },
  MAPPE_NOTE_FIELD (MAPPE_CONFLICT_DECLARATION_NOTE),
};

static const int title_fields[] = { MAPPE_CONFLICT_DECLARATION_GROUND, -1 };

MAPPE_DEFINE_RECORD (MappeConflictDeclaration, mappe_conflict_declaration, "conflict-declaration",
                     "conflict_declaration", N_("Conflict of interest"), N_("Conflicts of interest"),
                     "CD-", 2, fields, title_fields, NULL)
