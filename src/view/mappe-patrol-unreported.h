/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappePatrolUnreported:
 *
 * Names the patrols that should have taken place and that nobody reported on, and leads to them. Hidden when there is
 * none. Signal: "chosen" (gint64 area, char *day).
 */
#define MAPPE_TYPE_PATROL_UNREPORTED (mappe_patrol_unreported_get_type ())
G_DECLARE_FINAL_TYPE (MappePatrolUnreported, mappe_patrol_unreported, MAPPE, PATROL_UNREPORTED, AdwBin)

void mappe_patrol_unreported_load (MappePatrolUnreported *self, MappeStore *store);

G_END_DECLS
