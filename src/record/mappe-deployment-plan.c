/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-deployment-plan.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, NULL),
  [MAPPE_DEPLOYMENT_PLAN_EVENT] = {
    .name = "event", .alias = "event_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Event"), .group = N_("Released deployment plan"),
    .target = "event", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_DEPLOYMENT_PLAN_EDITION] = {
    .name = "edition", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST,
    .label = N_("Version"),
    .minimum = 1, .maximum = 1e6, .preset = "1",
  },
  [MAPPE_DEPLOYMENT_PLAN_RELEASED_ON] = {
    .name = "released_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Released on"),
  },
  [MAPPE_DEPLOYMENT_PLAN_RELEASED_BY] = {
    .name = "released_by", .alias = "released_by_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Released by"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_DEPLOYMENT_PLAN_CONTENT] = {
    .name = "content", .type = MAPPE_FIELD_BLOB, .since = 4,
    .flags = MAPPE_FIELD_CONFIDENTIAL,
    .label = N_("Content"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_DEPLOYMENT_PLAN_NOTE),
};

static const int title_fields[] = { MAPPE_DEPLOYMENT_PLAN_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeDeploymentPlan, mappe_deployment_plan, "deployment-plan",
                     "deployment_plan", N_("Released deployment plan"), N_("Released deployment plans"),
                     "DV", 3, fields, title_fields, NULL)
