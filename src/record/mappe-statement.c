/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-statement.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (2, NULL),
  [MAPPE_STATEMENT_AGENDA_ITEM] = {
    .name = "agenda_item", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Agenda item"), .group = N_("Statement"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_STATEMENT_PERSON] = {
    .name = "person", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Person"),
    .target = "person", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_STATEMENT_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 2,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "statement_kind", .preset = "personal",
  },
  [MAPPE_STATEMENT_STATED_AT] = {
    .name = "stated_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .label = N_("Stated at"),
  },
  [MAPPE_STATEMENT_TEXT] = {
    .name = "text", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Wording"),
  },
  MAPPE_NOTE_FIELD_SINCE (2, MAPPE_STATEMENT_NOTE),
};

static const int title_fields[] = { MAPPE_STATEMENT_TEXT, -1 };

MAPPE_DEFINE_RECORD (MappeStatement, mappe_statement, "statement", "statement",
                     N_("Statement for the record"), N_("Statements for the record"),
                     "ST-", 2, fields, title_fields, NULL)
