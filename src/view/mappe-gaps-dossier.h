/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeGapsDossier:
 *
 * Of all projects: priority factors without a programme, and programmes without a priority factor.
 */
#define MAPPE_TYPE_GAPS_DOSSIER (mappe_gaps_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeGapsDossier, mappe_gaps_dossier, MAPPE, GAPS_DOSSIER, MappeDossier)

G_END_DECLS
