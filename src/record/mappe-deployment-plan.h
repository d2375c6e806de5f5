/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-record.h"

G_BEGIN_DECLS

/* A version of the deployment plan as the chair released it.
 * Field numbers of the kind "deployment-plan", in the order of its form. */
enum {
  MAPPE_DEPLOYMENT_PLAN_REFERENCE = MAPPE_FIELD_REFERENCE,
  MAPPE_DEPLOYMENT_PLAN_EVENT,
  MAPPE_DEPLOYMENT_PLAN_EDITION,
  MAPPE_DEPLOYMENT_PLAN_RELEASED_ON,
  MAPPE_DEPLOYMENT_PLAN_RELEASED_BY,
  MAPPE_DEPLOYMENT_PLAN_CONTENT,
  MAPPE_DEPLOYMENT_PLAN_NOTE,
};

extern const MappeKind mappe_deployment_plan_kind;

G_END_DECLS
