/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-apply-private.h"
#include "mappe-check-private.h"
#include "mappe-intake.h"
#include "mappe-uid-private.h"

G_BEGIN_DECLS

/**
 * MappeIntake:
 * @last_ids: of each kind the last id before anything was taken in
 * @greatest: of each kind the greatest UUID that was taken in
 * @empty: whether the file held nothing that its owner had made
 * @label: (nullable): name of the step of undo, where it was given late
 * @council: id of the council's own record, or 0
 * @erased: (element-type MappeErased): what does not come back
 */
struct _MappeIntake {
  MappeApply   apply;
  MappeUids   *uids;
  gint64      *last_ids;
  MappeUid    *greatest;
  gint64       council;
  gboolean     empty;
  gboolean     discard;
  gboolean     has_extras;
  char        *label;
  GPtrArray   *erased;
  GHashTable  *erased_by_uid;
};

gboolean mappe_intake_ask        (MappeCheck *check, GError **error);
MappeIntakeResult mappe_intake_result_of (MappeIntake *self, const GError *cause, int *field);
gboolean mappe_intake_read_erased (MappeIntake *self, GError **error);
void     mappe_intake_keep_out    (MappeIntake *self, MappeIntakeRecord *record);
void     mappe_intake_keep_erased (MappeIntake *self, const MappeRow *before, MappeRow *after);
gboolean mappe_intake_may_follow (MappeApply *apply, const MappeRow *before, const MappeRow *after, GError **error);

G_END_DECLS
