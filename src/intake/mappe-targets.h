/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-intake.h"

G_BEGIN_DECLS

/**
 * MappeTargets:
 *
 * Finds the records that a file of another program refers to: by their reference, or by what they are called.
 */
typedef struct _MappeTargets MappeTargets;

#define MAPPE_TARGETS_SEVERAL -2

MappeTargets *mappe_targets_new  (MappeIntake *intake);
void          mappe_targets_free (MappeTargets *self);
gint64        mappe_targets_find (MappeTargets *self, const MappeKind *kind, const char *text, GError **error);
void          mappe_targets_add  (MappeTargets *self, const MappeRow *row, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeTargets, mappe_targets_free)

G_END_DECLS
