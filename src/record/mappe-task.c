/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-task.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("task_id"),
  [MAPPE_TASK_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Task"),
  },
  [MAPPE_TASK_DECISION] = {
    .name = "decision", .alias = "decision_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Decision"),
    .target = "decision", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_TASK_AGENDA_ITEM] = {
    .name = "agenda_item", .alias = "item_id", .type = MAPPE_FIELD_REF, .since = 1,
    .label = N_("Agenda item"),
    .target = "agenda-item", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_TASK_RESPONSIBLE_MEMBER] = {
    .name = "responsible_member", .alias = "responsible_member_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Responsible member"), .group = N_("Responsibility"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_TASK_RESPONSIBLE_ORGANISATION] = {
    .name = "responsible_organisation", .alias = "responsible_org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Responsible organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_TASK_DUE_ON] = {
    .name = "due_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Due on"), .group = N_("Progress"),
  },
  [MAPPE_TASK_DUE_REASON] = {
    .name = "due_reason", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Reason for the new date"),
  },
  [MAPPE_TASK_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "task_status", .preset = "open",
  },
  [MAPPE_TASK_DONE_ON] = {
    .name = "done_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Done on"),
  },
  MAPPE_NOTE_FIELD (MAPPE_TASK_NOTE),
};

static const int title_fields[] = { MAPPE_TASK_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  gboolean done = g_strcmp0 (mappe_row_get_text (row, MAPPE_TASK_STATUS), "done") == 0;
  if (done && mappe_row_is_null (row, MAPPE_TASK_DONE_ON))
    return mappe_check_fail (row, MAPPE_TASK_DONE_ON, "is missing although the task is done", field, error);
  return TRUE;
}

MAPPE_DEFINE_RECORD (MappeTask, mappe_task, "task", "task", N_("Task"), N_("Tasks"),
                     "T-", 2, fields, title_fields, check)
