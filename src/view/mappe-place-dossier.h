/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappePlaceDossier:
 *
 * An area with what is done there: site audits before and after, measures and outcomes, patrols, contributions.
 */
#define MAPPE_TYPE_PLACE_DOSSIER (mappe_place_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappePlaceDossier, mappe_place_dossier, MAPPE, PLACE_DOSSIER, MappeDossier)

G_END_DECLS
