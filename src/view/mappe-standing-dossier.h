/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeStandingDossier:
 *
 * Minimums that are not kept, the council and its bodies in figures, and lists of what waits; each line leads on.
 */
#define MAPPE_TYPE_STANDING_DOSSIER (mappe_standing_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeStandingDossier, mappe_standing_dossier, MAPPE, STANDING_DOSSIER, MappeDossier)

G_END_DECLS
