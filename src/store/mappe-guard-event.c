/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-deployment-plan.h"
#include "mappe-event.h"

/* Rules of events that need other rows or the row before. */

/* Each affected office consents to its part of the concept; without that, the chair says why it is released. */
gboolean
mappe_guard_event (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *row = change->after;

  if (!mappe_guard_changed (change, MAPPE_EVENT_CONCEPT_STATUS, MAPPE_EVENT_CONCEPT_REASON, -1)
      || !mappe_guard_is (row, MAPPE_EVENT_CONCEPT_STATUS, "released")
      || !mappe_row_is_null (row, MAPPE_EVENT_CONCEPT_REASON))
    return TRUE;
  return mappe_guard_refuse_found (apply, row, MAPPE_EVENT_CONCEPT_REASON,
                                   N_("Not all offices have consented; the chair's reason is needed"), error,
                                   "SELECT id FROM event_consent WHERE event = $1 AND state <> 'given' LIMIT 1", "i",
                                   row->id);
}

/* What was released stays as it was; what is different comes with the next version. */
gboolean
mappe_guard_deployment_plan (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (change->before == NULL || change->after == NULL
      || !mappe_guard_changed (change, MAPPE_DEPLOYMENT_PLAN_EVENT, MAPPE_DEPLOYMENT_PLAN_EDITION,
                               MAPPE_DEPLOYMENT_PLAN_RELEASED_ON, MAPPE_DEPLOYMENT_PLAN_CONTENT, -1))
    return TRUE;
  return mappe_guard_refuse (apply, change->after, MAPPE_DEPLOYMENT_PLAN_CONTENT,
                             N_("A released deployment plan is not changed; release a new version"), error);
}
