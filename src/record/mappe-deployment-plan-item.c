/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-deployment-plan-item.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "item_id"),
  [MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT] = {
    .name = "event", .alias = "event_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Event"), .group = N_("Deployment"),
    .target = "event", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE] = {
    .name = "phase", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Phase"),
    .code_list = "plan_phase", .preset = "operation",
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM] = {
    .name = "time_from", .type = MAPPE_FIELD_DATETIME, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("From"),
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO] = {
    .name = "time_to", .type = MAPPE_FIELD_DATETIME, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("To"),
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION] = {
    .name = "unit_organisation", .alias = "unit_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Unit"),
    .target = "organisation", .on_delete = MAPPE_DELETE_RESTRICT,
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_TASK] = {
    .name = "task", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST | MAPPE_FIELD_CONFIDENTIAL,
    .label = N_("Task"),
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH] = {
    .name = "strength", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_CONFIDENTIAL,
    .label = N_("Strength"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE] = {
    .name = "contact_role", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_CONFIDENTIAL,
    .label = N_("Contact"),
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_DUTY_ROSTER_REF] = {
    .name = "duty_roster_ref", .type = MAPPE_FIELD_TEXT, .since = 4,
    .label = N_("Duty roster"),
  },
  [MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION] = {
    .name = "position", .type = MAPPE_FIELD_INT, .since = 4,
    .label = N_("Place within the phase"),
    .minimum = 0, .maximum = 1e6,
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_DEPLOYMENT_PLAN_ITEM_NOTE),
};

static const int title_fields[] = { MAPPE_DEPLOYMENT_PLAN_ITEM_TASK, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO, field,
                            error);
}

MAPPE_DEFINE_RECORD (MappeDeploymentPlanItem, mappe_deployment_plan_item, "deployment-plan-item",
                     "deployment_plan_item", N_("Line of the deployment plan"), N_("Lines of the deployment plan"),
                     "DP-", 2, fields, title_fields, check)
