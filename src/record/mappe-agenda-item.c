/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-item.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("item_id"),
  [MAPPE_AGENDA_ITEM_MEETING] = {
    .name = "meeting", .alias = "meeting_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Meeting"), .group = N_("Agenda item"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_AGENDA_ITEM_NUMBER] = {
    .name = "number", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST | MAPPE_FIELD_READONLY,
    .label = N_("Number"),
  },
  [MAPPE_AGENDA_ITEM_POSITION] = {
    .name = "position", .type = MAPPE_FIELD_INT, .since = 1,
    .flags = MAPPE_FIELD_READONLY,
    .label = N_("Position"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_AGENDA_ITEM_PARENT] = {
    .name = "parent", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_READONLY,
    .label = N_("Part of"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_AGENDA_ITEM_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"),
  },
  [MAPPE_AGENDA_ITEM_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "agenda_kind", .preset = "report",
  },
  [MAPPE_AGENDA_ITEM_PUBLIC] = {
    .name = "public", .type = MAPPE_FIELD_BOOL, .since = 1,
    /* The part of the agenda gives place and number, see mappe_agenda_set_public(). */
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER | MAPPE_FIELD_READONLY,
    .label = N_("Public"),
    .preset = "0",
  },
  [MAPPE_AGENDA_ITEM_PUBLIC_TITLE] = {
    .name = "public_title", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Public title of a non-public item"),
    .unless = "public",
  },
  [MAPPE_AGENDA_ITEM_CONFIDENTIALITY_GROUND] = {
    .name = "confidentiality_ground", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_CONFIDENTIAL,
    .label = N_("Reason for confidentiality"),
    .unless = "public",
  },
  [MAPPE_AGENDA_ITEM_RAPPORTEUR] = {
    .name = "rapporteur", .alias = "rapporteur_member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Rapporteur"), .group = N_("Preparation"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_AGENDA_ITEM_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_AGENDA_ITEM_PLANNED_START] = {
    .name = "planned_start", .type = MAPPE_FIELD_TIME, .since = 1,
    .label = N_("Planned begin"),
  },
  [MAPPE_AGENDA_ITEM_PLANNED_MINUTES] = {
    .name = "planned_minutes", .type = MAPPE_FIELD_INT, .since = 1,
    .label = N_("Planned time"),
    .unit = N_("minutes"), .minimum = 0, .maximum = 1440,
  },
  [MAPPE_AGENDA_ITEM_DRAFT_DECISION] = {
    .name = "draft_decision", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Draft decision"),
  },
  [MAPPE_AGENDA_ITEM_STANDING] = {
    .name = "standing", .type = MAPPE_FIELD_CODE, .since = 2,
    .label = N_("Standing item"),
    .code_list = "standing_item",
  },
  [MAPPE_AGENDA_ITEM_SUBJECT_MEETING] = {
    .name = "subject_meeting", .type = MAPPE_FIELD_REF, .since = 2,
    .label = N_("Minutes of the meeting"),
    .target = "meeting", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_AGENDA_ITEM_CARRIED_FROM] = {
    .name = "carried_from", .type = MAPPE_FIELD_REF, .since = 2,
    .label = N_("Deferred from"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_AGENDA_ITEM_SECOND_READING] = {
    .name = "second_reading", .type = MAPPE_FIELD_BOOL, .since = 2,
    .label = N_("Second invitation for this item"),
    .preset = "0",
  },
  [MAPPE_AGENDA_ITEM_OPENED_AT] = {
    .name = "opened_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .label = N_("Called at"), .group = N_("Sitting"),
  },
  [MAPPE_AGENDA_ITEM_CLOSED_AT] = {
    .name = "closed_at", .type = MAPPE_FIELD_TIME, .since = 2,
    .label = N_("Closed at"),
  },
  [MAPPE_AGENDA_ITEM_DISCUSSION] = {
    .name = "discussion", .type = MAPPE_FIELD_LONGTEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Course of the discussion"),
  },
  [MAPPE_AGENDA_ITEM_CHANGE_NOTE] = {
    .name = "change_note", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Change of the agenda"),
  },
  [MAPPE_AGENDA_ITEM_RESULT] = {
    .name = "result", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Result"), .group = N_("Result"),
    .code_list = "item_result",
  },
  MAPPE_NOTE_FIELD (MAPPE_AGENDA_ITEM_NOTE),
};

static const int title_fields[] = { MAPPE_AGENDA_ITEM_TITLE, -1 };

MAPPE_DEFINE_RECORD (MappeAgendaItem, mappe_agenda_item, "agenda-item",
                     "agenda_item", N_("Agenda item"), N_("Agenda items"),
                     "AI-", 4, fields, title_fields, NULL)
