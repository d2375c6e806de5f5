/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* Who does what when at an event. Confidential: see the classification of documents.
 * Field numbers of the kind "deployment-plan-item", in the order of its form. */
enum {
  MAPPE_DEPLOYMENT_PLAN_ITEM_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT,
  MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE,
  MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM,
  MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO,
  MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION,
  MAPPE_DEPLOYMENT_PLAN_ITEM_TASK,
  MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH,
  MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE,
  MAPPE_DEPLOYMENT_PLAN_ITEM_DUTY_ROSTER_REF,
  MAPPE_DEPLOYMENT_PLAN_ITEM_NOTE,
};

extern const MappeKind mappe_deployment_plan_item_kind;

G_END_DECLS
